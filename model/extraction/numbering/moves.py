"""What may be made of a number, beside text, in a state of the search: which run it continues or opens, and
what that costs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from model.extraction.numbering.clashes import clash_of
from model.extraction.numbering.forms import ASIDE, SIGNS, Form, Marker, all_but_figures
from model.extraction.numbering.labels import SECTION_SIGN, SKIPPING_LABELS, TOP_LABELS
from model.extraction.numbering.runs import Candidate, Key, Move, Run, State, Use
from model.extraction.numbering.systems import System

# Runs of one use that may be open at once, one within the other.
_MOST_RUNS = 5
_DEAR = 8.0  # what costs so much by its looks alone is not tried
_FAR = 400  # the most numbers that a label's run skips
# So many are skipped by headings' numbers, and by those of headings set alike, which costs no more than this:
# a board decides on some items of its agenda.
_FEW, _MANY, _GAP = 4, 30, 2.4
# What chapters and parts are counted with.
_CHAPTERS = frozenset({System.DIGITS, System.UPPER_ROMAN, System.WORD, System.CHINESE})
# What the paragraphs before a report's own, or before a resolution's operative ones, are counted with.
_FRONT = frozenset({System.UPPER_ROMAN, System.LOWER_ROMAN, System.UPPER, System.LOWER})
# No report has so many chapters: a dotted number with more before its stop counts within a paragraph.
_CHAPTER = 50
# An excerpt that is told by no label begins with an earlier chapter than this.
_EARLY = 10
# What it costs to count on through the headings above: Part One: I, II, Part Two: III.
_THROUGH = 0.3
# What it costs more to begin a count of headings with what may be initials, below no number that it goes on.
_INITIALS = 1.5
# What it costs more to begin a count with "§ 7", which may well be cited.
_CITED = 3.0
_ALIKE = 1.5  # points between what is set alike
_INDENT = 7.0  # points within which two indents are one

# From its values in order: many are made.
_move = partial(tuple.__new__, Move)
# By names of their own: to look a member of an enumeration up takes as long as a call.
_HEADING, _PARAGRAPH, _ITEM = Use.HEADING, Use.PARAGRAPH, Use.ITEM
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
            moves += _headings(state, candidate, marker, key, extra, limit)
        if candidate.paragraph < most:
            moves += _paragraphs(state, candidate, marker, key, extra, limit)
        if candidate.item < most:
            moves += _items(state, candidate, marker, key, extra, limit)
    return moves


def _follows_on(moves: Sequence[Move], base: float, marker: Marker) -> bool:
    """Whether a number plainly continues an open run: then it opens none, unless it is a first one."""
    return marker.value > 1 and any(move.cost - base < 0.5 for move in moves)


def _step(run: Run, marker: Marker) -> int:
    """How many numbers on a run is. A number put in later ("2a") stands behind the one before it, or in the
    place of one: 1, 1a, 1b, 2a."""
    step = marker.value - run.value
    return 1 if marker.inserted and not step else step


# -- headings --------------------------------------------------------------------------------------------


def _headings(
    state: State, candidate: Candidate, marker: Marker, key: Key, extra: float, limit: float
) -> list[Move]:
    base = candidate.heading + extra
    moves = _next_headings(state, candidate, marker, key, base)
    if moves and _follows_on(moves, base, marker):
        return moves
    return moves + _first_headings(state, candidate, marker, key, base, limit)


def _next_headings(state: State, candidate: Candidate, marker: Marker, key: Key, base: float) -> list[Move]:
    """The runs of headings that a number may continue; a heading costs `base` of itself."""
    moves = []
    for depth in range(len(state.heads) - 1, -1, -1):
        run = state.heads[depth]
        if run.key != key:
            continue
        step = _step(run, marker)
        skips = marker.label in SKIPPING_LABELS
        counted_once = not marker.label or marker.label in TOP_LABELS
        alike = run.style == candidate.style and counted_once and candidate.heading < 0.5
        many = alike and not candidate.loose
        if step == 1 or 1 < step <= (_FAR if skips else _MANY if many else _FEW):
            skipped = 0.4 if skips else (1.2 if alike else 2.0) + 0.5 * step
            skipped = min(skipped, _GAP) if many else skipped
            cost = base + (0.0 if step == 1 else skipped)
            cost += 0.0 if run.style == candidate.style else 0.6
            moves.append(_move((cost, _HEADING, marker, depth, False, step - 1)))
    return moves


def _first_headings(
    state: State, candidate: Candidate, marker: Marker, key: Key, base: float, limit: float
) -> list[Move]:
    """The depths at which a number may open a run of headings."""
    # an excerpt begins with any chapter
    first_of_all = (
        not (state.paras or state.items or marker.prefix) and marker.value < _EARLY and candidate.heading <= 0
    )
    excerpt = not state.heads and marker.system in _CHAPTERS and (marker.label in TOP_LABELS or first_of_all)
    any_first = excerpt or marker.label in SKIPPING_LABELS or _is_filed(marker)
    first = marker.value if any_first else 1
    cost = base + (0.8 if marker.value <= first else 3.5 + min(2.0, 0.4 * (marker.value - first)))
    if marker.form is _DOTTED:
        parent = _dotted_parent(state.heads, marker)
        if parent is not None:
            if any(run.key == key and run.value == marker.value - 1 for run in state.paras):
                cost = base + 0.8  # 2.1.1 is a paragraph, 2.1.2 a heading over 2.1.2.1
            return [Move(cost - 0.6, _HEADING, marker, parent + 1, True)]
        cost += 0.8 + (_INITIALS if marker.initials else 0.0)
    counted = (key, marker.value - 1)
    if cost > limit and not any(run.below == counted for run in state.heads):
        return []
    moves = []
    for depth in _openings(state.heads, candidate):
        twice = sum([0.7 for run in state.heads[:depth] if run.key == key])
        clash = clash_of(state.heads, candidate, marker, depth)
        if depth and marker.value > 1 and state.heads[depth - 1].below == counted:
            moves.append(_move((base + clash + _THROUGH, _HEADING, marker, depth, False, 0)))
        elif cost <= limit:
            moves.append(_move((cost + clash + twice, _HEADING, marker, depth, True, 0)))
    return moves


def _is_filed(marker: Marker) -> bool:
    """Whether a number names a session's or a year's ("Decision 15/4"): any of them may come first."""
    return marker.form is _LABEL and any(sign in marker.printed for sign in "/.-")


def _openings(heads: tuple[Run, ...], candidate: Candidate) -> list[int]:
    """Depths where a new run of headings may open: below the last, or in the place of one above."""
    depths = [len(heads)] if len(heads) < _MOST_RUNS else []
    depths += [depth for depth, run in enumerate(heads) if run.style == candidate.style or not depth]
    return list(dict.fromkeys(depths))


def _dotted_parent(heads: tuple[Run, ...], marker: Marker) -> int | None:
    """The depth of the heading whose number is this one's prefix."""
    for depth in range(len(heads) - 1, -1, -1):
        if _is_within(heads[depth], marker):
            return depth
    return None


# -- paragraphs ------------------------------------------------------------------------------------------


def _paragraphs(
    state: State, candidate: Candidate, marker: Marker, key: Key, extra: float, limit: float
) -> list[Move]:
    base = candidate.paragraph + extra
    if marker.form in ASIDE or candidate.apart:
        return [Move(base + 0.3, _PARAGRAPH, marker)]
    moves = _further_paragraphs(state, candidate, marker, key, base)
    if moves and _follows_on(moves, base, marker):
        return moves
    paras = state.paras
    # a summary's paragraphs, counted in Roman numerals, and recitals give way to the report's own
    front = bool(paras) and paras[0].key[1] in _FRONT and key[1] is _DIGITS
    # what is quoted is set in with its headings, and counts its own paragraphs
    quoted = bool(paras) and candidate.under > paras[-1].indent + _INDENT and marker.value == 1
    new = base + _first_paragraph(state, candidate, marker, key, front, quoted)
    if new > limit:
        return moves
    for depth in {len(paras), 0} if len(paras) < _MOST_RUNS else {0}:
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
    within = form is _DOTTED and _dotted_parent(state.heads, marker) is not None
    for depth in range(len(paras) - 1, -1, -1):
        run = paras[depth]
        own_form, own_system, prefix, *rest = run.key
        if own_form is not form or own_system is not system or rest != [marker.outer, marker.label]:
            if _counts_on(run, marker):
                moves.append(_move((base + 0.3, _PARAGRAPH, marker, depth, False, 0)))
            continue
        if prefix == marker.prefix:
            step = _step(run, marker)
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
    # conclusions are counted 1., 2., ..., and recommendations below their own heading anew, as far in
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
        and _dotted_parent(state.heads, marker) == len(state.heads) - 1
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
    if moves and _follows_on(moves, base, marker):
        return moves
    new = 0.5 if candidate.led else 1.2
    if marker.form in _PLAIN and marker.system is _DIGITS:
        new += 0.2 if candidate.led else 0.9
    carried = not state.paras and not items and marker.form is _DOTTED and marker.prefix[0] > _CHAPTER
    any_first = carried or _is_filed(marker)
    new += _CITED if marker.label == SECTION_SIGN and marker.value > 1 else 0.0
    new += 0.0 if marker.value == 1 or any_first else 2.5 + min(2.0, 0.3 * marker.value)
    if marker.form is _DOTTED:
        if any(_is_within(run, marker) for run in (*state.paras[-1:], *items)):
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


def _is_within(run: Run, marker: Marker) -> bool:
    """Whether a dotted number begins with the one that a run has come to."""
    _, system, prefix, outer, _ = run.key
    if (*prefix, run.value) != marker.prefix:
        return False
    outer = outer or (_DIGITS,) * len(prefix)
    return all_but_figures((*outer, system)) == marker.outer


def _list_openings(items: tuple[Run, ...]) -> list[int]:
    depths = [len(items)] if len(items) < _MOST_RUNS else []
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
    depth = min(depth, _MOST_RUNS - 1)
    return Move(candidate.item + 0.4, _ITEM, marker, depth, True)
