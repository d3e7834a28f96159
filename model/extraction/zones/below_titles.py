"""What stands right below a title: a subtitle, which belongs to it, or place, date and body, which do not."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from model.dates import find_date, find_month
from model.extraction import wording
from model.extraction.numbering.labelled import is_labelled
from model.extraction.numbering.markers import read_markers
from model.extraction.numbering.systems import NUMBER_WORDS
from model.extraction.zones.front_lines import FrontLine, solid
from model.extraction.zones.openings import calls_itself, set_alike

# "Tessal, Kadoria, 24-25 July 2026", "14 March 2023", "(Paris, 1-15 April 2026)".
_WHEN = re.compile(r"\(?(?:[^\W\d][^\d,]{1,30}, ){0,3}(?:\w{2,10},? )?\d{1,2}\b[^.;:]{3,40}\)?$")
# What divides all that a row says of a report: "Report No 7/2026 — March 2026".
_DIVIDED = re.compile(r"\s[—–|•·]\s")
# "Reed, Franklin" beside "December 8, 2021".
_PLACE = re.compile(
    r"(?:[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2},\s*){0,3}[^\W\d_][\w.'’-]*(?: \w[\w.'’-]*){0,2}"
)
_WORD = re.compile(r"[^\W\d_]+")
# "2019–20", "2018/2019".
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?")
# A subtitle has no more rows; fewer words may be a name.
_MOST, _FEWEST = 3, 3
# A name has no more words, small ones aside.
_LONGEST = 5
# So many sizes of the title below it a subtitle stands at most; one that says in full what it is, further.
_NEAR, _FAR = 2.4, 3.0
# More white space below a row sets it off from the text (sizes).
_APART = 2.6
# No names are set so much larger than the text.
_LARGE = 1.6
# Display type is so much larger than the text (points).
_DISPLAY = 1.5
# Who wrote a report is told in no more rows, of no more letters.
_AUTHORS, _NAMES = 10, 70
# A heading's number stands within so many letters.
_HEAD = 12
# A heading is so much larger than the names above it (points).
_LARGER = 0.9
# A title that quotes somebody does not say what the report is about.
_QUOTES = ('"', "“", "«", "„", "‘")


def rows_of_subtitle(
    title: Sequence[FrontLine],
    below: Sequence[FrontLine],
    body_size: float,
    cover: bool,
    over: Sequence[FrontLine],
) -> int:
    """How many of the rows below a title, set lighter or smaller than it, belong to it.

    They say where and when it happened what the title names ("Derailment of a train"); on a cover which
    volume it is, and that this is a report; what it is about, in display type, or where the title names
    nothing but the kind of report ("Accident report") or quotes somebody; below a body, which of its reports.
    Over text display type is also that of headings, which stand over text as others do (`over`).
    """
    said = " ".join([line.text for line in title])
    if find_date(said) is None and wording.OCCURRENCE.search(said):
        above = [title[-1], *below]
        where = 1 if len(below) > 1 and _PLACE.fullmatch(below[0].text.strip()) else 0
        pairs = itertools.islice(zip(below, above, strict=False), where, None)
        rows = len(list(itertools.takewhile(lambda pair: says_when(*pair), pairs)))
        if rows:
            return where + rows
    if not below or below[0].baseline - title[-1].baseline > _FAR * title[-1].size:
        return 0
    if cover and _says_which_one(said, below[0], body_size):
        return 1 + rows_of_subtitle([*title, below[0]], below[1:], body_size, cover, over)
    count = 1
    while count < len(below) and solid(below[count - 1], below[count]) and not _files(below[count].text):
        count += 1
    rows_below, after = below[:count], below[count : count + 1]
    text = " ".join([line.text.strip() for line in rows_below])
    if names_body(title[0].text) and wording.DOCUMENT.search(text):
        return count  # "Expert Committee on Drinking Water" / "Sixty-eighth report"
    if count > _MOST or text.endswith((".", ":", ";")) or _is_aside(rows_below[0], text):
        return 0
    part = wording.PART.match(title[-1].text) is not None
    kind = part or wording.KIND.fullmatch(said.strip()) is not None
    about = wording.ABOUT.match(text) is not None
    line = below[0]
    called = calls_itself(text) and (about or not wording.REPORT_OF.match(text))
    named = line.bold and title[-1].bold and called
    in_full = named and text.count(" ") >= _FEWEST
    if not (in_full or part) and line.baseline - title[-1].baseline > _NEAR * title[-1].size:
        return 0
    display = line.size > body_size + _DISPLAY
    large = line.size > _LARGE * body_size
    what = part or about or large or text.startswith("(") or _says_what(text)
    what = what or (text.count(" ") >= _FEWEST if kind else any(map(_outgrows_names, rows_below)))
    if cover:
        display = display or said.startswith(_QUOTES)
        # "Communication to the Committee on Fisheries"
        paper = wording.DOCUMENT.match(text) is not None and not about
        return count if named or ((kind or display) and not paper and what) else 0
    plain = not line.bold and line.size < body_size + 1
    set_off = bool(after) and (
        after[0].bold
        or after[0].size > body_size + 1
        or dates(after[0].text)
        or wording.BYLINE.match(after[0].text) is not None
        or after[0].baseline - rows_below[-1].baseline > _APART * line.size
    )
    alike = any(set_alike(line, other) for other in over if other not in rows_below)
    smaller = line.size < title[-1].size and not alike
    if in_full and not alike:
        return count
    if kind and (plain or smaller):
        return count if set_off and what else 0
    return count if smaller and set_off and what and (display or text.isupper() or calls_itself(text)) else 0


def _says_which_one(title: str, line: FrontLine, body_size: float) -> bool:
    """Whether a row names a report's volume, what kind of report it is, or its years, both in display type;
    "Seventh report" is one of a series."""
    text = line.text.strip()
    if wording.PART.match(text):
        return True
    if not line.bold and line.size < body_size + _DISPLAY:
        return False
    counted = any(map(str.isdigit, text)) or not NUMBER_WORDS.isdisjoint(_WORD.findall(text.casefold()))
    kind = wording.KIND.fullmatch(text) is not None and not counted
    return kind or (_YEARS.fullmatch(text) is not None and wording.KIND.fullmatch(title.strip()) is not None)


def _files(text: str) -> bool:
    """True for a report's number and for its day, which stand by themselves."""
    day = find_date(text) is not None and dates(text)
    return bool(wording.NUMBERED.match(text)) or (day and not text[:1].islower())


def _is_aside(line: FrontLine, text: str) -> bool:
    """Whether a row below a title says who made it, for whom, when and under which number, or opens it."""
    begins = (
        wording.ORGAN, wording.BYLINE, wording.COMMITTEE, wording.SERIAL, wording.ADOPTED, wording.HEADING,
        wording.CONTENTS, wording.OFFICER_NAMED, wording.SALUTATION, wording.RESOLUTION,
        wording.NUMBERED,
    )  # fmt: skip
    searched = wording.IMPRINT, wording.SESSION
    return (
        any(pattern.match(text) for pattern in begins)
        or any(pattern.search(text) for pattern in searched)
        or is_beside(text)
        or is_labelled(text)
        or len(line.pieces) > 1
    )


def _outgrows_names(line: FrontLine) -> bool:
    """Whether a row has more words than a name, and is no list of names."""
    words = [word for word in line.text.casefold().split() if word not in wording.WITHIN_NAMES]
    return "," not in line.text and len(words) > _LONGEST


def _says_what(text: str) -> bool:
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
    return near and (dates(text) or (text[:1].islower() and find_date(text) is not None))


def says_which(head: Sequence[FrontLine], at: int) -> bool:
    """True for the session or meeting that a report is of, over its place and date, and right below a title
    for the report's number in its series: "Seventh report"."""
    below = head[at + 1 : at + 2]
    numbered = names_series(head[at].text) or wording.NUMBERED.match(head[at].text)
    if numbered and head[at].baseline - head[at - 1].baseline < _NEAR * head[at - 1].size:
        return True
    return bool(below and wording.SITTING.search(head[at].text)) and says_when(below[0], head[at])


def rows_of_authors(below: Sequence[FrontLine]) -> int:
    """How many of the rows below a title name who wrote it, and where they work: those above "Abstract" or
    another heading that is set larger; each says by whom it is, a date or no more than a name."""
    for count, line in enumerate(below[:_AUTHORS]):
        text = line.text.strip()
        if dates(text) or wording.BYLINE.match(text):
            continue
        opens = wording.HEADING.match(text)
        if count and (
            wording.HEADING.fullmatch(text)
            or (line.bold and (opens or line.size > below[count - 1].size + _LARGER))
        ):
            return count
        if opens or is_labelled(text) or text.endswith((".", ":", ";", ",")) or read_markers(text[:_HEAD]):
            return 0
        if len(text) > _NAMES or _says_what(text):
            return 0
    return 0


def is_beside(text: str) -> bool:
    """True for what stands beside the name of a report: whose it is, where and when it was made."""
    return dates(text) or names_body(text)


def dates(text: str) -> bool:
    """True for a place and a date, or the date alone; also behind what else is said of a report."""
    _, *divided = _DIVIDED.split(text)
    if any(map(dates, divided)):
        return True
    text = text.strip()
    date = find_date(text)
    printed = date[0] if date is not None else find_month(text)
    if not printed or wording.DOCUMENT.search(text):
        return False
    place = text.replace(printed, "").strip(" ,()")
    return (
        (date is not None and _WHEN.match(text) is not None)
        or not place
        or _PLACE.fullmatch(place) is not None
    )


def names_body(text: str) -> bool:
    named = wording.BODY.match(text) or wording.COMMITTEE.match(text)
    return bool(named) and not wording.DOCUMENT.search(text)


def names_series(text: str) -> bool:
    """True for what kind of report it is ("AVIATION INVESTIGATION REPORT A11F0012"), not which."""
    parts = text.split()
    if len(parts) > 4 and sum(len(part) == 1 for part in parts) > 0.8 * len(parts):
        return bool(wording.SERIES.search("".join(parts)))
    return bool(wording.SERIES.match(text))
