"""Signs that adorn headings ("► Introduction", "■ I. Findings"): they look like bullets, but open no item."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from model.extraction.numbering.markers import BULLETS
from model.extraction.rows import Row, Zone

# The type of a heading that a sign adorns is larger than the text by more points than this.
_LARGER = 0.9
# Points within which two sizes are one.
_ALIKE = 0.5


def without_ornaments(rows: Sequence[Row], size: float) -> list[Row]:
    """Rows without the signs before headings; `size` (points) is that of most running text.

    What is larger than the text and all in bold or in colour is such a heading, unless the next sign follows
    without other type between them, as it does in a list.
    """
    out = list(rows)
    body = [at for at, row in enumerate(rows) if row.zone is Zone.BODY]
    signed = [place for place, at in enumerate(body) if _is_signed(rows[at], size)]
    listed: set[int] = set()
    for one, two in itertools.pairwise(signed):
        if all(abs(rows[at].size - rows[body[one]].size) < _ALIKE for at in body[one + 1 : two + 1]):
            listed.update((one, two))
    for place in signed:
        if place not in listed:
            out[body[place]] = _bare(rows[body[place]])
    return out


def _is_signed(row: Row, size: float) -> bool:
    """Whether a row is large, begins with a sign and says something in bold or in colour behind it."""
    if row.size <= size + _LARGER or row.text.lstrip()[:1] not in BULLETS:
        return False
    said = [span for span in row.spans if any(map(str.isalpha, span.text))]
    return bool(said) and (all(span.bold for span in said) or all(span.coloured for span in said))


def _bare(row: Row) -> Row:
    """A row without the sign that it begins with."""
    first, *rest = itertools.dropwhile(lambda span: span.text.isspace(), row.spans)
    behind = first.text.lstrip()[1:].lstrip()
    if behind:
        return row._replace(spans=(first._replace(text=behind), *rest))
    return row._replace(spans=tuple(itertools.dropwhile(lambda span: span.text.isspace(), rest)))
