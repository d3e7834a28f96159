"""The names of bodies in all reports in a window: which of them are one, and under which name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.after_typing import after_typing
from gui.bodies.keeper import BodyNames
from gui.bodies.model import NAME, PRINTED, NamesModel
from gui.closing import close_by_key
from gui.lists.table import add_keys, table_of
from gui.menus import LetteredMenu
from gui.message_bar import MessageBar
from gui.search_field import FindField
from gui.session import Session
from gui.tab_order import parts_in_tab_order
from gui.theme import BETWEEN, INSIDE, larger_text, size_window
from gui.while_visible import WhileVisible
from model.bodies import Bodies
from model.plurals import counted

if TYPE_CHECKING:
    from storage.printed_names import Printed

_REST_MS = 400  # after an edit, before the names are read again
_USES = (("", "All names"), ("addressee", "Asked by recommendations"), ("speaking", "Whose word they are"),
         ("listed", "In lists"))  # fmt: skip
# Of the columns with numbers; the names share the rest.
_WIDTHS = (60, 72, 64, 64)
_ABOUT = (
    "Select names that mean one body and make them one. "
    "Reports keep their words; lists and datasets use the one name."
)
_READING_ONLY = "The project is open for reading only: its names stay as they are."
_SELECTED = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class BodiesDialog(WhileVisible, QDialog):
    """Reads in the background, and only while somebody can see it."""

    def __init__(self, names: BodyNames, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._session = session
        self._select: set[str] = set()
        self._edited = ""  # the name whose cell is to be edited once it is shown
        self._place: tuple[str, int] = ("", 0)
        self.read_while_visible(self._read, _REST_MS)
        self.setWindowTitle("Names of bodies")
        size_window(self, 920, 600)
        close_by_key(self)
        self.bar = MessageBar(self)
        self.model = NamesModel(self)
        self.table = table_of("Names of bodies as printed", self.model)
        self.find_field = FindField(self, hint="Find a name", name="Find a name")
        self.uses = QComboBox(self)
        self.uses.setAccessibleName("Where the names are used")
        for use, words in _USES:
            self.uses.addItem(words, use)
        self.count = QLabel(self)
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._make_buttons()
        self._compose()
        self._connect()
        self._chosen()

    # --- parts

    def _make_buttons(self) -> None:
        self.join_button = QPushButton("Make one", self)
        self.join_button.setToolTip("Give the selected names one name, as one body (M)")
        self.part_button = QPushButton("Take apart", self)
        self.part_button.setToolTip("Make the selected names separate bodies again (Delete)")
        self.undo_button = QPushButton("Undo", self)
        self.redo_button = QPushButton("Redo", self)
        self.close_button = QPushButton("Close", self)
        self._buttons = (
            self.join_button,
            self.part_button,
            self.undo_button,
            self.redo_button,
            self.close_button,
        )
        for button in self._buttons:
            button.setAutoDefault(False)

    def _compose(self) -> None:
        self.about = QLabel(_ABOUT, self)
        self.about.setWordWrap(True)
        self.about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        top = QHBoxLayout()
        top.setSpacing(INSIDE)
        top.addWidget(self.find_field, 1)
        top.addWidget(self.uses)
        buttons = QHBoxLayout()
        buttons.setSpacing(INSIDE)
        buttons.addWidget(self.count, 1)
        for button in self._buttons:
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        whole.setSpacing(BETWEEN)
        whole.addWidget(self.about)
        whole.addLayout(top)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.bar)
        whole.addLayout(buttons)
        parts_in_tab_order(self.find_field, self.uses, self.table, self.bar, *self._buttons)
        larger = larger_text(self)
        for column, width in enumerate(_WIDTHS, NAME + 1):
            self.table.setColumnWidth(column, round(width * larger))
        for column in range(NAME + 1):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self._typing = after_typing(self.find_field, self._narrow)
        self.find_field.leads_to(self.table)
        self.uses.currentIndexChanged.connect(self._narrow)
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.table.doubleClicked.connect(self._double_clicked)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.model.nameAsked.connect(self._name)
        self.join_button.clicked.connect(self._join)
        self.part_button.clicked.connect(self._part)
        self.undo_button.clicked.connect(self._names.undo)
        self.redo_button.clicked.connect(self._names.redo)
        self.close_button.clicked.connect(self.close)
        self._names.changed.connect(self._show)
        self._names.refused.connect(self.bar.say)
        self._session.failed.connect(self._failed)
        for signal in (self._session.changed, self._session.reviewerChanged):
            signal.connect(self.note_change)
        for bare in (self._session.libraryChanged, self._session.projectClosed):
            bare.connect(self.note_change)
        add_keys(
            self.table,
            (QKeySequence(Qt.Key.Key_M), self._join),
            (QKeySequence(Qt.Key.Key_F2), self._edit),
            (QKeySequence(Qt.Key.Key_Delete), self._part),
            (QKeySequence(Qt.Key.Key_Return), self._go_there),
            (QKeySequence.StandardKey.Undo, self._names.undo),
            (QKeySequence.StandardKey.Redo, self._names.redo),
        )
        self.table.setEditTriggers(self.table.EditTrigger.NoEditTriggers)

    # --- what is shown

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._edited = ""

    def _read(self) -> None:
        self.is_read()
        self._names.read()

    def _show(self, names: list[Printed], bodies: Bodies) -> None:
        selected = self._select or {one.name for one in self.chosen}
        self._select = set()
        current, scrolled = self.current, self.table.verticalScrollBar().value()
        self.model.editable = not self._session.read_only
        self.about.setText(_ABOUT if self.model.editable else _READING_ONLY)
        self.model.show_names(names, bodies)
        self._narrow()
        rows = [row for name in selected if (row := self.model.row_of(name)) is not None]
        selection = QItemSelection()
        for row in rows:
            selection.select(self.model.index(row, 0), self.model.index(row, 0))
        at = self.model.row_of(current.name) if current is not None else None
        if at is not None:
            self.table.setCurrentIndex(self.model.index(at, NAME))
        self.table.selectionModel().select(selection, _SELECTED)
        self.table.verticalScrollBar().setValue(scrolled)
        edited, self._edited = self._edited, ""
        row = self.model.row_of(edited) if edited else None
        if row is not None:
            self.table.edit(self.model.index(row, NAME))
        self._chosen()

    def _narrow(self, *_: object) -> None:
        self._typing.stop()
        self.model.narrow(self.find_field.text(), self.uses.currentData() or "")
        rows, total = self.model.rowCount(), self.model.total
        self.count.setText(f"{rows:,} of {total:,} names" if rows != total else counted(total, "name"))
        self._chosen()

    @property
    def current(self) -> Printed | None:
        one: Printed | None = self.table.currentIndex().data(PRINTED)
        return one

    @property
    def chosen(self) -> list[Printed]:
        return [index.data(PRINTED) for index in self.table.selectionModel().selectedRows()]

    def _chosen(self, *_: object) -> None:
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        named = [self.model.name_at(row) for row in rows]
        may = self.model.editable
        self.join_button.setEnabled(may and len(rows) > 1 and (len(set(named)) > 1 or not named[0]))
        self.part_button.setEnabled(may and any(named))
        self.undo_button.setEnabled(may and self._names.can_undo)
        self.redo_button.setEnabled(may and self._names.can_redo)

    # --- what is done

    def _join(self) -> None:
        """Under the name that one of them has, else the one that is printed most; another can be typed."""
        if not self.join_button.isEnabled():
            return
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        given = [name for row in rows if (name := self.model.name_at(row))]
        often = max(self.chosen, key=lambda one: len(one.places))
        current = self.current
        self._edited = (current if current in self.chosen and current is not None else often).name
        self._names.join(sorted(one.name for one in self.chosen), given[0] if given else often.name)

    def _part(self) -> None:
        if self.part_button.isEnabled():
            self._names.part([one.name for one in self.chosen])

    def _name(self, one: Printed, name: str) -> None:
        """The name typed into a cell is that of all selected names, where the cell is among them, and of all
        that have been one with it."""
        row = self.model.row_of(one.name)
        before = self.model.name_at(row) if row is not None else ""
        meant = {other.name for other in self.chosen}
        meant = meant if one.name in meant else {one.name}
        if before:
            meant.update(self.model.names_of(before))
        self._select = {other.name for other in self.chosen}
        if name:
            self._names.join(sorted(meant), name)
        else:
            self._names.part(sorted(meant))

    def _edit(self) -> None:
        if self.model.editable and self.current is not None:
            self.table.edit(self.model.index(self.table.currentIndex().row(), NAME))

    def _double_clicked(self) -> None:
        if self.table.currentIndex().column() == NAME:
            self._edit()
        else:
            self._go_there()

    def _go_there(self) -> None:
        """To the first place where the name stands; once more to the next."""
        one = self.current
        if one is not None:
            at = self._place[1] + 1 if self._place[0] == one.name else 0
            self._place = (one.name, at)
            self._names.go_to(one, at)

    def _show_menu(self, at: QPoint) -> None:
        if self.current is None:
            return
        menu = LetteredMenu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Go to its words", self._go_there)
        if self.model.editable:
            menu.addSeparator()
            menu.addAction("Make one", self._join).setEnabled(self.join_button.isEnabled())
            menu.addAction("Change the name for the project", self._edit)
            menu.addAction("Take apart", self._part).setEnabled(self.part_button.isEnabled())
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _failed(self, sentence: str) -> None:
        if self.isVisible():
            self.bar.say(sentence)
