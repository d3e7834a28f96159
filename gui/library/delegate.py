"""Draws a line of the documents panel; where the panel is narrow, its icon only."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.focus_frame import draw_focus_frame
from gui.icons import drawn
from gui.library.items import ICONS, Item, State
from gui.library.model import ITEM
from gui.progress_line import paint_progress
from gui.tables import Index
from gui.theme import INSIDE, ROW, STEP, hovered_ground, is_dark, larger_text, selected_ground, state_color
from model.labels import Status

_ICON_SIDE = 18
# Below this width names would be cut to nothing.
NARROW = 110
_SMALLER = 0.88

_TINTS = {State.DONE: Status.ACCEPTED, State.FAILED: Status.FLAGGED}


class LibraryDelegate(QStyledItemDelegate):
    """Two lines, the second with the state in words; one for a report where they are not to be `roomy`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.roomy = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item: Item = index.data(ITEM)
        narrow = option.rect.width() < NARROW
        return QSize(0, self._height(option.font, 1 if narrow or self._is_single(item) else 2))

    def roomy_height(self, font: QFont) -> int:
        """Pixels of a line with room for words."""
        return self._height(font, 2)

    def _height(self, font: QFont, lines: int) -> int:
        line = max(ROW, QFontMetrics(font).height() + 2 * STEP)
        return line if lines == 1 else line + QFontMetrics(_small(font)).height() + STEP

    def _is_single(self, item: Item) -> bool:
        return bool(item.document) and not self.roomy

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(ITEM)
        painter.save()
        self._paint_ground(painter, option)
        box = option.rect
        if box.width() < NARROW:
            self._paint_icon(painter, item, box, _side(option.widget), option.palette)
        else:
            side = _side(option.widget)
            left = QRect(box.left() + INSIDE, box.top(), side, min(box.height(), self._line(option)))
            self._paint_icon(painter, item, left, side, option.palette)
            self._paint_words(painter, option, item, box.adjusted(2 * INSIDE + side, 0, -INSIDE, 0))
        painter.restore()

    def _line(self, option: QStyleOptionViewItem) -> int:
        return max(ROW, option.fontMetrics.height() + 2 * STEP)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """The report that is open, and the one that has the keys, as in the other lists."""
        palette, focused = option.palette, option.widget.hasFocus()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, selected_ground(palette, focused))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, hovered_ground(palette))
        if focused and option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_frame(painter, option.rect, palette)

    def _paint_icon(self, painter: QPainter, item: Item, box: QRect, side: int, palette: QPalette) -> None:
        square = QRect(0, 0, side, side)
        square.moveCenter(box.center())
        if item.state in _TINTS:
            color = state_color(_TINTS[item.state], is_dark(palette))
        else:
            color = palette.color(QPalette.ColorRole.ButtonText)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(square, drawn(ICONS[item.state], color, side, ratio))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, item: Item, box: QRect) -> None:
        ink = option.palette.color(QPalette.ColorRole.Text)
        quiet = option.palette.color(QPalette.ColorRole.PlaceholderText)
        top = QRect(box.left(), box.top(), box.width(), self._line(option))
        small = _small(option.font)
        state = state_shown(item, top.width(), option.fontMetrics, QFontMetrics(small))
        if state and self._is_single(item):
            painter.setFont(small)
            painter.setPen(quiet)
            painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, state)
            top.adjust(0, 0, -QFontMetrics(small).horizontalAdvance(state) - INSIDE, 0)
        painter.setFont(option.font)
        painter.setPen(ink)
        # Symbols of one series differ at their end, so the middle gives way.
        name = option.fontMetrics.elidedText(item.name, Qt.TextElideMode.ElideMiddle, top.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        if self._is_single(item):
            return
        second = QRect(box.left(), top.bottom() - STEP, box.width(), box.bottom() - top.bottom())
        painter.setFont(small)
        painter.setPen(quiet)
        words = QFontMetrics(small).elidedText(item.detail, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, words)
        if item.state is State.READING and item.total:
            line = QRectF(second.left(), box.bottom() - 2, second.width(), 3)
            paint_progress(painter, line, item.done / item.total, option.palette)


def state_shown(item: Item, width: int, name: QFontMetrics, small: QFontMetrics) -> str:
    """What follows a report's name in a line of this width: its state in words, or counts alone where
    the name would be cut for the words."""
    room = width - name.horizontalAdvance(item.name) - INSIDE
    return item.state_words if small.horizontalAdvance(item.state_words) <= room else item.counts


def _side(view: QWidget) -> int:
    """Of an icon, which is as much larger as the text is."""
    return round(_ICON_SIDE * larger_text(view))


def _small(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * _SMALLER)
    return smaller
