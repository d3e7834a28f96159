"""Rows in brackets that say where what they stand below is treated: "(Paragraph 45)", as lists of conclusions
have them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from model.extraction.structure.fragments import PARAGRAPH, SECTION, Fragment
from model.extraction.wording import CROSS_REFERENCE

# Such a row stands no further below (of lines).
_NEAR = 1.8
_BRACKETS = ("(", "[", "（")


def with_cross_references(found: Sequence[Fragment]) -> list[Fragment]:
    """The blocks with each such row put to what it stands below. Where one heading with a
    reference follows another, both are a list's entries: a heading has text below it."""
    out: list[Fragment] = []
    for block in found:
        if out and _is_reference(block):
            out[-1].lines.extend(block.lines)
            out[-1].reasons.append("with a reference below it")
        else:
            out.append(block)
    for one, two in itertools.pairwise(out):
        if _is_entry(one) and _is_entry(two) and one.first.style == two.first.style:
            for entry in (one, two):
                entry.kind = PARAGRAPH
    return out


def _is_reference(block: Fragment) -> bool:
    """Whether a block is nothing but such a row."""
    line = block.first
    if not line.text.startswith(_BRACKETS) or len(block.lines) > 1 or block.number:
        return False
    return (line.gap or 9.0) < _NEAR and CROSS_REFERENCE.match(line.text) is not None


def _is_entry(block: Fragment) -> bool:
    """Whether a block without a number ends in a reference in brackets."""
    if block.number or block.kind not in (PARAGRAPH, SECTION):
        return False
    return CROSS_REFERENCE.search(block.last.text) is not None
