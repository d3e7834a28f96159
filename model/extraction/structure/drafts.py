"""Headings inside a draft that a paragraph gives in full: they stand below the draft's title, though they are
set as it is. A draft decision may approve an agenda that it sets out below its clauses."""

from __future__ import annotations

from collections.abc import Sequence

from model.extraction.structure.fragments import PARAGRAPH, SECTION, Fragment
from model.extraction.structure.looks import style_of
from model.extraction.wording import BODY
from model.words import ends_in_colon

# A body's name, over what it enacts, ends like this.
_ENACTING = ",:،，："


def announces(before: Fragment | None) -> bool:
    """True for a numbered paragraph that leads to the heading below: "... the following draft decision:"."""
    if before is None or before.kind != PARAGRAPH or not before.number:
        return False
    return ends_in_colon(before.text)


def lower_within_drafts(found: Sequence[Fragment]) -> None:
    """Puts them a level deeper, once all headings have theirs."""
    for at, title in enumerate(found):
        if _is_plain(title) and at and announces(found[at - 1]) and _enacts(found, at):
            _lower_below(found, at)


def _lower_below(found: Sequence[Fragment], title: int) -> None:
    """Lowers the headings between a draft's title and where the count of the paragraph that announces it goes
    on. Others that enact are the titles of further drafts."""
    level, style = found[title].level, style_of(found[title].first)
    within = False
    for at in range(title + 1, len(found)):
        block = found[at]
        if block.kind != SECTION:
            continue
        if block.level < level or _heads_next(found, at, found[title - 1]):
            return
        if block.level == level:
            within = _is_plain(block) and style_of(block.first) == style and not _enacts(found, at)
        block.level += within


def _is_plain(block: Fragment) -> bool:
    return block.kind == SECTION and block.choice.marker is None and not block.top


def _enacts(found: Sequence[Fragment], heading: int) -> bool:
    """Whether a body is named right below a heading, over what it enacts: "The Council,"."""
    if heading + 1 == len(found) or found[heading + 1].kind != PARAGRAPH:
        return False
    text = found[heading + 1].text.rstrip()
    return text[-1:] in _ENACTING and BODY.match(text.rstrip(_ENACTING)) is not None


def _heads_next(found: Sequence[Fragment], heading: int, before: Fragment) -> bool:
    """Whether the next paragraph of a count stands below a heading, before any other one."""
    for block in found[heading + 1 :]:
        if block.kind == SECTION:
            return False
        if block.kind == PARAGRAPH and (one := block.choice.marker) and (two := before.choice.marker):
            return one.run == two.run and block.choice.depth == before.choice.depth and not block.choice.opens
    return False
