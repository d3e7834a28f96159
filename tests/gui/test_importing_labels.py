"""Labels that come in through the window: shown at once, undone like one's own, with a list of the rest."""

from __future__ import annotations

import csv
import shutil

import pytest
from PySide6.QtWidgets import QFileDialog

from gui.dialogs.unused import UnusedDialog
from gui.stage import Stage
from model.labels import Slot


@pytest.fixture
def stage(sample_file, tmp_path, qapp):
    path = tmp_path / "sample.paraph"
    shutil.copy(sample_file, path)
    with Stage(reviewer="Ada") as made:
        made.new_project(path)
        made.open_report()
        yield made


def choose(stage, path):
    """As through the menu, with a file chosen."""
    stage.press("import-labels")
    (dialog,) = stage.window.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(path)])
    dialog.close()
    stage.wait_for(lambda: bool(stage.window.bar.text), "the word on the labels", 20)
    stage.settle()


def table(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def role(stage, node):
    return stage.window.session.review.shown(node.id, Slot.ROLE, stage.window.session.reviewer.id)


def test_labels_are_the_reviewers_and_one_undo_takes_them_back(stage, tmp_path):
    node = stage.select(lambda node: node.number == "5" and node.kind == "paragraph")
    before = role(stage, node)
    choose(stage, table(tmp_path / "labels.csv", [("id", "role"), (node.id, "decision")]))
    assert stage.window.bar.text == "labels.csv: 1 label in 1 report came in."
    assert (role(stage, node).value, role(stage, node).source) == ("decision", "own")
    stage.press("undo")
    assert role(stage, node) == before


def test_what_is_selected_stays_selected_when_labels_of_others_come_in(stage, tmp_path):
    other = stage.select(lambda node: node.number == "5" and node.kind == "paragraph")
    stage.select(lambda node: node.number == "7" and node.kind == "paragraph")
    selected = stage.window.session.selection
    choose(stage, table(tmp_path / "labels.csv", [("id", "role"), (other.id, "decision")]))
    assert role(stage, other).value == "decision"
    assert stage.window.session.selection == selected


def test_what_could_not_be_used_is_listed(stage, tmp_path):
    rows = [("id", "role", "text"), ("", "decision", "Words that no report has anywhere in it.")]
    choose(stage, table(tmp_path / "labels.csv", rows))
    assert stage.window.bar.text.endswith("1 could not be used.")
    stage.window.bar.press("Show what was left out")
    (dialog,) = stage.window.findChildren(UnusedDialog)
    stage.wait_for(dialog.isVisible, "the list")
    assert dialog.list.item(0).text().startswith("row 2: no paragraph or item reads “Words that no report")
    dialog.close()


def test_a_file_that_is_none_is_one_sentence(stage, tmp_path):
    path = tmp_path / "labels.json"
    path.write_text("{", encoding="utf-8")
    choose(stage, path)
    assert "not JSON, or damaged" in stage.window.bar.text


def test_where_people_differ_is_one_click_away(stage, tmp_path):
    node = stage.select(lambda node: node.number == "5" and node.kind == "paragraph")
    stage.press("role-statement")
    stage.settle()
    choose(stage, table(tmp_path / "labels.csv", [("id", "role", "reviewer"), (node.id, "decision", "Ben")]))
    assert stage.window.bar.text.endswith("people differ on 1 entry.")
    stage.select(lambda one: one.number == "9" and one.kind == "paragraph")
    stage.window.bar.press("Show where")
    panel = stage.window.doubts
    stage.wait_for(lambda: "reviewers differ" in [found.kind for found in panel.doubts], "who differs")
    stage.wait_for(panel.isVisible, "the doubts")
    stage.wait_for(lambda: stage.window.session.selection == (node.id,), "the entry")
