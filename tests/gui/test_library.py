"""The documents panel's list: its item model under Qt's own tester, and what its lines say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.library.items import Item, State, state_of
from gui.library.model import ITEM, LibraryModel


def line(number, done=0):
    return Item(f"report {number}", state_of(done, 3), f"id {number}", done=done, total=3)


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
            "it needs a password",
        ),
    ],
)
def test_a_state_is_said_in_words_too(qapp, item, says):
    model = LibraryModel()
    model.set_items([item])
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole).splitlines()[-1] == says
    assert says in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
