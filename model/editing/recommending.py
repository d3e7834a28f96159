"""Edits of the recommendations within one node: another one beside the first, and away with it again."""

from __future__ import annotations

from dataclasses import replace

from model.editing.draft import Draft, NotPossible, name_of
from model.edits import Edit
from model.labels import Decision, DecisionKey, Force, Reviewer, Slot
from model.nodes import CLASSIFIED
from model.review import Review

# A further recommendation in a paragraph mostly asks the same actors as strongly as the first does.
_TAKEN_OVER = (Slot.FORCE, Slot.ADDRESSEES, Slot.ATTRIBUTION)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def ordinal(frame: int) -> str:
    """ "second" for 1."""
    return _ORDINALS[frame] if frame < len(_ORDINALS) else f"{frame + 1}th"


def add_recommendation(review: Review, reviewer: Reviewer, node_id: str) -> Edit:
    """One more recommendation in a node, with the force and the addressees of the first."""
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    if node.kind not in CLASSIFIED:
        raise NotPossible("Only paragraphs and list items hold recommendations.")
    frame = review.frames_seen(node_id)
    for slot in _TAKEN_OVER:
        value = review.shown(node_id, slot, reviewer.id).value
        if value is None and slot is Slot.FORCE:
            value = Force.RECOMMENDS.value
        if value is not None:
            draft.decide(Decision(DecisionKey(node_id, slot, reviewer.id, frame), value))
    draft.mark_corrected(node_id)
    return draft.edit(f"add a {ordinal(frame)} recommendation to {name_of(node)}", node_id)


def remove_recommendation(review: Review, reviewer: Reviewer, node_id: str, frame: int) -> Edit:
    """Takes a further recommendation away: what this reviewer and the machines say of it. Those after it
    move up, but not where words of others are hidden: these keep their places."""
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    if not frame:
        raise NotPossible("The first recommendation stays: if it is none, change the role.")
    mine = review.machines | {reviewer.id}
    standing = [d for d in review.decisions(node_id) if d.key.frame >= frame]
    there = [d.key for d in standing if d.key.frame == frame and not review.hides(d)]
    if any(key.reviewer not in mine for key in there):
        raise NotPossible("Somebody else says that it is one: only they can take it back.")
    stays = any(map(review.hides, standing))
    behind = [] if stays else [d for d in standing if d.key.frame > frame]
    moved = [replace(d, key=d.key._replace(frame=d.key.frame - 1)) for d in behind]
    for key in {*there, *(d.key for d in behind)} - {d.key for d in moved}:
        draft.undecide(key)
    for decision in moved:
        draft.decide(decision)
    draft.mark_corrected(node_id)
    return draft.edit(f"remove the {ordinal(frame)} recommendation of {name_of(node)}", node_id)
