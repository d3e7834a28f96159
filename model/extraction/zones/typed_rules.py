"""Rules that are typed below a heading: a row of hyphens or equals signs underlines the rows above it."""

from __future__ import annotations

from collections.abc import Sequence

from model.extraction.rows import Row, Zone

_SIGNS = "-=_~*\u2013\u2014\u2500\u2550"
# Fewer signs are not a rule.
_FEWEST = 4
# A typed rule stands this many sizes below its row at most.
_BELOW = 1.7
# A heading that a rule underlines runs over this many rows at most.
_MOST = 3
# By a name of its own: to look a member of an enumeration up takes as long as a call.
_BODY = Zone.BODY


def underlined(rows: Sequence[Row]) -> list[Row]:
    """The rows, those marked that a typed rule underlines; the rule itself is furniture."""
    out = list(rows)
    for at, row in enumerate(rows):
        if row.zone is _BODY and row.spans[0].text[:1] in _SIGNS and _is_rule(row):
            heading = _above(out[max(0, at - _MOST - 1) : at], row)
            if heading and _underlines(row, heading):
                out[at - len(heading) : at] = [above._replace(underlined=True) for above in heading]
                out[at] = row._replace(zone=Zone.FOOTER)
    return out


def _is_rule(row: Row) -> bool:
    text = "".join(row.text.split())
    return len(text) >= _FEWEST and not text.strip(text[0])


def _above(rows: Sequence[Row], rule: Row) -> list[Row]:
    """The rows right above a rule, from top to bottom, that stand one below the other at its left end."""
    found: list[Row] = []
    below = rule
    for row in reversed(rows):
        near = row.zone is _BODY and row.page == rule.page and abs(row.x0 - rule.x0) < rule.size
        if not (near and 0 < below.baseline - row.baseline < _BELOW * rule.size):
            break
        found.insert(0, row)
        below = row
    return found


def _underlines(rule: Row, heading: Sequence[Row]) -> bool:
    """Whether a rule is as long as the longest of the rows above it, and these are a heading's."""
    if len(heading) > 1 and (len(heading) > _MOST or heading[-1].text.rstrip().endswith((".", ";", ":"))):
        return False
    width = max(row.x1 - row.x0 for row in heading)
    return abs(rule.x1 - rule.x0 - width) < max(2 * rule.size, 0.3 * width)
