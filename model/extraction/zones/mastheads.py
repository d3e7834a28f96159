"""A first page with a masthead ("Distr.: General"), and the title below it.

The title is the first group in the title's style: bold, larger, centred or in capitals.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence

from model.dates import find_date
from model.extraction import wording
from model.extraction.rows import Zone
from model.extraction.zones.below_titles import names_body
from model.extraction.zones.front_lines import (
    FrontLine,
    is_centred,
    is_long,
    lines_of,
    on_one_axis,
    runs_on,
    same_style,
    solid,
)
from model.extraction.zones.openings import begins_low
from model.extraction.zones.pieces import Piece
from model.extraction.zones.scans import is_scan
from model.extraction.zones.sheets import Sheet
from model.right_to_left import is_rtl

# A masthead in the older manner has this many rows: the body, its session, the agenda's item, the title.
_OLDER = 10
# A rule closes it no further below its last row, as a share of the page's height.
_CLOSED = 0.16
# This many letters make a word of a title; fewer stand in rows of stars and dashes.
_FEWEST = 4
# "15/21. Wildlife", "Decision 15/21": how a body files its acts.
_FILED = re.compile(r"\s*(?:[^\W\d]+ )?\d{1,4}/\d{1,3}(?:\.?$|\. )")
# What is printed at the foot of a cover stands below this share of its height.
_FOOT = 0.65
_MARKS = ("*", "∗", "†")
# Where and when a meeting was held, and who presided, takes no more rows.
_SITTING = 6


def has_masthead(sheet: Sheet) -> bool:
    """Whether "Distr.:" stands on a page, or "Original: English" beside session or agenda item, with
    a rule from margin to margin below; in a scan the one may be misread, not the other."""
    upper = [p for p in sheet.pieces if p.baseline < 0.45 * sheet.height]
    if any(wording.DISTRIBUTION.match(piece.text) for piece in upper):
        return True
    written = [piece for piece in upper if ":" in piece.text and wording.ORIGINAL.match(piece.text)]
    return bool(written) and (is_scan(sheet) or _is_closed(sheet, upper, written[-1]))


def _is_closed(sheet: Sheet, upper: Sequence[Piece], last: Piece) -> bool:
    """Whether a rule closes a page's head not far below its `last` row, and beside that, as far up, a session
    is named."""
    reach = _CLOSED * sheet.height
    beside = (p for p in upper if p.x1 < last.x0 and last.baseline - reach < p.baseline <= last.baseline + 2)
    if not any(wording.SESSION.search(piece.text) for piece in beside):
        return False
    rules = (rule.y0 for rule in sheet.level if last.baseline < rule.y0 < last.baseline + reach)
    return any(_spans(sheet, y) for y in rules)


def masthead(sheet: Sheet, body_size: float) -> dict[int, Zone]:
    """Masthead and title of a first page with "Distr.:"."""
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    marks = [
        p
        for p in sheet.pieces
        if p.baseline < 0.5 * sheet.height
        and (wording.DISTRIBUTION.match(p.text) or wording.ORIGINAL.match(p.text))
    ]
    lines = lines_of(sheet.pieces)
    end = _end_of_column(lines, max(p.baseline for p in marks), min(p.x0 for p in marks)) + 2
    across = [
        r.y0 for r in sheet.level
        if r.width > 0.08 * sheet.width and end < r.y0 < end + _CLOSED * sheet.height
    ]  # fmt: skip
    edges = min(line.x0 for line in lines), max(line.x1 for line in lines)
    titles = (
        line.baseline for line in lines if line.baseline > end and _titles(line, edges, body_size, sheet)
    )
    first_title = next(titles, math.inf)  # a rule below it closes the masthead with its title
    wide = [y for y in across if y < first_title and _spans(sheet, y)]
    end = max(wide, default=_end_of_name(lines, end))
    below = [line for line in lines if line.baseline > end]
    start, stop = _title_run(below, edges, body_size, sheet)
    if start < stop and all(wording.SITTING.search(line.text) for line in below[start:stop]):
        # the session, set as boldly as the title, which follows
        first, last = _title_run(below[stop:], edges, body_size, sheet)
        start, stop = (stop + first, stop + last) if first < last else (start, stop)
    said = itertools.accumulate((line.text for line in below[start:stop]), "{} {}".format)
    named = next((i for i, text in enumerate(said, start) if wording.PROPOSED.search(text)), None)
    if named is not None:
        first, last = _title_run(below[named + 1 :], edges, body_size, sheet)
        start, stop = (named + 1 + first, named + 1 + last) if first < last else (start, stop)
    zones: dict[int, Zone] = {}
    limit = below[start].baseline - 2 if start < stop else end
    for index, piece in enumerate(sheet.pieces):
        if piece.level and piece.baseline < limit:
            zones[index] = Zone.MASTHEAD
    for line in below[start:stop]:
        zone = Zone.MASTHEAD if wording.OFFICER_NAMED.match(line.text) else Zone.TITLE
        zones.update((at[id(p)], zone) for p in line.pieces)
    after = below[stop : stop + 2]
    heading = start < stop and len(after) == 2 and (after[1].bold or wording.HEADING.match(after[1].text))
    if heading and wording.BYLINE.match(after[0].text):
        zones.update((at[id(p)], Zone.MASTHEAD) for p in after[0].pieces)
    for line in _sitting(below[stop:], sheet) if start < stop else ():
        zones.update((at[id(p)], Zone.MASTHEAD) for p in line.pieces)
    if start < stop and _is_foot_of_cover(below[stop:], body_size, sheet):
        zones.update((at[id(p)], Zone.COVER) for line in below[stop:] for p in line.pieces)
    return zones


def _is_foot_of_cover(lines: Sequence[FrontLine], body_size: float, sheet: Sheet) -> bool:
    """Whether small words at the foot are all that a page has below its title, such as a job number and
    "This document has not been edited". Notes have a mark; text has a number, or fills its rows in the size
    of the other pages."""
    return all(
        line.baseline > _FOOT * sheet.height
        and line.size < body_size + 0.9
        and not (is_long(line, sheet) and line.size > body_size - 0.4)
        and not (line.text[:1] in _MARKS or line.pieces[0].spans[0].raised)
        and not wording.HEADING.match(line.text)
        for line in lines
    )


def _sitting(lines: Sequence[FrontLine], sheet: Sheet) -> Sequence[FrontLine]:
    """Where and when a meeting was held, and who presided or reports: what stands below a record's title,
    down to its contents, or to text above them, or in one row."""
    officers = [wording.OFFICER_NAMED.match(line.text) is not None for line in lines[:2]]
    if officers and officers[0] and (lines[0].bold or officers == [True, False]):
        return lines[:1]
    if not lines or find_date(lines[0].text) is None:
        return ()
    head = lines[: _SITTING + 1]
    contents = next((i for i, line in enumerate(head) if wording.CONTENTS.match(line.text)), 0)
    text = (i for i, pair in enumerate(itertools.pairwise(head)) if all(is_long(row, sheet) for row in pair))
    return lines[: min(contents, next(text, contents))]


def _end_of_column(lines: Sequence[FrontLine], end: float, left: float) -> float:
    """Down to where what stands below "Distr." goes on in its column: the symbol, the date, the language.
    On pages that are read from the right it is the one at the left; what is bold stands below it."""
    middle = (min([line.x0 for line in lines]) + max([line.x1 for line in lines])) / 2
    turned = left < middle
    for line in lines:
        if line.baseline > end:
            beside = line.x0 < left - 10 or (turned and (line.x1 > middle or line.bold))
            if beside or line.baseline - end > 3.5 * line.size:
                break
            end = line.baseline
    return end


def _end_of_name(lines: Sequence[FrontLine], end: float) -> float:
    """Down to where the name of a body goes on that begins beside what stands below "Distr."."""
    name = [piece for line in lines if line.baseline <= end for piece in line.pieces]
    for line in (line for line in lines if line.baseline > end):
        first = line.pieces[0]
        if not any(
            abs(piece.x0 - first.x0) < 2 and abs(piece.size - first.size) < 0.6
            and first.baseline - piece.baseline < 1.45 * first.size
            and piece.spans[0].bold == first.spans[0].bold
            for piece in name
        ):  # fmt: skip
            break
        name, end = [first], line.baseline
    return end


def _spans(sheet: Sheet, y: float) -> bool:
    """True if rules at this height cross most of the page together."""
    total = sum(r.width for r in sheet.level if abs(r.y0 - y) < 2)
    return total > 0.7 * sheet.width


def _title_run(
    lines: Sequence[FrontLine], edges: tuple[float, float], body_size: float, sheet: Sheet
) -> tuple[int, int]:
    """Which of the lines below the masthead's head are the title."""
    worded = [(i, line) for i, line in enumerate(lines) if sum(map(str.isalpha, line.text)) >= _FEWEST]
    start = next((i for i, line in worded if _titles(line, edges, body_size, sheet)), None)
    if start is None or not any(line.bold for line in lines):
        # without bold type: what is larger than the text, or the first centred line, in whatever letters
        large = (
            i for i, line in worded
            if line.size > body_size + 1.5 and not wording.HEADING.match(line.text) and not is_scan(sheet)
        )  # fmt: skip
        centred = (
            i for i, line in worded
            if is_centred(line, sheet) and _indent(line, edges) > (30 if line.text.isupper() else 60)
        )  # fmt: skip
        start = next(large, next(centred, start))
    if start is None:
        return 0, 0
    start = _first_row(lines, _below_bodies(lines, start, body_size))
    if wording.RESOLUTION.match(lines[start].text):
        start = next(
            (i for i, line in enumerate(lines[start + 1 : start + 8], start + 1)
             if (line.bold and line.text[:1].isdigit()) or _FILED.match(line.text)), start,
        )  # fmt: skip
    stop = start + 1
    while stop < len(lines) and _goes_on(lines[start], lines[stop - 1], lines[stop], body_size, sheet):
        stop += 1
    return start, stop


def _first_row(lines: Sequence[FrontLine], start: int) -> int:
    """Up to where a title begins: a row that fills the page from margin to margin does not look centred."""
    while start:
        above, line = lines[start - 1], lines[start]
        if not (solid(above, line) or _leads_on(above, line)):
            break
        on_axis = above.x0 < line.x0 and on_one_axis(above, line)
        within = line.text[:1].islower()
        if not within and (_is_named_above(above) or not (on_axis or runs_on(lines, start))):
            break
        start -= 1
    return start


def _leads_on(above: FrontLine, line: FrontLine) -> bool:
    """Whether a row goes on with the centred one above by a small word, though set with wide leading: "REPORT
    OF THE WORKING GROUP" / "ON ITS NINTH SESSION"."""
    return begins_low(line) and same_style(above, line) and on_one_axis(above, line)


def _is_named_above(line: FrontLine) -> bool:
    """Whether a row names a body, its session or a part of the report, as the rows above a title do."""
    sitting = wording.SESSION.search(line.text) or wording.ORGAN.match(line.text)
    return names_body(line.text) or bool(sitting or wording.HEADING.match(line.text))


def _titles(line: FrontLine, edges: tuple[float, float], body_size: float, sheet: Sheet) -> bool:
    if wording.HEADING.match(line.text) and line.size < body_size + 3:
        return False
    if line.bold and wording.LETTER.match(line.text):
        return True
    if line.bold and line.size >= 11.4 and (_indent(line, edges) > 25 or line.size >= body_size + 3):
        return not wording.SESSION.search(line.text) or line.size > body_size + 1.5
    return is_centred(line, sheet) and (line.bold or line.text.isupper()) and _indent(line, edges) > 30


def _indent(line: FrontLine, edges: tuple[float, float]) -> float:
    """How far a row begins from the left edge of all rows, in Arabic from the right one."""
    left, right = edges
    return right - line.x1 if is_rtl(line.text) else line.x0 - left


def _below_bodies(lines: Sequence[FrontLine], start: int, body_size: float) -> int:
    """Past the names of bodies that are set in bold too, though smaller than the title below them, or with
    the session or the agenda's item between ("Consideration of reports submitted by States")."""
    first = lines[start]
    if not names_body(first.text):
        return start
    larger = max(first.size + 0.9, body_size + 1.5)
    rows = range(start + 1, min(start + _OLDER, len(lines)))
    below = [line for line in lines[start + 1 : start + 3] if line.style == first.style]
    if len(below) == 2 and wording.SITTING.search(below[0].text) and _is_named(below[1]):
        return start + 2
    if not any(wording.CONSIDERED.match(lines[at].text) for at in rows):
        apart = (
            at for at in rows
            if lines[at].style == first.style and not solid(lines[at - 1], lines[at]) and _is_named(lines[at])
        )  # fmt: skip
        return next((at for at in rows if lines[at].size > larger), next(apart, start))
    return next((at for at in rows if _is_named(lines[at])), start)


def _is_named(line: FrontLine) -> bool:
    """Whether a row in bold says what document this is, not which item of the agenda it falls under."""
    says = wording.DOCUMENT.search(line.text) and not wording.CONSIDERED.match(line.text)
    return line.bold and bool(says)


def _goes_on(first: FrontLine, before: FrontLine, line: FrontLine, body_size: float, sheet: Sheet) -> bool:
    gap = line.baseline - before.baseline
    if gap > 4.2 * max(first.size, line.size) or wording.BYLINE.match(line.text):
        return False
    if wording.ADOPTED.match(line.text) or wording.HEADING.match(line.text):
        return False
    if line.size < 0.9 * first.size and line.text[:1] != "(" and find_date(line.text) is not None:
        return False  # "Held at ..., on Monday, 11 March 2024"
    if first.bold:
        named = wording.REPORT_OF.match(line.text) is not None  # "Report of the Secretary-General"
        return line.bold and line.size > body_size + 0.8 - (1.5 if named or is_centred(line, sheet) else 0)
    if first.size > body_size + 1.5:
        return line.size > body_size + 0.8 and (line.size > 0.95 * first.size or gap < 2.4 * line.size)
    return is_centred(line, sheet)
