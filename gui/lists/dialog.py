"""The lists of all reports in a window: who attended, who spoke, what was on the agenda, year by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.after_typing import after_typing
from gui.closing import close_by_key
from gui.csv_export import CsvExport
from gui.lists.columns import COLUMNS, LIST_WORDS, NAME
from gui.lists.delegate import ChoiceDelegate
from gui.lists.filters import Filters
from gui.lists.keeper import Lists
from gui.lists.model import ENTRY, EntriesModel
from gui.lists.pivot import PivotModel
from gui.lists.table import add_keys, table_of
from gui.menus import LetteredMenu
from gui.message_bar import MessageBar
from gui.session import Session
from gui.tab_order import parts_in_tab_order
from gui.tables import Names
from gui.theme import BETWEEN, INSIDE, larger_text, size_window
from model.lists import ListKind
from model.plurals import counted

if TYPE_CHECKING:
    from storage.listing import Listed

_ENTRIES, _BY_YEAR, _NONE = range(3)
_THE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_EMPTY = "No lists were found in the reports of this project."


class ListsDialog(QDialog):
    """Reads and writes in the background. `selected_words` gives the words that are selected on the page."""

    def __init__(self, lists: Lists, session: Session, selected_words: Callable[[], str],
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self.lists = lists
        self._session = session
        self._selected_words = selected_words
        self._year = ""
        self.setWindowTitle("Lists")
        size_window(self, 1120, 640)
        close_by_key(self)
        self.bar = MessageBar(self)
        self.model = EntriesModel(self)
        self.pivot = PivotModel(self)
        self.filters = Filters(self)
        self.find_field, self.kinds = self.filters.find_field, self.filters.kinds
        self.documents, self.view_box = self.filters.documents, self.filters.view_box
        self.table = table_of("Lists, row by row", self.model)
        self.by_year = table_of("Who is in the lists, year by year", self.pivot)
        self._make_buttons()
        self._compose()
        self._connect()

    # --- parts

    def _make_buttons(self) -> None:
        self.count = QLabel(self)
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.add_button = QPushButton("Add…", self)
        self.remove_button = QPushButton("Remove", self)
        self.csv = CsvExport(self._session, "lists", self._shown_rows, _write, self.bar, self)
        self.export_button = self.csv.button
        self.close_button = QPushButton("Close", self)
        for button in (self.add_button, self.remove_button, self.close_button):
            button.setAutoDefault(False)

    def _compose(self) -> None:
        self.empty = QLabel(_EMPTY, self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.stack = QStackedWidget(self)
        for widget in (self.table, self.by_year, self.empty):
            self.stack.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(INSIDE)
        buttons.addWidget(self.count, 1)
        for button in (self.add_button, self.remove_button, self.export_button, self.close_button):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        whole.setSpacing(BETWEEN)
        whole.addWidget(self.filters)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.bar)
        whole.addLayout(buttons)
        ways = (self.add_button, self.remove_button, self.export_button, self.close_button)
        parts_in_tab_order(self.filters, self.stack, self.bar, *ways)
        larger = larger_text(self)
        for at, column in enumerate(COLUMNS):
            self.table.setColumnWidth(at, round(column.width * larger))
            if column.choices:
                self.table.setItemDelegateForColumn(at, ChoiceDelegate(column.choices, self.table))
        self.table.setItemDelegateForColumn(0, Names(self.table))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.by_year.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self._typing = after_typing(self.find_field, self._narrow)
        self.find_field.leads_to(self.table, self.by_year)
        self.find_field.textEdited.connect(self._forget_year)
        self.kinds.currentIndexChanged.connect(self._narrow)
        self.documents.currentIndexChanged.connect(self._narrow)
        self.view_box.currentIndexChanged.connect(self._show_view)
        self.table.doubleClicked.connect(self._go_there)
        self.by_year.doubleClicked.connect(self._show_year)
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.model.changeAsked.connect(self._change)
        self.lists.changed.connect(self._show)
        self._session.selectionChanged.connect(self._chosen)
        self._session.failed.connect(self._failed)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.close_button.clicked.connect(self.close)
        add_keys(
            self.table,
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Undo, self._session.undo),
            (QKeySequence.StandardKey.Redo, self._session.redo),
            (QKeySequence(Qt.Key.Key_Delete), self._remove),
            (QKeySequence(Qt.Key.Key_Return), self._go_there),
        )

    # --- what is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lists.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.lists.watch(False)

    def _show(self, entries: list[Listed], texts: list[str]) -> None:
        current, scrolled = self.current, self.table.verticalScrollBar().value()
        column = self.table.currentIndex().column()
        self.model.editable = not self._session.read_only
        self.filters.list_documents(entries)
        self.model.show_entries(entries, texts)
        self._narrow()
        row = self.model.row_of(current) if current is not None else None
        if row is not None:
            index = self.model.index(row, max(column, 0))
            self.table.selectionModel().setCurrentIndex(index, _THE_ROW)
        self.table.verticalScrollBar().setValue(scrolled)
        self._chosen()

    def _narrow(self, *_: object) -> None:
        self._typing.stop()
        self._year = self._year if self.find_field.text() else ""
        kind, document = self.kinds.currentData() or "", self.documents.currentData() or ""
        self.model.narrow(self.find_field.text(), kind, document, self._year)
        rows, total = len(self.model.rows), self.model.total
        self.count.setText(f"{rows:,} of {total:,} rows" if rows != total else counted(total, "row"))
        self._show_view()

    def _show_view(self, *_: object) -> None:
        view = self.view_box.currentIndex() if self.model.total else _NONE
        if view == _BY_YEAR:
            self.pivot.show_entries(self.model.rows)
        self.stack.setCurrentIndex(view)
        self._chosen()

    @property
    def current(self) -> Listed | None:
        entry: Listed | None = self.table.currentIndex().data(ENTRY)
        return entry

    @property
    def chosen(self) -> list[Listed]:
        """The entries of the rows that are selected."""
        return [index.data(ENTRY) for index in self.table.selectionModel().selectedRows()]

    def _chosen(self, *_: object) -> None:
        entries = self.stack.currentIndex() == _ENTRIES
        may = entries and not self._session.read_only
        self.add_button.setEnabled(may and (self.current is not None or self._session.current is not None))
        self.remove_button.setEnabled(may and bool(self.chosen))
        self.export_button.setEnabled(bool(self.model.rows))

    # --- going there

    def _go_there(self, *_: object) -> None:
        if self.current is not None:
            self.lists.go_to(self.current)

    def _show_year(self, *_: object) -> None:
        """From a number of the table by year to the entries that it counts."""
        index = self.by_year.currentIndex()
        years = self.pivot.years
        self.find_field.setText(self.pivot.name_at(index.row()))
        self._year = years[index.column() - 1] if 0 < index.column() <= len(years) else ""
        self.view_box.setCurrentIndex(_ENTRIES)
        self._narrow()

    def _forget_year(self, *_: object) -> None:
        self._year = ""

    def _show_menu(self, at: QPoint) -> None:
        if self.current is None:
            return
        menu = LetteredMenu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Go to its words", self._go_there)
        menu.addAction("Copy", self.copy)
        if self.model.editable:
            menu.addSeparator()
            menu.addAction("Change its name", self._edit_name)
            menu.addAction("Add to the list…", self._add)
            menu.addAction("Remove", self._remove)
        menu.popup(self.table.viewport().mapToGlobal(at))

    # --- what is done

    def _change(self, entry: Listed, field: str, text: str) -> None:
        self.lists.change(entry, field, text)

    def _edit_name(self) -> None:
        self.table.edit(self.model.index(self.table.currentIndex().row(), NAME))

    def _add(self) -> None:
        """Asks for one more name; the words selected on the page are offered."""
        beside, kind = self.current, self.kinds.currentData() or ListKind.ATTENDANCE.value
        if not self.model.editable or (beside is None and self._session.current is None):
            return
        words = f"that “{beside.name}” is in" if beside is not None else LIST_WORDS[ListKind(kind)].lower()
        dialog = QInputDialog(self)
        dialog.setWindowTitle("Add to the list")
        dialog.setLabelText(f"Name to add to the list {words}:")
        dialog.setTextValue(self._selected_words())
        dialog.setOkButtonText("Add")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add = partial(self.lists.add, beside) if beside is not None else partial(self.lists.add_here, kind)
        dialog.textValueSelected.connect(add)
        dialog.open()

    def _remove(self) -> None:
        if self.chosen and self.model.editable:
            self.lists.remove(self.chosen)

    def copy(self) -> None:
        """The selected rows to the clipboard, as a table with tabs."""
        rows = ["\t".join(column.words(entry) for column in COLUMNS) for entry in self.chosen]
        if rows:
            QGuiApplication.clipboard().setText("\n".join(rows))

    def _shown_rows(self) -> Sequence[Listed]:
        return self.model.rows

    def _failed(self, sentence: str) -> None:
        if self.isVisible():
            self.bar.say(sentence)


def _write(entries: Sequence[Listed], file: IO[str]) -> int:
    from storage.exporting.as_lists import write_csv

    return write_csv(entries, file)
