"""Lists of one entry: a State that sends one participant, among others that send several."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from model.extraction.structure.fragments import ITEM, PARAGRAPH, SECTION, Fragment
from model.extraction.structure.looks import style_of
from model.extraction.wording import PERSON

# Entries of one kind begin within so many points.
_ALIKE = 2.0
# Below so many headings that are set alike a list shows that what stands alone below another is one, too.
_SEVERAL = 2


def lone_entries(found: Sequence[Fragment]) -> Iterator[Fragment]:
    """The paragraphs of one row that stand alone below a heading as the first entries of lists without
    numbers do below others that are set alike: several, or one if a person is named."""
    firsts = [
        (head, entry) for head, entry in itertools.pairwise(found)
        if head.kind == SECTION and entry.kind == ITEM and entry.choice.marker is None
    ]  # fmt: skip
    for at, block in enumerate(found[1:], 1):
        head = found[at - 1]
        if head.kind != SECTION or head.number or not _is_alone(found, at):
            continue
        alike = (
            style_of(head.first) == style_of(other.first)
            and style_of(block.first) == style_of(entry.first)
            and abs(block.first.indent - entry.first.indent) < _ALIKE
            for other, entry in firsts
        )
        if sum(alike) >= (1 if PERSON.match(block.text) else _SEVERAL):
            yield block


def _is_alone(found: Sequence[Fragment], at: int) -> bool:
    """Whether a paragraph without a number, no sentence, is one row and all that its heading is over."""
    block = found[at]
    if block.kind != PARAGRAPH or block.number or len(block.lines) > 1 or block.last.ends_sentence:
        return False
    return at + 1 == len(found) or found[at + 1].kind == SECTION
