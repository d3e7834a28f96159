"""What people made of an extraction's entries: read from all edits of a document, in the order made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from model.cells import cells_of, with_cells
from model.edits import Edit, NodeChange
from model.nodes import Node


class Part(StrEnum):
    """What a person can correct of an entry."""

    TEXT = "text"  # of a table, its cells, too
    NUMBER = "number"
    KIND = "kind"
    ANCHOR = "anchor"  # the words of the page that it holds
    PLACE = "place"  # in the outline


_FIELDS = {
    Part.TEXT: ("text",),
    Part.NUMBER: ("number",),
    Part.KIND: ("kind",),
    Part.ANCHOR: ("anchor",),
    Part.PLACE: ("parent", "rank"),
}
_ALL_PARTS = frozenset(Part)


def machine_nodes(edits: Iterable[Edit]) -> dict[str, Node | None]:
    """For every entry that an edit changed, as the machine made it last; None if a person made it.

    Where a report was extracted again, what differed from the machine's word before was a person's and stays
    one; everything else is the machine's new word.
    """
    made: dict[str, Node | None] = {}
    for edit in edits:
        for change in edit.changes:
            if not isinstance(change, NodeChange):
                continue
            before, after = change.before, change.after
            if edit.document is None:
                made.setdefault(change.node_id, before)
            elif before is None:
                made.setdefault(change.node_id, after)
            elif after is not None:
                made[change.node_id] = _made_again(made.get(change.node_id, before), before, after)
    return made


def corrected(node: Node, made: Mapping[str, Node | None]) -> frozenset[Part]:
    """The parts of an entry that are a person's; all of one that a person made, or cut to size."""
    origin = made.get(node.id, node)
    if origin is None or origin.anchor != node.anchor:
        return _ALL_PARTS
    return frozenset(part for part in Part if not _same(part, origin, node))


def _same(part: Part, one: Node, other: Node) -> bool:
    same = all(getattr(one, name) == getattr(other, name) for name in _FIELDS[part])
    return same and (part is not Part.TEXT or cells_of(one) == cells_of(other))


def _made_again(origin: Node | None, before: Node, after: Node) -> Node | None:
    if origin is None:
        return None
    values: dict[str, Any] = {}
    for part, names in _FIELDS.items():
        source = after if _same(part, origin, before) else origin
        values |= {name: getattr(source, name) for name in names}
        if part is Part.TEXT:
            values["extra"] = with_cells(after.extra, cells_of(source))
    return replace(after, **values)
