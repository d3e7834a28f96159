"""What the inspector asks the project's vocabularies: names of codes, completions, what words name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.session import Session
from model.folding import folded
from model.labels import Slot

if TYPE_CHECKING:
    from gui.vocabularies.keeper import Vocabularies
    from model.vocabularies import Vocabulary

_MOST = 12


class Concepts(QObject):
    """Until the vocabularies are read, codes stand for themselves and nothing completes."""

    arrived = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._source: Vocabularies | None = None

    def set_source(self, vocabularies: Vocabularies) -> None:
        self._source = vocabularies
        vocabularies.changed.connect(self.arrived)

    def label(self, slot: Slot, code: str) -> str:
        """A concept's name in the report's language."""
        return code if self._source is None else self._source.label(slot, code, self._language)

    def complete(self, slot: Slot, typed: str) -> list[tuple[str, str]]:
        """(code, words) of the concepts that what is typed begins; a synonym says what it stands for."""
        found: dict[str, str] = {}
        for vocabulary in self._of(slot):
            for one in vocabulary.complete(typed, _MOST):
                label = one.concept.label(self._language)
                found.setdefault(one.code, label if one.words == label else f"{label} ({one.words})")
        return list(found.items())[:_MOST]

    def named(self, slot: Slot, words: str) -> str | None:
        """The concept of which words are a label or a synonym, where it is one and no other."""
        wanted = folded(words)
        codes = {one.code for vocabulary in self._of(slot)
                 for one in vocabulary.complete(words, _MOST) if folded(one.words) == wanted}  # fmt: skip
        return codes.pop() if len(codes) == 1 else None

    @property
    def _language(self) -> str:
        review = self._session.review
        return (review.document.language if review is not None else "") or "en"

    def _of(self, slot: Slot) -> list[Vocabulary]:
        return [] if self._source is None else self._source.in_use(slot)
