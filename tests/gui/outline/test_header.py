"""The line above the outline: what can be filtered by."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.menus import words_of
from gui.outline.filtering import Filter, wanted
from gui.outline.header import OutlineHeader
from model.labels import Slot, Status
from model.nodes import Kind, Node
from model.schemes import default
from tests.scheme_changes import changed


def test_entries_with_a_retired_role_can_still_be_found(qtbot):
    header = OutlineHeader()
    qtbot.addWidget(header)
    header.set_scheme(changed(default(), Slot.ROLE, "observation", retired=True))
    assert "Observation (retired)" in [action.text() for action in header.filter_menu.actions()]


def test_an_apostrophe_is_found_as_it_is_typed():
    node = Node("1", Kind.PARAGRAPH, "The Council\u2019s harbours")
    for typed in ("council's", "Council\u2019s"):
        assert wanted(Filter(Filter.words_of(typed)), frozenset(), None)(node)


def test_an_ampersand_in_a_roles_name_marks_no_letter(qtbot):
    header = OutlineHeader()
    qtbot.addWidget(header)
    header.set_scheme(changed(default(), Slot.ROLE, "observation", name="Q&A"))
    assert "Q&A" in [words_of(action) for action in header.filter_menu.actions()]


def test_the_filters_menu_stays_while_several_are_ticked(qtbot):
    header = OutlineHeader()
    qtbot.addWidget(header)
    menu, asked = header.filter_menu, []
    header.filterAsked.connect(asked.append)
    menu.popup(QPoint(0, 0))
    rejected, decision = (
        next(a for a in menu.actions() if a.text() == name) for name in ("Rejected", "Decision")
    )
    QTest.mouseMove(menu, menu.actionGeometry(rejected).center())
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(rejected).center())
    menu.setActiveAction(decision)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert (asked[-1].states, asked[-1].roles) == ({Status.REJECTED}, {"decision"})
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
