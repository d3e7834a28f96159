"""From fragments to blocks: what each number became, what goes together, which blocks are headings."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from model.extraction.numbering.labels import RECOMMENDATION_LABELS, TOP_LABELS
from model.extraction.numbering.solver import solve
from model.extraction.structure.alike import agree, trust_repeated
from model.extraction.structure.candidates import candidates
from model.extraction.structure.cuts import BREAK, ITEM, PARAGRAPH, SECTION, Fragment, fragments
from model.extraction.structure.datelines import is_held, is_signed
from model.extraction.structure.joined_headings import joined_headings
from model.extraction.structure.lines import Line, ends_sentence
from model.extraction.structure.lists import mark_lists, with_addresses, with_labels, with_posts
from model.extraction.structure.looks import HEADING, distinction, signs, style_of
from model.extraction.structure.measures import Measures
from model.extraction.structure.numbers import keep_out_of_order, put_right, take
from model.extraction.structure.standing import (
    begins_low,
    in_margin,
    is_nearer_below,
    names_counted,
    parts_paragraphs,
    stands_alone,
)
from model.extraction.structure.texts import is_wide
from model.extraction.wording import (
    ADOPTED_AT,
    ADOPTED_BELOW,
    BODY,
    NOTES,
    OFFICE,
    OFFICE_OF,
    OFFICER_NAMED,
    SUBJECT,
    TO_WHOM,
)

# How sure it is whether a block without a number is a heading, where as much says so as against it.
_UNSURE = 0.5
# What it counts for that a row of Chinese names the counted paragraph below.
_NAMED = 1.9
# A box's text stands no further below its label (of lines).
_BOX_GAP = 2.6
# Name and office of who signs stand on so many rows at most.
_SIGNED_ROWS = 4
# A person's name has so many words at most.
_NAME_WORDS = 5
# What happened while somebody spoke: "(Applause)", "[Resolution adopted]".
_BRACKETED = re.compile(r"[(\[（][^()\[\]（）]+[)\]）]\.?")
# Marks of notes behind a row's last sign; a number with a space before it is none ("Hospital No. 3").
_MARKS_BEHIND = re.compile(r"(?:(?<=\S)\d{1,3})?[ *†‡]*$")
_QUOTED = re.compile(r"\s*[“”\"«„‘].+[.!?…]\s?[”“\"»’]\s*")


def blocks(lines: Sequence[Line], usual: Measures, followed: bool = False) -> list[Fragment]:
    """The blocks of running text in reading order, each with its kind, number and depth.

    `followed`: a table or a figure comes behind the last of them.
    """
    found = _with_boxes(fragments(lines, usual))
    at, wanted = candidates(found, usual)
    for index, choice in zip(at, solve(wanted), strict=True):
        take(found[index], choice)
    put_right(found)
    keep_out_of_order(found)
    merged = _resumed(_merged(found))
    scores: dict[int, float] = {}  # of blocks without a number, by index
    for index, block in enumerate(merged):
        block.heading = distinction(block, usual)
        if not block.kind:
            scores[index] = _classify(merged, index, usual, followed)
    agree(merged, scores)
    trust_repeated(merged)
    joined = with_labels(with_posts(with_addresses(joined_headings(merged, usual))))
    mark_lists(joined)
    return joined


def _with_boxes(found: Sequence[Fragment]) -> list[Fragment]:
    """A recommendation's label on a line of its own goes with the sentence below it."""
    out: list[Fragment] = []
    for fragment in found:
        before = out[-1] if out else None
        near = not fragment.first.markers and (fragment.first.gap or 9.0) <= _BOX_GAP
        if before is not None and near and ends_sentence(fragment.text) and _is_box_label(before):
            before.lines.extend(fragment.lines)
        else:
            out.append(fragment)
    return out


def _is_box_label(fragment: Fragment) -> bool:
    line = fragment.first
    if len(fragment.lines) > 1 or not line.markers:
        return False
    marker = line.markers[0]
    rest = line.text[marker.behind(line.text) :]
    return marker.label in RECOMMENDATION_LABELS and not any(map(str.isalnum, rest))


def _merged(found: Sequence[Fragment]) -> list[Fragment]:
    """Fragments whose number is running text go back to the block before them."""
    out: list[Fragment] = []
    for fragment in found:
        if out and not fragment.kind and fragment.start < BREAK:
            out[-1].lines.extend(fragment.lines)
        else:
            out.append(fragment)
    return out


def _resumed(found: Sequence[Fragment]) -> list[Fragment]:
    """Paragraphs that go on behind what interrupts them: a box, a figure's words, another column."""
    out: list[Fragment] = []
    for block in found:
        if out and not block.kind and (above := _just_above(out, block)) is not None:
            above.lines.extend(block.lines)
            above.reasons.append("goes on below a box beside it")
            continue
        if out and not block.kind and block.first.starts_low and out[-1].last.ends_sentence:
            before = next((one for one in reversed(out[-4:-1]) if _is_open(one, block)), None)
            if before is not None:
                before.lines.extend(block.lines)
                before.reasons.append("goes on behind what interrupts it")
                continue
        out.append(block)
    return out


def _just_above(out: Sequence[Fragment], block: Fragment) -> Fragment | None:
    """The paragraph that stands right above a row, but was read before a box beside it, and is not closed."""
    two = block.first
    if out[-1].last.row.column == two.row.column:
        return None
    for before in reversed(out[-12:]):
        one = before.last
        if one.row.page != two.row.page:
            return None
        down = two.row.baseline - one.row.baseline
        solid = (
            abs(one.row.x0 - two.row.x0) < 2 and abs(one.size - two.size) < 0.3 and 0 < down < 1.5 * two.size
        )
        if solid:
            open_ = not one.ends_sentence and one.bold == two.bold and before.kind != SECTION
            return before if open_ and before is not out[-1] else None
    return None


def _is_open(before: Fragment, block: Fragment) -> bool:
    one, two = before.last, block.first
    if before.kind == SECTION or one.ends_sentence or not one.text[-1:].isalpha() or one.bold != two.bold:
        return False
    return abs(one.size - two.size) < 0.3 and before.letters > 60


def _classify(found: Sequence[Fragment], index: int, usual: Measures, followed: bool) -> float:
    """A block without a number: heading or paragraph. How much speaks for a heading."""
    block = found[index]
    after = found[index + 1] if index + 1 < len(found) else None
    text = block.text
    score = block.heading
    words = text.count(" ") + 1
    ending = _MARKS_BEHIND.sub("", text)[-1:]
    # headings seldom run on so long; those between numbered paragraphs may, where no stop closes them
    between = _is_over_number(found, index)
    if usual.plain and not between and after is not None and stands_alone(found, index + 1):
        between = _is_over_number(found, index + 1)  # a heading and its first part
    usual_length = 45 if between and ending not in ".;,:。；،：" else 22
    if words > usual_length:
        score -= (words - usual_length) / 8
    if ending in ",،，;；" or (ending in ".。" and not block.first.caps) or _BRACKETED.fullmatch(text):
        score -= 1.6
    elif ending in ":：" and not (block.first.bold and TO_WHOM.match(text)):
        score -= 1.3
        if after is not None and after.kind == ITEM and words > 5:
            score -= 3.0  # a sentence that leads to a list, however large it is set
    if begins_low(block.first) if usual.plain else block.first.starts_low:
        score -= 1.0
    if _QUOTED.fullmatch(text):
        score -= 3.0  # a sentence quoted in large letters
    if ADOPTED_BELOW.match(text) or is_signed(text) or ADOPTED_AT.fullmatch(text) or SUBJECT.match(text):
        score -= 3.0
    elif text.startswith("—"):
        score -= 3.0  # whose words stand above
    elif (
        OFFICER_NAMED.match(text)
        or _is_signature(found, index)
        or _is_signed_below(found, index)
        or _is_below_title(found, index)
    ):
        score -= 4.5  # in bold capitals, too
    if block.first.gap is None or block.first.gap > 1.2:
        score += 0.3
    if after is not None and (after.heading < block.heading - 0.5 or _is_over_part(block, after)):
        score += 0.3
    elif after is not None and after.kind == PARAGRAPH and style_of(after.first) == style_of(block.first):
        score += 0.3  # its number sets apart what is set alike
    if after is not None and in_margin(block, after):
        score += 1.0  # though it is small, or in italics alone
    closes = (after is None and not followed) or _closes_box(found, index)
    if closes and not block.first.label and not NOTES.fullmatch(text):
        score -= 1.5  # a heading has something below it; this is a closing line
    if not _is_word(text) or (after is not None and _enacts(block, after)):
        score -= 3.0
    if block.heading < HEADING and names_counted(block, after):
        score += _NAMED
    elif usual.plain and stands_alone(found, index):
        score += 1.7 if between or (after is not None and is_nearer_below(block, after)) else 1.4
    elif usual.plain and between and parts_paragraphs(found, index):
        score += 1.7
    if block.first.label and (block.heading >= 0.9 or (len(block.lines) == 1 and words < 4)):
        score += 1.2
        block.top = block.first.label in TOP_LABELS
    block.kind = SECTION if score >= HEADING else PARAGRAPH
    if block.kind == SECTION or ending not in ",،，":  # no heading ends with a comma
        block.confidence = min(block.confidence, _UNSURE + 0.3 * abs(score - HEADING))
    names = ", ".join(sign for sign, weight in signs(block, usual) if weight > 0)
    if block.kind == SECTION:
        block.reasons.append(f"set like a heading: {names}" if names else "stands by itself like a heading")
    else:
        block.reasons.append("paragraph by its layout" + (f", though {names}" if names else ""))
    return score


def _closes_box(found: Sequence[Fragment], index: int) -> bool:
    """Whether a block is the last of several in a box: "Target date: 2026", at its foot."""
    box = found[index].first.row.box
    if not box or not index or found[index - 1].first.row.box != box:
        return False
    return index + 1 < len(found) and found[index + 1].first.row.box != box


def _enacts(block: Fragment, after: Fragment) -> bool:
    """Whether a row in italics names the body that adopts what stands below it, whose first word is set in
    italics too: "The Executive Board" over "1. Takes note of"."""
    row, below = block.first, after.first
    if row.bold or not row.italic or below.italic or not BODY.match(block.text.rstrip(" ,:،，：")):
        return False
    lettered = (span for span in below.row.spans if sum(map(str.isalpha, span.text)) > 1)
    return (verb := next(lettered, None)) is not None and verb.italic


def _is_word(text: str) -> bool:
    """Whether a text has three letters, or two signs of Chinese, as words of it do."""
    letters = list(itertools.islice(filter(str.isalpha, text), 3))
    return len(letters) == 3 or (len(letters) == 2 and all(map(is_wide, letters)))


def _is_signature(found: Sequence[Fragment], index: int) -> bool:
    """Whether a block is a name over an office, or the office, or stands below where and when it was signed,
    and the text of a page ends with it."""
    page = found[index].first.row.page
    here = [block for block in found[index : index + 3] if block.first.row.page == page]
    rest = [line for block in here for line in block.lines]
    if len(here) > 2 or len(rest) > _SIGNED_ROWS:
        return False
    above = found[max(0, index - 2) : index]
    if any(block.first.row.page == page and is_signed(block.text) for block in above):
        return True
    offices = [line for line in rest if (line.gap or 9.0) < _BOX_GAP]
    if any(OFFICE.fullmatch(line.text) for line in offices):
        return True
    short = not any(line.full or line.ends_sentence for line in rest)
    return short and len(rest) > 1 and any(OFFICE_OF.fullmatch(line.text) for line in offices)


def _is_signed_below(found: Sequence[Fragment], index: int) -> bool:
    """Whether a block is a name over its office, below text that it signs: a foreword ends so in the midst of
    a page."""
    if not index or index + 1 == len(found):
        return False
    above, block, office = found[index - 1], found[index], found[index + 1].first
    words = block.text.split()
    named = 2 <= len(words) <= _NAME_WORDS and all(word[0].isupper() or len(word) < 4 for word in words)
    if len(block.lines) > 1 or not named or not block.text.replace(" ", "")[-1].isalpha():
        return False
    below = (office.gap or 9.0) < _BOX_GAP and not (office.bold or office.full)
    signs = OFFICE.fullmatch(office.text) or OFFICE_OF.fullmatch(office.text)
    return bool(below and signs) and above.kind != SECTION and above.last.ends_sentence


def _is_below_title(found: Sequence[Fragment], index: int) -> bool:
    """Whether a block says where and when a meeting was held, and no text stands above it."""
    return is_held(found[index].text) and all(block.kind == SECTION for block in found[:index])


def _is_over_part(block: Fragment, after: Fragment) -> bool:
    """Whether a row in capitals stands right over a numbered heading, with which a count of parts begins, or
    over another heading."""
    part = after.kind == SECTION and bool(after.number)
    if not (part or (not after.kind and after.heading >= HEADING)) or after.first.apart:
        return False
    return block.first.caps > 0


def _is_over_number(found: Sequence[Fragment], index: int) -> bool:
    """Whether a numbered paragraph comes next."""
    after = found[index + 1] if index + 1 < len(found) else None
    return after is not None and after.kind == PARAGRAPH
