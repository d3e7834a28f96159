"""One choice of a few: on a button that opens the list of all, or on a scale of five."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QPoint, QSignalMapper, Signal
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.action_set import key_text
from gui.actions import BY_ID
from gui.flow import Flow
from gui.icons import drawn
from gui.inspector.block import Block, SmallLabel
from gui.inspector.origin import Stand
from gui.inspector.pill import Pill
from gui.inspector.subject import Value
from gui.menus import LetteredMenu, added, as_entry
from gui.theme import is_dark, label_color
from gui.wording import ATTRIBUTION_WORDS, SLOT_WORDS
from model.labels import Slot
from model.schemes import Label, Scheme, default

STEPS = range(1, 6)
_CHIP = 12


class ChoiceBlock(Block):
    """A value on a button with a menu of all; `words` are those of the values."""

    slot: Slot
    chosen = Signal(str)  # the value; empty: back to the suggestion

    def __init__(self, slot: Slot, words: Mapping[str, str], tip: str, parent: QWidget | None = None) -> None:
        super().__init__(slot, "", parent)
        self._words = words
        self._value: Value | None = None
        self.button = Pill("", self)
        self.button.set_tail("unfold")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setToolTip(tip)
        self.button.clicked.connect(self.open)
        self.body.addWidget(self.button)
        self.menu = LetteredMenu(parent=self)
        self.menu.setToolTipsVisible(True)
        self.menu.triggered.connect(self._picked)
        self.set_choices([Label(value, word) for value, word in words.items()])

    def set_choices(self, labels: Iterable[Label]) -> None:
        """What can be chosen."""
        self.menu.clear()
        self._actions: dict[str, QAction] = {}
        for label in labels:
            key = f"\t{key_text(label.key)}" if label.key else ""
            action = added(self.menu, f"{as_entry(label.name)}{key}")
            action.setData(label.code)
            action.setCheckable(True)
            action.setToolTip(label.definition)
            self._actions[label.code] = action
        self.menu.addSeparator()
        self._back = added(self.menu, "Back to the suggestion")
        self._back.setData("")

    def show_value(self, value: Value, lit: bool) -> None:
        self._value = value
        self.show_origin(value.origin, lit)
        words = self.words_of(value)
        self.button.setText(words)
        story = value.origin.story or value.origin.words
        self.button.setAccessibleName(f"{SLOT_WORDS[self.slot]}: {words}, {story}")
        self._paint()

    def open(self) -> None:
        chosen = self.choice_of(self._value) if self._value is not None else ""
        for value, action in self._actions.items():
            color = self.color_of(value)
            action.setIcon(QIcon(drawn("chip", color, _CHIP, 2.0)) if color is not None else QIcon())
            action.setChecked(value == chosen)
        self._back.setVisible(self._value is not None and self._value.own)
        self.menu.setMinimumWidth(self.button.width())
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 2)))

    def focus(self) -> None:
        self.button.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._value is not None:
            self._paint()

    def choice_of(self, value: Value) -> str:
        """Which entry of the menu a value is."""
        return str(value.value or "")

    def words_of(self, value: Value) -> str:
        several = f"Several {SLOT_WORDS[self.slot].lower()}s"
        return several if value.mixed else self._words.get(self.choice_of(value), "Not said yet")

    def color_of(self, value: str) -> QColor | None:
        """A colour that stands for a value."""
        return None

    def _paint(self) -> None:
        if self._value is not None:
            color = self.color_of(self.choice_of(self._value))
            self.button.set_chip(color)
            self.button.set_stand(self._value.stand, color)

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class RoleBlock(ChoiceBlock):
    """The role, in its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Slot.ROLE, {}, "Choose a role (1–8)", parent)
        self.set_scheme(default())

    def set_scheme(self, scheme: Scheme) -> None:
        """The roles to choose from."""
        self._scheme = scheme
        self.set_choices(scheme.offered(Slot.ROLE))

    def words_of(self, value: Value) -> str:
        if value.mixed:
            return super().words_of(value)
        return self._scheme.label(Slot.ROLE, value.value).name if value.value else "No role yet"

    def color_of(self, value: str) -> QColor | None:
        return label_color(self._scheme.label(Slot.ROLE, value), is_dark(self.palette())) if value else None


class AttributionBlock(ChoiceBlock):
    """Whose word it is, with the name as it is printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = {by.value: word for by, word in ATTRIBUTION_WORDS.items()}
        super().__init__(Slot.ATTRIBUTION, words, "Whose word it is", parent)

    def choice_of(self, value: Value) -> str:
        return str(value.value.get("by", "")) if isinstance(value.value, dict) else ""

    def words_of(self, value: Value) -> str:
        words = super().words_of(value)
        name = str(value.value.get("name", "")) if isinstance(value.value, dict) else ""
        return f"{words}: {name}" if name else words


class ScaleBlock(Block):
    """Five toggles and the word of the chosen one; pressing one's own decision again takes it back."""

    slot: Slot
    chosen = Signal(int)  # 1 to 5; 0: back to the suggestion

    def __init__(self, slot: Slot, parent: QWidget | None = None) -> None:
        super().__init__(slot, "", parent)
        flow = Flow(self)
        self.buttons: dict[int, Pill] = {}
        self._words: dict[int, str] = {}
        self._own = 0
        mapper = QSignalMapper(self)
        for step in STEPS:
            button = Pill(str(step), flow)
            button.setCheckable(True)
            button.clicked.connect(mapper.map)
            mapper.setMapping(button, step)
            flow.add(button)
            self.buttons[step] = button
        self.word = SmallLabel("", flow)
        flow.add(self.word)
        mapper.mappedInt.connect(self._pressed)
        self.body.addWidget(flow)
        self.set_scheme(default())

    def set_scheme(self, scheme: Scheme) -> None:
        """What the steps are called."""
        for step, button in self.buttons.items():
            label = scheme.label(self.slot, step)
            self._words[step] = label.name
            key = key_text(BY_ID[f"{self.slot.value}-{step}"].keys[0])
            meaning = f"\n{label.definition}" if label.definition else ""
            button.setToolTip(f"{SLOT_WORDS[self.slot]} {step}: {label.name.lower()} ({key}){meaning}")

    def show_value(self, value: Value, lit: bool) -> None:
        self.show_origin(value.origin, lit)
        self._own = value.value if value.own else 0
        for step, word in self._words.items():
            button, here = self.buttons[step], step == value.value
            button.setChecked(here)
            button.set_stand(value.stand if here else Stand.NONE)
            said = f", {value.origin.story or value.origin.words}" if here else ""
            button.setAccessibleName(f"{SLOT_WORDS[self.slot]} {step}, {word}{said}")
        self.word.setText(self._words.get(value.value, ""))
        self.word.set_italic(value.stand is Stand.SUGGESTED)

    def focus(self) -> None:
        self.buttons[max(1, self._own)].setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.word.follow()

    def _pressed(self, step: int) -> None:
        self.chosen.emit(0 if step == self._own else step)
