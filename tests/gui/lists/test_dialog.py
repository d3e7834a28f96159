"""The lists of all reports in their window: narrowed down, by year, gone to, corrected, copied, written."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QInputDialog

from gui.lists.columns import COLUMNS, NAME
from gui.lists.dialog import ListsDialog
from gui.lists.keeper import Lists
from model.labels import Slot
from model.lists.finding import list_entries
from model.outline import Outline
from tests.gui.panels import stage
from tests.gui.sample_review import sample

TITLES = [column.title for column in COLUMNS]


@pytest.fixture
def opened(tmp_path, qtbot):
    made = sample()
    document = replace(made.document, masthead=replace(made.document.masthead, date="2024-09-20"))
    with_lists = replace(
        made,
        document=document,
        decisions=[*made.decisions, *list_entries(Outline(made.nodes), "en")],
    )
    with stage(tmp_path / "harbours.paraph", with_lists, [], qtbot) as on_stage:
        yield on_stage


@pytest.fixture
def words():
    """What is selected on the page."""
    return [""]


@pytest.fixture
def dialog(opened, words, qtbot):
    made = ListsDialog(Lists(opened.session, opened.window), opened.session, lambda: words[0], opened.window)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.model.total == 73)
    return made


def cell(dialog, row, title):
    return dialog.model.index(row, TITLES.index(title)).data()


def row_of(dialog, name):
    return next(row for row in range(dialog.model.rowCount()) if cell(dialog, row, "Name as printed") == name)


def choose(dialog, name, title="Name as printed"):
    dialog.table.setFocus()
    index = dialog.model.index(row_of(dialog, name), TITLES.index(title))
    one = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    dialog.table.selectionModel().setCurrentIndex(index, one)


def test_every_entry_is_a_row_that_says_whose_word_it_is(dialog):
    assert dialog.count.text() == "73 rows"
    row = row_of(dialog, "Lucía Ferrand")
    assert [cell(dialog, row, title) for title in TITLES] == [
        "HARB/CONF/WG.2/2024/6", "2024-09-20", "Officers", "", "Lucía Ferrand", "Chile", "CHL", "Vice-Chair",
        "",
        cell(dialog, row, "Page"), "suggested",
    ]  # fmt: skip
    assert dialog.model.index(row, 0).data(Qt.ItemDataRole.FontRole).italic()


def test_words_lists_and_reports_narrow_it_down(dialog, qtbot):
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("attendance"))
    assert dialog.count.text() == "55 of 73 rows"
    QTest.keyClicks(dialog.find_field, "chl")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert cell(dialog, 0, "State") == "Chile"
    dialog.kinds.setCurrentIndex(0)
    assert {cell(dialog, row, "List") for row in range(dialog.model.rowCount())} == {
        "Speakers", "Officers", "Attendance",
    }  # fmt: skip
    assert dialog.documents.count() == 2


def test_a_click_on_a_heading_sorts_and_a_third_brings_the_reading_order_back(dialog):
    first = [cell(dialog, row, "Name as printed") for row in range(5)]
    dialog.model.sort(NAME, Qt.SortOrder.AscendingOrder)
    names = [cell(dialog, row, "Name as printed") for row in range(dialog.model.rowCount())]
    assert names == sorted(names, key=str.casefold)
    dialog.model.sort(-1)
    assert [cell(dialog, row, "Name as printed") for row in range(5)] == first


def test_by_year_counts_reports_and_leads_to_the_entries(dialog):
    dialog.view_box.setCurrentIndex(1)
    assert dialog.pivot.years == ["2024"]
    names = [dialog.pivot.name_at(row) for row in range(dialog.pivot.rowCount())]
    chile = names.index("Chile")
    assert [dialog.pivot.index(chile, column).data() for column in range(3)] == ["Chile", "1", "1"]
    assert "Lucía Ferrand" not in names
    dialog.by_year.setCurrentIndex(dialog.pivot.index(chile, 1))
    dialog.by_year.doubleClicked.emit(dialog.by_year.currentIndex())
    assert dialog.view_box.currentIndex() == 0
    assert {cell(dialog, row, "State") for row in range(dialog.model.rowCount())} == {"Chile"}


def test_return_goes_to_the_words(opened, dialog, qtbot):
    shown = []
    dialog.lists.shown.connect(lambda node, spans: shown.append((node, spans)))
    choose(dialog, "Barbados")
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(shown))
    node, (span,) = shown[0]
    assert opened.session.current.id == node
    assert opened.session.current.text[slice(*span)] == "Barbados"


def test_a_cell_that_is_changed_is_an_edit_that_can_be_undone(opened, dialog, qtbot):
    choose(dialog, "Bangladesh", "State")
    dialog.table.edit(dialog.table.currentIndex())
    editor = dialog.table.indexWidget(dialog.table.currentIndex()) or dialog.table.focusWidget()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "Myanmar")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(dialog, row_of(dialog, "Bangladesh"), "ISO") == "MMR")
    assert cell(dialog, row_of(dialog, "Colombia"), "Said by") == "you"
    assert dialog.current.name == "Bangladesh"
    held = dialog.current.node
    assert opened.stored().shown(held, Slot.ENTRIES, opened.me).value[0]["m49"] == "104"
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: cell(dialog, row_of(dialog, "Bangladesh"), "ISO") == "BGD")


def test_lists_and_groups_are_chosen_by_their_words(dialog, qtbot):
    choose(dialog, "Bangladesh", "Among")
    dialog.table.edit(dialog.table.currentIndex())
    (box,) = dialog.table.findChildren(QComboBox)
    assert box.currentText() == "Signatories"
    box.setCurrentIndex(box.findText("Other States"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: cell(dialog, row_of(dialog, "Bangladesh"), "Among") == "Other States")


def test_what_is_no_state_is_refused_in_the_window(dialog, qtbot):
    choose(dialog, "Bangladesh")
    dialog.model.changeAsked.emit(dialog.current, "country", "Atlantis")
    qtbot.waitUntil(lambda: "Atlantis" in dialog.bar.text)
    assert cell(dialog, row_of(dialog, "Bangladesh"), "State") == "Bangladesh"


def test_an_entry_is_added_from_selected_words_and_taken_out_again(dialog, words, qtbot):
    words[0] = "represented"
    choose(dialog, "Colombia")
    dialog.add_button.click()
    (asked,) = dialog.findChildren(QInputDialog)
    assert asked.textValue() == "represented"
    asked.setTextValue("Thailand and more")
    asked.accept()
    qtbot.waitUntil(lambda: dialog.model.total == 74)
    choose(dialog, "Thailand and more")
    assert cell(dialog, dialog.table.currentIndex().row(), "Among") == "Signatories"
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: dialog.model.total == 73)


def test_rows_of_several_paragraphs_of_a_report_that_is_not_open_are_taken_out(dialog, opened, qtbot):
    chosen = ["Colombia", "Lucía Ferrand"]
    rows = [row_of(dialog, name) for name in chosen]
    assert len({dialog.model.rows[row].node for row in rows}) == 2
    opened.session.close_document()
    for row in rows:
        dialog.table.selectionModel().select(
            dialog.model.index(row, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: dialog.model.total == 71)
    assert not {entry.name for entry in dialog.model.rows} & set(chosen)


def test_selected_rows_are_copied_as_a_table(dialog):
    choose(dialog, "Bangladesh")
    dialog.copy()
    assert QGuiApplication.clipboard().text().split("\t")[2:7] == [
        "Attendance", "Signatories", "Bangladesh", "Bangladesh", "BGD",
    ]  # fmt: skip


def test_what_is_shown_is_written_as_csv(dialog, tmp_path, qtbot):
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("agenda"))
    path = tmp_path / "lists.csv"
    dialog.csv.write(path)
    qtbot.waitUntil(lambda: "8 rows are in lists.csv." in dialog.bar.text)
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert next(row["number"] for row in csv.DictReader(file)) == "1"
    dialog.csv.write(tmp_path / "nowhere" / "lists.csv")
    qtbot.waitUntil(partial(_says, dialog, "cannot be written"))


def test_without_lists_it_says_so(dialog, opened, qtbot):
    dialog.lists.changed.emit([], [])
    assert dialog.stack.currentWidget() is dialog.empty
    assert not dialog.export_button.isEnabled()


def _says(dialog, words):
    return words in dialog.bar.text


def test_the_first_entry_of_a_list_goes_to_the_selected_paragraph(dialog, opened, words, qtbot):
    paragraph = opened.find("36")
    opened.select(paragraph)
    words[0] = "Working Group"
    QTest.keyClicks(dialog.find_field, "nobody at all")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("officers"))
    dialog.add_button.click()
    (asked,) = dialog.findChildren(QInputDialog)
    asked.accept()
    qtbot.waitUntil(lambda: dialog.model.total == 74)
    shown = opened.stored().shown(paragraph.id, Slot.ENTRIES, opened.me)
    assert shown.value == [{"list": "officers", "name": "Working Group"}]
    assert [paragraph.text[slice(*span)] for span in shown.decision.evidence] == ["Working Group"]
