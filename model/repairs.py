"""One-step repairs of doubts: where the tree itself shows what went wrong, the edit that mends it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from model import editing
from model.doubts import DoubtKind, Found, ReviewDoubtKind
from model.editing.draft import name_of
from model.editing.extent import Layers, divide
from model.edits import Edit, NodeChange
from model.extraction.doubts import follows
from model.labels import Reviewer, Role, Slot
from model.lists.wording import wording
from model.nodes import AGAIN, Kind, Node
from model.outline import Outline
from model.review import Review


@dataclass(frozen=True, slots=True)
class Repair:
    """`label` is the verb on the button. `build` makes the edit; it may raise NotPossible."""

    label: str
    build: Callable[[Review, Reviewer], Edit | None]


def repair_of(found: Found, review: Review, layers: Layers | None = None) -> Repair | None:
    """What mends a doubt in one step; None if that takes a person's judgement, or it no longer exists.
    `layers` are the words of pages, as far as they are known."""
    outline = review.outline
    node = outline.get(found.node)
    if node is None:
        return None
    if found.kind is DoubtKind.GAP:
        return _bring_back(outline, node) or _split_off(review, node, layers or {})
    if found.kind is DoubtKind.REPEAT:
        return _renumber(outline, node)
    if found.kind is ReviewDoubtKind.LEVEL:
        return _relevel(outline, node, found.nodes)
    if found.kind is ReviewDoubtKind.ROLES:
        return _agree(outline, found)
    if found.kind in (ReviewDoubtKind.UNMATCHED, ReviewDoubtKind.REWORDED):
        return Repair("Keep as it is", partial(_keep, node.id))
    if found.kind is ReviewDoubtKind.DIFFERING:
        return Repair("Settle as shown", partial(_settle, node.id))
    return None


def _settle(node_id: str, review: Review, reviewer: Reviewer) -> Edit | None:
    return editing.settle(review, reviewer, [node_id]) if node_id in review.outline else None


def _keep(node_id: str, review: Review, reviewer: Reviewer) -> Edit | None:
    """Takes away the mark that extracting again left."""
    node = review.outline.get(node_id)
    if node is None or AGAIN not in node.extra:
        return None
    extra = {key: value for key, value in node.extra.items() if key != AGAIN}
    change = NodeChange(node, replace(node, extra=extra))
    return Edit(f"keep {name_of(node)} as it is", (change,), node_id)


def _bring_back(outline: Outline, node: Node) -> Repair | None:
    """The missing number stands on an entry that was taken out of the outline."""
    nodes = list(outline)
    at = next(index for index, other in enumerate(nodes) if other.id == node.id)
    taken: list[Node] = []
    for other in reversed(nodes[:at]):
        if other.kind is node.kind and other.number:
            missing = _missing(node, other)
            back = next((one for one in reversed(taken) if one.number in missing), None)
            return _returning(back, node.kind) if back is not None else None
        if other.kind is Kind.FURNITURE and (node.kind is not Kind.ITEM or other.parent == node.parent):
            taken.append(other)
    return None


def _returning(node: Node, kind: Kind) -> Repair:
    return Repair(f"Bring back {_printed(node.number, kind)}", partial(_return, node.id, kind))


def _return(node_id: str, kind: Kind, review: Review, reviewer: Reviewer) -> Edit | None:
    node = review.outline.get(node_id)
    if node is None:
        return None
    edit = editing.set_kind(review, reviewer, [node_id], kind)
    return edit._replace(name=f"bring back {name_of(replace(node, kind=kind))}")


def _split_off(review: Review, node: Node, layers: Layers) -> Repair | None:
    """The missing number stands inside the text before: that text is split there."""
    nodes, ending = list(review.outline), _ending(review.document.language)
    at = next(index for index, other in enumerate(nodes) if other.id == node.id)
    for other in reversed(nodes[:at]):
        if node.kind is Kind.ITEM and other.id == node.parent:
            return None
        if other.kind is not node.kind:
            continue
        for number in _missing(node, other):
            offset = _place_of(number, node.kind, other.text, ending)
            if offset is not None:
                label = f"Split at {_printed(number, node.kind)}"
                return Repair(label, partial(_split, other.id, offset, other.text, layers))
        if other.number:
            return None
    return None


def _missing(node: Node, before: Node) -> list[str]:
    """The numbers between two that follow each other, in the way that the report writes them."""
    head, dot, last = node.number.rpartition(".")
    if last.isdecimal():
        value = int(last) - 1
        found: list[str] = []
        while value > 0 and len(found) < 20 and f"{head}{dot}{value}" != before.number:
            found.append(f"{head}{dot}{value}")
            value -= 1
        return found[::-1]
    if len(node.number) == 1 and node.number.isalpha() and node.number.lower() != "a":
        return [chr(ord(node.number) - 1)]
    return []


def _ending(language: str) -> str:
    """What a sentence or a half of one ends with, in front of a number that begins a line."""
    words = wording(language).words
    return rf"(?:^|[.;:,!?”’\")\]。；：]|\b(?:{words['and']}|{words['or']}))\s+"


def _place_of(number: str, kind: Kind, text: str, ending: str) -> int | None:
    """Where a number begins a sentence inside a text, in code points, after an `ending`."""
    printed = rf"\({re.escape(number)}\)" if kind is Kind.ITEM else rf"{re.escape(number)}\."
    found = re.search(rf"{ending}({printed}\s+\S)", text)
    return found.start(1) if found is not None and found.start(1) > 0 else None


def _printed(number: str, kind: Kind) -> str:
    return f"({number})" if kind is Kind.ITEM and not number.isdecimal() else f"{number}."


def _split(node_id: str, offset: int, text: str, layers: Layers, review: Review,
           reviewer: Reviewer) -> Edit | None:  # fmt: skip
    node = review.outline.get(node_id)
    if node is None or node.text != text:
        return None
    return divide(review, reviewer, node_id, layers, offset)


def _renumber(outline: Outline, node: Node) -> Repair | None:
    """A number twice, and the one between it and the next is free: a misprint or a misreading."""
    same = [other for other in outline if other.kind is node.kind and other.number]
    if node.kind is Kind.ITEM:
        same = [other for other in same if other.parent == node.parent]
    at = next((index for index, other in enumerate(same) if other.id == node.id), 0)
    if at == 0 or at + 1 >= len(same):
        return None
    number = _next(same[at - 1].number)
    if number is None or _next(number) != same[at + 1].number:
        return None
    return Repair(f"Renumber to {_printed(number, node.kind)}", partial(_set_number, node.id, number))


def _next(number: str) -> str | None:
    head, dot, last = number.rpartition(".")
    if last.isdecimal():
        return f"{head}{dot}{int(last) + 1}"
    if len(number) == 1 and "a" <= number.lower() < "z":
        return chr(ord(number) + 1)
    return None


def _set_number(node_id: str, number: str, review: Review, reviewer: Reviewer) -> Edit | None:
    return editing.set_number(review, reviewer, node_id, number) if node_id in review.outline else None


def _relevel(outline: Outline, node: Node, run: tuple[str, ...]) -> Repair | None:
    above = outline.get(node.parent)
    there = tuple(node_id for node_id in run if node_id in outline)
    what = name_of(node) if len(there) == 1 else f"{len(there)} items"
    if above is not None and above.kind is Kind.ITEM and follows(above.number, node.number):
        return Repair(f"Promote {what}", partial(_lift, there))
    return Repair(f"Demote {what}", partial(_lower, there))


def _lift(ids: tuple[str, ...], review: Review, reviewer: Reviewer) -> Edit | None:
    there = [node_id for node_id in ids if node_id in review.outline]
    return editing.promote(review, reviewer, there) if there else None


def _lower(ids: tuple[str, ...], review: Review, reviewer: Reviewer) -> Edit | None:
    there = [node_id for node_id in ids if node_id in review.outline]
    return editing.demote(review, reviewer, there) if there else None


def _agree(outline: Outline, found: Found) -> Repair | None:
    there = tuple(item for item in found.nodes if item in outline)
    if found.wanted not in set(Role) or not there:
        return None
    many = "1 item" if len(there) == 1 else f"{len(there)} items"
    return Repair(f"Mark {many} as {found.wanted}", partial(_give_role, there, found.wanted))


def _give_role(ids: tuple[str, ...], role: str, review: Review, reviewer: Reviewer) -> Edit | None:
    there = [node_id for node_id in ids if node_id in review.outline]
    return editing.label(review, reviewer, there, Slot.ROLE, role) if there else None
