"""Headings that others tell by their type: a report sets those of one kind alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from model.extraction.likeness import heading_key
from model.extraction.structure.fragments import SECTION, SURE, Fragment
from model.extraction.structure.looks import HEADING, style_of
from model.extraction.wording import BESIDE_CHAPTERS, REFERENCES

# So little may be missing to a heading that is set like others.
_NEARLY = 0.6
# A heading's words may be cut in the running header, but not so soon.
_CUT = 30


def agree(found: list[Fragment], scores: Mapping[int, float]) -> None:
    """Rows that are nearly headings are such where most that is set like them is: type is used alike. Several
    right below each other are a list's, unless the last heads text; one with another heading's words runs
    over its pages."""
    heads = Counter([style_of(found[at].first) for at in scores if found[at].kind == SECTION])
    nearly = [
        at for at, score in scores.items()
        if HEADING - _NEARLY <= score < HEADING and len(found[at].lines) == 1 and found[at].heading > 0
    ]  # fmt: skip
    if not nearly:
        return
    others = Counter([
        style_of(found[at].first) for at, score in scores.items() if score < HEADING - _NEARLY
    ])  # fmt: skip
    named = {heading_key(block.text)[:_CUT] for block in found if block.kind == SECTION}
    for at in nearly:
        if heading_key(found[at].text)[:_CUT] in named:
            continue
        style = style_of(found[at].first)
        around = found[max(0, at - 1) : at] + [one for one in found[at + 1 : at + 2] if one.kind != SECTION]
        beside = [style_of(block.first) for block in around]
        if style not in beside and heads[style] > max(1, others[style]):
            found[at].kind = SECTION
            found[at].reasons = ["set like other headings"]


def trust_repeated(found: Sequence[Fragment]) -> None:
    """Headings without a number are sure by their words, or the surer, the more are set in one type."""
    plain = [block for block in found if block.kind == SECTION and not block.number]
    often = Counter([style_of(block.first) for block in plain])
    for block in plain:
        text = block.text
        known = text.strip(" *:.").casefold() in BESIDE_CHAPTERS or REFERENCES.fullmatch(text) is not None
        others = 0.1 * (often[style_of(block.first)] - 1)
        block.confidence = SURE if known else min(SURE, block.confidence + others)
