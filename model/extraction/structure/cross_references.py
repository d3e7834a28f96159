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
    """The blocks with each such row put to what it stands below. Where headings with references follow each
    other, they are a list's entries: a heading has text below it, or one other heading that has."""
    out: list[Fragment] = []
    for block in found:
        if out and _is_reference(block):
            out[-1].lines.extend(block.lines)
            out[-1].reasons.append("with a reference below it")
        else:
            out.append(block)
    at = 0
    for style, alike in itertools.groupby(out, _style_of_entry):
        run = list(alike)
        at += len(run)
        text_below = at < len(out) and out[at].kind == PARAGRAPH
        if style is not None and len(run) > 1 + text_below:
            for entry in run:
                entry.kind = PARAGRAPH
    return out


def _is_reference(block: Fragment) -> bool:
    """Whether a block is nothing but such a row."""
    line = block.first
    if not line.text.startswith(_BRACKETS) or len(block.lines) > 1 or block.number:
        return False
    return (line.gap or 9.0) < _NEAR and CROSS_REFERENCE.match(line.text) is not None


def _style_of_entry(block: Fragment) -> tuple[float, bool, bool, int] | None:
    """The type of a block without a number that ends in a reference in brackets; None of others."""
    if block.number or block.kind not in (PARAGRAPH, SECTION):
        return None
    return block.first.style if CROSS_REFERENCE.search(block.last.text) is not None else None
