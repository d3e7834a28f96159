"""Who signs: a name with a post, or a place with a date, set line by line below the text that is signed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.dates import find_date
from model.extraction.structure.fragments import PARAGRAPH, SECTION, Fragment
from model.extraction.wording import BODY, PERSON

# The rows of one stand this near to each other (leadings), at one edge (points), and this far below the text;
# there are no more of them.
_SOLID, _EDGE, _SPACE, _MOST = 1.22, 2.0, 1.45, 4
# "A. Smith", "J.R. Roe", "А. Петров": a person, too.
_INITIALS = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁ]\.\s?)+[A-ZÀ-ÞА-ЯЁ][^\W\d_]")
# "Jean Petit", "(Signed) Ana María Roe": this many words, each with a capital.
_SIGNED = re.compile(r"\(\w+\)\s*")
_WORDS = range(2, 5)
# They leave this much of the column free.
_ROOM = 0.3


def with_signatures(found: Sequence[Fragment]) -> list[Fragment]:
    """The blocks, the rows of each signature put together: those right before a heading and at the end."""
    groups: list[list[Fragment]] = []
    for block in found:
        if groups and _goes_on(groups[-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    signing: list[list[Fragment]] | None = []  # the groups between the text and what is looked at, from below
    for above, group in zip(reversed(groups[:-1]), reversed(groups), strict=False):
        if signing is not None and _may_sign(group[0]) and _stands_apart(group[0]):
            signing.append(group)
            if _is_closed(above[-1]):
                for one in signing:
                    _put_together(one)
                signing = None
            elif not _may_sign(above[-1]):
                signing = None
        else:
            signing = [] if group[0].kind == SECTION else None
    return [block for group in groups for block in group]


def _put_together(group: list[Fragment]) -> None:
    """Makes one block of a group that names a person or tells a day, except several persons below each
    other; rows that do neither are entries of a list."""
    persons = sum(_is_person(block.text) for block in group)
    signs = persons or any(_may_be_person(block.text) or find_date(block.text) for block in group)
    if 1 < len(group) <= _MOST and persons < 2 and signs:
        group[0].lines.extend(line for block in group[1:] for line in block.lines)
        group[0].reasons.append("rows of a signature")
        del group[1:]


def _is_person(text: str) -> bool:
    return bool(PERSON.match(text) or _INITIALS.match(text))


def _may_be_person(text: str) -> bool:
    """Whether a row may be a person's name, and is none of a body's."""
    words = _SIGNED.sub("", text).split()
    capitals = all(word[0].isupper() and not any(map(str.isdigit, word)) for word in words)
    return len(words) in _WORDS and capitals and BODY.match(text) is None


def _may_sign(block: Fragment) -> bool:
    """Whether a block is one short plain row without a number and a stop."""
    line = block.first
    if block.kind != PARAGRAPH or block.number or len(block.lines) > 1 or line.ends_sentence:
        return False
    return line.room > _ROOM * (line.row.right - line.row.left) and line.text[-1:] not in ",،，"


def _goes_on(group: Sequence[Fragment], block: Fragment) -> bool:
    """Whether a row stands right below one that may sign, at its edge."""
    line = block.first
    near = line.gap is not None and line.gap < _SOLID and abs(line.row.x0 - group[0].first.row.x0) < _EDGE
    return near and _may_sign(block) and all(map(_may_sign, group))


def _stands_apart(block: Fragment) -> bool:
    return block.first.gap is None or block.first.gap > _SPACE


def _is_closed(block: Fragment) -> bool:
    """Whether a block is text that is finished, and leads to nothing."""
    return block.kind != SECTION and block.last.ends_sentence and block.text.rstrip()[-1:] not in ":：;；"
