"""Boxes of names leave their windows as wide as they are."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from gui.combo_boxes import hold_names, refill


def test_a_long_name_makes_no_box_wider(qtbot):
    box = QComboBox()
    qtbot.addWidget(box)
    hold_names(box)
    refill(box, [("All reports", "")])
    before = box.minimumSizeHint().width(), box.sizeHint().width()
    refill(box, [("All reports", ""), ("A long name " * 30, "one")])
    assert (box.minimumSizeHint().width(), box.sizeHint().width()) == before
