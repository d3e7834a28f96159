"""Boxes that stand within a section: with a title and text of their own, after which the section goes on, or
with a recommendation each, counted among the boxes."""

from __future__ import annotations

import itertools
from collections.abc import Sequence, Set

from model.extraction.numbering.forms import Form
from model.extraction.numbering.runs import Key
from model.extraction.structure.fragments import SECTION, Fragment
from model.extraction.structure.hanging import BRACKETS
from model.extraction.structure.heading_types import is_higher
from model.extraction.structure.lines import ends_sentence
from model.extraction.structure.looks import Style, style_of
from model.extraction.wording import BOXED


def mark_asides(found: Sequence[Fragment]) -> None:
    """Numbers the blocks of each box that stands aside: it opens with a title and has text below it.

    The headings of such a box are set alike, as no other heading outside boxes, and one that stands higher
    is above. A box with headings of several types, or with the report's own, holds a part of the outline,
    unless its title counts it: "Box 3".
    """
    boxes = [list(inside) for _, inside in itertools.groupby(found, key=_box)]
    outside = [b for box in boxes if not _box(box[0]) for b in box if b.kind == SECTION]
    own = {style_of(block.first) for block in outside}
    above: list[Fragment] = []
    before = 0
    for number, box in enumerate(boxes, 1):
        heads = [block for block in box if block.kind == SECTION]
        aside = 0
        if not _box(box[0]):
            above += heads
        elif before and not heads:
            aside = before  # it goes on, on the next page
        elif box[0] in heads and len(heads) < len(box) and _stands_aside(heads, own, above):
            aside = number
        for block in box:
            block.aside = aside
        before = aside


def counted_boxes(found: Sequence[Fragment]) -> set[int]:
    """The fragments (by index) that open boxes which are counted one by one, each with a sentence: so an
    audit office counts its recommendations, among paragraphs that are counted on their own."""
    opened: dict[Key, list[int]] = {}
    for at, block in enumerate(found):
        begins = _box(block) and (not at or _box(found[at - 1]) != _box(block))
        if begins and block.first.markers and ends_sentence(block.text):
            opened.setdefault(block.first.markers[0].run, []).append(at)
    return {at for run, places in opened.items() if _count_up(found, run, places) for at in places}


def _count_up(found: Sequence[Fragment], run: Key, places: Sequence[int]) -> bool:
    """Whether the numbers that open boxes are 1, 2 and so on, none left out."""
    values = [found[at].first.markers[0].value for at in places]
    return run[0] in (Form.STOP, *BRACKETS) and len(values) > 1 and values == list(range(1, len(values) + 1))


def _box(block: Fragment) -> int:
    return block.first.row.box


def _stands_aside(heads: Sequence[Fragment], own: Set[Style], above: Sequence[Fragment]) -> bool:
    styles = {style_of(block.first) for block in heads}
    plain = not any(block.top or block.choice.marker is not None for block in heads)
    if BOXED.match(heads[0].text):
        return plain and bool(above)
    return plain and len(styles) == 1 and not styles & own and any(is_higher(a, heads[0]) for a in above)
