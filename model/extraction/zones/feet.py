"""Footnotes: where they begin on a page, and which row begins a note.

They stand below a short rule (drawn, or typed as underscores), or without one at the foot of the page in a
smaller size, beginning with a mark. A note may go on at the foot of the next page without a mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.extraction.zones.baselines import grouped
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import Rect, Span

_UNDERSCORES = re.compile(r"^[_\s]{5,}$")
_SIGN = re.compile(r"^(?:\*{1,4}|[†‡§¶#]{1,3})")
_NUMBER = re.compile(r"^\[?(\d{1,3}|[٠-٩]{1,3})\]?[.)/]?(?=\s|[^\d.,%:\-–]|$)")
_LETTER = re.compile(r"^[a-z](?:/|\b)")
# Rules above footnotes measure 73 to 145 points in the corpus; others draw longer ones.
_SHORTEST, _LONGEST = 40.0, 220.0


class Foot:
    """The footnotes' part of a page: the pieces below `top`, beside `x0` to `x1` where a column has its own."""

    def __init__(self, pieces: list[Piece], rule: list[Piece]) -> None:
        self.pieces = pieces
        self.rule = rule


def mark_of(spans: Sequence[Span], size: float) -> str:
    """The mark that a note begins with ("3", "*", "a"), empty where a row begins with none.

    `size` is that of the row's text. A raised or small number is a mark, and so is a sign; a number of full
    size is one to its caller only where it is the next.
    """
    first = spans[0]
    text = first.text.strip()
    sign = _SIGN.match(text)
    if sign:
        return sign[0]
    small = first.raised or first.size < 0.8 * size
    whole = text.rstrip(".)/")
    if small and len(whole) <= 3 and (whole.isdigit() or (len(whole) == 1 and whole.isalnum())):
        return whole
    if small and len(text) == 1 and not text.isalnum():
        return text
    return ""


def plain_number(spans: Sequence[Span]) -> int | None:
    """The number of full size that a row begins with, None where it begins with none."""
    match = _NUMBER.match("".join(span.text for span in spans[:2]).lstrip())
    return int(match[1]) if match else None


def split(sheet: Sheet, body_size: float, open_note: bool) -> tuple[Sheet, list[Piece], list[Piece]]:
    """The sheet without its footnotes, their pieces, and the pieces of a typed rule.

    `open_note`: the page before had notes, so that the first here may go on one.
    """
    level = [piece for piece in sheet.pieces if piece.level]
    if not level:
        return sheet, [], []
    typed = [p for p in level if _UNDERSCORES.match(p.text) and p.baseline > 0.2 * sheet.height]
    for rule in sorted(typed, key=lambda p: -p.baseline):
        below = [p for p in level if p.baseline > rule.baseline + 1 and p is not rule]
        if below and _are_notes(below, body_size, open_note):
            return _cut(sheet, below, [rule])
    left = min(piece.x0 for piece in level)
    for drawn in sorted(_short_rules(sheet, left), key=lambda r: r.y0):
        below = [p for p in level if p.y1 > drawn.y0 + 3 and p.baseline > drawn.y0 + 2]
        below = _same_side(below, level, drawn)
        if below and _are_notes(below, body_size, open_note):
            return _cut(sheet, below, [])
    return _cut(sheet, _unruled(level, body_size, sheet.height), [])


def _short_rules(sheet: Sheet, left: float) -> list[Rect]:
    return [
        rule
        for rule in sheet.rules
        if _SHORTEST <= rule.width <= _LONGEST and rule.height <= 2 and rule.y0 > 0.15 * sheet.height
    ]


def _same_side(below: list[Piece], level: list[Piece], rule: Rect) -> list[Piece]:
    """Of the pieces below a rule those of its column, where the text beside it is another column's."""
    middle = (min(p.x0 for p in level) + max(p.x1 for p in level)) / 2
    right = [p for p in below if p.x0 > middle - 12]
    if len(right) < 3 or any(p.x0 < middle - 40 and p.x1 > middle + 20 for p in below):
        return below
    return right if rule.x0 > middle - 12 else [p for p in below if p.x0 <= middle - 12]


def _are_notes(pieces: list[Piece], body_size: float, open_note: bool) -> bool:
    rows = grouped(pieces)
    first = sorted(rows[0], key=lambda p: p.x0)
    spans = first[0].spans + (first[1].spans if len(first) > 1 else ())
    size = max(p.size for p in rows[0])
    marked = bool(mark_of(spans, size)) or plain_number(spans) is not None
    largest = max(p.size for p in pieces if len(p.text) > 3) if any(len(p.text) > 3 for p in pieces) else 0
    if largest > body_size + 0.6:
        return False
    return marked or (open_note and largest < body_size - 0.4)


def _unruled(level: list[Piece], body_size: float, height: float) -> list[Piece]:
    """Small rows at the foot of a page that begin with a mark, where no rule stands above them."""
    rows = grouped(level)
    found: list[Piece] = []
    start = None
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        size = max(row, key=lambda p: len(p.text)).size
        first = min(row, key=lambda p: p.x0)
        marked = bool(mark_of(first.spans, size))
        sign = bool(_SIGN.match(first.text.strip())) and not first.text.strip().startswith("**" * 3)
        if size > body_size - 0.4 and not (
            sign and row[0].baseline > 0.6 * height and _gap_above(rows, index)
        ):
            break
        if marked:
            start = index
        if size > body_size - 0.4:
            break
    if start is not None and rows[start][0].baseline > 0.35 * height:
        for row in rows[start:]:
            found.extend(row)
    return found


def _gap_above(rows: list[list[Piece]], index: int) -> bool:
    if index == 0:
        return False
    return rows[index][0].baseline - rows[index - 1][0].baseline > 2.0 * rows[index][0].size


def _cut(sheet: Sheet, notes: list[Piece], rule: list[Piece]) -> tuple[Sheet, list[Piece], list[Piece]]:
    gone = {id(piece) for piece in notes} | {id(piece) for piece in rule}
    if not gone:
        return sheet, [], []
    return sheet._replace(pieces=[p for p in sheet.pieces if id(p) not in gone]), notes, rule
