"""The concepts of vocabularies that recommendations name, as decisions of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from model.labels import MACHINE, Decision, DecisionKey, Role, Slot, Span
from model.languages import language_of
from model.nodes import Node
from model.vocabularies import Vocabulary

# Words of several concepts may meet by chance; a person looks at them anyway.
_SURE = 0.75
# Fewer characters do not tell what language they are written in; this many are enough.
_TELLING, _ENOUGH = 90, 400


def suggest_concepts(nodes: Iterable[Node], decisions: Iterable[Decision], slot: Slot,
                     vocabularies: Sequence[Vocabulary], language: str) -> list[Decision]:  # fmt: skip
    """For every recommendation the concepts that it names, in the order of its words, each once.

    `decisions` say which nodes are recommendations, and by the words of their verbs which part of a node with
    several belongs to which. `language` is the report's; an annex may be in another.
    """
    frames = _frames(decisions)
    found = []
    for node in nodes:
        for frame, start, end in frames.get(node.id, ()):
            text = node.text[:end]
            named = _named(text, start, _language(node.text, language), vocabularies)
            if named:
                key = DecisionKey(node.id, slot, MACHINE.id, frame)
                rule = f"named: {', '.join(text[span.start : span.end] for span in named.values())}"
                found.append(Decision(key, list(named), None, tuple(named.values()), _SURE, rule))
    return found


def _named(text: str, start: int, language: str, vocabularies: Sequence[Vocabulary]) -> dict[str, Span]:
    hits = sorted(
        (begin, end, code)
        for vocabulary in vocabularies
        for begin, end, code in vocabulary.matches(text, language)
        if begin >= start
    )
    named: dict[str, Span] = {}
    for begin, end, code in hits:
        named.setdefault(code, Span(begin, end))
    return named


def _frames(decisions: Iterable[Decision]) -> Mapping[str, list[tuple[int, int, int | None]]]:
    """(frame, start, end) of each recommendation's frames: the words of one go on to the verb of the next."""
    asked: set[str] = set()
    verbs: dict[str, dict[int, int]] = {}
    for decision in decisions:
        key = decision.key
        if key.slot is Slot.ROLE and decision.value == Role.RECOMMENDATION:
            asked.add(key.node)
        elif key.slot is Slot.VERB and decision.evidence:
            verbs.setdefault(key.node, {}).setdefault(key.frame, decision.evidence[0].start)
    frames = {}
    for node in asked:
        starts = sorted({**verbs.get(node, {}), 0: 0}.items())
        ends = [*(start for _, start in starts[1:]), None]
        frames[node] = [(frame, start, end) for (frame, start), end in zip(starts, ends, strict=True)]
    return frames


def _language(text: str, otherwise: str) -> str:
    return (language_of(text[:_ENOUGH]) if len(text) >= _TELLING else "") or otherwise
