"""Boxes that stand within a section, with a title and text of their own, behind which the section goes on."""

from __future__ import annotations

import itertools
from collections.abc import Sequence, Set

from model.extraction.structure.fragments import SECTION, Fragment
from model.extraction.structure.heading_types import is_higher
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


def _box(block: Fragment) -> int:
    return block.first.row.box


def _stands_aside(heads: Sequence[Fragment], own: Set[Style], above: Sequence[Fragment]) -> bool:
    styles = {style_of(block.first) for block in heads}
    plain = not any(block.top or block.choice.marker is not None for block in heads)
    if BOXED.match(heads[0].text):
        return plain and bool(above)
    return plain and len(styles) == 1 and not styles & own and any(is_higher(a, heads[0]) for a in above)
