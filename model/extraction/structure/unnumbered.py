"""Blocks without a number: heading or paragraph, by what speaks for a heading and what against."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.extraction.numbering.labels import TOP_LABELS
from model.extraction.structure.datelines import is_held, is_signed
from model.extraction.structure.fragments import ITEM, PARAGRAPH, SECTION, Fragment
from model.extraction.structure.looks import HEADING, signs, style_of
from model.extraction.structure.measures import Measures
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
    BOXED,
    CROSS_REFERENCE_ROW,
    NOTES,
    OFFICE,
    OFFICE_OF,
    OFFICER_NAMED,
    RECITAL,
    SALUTATION,
    SUBJECT,
    TO_WHOM,
)
from model.languages import has_function_word

# How sure it is whether a block without a number is a heading, where as much says so as against it.
_UNSURE = 0.5
# What it counts for that a row of Chinese names the counted paragraph below, or a row the box it counts.
_NAMED = 1.9
# A heading seldom has more words; one between numbered paragraphs, which no stop closes, may.
_LONG, _LONG_BETWEEN = 22, 45
# A short row in colour leaves this share of its column free; what it counts for that it stands over text.
_ROOM, _OVER = 0.4, 0.6
# The office of who signs stands no further below the name (of lines).
_NEAR = 2.6
# Name and office of who signs stand on this many rows at most.
_SIGNED_ROWS = 4
_COMMAS = ",،，"
# A person's name has this many words at most.
_NAME_WORDS = 5
# What happened while somebody spoke: "(Applause)", "[Resolution adopted]".
_BRACKETED = re.compile(r"[(\[（][^()\[\]（）]+[)\]）]\.?")
# Marks of notes after a row's last sign, of one kind and of another; a number with a space before it is not
# one ("Hospital No. 3"), nor what follows a number's point ("paragraphs 12.1 to 12.9").
_SIGNS_BEHIND = " *†‡"
_NUMBER_BEHIND, _LONGEST_NUMBER = re.compile(r"(?<=\S)(?<!\d)(?<!\d\.)\d{1,3}$"), 3
_QUOTED = re.compile(r"\s*[“”\"«„‘].+[.!?…]\s?[”“\"»’]\s*")


@dataclass(frozen=True, slots=True)
class _Case:
    """A block among the others. `between`: a numbered paragraph follows, or a heading of its first part does.
    `ending` is the last sign of its `text`, marks of notes aside."""

    found: Sequence[Fragment]
    index: int
    usual: Measures
    followed: bool
    block: Fragment
    after: Fragment | None
    between: bool
    text: str
    words: int
    ending: str


def classify(found: Sequence[Fragment], index: int, usual: Measures, followed: bool) -> float:
    """Says of a block what it is, how sure and why; how much speaks for a heading.

    `followed`: a table or a figure comes after the last of all blocks.
    """
    case = _case(found, index, usual, followed)
    block, score = case.block, case.block.heading
    for weight in _weights(case):
        score += weight
    if block.first.label and (block.heading >= 0.9 or (len(block.lines) == 1 and case.words < 4)):
        score += 1.2
        block.top = block.first.label in TOP_LABELS
    block.kind = SECTION if score >= HEADING else PARAGRAPH
    if block.kind == SECTION or case.ending not in _COMMAS:  # no heading ends with a comma
        block.confidence = min(block.confidence, _UNSURE + 0.3 * abs(score - HEADING))
    names = ", ".join(sign for sign, weight in signs(block, usual) if weight > 0)
    if block.kind == SECTION:
        block.reasons.append(f"set like a heading: {names}" if names else "stands by itself like a heading")
    else:
        block.reasons.append("paragraph by its layout" + (f", though {names}" if names else ""))
    return score


def _case(found: Sequence[Fragment], index: int, usual: Measures, followed: bool) -> _Case:
    block = found[index]
    after = found[index + 1] if index + 1 < len(found) else None
    between = _is_over_number(found, index)
    if usual.plain and not between and after is not None and stands_alone(found, index + 1):
        between = _is_over_number(found, index + 1)  # a heading and its first part
    text = block.text
    words = text.count(" ") + 1
    return _Case(found, index, usual, followed, block, after, between, text, words, _ending(text))


def _ending(text: str) -> str:
    """The last sign of a text, marks of notes aside."""
    bare = text.rstrip(_SIGNS_BEHIND)
    number = _NUMBER_BEHIND.search(bare, max(0, len(bare) - _LONGEST_NUMBER))
    return bare[: number.start()][-1:] if number is not None else bare[-1:]


def _weights(case: _Case) -> Iterator[float]:
    """What speaks for a heading, and (less than 0) what against."""
    yield from _of_its_form(case)
    yield from _of_what_it_says(case)
    yield from _of_its_neighbours(case)
    yield from _of_plain_type(case)


def _of_its_form(case: _Case) -> Iterator[float]:
    """Its length, how it ends and how it begins."""
    block, text, ending = case.block, case.text, case.ending
    usual_length = _LONG_BETWEEN if case.between and ending not in ".;,:。；，：" else _LONG
    if case.words > usual_length:
        yield -(case.words - usual_length) / 8
    if ending in ",،，;；" or (ending in ".。" and not block.first.caps) or _BRACKETED.fullmatch(text):
        yield -1.6
    elif ending in ":：" and not (block.first.bold and TO_WHOM.match(text)):
        yield -1.3
        if case.after is not None and case.after.kind == ITEM and case.words > 5:
            yield -3.0  # a sentence that leads to a list, however large it is set
        if _closes_preamble(case):
            yield -3.0  # "HEREBY:", in bold capitals, too
    if begins_low(block.first) if case.usual.plain else block.first.starts_low:
        yield -1.0
    if _QUOTED.fullmatch(text):
        yield -3.0  # a sentence quoted in large letters


def _closes_preamble(case: _Case) -> bool:
    """Whether words with a colon go on with the sentence of a clause above them, over what is counted."""
    if not case.index or case.after is None or not case.after.number:
        return False
    above = case.found[case.index - 1]
    return above.kind == PARAGRAPH and not above.number and above.text.rstrip()[-1:] in ",;،؛，；"


def _of_what_it_says(case: _Case) -> Iterator[float]:
    """What no heading says: who signs, who presided, where and when, whom a letter greets, on what, and in
    which paragraphs it is treated."""
    found, index, text = case.found, case.index, case.text
    opened = SUBJECT.match(text) or SALUTATION.match(text)
    below = ADOPTED_BELOW.match(text) or ADOPTED_AT.fullmatch(text) or CROSS_REFERENCE_ROW.fullmatch(text)
    if opened or below or is_signed(text):
        yield -3.0
    elif text.startswith("—"):
        yield -3.0  # whose words stand above
    elif (
        OFFICER_NAMED.match(text)
        or _is_signature(found, index)
        or _is_signed_below(found, index)
        or _is_below_title(found, index)
        or _ends_sentence_of(found, index)
    ):
        yield -4.5  # in bold capitals, too


def _of_its_neighbours(case: _Case) -> Iterator[float]:
    block, after = case.block, case.after
    if block.first.gap is None or block.first.gap > 1.2:
        yield 0.3
    if after is not None and (after.heading < block.heading - 0.5 or _is_over_part(block, after)):
        yield 0.3
    elif after is not None and after.kind == PARAGRAPH and style_of(after.first) == style_of(block.first):
        yield 0.3  # its number sets apart what is set alike
    if after is not None and in_margin(block, after):
        yield 1.0  # though it is small, or in italics alone
    elif after is not None and _stands_over(case.found, case.index, after):
        yield _OVER
    closes = (after is None and not case.followed) or _closes_box(case.found, case.index)
    if closes and not block.first.label and not NOTES.fullmatch(case.text):
        yield -1.5  # a heading has something below it; this is a closing line
    if not _is_word(case.text) or (after is not None and _enacts(block, after)):
        yield -3.0


def _of_plain_type(case: _Case) -> Iterator[float]:
    """What tells a heading where no type does."""
    found, index, block, after = case.found, case.index, case.block, case.after
    if block.heading < HEADING and (names_counted(block, after) or _titles_box(block)):
        yield _NAMED
    elif case.usual.plain and stands_alone(found, index):
        yield 1.7 if case.between or (after is not None and is_nearer_below(block, after)) else 1.4
    elif case.usual.plain and case.between and parts_paragraphs(found, index):
        yield 1.7


def _titles_box(block: Fragment) -> bool:
    """Whether a row by itself counts a box and says what is in it: "Box 3: How it was done"."""
    line = block.first
    if len(block.lines) > 1 or line.full or line.ends_sentence:
        return False
    counted = BOXED.match(line.text)
    return counted is not None and counted["text"] != "" and not counted["text"][0].islower()


def _closes_box(found: Sequence[Fragment], index: int) -> bool:
    """Whether a block is the last of several in a box: "Target date: 2026", at its foot."""
    box = found[index].first.row.box
    if not box or not index or found[index - 1].first.row.box != box:
        return False
    return index + 1 < len(found) and found[index + 1].first.row.box != box


def _enacts(block: Fragment, after: Fragment) -> bool:
    """Whether a row names the body that adopts what stands below it: in italics as the first word of that is,
    "The Executive Board" over "1. Takes note of"; or with a comma, "The Economic Commission," over
    "Recalling" or "1. Decides"."""
    row, below, text = block.first, after.first, block.text.rstrip()
    opens = text[-1:] in _COMMAS and (after.number or RECITAL.match(after.text))
    leans = row.italic and not row.bold and not below.italic
    if not (opens or leans) or not BODY.match(text.rstrip(" ,:،，：")):
        return False
    if opens:
        return True
    lettered = (span for span in below.row.spans if sum(map(str.isalpha, span.text)) > 1)
    return (verb := next(lettered, None)) is not None and verb.italic


def _stands_over(found: Sequence[Fragment], index: int, after: Fragment) -> bool:
    """Whether a short row that colour alone sets off stands over text, nearer to that than to what ends above
    it."""
    block, line = found[index], found[index].first
    if len(block.lines) > 1 or line.room < _ROOM * (line.row.right - line.row.left) or line.starts_low:
        return False
    own = line.coloured and 0 < block.heading < HEADING and line.text[-1:].isalpha()
    ended = index and (found[index - 1].kind == SECTION or found[index - 1].last.ends_sentence)
    return bool(own and ended) and len(after.lines) > 1 and is_nearer_below(block, after)


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
    near = [line for line in rest if (line.gap or 9.0) < _NEAR]
    within = [line for above, line in itertools.pairwise(rest) if above.full]  # running text
    offices = [line for line in near if line not in within]
    if any(OFFICE.fullmatch(line.text) for line in offices):
        return True
    short = not any(line.full or line.ends_sentence for line in rest)
    return short and len(rest) > 1 and any(OFFICE_OF.fullmatch(line.text) for line in offices)


def _is_signed_below(found: Sequence[Fragment], index: int) -> bool:
    """Whether a block is a name over its office, below text that it signs: a foreword ends so in the middle
    of a page."""
    if not index or index + 1 == len(found):
        return False
    above, block, office = found[index - 1], found[index], found[index + 1].first
    words = block.text.split()
    named = 2 <= len(words) <= _NAME_WORDS and all(word[0].isupper() or len(word) < 4 for word in words)
    if len(block.lines) > 1 or not named or not block.text.replace(" ", "")[-1].isalpha():
        return False
    below = (office.gap or 9.0) < _NEAR and not (office.bold or office.full)
    signs = OFFICE.fullmatch(office.text) or OFFICE_OF.fullmatch(office.text)
    return bool(below and signs) and above.kind != SECTION and above.last.ends_sentence


def _ends_sentence_of(found: Sequence[Fragment], index: int) -> bool:
    """Whether a block that is set otherwise goes on with a paragraph that stops at a word which no sentence
    ends with: "NINTH REPORT" below "has the honour to present its"."""
    above = found[index - 1] if index else None
    if above is None or above.kind != PARAGRAPH or above.heading >= HEADING or not above.text[-1:].isalpha():
        return False
    words = above.text.split()
    return len(words) > 2 and has_function_word(words[-1:])


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
