"""The edit that settles where people differ."""

from __future__ import annotations

from collections.abc import Sequence

from model.differing import differing
from model.editing.draft import Draft, NotPossible, names_of
from model.edits import Edit
from model.labels import Decision, DecisionKey, Reviewer
from model.nodes import Node
from model.review import Review


def settle(review: Review, reviewer: Reviewer, node_ids: Sequence[str]) -> Edit:
    """What is shown to the reviewer counts for everybody, in each slot of which people say other things."""
    draft = Draft(review, reviewer)
    nodes = draft.chosen(node_ids)
    settled: dict[str, Node] = {}
    for node in nodes:
        for slot, frame in differing(review, node.id):
            shown = review.shown(node.id, slot, reviewer.id, frame)
            evidence = shown.decision.evidence if shown.decision is not None else ()
            key = DecisionKey(node.id, slot, reviewer.id, frame)
            draft.decide(Decision(key, shown.value, evidence=evidence, adjudicated=True))
            settled[node.id] = node
    if not settled:
        raise NotPossible("Nobody differs here.")
    return draft.edit(f"settle {names_of(list(settled.values()))}", next(iter(settled)))
