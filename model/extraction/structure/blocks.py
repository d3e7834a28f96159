"""From fragments to blocks: what each number became, what goes together, which blocks are headings."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from model.extraction.numbering.labels import RECOMMENDATION_LABELS
from model.extraction.numbering.solver import solve
from model.extraction.rows import Row
from model.extraction.structure.candidates import candidates
from model.extraction.structure.cross_references import with_cross_references
from model.extraction.structure.cuts import fragments
from model.extraction.structure.fragments import BREAK, SECTION, Fragment
from model.extraction.structure.joined_entries import joined_entries
from model.extraction.structure.joined_headings import joined_headings
from model.extraction.structure.like_headings import agree, trust_repeated
from model.extraction.structure.lines import Line, ends_sentence
from model.extraction.structure.lists import mark_lists, mark_roles, mark_within_lists
from model.extraction.structure.looks import distinction
from model.extraction.structure.measures import Measures
from model.extraction.structure.numbers import keep_out_of_order, put_right, take
from model.extraction.structure.signatures import with_signatures
from model.extraction.structure.unnumbered import classify

# A box's text stands no further below its label (of lines), or beside it on the same line (points).
_BOX_GAP, _LEVEL = 2.6, 2.0


def blocks(lines: Sequence[Line], usual: Measures, followed: bool = False) -> list[Fragment]:
    """The blocks of running text in reading order, each with its kind, number and depth.

    `followed`: a table or a figure comes after the last of them.
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
            scores[index] = classify(merged, index, usual, followed)
    agree(merged, scores)
    trust_repeated(merged)
    joined = joined_entries(with_signatures(with_cross_references(joined_headings(merged, usual))))
    mark_lists(joined)
    mark_within_lists(joined)
    mark_roles(joined)
    return joined


def _with_boxes(found: Sequence[Fragment]) -> list[Fragment]:
    """A recommendation's label on a line of its own goes with the sentence below it, one with a title where
    a box holds nothing but the two, and so does a last row of the box that says how strong it is."""
    out: list[Fragment] = []
    held = Counter(fragment.first.row.box for fragment in found if fragment.start >= BREAK)
    for fragment, after in itertools.zip_longest(found, found[1:]):
        before = out[-1] if out else None
        if before is None or fragment.first.markers or not _is_near(before.last.row, fragment.first):
            out.append(fragment)
        elif _is_label_of(before, fragment, held) or _grades(before, fragment, after):
            before.lines.extend(fragment.lines)
        else:
            out.append(fragment)
    return out


def _is_near(above: Row, line: Line) -> bool:
    """Whether a row stands right below another or, as in a box of two columns, beside it."""
    if line.gap is not None:
        return line.gap <= _BOX_GAP
    return above.page == line.row.page and abs(above.baseline - line.row.baseline) < _LEVEL


def _is_label_of(label: Fragment, text: Fragment, held: Mapping[int, int]) -> bool:
    """Whether a block is the label of the recommendation below it; `held` says how many blocks each box
    holds."""
    line = label.first
    if not line.markers or line.markers[0].label not in RECOMMENDATION_LABELS:
        return False
    box = line.row.box
    if box and box == text.first.row.box and held[box] == 2:
        return True
    rest = line.text[line.markers[0].behind(line.text) :]
    return len(label.lines) == 1 and not any(map(str.isalnum, rest)) and ends_sentence(text.text)


def _grades(recommendation: Fragment, row: Fragment, after: Fragment | None) -> bool:
    """Whether a row in italics closes the box of a recommendation: how strong that is, and on what
    evidence."""
    one, two = recommendation.first, row.first
    if not one.markers or one.markers[0].label not in RECOMMENDATION_LABELS or len(row.lines) > 1:
        return False
    box = one.row.box
    closes = 0 < box == two.row.box and (after is None or after.first.row.box != box)
    plain = not recommendation.last.italic and recommendation.last.ends_sentence
    return closes and plain and two.italic


def _merged(found: Sequence[Fragment]) -> list[Fragment]:
    """Gives fragments whose number turned out to be running text back to the block before them."""
    out: list[Fragment] = []
    for fragment in found:
        if out and not fragment.kind and fragment.start < BREAK:
            out[-1].lines.extend(fragment.lines)
        else:
            out.append(fragment)
    return out


def _resumed(found: Sequence[Fragment]) -> list[Fragment]:
    """Joins paragraphs that continue after an interruption: a box, a figure's words, another column."""
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
                before.reasons.append("goes on after what interrupts it")
                continue
        out.append(block)
    return out


def _just_above(out: Sequence[Fragment], block: Fragment) -> Fragment | None:
    """The paragraph directly above a row that was read before a box beside it and is not finished."""
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
