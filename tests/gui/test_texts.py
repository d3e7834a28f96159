"""Texts at the boundary with Qt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from gui.texts import direction_of, percent, shown_line, slants, to_code_points, to_utf16
from model.nodes import Kind, Node

_TEXTS = st.text(st.sampled_from("aé漢𝒳🙂ا "), max_size=30)


@given(_TEXTS, st.data())
def test_offsets_come_back_from_utf16(text, data):
    offset = data.draw(st.integers(0, len(text)))
    position = to_utf16(text, offset)
    assert position == len(text[:offset].encode("utf-16-le")) // 2
    assert to_code_points(text, position) == offset


def test_the_first_strong_letter_gives_the_direction():
    assert direction_of("12. (التوصيات) in English") == Qt.LayoutDirection.RightToLeft
    assert direction_of("12. Report التوصيات") == Qt.LayoutDirection.LeftToRight
    assert direction_of("1–2") == Qt.LayoutDirection.LeftToRight


def test_only_scripts_that_have_an_italic_are_set_in_it():
    assert all(map(slants, ("Report", "12. Доклад", "Έκθεση", "Զեկույց", "1–2", "")))
    assert not any(map(slants, ("1) التقرير", "一、报告", "דוח", "รายงาน", "報告 in English")))


def test_a_table_without_text_is_named_by_its_cells():
    table = Node("1", Kind.TABLE, "", extra={"cells": [["Document", "Item"], ["X/1", "2"]]})
    assert shown_line(table) == "Table: Document · Item · X/1 · 2"


def test_nothing_uncertain_is_called_certain():
    assert percent(0.999) == "99 %"
    assert percent(1.0) == "100 %"


def test_a_long_text_is_shown_by_its_beginning_and_says_so():
    node = Node("1", Kind.PARAGRAPH, "harbour " * 100)
    assert shown_line(node).endswith("harbour…")
    assert not shown_line(Node("1", Kind.PARAGRAPH, "harbour")).endswith("…")
