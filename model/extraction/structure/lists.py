"""Lists without numbers: officers, members, speakers and references, set line by line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from model.extraction.structure.cuts import hour
from model.extraction.structure.fragments import ITEM, PARAGRAPH, SECTION, Fragment
from model.extraction.structure.lines import ends_sentence
from model.extraction.structure.lone_entries import lone_entries
from model.extraction.wording import PERSON, REFERENCES
from model.words import ends_in_colon

# "Lead evaluator: Ada Eze": a label in bold and who or what it is.
_LABELLED = re.compile(r"[^:：]{2,60}[:：]\s?\S")
# "Sheila Moss, Clerk": a name in bold, and behind its comma who that is.
_WITH_POST = re.compile(r"[^\W\d][^,;:.]{3,60}, \S")
# "Oland: Mr. P. Lindgren": a State or a body, and who represents it.
_DELEGATION = re.compile(r"[^:：.;]{2,60}[:：]\s?")
# "Annex 1. Terms of reference": one of several parts that are only named.
_PART = re.compile(r"\s*([^\W\d]{3,}) \d{1,3}[a-z]?[.:]? +[^\W\d]")
# A list of persons or of parts set as paragraphs has at least so many entries; right below a heading, where
# none is a sentence, this many.
_SOME, _FEW = 3, 2
# Its entries have fewer letters than this, on average.
_ENTRY = 200
# Names stand this far in from the role above them (points).
_SET_IN = 6
# This much wider than that between names the space below a role may be.
_EVEN = 1.1


def mark_lists(found: Sequence[Fragment]) -> None:
    """Turns unnumbered paragraphs that are entries of a list into items, with their depth."""
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and (may_be_entry(found[end]) or _is_among_entries(found, at, end)):
            end += 1
        if end > at:
            _short_entries(found, at + _is_lead(found, at, end), end)
            at = end
        else:
            at += 1
    _long_entries(found)
    for block in list(lone_entries(found)):
        make_item(block, 1)


def _is_lead(found: Sequence[Fragment], start: int, end: int) -> bool:
    """Whether the first of a run of short texts, most of them single rows, leads to the others: it ends in
    a colon, and is not a role over names, as others of the run would then be set like it."""
    lead, others = found[start], found[start + 1 : end]
    text = lead.text.rstrip()
    if text[-1:] not in ":：" or text.count(" ") < 3 or len(others) < 2:
        return False
    if sum([len(other.lines) for other in others]) > 1.5 * len(others):
        return False
    return not any(
        other.text.rstrip()[-1:] in ":：" and other.first.style == lead.first.style for other in others
    )


def _is_among_entries(found: Sequence[Fragment], start: int, at: int) -> bool:
    """Whether a single row, however long, is placed like the entries of the list above it."""
    block, before = found[at], found[at - 1]
    plain = block.kind == PARAGRAPH and not block.number and len(block.lines) == 1
    if at - start < 2 or not plain:
        return False
    text = block.text.rstrip()
    if text[-1:] in ",،:：" or _is_sentence(text):
        return False
    alike = abs(block.first.indent - before.first.indent) < 2 and block.first.style == before.first.style
    return alike and (block.first.gap is None or block.first.gap > 1.22)


def may_be_entry(block: Fragment) -> bool:
    """A short text without a number that is not a sentence; one that ends with a semicolon may be longer."""
    if block.kind != PARAGRAPH or block.number or len(block.lines) > 3:
        return False
    line = block.first
    text = block.text.rstrip()
    if text[-1:] in ",،，" or (text.startswith("(") and text.endswith(")")):
        return False  # a remark: "(spoke in French)"
    if text[-1:] in ":：" and len(block.lines) > 1:
        return False  # it leads to what follows
    if text[-1:] in ";；؛":
        return len(text) < 240
    if _is_sentence(text):
        return False
    return len(block.lines) > 1 or line.room > 0.12 * (line.row.right - line.row.left)


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and text.rstrip()[-1:] not in ":："


def _short_entries(found: Sequence[Fragment], start: int, end: int) -> None:
    """Rows right below a heading or below what ends with a colon."""
    before = found[start - 1] if start else None
    roles = [at for at in range(start, end) if ends_in_colon(found[at].text)]
    if roles == [end - 1]:
        end -= 1  # it leads to what follows the list
        roles = []
    led = before is not None and ends_in_colon(before.text)
    under = before is not None and before.kind == SECTION
    long = [
        at for at in range(start, end) if len(found[at].lines) > 1 or found[at].text.rstrip()[-1:] in ";；؛"
    ]
    if not led and (not under or end - start < 2 or long):
        return
    if led and found[end - 1].text.rstrip()[-1:] in ";；؛" and end < len(found):
        # the last entry of such a list ends with a full stop
        last = found[end]
        if last.kind == PARAGRAPH and not last.number and len(last.lines) <= 3:
            end += 1
    for at in range(start, end):
        make_item(found[at], 2 if roles and roles[0] < at and at not in roles else 1)


def _long_entries(found: Sequence[Fragment]) -> None:
    """References under their heading, and persons, labels and parts that follow one another."""
    references = False
    for block in found:
        if block.kind == SECTION:
            references = bool(REFERENCES.fullmatch(block.text))
        elif references and block.kind == PARAGRAPH and not block.number:
            make_item(block, 1)
    under = False
    for named, run in itertools.groupby(found, _named):
        blocks = list(run)
        headed, under = under, blocks[-1].kind == SECTION
        few = _FEW if headed and not any(block.last.ends_sentence for block in blocks) else _SOME
        if not named or len(blocks) < few or all(map(_tells, blocks)):
            continue
        if sum(len(b.text) for b in blocks) < _ENTRY * len(blocks):
            for block in blocks:
                make_item(block, 1)


def mark_within_lists(found: Sequence[Fragment]) -> None:
    """Takes for paragraphs the rows in italics or underlined that stand over text between a counted entry and
    the next one: an agenda names the documents of an item below it ("Documentation")."""
    entry: Fragment | None = None
    for at, block in enumerate(found):
        if block.kind == SECTION and entry is not None and _parts_list(found, at, entry):
            block.kind = PARAGRAPH
            block.reasons = ["stands within a list"]
        elif block.kind == SECTION or (block.kind == PARAGRAPH and block.number):
            entry = None
        elif block.kind == ITEM and block.choice.marker is not None and block.depth == 1:
            entry = block


def _parts_list(found: Sequence[Fragment], at: int, entry: Fragment) -> bool:
    """Whether a plain heading has text below it, and then comes the entry after this one."""
    block, end = found[at], at + 1
    if block.number or block.top or block.first.bold or len(block.lines) > 1:
        return False
    while end < len(found) and found[end].kind == PARAGRAPH and not found[end].number:
        end += 1
    if end in (at + 1, len(found)) or found[end].kind != ITEM or found[end].choice.opens:
        return False
    one, two = entry.choice.marker, found[end].choice.marker
    return one is not None and two is not None and one.run == two.run and two.value == one.value + 1


def mark_roles(found: Sequence[Fragment]) -> None:
    """Turns two or more rows like headings ("Members", "Apologies") that have names set in below them into
    entries of one list with these, where it stands below a heading of another type or a lead-in. A heading
    has space of its own below it; such a row stands over a name as that does over the next."""
    at = 1
    while at < len(found):
        roles = [at]
        end = _end_of_names(found, at)
        while end < len(found) and _goes_on_with_role(found, at, end):
            roles.append(end)
            end = _end_of_names(found, end)
        above = found[at - 1]
        led = above.text.rstrip()[-1:] in ":：" or above.kind == SECTION
        other = above.first.style != found[at].first.style
        if len(roles) > 1 and led and other and _is_evenly_set(found, roles, end):
            for index in range(at, end):
                make_item(found[index], 1 if index in roles else 2)
        at = max(end, at + 1)


def _is_evenly_set(found: Sequence[Fragment], roles: Sequence[int], end: int) -> bool:
    """Whether roles stand no further above the first of their names than these do above each other."""
    gaps = {at: found[at].first.gap for at in range(roles[0] + 1, end) if at not in roles}
    below = [gap for at, gap in gaps.items() if gap is not None and at - 1 in roles]
    between = [gap for at, gap in gaps.items() if gap is not None and at - 1 not in roles]
    return bool(below and between) and max(below) < _EVEN * min(between)


def _end_of_names(found: Sequence[Fragment], role: int) -> int:
    """The block after the names set in below a heading without number; its own index where none is."""
    if found[role].kind != SECTION or found[role].number:
        return role
    end, edge = role + 1, found[role].first.indent
    while end < len(found) and _is_name(found[end]) and found[end].first.indent > edge + _SET_IN:
        end += 1
    return end if end > role + 1 else role


def _goes_on_with_role(found: Sequence[Fragment], first: int, at: int) -> bool:
    """Whether names stand below a heading that is set as the `first` one of a list is."""
    return found[at].first.style == found[first].first.style and _end_of_names(found, at) > at


def _is_name(block: Fragment) -> bool:
    plain = block.kind != SECTION and not block.number and not _tells(block)
    return plain and PERSON.match(block.text) is not None


def _tells(block: Fragment) -> bool:
    """Whether a paragraph is a sentence over several rows, as what persons said fills in a record."""
    return len(block.lines) > 1 and block.text.rstrip(' "”»’)')[-1:] in (".", "。", "?", "؟")


def _named(block: Fragment) -> str:
    """What a paragraph opens with that names a person, a delegation with its first member, or an hour, labels
    words in bold, or, with its number, names an annex or another part."""
    if block.kind != PARAGRAPH or block.number:
        return ""
    if PERSON.match(block.text):
        return "person"
    delegation = _DELEGATION.match(block.text)
    if delegation is not None and PERSON.match(block.text, delegation.end() - 1):
        return "delegation"
    if hour(block.text) is not None:
        return "hour"
    line = block.first
    if line.head_bold and not (line.end_bold or ends_sentence(block.text)):
        if _LABELLED.match(line.text):
            return "label"
        if _WITH_POST.match(line.text):
            return "person"
    part = _PART.match(block.text) if may_be_entry(block) else None
    return part[1] if part is not None else ""


def make_item(block: Fragment, depth: int) -> None:
    """Turns a block into an entry of a list without numbers."""
    block.kind = ITEM
    block.depth = depth
    block.choice = block.choice._replace(opens=depth == 1)
    block.reasons = ["entry of a list without numbers"]
