"""The headings that are open above the next one, and how many of them stay open above it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from model.extraction.numbering.forms import Form, Marker
from model.extraction.numbering.labels import (
    ANNEX_LABELS,
    RECOMMENDATION_LABELS,
    SKIPPING_LABELS,
    SYMBOL_LABEL,
    TOP_LABELS,
)
from model.extraction.numbering.systems import System
from model.extraction.structure.drafts import announces
from model.extraction.structure.fragments import SECTION, Fragment
from model.extraction.structure.lines import Line
from model.extraction.wording import BESIDE_CHAPTERS

Key = tuple[object, ...]
# What chapters are counted in.
CHAPTERS = (System.UPPER_ROMAN, System.UPPER, System.DIGITS)


class OpenHeading(NamedTuple):
    """A heading that is open: its level, its run (None without a number), its looks and their rank.

    `sent`: a letter sends the report that it heads; `front`: it names front matter, such as a foreword;
    `explains`: it heads a commentary, beside which the articles stand that it explains.
    """

    level: int
    run: Key | None
    style: Key
    rank: float
    top: bool
    value: int = 0
    centred: bool = False
    label: str = ""
    sent: bool = False
    front: bool = False
    explains: bool = False


def kept_above_numbered(
    stack: Sequence[OpenHeading], block: Fragment, before: Fragment | None, marker: Marker, style: Key,
    rank: float, over: Set[tuple[Key, Key]],
) -> int:  # fmt: skip
    """How many of the open headings stay above a numbered one, with its `style` and the `rank` of that.

    `over`: the styles of headings below which a run of numbers begins again, each with that run.
    """
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
    if marker.form is Form.LABEL and announces(before) and all(above.run != run for above in stack):
        return len(stack)  # "... adopted the following resolution:"
    # below the numbered headings that stay open in the solver's reading, and what hangs between them
    numbered = 0
    keep = 0
    for depth, above in enumerate(stack):
        if above.run is not None:
            numbered += 1
            if numbered > block.depth - 1:
                break
            keep = depth + 1
    if _heads_parts(run):
        for depth in range(keep, len(stack)):
            if stack[depth].explains:
                return depth
    within = marker.label in RECOMMENDATION_LABELS
    while keep < len(stack) and stack[keep].run is None:
        above = stack[keep]
        counted = (within and above.rank >= rank) or (above.style, run) in over
        if not (counted or _goes_above(above, style, rank)):
            break
        keep += 1
    if keep == 1 and not numbered and not stack[0].top and _begins_chapters(block, before):
        return 0
    return keep


def kept_above_unnumbered(
    stack: Sequence[OpenHeading], block: Fragment, before: Fragment | None, style: Key, rank: float,
    outer: bool,
) -> int:  # fmt: skip
    """How many of the open headings stay above one without a number.

    `outer`: it has a part that is set like itself.
    """
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


def stands_beside_chapters(stack: Sequence[OpenHeading], block: Fragment, style: Key, keep: int) -> bool:
    """Whether a heading without a number, set like one that stands beside the chapters, does so too: below a
    labelled one that is set otherwise, below a chapter set alike, or where chapters with numbers are set and
    centred like it."""
    chapter = stack[0]
    if chapter.top:
        inner = stack if chapter.label in ANNEX_LABELS else stack[1:]
        return keep == 1 and not any(above.style == style for above in inner)
    alike = chapter.style == style and chapter.centred == block.first.centred and chapter.run is not None
    return alike and all(above.run is not None for above in stack)


def ends_front_matter(stack: Sequence[OpenHeading], block: Fragment, rank: float) -> bool:
    """Whether a heading of the chapters' type stands beside the front matter right above it, though that is
    set larger: it begins a page, or stands higher than the headings within the front matter."""
    if not stack[0].front:
        return False
    return block.first.gap is None or (len(stack) > 1 and stack[1].rank < rank)


def kept_above_label(stack: Sequence[OpenHeading], style: Key) -> int:
    """How many of the open headings stay above a label without a number: down to that of a series set alike,
    beside which it stands ("Draft decision" after "Draft resolution II")."""
    series = (at for at, one in enumerate(stack) if one.run and is_series(one.run) and one.style == style)
    return next(series, len(stack))


def kept_above_appendix(stack: Sequence[OpenHeading]) -> int:
    """How many of the open headings stay above an appendix: down to an annex, if one is open."""
    return next((depth + 1 for depth, above in enumerate(stack) if above.label in ANNEX_LABELS), 0)


def is_series(run: Key) -> bool:
    """Whether a run counts resolutions, decisions or drafts of them, each of which may have its own annex."""
    filed = run[-1] == SYMBOL_LABEL
    return run[0] is Form.LABEL and run[-1] not in TOP_LABELS and (filed or run[-1] not in SKIPPING_LABELS)


def _numbered_up_to(stack: Sequence[OpenHeading], depth: int) -> int:
    return sum(above.run is not None for above in stack[: depth + 1])


def _begins_chapters(block: Fragment, before: Fragment | None) -> bool:
    """Whether the first of a count of headings begins a page, after text: what has no number in front of it,
    such as a summary, stands beside the chapters however it is set."""
    marker = block.choice.marker
    first = marker is not None and marker.value == 1 and marker.system in CHAPTERS
    return first and block.first.gap is None and before is not None and before.kind != SECTION


def _goes_above(above: OpenHeading, style: Key, rank: float) -> bool:
    return (above.style != style and above.rank > rank) or above.top


def _neither(one: Line, two: Line) -> bool:
    """Whether one of two types is larger and the other one bold: neither stands higher."""
    return (round(one.size) - round(two.size)) * (one.bold - two.bold) < 0


def _right_below(before: Fragment | None, block: Fragment) -> bool:
    """Whether a heading opens what a larger one right above it heads: "Summary" / "Introduction"."""
    larger = before is not None and before.kind == SECTION and before.first.size > block.first.size + 0.9
    return larger and block.first.gap is not None


def _stays(above: OpenHeading, style: Key, rank: float) -> bool:
    """Whether an open heading stays above one without a number: also a numbered one that is set alike, but
    for chapters, beside which others without a number may stand."""
    labelled = above.run is not None and _heads_parts(above.run) and above.rank >= rank
    numbered_alike = above.run is not None and above.level > 1 and above.style == style
    return labelled or numbered_alike or above.rank > rank or above.top


def _heads_parts(run: Key) -> bool:
    """Whether a run counts agenda items, decisions or the like, below which all other headings stand."""
    return run[0] is Form.LABEL and run[-1] not in RECOMMENDATION_LABELS
