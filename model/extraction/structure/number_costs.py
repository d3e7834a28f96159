"""What it costs to take a number for a heading's, a paragraph's or an item's, or for text."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from model.extraction.numbering.forms import SIGNS, Form
from model.extraction.numbering.labelled import says_no_more
from model.extraction.numbering.labels import ARTICLE_LABELS, RECOMMENDATION_LABELS, SYMBOL_LABEL
from model.extraction.numbering.markers import BULLETS
from model.extraction.numbering.systems import System
from model.extraction.structure.fragments import BREAK, Fragment
from model.extraction.structure.hanging import BRACKETS, wraps_hang
from model.extraction.structure.lines import REFERRED, Line, ends_sentence
from model.extraction.structure.looks import HEADING
from model.extraction.structure.measures import Measures
from model.extraction.structure.standing import (
    names_chinese,
    over_any_text,
    over_count,
    over_text,
    stands_alone,
)
from model.extraction.wording import COMMENTARY, RECITAL

# What costs this much is never taken.
NEVER = 9.0
# A sentence that is open ends so, perhaps with "and" or "or" after the sign.
_OPEN = re.compile(r"[,;:،؛，；：](?: \w{1,4})?\s*$")
# What closes a sentence or an item of a list, and what may stand at the end of either.
_CLOSING = ".;,。；،؛"
_STOPS = (*_CLOSING, ":")
# What it costs to take for a heading what says more than headings do.
_SAYS_MORE = 2.4
# A heading in a box that a stop closes has fewer words; a sentence in bold has more.
_SENTENCE = 9
# Two signs together, such as weight and size.
_CLEARLY = 2.9
# One sign that an item's words seldom bear all: capitals, underlining.
_SET_APART = 1.5
# What it costs to take a letter or a Roman numeral for a paragraph's number.
_NO_FIGURES = 2.5
# What begins at one margin begins within this many points.
_MARGIN = 1.5
# What it costs to take an entry of a list that hangs for a paragraph of such a report.
_HUNG = 0.8
# What it costs to take a number in brackets for a paragraph's where paragraphs are not counted so.
_IN_BRACKETS = 1.2
# An article's label and its title stand on this many rows at most.
_TITLE_ROWS = 4
# What it costs to take what an article begins with for an item: nothing leads to a list there.
_LEADS_NOT = 0.6
# What it costs to take a short lettered row for a heading where the count of the paragraphs goes on below.
_OVER_COUNT = 0.6
# What stands out this far may be a heading: that costs at most this much, and an item this much more.
_APART, _OVER_TEXT = 1.2, 0.4
# What naming the text below counts for.
_NAMED = 1.9
# What standing alone counts for where nothing is bold.
_ALONE = 1.9
# What it costs to take a numeral without stop or bracket for a paragraph's number, or for an item's. Letters
# and Roman numerals are read only where they stand by themselves.
_BARE_PARAGRAPH = {System.DIGITS: 0.6, System.UPPER_ROMAN: 0.1}
_BARE_ITEM = {System.DIGITS: 0.8, System.UPPER_ROMAN: 0.5}
_COUNTS_CLAUSES = (System.UPPER, System.LOWER, System.UPPER_ROMAN, System.LOWER_ROMAN)
_LETTERS = (System.UPPER, System.UPPER_ROMAN)
_ROMAN = (System.UPPER_ROMAN, System.LOWER_ROMAN)
# By names of their own: to look a member of an enumeration up takes as long as a call.
_LABEL, _BARE = Form.LABEL, Form.BARE
_DIGITS = System.DIGITS


class Habits(NamedTuple):
    """How a report sets its own paragraphs: the dresses of their numbers, whether their wraps hang, and those
    that stand out like headings (by index)."""

    dresses: Set[Form]
    hang: bool
    stressed: Set[int]

    def hung(self, fragment: Fragment) -> bool:
        """Whether the wraps hang as a list's do, and the report's own do not."""
        return not self.hang and wraps_hang(fragment)


def costs(
    found: Sequence[Fragment], index: int, usual: Measures, habits: Habits, led: bool, hung: bool
) -> tuple[float, float, float, float]:
    """What it costs to take a fragment's number for a heading's, a paragraph's, an item's, and for text.

    `led`: words above lead to it as to a list. `hung`: it is an entry of a list that hangs.
    """
    fragment = found[index]
    line = fragment.first
    marker = line.markers[0]
    before = found[index - 1] if index else None
    after = found[index + 1] if index + 1 < len(found) else None
    # where nothing is bold, a row by itself over text stands out as bold would make it
    looks = fragment.heading + (_ALONE if usual.plain and stands_alone(found, index) else 0.0)
    named = names_chinese(found, index)
    looks += _NAMED if named and looks < HEADING else 0.0
    said = _Said.of(fragment)
    heading = _as_heading(fragment, said, looks, over_text(after, marker))
    if said.short and not led and over_count(found, index):
        heading = min(heading, _OVER_COUNT)
    heading += _SAYS_MORE if index in habits.stressed or _goes_on(before, said) else 0.0
    paragraph = _as_paragraph(fragment, said, looks, habits)
    item = NEVER if _attributes(before, fragment, after) else _as_item(fragment, said, looks, habits)
    if said.short and not led and _APART <= looks < HEADING and over_any_text(after, marker):
        heading, item = min(heading, _OVER_TEXT), item + _OVER_TEXT
    if marker.system in _COUNTS_CLAUSES and not led and RECITAL.match(line.body):
        paragraph, item = 0.0, item + 1.0
    elif not led and _fills_margin(fragment):
        paragraph, item = paragraph - _NO_FIGURES, item + 1.0
    elif marker.form is Form.BRACKETS and marker.system is _DIGITS and _is_in_article(found, index):
        paragraph, item = min(paragraph, 0.0), item + _LEADS_NOT
    paragraph += _HUNG if hung else 0.0
    bulleted = named or (marker.form is Form.BULLET and marker.label in BULLETS)
    if not bulleted and fragment.start < BREAK:
        toll = 1.4 * (BREAK - fragment.start)
        heading, paragraph, item = heading + toll, paragraph + toll, item + toll
    if marker.form is _BARE and not line.set_off and marker.system in _LETTERS:
        # "A" may be an article: only B below it tells that it counts, and headings alone
        return heading + 0.3, NEVER, NEVER, 1.0
    return heading, paragraph, item, _as_text(fragment, said, bulleted)


class _Said(NamedTuple):
    """What the words of a fragment tell, whatever their type.

    `body` is all after its number, of so many `words`. `stops`: it ends in a stop. `single`: one row that
    leaves room. `short`: such a row that is not a sentence. `bare`: nothing but a label and its number, or
    such a row in the middle with a title in the middle below it.
    """

    body: str
    words: int
    stops: bool
    single: bool
    short: bool
    bare: bool

    @classmethod
    def of(cls, fragment: Fragment) -> _Said:
        lines = fragment.lines
        line = lines[0]
        body = " ".join([line.body, *[other.text for other in lines[1:]]]).rstrip()
        single = len(lines) == 1 and not line.full
        short = single and not ends_sentence(body)
        return cls(
            body,
            body.count(" ") + 1,
            stops=len(body) > 3 and _stops(body),
            single=single,
            short=short and not body.endswith(","),
            bare=line.markers[0].form is _LABEL
            and (says_no_more(line.markers[0], fragment.text) or _is_titled(fragment)),
        )


def _goes_on(before: Fragment | None, said: _Said) -> bool:
    """Whether a row in small letters goes on with a sentence that is open above it: it is an item, also where
    the whole sentence is in bold."""
    return before is not None and said.body[:1].islower() and _OPEN.search(before.last.text) is not None


def _stops(body: str) -> bool:
    if body.endswith(_STOPS):
        return True
    return body[-1:] in ")]" and REFERRED.search(body) is not None


def _is_titled(fragment: Fragment) -> bool:
    """Whether a title stands right below a part's label: "Annex II" / "AGENDA"."""
    lines = fragment.lines
    return lines[0].labels_part and all(line.centred for line in lines)


def _as_heading(fragment: Fragment, said: _Said, looks: float, over: bool) -> float:
    """What it costs to take a numbered fragment for a heading. `over`: plain text stands below it."""
    line = fragment.first
    marker = line.markers[0]
    if marker.form in SIGNS or marker.form is Form.POINT:
        return NEVER
    lettered = marker.form is Form.STOP and marker.system in _LETTERS
    lettered = lettered or (marker.system is System.CHINESE and marker.form in (Form.COMMA, _LABEL))
    cost = 0.0 if looks >= HEADING else 0.6 if looks >= 1.2 else 0.9 if lettered and said.short else 3.2
    if said.bare:
        cost = min(cost, 0.9)
    elif said.stops:
        closed = said.body[-1] in _CLOSING
        boxed = line.row.box > 0 and said.words >= _SENTENCE
        cost += 0.6 if line.caps or (over and looks >= HEADING and not boxed) else 2.4 if closed else 0.8
    if marker.label in RECOMMENDATION_LABELS and said.stops and said.words > 7:
        cost += 2.0  # a sentence under a label is a boxed paragraph, however it is set
    if said.words > 34 or (len(fragment.lines) > 3 and looks < HEADING):
        # what is bold and larger than the text, without a stop, is a heading however long it runs
        cost += (
            0.3 if looks >= _CLEARLY and not said.stops else 1.5 if said.words < 60 and looks >= 2 else 4.0
        )
    if not said.body:
        cost += 1.0
    return cost


def _as_paragraph(fragment: Fragment, said: _Said, looks: float, habits: Habits) -> float:
    """What it costs to take a numbered fragment for a paragraph."""
    marker = fragment.first.markers[0]
    cost = 1.0 if looks >= HEADING else 0.0
    if said.short:
        cost += 0.7
    if marker.form in BRACKETS:
        counts = marker.system in (_DIGITS, System.CHINESE)
        cost += NEVER if not counts else 0.0 if marker.form in habits.dresses else _IN_BRACKETS
    elif marker.form is _BARE:
        cost += _BARE_PARAGRAPH.get(marker.system, 2.5)
    elif marker.form is _LABEL:
        # a label without a sentence is the heading of what follows
        counts = marker.label in RECOMMENDATION_LABELS or _is_filed(fragment.first)
        cost += NEVER if not counts else 1.6 if said.bare else 0.4
    elif (
        marker.form in SIGNS or marker.form is Form.POINT or (marker.system is System.WORD and not said.stops)
    ):
        cost = NEVER
    elif marker.system not in (_DIGITS, System.CHINESE, System.WORD):
        cost += _NO_FIGURES
    if marker.form in (Form.STOP, _BARE) and habits.hung(fragment):
        cost += 0.15
    return cost


def _as_item(fragment: Fragment, said: _Said, looks: float, habits: Habits) -> float:
    """What it costs to take a numbered fragment for an item."""
    marker = fragment.first.markers[0]
    if marker.form is _LABEL:
        return 0.0 if looks < HEADING and _is_filed(fragment.first) else NEVER
    cost = 0.8 if looks >= HEADING else 0.5 if looks >= _SET_APART else 0.0
    if marker.form in habits.dresses and marker.system is _DIGITS:
        cost += 0.0 if said.single or habits.hung(fragment) else 0.1
    if marker.form is _BARE:
        cost += _BARE_ITEM.get(marker.system, 0.0)
    return cost


def _fills_margin(fragment: Fragment) -> bool:
    """Whether a Roman numeral with a stop stands a tabulator before whole sentences, of which all other rows
    begin below the numeral: so summaries count their paragraphs, while a list's entries hang."""
    line, marker = fragment.first, fragment.first.markers[0]
    if not line.set_off or marker.form is not Form.STOP or marker.system not in _ROMAN:
        return False
    below = fragment.lines[1:]
    alike = all(abs(other.indent - line.indent) < _MARGIN for other in below)
    return bool(below) and alike and fragment.last.ends_sentence


def _is_in_article(found: Sequence[Fragment], index: int) -> bool:
    """Whether a number stands right below the heading of an article or of a commentary, of which it counts
    the paragraphs."""
    for block in reversed(found[max(0, index - 2) : index]):
        if block.heading >= HEADING and COMMENTARY.fullmatch(block.text):
            return True
        if block.heading < HEADING or len(block.lines) > _TITLE_ROWS:
            return False
        if block.first.markers:
            return block.first.markers[0].label in ARTICLE_LABELS
    return False


def _attributes(before: Fragment | None, fragment: Fragment, after: Fragment | None) -> bool:
    """Whether a row after a long dash says whose words stand above it: "— Anna L., teacher". No list is of
    one entry alone, without words that lead to it."""
    if before is None or len(fragment.lines) > 1 or not fragment.text.startswith("—"):
        return False
    dashed = any(
        other.first.markers and other.first.markers[0].form is Form.DASH
        for other in (before, after)
        if other is not None
    )
    return not dashed and ends_sentence(before.text.rstrip('”"’»“ '))


def _is_filed(line: Line) -> bool:
    """Whether a row's number is one of a year's, and no part of its text: "2026/114"."""
    return line.markers[0].label == SYMBOL_LABEL and line.marker_end > 0


def _as_text(fragment: Fragment, said: _Said, bulleted: bool) -> float:
    """What it costs to take no number there at all: the more, the clearer a new block begins."""
    line = fragment.first
    marker = line.markers[0]
    if bulleted:
        cost = 2.6  # nothing but an item begins with a bullet
    elif fragment.start >= BREAK:
        cost = 2.6 if fragment.start >= BREAK + 0.5 else 1.4
    else:
        cost = max(0.0, 0.8 * (fragment.start + 0.5))
    bare = marker.form is _BARE and not line.set_off
    if (bare or marker.form is _LABEL) and fragment.heading < HEADING:
        lead = marker.label in RECOMMENDATION_LABELS and line.head_bold
        cost *= 1.0 if marker.form is _LABEL and (lead or said.bare) else 0.4
    return cost
