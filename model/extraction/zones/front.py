"""The front of a report: masthead, title, covers and imprint."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from model.extraction import wording
from model.extraction.likeness import letters_of
from model.extraction.rows import Zone
from model.extraction.zones.below_titles import is_dateline
from model.extraction.zones.cover_titles import title_without_masthead
from model.extraction.zones.front_lines import (
    FrontLine,
    breaks_off,
    counts,
    each_line,
    is_divider,
    is_letter,
    is_text,
    lines_of,
    solid,
)
from model.extraction.zones.mastheads import has_masthead, masthead
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.words import ends_in_colon

# Covers and imprints stand on the first pages only.
_FRONT_PAGES = 8
_FEW_LETTERS = 1100
# What is printed at the foot of a cover is this much smaller than the text (points).
_SMALLER = 0.9
# A page with this many headings about those who made the report is about nothing else.
_PARTS = 3
# What is nearer to a page's edge than this share of its width has no margin.
_EDGE = 0.01
# A memorandum's subject stands so few rows below its date: who sends it, who gets it, where they are.
_LABELLED = 12
# What a letter is about takes no more rows.
_SUBJECT = 3


def fronts(sheets: Sequence[Sheet], body_size: float) -> dict[int, dict[int, Zone]]:
    """By page, the zone of each piece (by index) of masthead, title and covers."""
    front = [sheet for sheet in sheets[:_FRONT_PAGES] if sheet.pieces]
    if not front:
        return {}
    first = front[0]
    home = next((sheet for sheet in front[:4] if has_masthead(sheet)), None)
    head = masthead(home, body_size) if home is not None else {}
    if Zone.TITLE not in head.values():
        home = None  # to whom a report is sent, below its title
    cover = len(sheets) > 1 and _is_cover(first, body_size, sheets[1])
    begin = next((sheet.number for sheet in front if is_text(sheet, body_size)), first.number + 1)
    zones: dict[int, dict[int, Zone]] = {}
    for sheet in front:
        if sheet is home:
            zones[sheet.number] = head
        elif (sheet is first and cover) or _is_behind_cover(sheet, first, begin):
            zones[sheet.number] = {i: Zone.COVER for i, p in enumerate(sheet.pieces) if p.level}
        else:
            zones[sheet.number] = _filed(sheet)
    if home is None:
        zones.update(_titled(front, sheets, body_size, cover, zones[first.number]))
        own = zones[first.number].items()
        said = [first.pieces[index] for index, zone in own if zone in (Zone.TITLE, Zone.COVER)]
        for sheet in front[1:4]:
            zones[sheet.number].update(_repeated_title(sheet, said))
    opening = next((sheet for sheet in sheets if sheet.number == begin), None)
    if opening is not None and not _over_edges(opening):
        for sheet in front:
            zones[sheet.number].update(_over_edges(sheet))
    zones[first.number].update(_standing(first))
    zones.update(_backs(sheets, body_size))
    return zones


def _is_behind_cover(sheet: Sheet, first: Sheet, begin: int) -> bool:
    """True for an imprint, for a page that repeats the cover before the first page of text, `begin`, and for
    one right after the cover about those who made the report."""
    if sheet is first or sheet.number > 4:
        return False
    if sheet.number <= first.number + 2 and _tells_of_makers(sheet):
        return True
    return _is_imprint(sheet) or (sheet.number < begin and _repeats(sheet, first))


def _tells_of_makers(sheet: Sheet) -> bool:
    """True for an imprint with several headings, such as "Current membership" and "Contacts", and no counted
    paragraphs. A page that has the committee's members and powers alone is text."""
    lines = lines_of(sheet.pieces)
    bold = [line.text for line in lines if line.bold]
    imprint = sum(wording.IMPRINT_HEADING.match(text) is not None for text in bold)
    others = sum(wording.ABOUT_MAKERS.match(text) is not None for text in bold)
    return imprint > 0 and imprint + others >= _PARTS and not counts(lines)


def _filed(sheet: Sheet) -> dict[int, Zone]:
    """The pieces that give a serial number, or in brackets the day when the report was done."""
    return {
        i: Zone.COVER for i, p in enumerate(sheet.pieces)
        if wording.SERIAL.match(p.text) or wording.DATELINE.match(p.text)
    }  # fmt: skip


def _titled(
    front: Sequence[Sheet], sheets: Sequence[Sheet], body_size: float, cover: bool, own: dict[int, Zone]
) -> dict[int, dict[int, Zone]]:
    """The first page's zones, `own` among them, with the title where there is no masthead; after a letter
    that sends the report those of the page that has it, too."""
    first, later = front[0], sheets[1:12]
    own = own | _stamps(first)
    behind = _behind_letter(front[:4], later, body_size)
    if behind is not None:
        return {first.number: own | _letterhead(first)} | dict([behind])
    title = (
        _record(first)
        or _memorandum(first)
        or _letter(first)
        or title_without_masthead(first, body_size, later, cover)
    )
    return {first.number: own | title}


def _is_cover(sheet: Sheet, body_size: float, after: Sheet) -> bool:
    """True for a first page that holds few words, none of them text."""
    if sum(len(p.text) for p in sheet.pieces) >= _FEW_LETTERS:
        return False
    lines = lines_of(sheet.pieces)
    if is_text(sheet.holding(_above_imprint(lines, body_size)), body_size):
        return False
    return not is_divider(lines) and not breaks_off(lines, sheet, body_size, after)


def _above_imprint(lines: Sequence[FrontLine], body_size: float) -> list[Piece]:
    """The pieces of lines above a copyright notice at the foot, in type smaller than the text."""
    small = [*itertools.takewhile(lambda line: line.size < body_size - _SMALLER, reversed(lines))]
    end = len(lines) - len(small) if any(wording.IMPRINT.search(line.text) for line in small) else len(lines)
    return [piece for line in lines[:end] for piece in line.pieces]


def _is_imprint(sheet: Sheet) -> bool:
    """True for a page with a copyright notice and no heading."""
    lines = lines_of(sheet.pieces)
    if any(wording.CONTENTS.match(line.text) or wording.HEADING.match(line.text) for line in lines):
        return False
    notice = next((i for i, line in enumerate(lines) if wording.IMPRINT.search(line.text)), None)
    return notice is not None and notice < 0.75 * len(lines)


def _repeats(sheet: Sheet, first: Sheet) -> bool:
    """True for a page that repeats the cover's words and holds little else."""
    cover = {letters_of(p.text) for p in first.pieces}
    own = [letters_of(p.text) for p in sheet.pieces if p.level and len(p.text.strip()) > 5]
    return not own or sum(text in cover for text in own) >= 0.3 * len(own)


def _over_edges(sheet: Sheet) -> dict[int, Zone]:
    """The rows that run from one edge of the page to the other: artwork, as text keeps its margins."""
    left, right = _EDGE * sheet.width, (1 - _EDGE) * sheet.width
    if not any(p.x0 < left for p in sheet.pieces) or not any(p.x1 > right for p in sheet.pieces):
        return {}  # as on nearly every page
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    over = (line for line in each_line(sheet.pieces) if line.x0 < left and line.x1 > right)
    return {at[id(piece)]: Zone.COVER for line in over for piece in line.pieces}


def _stamps(sheet: Sheet) -> dict[int, Zone]:
    """What is stamped on the upper part of a page, or printed over it."""
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    upper = each_line(piece for piece in sheet.pieces if piece.baseline < 0.3 * sheet.height)
    stamps = (line for line in upper if wording.STAMP.match(line.text))
    return {at[id(piece)]: Zone.COVER for line in stamps for piece in line.pieces}


def _repeated_title(sheet: Sheet, said: Sequence[Piece]) -> dict[int, Zone]:
    """The rows at the top of a page that say the words of cover and title again."""
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    cover = letters_of("".join(line.text for line in lines_of(said)))
    zones: dict[int, Zone] = {}
    matched = 0
    for line in each_line(sheet.pieces):
        own = letters_of(line.text)
        if own not in cover:
            break
        matched += 1
        zones.update((at[id(p)], Zone.COVER) for p in line.pieces)
    return zones if matched >= 2 else {}


def _backs(sheets: Sequence[Sheet], body_size: float) -> dict[int, dict[int, Zone]]:
    """The last page, if it holds only a few words with an imprint or an address."""
    if len(sheets) < 4:
        return {}
    last = sheets[-1]
    letters = sum(len(p.text) for p in last.pieces)
    text = " ".join(p.text for p in last.pieces)
    contact = wording.IMPRINT.search(text) or wording.ADDRESS.search(text)
    written = is_text(last, body_size) or is_divider(lines_of(last.pieces))
    if letters < 700 and contact and not written:
        return {last.number: {i: Zone.COVER for i, p in enumerate(last.pieces) if p.level}}
    return {}


def _behind_letter(
    front: Sequence[Sheet], later: Sequence[Sheet], body_size: float
) -> tuple[int, dict[int, Zone]] | None:
    """The page after a letter that sends the report, and the zones of the title there: it is set larger than
    all that the letter holds. None if the first page is not such a letter."""
    if not is_letter(front[0]):
        return None
    largest = max(p.size for p in front[0].pieces)
    for sheet in front[1:]:
        behind = [other for other in later if other.number > sheet.number]
        cover = bool(behind) and _is_cover(sheet, body_size, behind[0])
        zones = title_without_masthead(sheet, body_size, behind, cover)
        if any(zone is Zone.TITLE and sheet.pieces[i].size > largest + 0.9 for i, zone in zones.items()):
            return sheet.number, zones
    return None


def _letterhead(sheet: Sheet) -> dict[int, Zone]:
    """What is printed on a letter's paper: the rows above its heading, its date and the addressee."""
    zones: dict[int, Zone] = {}
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    for line in each_line(sheet.pieces):
        letter = wording.TRANSMITTAL.match(line.text) or wording.SALUTATION.match(line.text)
        if letter or is_dateline(line.text):
            return zones
        zones.update((at[id(p)], Zone.COVER) for p in line.pieces)
    return {}


def _letter(sheet: Sheet) -> dict[int, Zone]:
    """The head of a letter: its letterhead is not a title; its subject stands out directly below the
    salutation."""
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    lines = lines_of(piece for piece in sheet.pieces if piece.baseline < 0.6 * sheet.height)
    greets = next((i for i, line in enumerate(lines) if wording.SALUTATION.match(line.text)), None)
    if greets is None:
        return {}
    zones = _letterhead(sheet)
    for line in lines[greets + 1 : greets + 1 + _SUBJECT]:
        if not (line.bold or line.text.isupper()):
            break
        zones.update((at[id(p)], Zone.TITLE) for p in line.pieces)
    return zones


def _record(sheet: Sheet) -> dict[int, Zone]:
    """The head of a record of speeches: its title is the meeting's number, in bold where anything is; date
    and place stand below it."""
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    lines = lines_of(piece for piece in sheet.pieces if piece.baseline < 0.4 * sheet.height)
    plain = not any(line.bold for line in lines)
    named = (i for i, line in enumerate(lines) if line.bold or plain)
    title = next((i for i in named if wording.MEETING.match(lines[i].text)), None)
    if title is None:
        return {}
    stop = title + 1
    while stop < len(lines) and lines[stop].baseline - lines[stop - 1].baseline < 1.6 * lines[stop].size:
        stop += 1
    zones = {at[id(p)]: Zone.MASTHEAD for line in lines[:stop] for p in line.pieces}
    zones.update((at[id(p)], Zone.TITLE) for p in lines[title].pieces)
    return zones


def _memorandum(sheet: Sheet) -> dict[int, Zone]:
    """The head of a memorandum: its title is the subject, below the sender, the addressee and the date."""
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    lines = lines_of(piece for piece in sheet.pieces if piece.baseline < 0.7 * sheet.height)
    sent = next(
        (i for i, line in enumerate(lines) if wording.SENDER.match(line.text) or is_dateline(line.text)), None
    )
    if sent is None:
        return {}
    below = range(sent + 1, min(sent + _LABELLED, len(lines)))
    title = next((i for i in below if wording.SUBJECT.match(lines[i].text)), None)
    if title is None:
        return {}
    said = _beside(lines, title)
    if not said:
        stop = title + 1
        while stop < len(lines) and solid(lines[stop - 1], lines[stop]):
            stop += 1
        said = lines[title:stop]
    zones = {at[id(p)]: Zone.COVER for line in lines[: title + 1] for p in line.pieces}
    zones.update((at[id(p)], Zone.TITLE) for line in said for p in line.pieces)
    return zones


def _beside(lines: Sequence[FrontLine], label: int) -> list[FrontLine]:
    """The rows to the right of a label that is alone at its height, as in a table."""
    own = lines[label]
    if len(own.pieces) > 1 or not ends_in_colon(own.text):
        return []
    return [row for row in lines if row.x0 > own.x1 and abs(row.baseline - own.baseline) < 2 * own.size]


def _standing(sheet: Sheet) -> dict[int, Zone]:
    """The notice in small print at the foot of a record's first page."""
    lines = lines_of(piece for piece in sheet.pieces if piece.baseline > 0.5 * sheet.height)
    notice = next((line for line in lines if wording.STANDING.match(line.text)), None)
    if notice is None:
        return {}
    below = notice.baseline - 2
    return {
        i: Zone.COVER for i, p in enumerate(sheet.pieces)
        if p.level and p.baseline > below and p.size < notice.size + 0.5
    }  # fmt: skip
