"""Edits of labels: a reviewer's word on a slot, and how far the review of a node has come."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from model.editing.draft import Draft, NotPossible, name_of, names_of
from model.editing.recommending import ordinal
from model.editing.values import words_of
from model.edits import Edit
from model.labels import (
    ALIGNED_SLOTS,
    APPROVED,
    CONFIRMED,
    NO_WORDS,
    RECOMMENDATION_SLOTS,
    Addressee,
    Decision,
    DecisionKey,
    Reviewer,
    Role,
    Slot,
    Span,
    Status,
)
from model.nodes import CLASSIFIED, Node
from model.review import Review, Shown, Source

_SLOT_NAMES = {slot: slot.value for slot in Slot} | {
    Slot.ACTION: "action category",
    Slot.TASK: "what is to be done",
    Slot.THEMES: "theme",
    Slot.BENEFICIARIES: "beneficiary",
    Slot.INSTRUMENTS: "instrument",
    Slot.CONDITIONS: "condition",
    Slot.TIME_FRAME: "time frame",
    Slot.FOLLOW_UP: "follow-up",
}
# Of one thing in them, where the name above is of all.
_SINGULAR = {Slot.ADDRESSEES: "addressee"}
# The words that a suggestion rests on stay evidence for another choice on the same scale.
_BY_CHOICE = frozenset({Slot.ROLE, Slot.FORCE, Slot.ACTION})
_OF_PEOPLE = frozenset({Source.REVIEWER, Source.ADJUDICATED})
# What became of a recommendation may be said by another report: its own review goes no further by that.
_OF_ITS_WORDS = frozenset(RECOMMENDATION_SLOTS) - {Slot.FOLLOW_UP}
_NO_ROLE = "Only paragraphs and list items have a role, a force and addressees."


def label(review: Review, reviewer: Reviewer, node_ids: Sequence[str], slot: Slot, value: Any,
          evidence: tuple[Span, ...] = (), frame: int = 0) -> Edit:  # fmt: skip
    """The reviewer says `value` for a slot of each node; None takes the reviewer's word back.

    A node whose role is the reviewer's counts as corrected then, or as accepted where they said just what was
    suggested; one whose role they never said, or take back, waits for that. Nodes that have no roles
    (headings, tables, ...) are left alone. Of nodes that have no such `frame` the first recommendation is
    meant.
    """
    if slot is Slot.STATUS:
        return set_status(review, reviewer, node_ids, Status(value))
    draft = Draft(review, reviewer)
    nodes = [node for node in draft.chosen(node_ids) if node.kind in CLASSIFIED]
    if not nodes:
        raise NotPossible(_NO_ROLE)
    for node in nodes:
        key = DecisionKey(node.id, slot, reviewer.id, frame if frame < review.frames(node.id) else 0)
        if value is None:
            draft.undecide(key)
            if slot is Slot.ROLE and _own_status(review, node, reviewer) in APPROVED:
                draft.undecide(DecisionKey(node.id, Slot.STATUS, reviewer.id))
            continue
        suggested = _suggestion(review, key)
        agrees = suggested is not None and suggested.value == value
        kept = suggested.evidence if suggested and (agrees or slot in _BY_CHOICE) else ()
        draft.say(Decision(key, value, evidence=evidence or kept))
        _say_reviewed(draft, node, agrees)
    shown = f"“{words_of(slot, value)}”" if slot in (Slot.VERB, Slot.TASK) else words_of(slot, value)
    what = f"clear {_SLOT_NAMES[slot]} of" if value is None else f"set {_SLOT_NAMES[slot]} {shown} on"
    return draft.edit(f"{what} {names_of(nodes)}{_of_frame(frame)}", nodes[0].id)


def add_value(review: Review, reviewer: Reviewer, node_id: str, slot: Slot, value: Any,
              span: Span = NO_WORDS, frame: int = 0) -> Edit:  # fmt: skip
    """One more value for a slot that holds several, beside those that are shown, with the words that say it.

    A value that is there already only gets the words.
    """
    draft = Draft(review, reviewer)
    node = _classified(draft, node_id)
    shown = review.shown(node_id, slot, reviewer.id, frame)
    values, spans = list(shown.value or ()), list(_own_evidence(shown, slot, node_id))
    if slot is Slot.ADDRESSEES:
        # "Implicit" says that nobody is named: it does not stand beside somebody who is.
        alone = Addressee.IMPLICIT.value
        values = [] if value == alone else [one for one in values if one not in (alone, value)]
        spans = sorted({*spans, *((span,) if span != NO_WORDS else ())})
        values.append(value)
    elif value in values:
        spans[values.index(value)] = span
    else:
        values.append(value)
        spans.append(span)
    _decide(draft, node, slot, values, tuple(spans), frame)
    return draft.edit(_about_one("add", slot, value, f"to {name_of(node)}", frame), node.id)


def remove_value(review: Review, reviewer: Reviewer, node_id: str, slot: Slot, at: int,
                 frame: int = 0) -> Edit:  # fmt: skip
    """Takes away one of the values that are shown, by its place among them."""
    draft = Draft(review, reviewer)
    node = _classified(draft, node_id)
    shown = review.shown(node_id, slot, reviewer.id, frame)
    values, spans = list(shown.value or ()), list(_own_evidence(shown, slot, node_id))
    if at >= len(values):
        return Edit("remove", ())
    gone = values.pop(at)
    if slot in ALIGNED_SLOTS:
        spans.pop(at)
    _decide(draft, node, slot, values, tuple(spans if values else ()), frame)
    return draft.edit(_about_one("remove", slot, gone, f"from {name_of(node)}", frame), node.id)


def replace_value(review: Review, reviewer: Reviewer, node_id: str, slot: Slot, at: int, value: Any,
                  frame: int = 0) -> Edit:  # fmt: skip
    """Puts another value in the place of one that is shown; its words stay."""
    draft = Draft(review, reviewer)
    node = _classified(draft, node_id)
    shown = review.shown(node_id, slot, reviewer.id, frame)
    values = list(shown.value or ())
    if at >= len(values):
        return Edit("change", ())
    values[at] = value
    _decide(draft, node, slot, values, _own_evidence(shown, slot, node_id), frame)
    return draft.edit(_about_one("change", slot, value, f"of {name_of(node)}", frame), node.id)


def set_note(review: Review, reviewer: Reviewer, node_id: str, text: str) -> Edit:
    """The reviewer's note on a node of any kind; an empty one takes it away. The review goes no further."""
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    key = DecisionKey(node_id, Slot.NOTE, reviewer.id)
    text = text.strip()
    if text:
        draft.decide(Decision(key, text))
    else:
        draft.undecide(key)
    return draft.edit(f"note on {name_of(node)}", node_id)


def accept(review: Review, reviewer: Reviewer, node_ids: Sequence[str], least: float = 0.0) -> Edit:
    """The reviewer makes everything that is shown their own; a node corrected before stays corrected.

    A part of a recommendation of which the machine is less sure than `least` stays a suggestion.
    """
    draft = Draft(review, reviewer)
    nodes = draft.chosen(node_ids)
    for node in nodes:
        if node.kind in CLASSIFIED:
            _accept_values(draft, node, least)
        _accept_shown(draft, node, Slot.ENTRIES)
        if _own_status(review, node, reviewer) is not Status.CORRECTED:
            _decide_status(draft, node, _settled(draft, node))
    return draft.edit(f"accept {names_of(nodes)}", nodes[0].id)


def reject(review: Review, reviewer: Reviewer, node_ids: Sequence[str]) -> Edit:
    """The entries do not belong in the dataset; rejecting them again takes it back."""
    return set_status(review, reviewer, node_ids, Status.REJECTED)


def flag(review: Review, reviewer: Reviewer, node_ids: Sequence[str]) -> Edit:
    """The entries are to be looked at again; flagging them again takes it back."""
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


def _accept_values(draft: Draft, node: Node, least: float) -> None:
    review, reviewer = draft.review, draft.reviewer
    recommends = review.shown(node.id, Slot.ROLE, reviewer.id).value == Role.RECOMMENDATION
    for frame in range(review.frames(node.id) if recommends else 1):
        for slot in (*(() if frame else (Slot.ROLE,)), *(RECOMMENDATION_SLOTS if recommends else ())):
            _accept_shown(draft, node, slot, frame, 0.0 if slot is Slot.ROLE else least)


def _accept_shown(draft: Draft, node: Node, slot: Slot, frame: int = 0, least: float = 0.0) -> None:
    shown = draft.review.shown(node.id, slot, draft.reviewer.id, frame)
    sure = shown.decision is None or shown.decision.confidence >= least
    key = DecisionKey(node.id, slot, draft.reviewer.id, frame)
    is_own = shown.decision is not None and shown.decision.key == key
    if shown.value is not None and not is_own and sure:
        rule = CONFIRMED if shown.source in _OF_PEOPLE else ""
        draft.decide(Decision(key, shown.value, evidence=_own_evidence(shown, slot, node.id), rule=rule))


def _own_evidence(shown: Shown, slot: Slot, node_id: str) -> tuple[Span, ...]:
    """The words of a shown value in the node's own text, one for each value where these belong together."""
    own = shown.decision is not None and shown.node == node_id
    evidence = shown.decision.evidence if own and shown.decision is not None else ()
    if slot not in ALIGNED_SLOTS:
        return evidence
    missing = max(0, len(shown.value or ()) - len(evidence))
    return (*evidence[: len(shown.value or ())], *(NO_WORDS,) * missing)


def _classified(draft: Draft, node_id: str) -> Node:
    node = draft.node(node_id)
    if node.kind not in CLASSIFIED:
        raise NotPossible(_NO_ROLE)
    return node


def _decide(draft: Draft, node: Node, slot: Slot, values: list[Any], spans: tuple[Span, ...],
            frame: int) -> None:  # fmt: skip
    decision = Decision(DecisionKey(node.id, slot, draft.reviewer.id, frame), values, evidence=spans)
    draft.say(decision)
    _say_reviewed(draft, node, _is_suggested(draft.review, decision))


def _say_reviewed(draft: Draft, node: Node, agrees: bool) -> None:
    """How far the review has come with a value that agrees with what was suggested, or does not. A part of a
    recommendation does not say that it is one: the role may still be a machine's."""
    if not draft.says_role(node.id):
        return
    if not agrees:
        _decide_status(draft, node, Status.CORRECTED)
    elif draft.review.status(node.id, draft.reviewer.id) is Status.UNREVIEWED:
        _decide_status(draft, node, _settled(draft, node))


def _settled(draft: Draft, node: Node) -> Status:
    """What a node counts as when its review ends: corrected where it was put right, or where the reviewer
    said of a part before what was not suggested."""
    own = (d for d in draft.review.decisions(node.id) if d.key.reviewer == draft.reviewer.id)
    others = (d for d in own if d.key.slot in _OF_ITS_WORDS and not _is_suggested(draft.review, d))
    return Status.CORRECTED if node.is_put_right or any(others) else Status.ACCEPTED


def _is_suggested(review: Review, decision: Decision) -> bool:
    suggested = _suggestion(review, decision.key)
    return suggested is not None and suggested.value == decision.value


def _decide_status(draft: Draft, node: Node, status: Status) -> None:
    draft.say(Decision(DecisionKey(node.id, Slot.STATUS, draft.reviewer.id), status.value))


def _own_status(review: Review, node: Node, reviewer: Reviewer) -> Status:
    own = review.decision(DecisionKey(node.id, Slot.STATUS, reviewer.id))
    return Status(own.value) if own else Status.UNREVIEWED


def _suggestion(review: Review, key: DecisionKey) -> Decision | None:
    """What a machine says: the learned model where there is one, which speaks after the rules."""
    said = [
        d
        for d in review.decisions(key.node)
        if (d.key.slot, d.key.frame) == (key.slot, key.frame) and d.key.reviewer in review.machines
    ]
    return max(said, key=attrgetter("said_at"), default=None)


def _about_one(verb: str, slot: Slot, value: Any, where: str, frame: int) -> str:
    word = _SINGULAR.get(slot, _SLOT_NAMES[slot])
    return f"{verb} {word} {words_of(slot, [value])} {where}{_of_frame(frame)}"


def _of_frame(frame: int) -> str:
    return f" ({ordinal(frame)} recommendation)" if frame else ""
