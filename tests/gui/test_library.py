"""The documents panel's list: its item model under Qt's own tester, and what its lines say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester

from gui.importing.queue import ImportQueue
from gui.jobs import Jobs
from gui.library.delegate import state_shown
from gui.library.items import Item, State, state_of
from gui.library.model import ITEM, LibraryModel
from gui.library.panel import LibraryPanel
from gui.tally import Tally
from gui.theme import INSIDE, STEP
from model.report_names import report_names
from storage.loading import DocumentRow
from tests.gui.panels import stage
from tests.gui.sample_review import sample


def line(number, done=0):
    return Item(f"report {number}", state_of(done, 3), f"id {number}", done=done, total=3)


def test_reports_of_one_symbol_are_told_apart_by_their_files():
    rows = [DocumentRow(f"id {n}", f"{n}.pdf", symbol, "", "en", 1, "") for n, symbol in enumerate("AAB")]
    rows.append(DocumentRow("id 3", "memo.pdf", "", "", "en", 1, ""))
    assert list(report_names(rows).values()) == ["A (0.pdf)", "A (1.pdf)", "B", "memo.pdf"]


LISTS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3)), unique_by=lambda pair: pair[0], max_size=9)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(lists=st.lists(LISTS, min_size=1, max_size=5))
def test_any_list_follows_any_other(qapp, lists):
    model = LibraryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for wanted in lists:
        items = [line(number, done) for number, done in wanted]
        model.set_items(items)
        assert model.items == items
        assert [model.data(model.index(row), ITEM) for row in range(model.rowCount())] == items
    del tester


def test_a_list_of_many_files_follows_at_once():
    """A step for each line, not for each pair of lines: a file that is through takes no noticeable time."""
    asked = 0

    class Counted(Item):
        @property
        def key(self):
            nonlocal asked
            asked += 1
            return super().key

    model = LibraryModel()
    files = [Counted(f"{n}.pdf", State.WAITING, path=Path(f"{n}.pdf")) for n in range(300)]
    model.set_items(files)
    model.set_items([line(1), *files[1:]])
    assert [item.name for item in model.items[:2]] == ["report 1", "1.pdf"]
    assert asked < 20 * len(files)


def test_a_line_that_looks_different_is_told_alone(qapp, qtbot):
    model = LibraryModel()
    model.set_items([line(1), line(2), line(3)])
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.waitSignal(model.dataChanged) as told:
        model.set_items([line(1), line(2, done=1), line(3)])
    assert (told.args[0].row(), told.args[1].row()) == (1, 1)


@pytest.mark.parametrize(
    ("item", "says"),
    [
        (line(1), "Not started: 0 of 3"),
        (line(1, 2), "Partly reviewed: 2 of 3"),
        (line(1, 3), "Reviewed: 3 of 3"),
        (Item("a.pdf", State.READING, path=Path("a.pdf"), done=2, total=9), "Page 2 of 9"),
        (
            Item("a.pdf", State.FAILED, path=Path("a.pdf"), reason="it needs a password"),
            "It needs a password",
        ),
    ],
)
def test_a_state_is_said_in_words_too(qapp, item, says):
    model = LibraryModel()
    model.set_items([item])
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole).splitlines()[-1] == says
    assert says in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize(
    ("done", "words"), [(0, "Not started · 3"), (1, "Partly · 1/3"), (3, "Reviewed · 3")]
)
def test_a_line_says_its_state_in_words_where_there_is_room(qapp, done, words):
    metrics = QFontMetrics(qapp.font())
    item = line(1, done)
    room = metrics.horizontalAdvance(item.name) + metrics.horizontalAdvance(words) + 2 * INSIDE
    assert state_shown(item, room, metrics, metrics) == words
    assert state_shown(item, room - 3 * INSIDE, metrics, metrics) == f"{done}/3"


def test_a_file_on_its_way_has_its_words_in_its_second_line(qapp):
    metrics = QFontMetrics(qapp.font())
    reading = Item("a.pdf", State.READING, path=Path("a.pdf"), done=2, total=9)
    assert state_shown(reading, 900, metrics, metrics) == ""


@pytest.mark.parametrize(
    ("done", "words"),
    [(0, "Not started · 3 entries"), (1, "Partly reviewed · 1 of 3"), (3, "Reviewed · 3 entries")],
)
def test_a_second_line_says_how_far_the_review_is(done, words):
    assert line(1, done).detail == words


def _panel(session, actions, parent):
    return LibraryPanel(
        session, actions, ImportQueue(session, Jobs(session), session), Tally(session), parent
    )


def height(view):
    return view.visualRect(view.model().index(0, 0)).height()


def test_lines_have_their_words_where_all_of_them_can_be_seen(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [_panel], qtbot) as on_stage:
        (panel,) = on_stage.panels
        view, around = panel.view, panel.height() - panel.view.viewport().height()
        roomy = view.itemDelegate().roomy_height(view.font())
        assert height(view) == roomy
        panel.setFixedHeight(around + roomy - 1)
        qtbot.waitUntil(lambda: height(view) < roomy)
        panel.setFixedHeight(around + roomy)
        qtbot.waitUntil(lambda: height(view) == roomy)


def test_many_reports_are_narrowed_down_by_words_of_their_names_and_titles(tmp_path, qtbot, monkeypatch):
    rows = tuple(
        DocumentRow(f"id {n}", f"{n}.pdf", f"X/{n}", f"Rapport sur la sécurité {n}", "fr", 1, "")
        for n in range(40)
    )
    with stage(tmp_path / "harbours.paraph", sample(), [_panel], qtbot) as on_stage:
        (panel,), session = on_stage.panels, on_stage.session
        assert panel.find_field.isHidden()
        top = panel.view.y()
        before, session.documents = session.documents, rows
        panel.setFixedWidth(300)
        panel.setFixedWidth(44)
        panel.heading.show()  # as it is made, before anybody sees it
        panel.refresh()
        panel.setFixedWidth(300)
        assert (panel.find_field.isVisible(), panel.model.rowCount()) == (True, 40)
        qtbot.waitUntil(lambda: panel.find_field.x() == INSIDE)  # clear of the edge
        assert panel.view.y() == top + panel.find_field.height() + STEP, "no room was kept for it before"
        qtbot.keyClicks(panel.find_field, "SECURITE 7")
        qtbot.waitUntil(lambda: panel.model.rowCount() == 4)
        assert [item.name for item in panel.model.items] == ["X/7", "X/17", "X/27", "X/37"]
        asked = []
        monkeypatch.setattr(session, "open_document", asked.append)
        qtbot.keyPress(panel.find_field, Qt.Key.Key_Return)
        assert asked == ["id 7"]
        qtbot.keyClicks(panel.find_field, "x")
        qtbot.waitUntil(
            lambda: panel.nothing.isVisible() and panel.nothing.text() == "No report has these words."
        )
        panel.setFixedWidth(44)  # as icons
        assert (panel.find_field.isHidden(), panel.model.rowCount()) == (True, 40)
        panel.setFixedWidth(300)
        qtbot.keyPress(panel.find_field, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: panel.model.rowCount() == 40)
        session.documents = before


def test_esc_in_the_field_goes_to_the_report_that_is_open_and_down_to_the_first(tmp_path, qtbot):
    rows = tuple(DocumentRow(f"id {n}", f"{n}.pdf", f"X/{n}", "", "fr", 1, "") for n in range(20))
    with stage(tmp_path / "harbours.paraph", sample(), [_panel], qtbot) as on_stage:
        (panel,), session = on_stage.panels, on_stage.session
        before = session.documents
        session.documents = rows + tuple(before)
        panel.refresh()
        is_open = panel.model.row_of(on_stage.document)
        selected = panel.view.selectionModel().selectedRows
        for key, row in ((Qt.Key.Key_Escape, is_open), (Qt.Key.Key_Down, 0), (Qt.Key.Key_Escape, is_open)):
            panel.find_field.setFocus()
            qtbot.keyPress(panel.find_field, key)
            assert panel.view.hasFocus()
            assert [index.row() for index in selected()] == [row]
        session.documents = before
