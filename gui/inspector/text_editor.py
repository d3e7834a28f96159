"""The text of an entry, to read and to correct, with the words lit that gave its values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from gui.event_filter import EventFilter
from gui.evidence import Light
from gui.inspector.growing import GrowingText
from gui.lights import light_of
from gui.page.style import hit_color
from gui.texts import to_code_points, to_utf16
from gui.theme import is_dark, translucent
from model.labels import Slot, Span

_FEWEST, _MOST = 2, 6  # lines
_UNDERLINES = {
    Qt.PenStyle.SolidLine: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Qt.PenStyle.DashLine: QTextCharFormat.UnderlineStyle.DashUnderline,
    Qt.PenStyle.DotLine: QTextCharFormat.UnderlineStyle.DotLine,
    Qt.PenStyle.DashDotLine: QTextCharFormat.UnderlineStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine: QTextCharFormat.UnderlineStyle.DashDotDotLine,
}
_GROUND, _STRONG_GROUND = 0.14, 0.40


class TextEditor(GrowingText):
    """`caretMoved` and `wordsSelected` speak in code points of the text as it is stored."""

    caretMoved = Signal(str, int)
    wordsSelected = Signal(str, object)  # the entry's id, a Span or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_FEWEST, _MOST, parent)
        self.lights: Sequence[Light] = ()
        self._found: Sequence[Span] = ()
        self.setAccessibleName("Text")
        self.setToolTip(
            "The text of what is selected. Edit it (E), Ctrl+Enter keeps the change, Esc drops it; "
            "E and Ctrl+Z bring back what was dropped"
        )
        EventFilter(self.viewport(), self._answer_tip, self)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.selectionChanged.connect(self._tell_words)
        self.textChanged.connect(self._light)

    # --- what it shows

    def show_entry(self, entry: str, text: str, lights: Sequence[Light] = (),
                   found: Sequence[Span] = ()) -> None:  # fmt: skip
        """Another entry, or the same after an edit. A correction that is under way is not overwritten."""
        shown, before = self.toPlainText(), (self.lights, self._found)
        self.show_text(entry, text)
        if (lights, found) != before or self.toPlainText() != shown or self.extraSelections() == []:
            self.lights, self._found = lights, found
            self._light()

    def tidy(self, text: str) -> str:
        return " ".join(text.split())

    def _light(self) -> None:
        """Evidence and found words are of the stored text: while the text differs from it nothing is lit."""
        if self._loading:
            return
        text = self.toPlainText()
        if text != self._stored:
            self.setExtraSelections([])
            return
        lit = [self._selection(light.span, text, self._looks(light)) for light in self.lights]
        marked = QTextCharFormat()
        marked.setBackground(hit_color(current=False))
        self.setExtraSelections([*lit, *(self._selection(span, text, marked) for span in self._found)])
        strong = [light.span for light in self.lights if light.strong] or self._found
        if strong:
            self.show_place(to_utf16(text, strong[0].start))

    def show_place(self, position: int) -> None:
        """Scrolls a long text to a place, without moving the text cursor."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        box = self.cursorRect(cursor)
        if not self.viewport().rect().contains(box):
            block = cursor.block()
            line = block.layout().lineForTextPosition(cursor.positionInBlock()).lineNumber()
            self.verticalScrollBar().setValue(block.firstLineNumber() + max(0, line - 1))

    def _selection(self, span: Span, text: str, looks: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_utf16(text, span.start))
        cursor.setPosition(to_utf16(text, span.end), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, looks
        return selection

    def _looks(self, light: Light) -> QTextCharFormat:
        color, style = light_of(light.slot, is_dark(self.palette()))
        looks = QTextCharFormat()
        looks.setUnderlineStyle(_UNDERLINES[style])
        looks.setUnderlineColor(color)
        if light.slot is not Slot.ROLE:
            looks.setBackground(translucent(color, _STRONG_GROUND if light.strong else _GROUND))
        return looks

    def names_at(self, offset: int) -> Iterator[str]:
        """What the words at a code point are evidence for."""
        for light in self.lights:
            if light.span.start <= offset < light.span.end:
                yield light.name

    def _answer_tip(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self.cursorForPosition(event.pos()).position()
            names = list(dict.fromkeys(self.names_at(to_code_points(self.toPlainText(), position))))
            if names:
                QToolTip.showText(event.globalPos(), "\n".join(names), self.viewport())
                return True
        return False

    # --- editing

    def give_up(self) -> None:
        super().give_up()
        self._light()
        self._tell_caret()

    def tidied(self, text: str) -> None:
        """The text as it will be stored, with the cursor at the same words."""
        shown = self.toPlainText()
        if shown == text:
            return
        before = shown[: to_code_points(shown, self.textCursor().position())]
        kept = len(" ".join(before.split())) + (1 if before[-1:].isspace() else 0)
        self._set_text(text)
        self._put_cursor(to_utf16(text, kept))
        self.caretMoved.emit(self._entry, min(kept, len(text)))

    @property
    def selected(self) -> Span | None:
        """The words that are selected, whole; None while the text differs from what is stored."""
        text, cursor = self.toPlainText(), self.textCursor()
        if not cursor.hasSelection() or text != self._stored:
            return None
        start = to_code_points(text, cursor.selectionStart())
        return whole_words(text, start, to_code_points(text, cursor.selectionEnd()))

    def drop_selection(self) -> None:
        """The words that were selected have got their meaning."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def _tell_caret(self) -> None:
        if self._entry and not self._loading and self.hasFocus():
            offset = to_code_points(self.toPlainText(), self.textCursor().position())
            self.caretMoved.emit(self._entry, offset)

    def _tell_words(self) -> None:
        if self._entry and not self._loading:
            self.wordsSelected.emit(self._entry, self.selected)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_caret()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._light()


def whole_words(text: str, start: int, end: int) -> Span | None:
    """A stretch of a text without the white space around it, and without half words at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)
