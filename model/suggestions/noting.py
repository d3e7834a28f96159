"""The decisions that put what the rules found into words: value, evidence, confidence, rule."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from model.labels import MACHINE, Addressee, Decision, DecisionKey, Role, Slot, Span
from model.nodes import Node
from model.suggestions.actions import action_of
from model.suggestions.anatomy.filling import Above, Context, filled
from model.suggestions.anatomy.instruments import names_in
from model.suggestions.anatomy.tables import tables
from model.suggestions.finding import INHERITED, UNNAMED, Finding, Frame
from model.suggestions.reading import Reading

# From its values in order, as many are made.
_key = partial(tuple.__new__, DecisionKey)


def decisions_of(
    node: Node, reading: Reading, found: Finding, context: Context, above: Above | None
) -> list[Decision]:
    """The rules' decisions on a node: its role, and for each recommendation in it what it asks, and whom.

    `above` is what the lead-in passes down.
    """
    verdict = found.verdict
    noted = [
        _decision(node, Slot.ROLE, 0, verdict.role.value, verdict.spans, verdict.confidence, verdict.rule)
    ]
    if verdict.role is not Role.RECOMMENDATION:
        return noted
    names = names_in(reading, tables(reading.lexicon.language))
    stops = [frame.start for frame in found.frames[1:]] + [len(reading.text)]
    asking: list[Span] = []  # the verbs of the recommendations before
    for number, (frame, stop) in enumerate(zip(found.frames, stops, strict=True)):
        noted += _asked(node, reading, found, frame, number)
        for one in filled(node.id, reading, frame, asking, stop, names, context, above):
            sure = verdict.confidence * one.confidence
            noted.append(_decision(node, one.slot, number, one.value, one.evidence, sure, one.rule))
        if frame.verb is not None and frame.sort == "performative":
            asking.append(frame.verb)
    return noted


def _asked(node: Node, reading: Reading, found: Finding, frame: Frame, number: int) -> list[Decision]:
    sure = found.verdict.confidence
    verb = (frame.verb,) if frame.verb else ()
    whom = [one.value for one in frame.addressees or UNNAMED]
    noted = []
    if frame.force is not None:
        noted.append(
            _decision(node, Slot.FORCE, number, int(frame.force), verb, sure, _rule(found, Slot.FORCE))
        )
    known = sure * (0.7 if whom == [Addressee.IMPLICIT.value] else 0.95)
    rule = _rule(found, Slot.ADDRESSEES)
    noted.append(_decision(node, Slot.ADDRESSEES, number, whom, frame.spans, known, rule))
    act = action_of(reading, frame.verb)
    if act is not None:
        first = "the first action named"
        noted.append(_decision(node, Slot.ACTION, number, act.category, (act.words,), sure * 0.9, first))
    if frame.verb_words:
        noted.append(
            _decision(node, Slot.VERB, number, frame.verb_words, verb, sure, _rule(found, Slot.VERB))
        )
    return noted


def _rule(found: Finding, slot: Slot) -> str:
    """By which rule an operative slot is filled: by the lead-in, or the node's own words."""
    rule = found.verdict.rule
    if rule != INHERITED:
        return rule
    return INHERITED if slot in found.inherited else "the item's own words"


def _decision(
    node: Node, slot: Slot, frame: int, value: Any, spans: Sequence[Span], confidence: float, rule: str
) -> Decision:
    key = _key((node.id, slot, MACHINE.id, frame))
    sure = round(max(0.05, min(confidence, 0.99)), 2)
    return Decision(key, value, None, tuple(spans), sure, rule)
