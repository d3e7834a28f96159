"""A table in the inspector: its cells, read and corrected."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.attention import Found
from gui.builders import on_one
from gui.inspector.cells_model import CellsModel
from gui.inspector.panel import InspectorPanel
from gui.menu_key import open_menu
from gui.menus import words_of
from gui.theme import is_dark, make_palette
from model import editing
from model.cells import cells_of, spelled, with_words, without_rows
from model.ids import new_id
from model.labels import Span
from model.nodes import Kind, Node
from tests.gui.panels import stage
from tests.gui.sample_review import sample

Key, Mod = Qt.Key, Qt.KeyboardModifier


PORTS = (("Table 1",), ("Port", "Accidents", "Lost"), ("Ellery", "4", "1"), ("North", "", "2"))


@pytest.fixture
def opened(tmp_path, qtbot):
    """The sample report with a table at its end, and the inspector."""
    made = sample()
    extra = {"cells": [list(row) for row in PORTS]}
    last = made.nodes[-1].rank + 1
    made.nodes.append(Node(new_id(), Kind.TABLE, spelled(PORTS), rank=last, extra=extra))
    with stage(tmp_path / "ports.paraph", made, [InspectorPanel], qtbot, (340, 820)) as on_stage:
        yield on_stage


@pytest.fixture
def table(opened):
    node = next(node for node in opened.review.outline if cells_of(node))
    opened.select(node)
    return node


def cells_now(opened, node):
    """After an edit, which the field of a cell asks for with Qt's next events."""
    before = cells_of(opened.review.outline[node.id])
    opened.qtbot.waitUntil(lambda: cells_of(opened.review.outline[node.id]) != before)
    opened.settle()
    return cells_of(opened.review.outline[node.id])


def choose(panel, *places):
    view, flag = panel.table.view, QItemSelectionModel.SelectionFlag
    view.setFocus()
    view.selectionModel().setCurrentIndex(panel.table.model.index(*places[0]), flag.ClearAndSelect)
    for place in places[1:]:
        view.selectionModel().select(panel.table.model.index(*place), flag.Select)


def test_a_table_is_shown_by_its_cells_and_text_as_text(opened, panel, table):
    cells = cells_of(table)
    assert panel.table.isVisible()
    assert not panel.text.isVisible()
    model = panel.table.model
    assert [model.index(1, column).data() for column in range(len(cells[1]))] == list(cells[1])
    assert panel.table.origin.text() == "4 rows, 3 columns"
    opened.select(next(node for node in opened.review.outline if node.kind is Kind.PARAGRAPH))
    assert panel.text.isVisible()
    assert not panel.table.isVisible()


def test_a_cell_is_corrected_by_typing_and_that_is_one_edit(opened, panel, table, qtbot):
    choose(panel, (1, 0))
    QTest.keyClick(panel.table.view, Key.Key_F2)
    editor = panel.table.view.findChild(QLineEdit)
    editor.setText("Other  words")
    QTest.keyClick(editor, Key.Key_Return)
    before, after = cells_of(table), cells_now(opened, table)
    assert after[1] == ("Other words", *before[1][1:])
    assert opened.review.outline[table.id].text == spelled(after)
    opened.session.undo()
    assert cells_now(opened, table) == before
    assert panel.table.model.cells == before


def test_cells_are_copied_pasted_emptied_and_joined(opened, panel, table):
    before = cells_of(table)
    choose(panel, (1, 0), (1, 1))
    QTest.keyClick(panel.table.view, Key.Key_C, Mod.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\t".join(before[1][:2])
    QGuiApplication.clipboard().setText("x\ty\nz")
    QTest.keyClick(panel.table.view, Key.Key_V, Mod.ControlModifier)
    pasted = cells_now(opened, table)
    assert (pasted[1][:2], pasted[2][0]) == (("x", "y"), "z")
    choose(panel, (1, 0))
    QTest.keyClick(panel.table.view, Key.Key_Delete)
    assert cells_now(opened, table)[1][:2] == ("", "y")
    assert table.id in opened.review.outline, "the key is the cells', not the entry's"
    choose(panel, (1, 0), (2, 0))
    panel.table.join_rows()
    joined = cells_now(opened, table)
    assert (len(joined), joined[1][0]) == (len(before) - 1, "z")


def test_what_is_typed_from_cell_to_cell_is_kept_while_the_words_before_are_stored(opened, panel, table):
    """Tab goes on to the next cell at once, before the edit of the one before is on the disk."""
    choose(panel, (3, 0))
    panel.table.edit()
    for words in ("South", "3", "4", "new"):
        QTest.keyClicks(QApplication.focusWidget(), words)
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "West")
    opened.settle()
    opened.qtbot.wait(1)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, Key.Key_Return)
    cells_now(opened, table)
    assert cells_of(opened.review.outline[table.id])[3:] == (("South", "3", "4", "new"), ("West",))
    assert panel.table.model.cells == cells_of(opened.review.outline[table.id])


@pytest.mark.parametrize("editing_row", [1, 3])
def test_what_is_typed_stays_with_its_row_while_another_edit_changes_the_table(
    opened, panel, table, editing_row
):
    choose(panel, (editing_row, 1))
    panel.table.edit()
    QTest.keyClicks(QApplication.focusWidget(), "77")
    moved = partial(without_rows, rows={2})
    opened.session.perform(on_one(editing.change_cells, table.id, moved, {}))
    assert len(cells_now(opened, table)) == 3
    editor = panel.table.view.findChild(QLineEdit)
    assert (editor, editor.text()) == (QApplication.focusWidget(), "77")
    QTest.keyClick(editor, Key.Key_Return)
    row = cells_now(opened, table)[editing_row - (editing_row > 2)]
    assert row == (PORTS[editing_row][0], "77", PORTS[editing_row][2])


def test_words_that_were_moved_meanwhile_are_not_overwritten(opened, panel, table):
    choose(panel, (2, 0))
    moved = partial(without_rows, rows={2})
    opened.session.perform(on_one(editing.change_cells, table.id, moved, {}))
    panel.table.empty()  # before the window has heard of it
    assert cells_now(opened, table) == (*PORTS[:2], PORTS[3])
    assert "other words now" in opened.said[-1]


def test_keys_that_lead_on_from_a_table_do_not_type(opened, panel, table):
    choose(panel, (1, 0))
    assert QApplication.focusWidget() is panel.table.view
    opened.select(next(node for node in opened.review.outline if node.kind is Kind.PARAGRAPH))
    assert QApplication.focusWidget() is panel
    opened.select(table)
    panel.setFocus()
    opened.session.request("edit-text")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    opened.qtbot.waitUntil(panel.table.view.hasFocus)
    opened.session.request("edit-text")
    for _ in range(2):  # the cell's field, then the table
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert QApplication.focusWidget() is panel


def test_all_cells_are_selected_and_copied_as_a_spreadsheet_takes_them(opened, panel, table):
    choose(panel, (1, 0))
    QTest.keyClick(panel.table.view, Key.Key_A, Mod.ControlModifier)
    QTest.keyClick(panel.table.view, Key.Key_C, Mod.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Table 1\t\t\t\nPort\tAccidents\tLost\t\n")
    choose(panel, (1, 0), (2, 1))
    panel.table.copy()
    assert QGuiApplication.clipboard().text() == "Port\t\n\t4", "what lies between is not selected"
    QGuiApplication.clipboard().setText('"Two\nlines"\tx\r\n')
    choose(panel, (2, 0))
    panel.table.paste()
    assert cells_now(opened, table)[2] == ("Two lines", "x", "1")


def test_a_table_that_is_read_only_is_read_and_copied(opened, panel, table):
    panel.table.set_writable(False)
    model, view = panel.table.model, panel.table.view
    assert (model.rowCount(), model.columnCount()) == (4, 3), "no room for new cells"
    choose(panel, (1, 0))
    for key in (Key.Key_F2, Key.Key_Return, Key.Key_Delete):
        QTest.keyClick(view, key)
    opened.session.request("edit-text")
    assert view.findChild(QLineEdit) is None
    QTest.keyClick(view, Key.Key_C, Mod.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Port"
    QTest.keyClick(view, Key.Key_X, Mod.ControlModifier)
    opened.settle()
    assert cells_of(opened.review.outline[table.id]) == PORTS
    assert "correct" not in view.toolTip()


def test_a_key_that_is_held_down_empties_once(opened, panel, table):
    choose(panel, (0, 0))
    QTest.keyPress(panel.table.view, Key.Key_Delete)
    assert cells_now(opened, table) == PORTS[1:]
    repeat = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Delete, Mod.NoModifier, "", True)
    QApplication.sendEvent(panel.table.view, repeat)
    opened.settle()
    assert cells_of(opened.review.outline[table.id]) == PORTS[1:]


def test_words_alone_in_a_row_have_all_columns_only_where_theirs_is_too_narrow(opened, panel, table):
    view = panel.table.view
    long = "Table 1. Accidents in the ports of the region and what they cost"
    opened.session.perform(
        on_one(editing.change_cells, table.id, partial(with_words, row=0, column=0, block=[[long]]), {})
    )
    assert cells_now(opened, table)[0] == (long,)
    assert [view.columnSpan(row, 0) for row in range(4)] == [3, 1, 1, 1]
    assert view.rowHeight(0) < view.fontMetrics().height() * 4, "as wide as it is, it needs few lines"
    opened.session.undo()
    cells_now(opened, table)
    assert view.columnSpan(0, 0) == 1, "the cells beside it can be reached"


def test_words_that_were_found_are_marked_in_their_cells(opened, panel, table):
    at = table.text.index("Ellery")
    opened.session.attention.set_found(Found(table.text, (Span(at, at + 6),)))
    model = panel.table.model
    marked = [
        (row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.index(row, column).data(Qt.ItemDataRole.BackgroundRole) is not None
    ]
    assert marked == [(2, 0)]
    opened.select(opened.find("1"))
    opened.select(table)
    assert model.index(2, 0).data(Qt.ItemDataRole.BackgroundRole) is None


def test_a_column_is_as_wide_as_its_widest_words_not_as_those_with_the_most_letters(opened, panel, table):
    view = panel.table.view
    for row, words in enumerate(("illiliili", "MWMWMWM"), 2):
        change = partial(with_words, row=row, column=0, block=[[words]])
        opened.session.perform(on_one(editing.change_cells, table.id, change, {}))
        cells_now(opened, table)
    opened.select(opened.find("1"))
    opened.select(table)
    assert view.columnWidth(0) > view.fontMetrics().horizontalAdvance("MWMWMWM")


def test_of_a_long_table_only_the_rows_in_sight_are_measured(tmp_path, qtbot, monkeypatch):
    many = tuple((f"Port {row}", "words that need several lines in their column", "1") for row in range(600))
    made = sample()
    extra = {"cells": [list(row) for row in many]}
    last = made.nodes[-1].rank + 1
    made.nodes.append(Node(new_id(), Kind.TABLE, spelled(many), rank=last, extra=extra))
    asked = []
    data = CellsModel.data
    monkeypatch.setattr(CellsModel, "data", lambda *args: [asked.append(1), data(*args)][1])
    with stage(tmp_path / "long.paraph", made, [InspectorPanel], qtbot, (340, 820)) as on_stage:
        view = on_stage.panels[0].table.view
        node = next(node for node in on_stage.review.outline if cells_of(node))
        on_stage.select(node)
        assert len(asked) < 2 * len(many)
        for row in (300, 599, 200):
            view.setCurrentIndex(view.model().index(row, 0))
            qtbot.wait(1)
            assert view.viewport().rect().contains(view.visualRect(view.currentIndex())), row
            assert view.rowHeight(row) > view.fontMetrics().height() * 2
        assert len(asked) < 6 * len(many)


def test_the_current_row_is_where_the_table_is_split(opened, panel, table):
    before = cells_of(table)
    choose(panel, (2, 0))
    node_id, offset = opened.session.caret
    assert node_id == table.id
    assert table.text[offset:].startswith(before[2][0])


def test_editing_the_text_of_a_table_edits_its_cells(opened, panel, table):
    opened.session.request("edit-text")
    assert panel.table.view.findChild(QLineEdit).text() == cells_of(table)[0][0]
    assert not panel.text.isVisible()


def test_the_menu_offers_what_the_selected_cells_allow(opened, panel, table):
    two_rows, two_columns = [(1, 0), (2, 0)], [(1, 0), (1, 1)]
    for places, can in (([(1, 0)], []), (two_rows, ["Join the rows"]), (two_columns, ["Join the columns"])):
        choose(panel, *places)
        panel.table.menu.aboutToShow.emit()
        joins = [one for one in panel.table.menu.actions() if words_of(one).startswith("Join")]
        assert [words_of(one) for one in joins if one.isEnabled()] == can


def test_the_key_for_menus_opens_that_of_the_cells(opened, panel, table):
    choose(panel, (1, 0))
    open_menu(panel.table.view)
    assert QApplication.activePopupWidget() is panel.table.menu
    panel.table.menu.close()


def test_the_lines_between_cells_are_seen_on_dark_ground(opened, panel, table, qapp, request):
    request.addfinalizer(partial(qapp.setPalette, qapp.palette()))
    view = panel.table.view
    edge = view.columnViewportPosition(1) - 1
    for dark in (True, False):
        qapp.setPalette(make_palette(dark))
        qapp.processEvents()
        assert is_dark(view.palette()) == dark
        image = view.viewport().grab().toImage()
        line, ground = image.pixelColor(edge, view.rowViewportPosition(1) + 4), image.pixelColor(edge - 2, 4)
        assert abs(line.lightness() - ground.lightness()) > 30
        head = view.horizontalHeader().grab().toImage()
        assert head.pixelColor(head.width() - 2, 4) == qapp.palette().color(QPalette.ColorRole.Window)
