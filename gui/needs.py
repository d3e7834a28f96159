"""What actions need, and what of that is there now."""

from __future__ import annotations

from enum import Flag, auto

from gui.session import Session
from model.nodes import CLASSIFIED
from model.review import Review


class Needs(Flag):
    """What must be there for an action to make sense."""

    NOTHING = 0
    PROJECT = auto()
    DOCUMENTS = auto()  # the project holds at least one
    DOCUMENT = auto()  # one is open
    WRITING = auto()  # no project is open for reading only
    SELECTION = auto()
    ONE = auto()  # exactly one is selected
    ROLE = auto()  # of what is selected, something has a role: paragraphs and items
    WORDS = auto()  # words of the page are selected
    FURTHER = auto()  # what is selected holds several recommendations
    LATER = auto()  # and one after the first is looked at
    SAVED = auto()  # no change waits to be saved
    UNDO = auto()
    REDO = auto()


def facts(session: Session) -> Needs:
    """What is there now; an action is enabled where all that it needs is."""
    there = Needs.NOTHING
    if session.project is not None:
        there |= Needs.PROJECT
    if not session.read_only:
        there |= Needs.WRITING
    if session.documents:
        there |= Needs.DOCUMENTS
    review = session.review
    if review is None:
        return there
    there |= Needs.DOCUMENT
    there |= Needs.NOTHING if session.held else Needs.SAVED
    there |= Needs.UNDO if session.undo_name else Needs.NOTHING
    there |= Needs.REDO if session.redo_name else Needs.NOTHING
    there |= Needs.WORDS if session.words_selected else Needs.NOTHING
    chosen = [review.outline[node_id] for node_id in session.selection if node_id in review.outline]
    if not chosen:
        return there
    there |= Needs.SELECTION
    if len(chosen) == 1:
        there |= Needs.ONE
    if any(node.kind in CLASSIFIED for node in chosen):  # the others are left as they are
        there |= Needs.ROLE
        there |= _further(session, review, chosen[0].id)
    return there


def _further(session: Session, review: Review, node_id: str) -> Needs:
    if review.frames_seen(node_id) == 1:
        return Needs.NOTHING
    return Needs.FURTHER | Needs.LATER if session.attention.frame else Needs.FURTHER
