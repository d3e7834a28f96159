"""A line in which a concept is chosen by typing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from model.vocabularies import Completion, Vocabulary

CODE = int(Qt.ItemDataRole.UserRole)
MOST = 12
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ConceptField(QLineEdit):
    """Completes over labels and synonyms in any language as one types; the arrows and Enter choose.

    `chosen` gives a concept's code; the field is empty then, for the next one. Enter alone takes the first.
    Vocabularies come prepared (`gui.vocabularies.keeper.Vocabularies.in_use` gives such).
    """

    chosen = Signal(str)

    def __init__(self, placeholder: str = "Add a concept", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabularies: Sequence[Vocabulary] = ()
        self._found = CompletionsModel(self)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setToolTip("Type the beginning of a label or synonym, in any language")
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(int(Qt.ItemDataRole.EditRole))
        completer.setMaxVisibleItems(MOST)
        self.setCompleter(completer)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self._take_first)
        completer.activated[QModelIndex].connect(self._picked)

    def set_vocabularies(self, vocabularies: Sequence[Vocabulary], language: str = "en") -> None:
        """What to choose from; labels are shown in `language`."""
        self._vocabularies = vocabularies
        self._found.language = language

    @property
    def completions(self) -> list[Completion]:
        """What is offered for the words typed now, the best first."""
        return list(self._found.found)

    def _typed(self, text: str) -> None:
        found = [one for vocabulary in self._vocabularies for one in vocabulary.complete(text, MOST)]
        self._found.set_found(found[:MOST])

    def _take_first(self) -> None:
        popup = self.completer().popup()
        if popup.isVisible() and popup.currentIndex().isValid():
            return  # that one is chosen
        if self._found.found and self.text():
            popup.hide()
            self._choose(self._found.found[0].code)

    def _picked(self, index: QModelIndex) -> None:
        self._choose(index.data(CODE))

    def _choose(self, code: str) -> None:
        self._found.set_found([])
        self.chosen.emit(code)
        # The completer writes what was picked into the field after this.
        QTimer.singleShot(0, self, partial(self.setText, ""))


class CompletionsModel(QAbstractListModel):
    """Concepts with the words by which they were found, where those are not the label."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: Sequence[Completion] = ()
        self.language = "en"

    def set_found(self, found: Sequence[Completion]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self.found[index.row()]
        label = one.concept.label(self.language)
        if role == CODE:
            return one.code
        if role == Qt.ItemDataRole.DisplayRole:
            return label if one.words == label else f"{label}  ·  {one.words}"
        if role == Qt.ItemDataRole.EditRole:
            return label
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.concept.definition or None
        return None
