"""The documents panel: the project's reports with the state of each, imports on their way, failures."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QMenu, QToolButton, QVBoxLayout, QWidget

from gui.action_set import ActionSet
from gui.actions import BY_ID
from gui.importing.queue import ImportQueue
from gui.library.delegate import NARROW, LibraryDelegate
from gui.library.find_field import MANY, FindField
from gui.library.items import Item, State, state_of
from gui.library.model import ITEM, LibraryModel
from gui.menus import LetteredMenu
from gui.session import Session
from gui.small_button import grow_with_text
from gui.tally import Tally
from gui.theme import INSIDE, STEP, embolden
from model.report_names import report_names
from model.version import EXTRACTOR

_NO_REPORTS = "No reports yet. Drop PDFs here."
_NO_SUCH = "No report has these words."


class _List(QListView):
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class LibraryPanel(QWidget):
    """Lists and asks; what is asked is done elsewhere."""

    passwordAsked = Signal(Path)
    retryAsked = Signal(Path)
    reasonAsked = Signal(Path, str, bool)  # a file that failed, why, whether a password would help
    againAsked = Signal(list)  # of document ids
    takeOutAsked = Signal(str)  # document id

    def __init__(self, session: Session, actions: ActionSet, imports: ImportQueue, tally: Tally,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._imports = imports
        self._tally = tally
        self.model = LibraryModel(self)
        self.find_field = FindField(self)
        self.view = _List(self)
        self._lines = LibraryDelegate(self.view)
        self.heading = QLabel("Documents", self)
        self._left = QLabel(self)
        self.nothing = QLabel(_NO_REPORTS, self, wordWrap=True)
        self._add = QToolButton(self)
        self.setAccessibleName("Documents")
        self.setMinimumWidth(44)
        self._compose(actions)
        for bare in (session.libraryChanged, session.documentClosed, imports.changed, tally.changed):
            bare.connect(self.refresh)
        session.projectClosed.connect(self.find_field.clear)
        session.documentOpened.connect(self.refresh)
        session.documentOpening.connect(self._show_opening)
        self.refresh()

    def refresh(self, *_: object) -> None:
        review = self._session.review
        open_id = review.document.id if review is not None else ""
        items, names = [], report_names(self._session.documents)
        for row in self._session.documents:
            done, total = self._tally.of(row)
            items.append(Item(names[row.id], state_of(done, total), row.id, row.title,
                              done=done, total=total, older=row.extractor != EXTRACTOR))  # fmt: skip
        self._show_find()
        fitting = self.find_field.fitting(items + self._imports.items)
        self.model.set_items(fitting)
        self._make_room()
        left = sum(item.total - item.done for item in items)
        self._left.setText(f"{left:,} left to review" if items else "")
        self._show_nothing()
        self._show_current(open_id)

    def _show_find(self) -> None:
        """Where there are many reports, and room for words."""
        wanted = len(self._session.documents) > MANY and self.width() >= NARROW
        self.find_field.setVisible(wanted)
        self._find.setContentsMargins(*(INSIDE, 0, INSIDE, STEP) if wanted else (0, 0, 0, 0))

    def _make_room(self) -> None:
        """States in words, where all lines can be seen with them."""
        height = self.model.rowCount() * self._lines.roomy_height(self.view.font())
        roomy = height <= self.view.viewport().height()
        if roomy != self._lines.roomy:
            self._lines.roomy = roomy
            self.view.doItemsLayout()

    def _show_nothing(self) -> None:
        """Over the empty list. Qt makes the list's viewport, so nothing that Python made may stand in it."""
        self.nothing.setGeometry(self.view.geometry().adjusted(INSIDE, 0, -INSIDE, 0))
        self.nothing.setText(_NO_SUCH if self._session.documents else _NO_REPORTS)
        self.nothing.setVisible(not self.model.rowCount() and self.width() >= NARROW)

    def go_to_file(self, path: Path) -> None:
        """To the line of a file that is in no report yet, with the keys."""
        self.find_field.clear()
        self.refresh()
        self._show_current(str(path))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_opening(self, document_id: str) -> None:
        self._show_current(document_id)

    def _show_current(self, key: str) -> None:
        row = self.model.row_of(key)
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(row), flag)

    def _to_list(self) -> None:
        """From the field to the line of the report that is open."""
        self.refresh()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_first(self) -> None:
        """From the field to the first line."""
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.setCurrentIndex(self.model.index(0))

    def _open_first(self) -> None:
        self.refresh()  # what was typed may not have been followed yet
        if self.find_field.text() and self.model.rowCount():
            self._chosen(self.model.index(0))

    # --- what the user does ----------------------------------------------------------------------------

    def _chosen(self, index: QModelIndex) -> None:
        item: Item = index.data(ITEM)
        if item.document:
            self._session.open_document(item.document)
        elif item.locked and item.path is not None:
            self.passwordAsked.emit(item.path)
        elif item.state is State.FAILED and item.path is not None:
            self.reasonAsked.emit(item.path, item.reason, item.locked)

    def menu_for(self, item: Item) -> QMenu:
        """What can be done about a line."""
        menu = LetteredMenu(parent=self)
        if item.document:
            menu.addAction("Open").triggered.connect(partial(self._session.open_document, item.document))
            if not self._session.read_only:
                menu.addSeparator()
                again = menu.addAction("Extract again")
                again.setToolTip(BY_ID["extract-again"].tip)
                again.triggered.connect(partial(self.againAsked.emit, [item.document]))
                away = menu.addAction("Take out of the project")
                away.triggered.connect(partial(self.takeOutAsked.emit, item.document))
        elif item.state is State.FAILED and item.path is not None:
            if item.locked:
                ask = menu.addAction("Enter password…")
                ask.triggered.connect(partial(self.passwordAsked.emit, item.path))
            menu.addAction("Try again").triggered.connect(partial(self.retryAsked.emit, item.path))
            menu.addSeparator()
            forget = menu.addAction("Remove from the list")
            forget.triggered.connect(partial(self._imports.forget, item.path))
        else:
            menu.addAction("Cancel import").triggered.connect(self._imports.cancel)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index.isValid():
            menu = self.menu_for(index.data(ITEM))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.aboutToHide.connect(self.refresh)  # the open report is the current line again
            menu.popup(self.view.viewport().mapToGlobal(place))

    # --- looks -----------------------------------------------------------------------------------------

    def _compose(self, actions: ActionSet) -> None:
        embolden(self.heading)
        self._add.setDefaultAction(actions["import"])
        self._add.setAutoRaise(True)
        grow_with_text(self._add, 16)
        self._add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._head = QHBoxLayout()
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self._add)
        self._head.setContentsMargins(INSIDE, STEP, STEP, STEP)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._lines)
        self.view.resized.connect(self._make_room)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.setAccessibleName("Documents of the project")
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.find_field.narrowed.connect(self.refresh)
        self.find_field.returnPressed.connect(self._open_first)
        self.find_field.downAsked.connect(self._to_first)
        self.find_field.left.connect(self._to_list)
        self.view.clicked.connect(self._chosen)
        self.view.activated.connect(self._chosen)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._left.setContentsMargins(INSIDE, STEP, INSIDE, STEP)
        self._left.setForegroundRole(self.view.palette().ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        self._find = QVBoxLayout()
        self._find.addWidget(self.find_field)
        column.addLayout(self._find)
        column.addWidget(self.view, 1)
        column.addWidget(self._left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_find()
        self._show_nothing()
        narrow = self.width() < NARROW
        if narrow == self.heading.isHidden():
            return
        self.heading.setHidden(narrow)
        self._left.setHidden(narrow)
        self.refresh()
        self._head.setContentsMargins(STEP if narrow else INSIDE, STEP, STEP, STEP)
        # Icons stand on the bar's own ground, as the tabs above them do.
        role = QPalette.ColorRole
        self.view.viewport().setBackgroundRole(role.Window if narrow else role.Base)
        self.view.doItemsLayout()
