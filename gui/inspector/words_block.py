"""Values that are words of the text: the operative verb, and what is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.inspector.add_line import STAYING
from gui.inspector.block import Block
from gui.inspector.origin import Stand
from gui.inspector.subject import Value
from gui.texts import slants
from gui.theme import STEP
from model.labels import Slot


class WordsBlock(Block):
    """Words as the text has them, in a line to read and to correct."""

    chosen = Signal(str)  # the words; empty: back to the suggestion
    looked = Signal(bool)  # the keys are in the line, or leave it

    def __init__(self, slot: Slot, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(slot, "", parent)
        self.field = Field(name, self)
        self.field.setPlaceholderText(hint)
        self.field.setTextMargins(STEP, 0, STEP, 0)  # in line with the texts above and below
        self.field.typed.connect(self.chosen)
        self.field.looked.connect(self.looked)
        self.body.addWidget(self.field)
        self._stand: Stand | None = None
        self._upright = False  # what is shown is in a script without italics

    def show_value(self, value: Value, lit: bool) -> None:
        self.show_origin(value.origin, lit)
        words = str(value.value or "")
        self.field.show_text(words)
        self.field.setToolTip(f"{words}\n{value.origin.story}. Enter keeps a change, Esc drops it".strip())
        upright = not slants(words)
        if (value.stand, upright) != (self._stand, self._upright):
            self._stand, self._upright = value.stand, upright
            self._restyle()

    def focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._restyle()

    def _restyle(self) -> None:
        font = self.font()
        font.setItalic(self._stand is Stand.SUGGESTED and not self._upright)
        grey = self._stand is Stand.INHERITED
        role = QPalette.ColorRole.PlaceholderText if grey else QPalette.ColorRole.WindowText
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, self.palette().color(role))
        self.field.setFont(font)
        self.field.setPalette(palette)


class Field(QLineEdit):
    """A line that says `typed` when it is left or Enter is pressed, and takes back with Esc."""

    typed = Signal(str)
    left = Signal()
    looked = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self.setAcceptDrops(False)
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.setCursorPosition(0)  # what is longer than the line is read from its beginning
        self.looked.emit(False)

    def finish(self) -> None:
        """Says what was typed; for the moment before another entry is shown."""
        self._finish()

    def _finish(self) -> None:
        text = " ".join(self.text().split())
        if text != self._stored:
            self._stored = text
            self.typed.emit(text)


def words_in(text: str, words: str) -> Sequence[tuple[int, int]]:
    """Where the words stand first in a text, as code points; nothing if they do not."""
    at = text.casefold().find(words.casefold()) if len(text.casefold()) == len(text) else text.find(words)
    return [(at, at + len(words))] if words and at >= 0 else []
