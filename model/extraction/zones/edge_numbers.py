"""Numbers near the edges of a page: the page's own, a paragraph's, a heading's, one in a contents list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from model.extraction.numbering.systems import roman
from model.extraction.rows import Zone
from model.extraction.wording import PAGE_NUMBER
from model.extraction.zones.contents import has_leaders
from model.extraction.zones.note_rules import FLUSH, SHORT
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet

# This many letters beside a number are a line of running text; a running line with one at an end has no more
# than this many, and signs between it and its words.
RUNNING, LONGEST, _DIVIDERS = 60, 120, "|•·–—-/"
# Numbers below each other begin, or end, within this many points: "9" and "10" do.
_BELOW = 6.0
# The rule above a note stands within this many times the size of its text above its first baseline.
_RULED = 2.5
# "7-": an Arabic paragraph's number; a page's has a dash on either side.
_PARAGRAPH = re.compile(r"\d{1,3}\s?[-–—]")
# A number above it, over a smaller one, is a year.
_MOST_PAGES = 1000
_x0 = attrgetter("x0")


@lru_cache(maxsize=4096)
def page_number(text: str) -> int | None:
    """The page that a line names ("12", "- 12 -", "Page 12", "12/27", "iv"), None if it names none."""
    match = PAGE_NUMBER.match(text.strip())
    if match is None or _PARAGRAPH.fullmatch(text.strip()):
        return None
    number = match["number"].lower()
    value = int(number) if number.isdecimal() else roman(number)
    if value and match["count"] and value > max(_MOST_PAGES, int(match["count"])):
        return None  # "2023/104": a year with a number, not "27/3", as Arabic prints the third page of 27
    return value


@lru_cache(maxsize=4096)
def numbers_at_ends(text: str) -> tuple[int, ...]:
    """The numbers that a running line may begin and end with ("12 | Introduction", "Introduction  13"); none
    where it is a number and no more."""
    words = text.split()
    if len(words) < 2 or len(text) > LONGEST or page_number(text) is not None:
        return ()
    ends = (page_number(word.strip(_DIVIDERS)) for word in (words[0], words[-1]))
    return tuple([number for number in ends if number is not None])


def numbers_text(
    row: Sequence[Piece], zones: Sequence[Zone | None], offsets: Mapping[int, int], page: int
) -> bool:
    """True for a paragraph's number: beside running text, or beside words while it counts no other page.

    `zones` are those of the row's pieces; `offsets`: on how many pages a number stands by how much it is more
    than the page's.
    """
    if None not in zones or not {Zone.PAGE_NUMBER, None}.issuperset(zones):
        return False
    if any(len(piece.text) > RUNNING for piece in row):
        return True
    return all(offsets.get(value - page, 0) < 2 for value in _values(row))


def numbers_note(row: Sequence[Piece], zones: Sequence[Zone | None], sheet: Sheet) -> bool:
    """True for a footnote's number, which may keep step with the pages where each has one note: it opens its
    row and stands raised in the text, and the words beside it run on no other page. What several notes cite
    does: then a short rule stands above.

    `zones` are those of the row's pieces.
    """
    first = min(row, key=_x0)
    number = first.text.strip()
    if len(row) < 2 or not number.isdigit():
        return False
    if not any(span.raised and span.text.strip() == number for piece in sheet.pieces for span in piece.spans):
        return False
    return None in zones or any(
        abs(rule.x0 - first.x0) < FLUSH
        and rule.width < SHORT
        and 0 < first.baseline - rule.y0 < _RULED * first.size
        for rule in sheet.level
    )


def numbers_heading(
    row: Sequence[Piece], pieces: Sequence[Piece], size: float, offsets: Mapping[int, int], page: int
) -> bool:
    """True for a heading's number beside its words: they are larger than the text, or bold where the next
    number stands on the page (of which `pieces` are), set as this one. It counts no pages."""
    first, *_ = ordered = sorted(row, key=_x0)
    value = page_number(first.text)
    if value is None or all(page_number(piece.text) is not None for piece in ordered):
        return False
    counted = offsets.get(value - page, 0)
    if min([piece.size for piece in ordered]) > size + 0.9:
        return counted < 2 or counted < max(offsets.values())
    if counted > 1 or not all(span.bold for piece in ordered for span in piece.spans):
        return False
    alike = (piece for piece in pieces if abs(piece.x0 - first.x0) < 2 and piece.spans[0].bold)
    return any(page_number(piece.text) == value + 1 for piece in alike)


def counts_on(before: Sequence[Piece], row: Sequence[Piece]) -> bool:
    """True if the number of a row follows that of another, as a note's does."""
    return any(value - 1 in _values(before) for value in _values(row))


def are_counted(one: Sequence[Piece], two: Sequence[Piece]) -> bool:
    """True if two rows are counted one after the other, with numbers below each other and words below each
    other beside them, as those of notes and of a list are."""
    if len(one) < 2 or len(two) < 2:
        return False
    first, second = sorted(one, key=_x0), sorted(two, key=_x0)
    value = page_number(first[0].text)
    if value is None or page_number(second[0].text) != value + 1:
        return False
    return all(abs(first[at].x0 - second[at].x0) < _BELOW for at in (0, 1))


def is_entry(row: Sequence[Piece]) -> bool:
    """True for an entry of a contents list: dots lead to a page number at its end."""
    last = max(row, key=_x0).text.rstrip()
    return last[-1:].isalnum() and any(has_leaders(piece.text) for piece in row)


def _values(row: Sequence[Piece]) -> set[int]:
    return {value for piece in row if (value := page_number(piece.text)) is not None}
