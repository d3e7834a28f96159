"""What a row says in words: for the mouse that rests on it, and for screen readers."""

from __future__ import annotations

from gui.outline.looks import SURE_PLACE, Look
from gui.outline.rows import Row
from gui.texts import KIND_WORDS, percent, shown_line
from gui.wording import SLOT_WORDS
from model.nodes import Node


def _role_words(node: Node, look: Look) -> str:
    """The role, or the kind where there is none, and whose word it is."""
    if look.role is None:
        return KIND_WORDS[node.kind]
    word = look.role.name
    if look.inherited:
        return f"{word}, inherited from the lead-in"
    return f"{word}, suggested, {percent(look.confidence)} sure" if look.suggested else word


def tip(node: Node, look: Look) -> str:
    """Rich text of a few lines; what is in doubt comes with its reasons."""
    from html import escape  # with a table of all entities

    head = " · ".join(filter(None, (node.printed_number, _role_words(node, look), look.status.value)))
    lines = [f"<b>{escape(head)}</b>", escape(shown_line(node)), *_more(look)]
    if look.doubtful:
        lines.append(escape(_doubt(node, look)))
    return "<br>".join(lines)


def _doubt(node: Node, look: Look) -> str:
    """What is in doubt: what people differ in, the place in the outline with its reasons, or the role."""
    if look.differing:
        slots = ", ".join(SLOT_WORDS.get(slot, "State").lower() for slot in look.differing)
        return f"Reviewers differ: {slots}"
    if node.confidence >= SURE_PLACE:
        return "In doubt: its role"
    why = "; ".join(node.reasons)
    return f"In doubt: place {percent(node.confidence)} sure{f' ({why})' if why else ''}"


def _more(look: Look) -> list[str]:
    """What the marks at the end of a row say, doubt apart."""
    several = [f"{look.recommendations} recommendations"] if look.recommendations > 1 else []
    return [*several, *(["has a note"] if look.noted else [])]


def accessible_text(node: Node, look: Look, row: Row | None) -> str:
    """What a screen reader says of a row."""
    parts = [node.printed_number, _role_words(node, look), look.status.value, shown_line(node)]
    if look.doubtful:
        parts.insert(3, "in doubt")
    parts.extend(_more(look))
    if row is not None:
        parts.append(f"level {row.depth + 1}")
        if row.branch:
            parts.append("expanded" if row.open else "collapsed")
    return ", ".join(filter(None, parts))
