"""Draws a line of the documents panel; where the panel is narrow, its icon only."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.icons import drawn
from gui.library.items import ICONS, Item, State
from gui.library.model import ITEM
from gui.progress_line import paint_progress
from gui.tables import Index
from gui.theme import INSIDE, ROW, STEP, is_dark, state_color
from model.labels import Status

ICON_SIDE = 18
# Below this width names would be cut to nothing.
NARROW = 110
_SMALLER = 0.88

_TINTS = {State.DONE: Status.ACCEPTED, State.FAILED: Status.FLAGGED}


class LibraryDelegate(QStyledItemDelegate):
    """One line for a report, two for a file that is on its way or failed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item: Item = index.data(ITEM)
        line = max(ROW, option.fontMetrics.height() + 2 * STEP)
        narrow = option.rect.width() < NARROW
        if item.document or narrow:
            return QSize(0, line)
        return QSize(0, line + QFontMetrics(_small(option.font)).height() + STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(ITEM)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._paint_ground(painter, option, selected)
        box = option.rect
        if box.width() < NARROW:
            self._paint_icon(painter, item, box, selected, option.palette)
        else:
            left = QRect(box.left() + INSIDE, box.top(), ICON_SIDE, min(box.height(), self._line(option)))
            self._paint_icon(painter, item, left, selected, option.palette)
            self._paint_words(painter, option, item, box.adjusted(2 * INSIDE + ICON_SIDE, 0, -INSIDE, 0))
        painter.restore()

    def _line(self, option: QStyleOptionViewItem) -> int:
        return max(ROW, option.fontMetrics.height() + 2 * STEP)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, selected: bool) -> None:
        palette = option.palette
        if selected:
            active = bool(option.state & QStyle.StateFlag.State_Active)
            group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
            painter.fillRect(option.rect, palette.color(group, QPalette.ColorRole.Highlight))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            hover = QColor(palette.color(QPalette.ColorRole.Highlight))
            hover.setAlpha(28)
            painter.fillRect(option.rect, hover)

    def _paint_icon(self, painter: QPainter, item: Item, box: QRect, selected: bool,
                    palette: QPalette) -> None:  # fmt: skip
        square = QRect(0, 0, ICON_SIDE, ICON_SIDE)
        square.moveCenter(box.center())
        if item.state in _TINTS and not selected:
            color = state_color(_TINTS[item.state], is_dark(palette))
        else:
            role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.ButtonText
            color = palette.color(role)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(square, drawn(ICONS[item.state], color, ICON_SIDE, ratio))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, item: Item, box: QRect) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = option.palette.color(role)
        quiet = QColor(ink)
        quiet.setAlpha(200 if selected else 150)
        top = QRect(box.left(), box.top(), box.width(), self._line(option))
        small = _small(option.font)
        if item.counts:
            painter.setFont(small)
            painter.setPen(quiet)
            painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, item.counts)
            top.adjust(0, 0, -QFontMetrics(small).horizontalAdvance(item.counts) - INSIDE, 0)
        painter.setFont(option.font)
        painter.setPen(ink)
        # Symbols of one series differ at their end, so the middle gives way.
        name = option.fontMetrics.elidedText(item.name, Qt.TextElideMode.ElideMiddle, top.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        if item.document:
            return
        second = QRect(box.left(), top.bottom() - STEP, box.width(), box.bottom() - top.bottom())
        painter.setFont(small)
        painter.setPen(quiet)
        words = QFontMetrics(small).elidedText(item.detail, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, words)
        if item.state is State.READING and item.total:
            line = QRectF(second.left(), box.bottom() - 2, second.width(), 3)
            paint_progress(painter, line, item.done / item.total, option.palette)


def _small(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * _SMALLER)
    return smaller
