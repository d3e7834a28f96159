"""The title where there is no masthead: the largest group on the cover or at the top of the first page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from model.dates import find_date
from model.extraction import wording
from model.extraction.numbering.labelled import is_labelled
from model.extraction.rows import Zone
from model.extraction.zones.below_titles import (
    is_beside,
    names_body,
    names_series,
    rows_of_subtitle,
    says_when,
    says_which,
)
from model.extraction.zones.front_lines import (
    SIGNS,
    FrontLine,
    each_line,
    is_centred,
    is_long,
    lines_of,
    on_one_axis,
    runs_on,
    same_style,
    solid,
    squash,
)
from model.extraction.zones.openings import (
    above_headings,
    calls_itself,
    is_counted_on,
    is_excerpt,
    is_heading,
    opens_part,
    over_text,
    rows_of_reporter,
    says_whose,
    set_alike,
)
from model.extraction.zones.sheets import Sheet
from model.symbols import only_symbols

# "(2025/2012(INI))", "(Praia, 3-5 June 2026)" right below a title; "(Presented by Fiji)" is a byline.
_REMARK = re.compile(r"\((?=.*\d)[^a-z(]{0,3}(?:[A-Z][^()\s]*,? )?[^a-z].*\)")
_SIGN = re.compile(r"[^\W_]")
# "221 EX/Decisions", "WHC/26/48.COM/18": what a document is filed under.
_CODE = re.compile(r"(?=\S*(?:\s\S+)?$)(?=.*\d)[\w. ()-]+(?:/[\w.()-]+)+")


def title_without_masthead(sheet: Sheet, body_size: float, later: Sequence[Sheet]) -> dict[int, Zone]:
    """The title on a cover, or at the top of a first page without masthead; `later` pages may repeat it."""
    lines = lines_of(sheet.pieces)
    head = lines[: _running_text(lines, sheet, body_size)]
    cover = len(head) == len(lines)
    over = [] if cover else over_text([sheet, *later[:3]], body_size)
    styled, pool = _candidates(head, sheet, body_size, later, over, cover)
    if not cover:
        pool = above_headings(head, pool)
    if not pool:
        return {}
    largest = max(head[i].size for i in pool)
    main = start = next(i for i in pool if head[i].size > 0.93 * largest)
    while runs_on(head, start) or (start - 1 in styled and (
        _leads_in(head[start - 1], head[start], body_size) or _goes_low(head[start])
        or (cover and _stands_together(head, start, sheet, body_size))
    )):  # fmt: skip
        start -= 1
    if is_excerpt(head, start, body_size) or is_counted_on(head[start], later):
        return {}
    stop = main + 1
    while stop < len(head) and (
        _cover_goes_on(head[main], head[stop - 1], head[stop], body_size, sheet)
        or (cover and _goes_on_alone(head[main], head[stop - 1], head[stop], sheet))
    ):
        if not solid(head[stop - 1], head[stop]) and is_labelled(head[stop].text):
            break  # "Chapter 10": the first heading below
        apart = head[stop].size < 0.93 * head[main].size or not set_alike(head[main], head[stop])
        if apart and (is_heading(head, stop, over) or _leans_down(lines, stop, body_size)):
            break
        stop += 1
    if not any(squash(line.text) for line in head[:start]) and opens_part(head, start, stop, over):
        return {}
    stop += rows_of_subtitle(head[start:stop], head[stop:], body_size, cover)
    end = stop
    while end < len(head) and (says_when(head[end], head[end - 1]) or says_which(head, end)):
        end += 1
    end += rows_of_reporter(head[end : end + 3])
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    zones = {at[id(p)]: Zone.COVER for line in (*head[:start], *head[stop:end]) for p in line.pieces}
    for line in head[start:stop]:
        for p in line.pieces:
            worded = len(line.pieces) == 1 or any(letter.isalpha() for letter in p.text)
            zones[at[id(p)]] = Zone.TITLE if worded else Zone.COVER
    return zones


def _running_text(lines: Sequence[FrontLine], sheet: Sheet, body_size: float) -> int:
    """The first of the lines of running text; how many lines there are where the page has none."""

    def runs(line: FrontLine) -> bool:
        plain = not line.bold and line.size < body_size + 1
        return plain and is_long(line, sheet) and not (line.text.isupper() or _is_parted(line, sheet))

    pairs = enumerate(itertools.pairwise(lines))
    return next((i for i, pair in pairs if all(map(runs, pair)) and not on_one_axis(*pair)), len(lines))


def _candidates(
    head: Sequence[FrontLine],
    sheet: Sheet,
    body_size: float,
    later: Sequence[Sheet],
    over: Sequence[FrontLine],
    cover: bool,
) -> tuple[list[int], list[int]]:
    """The lines that are set like a title's, and those of them with which it may begin (or others)."""
    listed = next((i for i, line in enumerate(head) if wording.CONTENTS.match(line.text)), 0)
    usable = [
        i for i, line in enumerate(head[: listed or None])
        if sum(c.isalpha() for c in line.text) >= 6 and not wording.ORGAN.match(line.text)
        and (not wording.SESSION.search(line.text) or calls_itself(line.text))
        and (listed or not wording.CONTENTS.match(line.text))
        and line.baseline < 0.75 * sheet.height
    ]  # fmt: skip
    styled = [
        i for i in usable
        if head[i].size > body_size + 1.2 or head[i].bold
        or (is_centred(head[i], sheet) and head[i].text.isupper())
    ]  # fmt: skip
    if not styled:
        return [], []
    tallest = max(head[i].size for i in styled)
    long = {
        i: squash(head[i].text) for i in styled
        if len(head[i].text) > 12 and head[i].size > 0.8 * tallest
    }  # fmt: skip
    again = _said_again(set(long.values()), later)
    pool = [i for i, text in long.items() if text in again] or _begins_text(head, styled, later) or styled

    if not cover and _goes_on_plain(head, pool, styled):
        pool = pool[:1]
    elif any(names_series(head[i].text) for i in pool):
        # which report it is, is said elsewhere, but not in a heading
        said = [
            i for i in usable
            if not (names_series(head[i].text) or is_heading(head, i, over) or is_beside(head[i].text))
        ]  # fmt: skip
        pool = [i for i in said if i in pool] or said or pool
    pool = [i for i in pool if not _files(head[i], sheet)] or pool
    below = [i for i in pool if not names_body(_group_text(head, i))]
    # a body's name that is set larger than all else is the title's beginning, but over text a letterhead:
    # there the title says itself which paper it is, "Minutes of the meeting of ..."
    if below and (
        max(head[i].size for i in below) > 0.93 * max(head[i].size for i in pool)
        or (not cover and calls_itself(head[below[0]].text))
    ):
        pool = below
    return styled, pool


def _goes_on_plain(head: Sequence[FrontLine], pool: Sequence[int], styled: Sequence[int]) -> bool:
    """Whether the kind of report is set larger than all else, over a row of plain type that says which."""
    first, *others = pool
    said = first + 1 < len(head) and first + 1 not in styled
    larger = all(head[i].size < 0.93 * head[first].size for i in others)
    return said and larger and names_series(head[first].text)


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
                    found.add(SIGNS.sub("", folded))
    return found & wanted


def _begins_text(head: Sequence[FrontLine], styled: Sequence[int], later: Sequence[Sheet]) -> list[int]:
    """Of the rows of a cover the two or more that the first text page begins with: a title is printed there
    again, however large a body's name or a series stands above it."""
    own = [squash(line.text) for line in itertools.islice(each_line(later[0].pieces), 3)] if later else []
    first = next((i for i in styled if own and squash(head[i].text) == own[0]), None)
    if first is None or [squash(line.text) for line in head[first : first + 2]] != own[:2]:
        return []
    return [first]


def _leads_in(above: FrontLine, line: FrontLine, body_size: float) -> bool:
    """True where a title's lines begin in a smaller size ("COUNTRY EVALUATION" / "LIBERIA")."""
    gap = line.baseline - above.baseline
    filed = names_series(above.text) and any(map(str.isdigit, above.text))
    if filed or wording.COMMITTEE.match(above.text):
        return False
    large = above.size > min(1.8 * body_size, (0.45 if above.bold == line.bold else 0.6) * line.size)
    return same_style(above, line) or (gap < 1.6 * line.size and large)


def _goes_low(line: FrontLine) -> bool:
    """True where a title goes on in another size: "REPORT" / "on the situation of ..."."""
    return line.text[:1].islower() and len(line.text) > 6


def _files(line: FrontLine, sheet: Sheet) -> bool:
    """True for what a document is filed under: a symbol, words at both edges of the page."""
    text = line.text.strip()
    return bool(only_symbols(text) or _CODE.fullmatch(text)) or _is_parted(line, sheet)


def _is_parted(line: FrontLine, sheet: Sheet) -> bool:
    """True for words at both edges of the page with nothing between them."""
    gaps = (right.x0 - left.x1 for left, right in itertools.pairwise(line.pieces))
    return any(gap > 0.3 * sheet.width for gap in gaps)


def _group_text(head: Sequence[FrontLine], at: int) -> str:
    """The text of the rows that are set solid with one of them, in its style."""
    first = last = at
    while first and solid(head[first - 1], head[first]):
        first -= 1
    while last + 1 < len(head) and solid(head[last], head[last + 1]):
        last += 1
    return " ".join([line.text for line in head[first : last + 1]])


def _leans_down(lines: Sequence[FrontLine], at: int, body_size: float) -> bool:
    """True for a row that stands much nearer to the text below it than to the title above, and heads it."""
    if at + 1 >= len(lines):
        return False
    above, line, below = lines[at - 1 : at + 2]
    text = not below.bold and below.size < body_size + 1 and len(below.text) > 48
    return text and below.baseline - line.baseline < 0.6 * (line.baseline - above.baseline)


def _stands_together(head: Sequence[FrontLine], start: int, sheet: Sheet, body_size: float) -> bool:
    """True where a cover's title begins above its largest line, in display type and centred as that is."""
    above, line = head[start - 1], head[start]
    if names_series(above.text) or find_date(above.text) or names_body(_group_text(head, start - 1)):
        return False
    near = line.baseline - above.baseline < 3 * line.size
    return near and above.size > max(body_size + 3, 0.6 * line.size) and is_centred(above, sheet)


def _goes_on_alone(first: FrontLine, before: FrontLine, line: FrontLine, sheet: Sheet) -> bool:
    """True for what belongs to a title on a page without text: set as it is, with more space between, or a
    little smaller: bold right below it, or centred in capitals as it is."""
    gap = line.baseline - before.baseline
    if find_date(line.text) or wording.ORGAN.match(line.text) or wording.BYLINE.match(line.text):
        return False
    if line.bold == first.bold and line.size > 0.93 * first.size:
        return gap < 3.4 * first.size
    bold = first.bold and line.bold and abs(line.x0 - first.x0) < 2
    capitals = first.text.isupper() and line.text.isupper() and is_centred(line, sheet)
    return line.size > 0.8 * first.size and gap < (2.4 if bold else 2 if capitals else 0) * first.size


def _cover_goes_on(
    first: FrontLine, before: FrontLine, line: FrontLine, body_size: float, sheet: Sheet
) -> bool:
    gap = line.baseline - before.baseline
    named = wording.ORGAN.match(line.text) or wording.BYLINE.match(line.text)
    if named and not solid(before, line):
        return False
    if line.x0 > 0.5 * sheet.width > first.x0 and line.size < 0.8 * first.size:
        return False  # another column's first line, not the last of a title that ends at the right
    if wording.HEADING.match(line.text) and not same_style(before, line):
        return False
    if wording.REPORT_OF.match(line.text) and wording.ORGAN.match(line.text.split(" the ")[-1]):
        return False
    if same_style(before, line):
        return True
    if _goes_low(line):
        return says_whose(before, line, body_size)  # but not "held on Tuesday 14 March 2023"
    if gap < 2.0 * line.size and _REMARK.fullmatch(line.text.strip()):
        return True
    if first.size > 1.8 * body_size and line.size == first.size and gap < 0.25 * sheet.height:
        return True  # a cover sets a title and its subtitle far apart, or solid in another weight
    return line.bold and gap < 3.0 * first.size and line.size > max(body_size + 1.2, 0.55 * first.size)
