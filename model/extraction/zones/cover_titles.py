"""The title where there is no masthead: the largest group on the cover or at the top of the first page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from model.extraction.rows import Zone
from model.extraction.zones import words
from model.extraction.zones.front_lines import (
    SIGNS,
    FrontLine,
    is_centred,
    is_divider,
    is_long,
    lines_of,
    squash,
)
from model.extraction.zones.sheets import Sheet

_SIGN = re.compile(r"[^\W_]")


def title_without_masthead(sheet: Sheet, body_size: float, later: Sequence[Sheet]) -> dict[int, Zone]:
    """The title on a cover, or at the top of a first page without masthead; `later` pages may repeat it."""
    at = {id(piece): index for index, piece in enumerate(sheet.pieces)}
    lines = lines_of(sheet.pieces)
    body = next(
        (i for i in range(len(lines) - 1)
         if all(is_long(ln, sheet) and not ln.bold and ln.size < body_size + 1 for ln in lines[i : i + 2])),
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
        or (is_centred(head[i], sheet) and head[i].text.isupper())
    ]  # fmt: skip
    if not styled:
        return {}
    tallest = max(head[i].size for i in styled)
    long = {
        i: squash(head[i].text) for i in styled
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
    counted = words.CHINESE_NUMERAL.match(text) or words.DOTTED_NUMBER.match(text)
    if counted or is_divider(head) or words.HEADING.fullmatch(text):
        return {}  # an excerpt: it begins with a chapter's heading or in the midst of one, and has no title
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


def _heading_styles(lines: Sequence[FrontLine], later: Sequence[Sheet]) -> frozenset[tuple[float, bool]]:
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
                    found.add(SIGNS.sub("", folded))
    return found & wanted


def _leads_in(above: FrontLine, line: FrontLine) -> bool:
    """True where a title's lines begin in a smaller size ("COUNTRY EVALUATION" / "LIBERIA")."""
    gap = line.baseline - above.baseline
    if words.COMMITTEE.match(above.text):
        return False
    large = above.size > (0.45 if above.bold == line.bold else 0.6) * line.size
    return _same_style(above, line) or (gap < 1.6 * line.size and large)


def _goes_low(line: FrontLine) -> bool:
    """True where a title goes on in another size: "REPORT" / "on the situation of ..."."""
    return line.text[:1].islower() and len(line.text) > 6


def _names_series(text: str) -> bool:
    """True for what kind of report it is ("AVIATION INVESTIGATION REPORT A11F0012"), not which."""
    parts = text.split()
    if len(parts) > 4 and sum(len(part) == 1 for part in parts) > 0.8 * len(parts):
        return bool(words.SERIES.search("".join(parts)))
    return bool(words.SERIES.match(text))


def _same_style(one: FrontLine, other: FrontLine) -> bool:
    gap = other.baseline - one.baseline
    return one.bold == other.bold and abs(one.size - other.size) < 0.6 and gap < 2.2 * other.size


def _cover_goes_on(
    first: FrontLine, before: FrontLine, line: FrontLine, body_size: float, sheet: Sheet
) -> bool:
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
