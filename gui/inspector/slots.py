"""The values of an entry: role, force, addressees and verb, each to see and to change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QSignalMapper, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QWidget

from gui.action_set import key_text
from gui.icons import drawn
from gui.inspector.block import Block
from gui.inspector.flow import FlowLayout
from gui.inspector.pill import Pill
from gui.inspector.subject import Value
from gui.inspector.words import ADDRESSEE_WORDS, FORCE_WORDS, Stand
from gui.theme import is_dark, label_color
from model.labels import Addressee, Force, Slot
from model.schemes import Label, Scheme, default

_CHIP = 12


class RoleBlock(Block):
    """The role, on a button that opens the list of all."""

    chosen = Signal(str)  # a role's value; empty: back to the suggestion

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Slot.ROLE, "", parent)
        self.button = Pill("", self)
        self.button.set_tail("unfold")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._open)
        self.body.addWidget(self.button)
        self.menu = QMenu(self)
        self.menu.triggered.connect(self._picked)
        self._value: Value | None = None
        self.set_scheme(default())

    def set_scheme(self, scheme: Scheme) -> None:
        """The roles to choose from."""
        self._scheme = scheme
        self.menu.clear()
        self._roles: dict[Label, QAction] = {}
        for role in scheme.offered(Slot.ROLE):
            action = self.menu.addAction(f"{role.name}\t{key_text(role.key)}" if role.key else role.name)
            action.setData(role.code)
            action.setCheckable(True)
            action.setToolTip(role.definition)
            self._roles[role] = action
        self.menu.setToolTipsVisible(True)
        self.menu.addSeparator()
        self._back = self.menu.addAction("Back to the suggestion")
        self._back.setData("")

    def show_value(self, value: Value, lit: bool) -> None:
        self._value = value
        self.show_origin(value.origin, lit)
        role = self._label(value)
        word = "Several roles" if value.mixed else role.name if role else "No role yet"
        self.button.setText(word)
        self.button.setAccessibleName(f"Role: {word}, {value.origin.story or value.origin.words}")
        self.button.setToolTip("Choose a role (1–8)")
        self._paint(role, value.stand)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._value is not None:
            self._paint(self._label(self._value), self._value.stand)

    def _label(self, value: Value) -> Label | None:
        return self._scheme.label(Slot.ROLE, value.value) if value.value else None

    def _paint(self, role: Label | None, stand: Stand) -> None:
        color = label_color(role, is_dark(self.palette())) if role else None
        self.button.set_chip(color)
        self.button.set_stand(stand, color)

    def _open(self) -> None:
        dark = is_dark(self.palette())
        for role, action in self._roles.items():
            action.setIcon(QIcon(drawn("chip", label_color(role, dark), _CHIP, 2.0)))
            action.setChecked(self._value is not None and self._value.value == role.code)
        self._back.setVisible(self._value is not None and self._value.own)
        self.menu.setMinimumWidth(self.button.width())
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 2)))

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class ForceBlock(Block):
    """Five toggles; pressing one's own decision again takes it back."""

    chosen = Signal(int)  # 1 to 5; 0: back to the suggestion

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Slot.FORCE, "", parent)
        holder = QWidget(self)
        flow = FlowLayout(holder)
        self.buttons: dict[Force, Pill] = {}
        self._own = 0
        mapper = QSignalMapper(self)
        for force in Force:
            button = Pill(f"{force.value}  {FORCE_WORDS[force]}", holder)
            button.setCheckable(True)
            button.clicked.connect(mapper.map)
            mapper.setMapping(button, force.value)
            button.setToolTip(f"It {force.name.lower()} ({key_text(f'Shift+{force.value}')})")
            flow.addWidget(button)
            self.buttons[force] = button
        mapper.mappedInt.connect(self._pressed)
        self.body.addWidget(holder)

    def show_value(self, value: Value, lit: bool) -> None:
        self.show_origin(value.origin, lit)
        self._own = value.value if value.own else 0
        for force, button in self.buttons.items():
            here = force.value == value.value
            button.setChecked(here)
            button.set_stand(value.stand if here else Stand.NONE)
            said = f", {value.origin.story or value.origin.words}" if here else ""
            button.setAccessibleName(f"Force {force.value}, {FORCE_WORDS[force]}{said}")

    def _pressed(self, force: int) -> None:
        self.chosen.emit(0 if force == self._own else force)


class AddresseesBlock(Block):
    """Chips that can be taken away, and a menu of all."""

    chosen = Signal(list)  # of Addressee values: what it is to be

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Slot.ADDRESSEES, "", parent)
        self._holder = QWidget(self)
        self._flow = FlowLayout(self._holder)
        self.chips: list[RemovableChip] = []
        self._values: list[str] = []
        self.add = Pill("Add", self._holder)
        self.add.set_picture("add")
        self.add.setToolTip("Whom it asks to act: add or remove")
        self.add.setAccessibleName("Add an addressee")
        self.add.clicked.connect(self._open)
        self._flow.addWidget(self.add)
        self.body.addWidget(self._holder)
        self.menu = QMenu(self)
        for addressee in Addressee:
            action = self.menu.addAction(ADDRESSEE_WORDS[addressee])
            action.setData(addressee.value)
            action.setCheckable(True)
        self.menu.triggered.connect(self._picked)

    def show_value(self, value: Value, lit: bool) -> None:
        self.show_origin(value.origin, lit)
        self._values = [str(one) for one in value.value or ()]
        focused = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        if [chip.value for chip in self.chips] != self._values:
            self._rebuild()
            if focused is not None:
                (self.chips[min(focused, len(self.chips) - 1)] if self.chips else self.add).setFocus()
        for chip in self.chips:
            chip.set_stand(value.stand)

    def _rebuild(self) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self.chips = [RemovableChip(value, self._holder) for value in self._values]
        for chip in self.chips:
            chip.removed.connect(self._removed)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.add)
        order = [self.link, *self.chips, self.add]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _open(self) -> None:
        for action in self.menu.actions():
            action.setChecked(action.data() in self._values)
        self.menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 2)))

    def _picked(self, action: QAction) -> None:
        value = str(action.data())
        if value in self._values:
            self._removed(value)
            return
        implicit = Addressee.IMPLICIT.value
        # "Implicit" says that nobody is named: it does not stand beside somebody who is.
        kept = [] if value == implicit else [one for one in self._values if one != implicit]
        self.chosen.emit([*kept, value])

    def _removed(self, value: str) -> None:
        self.chosen.emit([one for one in self._values if one != value])


class RemovableChip(Pill):
    """An addressee; its cross, Delete or the space bar take it away."""

    removed = Signal(str)

    def __init__(self, value: str, parent: QWidget | None = None) -> None:
        words = ADDRESSEE_WORDS[Addressee(value)] if value in set(Addressee) else value
        super().__init__(words, parent)
        self.value = value
        self.set_tail("close")
        self.setToolTip(f"{words}: the cross or Del takes it away")
        self.setAccessibleName(f"Addressee {words}, remove")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._removes(event):
            event.accept()  # else "Delete" would take the whole entry out
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removes(event) or event.key() == Qt.Key.Key_Space:
            self.removed.emit(self.value)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.tail_box().contains(event.position().toPoint()):
            self.removed.emit(self.value)

    def _removes(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class VerbBlock(Block):
    """The operative words, as the text has them."""

    chosen = Signal(str)  # the words; empty: back to the suggestion

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Slot.VERB, "", parent)
        self.field = Field("Operative verb", self)
        self.field.setPlaceholderText("The words that ask, as in the text")
        self.field.typed.connect(self.chosen)
        self.body.addWidget(self.field)

    def show_value(self, value: Value, lit: bool) -> None:
        self.show_origin(value.origin, lit)
        self.field.show_text(str(value.value or ""))
        font = self.font()
        font.setItalic(value.stand is Stand.SUGGESTED)
        self.field.setFont(font)
        grey = value.stand is Stand.INHERITED
        role = QPalette.ColorRole.PlaceholderText if grey else QPalette.ColorRole.WindowText
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, self.palette().color(role))
        self.field.setPalette(palette)
        self.field.setToolTip(f"{value.origin.story}. Enter keeps a change, Esc drops it")


class Field(QLineEdit):
    """A line that says `typed` when it is left or Enter is pressed, and takes back with Esc."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self.setAccessibleName(name)
        self.editingFinished.connect(self._finish)

    def show_text(self, text: str) -> None:
        """What is stored. What is being typed is not overwritten."""
        typing = self.hasFocus() and self.text() != self._stored
        self._stored = text
        if not typing and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._stored)
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()

    def finish(self) -> None:
        """Says what was typed; for the moment before another entry is shown."""
        self._finish()

    def _finish(self) -> None:
        text = " ".join(self.text().split())
        if text != self._stored:
            self._stored = text
            self.typed.emit(text)


def words_in(text: str, words: str) -> Sequence[tuple[int, int]]:
    """Where the words stand first in a text, as code points; nothing where they do not."""
    at = text.casefold().find(words.casefold()) if len(text.casefold()) == len(text) else text.find(words)
    return [(at, at + len(words))] if words and at >= 0 else []
