"""The vocabularies of themes and beneficiaries: read in the background, asked for labels and completions."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.session import Session
from model.labels import Slot

if TYPE_CHECKING:
    from model.vocabularies import Vocabulary

_MOST = 12
_SLOTS = (Slot.THEMES, Slot.BENEFICIARIES)


class Concepts(QObject):
    """Until they are read, codes stand for themselves and nothing completes."""

    arrived = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: list[Vocabulary] = []
        self._asked = False

    def want(self) -> None:
        """Reads them, the first time that a report is open."""
        if not self._asked:
            self._asked = True
            self._session.run(_read, done=self._arrived)

    def label(self, slot: Slot, code: str) -> str:
        """A concept's name in the report's language."""
        found = (vocabulary.get(code) for vocabulary in self._of(slot))
        return next((concept.label(self._language) for concept in found if concept is not None), code)

    def complete(self, slot: Slot, typed: str) -> list[tuple[str, str]]:
        """(code, words) of the concepts that what is typed begins; a synonym says what it stands for."""
        found: dict[str, str] = {}
        for vocabulary in self._of(slot):
            for one in vocabulary.complete(typed, _MOST):
                label = one.concept.label(self._language)
                found.setdefault(one.code, label if one.words == label else f"{label} ({one.words})")
        return list(found.items())[:_MOST]

    def named(self, slot: Slot, words: str) -> str | None:
        """The concept that words name, where it is one and no other."""
        codes = {code for vocabulary in self._of(slot)
                 for _, _, code in vocabulary.matches(words, self._language)}  # fmt: skip
        return codes.pop() if len(codes) == 1 else None

    @property
    def _language(self) -> str:
        review = self._session.review
        return (review.document.language if review is not None else "") or "en"

    def _of(self, slot: Slot) -> list[Vocabulary]:
        return [vocabulary for vocabulary in self._known if vocabulary.slot is slot]

    def _arrived(self, future: Future[list[Vocabulary]]) -> None:
        if not future.cancelled() and future.exception() is None:
            self._known = future.result()
            self.arrived.emit()


def _read() -> list[Vocabulary]:
    from model.vocabularies import DEFAULTS, default_vocabulary

    known = [default_vocabulary(file) for file, (_, slot) in DEFAULTS.items() if slot in _SLOTS]
    for vocabulary in known:
        vocabulary.prepare()
    return known
