"""The words that the reader has selected on the pages: a stretch between two places, maybe over pages."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from model.editing.extent import WordRef
from model.layer import Caret, TextLayer
from model.nodes import Region


class Grain(IntEnum):
    """What a selection grows by: as many clicks."""

    CHARACTER = 1
    WORD = 2
    LINE = 3


class Spot(NamedTuple):
    """A place between characters of the document. They sort in reading order."""

    page: int
    caret: Caret


class Stretch(NamedTuple):
    """From one place to a later one."""

    start: Spot
    end: Spot

    @property
    def is_empty(self) -> bool:
        return self.start == self.end

    @property
    def pages(self) -> range:
        return range(self.start.page, self.end.page + 1)

    def on(self, layer: TextLayer) -> tuple[Caret, Caret]:
        """The part of it on a page."""
        start = self.start.caret if layer.page == self.start.page else layer.start
        end = self.end.caret if layer.page == self.end.page else layer.end
        return start, end

    def boxes(self, layer: TextLayer) -> list[Region]:
        return layer.boxes(*self.on(layer)) if layer.page in self.pages and layer.words else []

    def text(self, layers: Mapping[int, TextLayer]) -> str:
        """Its words; a new page goes on in the same line, as a paragraph that a page breaks does."""
        parts = [layers[page].text(*self.on(layers[page])) for page in self.pages]
        return " ".join(part for part in parts if part)

    def words(self, layers: Mapping[int, TextLayer]) -> list[WordRef]:
        """The words that it touches, as whole words."""
        return [WordRef(page, word) for page in self.pages if layers[page].words
                for word in layers[page].whole_words(*self.on(layers[page]))]  # fmt: skip


def stretch_between(anchor: Spot, focus: Spot, grain: Grain, layers: Mapping[int, TextLayer]) -> Stretch:
    """What a drag from `anchor` to `focus` selects, in whole words or lines where it grows by them."""
    first, last = sorted((anchor, focus))
    start, end = first.caret, last.caret
    if grain is Grain.WORD:
        start, end = layers[first.page].word_around(start)[0], layers[last.page].word_around(end)[1]
    elif grain is Grain.LINE:
        start, end = layers[first.page].line_around(start)[0], layers[last.page].line_around(end)[1]
    return Stretch(Spot(first.page, start), Spot(last.page, end))
