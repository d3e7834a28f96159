"""Where a text cursor on a page goes next. Every step gives None if it would leave the page."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from model.layer import Caret, TextLayer


class Step(Enum):
    """What a cursor passes at once. LINE keeps its place along the line; EDGE goes to the end of
    the line, PAGE to that of the page."""

    CHARACTER = auto()
    WORD = auto()
    LINE = auto()
    EDGE = auto()
    PASSAGE = auto()
    PAGE = auto()


def stepped(layer: TextLayer, caret: Caret, step: Step, forward: bool, along: float = 0.0,
            passages: Sequence[Sequence[int]] = ()) -> Caret | None:  # fmt: skip
    """The place after one step in reading direction, or against it.

    `along` is where a step by lines aims at, in points along the line; `passages` are the words of what a
    step by passages goes by, each in reading order.
    """
    match step:
        case Step.CHARACTER:
            return _by_character(layer, caret, forward)
        case Step.WORD:
            return _by_word(layer, caret, forward)
        case Step.LINE:
            return _by_line(layer, caret, forward, along)
        case Step.PASSAGE:
            return _by_passage(passages, layer, caret, forward)
        case Step.EDGE:
            return layer.line_around(caret)[forward]
        case Step.PAGE:
            return layer.end if forward else layer.start


def entered(layer: TextLayer, step: Step, forward: bool, along: float) -> Caret | None:
    """Where a step comes in from the page before, or from the one after; None if nothing is written."""
    if not layer.words:
        return None
    border = layer.start if forward else layer.end
    return _nearest(layer, border, along) if step is Step.LINE else border


def runs_leftward(layer: TextLayer, caret: Caret) -> bool:
    """Whether the word at a place is read from right to left."""
    edges = layer.words[caret.word].edges
    return bool(edges) and edges[0] > edges[-1]


def _by_character(layer: TextLayer, caret: Caret, forward: bool) -> Caret | None:
    word, char = caret
    if forward and char < len(layer.words[word].text):
        return Caret(word, char + 1)
    if not forward and char > 0:
        return Caret(word, char - 1)
    return _beginning(layer, word + 1) if forward else _ending(layer, word - 1)


def _by_word(layer: TextLayer, caret: Caret, forward: bool) -> Caret | None:
    """Forward to the end of a word, back to its beginning: what lies between are whole words."""
    word, char = caret
    if forward:
        return _ending(layer, word if char < len(layer.words[word].text) else word + 1)
    return _beginning(layer, word if char > 0 else word - 1)


def _by_line(layer: TextLayer, caret: Caret, forward: bool, along: float) -> Caret | None:
    border = layer.line_around(caret)[forward]
    beyond = _by_character(layer, border, forward)
    return _nearest(layer, beyond, along) if beyond is not None else None


def _by_passage(passages: Sequence[Sequence[int]], layer: TextLayer, caret: Caret,
                forward: bool) -> Caret | None:  # fmt: skip
    """Forward to the next end of a passage, back to a beginning."""
    if forward:
        ends = (_ending(layer, words[-1]) for words in passages if words)
        return min((end for end in ends if end is not None and end > caret), default=None)
    starts = (_beginning(layer, words[0]) for words in passages if words)
    return max((start for start in starts if start is not None and start < caret), default=None)


def _beginning(layer: TextLayer, word: int) -> Caret | None:
    return Caret(word, 0) if 0 <= word < len(layer.words) else None


def _ending(layer: TextLayer, word: int) -> Caret | None:
    return Caret(word, len(layer.words[word].text)) if 0 <= word < len(layer.words) else None


def _nearest(layer: TextLayer, caret: Caret, along: float) -> Caret:
    """The place nearest to `along` in the line of another one."""
    first, last = layer.line_around(caret)
    places = [Caret(index, char) for index in range(first.word, last.word + 1)
              for char in range(len(layer.words[index].text) + 1)]  # fmt: skip
    return min(places, key=lambda place: abs(layer.along(place) - along))
