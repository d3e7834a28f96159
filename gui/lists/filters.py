"""What narrows the lists down: words, one list, one report; and how they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from gui.combo_boxes import hold_names, refill
from gui.lists.columns import LIST_WORDS
from gui.search_field import FindField
from gui.theme import INSIDE
from model.folding import folded

if TYPE_CHECKING:
    from storage.listing import Listed


class Filters(QWidget):
    """A field and three choices in a row; the data of a choice is a code, empty for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.find_field = FindField(self, hint="Find a State, a name or a title", name="Find rows")
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName("Which lists")
        self.kinds.addItem("All lists", "")
        for kind, words in LIST_WORDS.items():
            self.kinds.addItem(words, kind.value)
        self.documents = QComboBox(self)
        self.documents.setAccessibleName("Which report")
        hold_names(self.documents)
        self.view_box = QComboBox(self)
        self.view_box.setAccessibleName("How they are shown")
        self.view_box.addItems(["Every row", "By year"])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        row.addWidget(self.find_field, 1)
        for box in (self.kinds, self.documents, self.view_box):
            row.addWidget(box)

    def list_documents(self, entries: Iterable[Listed]) -> None:
        """The reports that have any entries, the chosen one kept."""
        names = {entry.document: f"{entry.report}  {entry.year}".strip() for entry in entries}
        reports = sorted(names.items(), key=lambda report: folded(report[1]))
        refill(self.documents, [("All reports", ""), *((name, document) for document, name in reports)])
