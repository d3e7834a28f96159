"""The depth of each heading in the outline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.extraction.numbering.markers import Form
from model.extraction.structure.blocks import SECTION
from model.extraction.structure.cuts import Fragment
from model.extraction.structure.lines import Line

_Key = tuple[object, ...]


class _Above(NamedTuple):
    """A heading that is open: its level, its run (None without a number), its looks and how large they are."""

    level: int
    run: _Key | None
    style: _Key
    rank: float
    top: bool


def set_levels(found: Sequence[Fragment]) -> None:
    """Gives every heading its level: numbers by their runs, the others by their type against those above."""
    stack: list[_Above] = []
    for block in found:
        if block.kind != SECTION:
            continue
        marker = block.choice.marker
        run = (*marker.run,) if marker is not None else None
        style, rank = _style(block.first), _rank(block.first)
        keep = (
            _numbered(stack, block, run, style, rank)
            if run is not None
            else _unnumbered(stack, block, style, rank)
        )
        del stack[keep:]
        block.level = stack[-1].level + 1 if stack else 1
        stack.append(_Above(block.level, run, style, rank, block.top))


def _numbered(stack: list[_Above], block: Fragment, run: _Key, style: _Key, rank: float) -> int:
    """How many of the open headings stay above a numbered one."""
    marker = block.choice.marker
    assert marker is not None
    if not block.choice.opens:
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth].run == run:
                return depth
    if block.top and not any(above.top and above.rank > rank + 1 for above in stack):
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
    while keep < len(stack) and stack[keep].run is None and _goes_above(stack[keep], style, rank):
        keep += 1
    return keep


def _goes_above(above: _Above, style: _Key, rank: float) -> bool:
    return (above.style != style and above.rank > rank) or above.top


def _unnumbered(stack: list[_Above], block: Fragment, style: _Key, rank: float) -> int:
    if block.top and not any(above.top and above.rank > rank + 1 for above in stack):
        return 0
    for depth in range(len(stack) - 1, -1, -1):
        above = stack[depth]
        if above.run is None and above.style == style:
            return depth
    keep = len(stack)
    while keep and not (stack[keep - 1].rank > rank or (stack[keep - 1].top and not block.top)):
        keep -= 1
    return keep


def _style(line: Line) -> _Key:
    return (*line.style, line.centred, line.underlined)


def _rank(line: Line) -> float:
    """How high a heading's type stands: size first, then weight, capitals, place."""
    return (
        4.0 * round(line.size)
        + (3.0 if line.bold else 0.0)
        + (2.0 if line.caps else 0.0)
        + (1.0 if line.centred else 0.0)
        + (0.5 if line.underlined else 0.0)
        - (1.0 if line.italic else 0.0)
    )


def is_label(block: Fragment) -> bool:
    marker = block.choice.marker
    return marker is not None and marker.form is Form.LABEL
