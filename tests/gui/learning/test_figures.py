"""The table of labels with their figures."""

from __future__ import annotations

from gui.learning.figures import FigureTable
from model.learning.measures import OfValue


def test_what_was_never_suggested_has_no_precision(qtbot):
    table = FigureTable("Figures", "Label")
    qtbot.addWidget(table)
    table.show_rows([("Decision", "decision", OfValue("decision", 2, 0, 0))])
    assert [table.item(0, column).text() for column in (1, 2)] == ["–", "0.00"]
