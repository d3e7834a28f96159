"""What the views look at within the selected entry: one of its recommendations, words, a value."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from model.labels import Slot, Span


class Words(NamedTuple):
    """Words that are selected in an entry's text."""

    entry: str
    span: Span


class Lit(NamedTuple):
    """A value whose words are lit: of a slot with several, the one at a place; None for all of them."""

    slot: Slot
    at: int | None = None


class Found(NamedTuple):
    """Words that a search led to, in the text that the selected entry had then."""

    text: str
    spans: tuple[Span, ...]


class Attention(QObject):
    """Goes with the selection: another entry starts with its first recommendation, nothing lit or found."""

    frameChanged = Signal()
    wordsChanged = Signal()
    litChanged = Signal()
    foundChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.frame = 0
        self.words: Words | None = None
        self.lit: Lit | None = None
        self.found: Found | None = None
        self._count = 1

    def follow(self, count: int) -> None:
        """Takes over how many recommendations the entry holds now: looks at one that was added, and away
        from one that went."""
        before, self._count = self._count, count
        if count > before or self.frame >= count:
            self.set_frame(count - 1)

    def set_frame(self, frame: int) -> None:
        """Sets which recommendation of the entry is looked at, from 0."""
        if frame != self.frame:
            self.frame = frame
            self.set_lit(None)
            self.frameChanged.emit()

    def set_words(self, words: Words | None) -> None:
        if words != self.words:
            self.words = words
            self.wordsChanged.emit()

    def set_lit(self, lit: Lit | None) -> None:
        if lit != self.lit:
            self.lit = lit
            self.litChanged.emit()

    def set_found(self, found: Found) -> None:
        """Sets the words that were found, also if they are the same again: they are scrolled into sight
        once more."""
        self.found = found
        self.foundChanged.emit()

    def forget(self, count: int) -> None:
        """Starts again for another selected entry with this many recommendations, without a signal: all is
        shown again anyway."""
        self.frame, self.words, self.lit, self.found, self._count = 0, None, None, None, count
