"""Where a new entry belongs in the outline, by where it stands on the page."""

from __future__ import annotations

from model.nodes import Kind, Node, Region
from model.outline import Outline

# Entries of these kinds stand apart from the run of the text, so they say nothing about an order in it.
_APART = frozenset({Kind.FURNITURE, Kind.FOOTNOTE, Kind.CONTENTS})
_HOLDS = {Kind.SECTION: (Kind.SECTION,), Kind.ITEM: (Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM)}


def place_for(outline: Outline, kind: Kind, region: Region) -> tuple[str | None, str | None]:
    """(parent, before) for an entry of a kind whose words stand in `region`.

    It comes in front of what starts below it, under the nearest entry above it that may hold it; an item
    goes under the paragraph, or among the items, that it follows.
    """
    above = [node for node in outline if node.kind not in _APART and _starts_before(node, region)]
    if not above:
        first = next(iter(outline.children(None)), None)
        return None, first.id if first is not None else None
    previous = above[-1]
    holder = _holder(outline, kind, previous, region)
    following = [node for node in outline.children(holder) if node.kind not in _APART]
    later = next((node for node in following if not _starts_before(node, region)), None)
    return holder, later.id if later is not None else None


def _holder(outline: Outline, kind: Kind, previous: Node, region: Region) -> str | None:
    allowed = _HOLDS.get(kind, (Kind.SECTION,))
    if kind is Kind.SECTION:
        # A heading comes after what it follows: at the depth of the heading above, or of that one's parts
        # where some of them follow.
        section = _nearest(outline, previous, allowed)
        if section is None:
            return None
        parts = (child for child in outline.children(section.id) if child.kind is Kind.SECTION)
        return section.parent if all(_starts_before(part, region) for part in parts) else section.id
    if previous.kind is Kind.ITEM and kind is Kind.ITEM:
        return previous.parent
    holder = _nearest(outline, previous, allowed)
    return holder.id if holder is not None else None


def _nearest(outline: Outline, node: Node, allowed: tuple[Kind, ...]) -> Node | None:
    if node.kind in allowed:
        return node
    return next((above for above in outline.ancestors(node) if above.kind in allowed), None)


def _starts_before(node: Node, region: Region) -> bool:
    if not node.anchor.regions:
        return False
    start = node.anchor.regions[0]
    return (start.page, start.y0, start.x0) < (region.page, region.y0, region.x0)
