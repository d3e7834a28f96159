"""What the solver's choices make of fragments, and what becomes of numbers that it left to the text though
they are printed as numbers: misread ones, and ones out of order."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence

from model.extraction.numbering.forms import Form, Marker
from model.extraction.numbering.labels import RECOMMENDATION_LABELS, TOP_LABELS
from model.extraction.numbering.runs import Choice, Key, Use
from model.extraction.numbering.systems import System
from model.extraction.structure.fragments import BREAK, ITEM, PARAGRAPH, SECTION, SURE, Fragment
from model.extraction.structure.looks import HEADING

# Numbers of one margin begin this near each other (points).
_MARGIN = 2.0
# What a number out of order costs as a choice: it may be a slip of the pen, or a date.
_OUT_OF_ORDER = 3.0
# This many headings tell how those of their count are set.
_SEVERAL = 2
# This many words over several rows are a sentence though they are bold.
_SENTENCE = 9
_KINDS = {Use.HEADING: SECTION, Use.PARAGRAPH: PARAGRAPH, Use.ITEM: ITEM}


def take(fragment: Fragment, choice: Choice) -> None:
    """Stores in a fragment what the solver chose for it."""
    fragment.choice = choice
    fragment.confidence = max(0.3, SURE - 0.1 * choice.cost)
    marker = choice.marker
    if marker is None:
        return
    fragment.depth = choice.depth
    fragment.number = marker.printed
    fragment.kind = _KINDS[choice.use]
    if marker.form is Form.CODE and fragment.kind == SECTION:
        # it stays in a heading's text, and tells nothing of its level
        fragment.choice = choice._replace(marker=None)
    if marker.form is Form.LABEL:
        fragment.top = marker.label in TOP_LABELS
        if marker.label in RECOMMENDATION_LABELS and fragment.kind == PARAGRAPH:
            fragment.number = fragment.first.text[: _label_end(fragment)].strip(" .:")
    what = "opens a run" if choice.opens else "follows the number before it"
    fragment.reasons.append(f"number {marker.printed} {what}")
    if choice.gap:
        fragment.reasons.append(f"{choice.gap} numbers missing before it")


def put_right(found: Sequence[Fragment]) -> None:
    """Corrects numbers of which recognition misread a sign: "15." between 44 and 46 is 45."""
    counted = [block for block in found if block.choice.use is Use.PARAGRAPH]
    for one, two in itertools.pairwise(counted):
        before, after = one.choice.marker, two.choice.marker
        if before is None or after is None or before.run != after.run or after.value != before.value + 2:
            continue
        meant = after._replace(value=before.value + 1, printed=str(before.value + 1))
        between = found[found.index(one) + 1 : found.index(two)]
        read = [block for block in between if block.start >= BREAK and _is_misread(block, meant)]
        if len(read) == 1:
            take(read[0], one.choice._replace(marker=meant._replace(end=read[0].first.markers[0].end)))


def _is_misread(block: Fragment, meant: Marker) -> bool:
    """Whether a number that was left to the text differs from the expected one by one sign."""
    if block.kind or not block.first.markers:
        return False
    marker = block.first.markers[0]
    if marker.run != meant.run or len(marker.printed) != len(meant.printed):
        return False
    return sum([a != b for a, b in zip(marker.printed, meant.printed, strict=True)]) == 1


def keep_out_of_order(found: Sequence[Fragment]) -> None:
    """Numbers that no run goes on with are kept where paragraphs or headings clearly begin with them, at one
    margin with others in their dress: an excerpt may print 5 before 3, and a slip may skip or repeat a
    number."""
    _keep_headings(found)
    dresses: defaultdict[tuple[object, ...], list[Fragment]] = defaultdict(list)
    left = []
    for block in found:
        marker = block.choice.marker
        if marker is None and not block.kind and _begins_paragraph(block):
            marker = block.first.markers[0]
            left.append((block, marker))
        elif block.kind != PARAGRAPH:
            continue
        if marker is not None and marker.system is System.DIGITS:
            dresses[marker.form, len(marker.prefix), marker.outer].append(block)
    for block, marker in left:
        alike = dresses[marker.form, len(marker.prefix), marker.outer]
        if any(
            other is not block and abs(other.first.indent - block.first.indent) < _MARGIN for other in alike
        ):
            take(block, Choice(Use.PARAGRAPH, marker, 1, cost=_OUT_OF_ORDER))
            block.reasons[-1] = f"number {marker.printed} out of order"


def _keep_headings(found: Sequence[Fragment]) -> None:
    """Keeps the numbers of those that are set as the other headings of a count are: a board takes up item 3
    of its agenda after item 12."""
    counted: defaultdict[tuple[Key, int], list[Fragment]] = defaultdict(list)
    for block in found:
        if block.kind == SECTION and (marker := block.choice.marker) is not None:
            counted[marker.run, block.style].append(block)
    for block in found:
        marker = block.first.markers[0] if block.first.markers and not block.kind else None
        if marker is None or marker.label or marker.system is not System.DIGITS or block.heading < HEADING:
            continue
        if marker.form is Form.BARE and not block.first.set_off:
            continue  # it may be a quantity
        alike = counted.get((marker.run, block.style), ())
        level = [other for other in alike if abs(other.first.indent - block.first.indent) < _MARGIN]
        if len(level) >= _SEVERAL and block.start > BREAK and not block.last.ends_sentence:
            take(block, Choice(Use.HEADING, marker, level[-1].depth, cost=_OUT_OF_ORDER))
            block.reasons[-1] = f"number {marker.printed} out of order"


def _begins_paragraph(block: Fragment) -> bool:
    """Whether a sentence or more begins with a number where the layout alone begins a new block."""
    marker = block.first.markers[0] if block.first.markers else None
    if marker is None or marker.label or marker.system is not System.DIGITS:
        return False  # "§ 7" may be cited
    counts = marker.form in (Form.STOP, Form.DOTTED)
    plain = block.heading < HEADING or (len(block.lines) > 1 and block.text.count(" ") >= _SENTENCE)
    return counts and block.start > BREAK and plain and block.last.ends_sentence


def _label_end(fragment: Fragment) -> int:
    marker = fragment.choice.marker
    assert marker is not None
    return marker.behind(fragment.first.text)
