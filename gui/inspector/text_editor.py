"""The text of an entry, to read and to correct, with the words lit that gave its values."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from gui.inspector.lights import light_of
from gui.texts import direction_of, to_code_points, to_utf16
from gui.theme import is_dark
from model.labels import Slot, Span

_FEWEST, _MOST = 2, 6  # lines: never lower, and always allowed to be as high as this
_UNDERLINES = {
    Qt.PenStyle.SolidLine: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Qt.PenStyle.DashLine: QTextCharFormat.UnderlineStyle.DashUnderline,
    Qt.PenStyle.DotLine: QTextCharFormat.UnderlineStyle.DotLine,
}
_LEAVING_NOT = (Qt.FocusReason.PopupFocusReason,)


class TextEditor(QPlainTextEdit):
    """Grows with its text up to `set_room`. Leaving it, or Ctrl+Enter, says `committed`; Esc takes back.

    `caretMoved` speaks in code points of the text as it is stored.
    """

    committed = Signal(str, str)  # the entry's id, the corrected text
    caretMoved = Signal(str, int)
    left = Signal()  # Ctrl+Enter or Esc: the keys go back to where they were

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = ""
        self._stored = ""
        self._evidence: Mapping[Slot, tuple[Span, ...]] = {}
        self._room = 0
        self._loading = False
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Text")
        self.setToolTip(
            "The text of what is selected. Edit it (E), Ctrl+Enter keeps the change, Esc drops it"
        )
        self.document().setDocumentMargin(6)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.textChanged.connect(self._light)

    # --- what it shows

    def show_entry(self, entry: str, text: str, evidence: Mapping[Slot, tuple[Span, ...]]) -> None:
        """Another entry, or the same after an edit. A correction that is under way is not overwritten."""
        if entry != self._entry:
            self.commit()
            self._entry = entry
            self._stored = text
            self._set_text(text)
            self.document().clearUndoRedoStacks()
        elif text != self._stored:
            drafted, self._stored = self.is_changed, text
            if not drafted and self.toPlainText() != text:
                position = self.textCursor().position()
                self._set_text(text)
                self._put_cursor(position)
        self._evidence = evidence
        self._light()

    @property
    def entry(self) -> str:
        return self._entry

    @property
    def is_changed(self) -> bool:
        """Whether it holds a correction that is not committed; white space alone is none."""
        return self.toPlainText().split() != self._stored.split()

    def set_room(self, height: int) -> None:
        """How high it may grow, in pixels; longer texts scroll inside."""
        if height != self._room:
            self._room = height
            self._fit()

    def _set_text(self, text: str) -> None:
        self._loading = True
        option = self.document().defaultTextOption()
        direction = direction_of(text)
        if option.textDirection() != direction:
            to_right = direction == Qt.LayoutDirection.RightToLeft
            option.setTextDirection(direction)
            option.setAlignment(Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft)
            self.document().setDefaultTextOption(option)
        self.setPlainText(text)
        self._loading = False

    def _put_cursor(self, position: int) -> None:
        self._loading = True
        cursor = self.textCursor()
        cursor.setPosition(min(position, len(self.toPlainText().encode("utf-16-le")) // 2))
        self.setTextCursor(cursor)
        self._loading = False

    def _light(self) -> None:
        """Evidence is of the stored text: while the text differs from it nothing is lit."""
        if self._loading:
            return
        lit = []
        text = self.toPlainText()
        if text == self._stored:
            for slot, spans in self._evidence.items():
                lit.extend(self._selection(slot, span, text) for span in spans)
        self.setExtraSelections(lit)

    def _selection(self, slot: Slot, span: Span, text: str) -> QTextEdit.ExtraSelection:
        color, style = light_of(slot, is_dark(self.palette()))
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_utf16(text, span.start))
        cursor.setPosition(to_utf16(text, span.end), QTextCursor.MoveMode.KeepAnchor)
        looks = QTextCharFormat()
        looks.setUnderlineStyle(_UNDERLINES[style])
        looks.setUnderlineColor(color)
        ground = QColor(color)
        ground.setAlphaF(0.14)
        if slot is not Slot.ROLE:
            looks.setBackground(ground)
        selection.cursor, selection.format = cursor, looks
        return selection

    # --- editing

    def commit(self) -> None:
        """Says the correction, if there is one."""
        if self._entry and self.is_changed:
            text = " ".join(self.toPlainText().split())
            self._stored = text
            self._set_text_quietly(text)
            self.committed.emit(self._entry, text)

    def revert(self) -> None:
        """Drops the correction."""
        if self.toPlainText() != self._stored:
            position = self.textCursor().position()
            self._set_text(self._stored)
            self._put_cursor(position)

    def _set_text_quietly(self, text: str) -> None:
        """The text as it will be stored, with the cursor at the same words."""
        shown = self.toPlainText()
        if shown == text:
            return
        before = shown[: to_code_points(shown, self.textCursor().position())]
        kept = len(" ".join(before.split())) + (1 if before[-1:].isspace() else 0)
        self._set_text(text)
        self._put_cursor(to_utf16(text, kept))
        self.caretMoved.emit(self._entry, min(kept, len(text)))

    def _tell_caret(self) -> None:
        if self._entry and not self._loading and self.hasFocus():
            offset = to_code_points(self.toPlainText(), self.textCursor().position())
            self.caretMoved.emit(self._entry, offset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key is Qt.Key.Key_Escape:
            self.revert()
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.commit()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _LEAVING_NOT:
            self.commit()

    # --- its height

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        elif event.type() == QEvent.Type.PaletteChange:
            self._light()

    def _fit(self, *_: object) -> None:
        line = QFontMetricsF(self.font()).lineSpacing()
        around = 2 * self.document().documentMargin() + 2 * self.frameWidth()
        lines = max(_FEWEST, self.document().size().height())
        whole = math.ceil(lines * line + around)
        most = max(self._room, math.ceil(_MOST * line + around))
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if whole <= most else policy.ScrollBarAsNeeded
        )
        height = min(whole, most)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
