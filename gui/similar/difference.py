"""Two texts side by side, with the words marked that the other does not have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gui.elided import ElidedLabel
from gui.texts import to_utf16
from gui.theme import INSIDE, STEP, is_dark
from model.labels import Span
from model.similarity import differences

# Grounds of words that differ, light and dark; they are bold too, for colour alone says nothing.
_GROUNDS = ("#FCE5B5", "#5C4717")


class Difference(QWidget):
    """A title over each text says where it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides = (TextSide(self), TextSide(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        for side in self.sides:
            row.addWidget(side, 1)

    def show_texts(self, titles: tuple[str, str], texts: tuple[str, str]) -> None:
        for side, title, text, spans in zip(self.sides, titles, texts, differences(*texts), strict=True):
            side.show_text(title, text, spans)

    def clear(self) -> None:
        for side in self.sides:
            side.show_text("", "")


class TextSide(QWidget):
    """A text to read under a title that says where it stands, with words of it marked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("", self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.StyledPanel)
        self.text.setTabChangesFocus(True)
        self.marked: Sequence[Span] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        self.show_text("", "")

    def show_text(self, title: str, text: str, marked: Sequence[Span] = ()) -> None:
        self.title.set_text(title)
        self.text.setPlainText(text)
        self.text.setAccessibleName(title or "Text")
        self.marked = marked
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()

    def _mark(self) -> None:
        plain = self.text.toPlainText()
        look = QTextCharFormat()
        look.setBackground(QColor(_GROUNDS[is_dark(self.palette())]))
        look.setFontWeight(QFont.Weight.Bold)
        for start, end in self.marked:
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(to_utf16(plain, start))
            cursor.setPosition(to_utf16(plain, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
