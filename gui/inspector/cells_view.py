"""The cells of a table on the screen: how wide, how high, which of them are selected."""

from __future__ import annotations

from heapq import nlargest
from itertools import zip_longest

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.inspector.cells_model import CellsModel, column_name
from gui.tables import Index
from gui.theme import ROW, is_dark, larger_text

_WIDEST, _NARROWEST = 112, 32  # pixels of a column at first
_MEASURED = 30  # cells of a column
_AROUND = 10  # pixels beside the words of a cell
_HIGHEST = 10_000  # pixels, more than any cell needs
_SHADE = 120  # per cent: by so much lines are darker than the ground
_FEWEST = 4  # rows for which there is always room
_TIP = "Words can be copied to a spreadsheet"
_TIP_TO_CORRECT = (
    "Double-click a cell, or press F2, to correct it; words can be copied from and to a spreadsheet"
)
_Hint = QTableView.ScrollHint


class CellsView(QTableView):
    """Grows with its rows up to `set_room`. Only the rows in sight are measured: a table may have hundreds,
    and a selected entry is to be seen at once."""

    def __init__(self, model: CellsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells = model
        self._room = 0
        self._measured: set[int] = set()  # rows that are as high as their words
        self._is_fitting = False
        self.setAccessibleName("Cells of the table")
        self.setItemDelegate(_Cell(self))
        self.setModel(model)
        self.setEditTriggers(QTableView.EditTrigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumSize(QSize(0, 0))
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW)
        rows.setDefaultSectionSize(ROW)
        columns.setMinimumSectionSize(_NARROWEST)
        columns.sectionResized.connect(self._column_resized)
        self.verticalScrollBar().valueChanged.connect(self._measure_in_sight)
        self.show_writable()
        self._tint()

    @property
    def chosen(self) -> set[tuple[int, int]]:
        """The selected cells, as (row, column)."""
        return {
            (row, column)
            for block in self.selectionModel().selection().toList()
            for row in range(block.top(), block.bottom() + 1)
            for column in range(block.left(), block.right() + 1)
        }

    def show_writable(self) -> None:
        """Says what can be done."""
        self.setToolTip(_TIP_TO_CORRECT if self._cells.writable else _TIP)

    def set_room(self, height: int) -> None:
        """How high it may grow, in pixels; more rows scroll inside."""
        if height != self._room:
            self._room = height
            self._fit_height()

    def fit(self) -> None:
        """Columns about as wide as their words."""
        self._is_fitting = True
        for column, wide in enumerate(self._widths()):
            self.setColumnWidth(column, wide)
        self._is_fitting = False
        self.fit_rows()

    def fit_rows(self) -> None:
        """Rows as high as their words, in columns that stay as they are; a caption has all of them."""
        self._measured.clear()
        self.clearSpans()
        for row in self._captions():
            self.setSpan(row, 0, 1, self._cells.width)
        self._fit_height()

    def _captions(self) -> set[int]:
        """Rows of one cell whose words are wider than a column. Of others the cells beside can be reached."""
        if self._cells.width == 1:
            return set()
        return {
            row
            for row, line in enumerate(self._cells.cells)
            if len(line) == 1 and self._wide(line[0]) > self._scaled(_WIDEST)
        }

    def _wide(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + _AROUND

    def _scaled(self, pixels: int) -> int:
        return round(pixels * larger_text(self))

    def _widths(self) -> list[int]:
        """Of a long column the widest words are among those with the most letters."""
        captions = self._captions()
        lines = (line for row, line in enumerate(self._cells.cells) if row not in captions)
        columns = (nlargest(_MEASURED, column, key=len) for column in zip_longest(*lines, fillvalue=""))
        least, most = self._scaled(_NARROWEST), self._scaled(_WIDEST)
        widths = [min(most, max(least, *map(self._wide, longest))) for longest in columns]
        return widths + [least] * self._cells.writable

    def _fit_height(self) -> None:
        around = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        needed = around + self.horizontalScrollBar().sizeHint().height()
        most = max(self._room, _FEWEST * ROW + needed)
        for row in range(self._cells.rowCount()):
            if needed >= most:
                break
            self._measure(row)
            needed += self.rowHeight(row)
        self.setFixedHeight(min(needed, most))
        self._measure_in_sight()

    def _measure(self, row: int) -> None:
        if row not in self._measured:
            self._measured.add(row)
            self.resizeRowToContents(row)

    def _measure_in_sight(self, *_: object) -> None:
        row = max(0, self.rowAt(0))
        while row < self._cells.rowCount() and self.rowViewportPosition(row) < self.viewport().height():
            self._measure(row)
            row += 1

    def _column_resized(self, *_: object) -> None:
        if not self._is_fitting:
            self._measured.clear()
            self._measure_in_sight()

    # --- Qt's interface

    def scrollTo(self, index: Index, hint: QTableView.ScrollHint = _Hint.EnsureVisible) -> None:
        """The rows that come into sight are measured first: as they grow they would push it out again."""
        around = self.viewport().height() // ROW
        for row in range(max(0, index.row() - around), min(self._cells.rowCount(), index.row() + around)):
            self._measure(row)
        self.updateGeometries()  # how far it can be scrolled, now that they are higher
        super().scrollTo(index, hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure_in_sight()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        """Qt's style draws the lines between cells in a darker shade of the window's ground: where that is
        dark nobody would see them."""
        palette, whole, role = self.palette(), QGuiApplication.palette(), QPalette.ColorRole
        ground = whole.color(role.Light).lighter(_SHADE) if is_dark(whole) else whole.color(role.Window)
        if palette.color(role.Window) != ground:
            palette.setColor(role.Window, ground)
            self.setPalette(palette)
            self.horizontalHeader().setPalette(whole)  # not of the lines' ground


class _Cell(QStyledItemDelegate):
    def __init__(self, view: CellsView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As Qt's own, which asks much more of the model, and takes a caption for as narrow as a column."""
        words = index.data()
        if not words:
            return QSize(0, ROW)
        style = self._view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self._view)
        wide = self._view.visualRect(index).width() - 1 - 2 * (style + 1)
        box = QRect(0, 0, max(1, wide), _HIGHEST)
        height = option.fontMetrics.boundingRect(box, Qt.TextFlag.TextWordWrap.value, words).height()
        return QSize(wide, max(ROW, height))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(f"Cell {column_name(index.column())}{index.row() + 1}")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Another edit of the table must not overwrite what is being typed."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)
