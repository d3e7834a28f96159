"""Footnotes: where they begin on a page, and which row begins a note.

They stand below a rule (drawn, or typed as underscores), or without one at the foot of the page in a smaller
size, beginning with a mark. A note may go on at the foot of the next page without a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from model.extraction.zones.baselines import grouped, longest
from model.extraction.zones.note_rules import FLUSH, SHORT, rules_of_notes
from model.extraction.zones.pieces import Piece
from model.extraction.zones.scans import is_scan
from model.extraction.zones.sheets import Sheet
from model.reading.text import Rect, Span
from model.right_to_left import is_rtl

_UNDERSCORES = re.compile(r"^[_\s]{5,}$")
_SIGN = re.compile(r"^(?:\*{1,4}|[†‡§¶#]{1,3})(?!\d)")
# "1/": how typewritten prints mark their notes. Recognition may see a space in it, and "U" for "4".
_TYPED = re.compile(r"^(\d{1,3}|U) ?/(?=\s|$)")
_NUMBER = re.compile(r"^[\[(]?(\d{1,3}|[٠-٩]{1,3})[\])]?[.)/]?(?=\s|[^\d.,%:\-–]|$)")
# Notes are smaller than the text by at least this much (points), where nothing else tells them.
_SMALLER = 0.4
# This far above a rule text says whether the page is set in columns there (points, some ten lines).
_NEAR = 120.0
# A row and its marks stand within this many points, in whatever size below as many.
_LAST = 40.0
_MARKS = re.compile(r"\d{1,3}")
_baseline = attrgetter("baseline")
_x0, _x1 = attrgetter("x0"), attrgetter("x1")


class Count(NamedTuple):
    """How far the notes have come: the group of the last, which may go on on the next page (0: none does);
    the number of the next."""

    group: int = 0
    expected: int = 1


class Split(NamedTuple):
    """A sheet without its footnotes, their pieces column by column, and the pieces of typed rules."""

    sheet: Sheet
    notes: list[list[Piece]]
    rules: list[Piece]


def meant(mark: str) -> str:
    """A mark as it was typed: recognition may see "U/" for a typewriter's "4/"."""
    return mark.replace("U", "4")


def opening_mark(spans: Sequence[Span], size: float) -> str:
    """The mark that a note begins with ("3", "*", "a"), empty if a row begins with none.

    `size` is that of the row's text. A raised or small number is a mark, and so is a sign; a number of full
    size is one to its caller only where it is the next.
    """
    first = spans[0]
    text = first.text.strip()
    if sign := _SIGN.match(text):
        return sign[0]
    if typed := _TYPED.match(text):
        return meant(typed[1])
    higher = len(spans) > 1 and spans[1].baseline - first.baseline > 0.25 * size
    small = higher or first.size < 0.8 * size
    whole = text.rstrip(".)/")
    if small and len(whole) <= 3 and (whole.isdigit() or (len(whole) == 1 and whole.isalnum())):
        return whole
    if small and len(text) == 1 and not text.isalnum():
        return text
    return ""


def plain_number(spans: Sequence[Span]) -> int | None:
    """The number of full size that a row begins with, None if it begins with none."""
    match = _NUMBER.match("".join(span.text for span in spans[:3]).lstrip())
    return int(match[1]) if match else None


def split(sheet: Sheet, body_size: float, count: Count, front: Sequence[Piece] = ()) -> tuple[Split, Count]:
    """The sheet without its footnotes, and the number that those of full size begin with.

    Where each page counts its own, the first is 1, and each has its mark in the page's text; `front` are the
    pieces of a title or a masthead above it, which may be marked, too.
    """
    open_note, expected = count.group > 0, count.expected
    if front and expected in _raised([front]):
        return _split(sheet, body_size, open_note, expected, True), count
    marks = _raised([sheet.pieces]) if expected > 1 else set()
    if 1 in marks and expected not in marks:
        anew = _split(sheet, body_size, open_note, 1)
        counted = _next([piece for column in anew.notes for piece in column], 1)
        if counted > 1 and _raised([anew.sheet.pieces]).issuperset(range(1, counted)):
            return anew, count._replace(expected=1)
    return _split(sheet, body_size, open_note, expected), count


def _split(sheet: Sheet, body_size: float, open_note: bool, expected: int, marked: bool = False) -> Split:
    """`open_note`: there were notes before, so that the first here may go on one. `marked`: the next one's
    mark is known to stand on the page."""
    ordered = sheet.ordered
    if not ordered:
        return Split(sheet, [], [])
    typed = [p for p in ordered if p.text[-1] == "_" and p.baseline > 0.2 * sheet.height]
    typed = [p for p in typed if _UNDERSCORES.match(p.text)]
    drawn = list(rules_of_notes(sheet))
    if not typed and not drawn:
        return _unruled(sheet, body_size, expected, marked)
    left = min([piece.x0 for piece in ordered])
    middle = (left + max([piece.x1 for piece in ordered])) / 2
    notes: list[list[Piece]] = []
    top = sheet.height
    for rule, printed in _above_notes(drawn, typed, ordered, left, middle):
        if notes and not _beside(notes[0], rule, middle):
            continue
        lower = ordered[bisect_right(ordered, rule.y0, key=_baseline) :]
        below = [p for p in lower if p not in typed and p.baseline - 0.4 * p.size > rule.y0]
        below = _same_side(ordered, below, middle, rule)
        if not below:
            continue
        if not printed and rule.width > SHORT and max(p.size for p in below) > body_size - _SMALLER:
            continue
        # a long rule is a table's as well: the number in the row below it says little by itself
        told = printed or rule.width <= SHORT or marked or expected in _raised([ordered])
        if _are_notes(below, body_size, open_note or bool(notes), expected, told):
            notes.append(below)
            top = min(top, rule.y0)
            expected = _next(below, expected)
    if not notes:
        return _unruled(sheet, body_size, expected, marked)
    return _cut(sheet, sorted(notes, key=_left), [p for p in typed if p.baseline >= top])


def _above_notes(
    drawn: Sequence[Rect], typed: Sequence[Piece], ordered: Sequence[Piece], left: float, middle: float
) -> Iterator[tuple[Rect, bool]]:
    """Rules that footnotes may stand below, with whether they are typed: those first, from the foot up.

    A drawn one begins at an edge of the text, as the row below it does; the left column's come first.
    """
    for piece in reversed(typed):
        yield Rect(piece.x0, piece.baseline, piece.x1, piece.baseline + 1), True
    for rule in sorted(drawn, key=lambda rule: rule.x0 > middle - 12):
        below = bisect_right(ordered, rule.y0, key=_baseline)
        flush = any(abs(piece.x0 - rule.x0) < FLUSH for piece in ordered[below : below + 1])
        if flush or not left + 40 < rule.x0 < middle - 20:
            yield rule, False


def _next(pieces: Sequence[Piece], expected: int) -> int:
    """The number of the note that follows those of some pieces."""
    for row in grouped(pieces):
        expected += _opens(row, expected)
    return expected


def _beside(column: Sequence[Piece], rule: Rect, middle: float) -> bool:
    """True if a rule stands in the other one of two columns."""
    if rule.x0 > middle - 12:
        return max(p.x1 for p in column) < rule.x0
    return min(p.x0 for p in column) > rule.x1


def _left(column: Sequence[Piece]) -> float:
    return min(p.x0 for p in column)


def _same_side(ordered: Sequence[Piece], below: list[Piece], middle: float, rule: Rect) -> list[Piece]:
    """Of the pieces below a rule those of its column, where the text beside it is another column's."""
    near = ordered[bisect_right(ordered, rule.y0 - _NEAR, key=_baseline) :]
    if not (_in_columns(below, middle) or _in_columns(near, middle)):
        return below
    right = rule.x0 > middle - 12
    return [p for p in below if (p.x0 > middle - 12) == right]


def _in_columns(pieces: Sequence[Piece], middle: float) -> bool:
    """True if some pieces stand in either half, and none crosses the middle; short rows of a text that
    runs from right to left leave the left half empty."""
    right = [p for p in pieces if p.x0 > middle - 12]
    left = [p for p in pieces if p.x0 < middle - 40]
    return len(right) >= 3 and bool(left) and not any(p.x1 > middle + 20 for p in left)


def _are_notes(pieces: list[Piece], body_size: float, open_note: bool, expected: int, told: bool) -> bool:
    """Whether the pieces below a rule are notes; `told` where the next number in the notes' size
    opens one."""
    worded = [p.size for p in pieces if len(p.text) > 3]
    largest = max(worded, default=0.0)
    if largest > body_size + 0.6:
        return False
    rows = grouped(pieces)
    spans = _spans_as_read(rows[0])
    if opening_mark(spans, max(s.size for s in spans)):
        return True
    number = plain_number(spans)
    if number == expected and (told or spans[0].size < 0.8 * largest):
        return True
    # what goes on from the page before may happen to begin with a number: then the next note follows
    smaller = largest < body_size - _SMALLER
    return open_note and smaller and (number is None or any(_opens(row, expected) for row in rows[1:]))


def _opens(row: Sequence[Piece], number: int) -> bool:
    """Whether a row begins with the mark of this note."""
    return plain_number(_spans_as_read(row)) == number


def _spans_as_read(row: Sequence[Piece]) -> list[Span]:
    """The spans of a row from its beginning, which in Arabic is its right end."""
    if is_rtl(longest(row).text):
        return [span for piece in sorted(row, key=_x1, reverse=True) for span in piece.spans]
    return [span for piece in sorted(row, key=_x0) for span in piece.spans]


def _unruled(sheet: Sheet, body_size: float, expected: int, marked: bool) -> Split:
    """What `split` gives for small rows at the foot of a page that begin with a mark, where no rule stands
    above them. A number of full size is one where it is the next and raised in the text above."""
    scanned = is_scan(sheet)
    if not scanned and _ends_in_text(sheet.ordered, body_size):
        return Split(sheet, [], [])
    rows = sheet.rows
    noted = _typed_note(rows, 0.4 * sheet.height) if scanned else None
    if noted is None and scanned:
        noted = _last_note(rows, 0.6 * sheet.height)
    if noted is not None:
        return _cut(sheet, [[piece for row in rows[noted:] for piece in row]], [])
    start, counted = None, False
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        size = longest(row).size
        first = min(row, key=_x0)
        small = size < body_size - _SMALLER
        mark = opening_mark(first.spans, size)
        low = row[0].baseline > 0.6 * sheet.height
        if not small and not (mark and low):
            break
        # what else begins with the number of a note is not a note
        opens = not counted and _opens(row, expected) and (marked or expected in _raised(rows[:index]))
        if mark or opens:
            start, counted = index, counted or opens
        if not small:
            break
    if start is None:
        return Split(sheet, [], [])
    return _cut(sheet, [[piece for row in rows[start:] for piece in row]], [])


def _raised(rows: Sequence[Sequence[Piece]]) -> set[int]:
    """The numbers that stand raised in some rows, as marks of notes do."""
    spans = (span for row in rows for piece in row for span in piece.spans)
    return {int(number) for span in spans if span.raised for number in _MARKS.findall(span.text)}


def _ends_in_text(ordered: Sequence[Piece], body_size: float) -> bool:
    """True if nothing among the last lines is small, or may be a mark: no note ends there. That is told
    without making rows of the page."""
    last = ordered[bisect_left(ordered, ordered[-1].baseline - _LAST, key=_baseline) :]
    largest = max([piece.size for piece in last])
    return not any(
        piece.size < body_size - _SMALLER
        or (len(piece.spans) > 1 and piece.spans[1].baseline > piece.spans[0].baseline)
        or opening_mark(piece.spans, largest)
        for piece in last
    )


def _typed_note(rows: list[list[Piece]], low: float) -> int | None:
    """The first row of a typewritten page's notes: it begins with a mark that stands in the text above."""
    above: list[str] = []
    for index, row in enumerate(rows):
        text = " ".join([piece.text for piece in sorted(row, key=_x0)])
        mark = _TYPED.match(text)
        if mark and row[0].baseline > low and _gap_above(rows, index):
            cited = re.compile(rf"(?<![\d/]){mark[1]} ?/(?!\w)")
            if any(map(cited.search, above)):
                return index
        above.append(text)
    return None


def _last_note(rows: list[list[Piece]], low: float) -> int | None:
    """The row that begins the last block of a page, where it begins with a mark, in whatever size: on a scan
    the rule above it is part of the picture."""
    index = len(rows) - 1
    while index > 0 and not _gap_above(rows, index):
        index -= 1
    if index <= 0 or rows[index][0].baseline < low:
        return None
    first = min(rows[index], key=_x0)
    return index if opening_mark(first.spans, first.size) else None


def _gap_above(rows: list[list[Piece]], index: int) -> bool:
    return rows[index][0].baseline - rows[index - 1][0].baseline > 2.0 * rows[index][0].size


def _cut(sheet: Sheet, notes: list[list[Piece]], rules: list[Piece]) -> Split:
    gone = {id(piece) for column in [*notes, rules] for piece in column}
    return Split(sheet.holding([p for p in sheet.pieces if id(p) not in gone]), notes, rules)
