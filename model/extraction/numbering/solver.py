"""Which run each printed number of a document continues, and what it numbers: heading, paragraph or item.

A beam search over the whole document from top to bottom. A state is the runs that are open: the headings
from the top of the outline down, the paragraphs' runs (a draft resolution or an annex counts on its own
inside the report's), the items' runs of the open list. Each candidate either continues an open run, opens a
new one, or is not a number at all; every choice has a cost, and the cheapest way through the document wins.
What fonts, indents and gaps say comes in with the candidate, as costs too. So `i` after `h` is a letter and
`i` after `(b)` with a larger indent is a Roman numeral, without a rule for either.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import itemgetter

from model.extraction.numbering.forms import ASIDE
from model.extraction.numbering.moves import moves_of
from model.extraction.numbering.runs import Candidate, Choice, Key, Move, Run, State, Use

# Wide enough that a wrong turn can be mended some numbers later, narrow enough for ten thousand of them.
BEAM = 6
# States dearer than the best by more than this are dropped: they do not come back.
MARGIN = 7.0
_A_LITTLE = 1e-6  # more than sums of costs are off by rounding

# From their values in order: most of a solver's time goes into making them.
_run = partial(tuple.__new__, Run)
_choice = partial(tuple.__new__, Choice)
_state = partial(tuple.__new__, State)
# By names of their own: to look a member of an enumeration up takes as long as a call.
_HEADING, _ITEM, _TEXT = Use.HEADING, Use.ITEM, Use.TEXT


def solve(candidates: Sequence[Candidate]) -> list[Choice]:
    """A choice for each candidate. Time grows linearly with their number."""
    beam = [State(0.0, (), (), (), None)]
    for candidate in candidates:
        beam = _next_beam(beam, candidate)
    choices: list[Choice] = []
    trail = beam[0].trail
    while trail is not None:
        choices.append(trail[0])
        trail = trail[1]
    choices.reverse()
    return choices


def _next_beam(beam: Sequence[State], candidate: Candidate) -> list[State]:
    """The cheapest states after a candidate, no two with the same runs open."""
    keys = [marker.run for marker in candidate.markers]
    text = Move(candidate.text, _TEXT)
    limit = beam[0].cost + text.cost + MARGIN
    if len(beam) == BEAM:
        # taken for text by each state it makes so many that differ; what is dearer than these all is not kept
        limit = min(limit, beam[-1].cost + text.cost)
    waiting: list[tuple[float, State, Move]] = []
    for state in beam:
        spent = state.cost
        for move in (text, *moves_of(state, candidate, keys, limit - spent + _A_LITTLE)):
            cost = spent + move.cost
            if cost <= limit:
                limit = min(limit, cost + MARGIN)
                waiting.append((cost, state, move))
    waiting.sort(key=itemgetter(0))
    found: dict[tuple[object, ...], State] = {}
    for cost, state, move in waiting:
        after = _after(state, candidate, move, cost)
        found.setdefault((after.heads, after.paras, after.items), after)
        if len(found) == BEAM:
            break
    return list(found.values())


def _after(state: State, candidate: Candidate, move: Move, total: float) -> State:
    """The state that a move leads to."""
    cost, use, marker, depth, opens, gap = move
    _, heads, paras, items, trail = state
    if marker is None:
        return _state((total, heads, paras, items, (_choice((use, None, 0, False, 0, cost)), trail)))
    trail = _choice((use, marker, depth + 1, opens, gap, cost)), trail
    if use is _HEADING:
        below = None if opens else _below(heads, depth)
        run = _run((marker.run, marker.value, 0.0, candidate.style, candidate.rank, below))
        return _state((total, (*heads[:depth], run), paras, (), trail))
    run = _run((marker.run, marker.value, candidate.indent, 0, 0.0, None))
    if use is _ITEM:
        return _state((total, heads, paras, (*items[:depth], run), trail))
    if marker.form in ASIDE or candidate.apart:
        # a boxed recommendation stands among the paragraphs without taking part in their run
        return _state((total, heads, paras, (), trail))
    return _state((total, heads, (*paras[:depth], run), (), trail))


def _below(heads: tuple[Run, ...], depth: int) -> tuple[Key, int] | None:
    """The run below the heading at this depth, and how far it came."""
    if depth + 1 < len(heads):
        return heads[depth + 1].key, heads[depth + 1].value
    return heads[depth].below if depth < len(heads) else None
