"""Copies what is selected as a quotation with its source."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from gui.session import Session
from model.nodes import Kind, Node
from model.review import Review

_COUNTED = (Kind.PARAGRAPH, Kind.ITEM)


def copy_cited(session: Session) -> None:
    """Each selected entry in a line of its own, to the clipboard."""
    review = session.review
    if review is not None:
        nodes = [review.outline[node_id] for node_id in session.selection if node_id in review.outline]
        QGuiApplication.clipboard().setText("\n".join(cited(review, node) for node in nodes))
        session.told.emit("Copied with its source")


def cited(review: Review, node: Node) -> str:
    """Its text and where it stands: by its paragraph's number, or by its page where it has none."""
    number = _number(review, node)
    where = f"para. {number}" if number else f"p. {node.page}"
    source = review.document.masthead.symbol or review.document.name
    return f"“{' '.join(node.text.split())}” ({source}, {where})"


def _number(review: Review, node: Node) -> str:
    """As "10 (b) (ii)", from the paragraph down; empty if the entry has none that tells it from others."""
    counted = [node, *review.outline.ancestors(node)] if node.kind in _COUNTED else []
    numbers: list[str] = []
    for one in counted:
        if one.kind not in _COUNTED:
            break
        if not any(sign.isalnum() for sign in one.number):
            return ""
        number = one.printed_number
        if not (numbers and numbers[0].startswith(f"{number}.")):  # "128.44" says that it is of 128
            numbers.insert(0, number)
    return " ".join(numbers)
