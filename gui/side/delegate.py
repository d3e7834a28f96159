"""Draws the lines of the left side's panels."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.focus_frame import draw_focus_frame
from gui.icons import drawn
from gui.role_bar import dashed_bar
from gui.side.lines import LINE, Line
from gui.tables import Index
from gui.texts import direction_of, slants, to_utf16
from gui.theme import (
    INSIDE,
    ROW,
    STEP,
    hovered_ground,
    is_dark,
    label_color,
    larger_text,
    selected_ground,
    small_font,
    state_color,
)
from model.labels import Span
from model.right_to_left import reads_right_to_left

BAR = 3
PICTURE = 16


class LinesDelegate(QStyledItemDelegate):
    """Text in a few lines with found words bold, quiet words below, an icon and a role's bar in front."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE)
        metrics, small = self._view.fontMetrics(), QFontMetrics(self._small())
        if line.heading:
            return QSize(0, max(ROW, small.height() + 3 * STEP))
        height = self._count(line) * metrics.lineSpacing()
        if line.detail:
            height += small.height() + STEP // 2
        return QSize(0, max(ROW, height + 2 * STEP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        painter.save()
        if line.heading:
            self._paint_heading(painter, option.rect, line)
        else:
            self._paint_ground(painter, option)
            self._paint_line(painter, option.rect, line)
        painter.restore()

    # --- the parts

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette = self._view.palette()
        focused = self._view.hasFocus()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, selected_ground(palette, focused))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, hovered_ground(palette))
        if focused and option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_frame(painter, option.rect, palette)

    def _paint_heading(self, painter: QPainter, box: QRect, line: Line) -> None:
        palette = self._view.palette()
        inside = box.adjusted(INSIDE, STEP, -INSIDE, 0)
        font = self._small()
        painter.setFont(font)
        painter.setPen(palette.placeholderText().color())
        note = QFontMetrics(font).horizontalAdvance(line.note)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, line.note)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        inside.setRight(inside.right() - note - STEP)
        words = QFontMetrics(font).elidedText(line.text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_line(self, painter: QPainter, box: QRect, line: Line) -> None:
        palette, dark = self._view.palette(), is_dark(self._view.palette())
        metrics, quiet = self._view.fontMetrics(), palette.placeholderText().color()
        if line.role is not None:
            bar = QRect(box.left(), box.top() + 1, BAR, box.height() - 2)
            self._paint_bar(painter, bar, label_color(line.role, dark), line.suggested)
        room = self._room(box, line)
        if line.picture:
            color = state_color(line.status, dark) if line.status is not None else quiet
            picture = drawn(line.picture, color, self._side, self._view.devicePixelRatioF())
            top = room.top() + (metrics.height() - self._side) // 2
            painter.drawPixmap(QPoint(box.left() + INSIDE, top), picture)
        ink = quiet if line.faded else palette.color(QPalette.ColorRole.Text)
        if line.note:
            painter.setFont(self._small())
            painter.setPen(quiet)
            first = QRect(room.left(), room.top(), room.width(), metrics.height())
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(first, side, self.shown_note(line))
            room.setRight(room.right() - self._note_width(line))
        painter.setPen(ink)
        below = self._paint_text(painter, room, line)
        if line.detail:
            painter.setFont(self._small())
            painter.setPen(quiet)
            small = painter.fontMetrics()
            words = small.elidedText(line.detail, Qt.TextElideMode.ElideMiddle, self._room(box, line).width())
            place = QRect(
                room.left(), below + STEP // 2, room.width() + self._note_width(line), small.height()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_bar(self, painter: QPainter, bar: QRect, color: QColor, suggested: bool) -> None:
        if suggested:
            painter.drawPixmap(bar.topLeft(), dashed_bar(color, bar.size(), self._view.devicePixelRatioF()))
        else:
            painter.fillRect(bar, color)

    def _paint_text(self, painter: QPainter, room: QRect, line: Line) -> int:
        """Gives where the text ends, in pixels from the top."""
        count = self._count(line)
        text, bold = line.text, line.bold
        if count == 1 and not bold:
            return self._paint_one(painter, room, line)
        layout = self.laid_out(text, bold, room.width(), count, _is_italic(line))
        last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
        if last is not None and last.textStart() + last.textLength() < len(layout.text()):
            cut = max(1, last.textStart() + last.textLength() - 2)
            shown = layout.text()[:cut].rstrip() + "…"
            layout = self.laid_out(shown, bold, room.width(), count, _is_italic(line))
        painter.setLayoutDirection(direction_of(text))
        layout.draw(painter, QPointF(room.left(), room.top()))
        painter.setLayoutDirection(self._view.layoutDirection())
        return room.top() + count * self._view.fontMetrics().lineSpacing()

    def _paint_one(self, painter: QPainter, room: QRect, line: Line) -> int:
        font = QFont(self._view.font())
        font.setItalic(_is_italic(line))
        painter.setFont(font)
        metrics = painter.fontMetrics()
        box = QRect(room.left(), room.top(), room.width(), metrics.lineSpacing())
        to_right = reads_right_to_left(line.text)
        edge = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(direction_of(line.text))
        words = metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, box.width())
        flags = Qt.AlignmentFlag.AlignVCenter | edge | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(box, flags | Qt.TextFlag.TextSingleLine, words)
        painter.setLayoutDirection(self._view.layoutDirection())
        return box.bottom() + 1

    def laid_out(self, text: str, bold: tuple[Span, ...], width: int, count: int,
                  italic: bool) -> QTextLayout:  # fmt: skip
        font = QFont(self._view.font())
        font.setItalic(italic)
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(direction_of(text))
        if reads_right_to_left(text):
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats(_formats(text, bold))
        metrics = self._view.fontMetrics()
        layout.beginLayout()
        for number in range(count):
            row = layout.createLine()
            if not row.isValid():
                break
            row.setLineWidth(max(1, width))
            # By where the letters stand: those of another font, such as Chinese ones, may be taller.
            row.setPosition(QPointF(0, number * metrics.lineSpacing() + metrics.ascent() - row.ascent()))
        layout.endLayout()
        return layout

    # --- measures

    @property
    def _side(self) -> int:
        """Of a picture, which is as much larger as the text is."""
        return round(PICTURE * larger_text(self._view))

    def _room(self, box: QRect, line: Line) -> QRect:
        left = INSIDE + (self._side + STEP + 2 if line.picture else 0)
        return box.adjusted(left, STEP, -INSIDE, -STEP)

    def shown_note(self, line: Line) -> str:
        """The quiet words at the right: of a narrow list with large letters they take a third."""
        room = self._view.viewport().width() // 3
        return QFontMetrics(self._small()).elidedText(line.note, Qt.TextElideMode.ElideRight, room)

    def _note_width(self, line: Line) -> int:
        if not line.note:
            return 0
        return QFontMetrics(self._small()).horizontalAdvance(self.shown_note(line)) + INSIDE

    def _count(self, line: Line) -> int:
        """How many lines a text takes, by its length where that leaves no doubt: laying all of them out would
        take too long. The words of a long text fill no line to its end."""
        if line.most == 1:
            return 1
        box = QRect(0, 0, self._view.viewport().width(), 0)
        room = max(40, self._room(box, line).width() - self._note_width(line))
        length = self._view.fontMetrics().horizontalAdvance(line.text[:600])
        if length <= room:
            return 1
        if math.ceil(length / room) >= line.most:
            return line.most
        return self.laid_out(line.text, line.bold, room, line.most, _is_italic(line)).lineCount()

    def _small(self) -> QFont:
        return small_font(self._view.font())


def _is_italic(line: Line) -> bool:
    return line.suggested and slants(line.text)


def _formats(text: str, bold: tuple[Span, ...]) -> list[QTextLayout.FormatRange]:
    found = []
    for span in bold:
        if span.start >= len(text):
            break
        one = QTextLayout.FormatRange()
        one.start = to_utf16(text, span.start)
        one.length = to_utf16(text, min(span.end, len(text))) - one.start
        heavy = QTextCharFormat()
        heavy.setFontWeight(QFont.Weight.Bold)
        one.format = heavy
        found.append(one)
    return found
