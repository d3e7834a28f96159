"""The cells of a table, to read and to correct."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from gui.event_filter import EventFilter
from gui.icons import icon
from gui.inspector.block import Block
from gui.inspector.cells_model import CellsModel
from gui.inspector.cells_view import CellsView
from gui.menu_button import MenuButton
from gui.menus import LetteredMenu, added, words_of
from gui.small_button import grow_with_text
from gui.tables import NOWHERE, Index
from gui.texts import document_direction
from model import cells as changes
from model.cells import Cells, words_at
from model.labels import Span
from model.plurals import counted
from model.tabbed import as_tabbed, from_tabbed

Change = Callable[[Cells], Cells]
Places = Set[tuple[int, int]]  # (row, column)
Key = QKeySequence.StandardKey


class TableBlock(Block):
    """`committed` gives the entry's id, what makes its cells others, and the words of those it is about;
    `caretMoved` where the current row begins in the table's text, in code points."""

    committed = Signal(str, object, object)
    caretMoved = Signal(str, int)
    splitAsked = Signal()
    left = Signal()  # Esc: the keys go back to where they were

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, "Table", parent)
        self._entry, self._text = "", ""
        self.model = CellsModel(self)
        self.model.typed.connect(self._type)
        self.menu = LetteredMenu(parent=self)
        self._fill_menu()
        self.more = MenuButton(self)
        self.more.setIcon(icon("unfold"))
        grow_with_text(self.more, 12)
        self.more.setMenu(self.menu)
        self.more.setToolTip("What can be done with the selected cells")
        self.more.setAccessibleName(self.more.toolTip())
        self.view = CellsView(self.model, self)
        self.set_room = self.view.set_room
        self.body.addWidget(self.view)
        self.head.addWidget(self.more)
        self.view.selectionModel().currentChanged.connect(self._tell_row)
        EventFilter(self.view, self._sees, self)
        for widget in (self.view, self.view.viewport()):  # by key, by mouse
            EventFilter(widget, self._sees_menu, self)

    # --- what it shows

    def show_table(self, entry: str, text: str, cells: Cells, language: str) -> None:
        """A table, or the same after an edit: what is selected and where it is scrolled to then stay."""
        same, self._entry, self._text = entry == self._entry, entry, text
        if same and cells == self.model.cells:
            return
        self.view.setLayoutDirection(document_direction(language))
        columns = self.model.columnCount()
        if same:
            self.model.follow(cells)
        else:
            self.model.show_cells(cells)
            self.view.setCurrentIndex(NOWHERE)
        if same and columns == self.model.columnCount():
            self.view.fit_rows()
        else:
            self.view.fit()
        if same:
            self._tell_row(self.view.currentIndex())
        else:
            self.view.scrollToTop()
        self.origin.setText(f"{counted(len(cells), 'row')}, {counted(self.model.width, 'column')}")

    def show_found(self, spans: Sequence[Span]) -> None:
        """Marks the cells in which words of the text were found, and scrolls to the first."""
        places = changes.places_of(self._text, self.model.cells, spans) if spans else []
        if self.model.show_found(places) and places:
            self.view.scrollTo(self.model.index(*places[0]))

    def set_writable(self, writable: bool) -> None:
        if writable != self.model.writable:
            self.model.set_writable(writable)
            self.view.show_writable()
            self.view.fit()
        self.more.setEnabled(writable)

    def edit(self) -> None:
        """Begins to correct the current cell."""
        if not self.model.writable:
            return
        current = self.view.currentIndex()
        self.view.setCurrentIndex(current if current.isValid() else self.model.index(0, 0))
        self.view.edit(self.view.currentIndex())

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
        chosen = self.view.chosen
        rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
        for action in self.menu.actions():
            words = words_of(action)
            needed = 2 if words.startswith("Join") else 1
            action.setEnabled(len(columns if words.endswith("columns") else rows) >= needed)

    def copy(self) -> None:
        """As spreadsheets take it: tabs between cells, a line for each row."""
        if chosen := self.view.chosen:
            rows, columns = _range(row for row, _ in chosen), _range(column for _, column in chosen)
            words = {place: words_at(self.model.cells, *place) for place in chosen}
            block = [[words.get((row, column), "") for column in columns] for row in rows]
            QGuiApplication.clipboard().setText(as_tabbed(block))

    def cut(self) -> None:
        self.copy()
        self.empty()

    def paste(self) -> None:
        """From the first selected cell on, to the right and down."""
        block = from_tabbed(QGuiApplication.clipboard().text())
        if block and (chosen := self.view.chosen):
            row, column = min(row for row, _ in chosen), min(column for _, column in chosen)
            self._put(row, column, block)

    def empty(self) -> None:
        self._change(partial(changes.emptied, places=self.view.chosen))

    def move_on(self) -> None:
        self._change(partial(changes.moved_right, places=self.view.chosen))

    def move_back(self) -> None:
        self._change(partial(changes.moved_left, places=self.view.chosen))

    def join_rows(self) -> None:
        self._change(partial(changes.joined_rows, rows={row for row, _ in self.view.chosen}))

    def join_columns(self) -> None:
        if columns := {column for _, column in self.view.chosen}:
            self._change(partial(changes.joined_columns, columns=columns))

    def remove_rows(self) -> None:
        self._change(partial(changes.without_rows, rows={row for row, _ in self.view.chosen}))

    def remove_columns(self) -> None:
        self._change(partial(changes.without_columns, columns={column for _, column in self.view.chosen}))

    def _type(self, row: int, column: int, words: str) -> None:
        self._put(row, column, [[words]])

    def _put(self, row: int, column: int, block: list[list[str]]) -> None:
        places = {(row + down, column + on) for down, line in enumerate(block) for on in range(len(line))}
        self._commit(partial(changes.with_words, row=row, column=column, block=block), places)

    def _change(self, change: Change) -> None:
        self._commit(change, self.view.chosen)

    def _commit(self, change: Change, places: Places) -> None:
        """An edit before this one may not be stored yet: the cells are worked out when it is."""
        cells = self.model.cells
        if change(cells) != cells:
            seen = {place: words_at(cells, *place) for place in places}
            self.committed.emit(self._entry, change, seen)

    # --- keys and the menu

    def _sees(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not self.view.hasFocus():
            return False  # what a cell's field leaves over is none of the table's
        act = self._action_of(event)
        if act is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # else "Delete" would take the whole table out
            return True
        if event.type() == QEvent.Type.KeyPress:
            if not event.isAutoRepeat():  # held down, it would empty what comes up
                act()
            return True
        return False

    def _action_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        standard: list[tuple[QKeySequence.StandardKey, Callable[[], object]]] = [
            (Key.Copy, self.copy),
            (Key.SelectAll, self.view.selectAll),
        ]
        if self.model.writable:
            standard += [(Key.Cut, self.cut), (Key.Paste, self.paste)]
        for key, act in standard:
            if event.matches(key):
                return act
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
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            cell = self.view.visualRect(self.view.currentIndex())
            self.menu.popup(self.view.viewport().mapToGlobal(cell.center()))
            return True
        index = self.view.indexAt(event.pos())
        if index.isValid() and not self.view.selectionModel().isSelected(index):
            self.view.setCurrentIndex(index)
        self.menu.popup(event.globalPos() + QPoint(1, 1))
        return True

    def _tell_row(self, current: Index, *_: object) -> None:
        if current.isValid() and self._entry:
            begin = changes.beginnings(self._text, self.model.cells)
            self.caretMoved.emit(self._entry, begin[min(current.row(), len(begin) - 1)])


def _range(numbers: Iterable[int]) -> range:
    all_of_them = sorted(numbers)
    return range(all_of_them[0], all_of_them[-1] + 1)
