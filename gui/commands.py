"""What the review actions do: the id of an action, and the edit that it makes."""

from __future__ import annotations

from functools import partial

from gui.actions import KIND, ROLE
from gui.builders import on_all, on_frame, on_one
from gui.session import Session
from model import editing
from model.editing import extent
from model.editing.extent import Layers
from model.labels import Action, Force, Slot
from model.nodes import Kind

# Actions on everything that is selected.
_ON_ALL = {
    "reject": editing.reject,
    "flag": editing.flag,
    "promote": editing.promote,
    "demote": editing.demote,
    "delete": editing.delete_to_furniture,
    "merge": editing.merge,
}
_WHERE_TO_SPLIT = (
    "First put the cursor before the first word of the second entry, by a click in the text or "
    "by E and the arrow keys; then press Esc and S."
)
_LABELS = {
    **{f"force-{force.value}": (Slot.FORCE, force.value) for force in Force},
    **{f"action-{action.value}": (Slot.ACTION, action.value) for action in Action},
}


def run_command(session: Session, action_id: str) -> bool:
    """Carries out a review action; False if the id is not one of them.

    The selection is read now, not when the queue comes to the edit: the key was meant for what was shown.
    """
    ids = session.selection
    if action_id in _ON_ALL:
        session.perform(on_all(_ON_ALL[action_id], ids), len(ids))
    elif action_id.startswith(ROLE):
        session.perform(on_all(editing.label, ids, Slot.ROLE, action_id.removeprefix(ROLE)), len(ids), ids)
        if len(ids) == 1 and session.walk.after_role:
            session.walk.go_on()
    elif action_id.startswith(KIND):
        session.perform(on_all(editing.set_kind, ids, Kind(action_id.removeprefix(KIND))), len(ids))
    elif action_id in _LABELS:
        label = partial(editing.label, frame=session.attention.frame)
        session.perform(on_all(label, ids, *_LABELS[action_id]), len(ids))
    elif action_id == "accept":
        session.perform(on_all(editing.accept, ids), len(ids), ids)
        if len(ids) == 1:
            session.walk.go_on()
    elif action_id == "split":
        split_at_caret(session, {})
    elif action_id == "another-recommendation" and ids:
        session.perform(on_one(editing.add_recommendation, ids[0]))
    elif action_id == "remove-recommendation" and ids:
        session.perform(on_frame(editing.remove_recommendation, ids[0], session.attention.frame))
    elif action_id in ("next-recommendation", "previous-recommendation"):
        _turn(session, 1 if action_id.startswith("next") else -1)
    elif action_id in ("undo", "redo"):
        session.undo() if action_id == "undo" else session.redo()
    elif action_id in ("next", "previous"):
        session.walk.step(1 if action_id == "next" else -1)
    elif action_id == "next-report":
        session.walk.next_report()
    else:
        return False
    return True


def _turn(session: Session, direction: int) -> None:
    """Goes to the next recommendation within the entry; after the last comes the first."""
    if session.review is not None and session.current is not None:
        count = session.review.frames_seen(session.current.id)
        session.attention.set_frame((session.attention.frame + direction) % count)


def split_at_caret(session: Session, layers: Layers) -> None:
    """Splits at the text cursor, or says how to choose a place if the cursor is not within the selected
    text. `layers` are the words of pages, as far as they are known."""
    caret, node = session.caret, session.current
    if node is not None and caret is not None and caret[0] == node.id and 0 < caret[1] < len(node.text):
        session.perform(on_one(extent.divide, node.id, layers, caret[1]))
    elif node is not None:
        session.refuse(_WHERE_TO_SPLIT)
