"""The keys of the moment, in the line below the panels."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.action_set import ActionSet, key_text
from gui.actions import ACTIONS
from gui.theme import BETWEEN, STEP

# Keys that stand for many actions are named once.
_FAMILIES = (
    ("role-recommendation", "1–8", "role"),
    ("force-1", "⇧1–5", "force"),
    ("slot-verb", "W …", "words are"),
    ("kind-section", "T …", "kind"),
)

# The most used come first, for the line may be too short for all.
_FIRST = ("accept", "reject", "flag", "role-recommendation", "force-1")


class KeyHints(QWidget):
    """Keys in small boxes with their words; those of no use now are faded, those without room left out."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own = {spec.id: (spec.id, key_text(spec.keys[0]), spec.hint) for spec in ACTIONS if spec.hint}
        own |= {family[0]: family for family in _FAMILIES}
        first = [own.pop(action_id) for action_id in _FIRST]
        self._hints = [*first, *own.values()]
        self._actions = actions
        self._enabled: list[bool] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Keys: " + ", ".join(f"{key} {word}" for _, key, word in self._hints))

    def refresh(self) -> None:
        """Paints anew where other keys are of use now."""
        enabled = [self._actions[action_id].isEnabled() for action_id, _, _ in self._hints]
        if enabled != self._enabled:
            self._enabled = enabled
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        for action_id, key, word in self._hints:
            width = self._paint(painter, x, key, word, self._actions[action_id].isEnabled())
            if width is None:
                return
            x += width + BETWEEN

    def _paint(self, painter: QPainter, x: float, key: str, word: str, enabled: bool) -> float | None:
        """Gives the width, None where there is no room for it."""
        metrics = self.fontMetrics()
        box = max(18.0, metrics.horizontalAdvance(key) + 2.0 * STEP)
        width = box + STEP + metrics.horizontalAdvance(word)
        if x + width > self.width():
            return None
        palette = self.palette()
        ink = QColor(palette.color(QPalette.ColorRole.WindowText))
        ink.setAlpha(220 if enabled else 105)
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
