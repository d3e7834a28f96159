"""The parts that are found in a recommendation's words, and how they become slots' values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from model.labels import Attribution, ConditionKind, InstrumentKind, Slot, Span, TimeKind


class Limits(NamedTuple):
    """Conditions and hedges: of which kind, and the words."""

    kind: ConditionKind
    words: Span


class When(NamedTuple):
    """A time frame: of which kind, the words, and as ISO 8601 where that can be told."""

    kind: TimeKind
    words: Span
    iso: str = ""


class Cited(NamedTuple):
    """An instrument that is cited: of which kind, its normalised name, the words, and how it was found.

    `elsewhere`: a part of another document than the one that cites.
    """

    kind: InstrumentKind
    name: str
    words: Span
    rule: str
    elsewhere: bool = False


class Attributed(NamedTuple):
    """Whose word a recommendation is, with the name as printed, empty if it is not, and its words."""

    kind: Attribution
    name: str = ""
    words: tuple[Span, ...] = ()


class Name(NamedTuple):
    """A name that a text holds: of what sort (`tables.Named`), the code of what it names, and the words."""

    sort: str
    code: str
    words: Span


class Filled(NamedTuple):
    """A slot's value with its evidence, how sure the rules are, and which of them filled it."""

    slot: Slot
    value: Any
    evidence: tuple[Span, ...]
    confidence: float
    rule: str


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches share a character."""
    return one.start < other.end and other.start < one.end


def apart(spans: Sequence[Span], span: Span) -> bool:
    """Whether a span overlaps none of the others."""
    return not any(overlap(span, other) for other in spans)
