"""Ligatures in lines from right to left, whose letters the engine turns round."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from model.right_to_left import RTL

Char = Mapping[str, Any]
Trace = Callable[[], Iterable[Mapping[str, Any]]]
# Points within which two places are one, and below which a character has no width.
SAME_PLACE, THIN = 0.3, 0.01


def mend_ligatures(lines: Sequence[Any], trace: Trace) -> None:
    """Puts the letters of a ligature in their order: the engine turns them round with the others of the line,
    and all but the first have no width and stand at its right end."""
    spans = [span for line in lines for span in line["spans"] if any(map(_is_thin, span["chars"]))]
    if not spans:
        return
    further = {(char[0], *map(round, char[2])) for run in trace() for char in run["chars"] if char[1] < 0}
    for span in spans:
        waiting: list[Char] = []
        chars: list[Char] = []
        for char in span["chars"]:
            if _is_thin(char):
                waiting.append(char)
                continue
            if not waiting:
                chars.append(char)
                continue
            # the trace has the letters of a ligature where its glyph begins
            place = tuple(map(round, char["origin"]))
            if all((ord(one["c"]), *place) in further and _ends_at(char, one) for one in waiting):
                chars += _shared(char, [char, *reversed(waiting)])
            else:
                chars += [*waiting, char]
            waiting = []
        span["chars"] = chars + waiting


def _shared(glyph: Char, letters: Sequence[Char]) -> Iterator[Char]:
    """The letters of a ligature, each with its share of the glyph's width, from the right."""
    x0, top, x1, bottom = glyph["bbox"]
    each = (x1 - x0) / len(letters)
    for at, letter in enumerate(letters):
        yield {**letter, "bbox": (x1 - each * (at + 1), top, x1 - each * at, bottom)}


def _is_thin(char: Char) -> bool:
    return char["bbox"][2] - char["bbox"][0] < THIN and RTL.match(char["c"]) is not None


def _ends_at(before: Char, char: Char) -> bool:
    return bool(abs(before["bbox"][2] - char["bbox"][0]) < SAME_PLACE)
