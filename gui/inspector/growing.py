"""A field for words of several lines, as high as they need."""

from __future__ import annotations

import math
from itertools import takewhile

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from gui.texts import direction_of, to_utf16

_LEAVING_NOT = (Qt.FocusReason.PopupFocusReason,)


class GrowingText(QPlainTextEdit):
    """Grows with its text up to `set_room`. Leaving it, or Ctrl+Enter, says `committed`; Esc gives up."""

    committed = Signal(str, str)  # the entry's id, the text as it will be stored
    dropped = Signal()  # what was typed, by Esc
    left = Signal()  # Ctrl+Enter or Esc: the keys go back to where they were
    keeps_by_esc = False

    def __init__(self, fewest: int, most: int, parent: QWidget | None = None) -> None:
        """Never lower than `fewest` lines, and always allowed to be as high as `most`."""
        super().__init__(parent)
        self._fewest, self._most = fewest, most
        self._entry = ""
        self._stored = ""
        self._before: str | None = None  # what was stored before the text that is on its way to the disk
        self._room = 0
        self._loading = False
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(6)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files that are dropped are the window's."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    # --- what it shows

    def show_text(self, entry: str, text: str) -> None:
        """Another entry, or the same after an edit. What is being typed is not overwritten."""
        if entry != self._entry:
            self.commit()
            self._entry = entry
            self._stored, self._before = text, None
            if self.toPlainText() != text:
                self._set_text(text)
            self.document().clearUndoRedoStacks()
        elif text == self._stored:
            self._before = None
        elif text != self._before:
            drafted, self._stored, self._before = self.is_changed, text, None
            if not drafted and self.toPlainText() != text:
                position = self.textCursor().position()
                self._set_text(text)
                self._put_cursor(position)

    @property
    def entry(self) -> str:
        return self._entry

    @property
    def is_changed(self) -> bool:
        """Whether it holds something that is not committed."""
        return self.tidy(self.toPlainText()) != self.tidy(self._stored)

    def tidy(self, text: str) -> str:
        """The text as it is stored."""
        return text.strip()

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

    # --- editing

    def commit(self) -> None:
        """Says what was typed, if anything."""
        if self._entry and self.is_changed:
            text = self.tidy(self.toPlainText())
            self._stored, self._before = text, self._stored
            self.tidied(text)
            self.committed.emit(self._entry, text)

    def take_back(self) -> None:
        """What is on its way could not be stored: it is a draft again, and is committed when it is left."""
        if self._before is not None:
            self._stored, self._before = self._before, None

    def tidied(self, text: str) -> None:
        """For who shows at once what will be stored."""

    def give_up(self) -> None:
        """What was typed goes; the field's own undo brings it back. The cursor is then where typing began."""
        shown = self.toPlainText()
        if shown == self._stored:
            return
        same = sum(
            1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(shown, self._stored, strict=False))
        )
        position = min(self.textCursor().position(), to_utf16(shown, same))
        self._loading = True
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.insertText(self._stored)
        self._loading = False
        self._put_cursor(position)
        self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key is Qt.Key.Key_Escape:
            self.give_up()
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.commit()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()  # its frame, too

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        if event.reason() not in _LEAVING_NOT:
            self.commit()

    # --- its looks

    def event(self, event: QEvent) -> bool:
        """The style draws no frame that tells which field of several lines has the keys."""
        seen = super().event(event)
        if event.type() == QEvent.Type.Paint and self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2 * self.frameWidth()))
            painter.drawRect(self.rect())
        return seen

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self.viewport().width() != event.size().width():
            # A scroll bar that comes while the field is being shown: Qt would keep lines that are too long.
            super().resizeEvent(QResizeEvent(self.viewport().size(), event.size()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _text_height(self) -> float:
        """Of all its lines: those in a script of which the font has no letters may be higher than others."""
        height, block = 0.0, self.document().firstBlock()
        while block.isValid():
            height += block.layout().boundingRect().height()
            block = block.next()
        return height

    def _fit(self, *_: object) -> None:
        line = QFontMetricsF(self.font()).lineSpacing()
        around = 2 * self.document().documentMargin() + 2 * self.frameWidth()
        whole = math.ceil(max(self._fewest * line, self._text_height()) + around)
        most = max(self._room, math.ceil(self._most * line + around))
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAlwaysOff if whole <= most else policy.ScrollBarAlwaysOn
        if wanted != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(wanted)
        height = min(whole, most)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
