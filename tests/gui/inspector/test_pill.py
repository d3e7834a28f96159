"""Buttons with round ends."""

from __future__ import annotations

from gui.inspector.pill import Pill


def test_words_without_room_are_in_the_tip(qtbot):
    pill = Pill("The body itself: Working Group on Harbour Data")
    qtbot.addWidget(pill)
    pill.setToolTip("Whose word it is")
    pill.resize(pill.sizeHint())
    assert pill.told == "Whose word it is"
    pill.resize(80, pill.height())
    assert pill.told == "The body itself: Working Group on Harbour Data\nWhose word it is"
    pill.setToolTip("The body itself: Working Group on Harbour Data, suggested")
    assert pill.told == pill.toolTip()


def test_an_ampersand_takes_no_key(qtbot):
    pill = Pill("Peace & security")
    qtbot.addWidget(pill)
    assert (pill.text(), pill.shortcut().isEmpty()) == ("Peace & security", True)
