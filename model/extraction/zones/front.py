"""The front of a report: masthead, title, covers and imprint.

The title is the first group in the title's style (bold, larger, centred or in capitals) below the masthead;
where there is no masthead, the largest group on the cover or at the top of the first page.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from model.extraction.rows import Zone
from model.extraction.zones import words
from model.extraction.zones.baselines import grouped, longest
from model.extraction.zones.pieces import Piece
from model.extraction.zones.scans import is_scan
from model.extraction.zones.sheets import Sheet

# Covers and imprints stand on the first pages only.
_FRONT_PAGES = 8
_FEW_LETTERS = 1100
_x0 = attrgetter("x0")
_SIGNS = re.compile(r"[\W_]+")
_SIGN = re.compile(r"[^\W_]")


class _Line(NamedTuple):
    """A baseline row of a front page."""

    pieces: tuple[Piece, ...]
    text: str
    x0: float
    x1: float
    baseline: float
    size: float

    @property
    def style(self) -> tuple[float, bool]:
        return round(self.size, 1), self.bold

    @property
    def bold(self) -> bool:
        """Whether most of its letters are bold, raised ones aside."""
        spans = [s for p in self.pieces for s in p.spans if s.text.strip() and not s.raised]
        letters = sum([len(s.text) for s in spans])
        return bool(spans) and sum([len(s.text) for s in spans if s.bold]) > 0.8 * letters


def fronts(sheets: Sequence[Sheet], body_size: float) -> dict[int, dict[int, Zone]]:
    """By page, the zone of each piece (by index) of masthead, title and covers."""
    zones: dict[int, dict[int, Zone]] = {}
    front = [sheet for sheet in sheets[:_FRONT_PAGES] if sheet.pieces]
    if not front:
        return zones
    first = front[0]
    home = next((sheet for sheet in front[:4] if _has_masthead(sheet)), None)
    begin = next((sheet.number for sheet in front if _is_text(sheet, body_size)), first.number + 1)
    for sheet in front:
        paged = len(sheets) > 2 or (len(sheets) == 2 and _is_text(sheets[1], body_size))
        if sheet is home:
            zones[sheet.number] = _masthead(sheet, body_size)
        elif (sheet is first and home is None and paged and _is_cover(sheet, body_size)) or (
            sheet is not first
            and sheet.number <= 4
            and (_is_imprint(sheet) or (sheet.number < begin and _repeats(sheet, first)))
        ):
            zones[sheet.number] = {i: Zone.COVER for i, p in enumerate(sheet.pieces) if p.level}
        else:
            serials = {
                i: Zone.COVER for i, p in enumerate(sheet.pieces)
                if words.SERIAL.match(p.text) or words.DATELINE.match(p.text)
            }  # fmt: skip
            zones.setdefault(sheet.number, serials)
    if home is None:
        own = zones.setdefault(first.number, {})
        own.update(_record(first) or _title_without_masthead(first, body_size, sheets[1:12]))
        said = [first.pieces[index] for index, zone in own.items() if zone in (Zone.TITLE, Zone.COVER)]
        for sheet in front[1:4]:
            taken = zones.setdefault(sheet.number, {})
            taken.update(_repeated_title(sheet, said))
    zones.setdefault(first.number, {}).update(_standing(first))
    zones.update(_backs(sheets, body_size))
    return zones


def _squash(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return _SIGNS.sub("", text.casefold())


def _has_masthead(sheet: Sheet) -> bool:
    upper = [p.text for p in sheet.pieces if p.baseline < 0.45 * sheet.height]
    # recognition may have misread the one, not the other
    return any(map(words.DISTRIBUTION.match, upper)) or (
        is_scan(sheet) and any(":" in text and words.ORIGINAL.match(text) for text in upper)
    )


def _lines(pieces: Iterable[Piece]) -> list[_Line]:
    return list(_each_line(pieces))


def _each_line(pieces: Iterable[Piece]) -> Iterator[_Line]:
    for row in grouped([p for p in pieces if p.level]):
        main = longest(row)
        ordered = tuple(sorted(row, key=_x0))
        text = " ".join([p.text.strip() for p in ordered])
        yield _Line(ordered, text, ordered[0].x0, max([p.x1 for p in row]), main.baseline, main.size)


def _is_text(sheet: Sheet, body_size: float) -> bool:
    """True for a page of running text or of a contents list."""
    long = 0
    for line in _each_line(sheet.pieces):
        long += _is_long(line, sheet) and line.size < body_size + 1.5
        if long >= 4 or words.CONTENTS.match(line.text):
            return True
    return False


def _is_long(line: _Line, sheet: Sheet) -> bool:
    """True for a line as long as those of running text; Chinese fills it with fewer letters."""
    return len(line.text) > 48 or (len(line.text) > 18 and line.x1 - line.x0 > 0.55 * sheet.width)


def _is_cover(sheet: Sheet, body_size: float) -> bool:
    few = sum(len(p.text) for p in sheet.pieces) < _FEW_LETTERS
    return few and not _is_text(sheet, body_size) and not _is_divider(_lines(sheet.pieces))


def _is_imprint(sheet: Sheet) -> bool:
    """True for a page with a copyright notice and no heading."""
    lines = _lines(sheet.pieces)
    if any(words.CONTENTS.match(line.text) or words.HEADING.match(line.text) for line in lines):
        return False
    notice = next((i for i, line in enumerate(lines) if words.IMPRINT.search(line.text)), None)
    return notice is not None and notice < 0.75 * len(lines)


def _repeats(sheet: Sheet, first: Sheet) -> bool:
    """True for a page that says the cover's words again and little else."""
    if sum(len(p.text) for p in sheet.pieces) > _FEW_LETTERS:
        return False
    cover = {_squash(p.text) for p in first.pieces}
    own = [_squash(p.text) for p in sheet.pieces if p.level and len(p.text.strip()) > 5]
    return not own or sum(text in cover for text in own) >= 0.3 * len(own)


def _repeated_title(sheet: Sheet, said: Sequence[Piece]) -> dict[int, Zone]:
    """The rows at the top of a page that say the words of cover and title again."""
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    cover = _squash("".join(line.text for line in _lines(said)))
    zones: dict[int, Zone] = {}
    matched = 0
    for line in _each_line(sheet.pieces):
        own = _squash(line.text)
        if len(own) >= 4 and own in cover:
            matched += 1
        elif not (matched >= 2 and words.NUMBERED_REPORT.match(line.text)):
            break
        zones.update((at[id(p)], Zone.COVER) for p in line.pieces)
    return zones if matched >= 2 else {}


def _backs(sheets: Sequence[Sheet], body_size: float) -> dict[int, dict[int, Zone]]:
    """The last page where it holds but a few words with an imprint or an address."""
    if len(sheets) < 4:
        return {}
    last = sheets[-1]
    letters = sum(len(p.text) for p in last.pieces)
    text = " ".join(p.text for p in last.pieces)
    contact = any(sign in text for sign in ("©", "www.", "@", "ISBN", "http", "Tel"))
    if last.pieces and letters < 700 and contact and not _is_text(last, body_size):
        return {last.number: {i: Zone.COVER for i, p in enumerate(last.pieces) if p.level}}
    return {}


def _masthead(sheet: Sheet, body_size: float) -> dict[int, Zone]:
    """Masthead and title of a first page with "Distr.:"."""
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    marks = [
        p
        for p in sheet.pieces
        if p.baseline < 0.5 * sheet.height
        and (words.DISTRIBUTION.match(p.text) or words.ORIGINAL.match(p.text))
    ]
    lines = _lines(sheet.pieces)
    end = _end_of_column(lines, max(p.baseline for p in marks), min(map(_x0, marks))) + 2
    across = [
        r.y0 for r in sheet.level
        if r.width > 0.08 * sheet.width and end < r.y0 < end + 0.16 * sheet.height
    ]  # fmt: skip
    wide = [y for y in across if _spans(sheet, y)]
    end = max(wide, default=end)
    below = [line for line in lines if line.baseline > end]
    start, stop = _title_run(below, min(line.x0 for line in lines), body_size, sheet)
    said = itertools.accumulate((line.text for line in below[start:stop]), "{} {}".format)
    named = next((i for i, text in enumerate(said, start) if words.PROPOSED.search(text)), None)
    if named is not None:
        first, last = _title_run(below[named + 1 :], min(line.x0 for line in lines), body_size, sheet)
        start, stop = (named + 1 + first, named + 1 + last) if first < last else (start, stop)
    zones: dict[int, Zone] = {}
    limit = below[start].baseline - 2 if start < stop else end
    for index, piece in enumerate(sheet.pieces):
        if piece.level and piece.baseline < limit:
            zones[index] = Zone.MASTHEAD
    for line in below[start:stop]:
        zones.update((at[id(p)], Zone.TITLE) for p in line.pieces)
    after = below[stop : stop + 3]
    if start < stop and after and words.BYLINE.match(after[0].text):
        following = next((line for line in after[1:] if not line.bold), None)
        heading = len(after) > 1 and (after[1].bold or words.HEADING.match(after[1].text))
        if following is None or heading:
            zones.update((at[id(p)], Zone.MASTHEAD) for p in after[0].pieces)
    return zones


def _end_of_column(lines: Sequence[_Line], end: float, left: float) -> float:
    """Down to where what stands below "Distr." goes on in its column: the symbol, the date, the language."""
    for line in lines:
        if line.baseline > end:
            if line.x0 < left - 10 or line.baseline - end > 3.5 * line.size:
                break
            end = line.baseline
    return end


def _spans(sheet: Sheet, y: float) -> bool:
    """True where rules at this height cross most of the page together."""
    total = sum(r.width for r in sheet.level if abs(r.y0 - y) < 2)
    return total > 0.7 * sheet.width


def _title_run(lines: Sequence[_Line], left: float, body_size: float, sheet: Sheet) -> tuple[int, int]:
    """Which of the lines below the masthead's head are the title."""
    if not lines:
        return 0, 0
    start = next((i for i, line in enumerate(lines) if _titles(line, left, body_size, sheet)), None)
    if not any(line.bold for line in lines):
        # a typewritten print: the first centred line, in whatever letters
        start = next((i for i, line in enumerate(lines) if _stands_centred(line, left, sheet)), start)
    if start is None:
        return 0, 0
    if words.RESOLUTION.match(lines[start].text):
        number = next(
            (i for i, line in enumerate(lines[start + 1 : start + 8], start + 1)
             if line.bold and line.text[:1].isdigit()), None,
        )  # fmt: skip
        if number is not None:
            start = number
    stop = start + 1
    while stop < len(lines) and _goes_on(lines[start], lines[stop - 1], lines[stop], body_size, sheet):
        stop += 1
    return start, stop


def _titles(line: _Line, left: float, body_size: float, sheet: Sheet) -> bool:
    if sum(c.isalpha() for c in line.text) < 4 or (words.HEADING.match(line.text) and line.size < 13):
        return False
    if line.bold and words.LETTER.match(line.text):
        return True
    if line.bold and line.size >= 11.4 and (line.x0 > left + 25 or line.size >= body_size + 3):
        return not words.SESSION.search(line.text) or line.size > body_size + 1.5
    return _is_centred(line, sheet) and (line.bold or line.text.isupper()) and line.x0 > left + 30


def _stands_centred(line: _Line, left: float, sheet: Sheet) -> bool:
    return _is_centred(line, sheet) and line.x0 > left + 60 and sum(map(str.isalpha, line.text)) > 8


def _is_centred(line: _Line, sheet: Sheet) -> bool:
    middle = (line.x0 + line.x1) / 2
    return abs(middle - sheet.width / 2) < 0.06 * sheet.width and line.x1 - line.x0 < 0.72 * sheet.width


def _goes_on(first: _Line, before: _Line, line: _Line, body_size: float, sheet: Sheet) -> bool:
    gap = line.baseline - before.baseline
    if gap > 4.2 * max(first.size, line.size) or words.BYLINE.match(line.text):
        return False
    if words.ADOPTED.match(line.text):
        return False
    if words.HEADING.match(line.text) and not words.REPORT_OF.match(line.text):
        return False
    if first.bold:
        return line.bold and line.size > body_size + 0.8 - (1.5 if _is_centred(line, sheet) else 0)
    told = words.REPORT_OF.match(line.text) or words.CHAPTER.match(line.text)
    return _is_centred(line, sheet) and (line.text.isupper() or bool(told))


def _title_without_masthead(sheet: Sheet, body_size: float, later: Sequence[Sheet]) -> dict[int, Zone]:
    """The title on a cover, or at the top of a first page without masthead; `later` pages may repeat it."""
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    lines = _lines(sheet.pieces)
    body = next(
        (i for i in range(len(lines) - 1)
         if all(_is_long(ln, sheet) and not ln.bold and ln.size < body_size + 1 for ln in lines[i : i + 2])),
        len(lines),
    )  # fmt: skip
    head = lines[:body]
    usable = [
        i for i, line in enumerate(head)
        if sum(c.isalpha() for c in line.text) >= 6 and not words.ORGAN.match(line.text)
        and (not words.SESSION.search(line.text) or words.REPORT_OF.match(line.text))
        and not words.CONTENTS.match(line.text)
        and line.baseline < 0.75 * sheet.height
    ]  # fmt: skip
    styled = [
        i for i in usable
        if head[i].size > body_size + 1.2 or head[i].bold
        or (_is_centred(head[i], sheet) and head[i].text.isupper())
    ]  # fmt: skip
    if not styled:
        return {}
    tallest = max(head[i].size for i in styled)
    long = {
        i: _squash(head[i].text) for i in styled
        if len(head[i].text) > 12 and head[i].size > 0.8 * tallest
    }  # fmt: skip
    again = _said_again(set(long.values()), later)
    repeated = [i for i, text in long.items() if text in again]
    pool = repeated or styled
    pool = (
        [i for i in pool if not _names_series(head[i].text)]
        or [i for i in usable if not _names_series(head[i].text)]
        or pool
    )
    largest = max(head[i].size for i in pool)
    start = next(i for i in pool if head[i].size > 0.93 * largest)
    while start - 1 in styled and (_leads_in(head[start - 1], head[start]) or _goes_low(head[start])):
        start -= 1
    text = head[start].text.strip()
    if _is_divider(head) or words.HEADING.fullmatch(text) or words.CHINESE_NUMERAL.match(text):
        return {}  # an excerpt: it has the chapter's heading, and no title
    if body < len(lines) and words.CHAPTER.match(text):
        return {}
    stop = start + 1
    heads = _heading_styles(lines[start:], later) if body < len(lines) else frozenset()
    while stop < len(head) and _cover_goes_on(head[start], head[stop - 1], head[stop], body_size, sheet):
        if head[stop].size < 0.93 * head[start].size and head[stop].style in heads:
            break
        stop += 1
    zones = {at[id(p)]: Zone.COVER for line in head[:start] for p in line.pieces}
    for line in head[start:stop]:
        for p in line.pieces:
            worded = len(line.pieces) == 1 or any(letter.isalpha() for letter in p.text)
            zones[at[id(p)]] = Zone.TITLE if worded else Zone.COVER
    return zones


def _heading_styles(lines: Sequence[_Line], later: Sequence[Sheet]) -> frozenset[tuple[float, bool]]:
    """The styles of bold rows that come again and again: those of headings, where a report begins at once."""
    counted = Counter(line.style for line in lines if line.bold)
    for sheet in later[:3]:
        counted.update((round(p.size, 1), True) for p in sheet.pieces if p.spans[0].bold)
    return frozenset(style for style, count in counted.items() if count > 2)


def _said_again(wanted: set[str], sheets: Sequence[Sheet]) -> set[str]:
    """Of the squashed texts those that pieces of the pages say. A first letter tells most pieces apart."""
    firsts = {text[:1] for text in wanted}
    found = set()
    for sheet in sheets:
        for piece in sheet.pieces:
            if len(piece.text) > 12:
                folded = piece.text.casefold()
                first = _SIGN.search(folded)
                if (first[0] if first else "") in firsts:
                    found.add(_SIGNS.sub("", folded))
    return found & wanted


def _record(sheet: Sheet) -> dict[int, Zone]:
    """The head of a record of speeches: its title is the meeting's number; date and place stand below it."""
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    lines = _lines(piece for piece in sheet.pieces if piece.baseline < 0.4 * sheet.height)
    title = next((i for i, line in enumerate(lines) if words.MEETING.match(line.text)), None)
    if title is None:
        return {}
    stop = title + 1
    while stop < len(lines) and lines[stop].baseline - lines[stop - 1].baseline < 1.6 * lines[stop].size:
        stop += 1
    zones = {at[id(p)]: Zone.MASTHEAD for line in lines[:stop] for p in line.pieces}
    zones.update((at[id(p)], Zone.TITLE) for p in lines[title].pieces)
    return zones


def _standing(sheet: Sheet) -> dict[int, Zone]:
    """The notice at the foot of a record's first page, in small print down to the end of the page."""
    lines = _lines(piece for piece in sheet.pieces if piece.baseline > 0.5 * sheet.height)
    notice = next((line for line in lines if words.STANDING.match(line.text)), None)
    if notice is None:
        return {}
    below = notice.baseline - 2
    return {
        i: Zone.COVER for i, p in enumerate(sheet.pieces)
        if p.level and p.baseline > below and p.size < notice.size + 0.5
    }  # fmt: skip


def _leads_in(above: _Line, line: _Line) -> bool:
    """True where a title's lines begin in a smaller size ("COUNTRY EVALUATION" / "LIBERIA")."""
    gap = line.baseline - above.baseline
    if words.COMMITTEE.match(above.text):
        return False
    large = above.size > (0.45 if above.bold == line.bold else 0.6) * line.size
    return _same_style(above, line) or (gap < 1.6 * line.size and large)


def _is_divider(lines: Sequence[_Line]) -> bool:
    """True for a page that begins with a chapter's label."""
    first = next((line for line in lines if sum(map(str.isalpha, line.text)) > 3), None)
    return first is not None and bool(words.CHAPTER.match(first.text))


def _goes_low(line: _Line) -> bool:
    """True where a title goes on in another size: "REPORT" / "on the situation of ..."."""
    return line.text[:1].islower() and len(line.text) > 6


def _names_series(text: str) -> bool:
    """True for what kind of report it is ("AVIATION INVESTIGATION REPORT A11F0012"), not which."""
    parts = text.split()
    if len(parts) > 4 and sum(len(part) == 1 for part in parts) > 0.8 * len(parts):
        return bool(words.SERIES.search("".join(parts)))
    return bool(words.SERIES.match(text))


def _same_style(one: _Line, other: _Line) -> bool:
    gap = other.baseline - one.baseline
    return one.bold == other.bold and abs(one.size - other.size) < 0.6 and gap < 2.2 * other.size


def _cover_goes_on(first: _Line, before: _Line, line: _Line, body_size: float, sheet: Sheet) -> bool:
    gap = line.baseline - before.baseline
    if words.ORGAN.match(line.text) or words.BYLINE.match(line.text):
        return False
    if words.HEADING.match(line.text) and not (_same_style(before, line) and gap < 1.7 * line.size):
        return False
    if words.REPORT_OF.match(line.text) and words.ORGAN.match(line.text.split(" the ")[-1]):
        return False
    if _goes_low(line) and gap < 3.0 * first.size:
        return True
    if first.size > 1.8 * body_size and line.size == first.size and line.bold == first.bold:
        return gap < 0.25 * sheet.height  # a cover sets a title and its subtitle far apart
    if _same_style(before, line) or _same_style(first._replace(baseline=before.baseline), line):
        return True
    return line.bold and gap < 3.0 * first.size and line.size > max(body_size + 1.2, 0.55 * first.size)
