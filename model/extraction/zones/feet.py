"""Footnotes: what stands below a short rule at the foot of a page, or smaller than the text at its foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.extraction.rows import Row, Zone
from model.reading.text import Rect

_UNDERSCORES = re.compile(r"^_{5,}$")


def with_footnotes(rows: Sequence[Row], rules: Sequence[Rect], height: float) -> list[Row]:
    """The rows of a page with those of its footnotes marked."""
    start = _rule(rows, rules, height)
    return [
        row._replace(zone=Zone.FOOTNOTE) if row.zone is Zone.BODY and row.baseline > start else row
        for row in rows
    ]


def _rule(rows: Sequence[Row], rules: Sequence[Rect], height: float) -> float:
    for row in rows:
        if _UNDERSCORES.match(row.text.strip()) and row.baseline > height * 0.3:
            return row.baseline - 1
    for rule in rules:
        if 60 <= rule.width <= 160 and rule.y0 > height * 0.3:
            below = [row for row in rows if row.zone is Zone.BODY and row.y0 > rule.y0 - 4]
            if below and all(row.size < 9.6 for row in below):
                return rule.y0
    return height * 2
