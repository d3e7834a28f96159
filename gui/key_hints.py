"""The keys that work right now, in the status bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.action_set import ActionSet, key_text
from gui.actions import ACTIONS
from gui.field_keys import FIELDS
from gui.inspector.growing import GrowingText
from gui.theme import BETWEEN, STEP

# Keys that stand for many actions are named once.
_FAMILIES = (
    ("role-recommendation", "1–8", "role"),
    ("force-1", "⇧1–5", "force"),
    ("slot-verb", "W …", "words are"),
    ("kind-section", "T …", "kind"),
)

# In an entry's text: what ends it, what its words can be said to be, and how it is divided at the cursor.
_WRITING = (
    ("", "Ctrl+Return", "keep"),
    ("", "Esc", "drop the change"),
    ("slot-verb", "Alt+…", "words are"),
    ("split", "Esc, S", "split here"),
)
_NOTING = (("", "Esc", "keep"),)

# The most used come first, because the line may be too short for all.
_FIRST = ("accept", "reject", "flag", "role-recommendation", "force-1")


class KeyHints(QWidget):
    """Keys in small boxes with their words; those of no use now are faded, those without room left out."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own = {
            spec.id: (spec.id, key_text(spec.keys[0]), spec.hint)
            for spec in ACTIONS
            if spec.hint and QKeySequence(spec.keys[0]).count() == 1
        }
        own |= {family[0]: family for family in _FAMILIES}
        first = [own.pop(action_id) for action_id in _FIRST]
        self._hints = [*first, *own.values()]
        self._actions = actions
        self._enabled: list[bool] = []
        self._field: type[QWidget] | None = None  # what is typed in
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Keys: " + ", ".join(f"{key} {word}" for _, key, word in self._hints))

    def follow(self, focus: QWidget | None) -> None:
        """In a field letters type: those of the window are of no use there."""
        field = next((type(focus) for kind in (GrowingText, *FIELDS) if isinstance(focus, kind)), None)
        if field is not self._field:
            self._field = field
            self.update()

    @property
    def shown(self) -> list[tuple[str, str, bool]]:
        """Key, word, and whether it is of use now."""
        if self._field is not None and issubclass(self._field, GrowingText):
            hints = _NOTING if self._field.keeps_by_esc else _WRITING
            return [(_written(key), word, not name or self._is_enabled(name)) for name, key, word in hints]
        useful = self._field is None
        return [(key, word, useful and self._is_enabled(name)) for name, key, word in self._hints]

    def _is_enabled(self, action_id: str) -> bool:
        return self._actions[action_id].isEnabled()

    def refresh(self) -> None:
        """Repaints where other keys are of use now."""
        enabled = [self._is_enabled(action_id) for action_id, _, _ in self._hints]
        if enabled != self._enabled:
            self._enabled = enabled
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        for key, word, enabled in self.shown:
            width = self._paint(painter, x, key, word, enabled)
            if width is None:
                return
            x += width + BETWEEN

    def _paint(self, painter: QPainter, x: float, key: str, word: str, enabled: bool) -> float | None:
        """Gives the width, None if there is no room for it."""
        metrics = self.fontMetrics()
        box = max(18.0, metrics.horizontalAdvance(key) + 2.0 * STEP)
        width = box + STEP + metrics.horizontalAdvance(word)
        if x + width > self.width():
            return None
        palette = self.palette()
        group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
        ink = palette.color(group, QPalette.ColorRole.ButtonText)
        high = metrics.height() + 2.0
        chip = QRectF(x + 0.5, (self.height() - high) / 2 + 0.5, box - 1, high - 1)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.setBrush(palette.color(QPalette.ColorRole.Base if enabled else QPalette.ColorRole.Window))
        painter.drawRoundedRect(chip, 3, 3)
        painter.setPen(ink)
        painter.setFont(QFont(self.font()))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, key)
        rest = QRectF(x + box + STEP, 0, width, self.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
        return width


def _written(key: str) -> str:
    """As the system writes it, also one with any letter."""
    return key_text(key.replace("…", "V")).removesuffix("V") + "…" if "…" in key else key_text(key)
