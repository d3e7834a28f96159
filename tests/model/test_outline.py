from __future__ import annotations

from dataclasses import replace

from model.nodes import Kind, Node
from model.outline import Outline


def node(node_id: str, parent: str | None = None, rank: int = 0) -> Node:
    return Node(node_id, Kind.PARAGRAPH, node_id, parent, rank)


def test_reading_order_is_parents_first_and_siblings_by_rank():
    outline = Outline([node("b", None, 2), node("a2", "a", 9), node("a", None, 1), node("a1", "a", 3)])
    assert [n.id for n in outline] == ["a", "a1", "a2", "b"]


def test_putting_a_node_elsewhere_moves_it_with_its_children():
    outline = Outline([node("a"), node("b", None, 1), node("a1", "a")])
    outline.put(replace(outline["a"], rank=5))
    assert [n.id for n in outline] == ["b", "a", "a1"]
    outline.put(replace(outline["a"], parent="b"))
    assert [n.id for n in outline.ancestors(outline["a1"])] == ["a", "b"]


def test_a_dropped_node_is_gone_from_its_parent():
    outline = Outline([node("a"), node("a1", "a")])
    outline.drop("a1")
    assert "a1" not in outline
    assert outline.children("a") == []
    assert len(outline) == 1


def test_a_node_has_children_until_the_last_is_dropped():
    outline = Outline([node("a"), node("b", parent="a")])
    assert outline.has_children("a")
    assert not outline.has_children("b")
    outline.drop("b")
    assert not outline.has_children("a")
