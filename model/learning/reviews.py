"""Learning from a review: which entries it learns from, what is known of each, and suggestions as an edit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from model.edits import DecisionChange, DocumentChange, Edit
from model.labels import (
    ALIGNED_SLOTS,
    NO_WORDS,
    Decision,
    DecisionKey,
    Role,
    Slot,
    Span,
)
from model.learning.learned import Suggested, Weighed
from model.learning.machines import is_model
from model.nodes import CLASSIFIED, Kind, Node
from model.review import Review, Source

SLOTS = (Slot.ROLE, Slot.FORCE, Slot.ACTION, Slot.ADDRESSEES, Slot.THEMES)
# What parts the values where an entry may have several.
SEPARATORS = {Slot.ADDRESSEES: "|", Slot.THEMES: "|"}
_PEOPLE = (Source.ADJUDICATED, Source.OWN, Source.REVIEWER)
_NUMBERS = (Slot.FORCE, Slot.ACTION)
# This many words are named as what weighed.
_NAMED = 3


class Case(NamedTuple):
    """An entry as a case of a slot: what is known of it, what the rules say, and a person's word, if any."""

    node: str
    text: str
    hints: tuple[str, ...]
    rules: Suggested
    given: tuple[str, ...] | None


class SuggestedLabel(NamedTuple):
    """What a model suggests for an entry, and the words that weighed."""

    node: str
    suggested: Suggested
    why: tuple[Weighed, ...]


def cases(review: Review, slot: Slot) -> Iterator[Case]:
    """The entries that have the slot, in reading order.

    Entries that follow their lead-in are none: what is said of the lead-in is said of them. Nor are entries
    with several recommendations, where more than the role is asked: the text is of all of them.
    """
    under: tuple[str, ...] = ()
    before = ""
    for node in review.outline:
        if node.kind is Kind.SECTION:
            under = tuple(f"under {word}" for word in dict.fromkeys(node.text.lower().split()[:12]))
        if node.kind not in CLASSIFIED:
            continue
        rules = _of_rules(review, node, slot)
        own = rules is None or not rules.rule.startswith("inherited")
        if own and _has(review, node, slot):
            said = _labels_of(rules.value) if rules is not None else ()
            sure = (rules.confidence,) * len(said) if rules is not None else ()
            yield Case(
                node.id, node.text, (*under, *_hints(node, rules, before)), Suggested(said, sure),
                _given(review, node, slot),
            )  # fmt: skip
        role = _of_rules(review, node, Slot.ROLE)
        before = str(role.value) if role is not None else ""


def _labels_of(value: Any) -> tuple[str, ...]:
    """A slot's value as labels."""
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def value_of(slot: Slot, labels: Sequence[str]) -> Any:
    """Labels as a slot's value."""
    if slot in SEPARATORS:
        return list(labels)
    return int(labels[0]) if slot in _NUMBERS else labels[0]


def suggestions(
    review: Review,
    said: Mapping[Slot, tuple[str, Sequence[SuggestedLabel]]],
    slots: Collection[Slot],
    now: datetime,
) -> Edit:
    """What the learned models of some slots say now, in the place of what models said before.

    `said`: by slot the model's id and its words. Where a person has spoken, or nothing is suggested, nothing
    is put; `slots` without words are only cleared.
    """
    after: dict[DecisionKey, Decision] = {}
    for slot, (model, words) in said.items():
        for one in words:
            node = review.outline.get(one.node)
            if node is not None and one.suggested.labels and _given(review, node, slot) is None:
                decision = _decision(node, slot, model, one, now)
                after[decision.key] = decision
    changes = []
    for node in review.outline:
        for old in review.decisions(node.id):
            if is_model(old.key.reviewer) and old.key.slot in slots:
                changes.append(DecisionChange(old, after.pop(old.key, None)))
    changes += [DecisionChange(None, new) for new in after.values()]
    models = tuple(sorted({model for model, _ in said.values()}))
    facts = DocumentChange(review.document, review.document, models) if models else None
    return Edit("suggest what was learned", tuple(changes), document=facts)


def _decision(node: Node, slot: Slot, model: str, one: SuggestedLabel, now: datetime) -> Decision:
    labels, sure = one.suggested
    words = [weighed.word for weighed in one.why[:_NAMED]]
    named = ", ".join("what the rules say" if word[0] in "=!" else f"“{word}”" for word in words)
    spans = tuple(span for word in words if (span := _place(node.text, word)) is not None)
    evidence = (NO_WORDS,) * len(labels) if slot in ALIGNED_SLOTS else tuple(sorted(spans))
    rule = f"learned; what weighed: {named}" if named else "learned"
    key = DecisionKey(node.id, slot, model)
    return Decision(key, value_of(slot, labels), now, evidence, min(sure), rule)


def _place(text: str, word: str) -> Span | None:
    found = re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    return Span(*found.span()) if found is not None else None


def _has(review: Review, node: Node, slot: Slot) -> bool:
    if slot is Slot.ROLE:
        return True
    return review.frames(node.id) == 1 and review.shown(node.id, Slot.ROLE, "").value == Role.RECOMMENDATION


def _given(review: Review, node: Node, slot: Slot) -> tuple[str, ...] | None:
    shown = review.shown(node.id, slot, "")
    if shown.source not in _PEOPLE or shown.value is None:
        return None
    return _labels_of(shown.value)


def _of_rules(review: Review, node: Node, slot: Slot) -> Decision | None:
    for decision in review.decisions(node.id):
        of = decision.key
        if of.slot is slot and of.frame == 0 and of.reviewer in review.machines and not is_model(of.reviewer):
            return decision
    return None


def _hints(node: Node, rules: Decision | None, before: str) -> Iterator[str]:
    yield f"kind {node.kind.value}"
    yield f"after {before}"
    if rules is not None:
        for label in _labels_of(rules.value):
            yield f"!{label}"
        yield f"rule {rules.rule}"
