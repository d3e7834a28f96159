"""Made-up newer extractions: a machine's outline under new ids, with what newer rules see otherwise."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from model.documents import Document, Masthead
from model.labels import Decision, DecisionKey, Slot, Span
from model.nodes import CLASSIFIED, Anchor, Kind, Node, Region
from model.outline import RANK_STEP
from model.review import Review

NEWER = "rules@2"
DOCUMENT = Document("new", "made-up.pdf", "0" * 64, (), Masthead(title="Wells"), "en", "grammar@2", 0.9)


def same_again(review: Review) -> tuple[list[Node], list[Decision]]:
    """What the machine made of the report, word for word, under new ids."""
    nodes = [replace(node, id=f"x{node.id}", parent=node.parent and f"x{node.parent}")
             for node in review.outline]  # fmt: skip
    return nodes, suggestions(nodes)


def suggestions(nodes: list[Node]) -> list[Decision]:
    return [
        Decision(DecisionKey(node.id, Slot.ROLE, NEWER), "background", None, (Span(0, len(node.text)),), 0.8)
        for node in nodes
        if node.kind in CLASSIFIED
    ]


@st.composite
def newer(draw: st.DrawFn, review: Review) -> tuple[list[Node], list[Decision]]:
    """Entries lost, joined, divided, found, moved a little, worded or classed otherwise, hung elsewhere."""
    made: list[Node] = []
    for node in review.outline:
        box = node.anchor.regions[0]
        match draw(st.sampled_from(["same"] * 4 + ["lost", "joined", "divided", "found", "moved", "worded",
                                                   "kind"])):  # fmt: skip
            case "lost":
                continue
            case "joined" if made:
                last = made[-1]
                text = f"{last.text} {node.text}"
                made[-1] = replace(last, text=text, anchor=Anchor((*last.anchor.regions, box), text))
                continue
            case "divided" if " " in node.text:
                first, second = node.text.split(" ", 1)
                middle = (box.y0 + box.y1) / 2
                made.append(_with(node, f"x{node.id}", first, box._replace(y1=middle)))
                made.append(_with(node, f"y{node.id}", second, box._replace(y0=middle)))
                continue
            case "found":
                made.append(_with(node, f"y{node.id}", "found", Region(2, 72, box.y0, 200, box.y1)))
                made.append(_with(node, f"x{node.id}", node.text, box))
            case "moved":
                made.append(_with(node, f"x{node.id}", node.text, box._replace(y0=box.y0 + 3, x1=box.x1 - 9)))
            case "worded":
                made.append(_with(node, f"x{node.id}", f"{node.text} otherwise", box))
            case "kind":
                made.append(replace(_with(node, f"x{node.id}", node.text, box), kind=Kind.PARAGRAPH))
            case _:
                made.append(_with(node, f"x{node.id}", node.text, box))
    nodes = _hung(draw, made)
    return nodes, suggestions(nodes)


def _with(node: Node, node_id: str, text: str, box: Region) -> Node:
    return replace(node, id=node_id, text=text, anchor=Anchor((box,), text))


def _hung(draw: st.DrawFn, made: list[Node]) -> list[Node]:
    """Each below an earlier one or at the root, so that it is a tree in reading order."""
    nodes: list[Node] = []
    way: list[Node] = []
    for index, node in enumerate(made):
        way = way[: draw(st.integers(0, min(len(way), 3)))]
        level = 1 + sum(above.kind is node.kind for above in way)
        levelled = node.kind in (Kind.SECTION, Kind.ITEM)
        node = replace(node, parent=way[-1].id if way else None, rank=(index + 1) * RANK_STEP,
                       level=level if levelled else None)  # fmt: skip
        nodes.append(node)
        way = [*way, node]
    return nodes
