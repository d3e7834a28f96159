"""The agenda: its items with their numbers, "2 (b)" for what stands below item 2."""

from __future__ import annotations

from collections.abc import Iterator

from model.labels import Span
from model.lists.entries import ListEntry, ListKind
from model.lists.wording import Wording
from model.nodes import CLASSIFIED, Kind, Node
from model.outline import Outline

_TRAILING = " .;:,؛；。،："


def opens_agenda(node: Node, heading: str, outline: Outline, wording: Wording) -> bool:
    """Whether the items below a lead-in are an agenda: numbered, short, and it or its heading says so."""
    text, words = node.text.rstrip(), wording.agenda
    if not _is_listed(outline.children(node.id)):
        return False
    last = text[text.rfind(". ") + 1 :].strip()
    if words["not"].search(last):
        return False
    return bool(words["leads"].search(last) or words["headings"].search(heading))


def _is_listed(nodes: list[Node]) -> bool:
    """Whether nodes are short entries numbered 1, 2, 3, more than one of them."""
    numbered = [node for node in nodes if node.number]
    digits = sum(node.number.isdecimal() for node in numbered)
    short = all(len(node.text) < _SHORT and not _is_prose(node.text) for node in numbered)
    return digits > 1 and digits == len(numbered) and short and int(numbered[0].number) == 1


def items_below(node: Node, outline: Outline) -> Iterator[tuple[Node, ListEntry]]:
    """The agenda's items below the node that leads them in."""
    for child in outline.children(node.id):
        if child.kind is Kind.ITEM and child.number:
            yield from _item(child, "", 1, outline)


def items_of_section(section: Node, outline: Outline) -> Iterator[tuple[Node, ListEntry]]:
    """The items of a section that is an agenda as a whole: its numbered paragraphs and items."""
    for child in outline.children(section.id):
        if child.number and child.kind in CLASSIFIED:
            yield from _item(child, "", 1, outline)


def is_agenda_section(section: Node, outline: Outline, wording: Wording) -> bool:
    """Whether a section, by its heading and its short numbered entries, is an agenda as a whole."""
    if not wording.agenda["headings"].search(section.text) or len(section.text) > _SHORT:
        return False
    return _is_listed(outline.children(section.id))


# An item of an agenda is no longer than this.
_SHORT = 400


def _is_prose(text: str) -> bool:
    return ". " in text.rstrip(". ")


def _item(node: Node, above: str, level: int, outline: Outline) -> Iterator[tuple[Node, ListEntry]]:
    number = f"{above} ({node.number})" if above else node.number
    name = node.text.rstrip(_TRAILING)
    if name:
        entry = ListEntry(ListKind.AGENDA, name, Span(0, len(name)))
        yield node, entry.with_more(number=number, level=level)
    for child in outline.children(node.id):
        if child.kind is Kind.ITEM and child.number:
            yield from _item(child, number, level + 1, outline)
