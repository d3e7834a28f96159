"""The slots of one recommendation: what its own words fill, then what its lead-in passes down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from model.labels import NO_WORDS, Attribution, Response, Slot, Span
from model.linking import Inside
from model.suggestions.anatomy.instruments import cited_in
from model.suggestions.anatomy.limits import limits_of, times_of
from model.suggestions.anatomy.parts import Attributed, Cited, Filled, Limits, Name, When, apart
from model.suggestions.anatomy.tables import NameKind, Tables, tables
from model.suggestions.anatomy.tasks import task_of
from model.suggestions.anatomy.voices import said_by, states_in, status_of
from model.suggestions.finding import Frame
from model.suggestions.frames import hard_stop
from model.suggestions.reading import Reading

# Slots that an item takes from its lead-in where its own words do not fill them.
PASSED = (Slot.ATTRIBUTION, Slot.CONDITIONS, Slot.TIME_FRAME, Slot.FOLLOW_UP)


class Context(NamedTuple):
    """What a report says for all its recommendations: its year (0: unknown), whose word it is, its parts."""

    year: int
    by: Attributed
    inside: Inside
    enacted: bool = False  # in a resolution, whose organ stands far above


class Above(NamedTuple):
    """What a lead-in passes down: values by slot, and how an item's decision names that."""

    values: Mapping[Slot, Any]
    rule: str


def filled(
    node: str,
    reading: Reading,
    frame: Frame,
    before: Sequence[Span],
    stop: int,
    names: Sequence[Name],
    context: Context,
    above: Above | None,
) -> list[Filled]:
    """The slots of one recommendation of a node; `before` are the verbs of those before it, `stop` is where
    the next begins, `names` are the node's."""
    words = tables(reading.lexicon.language)
    end = frame.end if frame.end is not None else hard_stop(reading, frame.start)
    by = states_in(reading, frame.start, stop)
    end = min(end, by.words[0].start - 1) if by is not None else end
    acts = frame.verb.start if frame.verb and frame.sort == "performative" else frame.start
    cited = cited_in(reading, words, frame.start, stop, frame.spans, frame.verb, names)
    limits = limits_of(reading, words, acts, end)
    times = times_of(reading, words, acts, end, context.year, [one.words for one in cited])
    hedges = [*(one.words for one in limits), *(one.words for one in times)]
    task = task_of(reading, words, frame, end, hedges)
    own = [
        None if context.enacted and by is None else _attribution(reading, words, frame, before, by),
        _task(reading, task),
        _beneficiaries(reading, names, task, [*(one.words for one in cited), *frame.spans]),
        _instruments(cited, node, context.inside),
        _conditions(reading, limits),
        _time_frame(reading, times),
        _status(reading, words) if stop == len(reading.text) else None,
    ]
    found = [one for one in own if one is not None]
    return [*found, *_from_above({one.slot for one in found}, context, above)]


def follow_up(response: Response | None) -> list[dict[str, Any]]:
    """A follow-up that the report itself says."""
    return [{"target": None, "response": response.value}] if response else []


def _from_above(own: set[Slot], context: Context, above: Above | None) -> list[Filled]:
    found = []
    for slot in PASSED:
        value = above.values.get(slot) if above and slot not in own else None
        if value:
            evidence = (NO_WORDS,) * len(value) if isinstance(value, list) else ()
            found.append(Filled(slot, value, evidence, 0.85, above.rule if above else ""))
            own.add(slot)
    if Slot.ATTRIBUTION not in own:
        value = {"by": context.by.kind.value, "name": context.by.name}
        found.append(Filled(Slot.ATTRIBUTION, value, (), 0.6, "whose report it is"))
    return found


def _attribution(
    reading: Reading, words: Tables, frame: Frame, before: Sequence[Span], states: Attributed | None
) -> Filled | None:
    by, rule = states, "States in brackets at the end"
    if by is None:
        by, rule = said_by(reading, words, frame, before), "subject of the operative verb"
    if by is None:
        return None
    value = {"by": by.kind.value, "name": by.name}
    return Filled(Slot.ATTRIBUTION, value, by.words, 0.95 if by.kind is Attribution.STATE else 0.9, rule)


def _task(reading: Reading, task: Span | None) -> Filled | None:
    if task is None:
        return None
    text = reading.text[task.start : task.end]
    return Filled(Slot.TASK, text, (task,), 0.8, "words behind the operative ones")


def _beneficiaries(
    reading: Reading, names: Sequence[Name], task: Span | None, taken: Sequence[Span]
) -> Filled | None:
    """Who is named in what is to be done, offices and instruments that are called by them apart."""
    found: dict[str, Span] = {}
    for sort, code, span in names:
        if task is None or sort != NameKind.BENEFICIARY or span.start < task.start or span.end > task.end:
            continue
        holders = (hit.span for hit in reading.actors)
        office = any(one.start <= span.start and span.end <= one.end and one != span for one in holders)
        if not office and apart(taken, span):
            found.setdefault(code, span)
    return _several(Slot.BENEFICIARIES, list(found), list(found.values()), 0.75, "vocabulary")


def _instruments(cited: Sequence[Cited], node: str, inside: Inside) -> Filled | None:
    values = [
        {
            "name": one.name,
            "kind": one.kind.value,
            "target": None if one.elsewhere else inside.find(one.name, one.kind, node),
        }
        for one in cited
    ]
    rules = ", ".join(dict.fromkeys(one.rule for one in cited))
    return _several(Slot.INSTRUMENTS, values, [one.words for one in cited], 0.9, rules)


def _conditions(reading: Reading, limits: Sequence[Limits]) -> Filled | None:
    values = [{"kind": one.kind.value, "text": reading.text[slice(*one.words)]} for one in limits]
    rules = ", ".join(dict.fromkeys(f"words for {one.kind.value}" for one in limits))
    return _several(Slot.CONDITIONS, values, [one.words for one in limits], 0.9, rules)


def _time_frame(reading: Reading, times: Sequence[When]) -> Filled | None:
    values = [
        {"kind": one.kind.value, "text": reading.text[slice(*one.words)], "when": one.iso} for one in times
    ]
    rules = ", ".join(dict.fromkeys(f"words for a {one.kind.value}" for one in times))
    return _several(Slot.TIME_FRAME, values, [one.words for one in times], 0.85, rules)


def _status(reading: Reading, words: Tables) -> Filled | None:
    found = status_of(reading, words)
    if found is None:
        return None
    return Filled(Slot.FOLLOW_UP, follow_up(found[0]), (found[1],), 0.85, "last sentence says how far it is")


def _several(
    slot: Slot, values: list[Any], spans: Sequence[Span], confidence: float, rule: str
) -> Filled | None:
    return Filled(slot, values, tuple(spans), confidence, rule) if values else None
