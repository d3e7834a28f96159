"""What may be made of a number, beside text, in a state of the search: which run it continues or opens, and
what that costs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from model.extraction.numbering.forms import ASIDE, SIGNS, Form, Marker
from model.extraction.numbering.heading_moves import dotted_parent, headings, is_filed
from model.extraction.numbering.labels import SECTION_SIGN
from model.extraction.numbering.runs import (
    MOST_RUNS,
    Candidate,
    Key,
    Move,
    Run,
    State,
    Use,
    follows_on,
    is_within,
    step_from,
)
from model.extraction.numbering.systems import System

_DEAR = 8.0  # what costs this much by its looks alone is not tried
# What the paragraphs before a report's own, or before a resolution's operative ones, are counted with.
_FRONT = frozenset({System.UPPER_ROMAN, System.LOWER_ROMAN, System.UPPER, System.LOWER})
# No report has so many chapters: a dotted number with more before its stop counts within a paragraph.
_CHAPTER = 50
# What it costs more to begin a count with "§ 7", which may well be cited.
_CITED = 3.0
_ALIKE = 1.5  # points between what is set alike
_INDENT = 7.0  # points within which two indents are one

# From its values in order: many are made.
_move = partial(tuple.__new__, Move)
# By names of their own: to look a member of an enumeration up takes as long as a call.
_PARAGRAPH, _ITEM = Use.PARAGRAPH, Use.ITEM
_LABEL, _DOTTED, _DIGITS = Form.LABEL, Form.DOTTED, System.DIGITS
_PLAIN = (Form.STOP, Form.BARE)


def moves_of(state: State, candidate: Candidate, keys: Sequence[Key], limit: float) -> list[Move]:
    """What may be made of a candidate beside text, what costs more than `limit` mostly left out."""
    moves: list[Move] = []
    for order, (marker, key) in enumerate(zip(candidate.markers, keys, strict=True)):
        extra = 0.15 * order
        if marker.form in SIGNS:
            moves.append(_sign(state, candidate, marker, key))
            continue
        most = min(limit - extra, _DEAR)
        if candidate.heading < most:
            moves += headings(state, candidate, marker, key, extra, limit)
        if candidate.paragraph < most:
            moves += _paragraphs(state, candidate, marker, key, extra, limit)
        if candidate.item < most:
            moves += _items(state, candidate, marker, key, extra, limit)
    return moves


# -- paragraphs ------------------------------------------------------------------------------------------


def _paragraphs(
    state: State, candidate: Candidate, marker: Marker, key: Key, extra: float, limit: float
) -> list[Move]:
    base = candidate.paragraph + extra
    if marker.form in ASIDE or candidate.apart:
        return [Move(base + 0.3, _PARAGRAPH, marker)]
    moves = _further_paragraphs(state, candidate, marker, key, base)
    if moves and follows_on(moves, base, marker):
        return moves
    paras = state.paras
    # a summary's paragraphs, counted in Roman numerals, and recitals give way to the report's own
    front = bool(paras) and paras[0].key[1] in _FRONT and key[1] is _DIGITS
    # what is quoted is set in with its headings, and counts its own paragraphs
    quoted = bool(paras) and candidate.under > paras[-1].indent + _INDENT and marker.value == 1
    new = base + _first_paragraph(state, candidate, marker, key, front, quoted)
    if new > limit:
        return moves
    for depth in {len(paras), 0} if len(paras) < MOST_RUNS else {0}:
        # replacing the report's own run costs a little more than counting inside it
        cost = new + (0.7 if (depth < len(paras)) is not front else 0.0)
        # a list inside a paragraph is indented more than the paragraph; a resolution's own run is not
        if depth and not quoted and candidate.indent > paras[depth - 1].indent + _INDENT:
            cost += 1.2
        moves.append(_move((cost, _PARAGRAPH, marker, depth, True, 0)))
    return moves


def _further_paragraphs(
    state: State, candidate: Candidate, marker: Marker, key: Key, base: float
) -> list[Move]:
    """A number as one more of a run of paragraphs that is open."""
    moves = []
    paras = state.paras
    form, system, *_ = key
    within = form is _DOTTED and dotted_parent(state.heads, marker) is not None
    for depth in range(len(paras) - 1, -1, -1):
        run = paras[depth]
        own_form, own_system, prefix, *rest = run.key
        if own_form is not form or own_system is not system or rest != [marker.outer, marker.label]:
            if _counts_on(run, marker):
                moves.append(_move((base + 0.3, _PARAGRAPH, marker, depth, False, 0)))
            continue
        if prefix == marker.prefix:
            step = step_from(run, marker)
            if step < 1 or step > 6:
                continue
            cost = base + (0.0 if step == 1 else 2.2 + 0.4 * step)
        elif form is _DOTTED and marker.value <= 1 and (within or _follows(run, marker)):
            # 3.12 is followed by 4.1 under the next heading, by 4.1.1 or 5.1 under one with such a number
            step, cost = 1, base + 0.3
        else:
            continue
        cost += 0.5 * (len(paras) - 1 - depth) + min(1.5, abs(run.indent - candidate.indent) / 20)
        moves.append(_move((cost, _PARAGRAPH, marker, depth, False, step - 1)))
    return moves


def _first_paragraph(
    state: State, candidate: Candidate, marker: Marker, key: Key, front: bool, quoted: bool
) -> float:
    """What it costs to let a run of paragraphs begin with a number."""
    # conclusions are counted 1., 2., ..., and recommendations below their own heading again, as far in
    anew = (
        marker.value == 1
        and candidate.under >= 0
        and not candidate.led
        and any(run.key == key and abs(run.indent - candidate.indent) < _ALIKE for run in state.paras)
    )
    # what an annex counts 2.1, 2.2 right below its heading 2 are its own paragraphs
    own = (
        marker.value == 1
        and candidate.under >= 0
        and marker.form is _DOTTED
        and dotted_parent(state.heads, marker) == len(state.heads) - 1
    )
    fresh = candidate.fresh or quoted or own
    cost = 0.6 if front or not state.paras else 1.0 if fresh else 1.2 if anew else 2.6
    if candidate.led:
        cost += 0.5
    if marker.label == SECTION_SIGN and marker.value > 1:
        cost += _CITED
    first = marker.value == 1 or (marker.value == 2 and candidate.second) or _ends_list(state.items, marker)
    cost += 0.0 if first else 2.0 + min(2.5, 0.1 * marker.value)
    if marker.form is _DOTTED and any(run.key[0] is _DOTTED for run in state.heads):
        cost -= 0.5
    return cost


def _counts_on(run: Run, marker: Marker) -> bool:
    """Whether parts that have one paragraph only are counted among those that have several: 4.2, 5, 6.1."""
    if (
        run.key[1] is not _DIGITS
        or marker.system is not _DIGITS
        or run.key[3:] != (marker.outer, marker.label)
    ):
        return False
    if run.key[0] is _DOTTED:
        return run.key[2] == (marker.value - 1,)
    return marker.prefix == (run.value + 1,) and marker.value == 1


def _follows(run: Run, marker: Marker) -> bool:
    before, after = run.key[2], marker.prefix
    if len(before) != len(after):
        return after == (*before, run.value)
    return after > before and sum(after) - sum(before) <= 3


# -- items -----------------------------------------------------------------------------------------------


def _items(
    state: State, candidate: Candidate, marker: Marker, key: Key, extra: float, limit: float
) -> list[Move]:
    base = candidate.item + extra
    moves = []
    items = state.items
    for depth in range(len(items) - 1, -1, -1):
        run = items[depth]
        if run.key != key:
            continue
        step = marker.value - run.value
        if step < 1 or step > 5:
            continue
        cost = base + (0.0 if step == 1 else 2.0 + 0.5 * step)
        cost += min(1.2, abs(run.indent - candidate.indent) / 25) + (1.2 if candidate.fresh else 0.0)
        moves.append(_move((cost, _ITEM, marker, depth, False, step - 1)))
    if moves and follows_on(moves, base, marker):
        return moves
    new = 0.5 if candidate.led else 1.2
    if marker.form in _PLAIN and marker.system is _DIGITS:
        new += 0.2 if candidate.led else 0.9
    carried = not state.paras and not items and marker.form is _DOTTED and marker.prefix[0] > _CHAPTER
    any_first = carried or is_filed(marker)
    new += _CITED if marker.label == SECTION_SIGN and marker.value > 1 else 0.0
    new += 0.0 if marker.value == 1 or any_first else 2.5 + min(2.0, 0.3 * marker.value)
    if marker.form is _DOTTED:
        if any(is_within(run, marker) for run in (*state.paras[-1:], *items)):
            new -= 0.9
        elif marker.initials:
            return moves
    if base + new > limit:
        return moves
    for depth in (0,) if candidate.fresh else _list_openings(items):
        above = items[:depth]
        # an entry that leads on may count what is set in below it as it is counted itself
        within = candidate.led and above and candidate.indent > above[-1].indent + _INDENT
        cost = base + new + sum([0.4 if within else 0.8 for run in above if run.key == key])
        cost += sum([0.5 for run in above if run.indent > candidate.indent + _INDENT])
        # an indent like an open list's speaks for taking its place, a larger one for going below it
        if depth < len(items):
            cost += 0.6 if candidate.indent > items[depth].indent + _INDENT else 0.1
        elif items and candidate.indent <= items[-1].indent + _INDENT:
            cost += 0.4 if candidate.led else 0.9
        moves.append(_move((cost, _ITEM, marker, depth, True, 0)))
    return moves


def _ends_list(items: tuple[Run, ...], marker: Marker) -> bool:
    """Whether 141 follows 140.219, the paragraph 140 itself not being there."""
    return bool(items) and items[0].key == (_DOTTED, _DIGITS, (marker.value - 1,), (), "")


def _list_openings(items: tuple[Run, ...]) -> list[int]:
    depths = [len(items)] if len(items) < MOST_RUNS else []
    return depths + list(range(len(items) - 1, -1, -1))


def _sign(state: State, candidate: Candidate, marker: Marker, key: Key) -> Move:
    """A bullet or a dash: it goes on in its run at its indent, else stands below what is indented less."""
    items = () if candidate.fresh else state.items
    for depth in range(len(items) - 1, -1, -1):
        run = items[depth]
        if run.key == key and abs(run.indent - candidate.indent) <= _INDENT:
            return Move(candidate.item, _ITEM, marker, depth)
    depth = len(items)
    while depth and items[depth - 1].indent > candidate.indent + _INDENT:
        depth -= 1
    beside = depth and abs(items[depth - 1].indent - candidate.indent) <= _INDENT
    if beside and items[depth - 1].key[0] in SIGNS:
        depth -= 1
    depth = min(depth, MOST_RUNS - 1)
    return Move(candidate.item + 0.4, _ITEM, marker, depth, True)
