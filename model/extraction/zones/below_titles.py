"""What stands right below a title and does not belong to it: place and date, body, series and authors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.dates import find_date, find_month
from model.extraction import wording
from model.extraction.numbering.labelled import is_labelled
from model.extraction.numbering.markers import read_markers
from model.extraction.zones.front_lines import FrontLine

# "Tessal, Kadoria, 24-25 July 2026", "14 March 2023", "(Paris, 1-15 April 2026)".
_WHEN = re.compile(r"\(?(?:[^\W\d][^\d,]{1,30}, ){0,3}(?:\w{2,10},? )?\d{1,2}\b[^.;:]{3,40}\)?$")
# What divides all that a row says of a report: "Report No 7/2026 — March 2026".
_DIVIDED = re.compile(r"\s[—–|•·]\s")
# "Reed, Franklin" beside "December 8, 2021".
_PLACE = re.compile(
    r"(?:[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2},\s*){0,3}[^\W\d_][\w.'’-]*(?: \w[\w.'’-]*){0,2}"
)
# "2019–20", "2018/2019".
YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?")
# Marks of notes right after a word.
_MARKS = re.compile(r"(?<=[^\W\d])[\d*†]+\s*$")
# Fewer words may be a name.
_FEWEST = 3
# This many sizes of the title below it stands at most what belongs to it.
_NEAR = 2.4
# Who wrote a report is told in no more rows, of no more letters.
_AUTHORS, _NAMES = 10, 70
# A heading's number stands within this many letters.
_HEAD = 12
# A heading is this much larger than the names above it (points).
_LARGER = 0.9


def says_what(text: str) -> bool:
    """Whether words are more than a name: one in small letters that names of people and bodies have not."""
    words = text.replace(",", " ").split()
    if text.isupper():
        small = [word for word in text.casefold().split() if word in wording.WITHIN_TITLES]
    else:
        small = [word for word in words if word.islower() and word.isalpha()]
    return len(words) > _FEWEST and any(word not in wording.WITHIN_NAMES for word in small)


def says_when(line: FrontLine, above: FrontLine) -> bool:
    """True for place and date right below a title: "Tessal, 24-25 July 2026", "held in ... on 14 March"."""
    text = line.text.strip()
    reach = max(3 * line.size, (3 if _DIVIDED.search(text) else 1.6) * above.size)
    near = line.baseline - above.baseline < reach
    return near and (is_dateline(text) or (text[:1].islower() and find_date(text) is not None))


def says_which(head: Sequence[FrontLine], at: int) -> bool:
    """True for the session or meeting that a report is of, over its place and date, and right below a title
    for what kind of report it is, or its number in a series: "Report", "Seventh report"."""
    below = head[at + 1 : at + 2]
    text = _MARKS.sub("", head[at].text)
    numbered = names_series(text) or wording.NUMBERED.match(text)
    if numbered and head[at].baseline - head[at - 1].baseline < _NEAR * head[at - 1].size:
        return True
    return bool(below and wording.SITTING.search(head[at].text)) and says_when(below[0], head[at])


def says_who(rows: Sequence[FrontLine], at: int) -> bool:
    """True for who made a report, over its place and date: "Edited by A. Dahl"."""
    below = rows[at + 1 : at + 2]
    return wording.BYLINE.match(rows[at].text) is not None and bool(below) and says_when(below[0], rows[at])


def rows_of_authors(below: Sequence[FrontLine]) -> int:
    """How many of the rows below a title name who wrote it, and where they work: those above "Abstract" or
    another heading that is set larger; each says by whom it is, a date or no more than a name."""
    for count, line in enumerate(below[:_AUTHORS]):
        text = line.text.strip()
        if is_dateline(text) or wording.BYLINE.match(text):
            continue
        opens = wording.HEADING.match(text)
        if count and (
            wording.HEADING.fullmatch(text)
            or (line.bold and (opens or line.size > below[count - 1].size + _LARGER))
        ):
            return count
        if opens or is_labelled(text) or text.endswith((".", ":", ";", ",")) or read_markers(text[:_HEAD]):
            return 0
        if len(text) > _NAMES or says_what(text):
            return 0
    return 0


def is_beside(text: str) -> bool:
    """True for what stands beside the name of a report: whose it is, where and when it was made."""
    return is_dateline(text) or names_body(text)


def is_dateline(text: str) -> bool:
    """True for a place and a date, or the date alone; also after what else is said of a report."""
    _, *divided = _DIVIDED.split(text)
    if any(map(is_dateline, divided)):
        return True
    text = text.strip()
    date = find_date(text)
    printed = date[0] if date is not None else find_month(text)
    if not printed or wording.DOCUMENT.search(text):
        return False
    place = text.replace(printed, "").strip(" ,()")
    return (date is not None and _WHEN.match(text) is not None) or not place or is_place(place)


def is_place(text: str) -> bool:
    """True for a town with its country, or a person's name: "Tessal, Kadoria", "Reed, Franklin"."""
    return _PLACE.fullmatch(text) is not None


def names_body(text: str) -> bool:
    """True for a body's name that does not go on to say what its document is."""
    named = wording.BODY.match(text) or wording.COMMITTEE.match(text)
    return bool(named) and not wording.DOCUMENT.search(text)


def names_series(text: str) -> bool:
    """True for what kind of report it is ("AVIATION INVESTIGATION REPORT A11F0012"), not which."""
    parts = text.split()
    if len(parts) > 4 and sum(len(part) == 1 for part in parts) > 0.8 * len(parts):
        return bool(wording.SERIES.search("".join(parts)))
    return bool(wording.SERIES.match(text))
