"""What a first page opens with: a title, or the first heading of an excerpt.

Headings are set alike again and again over running text; a title is not.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from model.dates import find_date
from model.extraction import wording
from model.extraction.numbering.forms import Form
from model.extraction.numbering.markers import read_markers
from model.extraction.zones.front_lines import (
    FrontLine,
    each_line,
    is_divider,
    lines_of,
    on_one_axis,
    solid,
    solid_text,
)
from model.extraction.zones.sheets import Sheet

# This many letters of plain type are a row of text.
_SOME = 30
# This many signs hold a heading's number.
_HEAD = 48
# More chapters than that stand before no number without a stop.
_TOO_MANY = 10
# What calls itself a report in fewer letters may say whose it is alone: "Report of the Secretary-General".
_IN_FULL = 40
# What goes on with a title in small letters has more of them, and is no further below it (sizes).
_FEWEST, _LOOSE = 6, 3.5
# A running head is set this much smaller than the text at least (points).
_SMALLER = 0.9


def over_text(sheets: Sequence[Sheet], body_size: float) -> list[FrontLine]:
    """The rows in bold or large type right above running text: those of headings, and a title's last one."""
    found = []
    for sheet in sheets:
        lines = lines_of(sheet.pieces)
        for at, line in enumerate(lines):
            # a note in the margin may stand between the two, but no other heading
            below = lines[at + 1 : at + 3] if stands_out(line, body_size) else []
            below = [] if below and stands_out(below[0], body_size) else below
            if any(not b.bold and b.size < body_size + 1.5 and len(b.text) > _SOME for b in below):
                found.append(line)
    return found


def stands_out(line: FrontLine, body_size: float) -> bool:
    """Whether a row is set as headings are: bold, or larger than the text."""
    return line.bold or line.size > body_size + 0.9


def is_heading(head: Sequence[FrontLine], at: int, over: Sequence[FrontLine]) -> bool:
    """Whether a row, or the last of those set solid with it, stands over running text as others do that are
    set like it, with a number or without: headings come again and again, a title's rows do not."""
    while at + 1 < len(head) and solid(head[at], head[at + 1]):
        at += 1
    last = head[at]
    return last in over and any(
        other not in head and set_alike(last, other) and _has_number(last) == _has_number(other)
        for other in over
    )


def _has_number(line: FrontLine) -> bool:
    return bool(read_markers(line.text.strip()[:_HEAD]))


def is_excerpt(head: Sequence[FrontLine], start: int, body_size: float) -> bool:
    """True for what begins with a chapter's heading or in the middle of one, and has no title. A row smaller
    than the text is a running head, not a chapter's."""
    text = head[start].text.strip()
    chapters = [line for line in head if line.size > body_size - _SMALLER]
    if wording.DOTTED_NUMBER.match(text) or is_divider(chapters):
        return True
    return bool(wording.HEADING.fullmatch(text)) or _is_counted(text)


def _is_counted(text: str) -> bool:
    """Whether a row is a chapter's heading by its number, as long as that is not the first: "2. Findings",
    "2 Findings", but not "7 steps to cleaner rivers" or "40 Years of Harbours"."""
    for marker in read_markers(text[:_HEAD]):
        if marker.form is Form.STOP and marker.value > 1:
            return True
        if marker.form is Form.BARE and 1 < marker.value < _TOO_MANY:
            return text[marker.end :].lstrip()[:1].isupper()
    return False


def opens_count(line: FrontLine) -> bool:
    """Whether a row below a title is the first of the numbered headings: "1 Findings", "I. Findings", but
    not "A Second Look"."""
    text = line.text.strip()
    return any(
        (marker.form is Form.STOP or (marker.form is Form.BARE and text[0].isdigit()))
        and marker.value == 1
        and text[marker.end :].lstrip()[:1].isupper()
        for marker in read_markers(text[:_HEAD])
    )


def is_counted_on(line: FrontLine, later: Iterable[Sheet]) -> bool:
    """Whether what a page begins with has a number, and a row set like it on a later page the next one."""
    following = [(marker.run, marker.value + 1) for marker in read_markers(line.text.strip()[:_HEAD])]
    return bool(following) and any(
        (marker.run, marker.value) in following
        for sheet in later
        for other in each_line(sheet.pieces)
        if other.style == line.style
        for marker in read_markers(other.text.strip()[:_HEAD])
    )


def above_headings(head: Sequence[FrontLine], pool: list[int]) -> list[int]:
    """Of the rows with which a title may begin those above a first heading that is set larger, if one is:
    it has a number, opens reports ("Introduction"), or stands below a row that names this one in full."""
    named = [i for i in pool if calls_itself(head[i].text) and len(solid_text(head, i)) > _IN_FULL]
    for before, at in itertools.pairwise(pool):
        apart = not solid(head[at - 1], head[at]) and head[at].size > head[before].size
        numbered = any(
            marker.form is not Form.LABEL for marker in read_markers(head[at].text.strip()[:_HEAD])
        )
        opens = wording.HEADING.fullmatch(head[at].text.strip())
        if apart and (numbered or opens or (named and named[-1] < at)):
            return [i for i in pool if i < at]
    return pool


def opens_part(head: Sequence[FrontLine], start: int, over: Sequence[FrontLine]) -> bool:
    """Whether what a page begins with is set as headings further down are: the first of an excerpt's, no
    title."""
    if calls_itself(head[start].text):
        return False
    return any(other not in head and set_alike(head[start], other) for other in over)


def set_alike(one: FrontLine, other: FrontLine) -> bool:
    """Whether two rows are set in one type, and begin alike or stand on one axis."""
    begin, axis = one.x0 - other.x0, one.x0 + one.x1 - other.x0 - other.x1
    return one.style == other.style and min(abs(begin), abs(axis)) < 3


def calls_itself(text: str) -> bool:
    """True for what says that it is a report, a decision or the like."""
    return bool(wording.REPORT_OF.match(text) or wording.DOCUMENT.search(text))


def begins_low(line: FrontLine) -> bool:
    """True for a row with which a title may go on in another size: "REPORT" / "on the situation of ...", or
    "ON THE SITUATION OF", or "on the" alone."""
    onward = line.text[:1].islower() or (line.text.isupper() and wording.ONWARD.match(line.text))
    return bool(onward) and (len(line.text) > _FEWEST or wording.ONWARD.match(line.text) is not None)


def goes_low(above: FrontLine, line: FrontLine, body_size: float) -> bool:
    """Whether a title goes on with a row that begins with a small letter: in the type of the row above, large
    or centred below it; but not "held on Tuesday 14 March 2023" in another type."""
    if not begins_low(line) or line.baseline - above.baseline > _LOOSE * max(above.size, line.size):
        return False
    if line.style == above.style:
        return True
    display = line.size > body_size + 0.9
    dated = find_date(line.text) is not None and not (display and above.bold and line.bold)
    large = display or on_one_axis(above, line)
    return large and not dated and wording.BYLINE.match(line.text) is None


def links_low(head: Sequence[FrontLine], at: int) -> bool:
    """Whether a row is one word in capitals over such a row: "REPORT" / "MADE" / "on behalf of ..."; or, in
    capitals, whose report it is over what it is on."""
    text, below = head[at].text.strip(), head[at + 1 : at + 2]
    low = any(begins_low(line) and on_one_axis(head[at], line) for line in below)
    return low and text.isupper() and (text.isalpha() or wording.ONWARD.match(below[0].text) is not None)


def rows_of_reporter(below: Sequence[FrontLine]) -> int:
    """How many of the rows below a title say who reports: "Rapporteur: Ms. A. Eze", below what the document
    is and the name of the committee, or below nothing."""
    for count, line in enumerate(below, 1):
        text = line.text.strip()
        if wording.OFFICER_NAMED.match(text):
            return count
        if not (wording.BODY.match(text) or wording.DOCUMENT.fullmatch(text.rstrip(" *0123456789"))):
            break
    return 0
