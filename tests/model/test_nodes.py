"""What a node says of itself."""

from __future__ import annotations

from model.nodes import Kind, Node, first_words


def test_numbers_look_as_on_the_page():
    assert Node("1", Kind.ITEM, "x", number="a").printed_number == "(a)"
    assert Node("1", Kind.ITEM, "x", number="•").printed_number == "•"
    assert Node("1", Kind.PARAGRAPH, "x", number="128.1").printed_number == "128.1"


def test_a_text_is_called_by_its_first_words():
    assert first_words("States parties should, as far as possible") == "“States parties should, as…”"
    assert first_words("States parties should", 2) == "“States parties…”"
    assert first_words("The exchange of forecasts") == "“The exchange of forecasts”"


def test_a_text_without_spaces_is_called_by_its_first_letters():
    assert first_words("政府信息管理情况。" * 9) == f"“{'政府信息管理情况。' * 2}政府信息管理…”"
    assert first_words("政府信息管理情况。") == "“政府信息管理情况。”"
