"""Rules that are typed below a heading: a row of hyphens or equals signs underlines the row above it."""

from __future__ import annotations

from collections.abc import Sequence

from model.extraction.rows import Row, Zone

_SIGNS = "-=_~*\u2013\u2014\u2500\u2550"
_FEWEST = 4
# A typed rule stands so many sizes below its row at most.
_BELOW = 1.7


def underlined(rows: Sequence[Row]) -> list[Row]:
    """The rows, those marked that a typed rule underlines; the rule itself is furniture."""
    out = list(rows)
    for at, row in enumerate(rows[1:]):
        if row.zone is Zone.BODY and row.spans[0].text[:1] in _SIGNS and _underlines(row, out[at]):
            out[at] = out[at]._replace(underlined=True)
            out[at + 1] = row._replace(zone=Zone.FOOTER)
    return out


def _underlines(row: Row, above: Row) -> bool:
    if above.zone is not Zone.BODY or row.page != above.page:
        return False
    text = "".join(row.text.split())
    if len(text) < _FEWEST or text.strip(text[0]):
        return False
    width = above.x1 - above.x0
    alike = abs(row.x0 - above.x0) < row.size and abs(row.x1 - row.x0 - width) < max(
        2 * row.size, 0.3 * width
    )
    return alike and 0 < row.baseline - above.baseline < _BELOW * row.size
