"""A table in the inspector: its cells, read and corrected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gui.inspector.panel import InspectorPanel
from gui.menus import words_of
from gui.theme import is_dark, make_palette
from model.cells import cells_of, spelled
from model.ids import new_id
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


def test_the_lines_between_cells_are_seen_on_dark_ground(opened, panel, table, qapp):
    before = qapp.palette()
    view = panel.table.view
    edge = view.columnViewportPosition(1) - 1
    for dark in (True, False):
        qapp.setPalette(make_palette(dark))
        qapp.processEvents()
        assert is_dark(view.palette()) == dark
        image = view.viewport().grab().toImage()
        line, ground = image.pixelColor(edge, view.rowViewportPosition(1) + 4), image.pixelColor(edge - 2, 4)
        assert abs(line.lightness() - ground.lightness()) > 30
    qapp.setPalette(before)
