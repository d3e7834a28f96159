"""The project's vocabularies: what there is, in which versions, what is in use, and their concepts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.after_typing import after_typing
from gui.closing import close_by_key
from gui.file_drops import FileDrops
from gui.icons import icon
from gui.message_bar import MessageBar, Tone
from gui.search_field import FindField
from gui.tab_order import parts_in_tab_order
from gui.tables import Rows
from gui.theme import BETWEEN, INSIDE, ROW, larger_text, size_window
from gui.vocabularies.keeper import Vocabularies
from gui.vocabularies.tree import CONCEPT, ConceptsModel
from model.labels import Slot
from model.plurals import counted
from model.vocabularies import SUFFIXES, Concept, Vocabulary

if TYPE_CHECKING:
    from storage.vocabularies import Stored

SLOT_WORDS = {
    Slot.THEMES: "Themes",
    Slot.BENEFICIARIES: "Beneficiaries",
    Slot.ADDRESSEES: "Addressees",
}
# Kinds of addressees are a closed list; a file can only say what concepts the others take.
_CHOICES = (Slot.THEMES, Slot.BENEFICIARIES)
_STORED = Qt.ItemDataRole.UserRole
_FOUND_AT_MOST = 200
_TICK = 16  # pixels
_NO_CONCEPT = "Choose a concept to read what it means, and its words in other languages."


class VocabulariesDialog(FileDrops, QDialog):
    """Files are dropped on it or chosen. What it does is done in the background; it tells how that went."""

    filesDropped = Signal(list)  # of Path

    def __init__(self, vocabularies: Vocabularies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabularies = vocabularies
        self._shown: Vocabulary | None = None
        self._select: int | str | None = None
        self._done = ""  # a sentence on what was done last,
        self._amiss: list[str] = []  # and on each file that came for it and had something amiss
        self.setWindowTitle("Vocabularies")
        self.setAcceptDrops(True)
        size_window(self, 860, 540)
        close_by_key(self)
        self.bar = MessageBar(self)
        self._make_list()
        self._make_concepts()
        self._make_buttons()
        self._compose()
        self._connect()
        self._list()

    # --- parts

    def _make_list(self) -> None:
        self.list = QTreeWidget(self)
        self.list.setAccessibleName("Vocabularies of the project")
        self.list.setColumnCount(3)
        self.list.setHeaderLabels(["Vocabulary", "Fills", "In use"])
        self.list.setRootIsDecorated(False)
        self.list.setItemDelegate(Rows(self.list))
        self.list.setUniformRowHeights(True)
        self.list.setIconSize(QSize(_TICK, _TICK) * larger_text(self))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _make_concepts(self) -> None:
        self.find_field = FindField(self, hint="Find a concept by a label or synonym", name="Find a concept")
        self.concepts = ConceptsModel(self)
        self.tree = QTreeView(self)
        self.tree.setModel(self.concepts)
        self.tree.setItemDelegate(Rows(self.tree))
        self.tree.setAccessibleName("Concepts")
        self.tree.setUniformRowHeights(True)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about.setMinimumHeight(4 * ROW)

    def _make_buttons(self) -> None:
        self.slot_box = QComboBox(self)
        for slot in _CHOICES:
            self.slot_box.addItem(f"as {SLOT_WORDS[slot].lower()}", slot)
        self.slot_box.setAccessibleName("What an imported vocabulary fills")
        self.import_button = QPushButton("Import a file…", self)
        self.use_button = QPushButton("Use", self)
        self.remove_button = QPushButton("Remove", self)
        self.close_button = QPushButton("Close", self)
        for button in (self.import_button, self.use_button, self.remove_button, self.close_button):
            button.setAutoDefault(False)

    def _compose(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.find_field)
        column.addWidget(self.tree)
        column.addWidget(self.about)
        column.setStretchFactor(self.tree, 1)
        split = QSplitter(self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setSizes([380, 480])
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        for widget in (self.import_button, self.slot_box):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.use_button, self.remove_button, self.close_button):
            row.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        whole.setSpacing(BETWEEN)
        whole.addWidget(split, 1)
        whole.addWidget(self.bar)
        whole.addLayout(row)
        ways = (self.import_button, self.slot_box, self.use_button, self.remove_button, self.close_button)
        parts_in_tab_order(split, self.bar, *ways)

    def _connect(self) -> None:
        self._typing = after_typing(self.find_field, self._narrow)
        self.find_field.leads_to(self.tree)
        self.list.currentItemChanged.connect(self._chosen)
        self.list.itemActivated.connect(self._use)
        self.tree.selectionModel().currentChanged.connect(self._tell_of)
        self.import_button.clicked.connect(self._ask_file)
        self.use_button.clicked.connect(self._toggle)
        self.remove_button.clicked.connect(self._remove)
        self.close_button.clicked.connect(self.close)
        self.filesDropped.connect(self.add_files)
        self._vocabularies.changed.connect(self._list)
        self._vocabularies.added.connect(self._was_added)
        self._vocabularies.refused.connect(self._refused)
        self._vocabularies.suggested.connect(self._suggested)

    # --- the list

    @property
    def chosen(self) -> Stored | None:
        item = self.list.currentItem()
        return item.data(0, _STORED) if item is not None else None

    def _list(self) -> None:
        self._vocabularies.list_all(self._show_list)

    def _show_list(self, found: list[Stored]) -> None:
        before = self._select if self._select is not None else self.chosen and self.chosen.key
        self._select = None
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addTopLevelItems([_item(stored) for stored in found])
        rows = [row for row, stored in enumerate(found) if stored.key == before]
        self.list.setCurrentIndex(self.list.model().index(rows[0] if rows else 0, 0))

    def _chosen(self, *_: object) -> None:
        stored = self.chosen
        self.use_button.setEnabled(stored is not None)
        self.remove_button.setEnabled(stored is not None and not stored.comes_with_paraph)
        if stored is not None:
            self.use_button.setText("Stop using" if stored.current else "Use")
            self._vocabularies.read(stored.key, self._show)

    def _show(self, vocabulary: Vocabulary) -> None:
        self._shown = vocabulary
        self._narrow()
        self.about.setText(_NO_CONCEPT)

    def _narrow(self) -> None:
        """The whole tree, or what the words that are typed find."""
        self._typing.stop()
        if self._shown is None:
            return
        words = self.find_field.text().strip()
        if words:
            found = self._shown.complete(words, _FOUND_AT_MOST)
            self.concepts.show_found([one.concept for one in found])
        else:
            self.concepts.show_tree(self._shown)

    def _tell_of(self, index: QModelIndex, *_: object) -> None:
        concept = index.data(CONCEPT) if index.isValid() else None
        self.about.setText(_story(concept) if concept is not None else _NO_CONCEPT)

    # --- what is done

    def add_files(self, paths: list[Path]) -> None:
        """Reads vocabularies and takes them into use; a newer version of one takes its place."""
        self._begin()
        fitting = [path for path in paths if path.suffix.lower() in SUFFIXES]
        if not fitting:
            self.bar.say("Choose a CSV file or a SKOS file (*.ttl, *.rdf, *.jsonld).")
        for path in fitting:
            self.bar.say(f"Reading {path.name}…", tone=Tone.INFO)
            self._vocabularies.add(path, Slot(self.slot_box.currentData()))

    def _ask_file(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog = QFileDialog(self, "Import a vocabulary", str(Path.home()), f"Vocabularies ({kinds})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    def _files_chosen(self, names: list[str]) -> None:
        self.add_files([Path(name) for name in names])

    def _toggle(self, *_: object) -> None:
        stored = self.chosen
        if stored is not None:
            self._begin()
            self._vocabularies.use(stored.key, not stored.current)

    def _use(self, *_: object) -> None:
        """Enter or a double click ends no use: all reports would lose suggestions for a look inside."""
        if self.chosen is not None and not self.chosen.current:
            self._toggle()

    def _remove(self) -> None:
        stored = self.chosen
        if stored is not None and isinstance(stored.key, int):
            self._begin()
            self._vocabularies.remove(stored.key)

    def _was_added(self, stored: Stored, amiss: tuple[str, ...]) -> None:
        self._select = stored.key
        self._amiss += (f"{stored.name}: {line}" for line in amiss)
        self._done = f"{stored.name} {stored.version} with {counted(stored.concepts, 'concept')} is in use."
        self._tell()

    def _refused(self, sentence: str) -> None:
        self._amiss.append(sentence)
        self._tell()

    def _suggested(self, reports: int) -> None:
        if reports:
            self._done = f"Themes are suggested again in {counted(reports, 'report')}."
            self._tell()

    def _begin(self) -> None:
        """Nothing is told any more of what was done before."""
        self._done = ""
        self._amiss.clear()

    def _tell(self) -> None:
        """What was done last, and what was amiss in the files that it was done for."""
        tone = Tone.PROBLEM if self._amiss else Tone.DONE
        self.bar.say("\n".join(filter(None, (self._done, *self._amiss))), tone=tone)


def _item(stored: Stored) -> QTreeWidgetItem:
    version = "" if stored.comes_with_paraph else f" {stored.version}"
    used = "In use" if stored.current else ""
    item = QTreeWidgetItem([f"{stored.name}{version}", SLOT_WORDS[stored.slot], used])
    if used:
        item.setIcon(2, icon("accepted"))
    since = "comes with Paraph" if stored.added_at is None else f"added {stored.added_at:%d %B %Y}"
    concepts = counted(stored.concepts, "concept")
    item.setToolTip(0, f"{stored.name}, version {stored.version}: {concepts}, {since}")
    item.setData(0, _STORED, stored)
    return item


def _story(concept: Concept) -> str:
    """What there is to know of a concept: what it means, and its words in every language."""
    labels = "  ·  ".join(f"{language}: {label}" if language else label
                          for language, label in concept.labels.items())  # fmt: skip
    synonyms = ", ".join(word for words in concept.synonyms.values() for word in words[:6])
    return "\n".join(filter(None, (concept.definition, labels, synonyms and f"Also: {synonyms}")))
