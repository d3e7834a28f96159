"""The title where there is no masthead: the largest group on the cover or at the top of the first page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from operator import attrgetter

from model.dates import find_date
from model.extraction import wording
from model.extraction.likeness import letters_of
from model.extraction.numbering.labelled import is_labelled
from model.extraction.rows import Zone
from model.extraction.zones.below_titles import (
    is_beside,
    is_dateline,
    names_body,
    names_series,
    rows_of_authors,
    says_when,
    says_which,
    says_who,
)
from model.extraction.zones.columns import Flow, flows, pieces_of
from model.extraction.zones.front_lines import (
    DISPLAY,
    FrontLine,
    each_line,
    is_centred,
    is_long,
    on_one_axis,
    runs_on,
    same_style,
    solid,
)
from model.extraction.zones.openings import (
    begins_low,
    goes_low,
    is_counted_on,
    is_excerpt,
    is_heading,
    links_low,
    opens_count,
    opens_part,
    over_text,
    rows_of_reporter,
    set_alike,
)
from model.extraction.zones.sheets import Sheet
from model.extraction.zones.subtitles import rows_of_subtitle
from model.extraction.zones.title_rows import Head, candidates, group_text, is_parted, rows_of_letterhead

# A page of text has no more columns; more are a table's, or lines that run down the page.
_COLUMNS = 4
# A line of text in a column has more letters, and fills more of it than this.
_WORDS, _MOST = 24, 0.8
# Rows of one title in unlike fonts are set no further apart than this many of their sizes.
_SOLID = 1.45
# "(2025/2012(INI))", "(Praia, 3-5 June 2026)" right below a title; "(Presented by Fiji)" is a byline.
_REMARK = re.compile(r"\((?=.*\d)[^a-z(]{0,3}(?:[A-Z][^()\s]*,? )?[^a-z].*\)")


def title_without_masthead(
    sheet: Sheet, body_size: float, later: Sequence[Sheet], cover: bool = False
) -> dict[int, Zone]:
    """The title on a `cover`, or at the top of a first page without masthead; `later` pages may repeat it."""
    read = [(line, 0.0) for line in each_line(sheet.pieces)] if cover else _in_columns(sheet, body_size)
    lines = [line for line, _ in read]
    rows = lines if cover else lines[: _running_text(read, sheet, body_size)]
    cover = len(rows) == len(lines)
    over = [] if cover else over_text([sheet, *later[:3]], body_size)
    head = Head(rows, sheet, body_size, cover, over, later)
    styled, pool = candidates(head)
    if not pool:
        return {}
    main = _main_row(rows, pool)
    start = _first_row(head, main, styled)
    if is_excerpt(rows, start, body_size) or is_counted_on(rows[start], later):
        return {}
    stop = _end_of_title(head, main, lines)
    if not any(letters_of(line.text) for line in rows[:start]) and opens_part(rows, start, over):
        return {}
    if cover or not _heads_what_follows(lines, stop, head):
        stop += rows_of_subtitle(rows[start:stop], rows[stop:], body_size, cover, over)
    end = _end_of_particulars(rows, stop)
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    zones = {at[id(p)]: Zone.COVER for line in (*rows[:start], *rows[stop:end]) for p in line.pieces}
    for line in rows[start:stop]:
        for p in line.pieces:
            worded = len(line.pieces) == 1 or any(letter.isalpha() for letter in p.text)
            zones[at[id(p)]] = Zone.TITLE if worded else Zone.COVER
    return zones


def _in_columns(sheet: Sheet, body_size: float) -> list[tuple[FrontLine, float]]:
    """The lines of a page as they are read, each with the width of its column (0: none): a title in display
    type may stand at the head of a column."""
    pieces = sorted((piece for piece in sheet.pieces if piece.level), key=attrgetter("baseline"))
    parts = flows(pieces)
    columns = {part.column for part in parts if part.column}
    displayed = any(p.size > body_size + DISPLAY for part in parts[:2] for p in pieces_of(part.blocks))
    if not displayed or not 0 < len(columns) <= _COLUMNS:
        return [(line, 0.0) for line in each_line(pieces)]
    return [(line, _width(part)) for part in parts for line in each_line(pieces_of(part.blocks))]


def _width(part: Flow) -> float:
    """How wide the column is that is read as one (points); 0 for the whole width."""
    pieces = pieces_of(part.blocks)
    return max([p.x1 for p in pieces]) - min([p.x0 for p in pieces]) if part.column and pieces else 0.0


def _main_row(rows: Sequence[FrontLine], pool: Sequence[int]) -> int:
    """The first of the largest rows with which a title may begin, or the one below which it is signed."""
    largest = max(rows[i].size for i in pool)
    first = [i for i in pool if rows[i].size > 0.93 * largest]
    return next((i for i in first if _is_signed(rows, i)), first[0])


def _first_row(head: Head, main: int, styled: Sequence[int]) -> int:
    """Where the title begins: rows above its main one may lead in, or run on into it."""
    rows, start = head.rows, main
    while runs_on(rows, start) or (start - 1 in styled and (
        _leads_in(rows[start - 1], rows[start], head.body_size) or begins_low(rows[start])
        or (head.cover and _stands_together(head, start))
    )):  # fmt: skip
        start -= 1
    return start


def _end_of_title(head: Head, main: int, lines: Sequence[FrontLine]) -> int:
    """The row after the title's last one: it goes on in rows set as its main one is, up to a heading or a
    date. `lines` are all of the page."""
    rows, stop = head.rows, main + 1
    while stop < len(rows) and (
        _cover_goes_on(rows[main], rows[stop - 1], rows[stop], head)
        or (head.cover and _goes_on_alone(rows[main], rows[stop - 1], rows[stop], head.sheet))
        or links_low(rows, stop)
    ):
        if not solid(rows[stop - 1], rows[stop]) and is_labelled(rows[stop].text):
            break  # "Chapter 10": the first heading below
        apart = rows[stop].size < 0.93 * rows[main].size or not set_alike(rows[main], rows[stop])
        if apart and (
            is_heading(rows, stop, head.over)
            or opens_count(rows[stop])
            or _heads_what_follows(lines, stop, head)
        ):
            break
        stop += 1
    while stop > main + 1 and _closes_with_date(rows[stop - 2], rows[stop - 1]):
        stop -= 1
    return stop


def _end_of_particulars(rows: Sequence[FrontLine], start: int) -> int:
    """The row after those below a title that say when, where and by whom, and are not text."""
    end = start
    while end < len(rows) and (
        says_when(rows[end], rows[end - 1])
        or says_which(rows, end)
        or says_who(rows, end)
        or (end > start and solid(rows[end - 1], rows[end]) and on_one_axis(rows[end - 1], rows[end]))
    ):
        end += 1
    return end + (rows_of_reporter(rows[end : end + 3]) or rows_of_authors(rows[end:]))


def _is_signed(rows: Sequence[FrontLine], at: int) -> bool:
    """Whether whose it is stands right below a row and those set solid with it: "Submitted by Fiji"."""
    while at + 1 < len(rows) and solid(rows[at], rows[at + 1]):
        at += 1
    return at + 1 < len(rows) and wording.BYLINE.match(rows[at + 1].text) is not None


def _running_text(read: Sequence[tuple[FrontLine, float]], sheet: Sheet, body_size: float) -> int:
    """The first of the lines of running text, which come with the widths of their columns; how many lines
    there are where the page has none."""

    def runs(line: FrontLine, width: float) -> bool:
        fills = len(line.text) > _WORDS and 0 < _MOST * width < line.x1 - line.x0
        if line.bold or line.size >= body_size + 1 or not (fills or is_long(line, sheet)):
            return False
        apart = line.text.isupper() or is_parted(line, sheet)
        return not (apart or _names_officer(line.text))

    first = rows_of_letterhead([line for line, _ in read], sheet)
    pairs = enumerate(itertools.pairwise(read[first:]), first)
    return next(
        (i for i, (one, two) in pairs if runs(*one) and runs(*two) and not on_one_axis(one[0], two[0])),
        len(read),
    )


def _names_officer(text: str) -> bool:
    """Whether a row says who holds an office ("Rapporteur: Ms A. Dahl, Norland"), not what was said."""
    office = wording.OFFICER_NAMED.match(text)
    return office is not None and wording.PERSON.match(text, office.end() - 1) is not None


def _closes_with_date(above: FrontLine, line: FrontLine) -> bool:
    """True for a date set apart below a title, but not for "from 4 to 14 March 2026"."""
    return is_dateline(line.text) and not line.text[:1].islower() and not solid(above, line)


def _leads_in(above: FrontLine, line: FrontLine, body_size: float) -> bool:
    """True if a title's lines begin in a smaller size ("COUNTRY EVALUATION" / "LIBERIA")."""
    gap = line.baseline - above.baseline
    filed = names_series(above.text) and any(map(str.isdigit, above.text))
    if filed or wording.COMMITTEE.match(above.text) or (names_body(above.text) and not solid(above, line)):
        return False
    if wording.OCCURRENCE.fullmatch(above.text.strip()) and not same_style(above, line):
        return False  # "SERIOUS INCIDENT" over what it happened to
    large = above.size > min(1.8 * body_size, (0.45 if above.bold == line.bold else 0.6) * line.size)
    return same_style(above, line) or (gap < 1.6 * line.size and large)


def _heads_what_follows(lines: Sequence[FrontLine], at: int, head: Head) -> bool:
    """True for a row that stands, with those set solid with it, much nearer to what is below than to the
    title above, and heads that: text, or a smaller heading over text."""
    end = _end_of_solid(lines, at)
    if end >= len(lines):
        return False
    below, last = lines[end], lines[_end_of_solid(lines, end) - 1]
    text = not below.bold and below.size < head.body_size + 1 and len(below.text) > 48
    headed = last in head.over and below.size < lines[at].size
    nearer = below.baseline - lines[end - 1].baseline < 0.6 * (lines[at].baseline - lines[at - 1].baseline)
    return (text or headed) and nearer


def _end_of_solid(lines: Sequence[FrontLine], at: int) -> int:
    """The row after those that are set solid with one."""
    end = at + 1
    while end < len(lines) and solid(lines[end - 1], lines[end]):
        end += 1
    return end


def _stands_together(head: Head, start: int) -> bool:
    """True if a cover's title begins above its largest line, in display type and centred as that is."""
    above, line = head.rows[start - 1], head.rows[start]
    if names_series(above.text) or find_date(above.text) or names_body(group_text(head.rows, start - 1)):
        return False
    gap = line.baseline - above.baseline
    near = gap < 2 * line.size and abs(above.x0 - line.x0) < 2
    if not near and not (gap < 3 * line.size and is_centred(above, head.sheet)):
        return False
    return above.size > max(head.body_size + 3, 0.6 * line.size)


def _goes_on_alone(first: FrontLine, before: FrontLine, line: FrontLine, sheet: Sheet) -> bool:
    """True for what belongs to a title on a page without text: set as it is, with more space between, or a
    little smaller: bold right below it, or centred in capitals as it is."""
    gap = line.baseline - before.baseline
    if find_date(line.text) or is_dateline(line.text) or wording.BYLINE.match(line.text):
        return False
    if any(form.match(line.text) for form in (wording.ORGAN, wording.NUMBERED, wording.CONTENTS)):
        return False
    if wording.HEADING.fullmatch(line.text.strip()):
        return False
    if line.bold == first.bold and line.size > 0.93 * first.size:
        return gap < 3.4 * first.size
    bold = first.bold and line.bold and abs(line.x0 - first.x0) < 2
    capitals = first.text.isupper() and line.text.isupper() and is_centred(line, sheet)
    solid = 2.4 if bold else 2.6 if capitals and _is_joined(before, line) else 2 if capitals else 0
    return line.size > 0.8 * first.size and gap < solid * first.size


def _is_joined(above: FrontLine, line: FrontLine) -> bool:
    """Whether one of two rows begins or ends with a small word: "PROPOSED GRANT" / "TO THE"."""
    ends = [word for row in (above, line) for word in (row.text.split()[0], row.text.split()[-1])]
    return any(len(word) < 3 or word.casefold() in wording.WITHIN_NAMES for word in ends)


def _set_solid(first: FrontLine, before: FrontLine, line: FrontLine, body_size: float) -> bool:
    """Whether a row is set in a title's display size right below its last row and centred as it is, in
    whatever font: a ship's name in italics."""
    sizes = {round(row.size, 1) for row in (first, before, line)}
    display = len(sizes) == 1 and line.size > body_size + DISPLAY
    return display and line.baseline - before.baseline < _SOLID * line.size and on_one_axis(first, line)


def _cover_goes_on(first: FrontLine, before: FrontLine, line: FrontLine, head: Head) -> bool:
    """Whether a title that begins with one row goes on, after another, with a third."""
    sheet, body_size = head.sheet, head.body_size
    gap = line.baseline - before.baseline
    named = wording.ORGAN.match(line.text) or wording.BYLINE.match(line.text)
    if named and not solid(before, line):
        return False
    alike = line.bold == before.bold and line.size > 0.7 * before.size
    if (
        alike
        and before.text.rstrip().endswith((",", "、"))
        and gap < 2.6 * before.size
        and not is_beside(line.text)
    ):
        return True
    if line.x0 > 0.5 * sheet.width > first.x0 and line.size < 0.8 * first.size:
        return False  # another column's first line, not the last of a title that ends at the right
    if wording.HEADING.match(line.text) and not same_style(before, line):
        return False
    if wording.REPORT_OF.match(line.text) and wording.ORGAN.match(wording.UP_TO_ARTICLE.sub("", line.text)):
        return False
    if wording.NUMBERED.match(line.text) or wording.CONTENTS.match(line.text):
        return False
    if same_style(before, line) or _set_solid(first, before, line, body_size):
        return True
    if begins_low(line):
        return goes_low(before, line, body_size)
    if gap < 2.0 * line.size and _REMARK.fullmatch(line.text.strip()):
        return True
    if first.size > 1.8 * body_size and line.size == first.size and gap < 0.25 * sheet.height:
        return True  # a cover sets a title and its subtitle far apart, or solid in another weight
    return line.bold and gap < 3.0 * first.size and line.size > max(body_size + 1.2, 0.55 * first.size)
