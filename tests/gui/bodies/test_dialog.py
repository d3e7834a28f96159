"""Names of bodies in their window: made one, named, taken apart, undone, gone to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.bodies.dialog import BodiesDialog
from gui.bodies.keeper import BodyNames
from gui.bodies.model import NAME, TITLES
from model.lists.finding import list_entries
from model.outline import Outline
from storage.bodies import read_bodies
from tests.gui.panels import stage
from tests.gui.sample_review import sample

PARTIES = "States parties"


@pytest.fixture
def opened(tmp_path, qtbot):
    made = sample()
    with_lists = replace(made, decisions=[*made.decisions, *list_entries(Outline(made.nodes), "en")])
    with stage(tmp_path / "harbours.paraph", with_lists, [], qtbot) as on_stage:
        yield on_stage


@pytest.fixture
def keeper(opened):
    return BodyNames(opened.session, opened.window)


@pytest.fixture
def dialog(opened, keeper, qtbot):
    made = BodiesDialog(keeper, opened.session, opened.window)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.model.total > 0)
    yield made
    made.close()


def printed(dialog):
    return [dialog.model.index(row, 0).data() for row in range(dialog.model.rowCount())]


def test_printed_names_and_the_projects_have_the_same_room(dialog):
    assert abs(dialog.table.columnWidth(0) - dialog.table.columnWidth(NAME)) <= 1


def test_the_down_arrow_leads_from_the_field_to_the_first_name(dialog, qtbot):
    dialog.find_field.setFocus()
    QTest.keyClick(dialog.find_field, Qt.Key.Key_Down)
    assert dialog.table.hasFocus()
    assert dialog.table.currentIndex().row() == 0
    assert dialog.table.selectionModel().hasSelection()


def test_the_down_arrow_stays_in_the_field_where_no_name_fits(dialog, qtbot):
    dialog.find_field.setFocus()
    dialog.find_field.setText("no such body")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    QTest.keyClick(dialog.find_field, Qt.Key.Key_Down)
    assert dialog.find_field.hasFocus()


def given(dialog, name):
    return dialog.model.index(dialog.model.row_of(name), NAME).data()


def choose(dialog, *names):
    rows = QItemSelectionModel.SelectionFlag.Rows | QItemSelectionModel.SelectionFlag.Select
    selection = dialog.table.selectionModel()
    selection.clear()
    for name in names:
        selection.setCurrentIndex(dialog.model.index(dialog.model.row_of(name), NAME), rows)
    dialog.table.setFocus()


def one_of_others(dialog):
    return next(name for name in printed(dialog) if name != PARTIES)


def editor(dialog, qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit)
                    and dialog.table.isAncestorOf(QApplication.focusWidget()))  # fmt: skip
    return QApplication.focusWidget()


def joined(dialog, qtbot, *names, name="Parties"):
    choose(dialog, *names)
    QTest.keyClick(dialog.table, Qt.Key.Key_M)
    field = editor(dialog, qtbot)
    field.selectAll()
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: all(given(dialog, one) == name for one in names))


def stored(opened):
    opened.settle()
    with opened.session.project.reading() as connection:
        return read_bodies(connection)


def test_every_name_is_a_row_that_says_how_often_it_stands_where(dialog):
    row = dialog.model.row_of(PARTIES)
    assert int(dialog.model.index(row, TITLES.index("Asked")).data()) > 1
    assert dialog.model.index(row, TITLES.index("Reports")).data() == "1"
    assert dialog.count.text() == f"{dialog.model.total} names"


def test_selected_names_are_made_one_and_the_name_is_typed_over(opened, dialog, qtbot):
    other = one_of_others(dialog)
    joined(dialog, qtbot, PARTIES, other)
    assert dict(stored(opened)) == {"Parties": tuple(sorted((PARTIES, other)))}
    rows = sorted(dialog.model.row_of(name) for name in (PARTIES, other))
    assert rows[1] == rows[0] + 1  # names of one body stand together
    choose(dialog, PARTIES, other)
    assert not dialog.join_button.isEnabled()  # they are one
    assert dialog.part_button.isEnabled()


def test_a_name_given_to_one_name_is_the_name_of_its_whole_body(dialog, qtbot):
    other = one_of_others(dialog)
    joined(dialog, qtbot, PARTIES, other)
    choose(dialog, PARTIES)
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    field = editor(dialog, qtbot)
    assert field.text() == "Parties"
    field.setText("The parties")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: given(dialog, other) == given(dialog, PARTIES) == "The parties")


def test_what_was_done_is_undone_and_redone(opened, dialog, qtbot):
    other = one_of_others(dialog)
    assert not dialog.undo_button.isEnabled()
    joined(dialog, qtbot, PARTIES, other)
    choose(dialog, PARTIES)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: given(dialog, PARTIES) == "")
    assert given(dialog, other) == "Parties"
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: given(dialog, PARTIES) == "Parties")
    while dialog.undo_button.isEnabled():
        dialog.undo_button.click()
        opened.settle()
        qtbot.wait(50)
    assert not stored(opened)
    dialog.redo_button.click()
    qtbot.waitUntil(lambda: given(dialog, PARTIES) != "")


def test_names_are_narrowed_down(dialog, qtbot):
    dialog.find_field.setText("states PART")
    qtbot.waitUntil(lambda: PARTIES in printed(dialog) and len(printed(dialog)) < dialog.model.total)
    assert f"of {dialog.model.total} names" in dialog.count.text()
    dialog.find_field.clear()
    dialog.uses.setCurrentIndex(dialog.uses.findData("listed"))
    assert PARTIES not in printed(dialog)
    assert printed(dialog)


def test_a_double_click_goes_from_place_to_place(opened, keeper, dialog, qtbot):
    shown = []
    keeper.shown.connect(lambda node, spans: shown.append((node, spans)))
    choose(dialog, PARTIES)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(shown) == 2)
    for node, (span,) in shown:
        assert opened.review.outline[node].text[slice(*span)] == PARTIES
    assert shown[0] != shown[1]
    assert opened.session.current.id == shown[1][0]


def test_nothing_is_changed_in_a_project_for_reading_only(opened, dialog, qtbot, monkeypatch):
    monkeypatch.setattr(type(opened.session), "read_only", property(lambda self: True))
    dialog.note_change()
    qtbot.waitUntil(lambda: not dialog.model.editable)
    choose(dialog, PARTIES, one_of_others(dialog))
    assert not dialog.join_button.isEnabled()
    assert "for reading only" in dialog.about.text()
    assert not dialog.model.index(0, NAME).flags() & Qt.ItemFlag.ItemIsEditable
