"""What the numbers of a document are sorted into: places where one may stand, open runs, choices."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from model.extraction.numbering.forms import Form, Marker, all_but_figures
from model.extraction.numbering.systems import System

Key = tuple[Form, System, tuple[int, ...], tuple[System, ...], str]


# Runs of one use that may be open at once, one within the other.
MOST_RUNS = 5


class Use(StrEnum):
    """What a number numbers."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TEXT = "text"  # no number at all


class Candidate(NamedTuple):
    """A place where a number may stand.

    `heading`, `paragraph`, `item` and `text` are what it costs, by its looks alone, to take it for one.
    `indent` is where its marker begins, in points from the left of its column. `style` is the same for
    headings that look alike. `fresh`: a heading without a number, or a formula, stands between it and the
    number before it. `led`: the text before it ends with a colon. `rank`: how high its type stands among
    headings'. `second`: a first paragraph without a number stands between it and a heading.
    `under`: how far the heading right above it is set in, or itself where a document is given
    in full; 0 for one in the middle, -1 for none. `apart`: it is counted among boxes, which stand beside
    the run of the paragraphs. `loose`: a numeral with no more than a space after it, perhaps a quantity.
    """

    markers: tuple[Marker, ...]
    heading: float
    paragraph: float
    item: float
    text: float
    indent: float = 0.0
    style: int = 0
    fresh: bool = False
    led: bool = False
    rank: float = 0.0
    second: bool = False
    under: float = -1.0
    apart: bool = False
    loose: bool = False


class Run(NamedTuple):
    """An open run: its marker's dress, the last value, where its markers begin, its headings' looks.

    `below`: the run that stood below its last heading but one, and how far it came: chapters may be counted
    through the parts of a report.
    """

    key: Key
    value: int
    indent: float
    style: int = 0
    rank: float = 0.0
    below: tuple[Key, int] | None = None


class Choice(NamedTuple):
    """What became of a candidate. `marker` is None for running text. `depth` counts from 1: of a heading
    among the numbered headings, of an item among the lists that are open. `opens`: the first of its run.
    `gap`: how many numbers are missing before it. `cost` is what it cost (0: beyond doubt)."""

    use: Use
    marker: Marker | None
    depth: int = 0
    opens: bool = False
    gap: int = 0
    cost: float = 0.0


class State(NamedTuple):
    """The runs that are open after a candidate, what came before it and what all that cost."""

    cost: float
    heads: tuple[Run, ...]
    paras: tuple[Run, ...]
    items: tuple[Run, ...]
    trail: tuple | None  # type: ignore[type-arg]  # (choice, trail before)


class Move(NamedTuple):
    """A choice that a state may make. Most are dear, so that no state is made of them."""

    cost: float
    use: Use
    marker: Marker | None = None
    depth: int = 0  # counted from 0
    opens: bool = False
    gap: int = 0


def follows_on(moves: Sequence[Move], base: float, marker: Marker) -> bool:
    """Whether a number plainly continues an open run: then it opens none, unless it is a first one."""
    return marker.value > 1 and any(move.cost - base < 0.5 for move in moves)


def step_from(run: Run, marker: Marker) -> int:
    """How many numbers on a run is. A number put in later ("2a") stands after the one before it, or in the
    place of one: 1, 1a, 1b, 2a."""
    step = marker.value - run.value
    return 1 if marker.inserted and not step else step


def is_within(run: Run, marker: Marker) -> bool:
    """Whether a dotted number begins with the one that a run has come to."""
    _, system, prefix, outer, _ = run.key
    if (*prefix, run.value) != marker.prefix:
        return False
    outer = outer or (System.DIGITS,) * len(prefix)
    return all_but_figures((*outer, system)) == marker.outer
