"""The cells of a table, to read and to correct."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QObject,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableView, QWidget

from gui.event_filter import EventFilter
from gui.icons import icon
from gui.inspector.block import Block
from gui.menu_button import MenuButton
from gui.menus import LetteredMenu, added, words_of
from gui.small_button import grow_with_text
from gui.tables import NOWHERE, Index
from gui.texts import direction_of, document_direction
from gui.theme import ROW, is_dark, larger_text
from model import cells as changes
from model.cells import Cells
from model.plurals import counted

_WIDEST, _NARROWEST = 112, 32  # pixels of a column at first
_AROUND = 10  # pixels beside the words of a cell
_SHADE = 120  # per cent: by so much lines are darker than the ground
_FEWEST = 4  # rows for which there is always room
_TIP = "Double-click a cell, or press F2, to correct it; words can be copied from and to a spreadsheet"
Key = QKeySequence.StandardKey


class CellsModel(QAbstractTableModel):
    """The cells, with an empty row and column behind them in which new ones are typed."""

    typed = Signal(int, int, str)  # row, column, words

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cells: Cells = ()
        self.writable = True

    def show_cells(self, cells: Cells) -> None:
        self.beginResetModel()
        self.cells = cells
        self.endResetModel()

    def words(self, row: int, column: int) -> str:
        line = self.cells[row] if row < len(self.cells) else ()
        return line[column] if column < len(line) else ""

    @property
    def width(self) -> int:
        """How many columns have words."""
        return max(map(len, self.cells), default=0)

    # --- Qt's interface

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.cells) + self.writable

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.width + self.writable

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # fmt: skip
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return _letters(section) if section < self.width else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        words = self.words(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words or "empty"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            to_left = direction_of(words) is Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if to_left else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        editable = Qt.ItemFlag.ItemIsEditable if self.writable else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | editable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        words = " ".join(str(value).split())
        if words != self.words(index.row(), index.column()):
            self.typed.emit(index.row(), index.column(), words)
        return True


class TableBlock(Block):
    """`committed` gives the entry's id with its cells as they become; `caretMoved` where the current row
    begins in the table's text, in code points."""

    committed = Signal(str, object)
    caretMoved = Signal(str, int)
    splitAsked = Signal()
    left = Signal()  # Esc: the keys go back to where they were

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, "Table", parent)
        self._entry, self._text = "", ""
        self._room = 0
        self.model = CellsModel(self)
        self.model.typed.connect(self._type)
        self.view = _view(self.model, self)
        self.menu = LetteredMenu(parent=self)
        self._fill_menu()
        self.more = MenuButton(self)
        self.more.setIcon(icon("unfold"))
        grow_with_text(self.more, 12)
        self.more.setMenu(self.menu)
        self.more.setToolTip("What can be done with the selected cells")
        self.more.setAccessibleName(self.more.toolTip())
        self.body.addWidget(self.view)
        self.head.addWidget(self.more)
        self.view.selectionModel().currentChanged.connect(self._tell_row)
        self._tint()
        EventFilter(self.view, self._sees, self)
        EventFilter(self.view.viewport(), self._sees_menu, self)

    # --- what it shows

    def show_table(self, entry: str, text: str, cells: Cells, language: str) -> None:
        """A table, or the same after an edit: what is selected and where it is scrolled to then stay."""
        same, self._entry, self._text = entry == self._entry, entry, text
        if same and cells == self.model.cells:
            return
        self.view.setLayoutDirection(document_direction(language))
        if same:
            self._follow(cells)
        else:
            self.model.show_cells(cells)
            self._fit()
            self.view.scrollToTop()
            self.view.setCurrentIndex(NOWHERE)
        self.origin.setText(f"{counted(len(cells), 'row')}, {counted(self.model.width, 'column')}")

    def set_writable(self, writable: bool) -> None:
        self.model.writable = writable
        self.more.setEnabled(writable)

    def set_room(self, height: int) -> None:
        """How high it may grow, in pixels; more rows scroll inside."""
        if height != self._room:
            self._room = height
            self._fit_height()

    def edit(self) -> None:
        """Begins to correct the current cell."""
        current = self.view.currentIndex()
        self.view.setCurrentIndex(current if current.isValid() else self.model.index(0, 0))
        self.view.edit(self.view.currentIndex())

    def _follow(self, cells: Cells) -> None:
        current = self.view.currentIndex()
        at, chosen = (current.row(), current.column()), self._chosen
        across, down = self.view.horizontalScrollBar().value(), self.view.verticalScrollBar().value()
        widths = [self.view.columnWidth(one) for one in range(self.model.columnCount())]
        self.model.show_cells(cells)
        self._fit(widths if len(widths) == self.model.columnCount() else ())
        self.view.horizontalScrollBar().setValue(across)
        self.view.verticalScrollBar().setValue(down)
        if at[0] >= 0:
            self._select(at, chosen)

    def _select(self, current: tuple[int, int], chosen: Iterable[tuple[int, int]]) -> None:
        """What was selected before; Qt itself would look which keys are held down."""
        flag, model = QItemSelectionModel.SelectionFlag, self.view.selectionModel()
        last = self.model.rowCount() - 1, self.model.columnCount() - 1
        there = self.model.index(min(current[0], last[0]), min(current[1], last[1]))
        model.setCurrentIndex(there, flag.ClearAndSelect)
        for row, column in chosen:
            if row <= last[0] and column <= last[1]:
                model.select(self.model.index(row, column), flag.Select)

    def _fit(self, widths: Sequence[int] = ()) -> None:
        """Columns as wide as their words, or as they were; a caption has all of them."""
        self.view.clearSpans()
        for row, line in enumerate(self.model.cells):
            if len(line) == 1 and self.model.width > 1:
                self.view.setSpan(row, 0, 1, self.model.width)
        for column, wide in enumerate(widths or self._widths()):
            self.view.setColumnWidth(column, wide)
        self._fit_height()

    def _widths(self) -> list[int]:
        metrics, scale = self.view.fontMetrics(), larger_text(self)
        lines = [line for line in self.model.cells if len(line) > 1] or self.model.cells
        words = zip_longest(*lines, fillvalue="")
        widest = [max(map(metrics.horizontalAdvance, column)) + _AROUND for column in words]
        least, most = round(_NARROWEST * scale), round(_WIDEST * scale)
        return [min(most, max(least, wide)) for wide in widest] + [least] * self.model.writable

    def _fit_height(self) -> None:
        self.view.resizeRowsToContents()
        rows = self.view.verticalHeader().length()
        around = self.view.horizontalHeader().sizeHint().height() + 2 * self.view.frameWidth()
        bar = self.view.horizontalScrollBar().sizeHint().height()
        most = max(self._room, _FEWEST * ROW + around + bar)
        self.view.setFixedHeight(min(rows + around + bar, most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        """Qt's style draws the lines between cells in a darker shade of the window's ground: where that is
        dark nobody would see them."""
        palette, whole, role = self.view.palette(), QGuiApplication.palette(), QPalette.ColorRole
        ground = whole.color(role.Light).lighter(_SHADE) if is_dark(whole) else whole.color(role.Window)
        if palette.color(role.Window) != ground:
            palette.setColor(role.Window, ground)
            self.view.setPalette(palette)

    # --- what is done to it

    def _fill_menu(self) -> None:
        act: tuple[tuple[str, Callable[[], object]] | None, ...] = (
            ("Correct the cell\tF2", self.edit),
            ("Copy\tCtrl+C", self.copy),
            ("Cut\tCtrl+X", self.cut),
            ("Paste\tCtrl+V", self.paste),
            None,
            ("Move to the next column", self.move_on),
            ("Move to the column before", self.move_back),
            ("Join the rows", self.join_rows),
            ("Join the columns", self.join_columns),
            ("Split the table at this row\tS", self.splitAsked.emit),
            None,
            ("Empty the cells\tDel", self.empty),
            ("Remove the rows", self.remove_rows),
            ("Remove the columns", self.remove_columns),
        )
        for entry in act:
            if entry is None:
                self.menu.addSeparator()
            else:
                added(self.menu, entry[0]).triggered.connect(entry[1])
        self.menu.aboutToShow.connect(self._offer)

    def _offer(self) -> None:
        """Only what can be done with the selected cells."""
        rows, columns = ({place[at] for place in self._chosen} for at in (0, 1))
        for action in self.menu.actions():
            words = words_of(action)
            needed = 2 if words.startswith("Join") else 1
            action.setEnabled(len(columns if words.endswith("columns") else rows) >= needed)

    @property
    def _chosen(self) -> set[tuple[int, int]]:
        return {(index.row(), index.column()) for index in self.view.selectedIndexes()}

    def copy(self) -> None:
        """As spreadsheets take it: tabs between cells, a line for each row."""
        if chosen := self._chosen:
            rows, columns = _range(row for row, _ in chosen), _range(column for _, column in chosen)
            words = ("\t".join(self.model.words(row, one) for one in columns) for row in rows)
            QGuiApplication.clipboard().setText("\n".join(words))

    def cut(self) -> None:
        self.copy()
        self.empty()

    def paste(self) -> None:
        """From the first selected cell on, to the right and down."""
        lines = QGuiApplication.clipboard().text().rstrip("\n").splitlines()
        if lines and (chosen := self._chosen):
            row, column = min(row for row, _ in chosen), min(column for _, column in chosen)
            block = [line.split("\t") for line in lines]
            self._commit(changes.with_words(self.model.cells, row, column, block))

    def empty(self) -> None:
        self._change(changes.emptied)

    def move_on(self) -> None:
        self._change(changes.moved_right)

    def move_back(self) -> None:
        self._change(changes.moved_left)

    def join_rows(self) -> None:
        if rows := {row for row, _ in self._chosen if row < len(self.model.cells)}:
            self._commit(changes.joined_rows(self.model.cells, rows))

    def join_columns(self) -> None:
        if columns := {column for _, column in self._chosen}:
            self._commit(changes.joined_columns(self.model.cells, columns))

    def remove_rows(self) -> None:
        self._commit(changes.without_rows(self.model.cells, {row for row, _ in self._chosen}))

    def remove_columns(self) -> None:
        self._commit(changes.without_columns(self.model.cells, {column for _, column in self._chosen}))

    def _type(self, row: int, column: int, words: str) -> None:
        self._commit(changes.with_words(self.model.cells, row, column, [[words]]))

    def _change(self, change: Callable[[Cells, set[tuple[int, int]]], Cells]) -> None:
        self._commit(change(self.model.cells, self._chosen))

    def _commit(self, cells: Cells) -> None:
        if cells != self.model.cells:
            self.committed.emit(self._entry, cells)

    # --- keys and the menu

    def _sees(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or self.view.state() is QTableView.State.EditingState:
            return False  # what a cell's field leaves over is none of the table's
        act = self._action_of(event)
        if act is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # else "Delete" would take the whole table out
            return True
        if event.type() == QEvent.Type.KeyPress:
            act()
            return True
        return False

    def _action_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        standard = ((Key.Copy, self.copy), (Key.Cut, self.cut), (Key.Paste, self.paste))
        for key, act in standard:
            if event.matches(key):
                return act if self.model.writable or key is Key.Copy else None
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if event.key() == Qt.Key.Key_Escape:
            return self.left.emit
        if not self.model.writable:
            return None
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return self.empty
        return self.edit if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) else None

    def _sees_menu(self, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent) or not self.model.writable:
            return False
        index = self.view.indexAt(event.pos())
        if index.isValid() and not self.view.selectionModel().isSelected(index):
            self.view.setCurrentIndex(index)
        self.menu.popup(event.globalPos() + QPoint(1, 1))
        return True

    def _tell_row(self, current: Index, _: Index) -> None:
        if current.isValid() and self._entry:
            offset = changes.begins_at(self._text, self.model.cells, current.row())
            self.caretMoved.emit(self._entry, offset)


def _view(model: CellsModel, parent: QWidget) -> QTableView:
    view = QTableView(parent)
    view.setAccessibleName("Cells of the table")
    view.setToolTip(_TIP)
    view.setModel(model)
    view.setEditTriggers(QTableView.EditTrigger.DoubleClicked)
    view.setTabKeyNavigation(False)
    view.setWordWrap(True)
    view.setCornerButtonEnabled(False)
    view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setMinimumSectionSize(ROW)
    view.horizontalHeader().setMinimumSectionSize(_NARROWEST)
    view.setMinimumSize(QSize(0, 0))
    return view


def _letters(column: int) -> str:
    """A column's name as in spreadsheets: A, B, ..., Z, AA."""
    above, own = divmod(column, 26)
    return (_letters(above - 1) if above else "") + chr(ord("A") + own)


def _range(numbers: Iterable[int]) -> range:
    all_of_them = sorted(numbers)
    return range(all_of_them[0], all_of_them[-1] + 1)
