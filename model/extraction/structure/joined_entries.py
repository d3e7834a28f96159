"""Entries of lists over several lines: names with their posts, addresses, labels with their text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.extraction.structure.fragments import PARAGRAPH, Fragment
from model.extraction.structure.lists import make_item, may_be_entry
from model.extraction.wording import PERSON, SIGNED

# Persons have their posts on lines of their own where at least this many have.
_POSTED, _MOST = 2, 0.6
# An address ends with an e-mail, and has at most this many letters; a list has at least so many of them.
_MAILED = re.compile(r"\S+@[\w.-]+\.\w{2,}$")
_LONGEST, _ADDRESSES = 300, 3


def joined_entries(found: Sequence[Fragment]) -> list[Fragment]:
    """The blocks with the rows of each entry put together."""
    return _with_labels(_with_posts(_with_addresses(found)))


def _with_posts(found: Sequence[Fragment]) -> list[Fragment]:
    """The blocks with the posts of persons, set on lines of their own, put to the names above them."""
    groups: list[list[Fragment]] = []
    for block in found:
        if groups and _is_post(groups[-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    persons = [group for group in groups if may_be_entry(group[0]) and PERSON.match(group[0].text)]
    posted = sum(len(group) > 1 for group in persons)
    usual = posted >= _POSTED and posted > _MOST * len(persons)
    out: list[Fragment] = []
    for group in groups:
        if len(group) > 1 and (usual or SIGNED.match(group[0].text)):
            group[0].lines.extend(line for block in group[1:] for line in block.lines)
            del group[1:]
        out.extend(group)
    if usual:
        for name, *_ in persons:
            make_item(name, 1)
    return out


def _is_post(group: Sequence[Fragment], block: Fragment) -> bool:
    """Whether a short row stands right below a person's name, in its column, and names no other person."""
    name, before, line = group[0], group[-1].last, block.first
    near = line.gap is not None and line.gap < 1.15 and abs(line.row.x0 - before.row.x0) < 14
    if not near or line.bold or line.text[-1:] in ":：":
        return False
    if len(block.lines) > 1 or not (may_be_entry(name) and may_be_entry(block)):
        return False
    signs = PERSON.match(name.text) or SIGNED.match(name.text)
    return signs is not None and PERSON.match(block.text) is None


def _with_addresses(found: Sequence[Fragment]) -> list[Fragment]:
    """The blocks with the lines of each address, down to its e-mail, put together, where a list has some."""
    ends: dict[int, int] = {}  # by where an address begins, where it ends
    at = 0
    while at < len(found):
        end = at + 1
        while end < len(found) and not _is_mailed(found[end - 1]) and _is_set_solid(found, at, end):
            end += 1
        plain = found[at].kind == PARAGRAPH and not found[at].number
        letters = sum([block.letters for block in found[at:end]])
        if plain and letters < _LONGEST and _is_mailed(found[end - 1]):
            ends[at] = end
        at = end
    if len(ends) < _ADDRESSES:
        return list(found)
    inside = {at for start, end in ends.items() for at in range(start + 1, end)}
    for start, end in ends.items():
        found[start].lines.extend(line for other in found[start + 1 : end] for line in other.lines)
        make_item(found[start], 1)
    return [block for at, block in enumerate(found) if at not in inside]


def _is_mailed(block: Fragment) -> bool:
    """Whether a block ends with an e-mail."""
    last = block.last.text
    return "@" in last and _MAILED.search(last) is not None


def _is_set_solid(found: Sequence[Fragment], start: int, at: int) -> bool:
    """Whether a block goes on right below the one before as an address does, in its type and at its edge."""
    first, line = found[start].first, found[at].first
    if found[at].kind != PARAGRAPH or found[at].number or line.apart or line.style != first.style:
        return False
    return line.gap is not None and line.gap < 1.22 and abs(line.row.x0 - first.row.x0) < 2


def _with_labels(found: Sequence[Fragment]) -> list[Fragment]:
    """The blocks with labels set out before their text ("In favour:" over many States) put to it, where one
    text of a run of such pairs is long. Where all are short, they are a list: roles and who holds them."""
    out: list[Fragment] = []
    at = 0
    while at < len(found):
        end = at
        while end + 1 < len(found) and _is_labelled(found[end], found[end + 1]):
            end += 2
        pairs = list(zip(found[at:end:2], found[at + 1 : end : 2], strict=True))
        long = any(len(text.lines) > 2 and all(line.full for line in text.lines[:-1]) for _, text in pairs)
        if long and len(pairs) > 1:
            for label, text in pairs:
                label.lines.extend(text.lines)
                label.reasons.append("a label set out before its text")
            out.extend(label for label, _ in pairs)
        else:
            out.extend(found[at : max(end, at + 1)])
        at = max(end, at + 1)
    return out


def _is_labelled(label: Fragment, text: Fragment) -> bool:
    """Whether a row is a label with a colon, and a block stands set in right below it, or below it in another
    slant."""
    if any(block.kind != PARAGRAPH or block.number for block in (label, text)) or len(label.lines) > 1:
        return False
    above, below = label.first, text.first
    near = below.gap is not None and below.gap < 1.15
    short = above.text.rstrip()[-1:] in ":：" and above.text.count(" ") < 4
    shift = below.indent - above.indent
    return near and short and (6 < shift < 60 or (abs(shift) < 1 and above.italic and not below.italic))
