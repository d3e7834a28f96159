"""Headings over several lines: a label and its text, rows of one style set solid, remarks in brackets."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from model.extraction.numbering.forms import Form
from model.extraction.numbering.labelled import is_label_alone, says_no_more
from model.extraction.numbering.labels import RECOMMENDATION_LABELS, SYMBOL_LABEL
from model.extraction.structure.cuts import breaks_off
from model.extraction.structure.fragments import PARAGRAPH, SECTION, Fragment
from model.extraction.structure.looks import HEADING, Style, is_bracketed
from model.extraction.structure.measures import Measures
from model.extraction.wording import ADOPTED_BELOW, AGENDA, BOXED, opens_report
from model.words import ends_open

# What belongs to a label alone, such as "Annex I", stands no further below it (of lines).
_LABEL_GAP = 3.4
# Gaps that differ by less are alike (of lines).
_ALIKE = 0.15
_REMARK = re.compile(r"\s*\[[^\]]{3,60}\]\s*")


def joined_headings(found: Sequence[Fragment], usual: Measures) -> list[Fragment]:
    """Headings over several lines: a label and its text, or rows of one style set solid."""
    out: list[Fragment] = []
    parts = _parts(found)
    for at, block in enumerate(found):
        before = out[-1] if out else None
        if before is not None and (
            _heads_as_others_do(found, at, before, parts) or breaks_off(before.lines, block.first, usual)
        ):
            out.append(block)
        elif before is not None and (
            _goes_on(before, block) or _is_remark(before, block) or _names_box(before, block)
        ):
            if len(out) > 1 and _is_spaced_alike(out[-2], before, block):
                out.pop()
                out[-1].lines.extend(before.lines)
                before = out[-1]
            before.lines.extend(block.lines)
            if not ADOPTED_BELOW.match(before.text):
                before.kind = SECTION
            before.reasons.append("goes on over several lines")
        else:
            out.append(block)
    return out


def _parts(found: Sequence[Fragment]) -> dict[str, set[Style]]:
    """The labels at least half of which head others, each with the types of these: a report's labels of one
    name are read alike."""
    alone: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    types: defaultdict[str, set[Style]] = defaultdict(set)
    for at, (label, block) in enumerate(itertools.pairwise(found), 1):
        if block.first.bold and _is_label_alone(label):
            name = _label(label)
            alone[name] += 1
            if _heads_others(found, at, label):
                heads[name] += 1
                types[name].add(block.first.style)
    return {name: types[name] for name, count in heads.items() if 2 * count >= alone[name]}


def _heads_as_others_do(
    found: Sequence[Fragment], at: int, label: Fragment, parts: Mapping[str, Set[Style]]
) -> bool:
    """Whether a label alone heads what stands below it, though that be a single heading, as its like do."""
    types = parts.get(_label(label))
    if types is None:
        return False
    block = found[at]
    alone = block.first.style in types and block.first.bold and _is_label_alone(label)
    return alone or _heads_others(found, at, label)


def _label(block: Fragment) -> str:
    """What a labelled heading calls itself: "part", "annex"."""
    marker = block.choice.marker
    return marker.label if marker is not None and marker.form is Form.LABEL else block.first.label


def _heads_others(found: Sequence[Fragment], at: int, label: Fragment) -> bool:
    """Whether smaller headings set alike follow below a label alone ("Part I"): then none is its text. What
    stands right over the first of a count is: "Annex" / "Report on a visit" / "I. Introduction"."""
    block = found[at]
    if not block.first.bold or label.first.size < block.first.size + 1.6 or not _is_label_alone(label):
        return False
    if not block.number and at + 1 < len(found) and _opens_count(found[at + 1], block):
        return False
    for other in found[at + 1 :]:
        if other.top:
            return False
        if other.kind == SECTION and other.first.style == block.first.style:
            return True
    return False


def _opens_count(below: Fragment, block: Fragment) -> bool:
    """Whether a heading is the first of a count, and set as the one right above it."""
    marker = below.choice.marker if below.kind == SECTION else None
    first = marker is not None and marker.form is not Form.LABEL and marker.value == 1
    return first and below.first.style == block.first.style


def _goes_on(before: Fragment, block: Fragment) -> bool:
    """Whether a heading without a number is the rest of the heading above it."""
    gap = block.first.gap
    if block.number or gap is None or block.first.apart or block.top:
        return False
    item = _names_item(block)
    if block.kind != SECTION and not (item or _is_part(before, block) or _is_named(before, block)):
        return False
    if before.kind != SECTION and not (before.kind == PARAGRAPH and before.heading >= HEADING):
        return False
    if _is_label_alone(before):
        # "Recommendation 1.2.1" in plain type refers to one, and names no heading below it
        refers = _label(before) in RECOMMENDATION_LABELS and block.first.bold and not before.first.bold
        return gap < _LABEL_GAP and not refers and not _begins_left(before, block)
    bracketed = len(block.lines) == 1 and is_bracketed(block.first)
    open_ = before.text.rstrip()[-1:] == "," or block.first.starts_low or bracketed
    close = gap < 1.8 if open_ else gap <= (1.3 if before.first.size > 11 else 1.22)
    # capitals say nothing of a row in brackets
    told = 3 if bracketed else 4
    alike = before.last.style[:told] == block.first.style[:told]
    opens = not before.number and opens_report(block.text, before.text)
    return close and not opens and (item or alike or _goes_on_labelled(before, block))


def _names_item(block: Fragment) -> bool:
    """Whether a row in brackets says under which item of the agenda a heading falls: "(Agenda item 4)"."""
    one = len(block.lines) == 1 and not block.number and is_bracketed(block.first)
    return one and AGENDA.match(block.text.strip(" ()")) is not None


def _begins_left(label: Fragment, block: Fragment) -> bool:
    """Whether a heading below a label in the middle is set otherwise and begins at the left: by itself."""
    one, two = label.last, block.first
    return one.centred and not two.centred and not two.full and one.style != two.style


def _goes_on_labelled(before: Fragment, block: Fragment) -> bool:
    """Whether a row goes on centred below a labelled heading, in capitals or not ("Doc. EX.CL/1642")."""
    one, two = before.last, block.first
    alike = one.bold and two.bold and round(one.size) == round(two.size) and one.italic == two.italic
    return alike and one.row.centred and two.row.centred and bool(_label(before))


def _names_box(label: Fragment, block: Fragment) -> bool:
    """Whether a heading names the box that a row by itself above it counts: "Box 1"."""
    counted = BOXED.match(label.text) if len(label.lines) == 1 else None
    if counted is None or counted["text"] or block.kind != SECTION or block.number or block.first.apart:
        return False
    return label.first.row.box == block.first.row.box and (block.first.gap or 9.0) < _LABEL_GAP


def _is_part(before: Fragment, block: Fragment) -> bool:
    """Whether a block set like a heading is not a sentence, but a part of one; above a comma, where the next
    begins with a small letter, both are: "Statement of the Group, / made by the Ambassador"."""
    if block.heading < HEADING:
        return False
    if before.kind != SECTION:
        comma = before.text.rstrip()[-1:] == "," and block.first.starts_low
        return comma and not before.number and before.last.style == block.first.style
    return block.first.starts_low or before.text.rstrip()[-1:] in ",:：" or block.text.rstrip()[-1:] == ","


def _is_spaced_alike(above: Fragment, before: Fragment, block: Fragment) -> bool:
    """Whether a heading stands above two parts of a sentence as these do to each other: all are one."""
    if above.kind != SECTION or before.kind == SECTION or above.number or before.first.apart:
        return False
    gaps = (before.first.gap, block.first.gap)
    alike = above.last.style == before.first.style and None not in gaps
    return alike and abs((gaps[0] or 0.0) - (gaps[1] or 0.0)) < _ALIKE


def _is_named(label: Fragment, block: Fragment) -> bool:
    """Whether a row set like a heading, however short, names what the label alone above it counts; in
    capitals as that is, also over several rows, of which the first may fill the page; or in the middle, as
    that is; below the symbol of a resolution also in plain type."""
    capitals = label.first.caps > 0 and all(line.caps for line in block.lines) and not block.number
    one = len(block.lines) == 1
    middle = one and label.first.labels_part and block.first.centred and not block.last.ends_sentence
    row = one and (block.heading >= HEADING or _is_filed(label, block))
    return (capitals or middle or row) and _is_label_alone(label)


def _is_filed(symbol: Fragment, block: Fragment) -> bool:
    """Whether a row is set as the symbol of a resolution above it, and is no sentence nor the first part of
    one: "747(XL)" / "Data on ground water"."""
    alike = _label(symbol) == SYMBOL_LABEL and block.first.style == symbol.first.style
    return alike and not (block.last.ends_sentence or ends_open(block.text))


def _is_remark(before: Fragment, block: Fragment) -> bool:
    """A remark in brackets between a label and its text: "Annex / [English only] / Composition of ..."."""
    if block.number or not _is_label_alone(before) or len(block.lines) > 1:
        return False
    return bool(_REMARK.fullmatch(block.text)) and (block.first.gap or 9.0) < _LABEL_GAP


def _is_label_alone(block: Fragment) -> bool:
    """Whether a heading is only its label: "Chapter I", "Annex", "Draft resolution II"."""
    lines = [line for line in block.lines if not _REMARK.fullmatch(line.text)]
    line = block.first
    if len(lines) > 1:
        return len(lines) == 2 and bool(line.label) and is_label_alone(f"{line.text} {lines[1].text}")
    marker = block.choice.marker
    if marker is not None and marker.form is Form.LABEL:
        return says_no_more(marker, line.text)
    return bool(line.label) and len(line.text.strip(" *:.")) <= len(line.label) + 1
