"""Two texts side by side."""

from __future__ import annotations

from gui.similar.difference import Difference


def test_a_side_without_a_text_still_has_a_name_for_screen_readers(qtbot):
    difference = Difference()
    qtbot.addWidget(difference)
    difference.show_texts(("1. of A/1", "2. of A/2"), ("States should act.", "States must act."))
    assert [side.text.accessibleName() for side in difference.sides] == ["1. of A/1", "2. of A/2"]
    difference.clear()
    assert all(side.text.accessibleName() for side in difference.sides)
