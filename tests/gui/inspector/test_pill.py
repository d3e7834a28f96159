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


def test_it_is_measured_again_when_its_words_or_its_font_change(qtbot):
    pill = Pill("To")
    qtbot.addWidget(pill)
    before = pill.sizeHint()
    pill.setText("Recommendation")
    longer = pill.sizeHint()
    assert longer.width() > before.width()
    font = pill.font()
    font.setPointSizeF(2 * font.pointSizeF())
    pill.setFont(font)
    assert pill.sizeHint().width() > longer.width()
    assert pill.sizeHint().height() > longer.height()
