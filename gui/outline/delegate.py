"""Draws the rows of the outline, and lets a number or a heading be edited in its place."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.focus_frame import draw_focus_frame
from gui.icons import STATE_ICONS, drawn
from gui.outline.answers import NUMBER
from gui.outline.boxes import STATE, Boxes, lay_out, row_height
from gui.outline.looks import Look, Mark
from gui.outline.model import OutlineModel
from gui.role_bar import dashed_bar
from gui.tables import Index
from gui.texts import LONGEST_NUMBER, direction_of, shown_line, slants
from gui.theme import STEP, hovered_ground, is_dark, label_color, larger_text, selected_ground, state_color
from model.labels import Status
from model.nodes import Kind, Node

_Cut = Qt.TextElideMode
_BOLD = frozenset({Kind.TITLE, Kind.SECTION})
_QUIET = frozenset({Kind.FOOTNOTE, Kind.FURNITURE, Kind.CONTENTS})
_COUNT = 0.75  # of the text's size, in the mark of several recommendations
_SHOWN_LETTERS = 240
_MOST_ELIDED = 2000  # cut texts that are kept
_NUMBER_FIELD = 64
_UNMARKED = _BOLD | _QUIET  # unless they are reviewed
# Left and right as seen: the painter's direction must not swap them. Made once: flags are slow to join.
_AT_EDGE = {
    to_right: Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignAbsolute
    | (Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft)
    for to_right in (False, True)
}  # fmt: skip


class Part(Enum):
    """What of a row is edited in its place."""

    NUMBER = "number"
    TEXT = "text"


class RowDelegate(QStyledItemDelegate):
    """Reads the entries themselves: the model's data would take four times as long."""

    def __init__(self, model: OutlineModel, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.part = Part.TEXT
        self._fonts: dict[tuple[bool, bool], tuple[QFont, QFontMetrics]] = {}
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}
        self._larger = 0.0  # than usual is the text; 0 until it is asked for
        self._dashes: dict[tuple[str, int, float], QPixmap] = {}
        self._elided: dict[tuple[str, int, bool, bool, _Cut], str] = {}

    def forget_fonts(self) -> None:
        """After the view's font has changed."""
        self._fonts.clear()
        self._elided.clear()
        self._larger = 0.0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(self._font(False, False)[1]))

    def boxes(self, row: int, rect: QRect) -> Boxes:
        """Where the parts of a row are whose rectangle in the viewport is `rect`."""
        model = self._model
        entry, node = model.rows[row], model.node(row)
        letters = model.number_length(entry.depth)
        bold = self._font(True, False)[1]
        width = bold.horizontalAdvance("0" * letters) if letters else 0
        marks = len(model.look(node).marks) if node is not None else 0
        side = self._view.layoutDirection()
        return lay_out(rect, entry.depth, model.deepest, width, marks, side, self._larger_text())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node = self._model.node(index.row())
        if node is None:
            return
        row, look = self._model.rows[index.row()], self._model.look(node)
        boxes = self.boxes(index.row(), option.rect)
        palette = self._view.palette()
        painter.save()
        self._paint_ground(painter, option, palette)
        self._paint_bar(painter, boxes.bar, look, is_dark(palette))
        if option.state & QStyle.StateFlag.State_MouseOver:
            ticked = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_box(painter, boxes.state, ticked, palette)
        elif look.status is not Status.UNREVIEWED or node.kind not in _UNMARKED:
            color = state_color(look.status, is_dark(palette))
            self._paint_picture(painter, boxes.state, STATE_ICONS[look.status], color)
        if row.branch:
            self._paint_arrow(painter, boxes.arrow, row.open, palette)
        for mark, box in zip(look.marks, boxes.marks, strict=True):
            self._paint_mark(painter, box, mark, look, palette)
        self._paint_words(painter, boxes, node, look, row.context, palette)
        painter.restore()

    # --- the parts

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, palette: QPalette) -> None:
        state = option.state
        focused = self._view.hasFocus()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, selected_ground(palette, focused))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, hovered_ground(palette))
        if focused and state & QStyle.StateFlag.State_HasFocus:
            draw_focus_frame(painter, option.rect, palette)

    def _paint_bar(self, painter: QPainter, box: QRect, look: Look, dark: bool) -> None:
        if look.role is None:
            return
        color = label_color(look.role, dark)
        if not look.suggested:
            painter.fillRect(box, color)
            return
        ratio = self._view.devicePixelRatioF()
        key = (color.name(), box.height(), ratio)
        if key not in self._dashes:
            self._dashes[key] = dashed_bar(color, box.size(), ratio)
        painter.drawPixmap(box.topLeft(), self._dashes[key])

    def _paint_box(self, painter: QPainter, box: QRect, ticked: bool, palette: QPalette) -> None:
        """To tick by the mouse, in place of the state of the row that it is on."""
        color = (palette.text() if ticked else palette.placeholderText()).color()
        self._paint_picture(painter, box, "box-ticked" if ticked else "box", color)

    def _paint_arrow(self, painter: QPainter, box: QRect, is_open: bool, palette: QPalette) -> None:
        center = QPointF(box.center()) + QPointF(0.5, 0.5)
        if is_open:
            points = [QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)]
        else:
            tip = -2 if self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft else 2
            points = [QPointF(-tip, -4), QPointF(tip, 0), QPointF(-tip, 4)]
        larger = box.width() / STATE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(palette.placeholderText().color(), 1.5 * larger)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([center + point * larger for point in points]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_mark(self, painter: QPainter, box: QRect, mark: Mark, look: Look, palette: QPalette) -> None:
        if mark is Mark.DOUBT:
            color = state_color(Status.FLAGGED, is_dark(palette))
            self._paint_picture(painter, box, "warning", color)
        elif mark is Mark.NOTE:
            self._paint_picture(painter, box, "note", palette.placeholderText().color())
        else:
            font = QFont(self._font(True, False)[0])
            font.setPointSizeF(font.pointSizeF() * _COUNT)
            painter.setFont(font)
            painter.setPen(QPen(palette.placeholderText().color(), 1))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(look.recommendations))

    def _paint_words(self, painter: QPainter, boxes: Boxes, node: Node, look: Look, context: bool,
                     palette: QPalette) -> None:  # fmt: skip
        quiet = context or node.kind in _QUIET or look.status is Status.REJECTED
        painter.setPen((palette.placeholderText() if quiet else palette.text()).color())
        bold = node.kind in _BOLD
        rightward = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        number = node.printed_number
        if number and boxes.number.width():
            painter.setFont(self._font(bold, False)[0])
            painter.setLayoutDirection(direction_of(number))
            number = self._fitting(number, boxes.number.width() + STEP, bold, False, _Cut.ElideMiddle)
            box = boxes.number.adjusted(-STEP if rightward else 0, 0, 0 if rightward else STEP, 0)
            painter.drawText(box, _AT_EDGE[rightward], number)
        text = shown_line(node)[:_SHOWN_LETTERS]
        italic = look.suggested and slants(text)
        painter.setFont(self._font(bold, italic)[0])
        direction = direction_of(text)
        painter.setLayoutDirection(direction)
        text = self._fitting(text, boxes.text.width(), bold, italic)
        to_right = rightward or direction == Qt.LayoutDirection.RightToLeft
        painter.drawText(boxes.text, _AT_EDGE[to_right], text)

    def _fitting(self, text: str, width: int, bold: bool, italic: bool,
                 cut: Qt.TextElideMode = _Cut.ElideRight) -> str:  # fmt: skip
        """A text cut to a width: rows are painted again and again, and measuring takes as long. The end of a
        number such as "Recommendation 2" tells it from others."""
        key = (text, width, bold, italic, cut)
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) >= _MOST_ELIDED:
                self._elided.clear()
            metrics = self._font(bold, italic)[1]
            found = self._elided[key] = metrics.elidedText(text, cut, width)
        return found

    def _paint_picture(self, painter: QPainter, box: QRect, name: str, color: QColor) -> None:
        ratio, side = self._view.devicePixelRatioF(), box.width()
        key = (name, color.name(), side, ratio)
        if key not in self._pictures:
            self._pictures[key] = drawn(name, color, side, ratio)
        painter.drawPixmap(box.topLeft(), self._pictures[key])

    def _larger_text(self) -> float:
        self._larger = self._larger or larger_text(self._view)
        return self._larger

    def _font(self, bold: bool, italic: bool) -> tuple[QFont, QFontMetrics]:
        found = self._fonts.get((bold, italic))
        if found is None:
            font = QFont(self._view.font())
            font.setBold(bold)
            font.setItalic(italic)
            found = self._fonts[bold, italic] = (font, QFontMetrics(font))
        return found

    # --- editing in place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setObjectName(self.part.value)
        if self.part is Part.NUMBER:
            field.setMaxLength(LONGEST_NUMBER)
        field.setAccessibleName("Number" if self.part is Part.NUMBER else "Text of the heading")
        # No frame: a frame's padding would clip the letters at this height.
        field.setFrame(False)
        field.setAcceptDrops(False)
        field.setAutoFillBackground(True)
        field.setStyleSheet("QLineEdit { border: 1px solid palette(highlight); padding: 0 2px; }")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if editor.isModified():
            return  # an edit that was queued before must not overwrite what is being typed
        role = NUMBER if editor.objectName() == Part.NUMBER.value else int(Qt.ItemDataRole.EditRole)
        editor.setText(str(self._model.data(index, role) or ""))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        role = NUMBER if editor.objectName() == Part.NUMBER.value else int(Qt.ItemDataRole.EditRole)
        if editor.text() != self._model.data(index, role):
            self._model.setData(index, editor.text(), role)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        boxes = self.boxes(index.row(), self._view.visualRect(index))
        box = boxes.number if editor.objectName() == Part.NUMBER.value else boxes.text
        if editor.objectName() == Part.NUMBER.value and box.width() < _NUMBER_FIELD:
            if self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                box.setLeft(box.right() - _NUMBER_FIELD)
            else:
                box.setWidth(_NUMBER_FIELD)
        editor.setGeometry(box.adjusted(-3, 2, 3, -2))
