"""Headings inside a count of paragraphs that is not the report's own stand below the heading that opened it.

A draft resolution or a decision counts its paragraphs across its headings; so does a chapter with 6.1 ...
6.73 under four headings set like its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from model.extraction.numbering.forms import Form
from model.extraction.numbering.systems import System
from model.extraction.structure.fragments import ITEM, PARAGRAPH, SECTION, Fragment


class _Count(NamedTuple):
    """A count of paragraphs: its dress, the heading that opened it (the report's own has none) and those over
    which it goes on, by index."""

    key: tuple[Form, System, tuple[int, ...]]
    opener: int | None
    inside: list[int]


def lower_within_counts(found: Sequence[Fragment]) -> None:
    """Puts them a level deeper, once all headings have theirs."""
    for count in _counts(found):
        plain = all(found[at].choice.marker is None for at in count.inside)
        if count.opener is None or not count.inside or not plain:
            continue
        if _are_labelled_alike(found[at] for at in (count.opener, *count.inside)):
            continue
        if min(found[at].level for at in count.inside) != found[count.opener].level:
            continue
        for block in found[count.inside[0] : count.inside[-1] + 1]:
            if block.kind == SECTION:
                block.level += 1


def _counts(found: Sequence[Fragment]) -> Iterator[_Count]:
    """Every count of paragraphs, when it is over."""
    going: list[_Count] = []
    heads: list[int] = []  # since the last paragraph
    markers = [block.choice.marker for block in found if block.kind == PARAGRAPH]
    parts = {one.prefix for one in markers if one is not None and one.prefix}  # two of 2.1, 2.2, 3.1
    chapters = set()
    for at, block in enumerate(found):
        marker = block.choice.marker
        if block.kind == SECTION:
            heads.append(at)
            if marker is not None:
                chapters.add((*marker.prefix, marker.value))
            continue
        if (block.kind == ITEM or marker is None) and block.last.ends_sentence:
            heads = []  # they have text of their own, unlike a preamble's clauses
        if block.kind != PARAGRAPH or marker is None or marker.form is Form.LABEL:
            continue
        depth = max(1, block.choice.depth)
        key = (marker.form, marker.system, marker.prefix)
        goes_on = len(going) >= depth and going[depth - 1].key == key and not block.choice.opens
        keep = depth if goes_on else depth - 1
        yield from going[keep:]
        del going[keep:]
        if goes_on:
            going[depth - 1].inside.extend(heads)
        else:
            # 2.1, 2.2, ... are counted by chapter 2, whatever text stands between it and its first heading
            own = marker.prefix in chapters or (depth == 1 and (not marker.prefix or len(parts) == 1))
            opener = None if own or not heads or _is_counted(found[heads[0]]) else heads[0]
            going.append(_Count(key, opener, heads[1:]))
        heads = []
    yield from going


def _are_labelled_alike(headings: Iterable[Fragment]) -> bool:
    """Whether the headings within a count bear the label of the one that opened it ("Chapter 2: Graves",
    "Chapter 3: Ashes", named again in a summary): they stand beside it."""
    labels = {next((one.label for one in heading.first.markers), "") for heading in headings}
    return len(labels) == 1 and labels != {""}


def _is_counted(heading: Fragment) -> bool:
    """Whether a heading has a number that is not a label's ("2. Aims", not "Draft decision 2")."""
    marker = heading.choice.marker
    return marker is not None and marker.form is not Form.LABEL
