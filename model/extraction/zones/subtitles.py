"""How much of what stands right below a title belongs to it, set lighter or smaller than it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from model.dates import find_date
from model.extraction import wording
from model.extraction.numbering.labelled import is_labelled
from model.extraction.numbering.systems import NUMBER_WORDS
from model.extraction.zones.below_titles import (
    YEARS,
    is_beside,
    is_dateline,
    is_place,
    names_body,
    says_what,
    says_when,
)
from model.extraction.zones.front_lines import DISPLAY, FrontLine, on_one_axis, same_style, solid
from model.extraction.zones.openings import calls_itself, opens_count, set_alike

_WORD = re.compile(r"[^\W\d_]+")
# A subtitle has no more rows; fewer words may be a name.
_MOST, _FEWEST = 3, 3
# A name has no more words, small ones aside.
_LONGEST = 5
# This many sizes of the title below it a subtitle stands at most; one that says in full what it is, further.
_NEAR, _FAR = 2.4, 3.0
# More white space below a row sets it off from the text (sizes).
_APART = 2.6
# No names are set this much larger than the text.
_LARGE = 1.6
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
    if happened := _rows_of_occurrence(title[-1], said, below):
        return happened
    if not below or below[0].baseline - title[-1].baseline > _reach(title[-1], below[0], cover):
        return 0
    if cover and _says_which_one(said, below[0], body_size):
        return 1 + rows_of_subtitle([*title, below[0]], below[1:], body_size, cover, over)
    count = 1
    while count < len(below) and _goes_on(below[count - 1], below[count]):
        count += 1
    found = _Below(title, said, below[:count], below[count : count + 1], body_size)
    if names_body(title[0].text) and wording.DOCUMENT.search(found.text):
        return count  # "Expert Committee on Drinking Water" / "Sixty-eighth report"
    if count > _MOST or found.text.endswith((".", ":", ";")) or _is_aside(below[0], found.text):
        return 0
    if not cover and found.is_centred_over_text(over):
        return count + rows_of_subtitle([*title, *found.rows], below[count:], body_size, cover, over)
    goes_on = found.is_near and (found.belongs_on_cover() if cover else found.belongs_over_text(over))
    return count if goes_on else 0


def _reach(last: FrontLine, line: FrontLine, cover: bool) -> float:
    """How far below a title's last row a row may stand that belongs to it; on a cover a volume's number
    twice as far."""
    return (2 if cover and wording.PART.match(line.text) else 1) * _FAR * last.size


@dataclass(frozen=True)
class _Below:
    """Rows set solid with each other right below a title, and what stands below them."""

    title: Sequence[FrontLine]
    said: str  # the title's words
    rows: Sequence[FrontLine]
    after: Sequence[FrontLine]  # one row, or none
    body_size: float

    @cached_property
    def text(self) -> str:
        return " ".join([line.text.strip() for line in self.rows])

    @property
    def is_near(self) -> bool:
        gap = self.rows[0].baseline - self.title[-1].baseline
        return self._in_full or self._below_part or gap <= _NEAR * self.title[-1].size

    def belongs_on_cover(self) -> bool:
        """Where no text follows: it calls itself a report, or says what it is about."""
        # "Communication to the Committee on Fisheries"
        paper = wording.DOCUMENT.match(self.text) is not None and not self._is_about
        asked_for = self._below_kind or self._in_display or self.said.startswith(_QUOTES)
        return self._calls_itself or (asked_for and not paper and self._says_what)

    def belongs_over_text(self, over: Sequence[FrontLine]) -> bool:
        """Where it may be the first heading instead: it is set off from the text, and as no heading is."""
        line = self.rows[0]
        alike = self._is_alike(over)
        if self._in_full and not alike:
            return True
        smaller = line.size < self.title[-1].size and not alike
        plain = not line.bold and line.size < self.body_size + 1
        shown = self._in_display or self.text.isupper() or calls_itself(self.text)
        fits = (self._below_kind and plain) or (smaller and (self._below_kind or shown))
        return fits and self._says_what and self._is_set_off

    def is_centred_over_text(self, over: Sequence[FrontLine]) -> bool:
        """Whether it is bold and centred as the title is, but none of the headings: "Report by the Board"."""
        axis = itertools.pairwise([self.title[-1], *self.rows])
        if not (self.title[-1].bold and self.rows[0].bold and all(on_one_axis(*pair) for pair in axis)):
            return False
        says = calls_itself(self.text) or (says_what(self.text) and self._is_set_off)
        return says and not self._is_alike(over)

    def _is_alike(self, over: Sequence[FrontLine]) -> bool:
        """Whether it is set as a heading over text is; "Report by the Board" over the first text is not."""
        others = (line for line in over if line not in self.rows and not wording.REPORT_OF.match(line.text))
        return any(set_alike(self.rows[0], other) for other in others)

    @cached_property
    def _below_part(self) -> bool:
        """Below "Volume 2"."""
        return wording.PART.match(self.title[-1].text) is not None

    @cached_property
    def _below_kind(self) -> bool:
        """Below a title that names nothing but the kind of report."""
        return self._below_part or wording.KIND.fullmatch(self.said.strip()) is not None

    @cached_property
    def _is_about(self) -> bool:
        return wording.ABOUT.match(self.text) is not None

    @cached_property
    def _calls_itself(self) -> bool:
        """Whether it is bold as the title is, and says that this is a report, not whose."""
        bold = self.rows[0].bold and self.title[-1].bold
        return bold and calls_itself(self.text) and (self._is_about or not wording.REPORT_OF.match(self.text))

    @property
    def _in_full(self) -> bool:
        return self._calls_itself and self._is_long

    @property
    def _is_long(self) -> bool:
        return self.text.count(" ") >= _FEWEST

    @property
    def _in_display(self) -> bool:
        return self.rows[0].size > self.body_size + DISPLAY

    @property
    def _says_what(self) -> bool:
        """Whether it tells what the report is about, and is not a name."""
        if self._below_part or self._is_about or self.rows[0].size > _LARGE * self.body_size:
            return True
        if self.text.startswith("(") or says_what(self.text):
            return True
        return self._is_long if self._below_kind else any(map(_outgrows_names, self.rows))

    @property
    def _is_set_off(self) -> bool:
        """Whether a heading, a date, a byline or white space follows."""
        return any(
            line.bold
            or line.size > self.body_size + 1
            or is_dateline(line.text)
            or wording.BYLINE.match(line.text) is not None
            or line.baseline - self.rows[-1].baseline > _APART * self.rows[0].size
            for line in self.after
        )


def _rows_of_occurrence(last: FrontLine, said: str, below: Sequence[FrontLine]) -> int:
    """How many rows below the last one of a title say where and when it happened what that names."""
    if find_date(said) is not None:
        return 0
    if below and wording.OCCURRENCE.match(below[0].text) and _is_alike(last, below[0]):
        return _rows_with_date(below)
    if not wording.OCCURRENCE.search(said):
        return 0
    where = 1 if len(below) > 1 and is_place(below[0].text.strip()) else 0
    pairs = itertools.islice(zip(below, [last, *below], strict=False), where, None)
    rows = len(list(itertools.takewhile(lambda pair: says_when(*pair), pairs)))
    return where + rows if rows else 0


def _is_alike(last: FrontLine, line: FrontLine) -> bool:
    """Whether a row stands right below another, in the same weight."""
    return line.bold == last.bold and line.baseline - last.baseline < _FAR * last.size


def _rows_with_date(below: Sequence[FrontLine]) -> int:
    """How many rows, set solid, say what happened, where and when; none where no day is named."""
    count = 1
    while count < len(below) and count < _MOST and solid(below[count - 1], below[count]):
        count += 1
    return count if find_date(" ".join([line.text for line in below[:count]])) is not None else 0


def _says_which_one(title: str, line: FrontLine, body_size: float) -> bool:
    """Whether a row names a report's volume, what kind of report it is, or its years, both in display type;
    "Seventh report" is one of a series."""
    text = line.text.strip()
    if wording.PART.match(text):
        return True
    if not line.bold and line.size < body_size + DISPLAY:
        return False
    counted = any(map(str.isdigit, text)) or not NUMBER_WORDS.isdisjoint(_WORD.findall(text.casefold()))
    kind = wording.KIND.fullmatch(text) is not None and not counted
    return kind or (YEARS.fullmatch(text) is not None and wording.KIND.fullmatch(title.strip()) is not None)


def _goes_on(line: FrontLine, after: FrontLine) -> bool:
    """Whether a subtitle goes on in the next row: set solid with it, or the year of the day at its end."""
    if solid(line, after):
        return not _files(after.text)
    dated = YEARS.fullmatch(after.text.strip()) and find_date(f"{line.text} {after.text}") is not None
    return bool(dated) and same_style(line, after) and find_date(line.text) is None


def _files(text: str) -> bool:
    """True for a report's number and for its day, which stand by themselves."""
    day = find_date(text) is not None and is_dateline(text)
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
        or opens_count(line)
        or len(line.pieces) > 1
    )


def _outgrows_names(line: FrontLine) -> bool:
    """Whether a row has more words than a name, and is not a list of names."""
    words = [word for word in line.text.casefold().split() if word not in wording.WITHIN_NAMES]
    return "," not in line.text and len(words) > _LONGEST
