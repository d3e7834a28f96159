"""Sheets that a layout fills: fragments of text at their places, rules, columns with room for footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.reports.styles import Style
from tests.reports.typeset import Line, width

ASCENT, DESCENT = 0.9, 0.25


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text of one face at a baseline."""

    x: float
    y: float
    text: str
    face: str
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line."""

    x0: float
    x1: float
    y: float
    width: float = 0.5


@dataclass(slots=True)
class Column:
    """A stretch of a sheet that lines flow into. `notes` are footnotes' lines, set at its foot."""

    sheet: int
    x0: float
    x1: float
    top: float
    bottom: float
    notes: list[tuple[str, list[Line]]] = field(default_factory=list)
    notes_height: float = 0.0


@dataclass(slots=True)
class Sheet:
    number: int
    body: list[Fragment] = field(default_factory=list)
    furniture: list[Fragment] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


def put(
    into: list[Fragment],
    text: str,
    x: float,
    y: float,
    size: float,
    face: str = "roman",
    end: float | None = None,
) -> None:
    """One fragment; with `end` it is set flush right there."""
    into.append(Fragment(end - width(text, face, size) if end is not None else x, y, text, face, size))


def put_line(into: list[Fragment], line: Line, x: float, y: float, full: float | None) -> None:
    """A line's words at a baseline; spread over the measure `full` where it is given.

    Words of one face become one fragment with spaces inside, as most producers write them; a spread line is
    written word by word.
    """
    gaps = len(line.words) - 1
    space = line.space + ((full - line.width) / gaps if full and gaps else 0.0)
    pending: Fragment | None = None
    for n, word in enumerate(line.words):
        if n:
            x += space
        for m, run in enumerate(word):
            glued = " " if n and not m and line.space else ""
            y_run = y - run.size * 0.5 if run.mark else y
            same = pending and (pending.face, pending.size, pending.y) == (run.face, run.size, y_run)
            if same and pending and (not full or m):
                pending = Fragment(pending.x, y_run, pending.text + glued + run.text, run.face, run.size)
            else:
                if pending:
                    into.append(pending)
                pending = Fragment(x, y_run, run.text, run.face, run.size)
            x += run.width
    if pending:
        into.append(pending)


def columns_of(style: Style, sheet: int, top: float) -> list[Column]:
    room = (style.right - style.left - style.gutter * (style.columns - 1)) / style.columns
    lefts = [style.left + n * (room + style.gutter) for n in range(style.columns)]
    return [Column(sheet, left, left + room, top, style.bottom) for left in lefts]
