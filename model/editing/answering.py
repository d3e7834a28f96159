"""Edits of a recommendation's follow-up: which paragraph or report answers it, and with which response.

The review of the recommendation goes no further by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from model.editing.draft import Draft, name_of
from model.edits import Edit
from model.labels import NO_WORDS, Decision, DecisionKey, Response, Reviewer, Slot
from model.review import Review


def link_answer(review: Review, reviewer: Reviewer, node_id: str, target: str, response: Response) -> Edit:
    """The reviewer says that a node or document answers a recommendation; one that did gets this response."""
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    kept = [value for value in _shown(draft, node_id) if value["target"] not in (None, target)]
    _decide(draft, node_id, [*kept, {"target": target, "response": response.value}])
    return draft.edit(f"link an answer to {name_of(node)}", node_id)


def unlink_answer(review: Review, reviewer: Reviewer, node_id: str, target: str) -> Edit:
    """The reviewer says that it answers the recommendation not."""
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    _decide(draft, node_id, [value for value in _shown(draft, node_id) if value["target"] != target])
    return draft.edit(f"unlink an answer from {name_of(node)}", node_id)


def _shown(draft: Draft, node_id: str) -> list[dict[str, Any]]:
    shown = draft.review.shown(node_id, Slot.FOLLOW_UP, draft.reviewer.id)
    return [dict(value) for value in shown.value or ()]


def _decide(draft: Draft, node_id: str, values: Sequence[dict[str, Any]]) -> None:
    key = DecisionKey(node_id, Slot.FOLLOW_UP, draft.reviewer.id)
    draft.decide(Decision(key, list(values), evidence=(NO_WORDS,) * len(values)))
