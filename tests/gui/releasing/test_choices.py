"""What is ticked and typed in the release assistant."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from gui.releasing.assistant import FolderField
from gui.releasing.choices import Choices

MANY = 200


@pytest.fixture
def menu(qtbot):
    choices = Choices("Reports", "All reports")
    qtbot.addWidget(choices)
    choices.offer((f"id {n}", f"Report {n}") for n in range(MANY))
    choices.show()
    menu = choices.menu()
    menu.popup(QPoint(10, 10))
    yield menu
    menu.close()


def test_it_looks_like_the_boxes_that_it_stands_among(qtbot):
    choices, box = Choices("Roles", "All roles"), QComboBox()
    choices.offer([("a", "R&D"), ("b", "Other")])
    box.addItems(["All roles", "R&D"])
    for widget in (choices, box):
        qtbot.addWidget(widget)
        widget.resize(200, 26)
    assert choices.grab().toImage() == box.grab().toImage()
    choices.tick("a")
    box.setCurrentIndex(1)
    assert choices.grab().toImage() == box.grab().toImage()
    assert choices.accessibleName() == "Roles: R&D"


def test_more_reports_than_fit_on_the_screen_stand_below_each_other(menu):
    lefts = {menu.actionGeometry(action).left() for action in menu.actions()}
    assert len(lefts) == 1
    assert menu.height() <= menu.screen().availableGeometry().height()


def test_an_ampersand_takes_no_key(qtbot):
    choices = Choices("Reports", "All reports")
    qtbot.addWidget(choices)
    choices.offer([("id", "R&D")])
    choices.tick("id")
    assert (choices.text(), choices.shortcut().isEmpty()) == ("R&D", True)


def test_ticking_several_leaves_them_where_they_are(menu):
    QTest.keyClick(menu, Qt.Key.Key_End)
    near = menu.actions()[-4]
    menu.setActiveAction(near)
    place, spot = menu.geometry(), menu.actionGeometry(near)
    assert menu.rect().contains(spot)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert near.isChecked()
    assert (menu.geometry(), menu.actionGeometry(near)) == (place, spot)


@pytest.mark.skipif(sys.platform == "win32", reason="paths of another kind")
@pytest.mark.parametrize(
    ("typed", "folder"),
    [
        ("", None),
        ("more", "/of/ada/more"),
        ("/elsewhere", "/elsewhere"),
        ("~/out", "/of/bo/out"),
        ("~nobody of this name", "/of/ada/~nobody of this name"),
    ],
)
def test_a_folder_that_is_typed_never_depends_on_where_the_program_was_started(
    qtbot, monkeypatch, typed, folder
):
    monkeypatch.setenv("HOME", "/of/bo")
    field = FolderField(Path("/of/ada/harbours dataset"))
    qtbot.addWidget(field)
    field.line.setText(typed)
    assert field.folder == (Path(folder) if folder else None)
