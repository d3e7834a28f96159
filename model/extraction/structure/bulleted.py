"""Lists with bullets that go on in the next column or on the next page.

A column's left edge is where most of its lines begin, so that of a page of entries may be the bullets' and
that of the next one the text's. What was a bullet's indent before the break is it after the break, too.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from model.extraction.numbering.forms import SIGNS
from model.extraction.structure.fragments import Fragment
from model.extraction.structure.looks import HEADING

# Points within which two indents are one, and beyond which a list does not go on.
_INDENT, _FAR = 7.0, 40.0


def carried_indents(found: Sequence[Fragment]) -> dict[int, float]:
    """The indents of fragments with bullets, by index, as the column says in which their list began."""
    indents: dict[int, float] = {}
    stood: dict[str, float] = {}  # where each sign of the list stands; not a number where in several places
    place, shift = (0, 0), 0.0
    for index, fragment in enumerate(found):
        line = fragment.first
        if fragment.heading >= HEADING:
            stood, shift = {}, 0.0
        if not line.markers or line.markers[0].form not in SIGNS:
            continue
        label = line.markers[0].label
        here = (line.row.page, line.row.column)
        if here != place:
            place = here
            off = stood.get(label, line.indent) - line.indent
            shift = off if _INDENT < abs(off) < _FAR else 0.0
        indents[index] = indent = line.indent + shift
        stood[label] = indent if abs(stood.get(label, indent) - indent) <= _INDENT else math.nan
    return indents
