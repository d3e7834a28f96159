"""What a node says of itself."""

from __future__ import annotations

from model.nodes import Kind, Node


def test_numbers_look_as_on_the_page():
    assert Node("1", Kind.ITEM, "x", number="a").printed_number == "(a)"
    assert Node("1", Kind.ITEM, "x", number="•").printed_number == "•"
    assert Node("1", Kind.PARAGRAPH, "x", number="128.1").printed_number == "128.1"
