"""Several entries are selected by the mouse alone: by the boxes before the rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCursor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from gui.outline.filtering import Filter
from gui.outline.ticking import TIP
from tests.gui.outline.conftest import make
from tests.gui.panels import stage
from tests.gui.sample_review import arabic, large

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def at_box(tree, node):
    row = tree.entries.row_of(node.id)
    return tree.row_delegate.boxes(row, tree.visualRect(tree.entries.index(row))).state.center()


def tick(tree, node):
    QTest.mouseClick(tree.viewport(), LEFT, NONE, at_box(tree, node))


def sweep(tree, start, end):
    QTest.mousePress(tree.viewport(), LEFT, NONE, at_box(tree, start))
    QTest.mouseMove(tree.viewport(), at_box(tree, start) + QPoint(3, 4))
    QTest.mouseMove(tree.viewport(), at_box(tree, end) + QPoint(90, 0))  # a hand that strays sideways
    QTest.mouseRelease(tree.viewport(), LEFT, NONE, at_box(tree, end))


def numbers(opened):
    return {opened.review.outline[node].number for node in opened.session.selection}


def test_boxes_select_entries_beside_each_other_and_no_more(opened, tree):
    opened.select(opened.find("5"))
    tick(tree, opened.find("8"))
    tick(tree, opened.find("11"))
    assert numbers(opened) == {"5", "8", "11"}
    assert opened.session.current.number == "11"
    assert len(tree.selectedIndexes()) == 3
    tick(tree, opened.find("8"))
    tick(tree, opened.find("5"))
    assert numbers(opened) == {"11"}


def test_a_drag_over_boxes_selects_what_is_on_its_way_and_moves_nothing(opened, tree):
    before = list(opened.review.outline)
    opened.select(opened.find("1"))
    sweep(tree, opened.find("5"), opened.find("9"))
    assert numbers(opened) == {"1", "5", "6", "7", "8", "9"}
    sweep(tree, opened.find("8"), opened.find("6"))
    assert numbers(opened) == {"1", "5", "9"}
    assert list(opened.review.outline) == before


def test_a_drag_from_the_entry_that_is_read_adds_and_a_click_on_its_box_drops_it(opened, tree):
    opened.select(opened.find("5"))
    sweep(tree, opened.find("5"), opened.find("8"))
    assert numbers(opened) == {"5", "6", "7", "8"}
    opened.select(opened.find("5"))
    tick(tree, opened.find("5"))
    assert opened.session.selection == ()


def test_a_drag_that_comes_back_leaves_what_it_left(opened, tree):
    port = tree.viewport()
    QTest.mousePress(port, LEFT, NONE, at_box(tree, opened.find("5")))
    QTest.mouseMove(port, at_box(tree, opened.find("9")))
    assert len(tree.selectedIndexes()) == 5
    QTest.mouseMove(port, at_box(tree, opened.find("6")))
    assert not opened.session.selection  # others hear of it when the button is let go
    QTest.mouseRelease(port, LEFT, NONE, at_box(tree, opened.find("6")))
    assert numbers(opened) == {"5", "6"}


def test_two_quick_clicks_on_a_box_edit_nothing(opened, tree):
    node = opened.find("5")
    opened.select(opened.find("1"))
    QTest.mouseDClick(tree.viewport(), LEFT, NONE, at_box(tree, node))
    assert numbers(opened) == {"1"}
    assert tree.indexWidget(tree.currentIndex()) is None


def test_grey_rows_are_passed_over_unless_their_own_box_is_ticked(opened, panel, tree):
    panel.header.filterAsked.emit(Filter(words=("sounding",)))
    rows = tree.entries.rows
    grey = next(row for row in rows if row.context)
    found = [row.node for row in rows if not row.context]
    outline = opened.review.outline
    sweep(tree, outline[rows[1].node], outline[rows[-1].node])
    assert set(opened.session.selection) == {rows[1].node, *found}
    opened.session.select((), "test")
    tick(tree, outline[grey.node])
    assert opened.session.selection == (grey.node,)


def test_the_box_says_what_it_does_and_which_state_it_covers(opened, tree):
    at, port = at_box(tree, opened.find("5")), tree.viewport()
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, at, port.mapToGlobal(at)))
    assert QToolTip.text() == f"Unreviewed\n{TIP}"
    assert "boxes" in tree.accessibleDescription()


def test_the_row_under_the_mouse_shows_its_box(opened, tree, monkeypatch):
    row = tree.entries.row_of(opened.find("5").id)
    painted = []
    monkeypatch.setattr(
        tree.row_delegate, "_paint_box", lambda painter, box, ticked, palette: painted.append(ticked)
    )
    monkeypatch.setattr(tree, "_hovered_row", lambda: row)
    tree.viewport().grab()
    tick(tree, opened.find("5"))
    painted_before = len(painted)
    tree.viewport().grab()
    assert painted[0] is False
    assert painted[painted_before] is True


def test_after_a_drag_the_row_that_the_mouse_left_is_painted_anew(opened, tree, monkeypatch):
    was, now = tree.entries.row_of(opened.find("5").id), tree.entries.row_of(opened.find("8").id)
    monkeypatch.setattr(tree, "_hovered_row", lambda: was)
    tree.viewport().grab()
    monkeypatch.setattr(tree, "_hovered_row", lambda: now)
    painted = []
    with monkeypatch.context() as patch:
        patch.setattr(tree.viewport(), "update", painted.append)
        QApplication.sendEvent(tree.viewport(), QEvent(QEvent.Type.Leave))
    assert [tree.indexAt(box.center()).row() for box in painted] == [was, now]


def test_boxes_stand_at_the_right_where_the_report_reads_from_right_to_left(tmp_path, qtbot):
    with stage(tmp_path / "arabic.paraph", arabic(), [make], qtbot) as opened:
        tree = opened.panels[0].tree
        nodes = [opened.review.outline[row.node] for row in tree.entries.rows[1:4]]
        for node in nodes:
            assert at_box(tree, node).x() > tree.viewport().width() - 40
            tick(tree, node)
        assert set(opened.session.selection) == {node.id for node in nodes}


def test_a_drag_goes_on_below_the_view_in_ten_thousand_rows(tmp_path, qtbot, monkeypatch):
    with stage(tmp_path / "large.paraph", large(), [make], qtbot) as opened:
        tree = opened.panels[0].tree
        port = tree.viewport()
        below = QPoint(10, port.height() + 2000)
        monkeypatch.setattr(QCursor, "pos", lambda: port.mapToGlobal(below))
        first = opened.review.outline[tree.entries.rows[3].node]
        QTest.mousePress(port, LEFT, NONE, at_box(tree, first))
        QTest.mouseMove(port, below)
        bar = tree.verticalScrollBar()
        qtbot.waitUntil(lambda: bar.value() > 8000, timeout=30_000)
        monkeypatch.setattr(QCursor, "pos", lambda: port.mapToGlobal(QPoint(10, 10)))
        QTest.mouseMove(port, QPoint(10, 10))
        end = tree.indexAt(QPoint(10, 10)).row()
        QTest.mouseRelease(port, LEFT, NONE, QPoint(10, 10))
        assert len(opened.session.selection) == end - 3 + 1 > 200
