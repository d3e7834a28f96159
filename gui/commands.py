"""What the review actions do: the id of an action, and the edit that it makes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from gui.actions import ROLE
from gui.session import Session
from model import editing
from model.edits import Edit
from model.labels import Action, Force, Reviewer, Slot
from model.review import Review

# Actions on everything that is selected.
_ON_ALL = {
    "reject": editing.reject,
    "flag": editing.flag,
    "promote": editing.promote,
    "demote": editing.demote,
    "delete": editing.delete_to_furniture,
}
_WHERE_TO_SPLIT = "Say where first: E, the arrow keys to the word that begins the second entry, Esc; then S."
_LABELS = {
    **{f"force-{force.value}": (Slot.FORCE, force.value) for force in Force},
    **{f"action-{action.value}": (Slot.ACTION, action.value) for action in Action},
}


def run_command(session: Session, action_id: str) -> bool:
    """Carries out a review action; False where the id is not one of them.

    What is selected is read now, not when the queue comes to it: the key was meant for what was shown.
    """
    ids = session.selection
    if action_id in _ON_ALL:
        session.perform(partial(_on_all, action_id, ids), len(ids))
    elif action_id.startswith(ROLE):
        session.perform(partial(_label, Slot.ROLE, action_id.removeprefix(ROLE), ids, 0), len(ids))
    elif action_id in _LABELS:
        session.perform(partial(_label, *_LABELS[action_id], ids, session.attention.frame), len(ids))
    elif action_id == "accept":
        session.perform(partial(_accept, ids), len(ids), ids)
        if len(ids) == 1:
            session.walk.go_on()
    elif action_id == "merge" and ids:
        session.perform(partial(_on_one, editing.merge_with_previous, ids[0]))
    elif action_id == "split":
        _split_at_caret(session)
    elif action_id == "another-recommendation" and ids:
        session.perform(partial(_on_one, editing.add_recommendation, ids[0]))
    elif action_id == "remove-recommendation" and ids:
        session.perform(partial(_remove_recommendation, ids[0], session.attention.frame))
    elif action_id in ("next-recommendation", "previous-recommendation"):
        _turn(session, 1 if action_id.startswith("next") else -1)
    elif action_id in ("undo", "redo"):
        session.undo() if action_id == "undo" else session.redo()
    elif action_id in ("next", "previous"):
        session.walk.step(1 if action_id == "next" else -1)
    else:
        return False
    return True


def _on_all(action_id: str, ids: tuple[str, ...], review: Review, reviewer: Reviewer) -> Edit | None:
    there = _still_there(review, ids)
    return _ON_ALL[action_id](review, reviewer, there) if there else None


def _label(slot: Slot, value: str | int, ids: tuple[str, ...], frame: int, review: Review,
           reviewer: Reviewer) -> Edit | None:  # fmt: skip
    there = _still_there(review, ids)
    return editing.label(review, reviewer, there, slot, value, frame=frame) if there else None


def _accept(ids: tuple[str, ...], review: Review, reviewer: Reviewer) -> Edit | None:
    there = _still_there(review, ids)
    return editing.accept(review, reviewer, there) if there else None


def _on_one(change: Callable[[Review, Reviewer, str], Edit], node_id: str, review: Review,
            reviewer: Reviewer) -> Edit | None:  # fmt: skip
    return change(review, reviewer, node_id) if node_id in review.outline else None


def _remove_recommendation(node_id: str, frame: int, review: Review, reviewer: Reviewer) -> Edit | None:
    there = node_id in review.outline and frame < review.frames(node_id)
    return editing.remove_recommendation(review, reviewer, node_id, frame) if there else None


def _turn(session: Session, direction: int) -> None:
    """To the next recommendation within the entry, round about."""
    if session.review is not None and session.current is not None:
        count = session.review.frames(session.current.id)
        session.attention.set_frame((session.attention.frame + direction) % count)


def _split_at_caret(session: Session) -> None:
    """Says how to say where, unless the text cursor stands inside the selected text."""
    caret, node = session.caret, session.current
    if node is not None and caret is not None and caret[0] == node.id and 0 < caret[1] < len(node.text):
        session.perform(partial(_split, *caret))
    elif node is not None:
        session.refuse(_WHERE_TO_SPLIT)


def _split(node_id: str, offset: int, review: Review, reviewer: Reviewer) -> Edit | None:
    return editing.split(review, reviewer, node_id, offset) if node_id in review.outline else None


def _still_there(review: Review, ids: tuple[str, ...]) -> list[str]:
    """An edit that was queued before may have taken a node away."""
    return [node_id for node_id in ids if node_id in review.outline]
