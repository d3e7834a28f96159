"""The depth of each heading in the outline."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from model.extraction.numbering.forms import Form, Marker
from model.extraction.numbering.labels import (
    ANNEX_LABELS,
    APPENDIX_LABELS,
    RECOMMENDATION_LABELS,
    SKIPPING_LABELS,
    TOP_LABELS,
)
from model.extraction.numbering.systems import System
from model.extraction.structure.counts_within import lower_within_counts
from model.extraction.structure.fragments import PARAGRAPH, SECTION, Fragment
from model.extraction.structure.heading_types import looks_of, over_counts
from model.extraction.structure.lines import Line
from model.extraction.structure.looks import style_of
from model.extraction.wording import BESIDE_CHAPTERS, BYLINE, LETTER, NOTES, REFERENCES, REPORT_OF
from model.words import ends_in_colon

_Key = tuple[object, ...]
# What chapters are counted in.
_CHAPTERS = (System.UPPER_ROMAN, System.UPPER, System.DIGITS)
# At least this many of a report's headings, and this share of them, are its chapters and what is within them.
_SEVERAL, _MOST = 3, 0.6
# Text that ends like this goes on below.
_RUNS_ON = (",", ";", ":", "،", "؛", "，", "；", "：")
_ENDS_WITH_SYMBOL = re.compile(r"\([A-Z][\w.]*/[^\s()]*\d[^\s()]*\)\s*$")


class _Above(NamedTuple):
    """A heading that is open: its level, its run (None without a number), its looks and their rank; whether a
    letter sends the report that it heads."""

    level: int
    run: _Key | None
    style: _Key
    rank: float
    top: bool
    value: int = 0
    centred: bool = False
    label: str = ""
    sent: bool = False


def set_levels(found: Sequence[Fragment], title: str) -> None:
    """Gives every heading its level: numbers by their runs, the others by their type against those above.
    Where the `title` is that of a letter, all that it sends stands below the heading of the report sent."""
    walk = _Walk(found, sends=LETTER.match(title) is not None)
    for at, block in enumerate(found):
        if block.kind == SECTION:
            walk.take(at, block)
    lower_within_counts(found)


class _Walk:
    """Goes from heading to heading; `take` gives the next its level. `sends`: a letter sends the report."""

    def __init__(self, found: Sequence[Fragment], sends: bool) -> None:
        self._found = found
        self._sends = sends
        self._parts = _parts(found)
        self._last = _last_of_runs(found)
        self._chapters = _first_chapter(found, self._last)
        self._looks = looks_of(found)
        self._over = over_counts(found, self._looks)
        self._open: list[_Above] = []
        self._begun = False  # a heading stands above
        self._beside: set[_Key] = set()  # how those without a number are set that stand beside the chapters

    def take(self, at: int, block: Fragment) -> None:
        above = self._open
        if block.aside:
            block.level = above[-1].level + 1 if above else 1
            return
        marker = block.choice.marker
        style, rank = self._looks[at]
        del above[self._kept(at, block) :]
        block.level = above[-1].level + 1 if above else 1
        if block.top and marker is not None and marker.value > 1 and block.choice.opens:
            self._beside.clear()  # an excerpt begins in the middle of a chapter
        if block.level == 1 and marker is None:
            self._beside.add(style)
        byline = marker is None and not self._begun and _is_byline(block)
        sent = byline and self._sends
        if byline and not sent and not _heads(self._found, at + 1):
            return  # "Report by the Director-General" stands over the text, not over its headings
        self._begun = True
        above.append(
            _Above(
                block.level,
                run=marker.run if marker is not None else None,
                style=style,
                rank=rank,
                top=block.top,
                value=marker.value if marker is not None else 0,
                centred=block.first.centred,
                label=_label(block),
                sent=sent,
            )
        )

    def _kept(self, at: int, block: Fragment) -> int:
        """How many of the open headings stay above one."""
        above = self._open
        before = self._found[at - 1] if at else None
        style, rank = self._looks[at]
        is_part, has_parts = self._parts[at]
        if block.choice.marker is not None:
            keep = _numbered(above, block, before, block.choice.marker, style, rank, self._over)
            if at == self._chapters and not any(one.run is not None or one.top for one in above):
                keep = 0
        elif above and ((is_part and above[-1].style == style) or (not block.top and _announces(before))):
            keep = _beside_series(above, style) if _label(block) else len(above)
        else:
            keep = _unnumbered(above, block, before, style, rank, outer=has_parts)
            if keep and style in self._beside and _beside_chapters(above, block, style, keep):
                keep = 0
            if keep and self._closes(block):
                keep = 0
        # the annex of a decision that others follow is a part of that decision
        series = above[0].run if above else None
        within = block.top and series is not None and _of_a_series(series) and self._last[series] > at
        sent = bool(above) and above[0].sent and style != above[0].style
        annexes = _annexes(above) if _label(block) in APPENDIX_LABELS else 0
        return max(keep, int(within or sent), annexes)

    def _closes(self, block: Fragment) -> bool:
        """Whether it heads the references or the notes of a whole report, whose outermost headings have no
        numbers: no other heading says the same."""
        outermost, text = self._open[0], block.text
        if (
            outermost.top
            or outermost.run is not None
            or not (REFERENCES.fullmatch(text) or NOTES.fullmatch(text))
        ):
            return False
        return sum(other.kind == SECTION and other.text == text for other in self._found) == 1


def _label(block: Fragment) -> str:
    return block.first.label if block.choice.marker is None else block.choice.marker.label


def _beside_chapters(stack: Sequence[_Above], block: Fragment, style: _Key, keep: int) -> bool:
    """Whether a heading without a number, set like one that stands beside the chapters, does so too: below a
    labelled one that is set otherwise, below a chapter set alike, or where chapters with numbers are set and
    centred like it."""
    chapter = stack[0]
    if chapter.top:
        inner = stack if chapter.label in ANNEX_LABELS else stack[1:]
        return keep == 1 and not any(above.style == style for above in inner)
    alike = chapter.style == style and chapter.centred == block.first.centred and chapter.run is not None
    return alike and all(above.run is not None for above in stack)


def _beside_series(stack: Sequence[_Above], style: _Key) -> int:
    """How many of the open headings stay above a label without a number: down to that of a series set alike,
    beside which it stands ("Draft decision" after "Draft resolution II")."""
    series = (at for at, one in enumerate(stack) if one.run and _of_a_series(one.run) and one.style == style)
    return next(series, len(stack))


def _annexes(stack: Sequence[_Above]) -> int:
    """How many of the open headings stay above an appendix: down to an annex, if one is open."""
    return next((depth + 1 for depth, above in enumerate(stack) if above.label in ANNEX_LABELS), 0)


def _is_byline(block: Fragment) -> bool:
    return bool(BYLINE.match(block.text) or REPORT_OF.match(block.text))


def _heads(found: Sequence[Fragment], at: int) -> bool:
    return at < len(found) and found[at].kind == SECTION


def _last_of_runs(found: Sequence[Fragment]) -> dict[_Key, int]:
    """Where the last heading of each run of numbers stands."""
    return {
        block.choice.marker.run: at
        for at, block in enumerate(found)
        if block.kind == SECTION and block.choice.marker is not None
    }


def _first_chapter(found: Sequence[Fragment], last: Mapping[_Key, int]) -> int:
    """Where the first heading stands of a count that most headings of a report belong to, or stand within,
    after text (-1: nowhere): what stands in front of it without a number, such as a foreword, stands beside
    its chapters, however large it is set."""
    sections = [at for at, block in enumerate(found) if block.kind == SECTION]
    for at in sections:
        marker = found[at].choice.marker
        if marker is None:
            continue
        counts = marker.value == 1 and marker.system in _CHAPTERS and marker.form is not Form.LABEL
        inside = [place for place in sections if at <= place <= last[marker.run]]
        before = found[at - 1] if at else None
        text = before is not None and before.kind != SECTION and before.last.text[-1:] not in _RUNS_ON
        return at if counts and text and len(inside) >= max(_SEVERAL, _MOST * len(sections)) else -1
    return -1


def _of_a_series(run: _Key) -> bool:
    """Whether a run counts resolutions, decisions or drafts of them, each of which may have its own annex."""
    return run[0] is Form.LABEL and run[-1] not in TOP_LABELS and run[-1] not in SKIPPING_LABELS


def _heads_parts(run: _Key) -> bool:
    """Whether a run counts agenda items, decisions or the like, below which all other headings stand."""
    return run[0] is Form.LABEL and run[-1] not in RECOMMENDATION_LABELS


def _parts(found: Sequence[Fragment]) -> list[tuple[bool, bool]]:
    """For each block whether it is a part of the heading right above it, and whether it has such a part.

    Of two headings that are set alike, with nothing between, the second is the first one's part where it has
    no number. Documents that are named one below the other are not: "Draft decision (A/79/L.72)".
    """
    alike = [False]
    for one, two in itertools.pairwise(found):
        plain = one.kind == two.kind == SECTION and two.choice.marker is None and not two.first.apart
        same = plain and not two.top and style_of(one.first) == style_of(two.first)
        alike.append(same and not _ENDS_WITH_SYMBOL.search(one.text))
    firsts = [here and not before for before, here in zip([False, *alike], alike, strict=False)]
    return list(zip(firsts, [*firsts[1:], False], strict=True))


def _announces(before: Fragment | None) -> bool:
    """True for a numbered paragraph that leads to the heading below: "... the following draft decision:"."""
    if before is None or before.kind != PARAGRAPH or not before.number:
        return False
    return ends_in_colon(before.text)


def _numbered(
    stack: list[_Above], block: Fragment, before: Fragment | None, marker: Marker, style: _Key, rank: float,
    over: Set[tuple[_Key, _Key]],
) -> int:  # fmt: skip
    """How many of the open headings stay above a numbered one."""
    run = marker.run
    if not block.choice.opens:
        same = [depth for depth, above in enumerate(stack) if above.run == run]
        next_to = [depth for depth in same if stack[depth].value == marker.value - 1]
        at_depth = [depth for depth in same if _numbered_up_to(stack, depth) == block.depth]
        for depths in ([d for d in next_to if stack[d].style == style], next_to, at_depth):
            if depths:
                return depths[-1]
    nested = _right_below(before, block) or any(above.top and above.rank > rank + 1 for above in stack)
    if block.top and not nested:
        return 0
    # below the numbered headings that stay open in the solver's reading, and what hangs between them
    numbered = 0
    keep = 0
    for depth, above in enumerate(stack):
        if above.run is not None:
            numbered += 1
            if numbered > block.depth - 1:
                break
            keep = depth + 1
    within = marker.label in RECOMMENDATION_LABELS
    while keep < len(stack) and stack[keep].run is None:
        above = stack[keep]
        if not (within or (above.style, run) in over or _goes_above(above, style, rank)):
            break
        keep += 1
    if keep == 1 and not numbered and not stack[0].top and _begins_chapters(block, before):
        return 0
    return keep


def _numbered_up_to(stack: Sequence[_Above], depth: int) -> int:
    return sum(above.run is not None for above in stack[: depth + 1])


def _begins_chapters(block: Fragment, before: Fragment | None) -> bool:
    """Whether the first of a count of headings begins a page, after text: what has no number in front of it,
    such as a summary, stands beside the chapters however it is set."""
    marker = block.choice.marker
    first = marker is not None and marker.value == 1 and block.choice.opens and marker.system in _CHAPTERS
    return first and block.first.gap is None and before is not None and before.kind != SECTION


def _goes_above(above: _Above, style: _Key, rank: float) -> bool:
    return (above.style != style and above.rank > rank) or above.top


def _unnumbered(
    stack: list[_Above], block: Fragment, before: Fragment | None, style: _Key, rank: float, outer: bool
) -> int:
    part = block.text.strip(" *:.").casefold() in BESIDE_CHAPTERS and not any(above.run for above in stack)
    if part and not _right_below(before, block):
        return 0
    if block.top:
        return 0
    if block.first.centred and block.first.gap is None and not any(above.centred for above in stack):
        return 0  # alone in the middle of a new page: beside the chapters
    if before is not None and before.kind == SECTION and _neither(before.first, block.first):
        return len(stack)  # with nothing between them, the second is a part of the first
    # what is set like an annex's heading and follows it first is the title of what is annexed
    beside = len(stack) - 1 if stack and stack[-1].top else len(stack)
    alike = [d for d, above in enumerate(stack[:beside]) if above.run is None and above.style == style]
    if alike:
        return alike[0] if outer else alike[-1]
    keep = len(stack)
    while keep and not _stays(stack[keep - 1], style, rank):
        keep -= 1
    return keep


def _neither(one: Line, two: Line) -> bool:
    """Whether one of two types is larger and the other one bold: neither stands higher."""
    return (round(one.size) - round(two.size)) * (one.bold - two.bold) < 0


def _right_below(before: Fragment | None, block: Fragment) -> bool:
    """Whether a heading opens what a larger one right above it heads: "Summary" / "Introduction"."""
    larger = before is not None and before.kind == SECTION and before.first.size > block.first.size + 0.9
    return larger and block.first.gap is not None


def _stays(above: _Above, style: _Key, rank: float) -> bool:
    """Whether an open heading stays above one without a number: also a numbered one that is set alike, but
    for chapters, beside which others without a number may stand."""
    labelled = above.run is not None and _heads_parts(above.run) and above.rank >= rank
    numbered_alike = above.run is not None and above.level > 1 and above.style == style
    return labelled or numbered_alike or above.rank > rank or above.top
