"""How far a number's dress and a heading's type speak against a depth among the open headings."""

from __future__ import annotations

import itertools

from model.extraction.numbering.forms import Form, Marker
from model.extraction.numbering.labels import TOP_LABELS
from model.extraction.numbering.runs import Candidate, Run
from model.extraction.numbering.systems import System

# The order that house styles put counts in: when one opens beside an open run, the later of two is below.
_ORDER = (System.UPPER_ROMAN, System.UPPER, System.DIGITS, System.LOWER, System.LOWER_ROMAN)
_BELOW = frozenset(itertools.combinations(_ORDER, 2))


def clash_of(heads: tuple[Run, ...], candidate: Candidate, marker: Marker, depth: int) -> float:
    """How far the type of a new run's heading speaks against this depth."""
    if marker.label in TOP_LABELS:
        # annexes and parts stand above numbered headings, whatever their type
        if not depth:
            nested = heads and heads[0].key[0] is Form.LABEL and heads[0].rank > candidate.rank + 0.5
            return 1.2 if nested else 0.0
        return 0.4 if heads[depth - 1].key[0] is Form.LABEL else 1.5
    above = heads[:depth]
    # a decision may be headed like the numbered matter that it settles
    filed = marker.form is Form.LABEL
    clash = sum([
        0.7 if (run.key[1], marker.system) in _BELOW else 1.5 for run in above
        if run.style == candidate.style and (run.key[0] is Form.LABEL) is filed and not _is_below(run, marker)
    ])  # fmt: skip
    if depth < len(heads) and _is_below(heads[depth], marker):
        clash += 1.0
    # a label's line may be set smaller than what it heads
    clash += sum([1.0 for run in above if run.rank < candidate.rank - 0.5 and run.key[0] is not Form.LABEL])
    if depth < len(heads) and heads[depth].rank > candidate.rank + 0.5:
        clash += 1.2
    if depth < len(heads) and _takes_higher(heads[depth], marker):
        clash += 1.6
    return clash


def _takes_higher(run: Run, marker: Marker) -> bool:
    """Whether a count opens in the place of one that stands above it in most houses: of parts or chapters,
    or in an order of numerals before its own."""
    of_chapters = run.key[-1] in TOP_LABELS and not marker.label
    return of_chapters or (run.key[1], marker.system) in _BELOW


def _is_below(run: Run, marker: Marker) -> bool:
    """Whether the numbers say by themselves which stands below the other, however they are set: "A" is below
    "4.I", in Chinese "（一）" and "1." are below "一、"."""
    form, system, *_ = run.key
    if marker.form is Form.LABEL:
        return False
    if system is System.CHINESE:
        brackets = marker.system is System.CHINESE and marker.form is Form.BRACKETS
        return marker.system is System.DIGITS or (brackets and form is not Form.BRACKETS)
    return form is Form.DOTTED and marker.form is not Form.DOTTED
