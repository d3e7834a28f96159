"""Edits of labels: a reviewer's word on a slot, and how far the review of a node has come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from model.editing.draft import Draft, NotPossible, names_of
from model.edits import Edit
from model.labels import Decision, DecisionKey, Reviewer, Role, Slot, Span, Status
from model.nodes import CLASSIFIED, Node
from model.review import Review, Source

# Slots that only a recommendation has.
RECOMMENDATION_SLOTS = (Slot.FORCE, Slot.ADDRESSEES, Slot.VERB, Slot.ACTION)
_SLOT_NAMES = {
    Slot.ROLE: "role",
    Slot.FORCE: "force",
    Slot.ADDRESSEES: "addressees",
    Slot.VERB: "verb",
    Slot.ACTION: "action",
}


def label(review: Review, reviewer: Reviewer, node_ids: Sequence[str], slot: Slot, value: Any,
          evidence: tuple[Span, ...] = ()) -> Edit:  # fmt: skip
    """The reviewer says `value` for a slot of each node; None takes the reviewer's word back.

    A node counts as corrected then, or as accepted where the reviewer said just what was suggested.
    Nodes that have no roles (headings, tables, ...) are left alone.
    """
    if slot is Slot.STATUS:
        return set_status(review, reviewer, node_ids, Status(value))
    draft = Draft(review, reviewer)
    nodes = draft.chosen(node_ids)
    nodes = [node for node in nodes if node.kind in CLASSIFIED]
    if not nodes:
        raise NotPossible("Only paragraphs and list items have a role, a force and addressees.")
    for node in nodes:
        key = DecisionKey(node.id, slot, reviewer.id)
        if value is None:
            draft.undecide(key)
            continue
        suggested = _suggestion(review, node, slot)
        draft.decide(Decision(key, value, evidence=evidence or (suggested.evidence if suggested else ())))
        agrees = suggested is not None and suggested.value == value
        if not agrees or review.status(node.id, reviewer.id) is Status.UNREVIEWED:
            _decide_status(draft, node, Status.ACCEPTED if agrees else Status.CORRECTED)
    shown = ", ".join(map(str, value)) if isinstance(value, list) else value
    what = f"clear {_SLOT_NAMES[slot]} of" if value is None else f"set {_SLOT_NAMES[slot]} {shown} on"
    return draft.edit(f"{what} {names_of(nodes)}", nodes[0].id)


def accept(review: Review, reviewer: Reviewer, node_ids: Sequence[str]) -> Edit:
    """The reviewer makes everything that is shown their own; a node corrected before stays corrected."""
    draft = Draft(review, reviewer)
    nodes = draft.chosen(node_ids)
    for node in nodes:
        role = review.shown(node.id, Slot.ROLE, reviewer.id)
        slots = [Slot.ROLE] if role.value != Role.RECOMMENDATION else [Slot.ROLE, *RECOMMENDATION_SLOTS]
        for slot in slots if node.kind in CLASSIFIED else ():
            shown = review.shown(node.id, slot, reviewer.id)
            if shown.value is None or shown.source is Source.OWN:
                continue
            evidence = shown.decision.evidence if shown.decision and shown.node == node.id else ()
            key = DecisionKey(node.id, slot, reviewer.id)
            draft.decide(Decision(key, shown.value, evidence=evidence))
        if _own_status(review, node, reviewer) is not Status.CORRECTED:
            _decide_status(draft, node, Status.ACCEPTED)
    return draft.edit(f"accept {names_of(nodes)}", nodes[0].id)


def reject(review: Review, reviewer: Reviewer, node_ids: Sequence[str]) -> Edit:
    return set_status(review, reviewer, node_ids, Status.REJECTED)


def flag(review: Review, reviewer: Reviewer, node_ids: Sequence[str]) -> Edit:
    return set_status(review, reviewer, node_ids, Status.FLAGGED)


def set_status(review: Review, reviewer: Reviewer, node_ids: Sequence[str], status: Status) -> Edit:
    """Sets the reviewer's status of each node; saying the same status again takes it back."""
    draft = Draft(review, reviewer)
    nodes = draft.chosen(node_ids)
    again = all(_own_status(review, node, reviewer) is status for node in nodes)
    for node in nodes:
        if again or status is Status.UNREVIEWED:
            draft.undecide(DecisionKey(node.id, Slot.STATUS, reviewer.id))
        else:
            _decide_status(draft, node, status)
    verb = {Status.REJECTED: "reject", Status.FLAGGED: "flag", Status.ACCEPTED: "accept"}.get(status, "mark")
    return draft.edit(f"{'take back ' if again else ''}{verb} {names_of(nodes)}", nodes[0].id)


def _decide_status(draft: Draft, node: Node, status: Status) -> None:
    draft.decide(Decision(DecisionKey(node.id, Slot.STATUS, draft.reviewer.id), status.value))


def _own_status(review: Review, node: Node, reviewer: Reviewer) -> Status:
    own = review.decision(DecisionKey(node.id, Slot.STATUS, reviewer.id))
    return Status(own.value) if own else Status.UNREVIEWED


def _suggestion(review: Review, node: Node, slot: Slot) -> Decision | None:
    standing = (d for d in review.decisions(node.id) if d.key.slot is slot)
    return next((d for d in standing if d.key.reviewer in review.machines), None)
