"""From rows to the tree: the second half of extraction."""

from __future__ import annotations

from collections.abc import Sequence

from model.extraction.footnotes import mark_of
from model.extraction.rows import Row, Zone
from model.extraction.structure.blocks import blocks
from model.extraction.structure.levels import set_levels
from model.extraction.structure.lines import lines_of
from model.extraction.structure.measures import measure
from model.extraction.structure.texts import words_of
from model.extraction.structure.tree import tree_of
from model.extraction.structure.units import units_of
from model.nodes import Node


def build(rows: Sequence[Row]) -> list[Node]:
    """The nodes of a document in reading order, with parents, ranks, levels, numbers and anchors.

    Every row is in exactly one node.
    """
    units = units_of(rows)
    marks = frozenset(mark_of(unit.rows[0])[0] for unit in units if unit.zone is Zone.FOOTNOTE) - {""}
    body = [at for at, row in enumerate(rows) if row.zone is Zone.BODY]
    lines = [line for line in lines_of([rows[at] for at in body], marks)]
    place = {id(rows[at]): at for at in body}
    words = words_of(line.text for line in lines)
    found = blocks(lines, measure(lines))
    set_levels(found)
    return tree_of([(place[id(block.first.row)], block) for block in found], units, words)
