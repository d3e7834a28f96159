"""Letters with a stop that are initials of names: "A. Smith, Chair", as those who sign are set out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence, Set

from model.extraction.numbering.forms import Form
from model.extraction.numbering.systems import System
from model.extraction.structure.fragments import BREAK, Fragment
from model.extraction.structure.looks import HEADING

_LETTERS = (System.UPPER, System.UPPER_ROMAN, System.CYRILLIC_UPPER)
# Names below each other begin within this many points.
_FLUSH = 2.0


def forget_initials(found: Sequence[Fragment]) -> None:
    """Takes the numbers from short rows that open with initials: no other number comes before or after that
    of one of them; below each other they are out of order."""
    counted = {
        (one.run, one.value) for block in found for one in block.first.markers if one.form is Form.STOP
    }
    for rows in _rows(found):
        in_order = len(rows) > 1 and all(itertools.starmap(_follows, itertools.pairwise(rows)))
        if in_order or all(_has_neighbour(block, counted) for block in rows):
            continue
        for block in rows:
            block.first.markers, block.first.marker_end = (), 0
            block.start = max(block.start, BREAK)  # each is somebody's


def _rows(found: Sequence[Fragment]) -> Iterator[list[Fragment]]:
    """Short plain rows with a capital letter and a stop, those together that stand below each other."""
    rows: list[Fragment] = []
    for block in found:
        opens = _may_be_name(block)
        if rows and not (opens and abs(block.first.indent - rows[-1].first.indent) < _FLUSH):
            yield rows
            rows = []
        if opens:
            rows.append(block)
    if rows:
        yield rows


def _may_be_name(block: Fragment) -> bool:
    line = block.first
    if not line.markers or len(block.lines) > 1 or block.heading >= HEADING or line.full:
        return False
    one = line.markers[0]
    lettered = one.form is Form.STOP and one.system in _LETTERS and len(one.printed) == 1
    return lettered and line.body[:1].isupper() and not line.ends_sentence


def _has_neighbour(block: Fragment, counted: Set[tuple[object, int]]) -> bool:
    return any((one.run, one.value + step) in counted for one in block.first.markers for step in (-1, 1))


def _follows(one: Fragment, two: Fragment) -> bool:
    """Whether a row's number is the next one."""
    return any(
        a.run == b.run and b.value == a.value + 1 for a in one.first.markers for b in two.first.markers
    )
