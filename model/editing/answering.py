"""Edits of a recommendation's follow-up: which paragraph or report answers it, and with which response.

The review of the recommendation goes no further by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat
from typing import Any

from model.editing.draft import Draft, name_of
from model.edits import Edit
from model.labels import NO_WORDS, Decision, DecisionKey, Response, Reviewer, Slot, Span
from model.review import Review


def link_answer(review: Review, reviewer: Reviewer, node_id: str, target: str | None,
                response: Response) -> Edit:  # fmt: skip
    """The reviewer says that a node or document answers a recommendation; one that did gets this response.

    Without a target it is what the recommendation's own words say, with these words.
    """
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    shown = _shown(draft, node_id)
    words = next((words for value, words in shown if not target and not value["target"]), NO_WORDS)
    kept = [(value, words) for value, words in shown if value["target"] not in (None, target)]
    _decide(draft, node_id, [*kept, ({"target": target, "response": response.value}, words)])
    return draft.edit(f"link an answer to {name_of(node)}", node_id)


def unlink_answer(review: Review, reviewer: Reviewer, node_id: str, target: str | None) -> Edit:
    """The reviewer says that it answers the recommendation not."""
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    _decide(draft, node_id, [one for one in _shown(draft, node_id) if one[0]["target"] != target])
    return draft.edit(f"unlink an answer from {name_of(node)}", node_id)


def _shown(draft: Draft, node_id: str) -> list[tuple[dict[str, Any], Span]]:
    """Each value with the words that say it."""
    shown = draft.review.shown(node_id, Slot.FOLLOW_UP, draft.reviewer.id)
    said = shown.decision if shown.node == node_id else None  # words of a lead-in stand in its own text
    words = said.evidence if said is not None else ()
    return list(zip(map(dict, shown.value or ()), chain(words, repeat(NO_WORDS)), strict=False))


def _decide(draft: Draft, node_id: str, values: Sequence[tuple[dict[str, Any], Span]]) -> None:
    key = DecisionKey(node_id, Slot.FOLLOW_UP, draft.reviewer.id)
    said = [value for value, _ in values]
    draft.decide(Decision(key, said, evidence=tuple(words for _, words in values)))
