"""With which rows of a cover, or of a first page's head, a title may begin: those that are set like one and
do not say whose the report is, in which series, or under what it is filed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from model.extraction import wording
from model.extraction.likeness import letters_of
from model.extraction.zones.below_titles import YEARS, is_beside, names_body, names_series
from model.extraction.zones.front_lines import (
    FrontLine,
    each_line,
    is_centred,
    solid,
    solid_text,
)
from model.extraction.zones.openings import above_headings, begins_low, calls_itself, is_heading, links_low
from model.extraction.zones.sheets import Sheet
from model.symbols import only_symbols

_SIGN = re.compile(r"[^\W_]")
# A title is at least this many times as large as the kind of report that is named on its page.
_SMALLEST = 0.55
# What stands no further below a name than this many of its sizes goes on with it.
_RIGHT_BELOW = 2.2
# An office's paper names it above this share of the page's height.
_TOP = 0.2
# In one type, a title stands this many sizes from what is above and below it.
_APART = 2
# This many blanks part what is typewritten.
_BLANKS = re.compile(r"\S {6,}\S")
# "221 EX/Decisions", "WHC/26/48.COM/18": what a document is filed under.
_CODE = re.compile(r"(?=\S*(?:\s\S+)?$)(?=.*\d)[\w. ()-]+(?:/[\w.()-]+)+")


class Head(NamedTuple):
    """The rows of a cover, or of a first page above its text, among which the title is."""

    rows: Sequence[FrontLine]
    sheet: Sheet
    body_size: float
    cover: bool  # no text stands on the page
    over: Sequence[FrontLine]  # rows right over running text, as those of headings; of a cover none
    later: Sequence[Sheet]  # pages that may repeat the title


def candidates(head: Head) -> tuple[list[int], list[int]]:
    """The rows that are set like a title's, and those of them with which it may begin (or others)."""
    rows, usable = head.rows, _usable(head)
    styled = _styled(head, usable)
    if not styled:
        return [], []
    pool = _repeated(head, styled) or _begins_text(rows, styled, head.later) or styled
    if not head.cover and _goes_on_plain(rows, pool, styled):
        pool = pool[:1]
    elif kinds := [i for i in pool if _is_kind(rows, i)]:
        pool = _beside_kinds(head, kinds, usable, pool)
    pool = [i for i in pool if not (_files(rows[i], head.sheet) or _is_emblem(rows, i, head.sheet))] or pool
    pool = _below_body(head, pool)
    return styled, pool if head.cover else above_headings(rows, pool)


def rows_of_letterhead(rows: Sequence[FrontLine], sheet: Sheet) -> int:
    """How many of a page's first rows are an office's: its name and address, down to its telephone number."""
    upper = [i for i, line in enumerate(rows) if line.baseline < _TOP * sheet.height]
    return max((i + 1 for i in upper if wording.TELEPHONE.search(rows[i].text)), default=0)


def _usable(head: Head) -> list[int]:
    """The rows that hold words enough and do not say whose the document is, or where and when a body met."""
    rows = head.rows
    listed = next((i for i, line in enumerate(rows) if wording.CONTENTS.match(line.text)), 0)
    first = rows_of_letterhead(rows, head.sheet)
    return [
        i for i, line in enumerate(rows[: listed or None])
        if i >= first and (
            _letters(line.text, head.cover) >= 6
            or (i and solid(rows[i - 1], line))
            or wording.KIND.fullmatch(line.text.strip())
        )
        and not wording.ORGAN.match(line.text)
        and (not wording.SESSION.search(line.text) or calls_itself(line.text))
        and (listed or not wording.CONTENTS.match(line.text))
        and not (wording.STAMP.match(line.text) or wording.ORIGINAL.match(line.text))
        and line.baseline < 0.75 * head.sheet.height
    ]  # fmt: skip


def _styled(head: Head, usable: Sequence[int]) -> list[int]:
    """Of usable rows the large and bold ones and centred capitals; those that stand apart where none is."""
    rows, sheet = head.rows, head.sheet
    styled = [
        i for i in usable
        if rows[i].size > head.body_size + 1.2 or rows[i].bold
        or (is_centred(rows[i], sheet) and rows[i].text.isupper())
    ]  # fmt: skip
    return styled or [i for i in usable if _stands_apart(rows, i, sheet)]


def _repeated(head: Head, styled: Sequence[int]) -> list[int]:
    """The large rows of some length that later pages print again."""
    rows = head.rows
    tallest = max(rows[i].size for i in styled)
    long = {
        i: letters_of(rows[i].text) for i in styled
        if len(rows[i].text) > 12 and rows[i].size > 0.8 * tallest
    }  # fmt: skip
    again = _said_again(set(long.values()), head.later)
    return [i for i, text in long.items() if text in again]


def _beside_kinds(head: Head, kinds: Sequence[int], usable: Sequence[int], pool: list[int]) -> list[int]:
    """Which report it is, is said elsewhere than in the rows that name its kind, but not in a heading, nor in
    far smaller type."""
    rows = head.rows
    least = _SMALLEST * max(rows[i].size for i in kinds)
    said = [
        i for i in usable
        if not (_is_kind(rows, i) or is_heading(rows, i, head.over) or is_beside(rows[i].text))
        and not wording.PART.match(rows[i].text)
        and rows[i].size > least and not wording.HEADING.match(rows[i].text)
    ]  # fmt: skip
    return [i for i in said if i in pool] or said or pool


def _below_body(head: Head, pool: list[int]) -> list[int]:
    """The rows without those that name a body, unless the title begins with that."""
    below = [i for i in pool if not _names_bodies(head.rows, i)]
    if not below:
        return pool
    if head.cover:
        return pool if _begins_with_body(head.rows, pool, below) else below
    return pool if is_heading(head.rows, below[0], head.over) else below


def _names_bodies(head: Sequence[FrontLine], at: int) -> bool:
    """Whether the rows that are set solid with one name a body together, or one each."""
    text = group_text(head, at)
    if names_body(text):
        return True
    rows = [line.text for line in head if line.text in text]
    return names_body(head[at].text) and all(map(names_body, rows))


def _begins_with_body(head: Sequence[FrontLine], pool: Sequence[int], below: Sequence[int]) -> bool:
    """Whether a cover's title begins with a body's name, which is set larger than all else, right above what
    the body's report is called; further up it is whose report it is, and over text a letterhead."""
    names = [head[i] for i in pool if i not in below] or [head[pool[0]]]
    largest, title = (max(some, key=attrgetter("size")) for some in (names, [head[i] for i in below]))
    name = [line for line in names if line.size > 0.93 * largest.size][-1]
    return title.size <= 0.93 * name.size and 0 < title.baseline - name.baseline < _RIGHT_BELOW * name.size


def _is_kind(head: Sequence[FrontLine], at: int) -> bool:
    """Whether a row names the kind of report, and does not go on below: "REPORT" / "on the lagoons"."""
    below = range(at + 1, min(at + 2, len(head)))
    low = any(
        (begins_low(head[i]) and not wording.BYLINE.match(head[i].text)) or links_low(head, i) for i in below
    )
    return (names_series(head[at].text) or _is_filed_kind(head, at)) and not low


def _is_filed_kind(head: Sequence[FrontLine], at: int) -> bool:
    """Whether a row names a kind of report that is filed under a number, beside it or in the next row:
    "Informe técnico" / "IN-014/2021"."""
    words = head[at].text.split()
    if _CODE.fullmatch(words[-1]):
        return wording.KIND.fullmatch(" ".join(words[:-1])) is not None
    below = head[at + 1].text.strip() if at + 1 < len(head) else ""
    filed = _CODE.fullmatch(below) and not YEARS.fullmatch(below)
    return bool(filed and wording.KIND.fullmatch(head[at].text.strip()))


def _goes_on_plain(head: Sequence[FrontLine], pool: Sequence[int], styled: Sequence[int]) -> bool:
    """Whether the kind of report is set larger than all else, over a row of plain type that says which."""
    first, *others = pool
    said = first + 1 < len(head) and first + 1 not in styled
    larger = all(head[i].size < 0.93 * head[first].size for i in others)
    return said and larger and names_series(head[first].text)


def _said_again(wanted: set[str], sheets: Sequence[Sheet]) -> set[str]:
    """Of texts' letters those that pieces of the pages say. A first letter tells most pieces apart."""
    firsts = {text[:1] for text in wanted}
    found = set()
    for sheet in sheets:
        for piece in sheet.pieces:
            if len(piece.text) > 12:
                first = _SIGN.search(piece.text.casefold())
                if (first[0] if first else "") in firsts:
                    found.add(letters_of(piece.text))
    return found & wanted


def _begins_text(head: Sequence[FrontLine], styled: Sequence[int], later: Sequence[Sheet]) -> list[int]:
    """Of the rows of a cover the two or more that the first text page begins with: a title is printed there
    again, however large a body's name or a series stands above it."""
    own = [letters_of(line.text) for line in itertools.islice(each_line(later[0].pieces), 3)] if later else []
    first = next((i for i in styled if own and letters_of(head[i].text) == own[0]), None)
    if first is None or [letters_of(line.text) for line in head[first : first + 2]] != own[:2]:
        return []
    return [first]


def _files(line: FrontLine, sheet: Sheet) -> bool:
    """True for what a document is filed under: a symbol, also apart at the end of a row; words at both edges
    of the page."""
    parts = [line.text, *(piece.text for piece in line.pieces[1:])]
    filed = any(only_symbols(part.strip()) or _CODE.fullmatch(part.strip()) for part in parts)
    return filed or is_parted(line, sheet)


def _letters(text: str, cover: bool) -> int:
    """How many letters a text has; on a cover a Chinese sign says as much as two (over text short rows are
    headings)."""
    return sum(2 if cover and letter >= "\u4e00" else 1 for letter in text if letter.isalpha())


def _is_emblem(head: Sequence[FrontLine], at: int, sheet: Sheet) -> bool:
    """True for one word in capitals at the head of a page, far above the next row: an office's short name."""
    text = head[at].text.strip()
    gap = head[at + 1].baseline - head[at].baseline if at + 1 < len(head) else 0.0
    alone = text.isalpha() and text.isupper() and gap > 0.1 * sheet.height
    return alone and head[at].baseline < 0.15 * sheet.height and not wording.KIND.fullmatch(text)


def _stands_apart(head: Sequence[FrontLine], at: int, sheet: Sheet) -> bool:
    """Whether a row is centred below and above white space: the title of what is typed in one type, which is
    no sentence."""
    line = head[at]
    near = [other for other in head[max(at - 1, 0) : at + 2] if other is not line]
    if not near or any(abs(other.baseline - line.baseline) < _APART * line.size for other in near):
        return False
    alone = len(line.pieces) == 1 and is_centred(line, sheet) and not sheet.upright
    return alone and not (is_beside(line.text) or line.text.rstrip().endswith((".", ":", ";")))


def is_parted(line: FrontLine, sheet: Sheet) -> bool:
    """True for words at both edges of the page, or of its text, with nothing between them, or blanks."""
    if _BLANKS.search(line.text.strip()):
        return True
    gaps = [right.x0 - left.x1 for left, right in itertools.pairwise(line.pieces)]
    if not gaps or max(gaps) < 0.15 * sheet.width:
        return False
    left, right = sheet.edges
    return max(gaps) > 0.3 * sheet.width or (line.x0 < left + 2 and line.x1 > right - 2)


def group_text(head: Sequence[FrontLine], at: int) -> str:
    """The text of the rows that are set solid with one of them, in its style."""
    first = at
    while first and solid(head[first - 1], head[first]):
        first -= 1
    return solid_text(head, first)
