"""What a number may be as a heading's: which run of headings it continues or opens, and what that costs."""

from __future__ import annotations

from functools import partial

from model.extraction.numbering.clashes import clash_of
from model.extraction.numbering.forms import Form, Marker
from model.extraction.numbering.labels import SKIPPING_LABELS, TOP_LABELS
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

_FAR = 400  # the most numbers that a label's run skips
# Headings' numbers skip at most this many, and those of headings set alike this many, at no more than this
# cost: a board decides on some items of its agenda.
_FEW, _MANY, _GAP = 4, 30, 2.4
# What chapters and parts are counted with.
_CHAPTERS = frozenset({System.DIGITS, System.UPPER_ROMAN, System.WORD, System.CHINESE})
# An excerpt that is told by no label begins with an earlier chapter than this.
_EARLY = 10
# What it costs to count on through the headings above: Part One: I, II, Part Two: III.
_THROUGH = 0.3
# What it costs more to begin a count of headings with what may be initials, below no number that it goes on.
_INITIALS = 1.5

# From its values in order: many are made.
_move = partial(tuple.__new__, Move)
# By names of their own: to look a member of an enumeration up takes as long as a call.
_HEADING = Use.HEADING
_LABEL, _DOTTED = Form.LABEL, Form.DOTTED


def headings(
    state: State, candidate: Candidate, marker: Marker, key: Key, extra: float, limit: float
) -> list[Move]:
    """The runs of headings that a number may continue or open; `extra`: what its marker costs more."""
    base = candidate.heading + extra
    moves = _next_headings(state, candidate, marker, key, base)
    if moves and follows_on(moves, base, marker):
        return moves
    return moves + _first_headings(state, candidate, marker, key, base, limit)


def _next_headings(state: State, candidate: Candidate, marker: Marker, key: Key, base: float) -> list[Move]:
    """The runs of headings that a number may continue; a heading costs `base` of itself."""
    moves = []
    for depth in range(len(state.heads) - 1, -1, -1):
        run = state.heads[depth]
        if run.key != key:
            continue
        step = step_from(run, marker)
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
    any_first = (
        excerpt
        or marker.label in SKIPPING_LABELS
        or is_filed(marker)
        or _is_part_of_item(state, candidate, marker)
    )
    first = marker.value if any_first else 1
    cost = base + (0.8 if marker.value <= first else 3.5 + min(2.0, 0.4 * (marker.value - first)))
    if marker.form is _DOTTED:
        parent = dotted_parent(state.heads, marker)
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


def _is_part_of_item(state: State, candidate: Candidate, marker: Marker) -> bool:
    """Whether a number in brackets stands right below an agenda's item: a meeting takes up any part of it."""
    above = candidate.under >= 0 and bool(state.heads)
    return above and marker.form is Form.BRACKETS and state.heads[-1].key[-1] in SKIPPING_LABELS


def is_filed(marker: Marker) -> bool:
    """Whether a number names a session's or a year's ("Decision 15/4"): any of them may come first."""
    return marker.form is _LABEL and any(sign in marker.printed for sign in "/.-")


def _openings(heads: tuple[Run, ...], candidate: Candidate) -> list[int]:
    """Depths where a new run of headings may open: below the last, or in the place of one above."""
    depths = [len(heads)] if len(heads) < MOST_RUNS else []
    depths += [depth for depth, run in enumerate(heads) if run.style == candidate.style or not depth]
    return list(dict.fromkeys(depths))


def dotted_parent(heads: tuple[Run, ...], marker: Marker) -> int | None:
    """The depth of the heading whose number is this one's prefix."""
    for depth in range(len(heads) - 1, -1, -1):
        if is_within(heads[depth], marker):
            return depth
    return None
