"""A report from its PDF to the dataset, by keys, over a restart."""

from __future__ import annotations

import csv
import json
import os
import signal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gui.own_projects import own_project
from model.labels import Slot, Status
from model.nodes import Kind
from storage.project import Project

Key, Held = Qt.Key, Qt.KeyboardModifier


def value(user, node_id, slot):
    return user.session.review.shown(node_id, slot, user.session.reviewer.id).value


def test_a_report_is_relabelled_split_undone_reopened_and_exported(use, report, tmp_path):
    seen = {}

    def review(user):
        user.report_opened()
        user.picture("1 report open")
        while not (user.session.current and user.current.kind is Kind.PARAGRAPH):
            user.key(Key.Key_J)
            user.settled()
        node_id = seen["node"] = user.current.id
        user.key(Key.Key_2)
        user.settled()
        assert value(user, node_id, Slot.ROLE) == "decision"
        entries = len(user.session.review.outline)
        whole = user.current.text
        user.key(Key.Key_E)
        user.key(Key.Key_Home, Held.ControlModifier)
        user.key(Key.Key_Right, Held.ControlModifier, times=4)
        user.key(Key.Key_Escape)
        user.key(Key.Key_S)
        user.settled()
        assert len(user.session.review.outline) == entries + 1
        assert whole.startswith(user.session.review.outline[node_id].text)
        user.picture("2 split")
        user.wait(lambda: user.session.undo_name, "something to undo")
        user.key(Key.Key_Z, Held.ControlModifier)
        user.settled()
        assert user.session.review.outline[node_id].text == whole
        assert len(user.session.review.outline) == entries
        assert "1 / " in user.window.top_bar.counts.text()
        assert user.window.status.saved.text().startswith("saved ")
        user.window.page_view.go_to(3)
        user.session.select((node_id,), "page")  # as a click on the page: the view stays where it is
        user.settled()
        seen["selected"], seen["page"] = user.session.selection, user.window.page_view.canvas.page
        assert seen["page"] == 3
        user.picture("3 undone")

    def come_back(user):
        user.report_opened()
        user.wait(lambda: user.session.selection == seen["selected"], "the entry that was selected")
        user.wait(lambda: user.window.page_view.canvas.page == seen["page"], "the page that was open")
        assert value(user, seen["node"], Slot.ROLE) == "decision"
        user.picture("4 reopened")
        user.key(Key.Key_E, Held.ControlModifier)
        dialog = user.dialog()
        dialog.folder.setText(str(tmp_path / "dataset"))
        user.picture("5 export")
        user.key(Key.Key_Return)
        user.wait(lambda: "Exported" in user.window.bar.text, "the dataset")
        user.picture("6 exported")

    assert use(review, report) == 0
    assert use(come_back) == 0
    with Project.open(own_project()) as project:
        found = project.review(project.documents()[0].id)
        me = next(person for person in project.reviewers() if person.name == "Ada Lovelace")
        assert found.status(seen["node"], me.id) is Status.CORRECTED
    name = own_project().stem
    table = (tmp_path / "dataset" / f"{name}.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(table.splitlines(keepends=True)))
    text = (tmp_path / "dataset" / f"{name}.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert len(rows) == len(lines) == len(found.outline)
    assert [row["role"] for row in rows if row["id"] == seen["node"]] == ["decision"]


def test_the_first_start_asks_for_a_name_once_and_opens_the_sample_report(use):
    def first(user):
        dialog = user.dialog()
        dialog.findChild(QLineEdit).clear()
        user.picture("1 name")
        user.type("Grace Hopper")
        user.key(Key.Key_Return)
        user.report_opened()
        user.wait(lambda: user.session.reviewer.name == "Grace Hopper", "the name")
        assert user.window.first_steps.isVisible()
        user.picture("2 sample report")

    def second(user):
        user.report_opened()
        assert user.session.reviewer.name == "Grace Hopper"
        assert user.window.first_steps.isVisible()
        user.window.first_steps.finish()

    def third(user):
        user.report_opened()
        assert not user.window.first_steps.isVisible()

    assert use(first, reviewer="") == 0
    assert use(second, reviewer="") == 0
    assert use(third, reviewer="") == 0


def test_closing_at_once_after_an_edit_loses_nothing(use, report):
    seen = {}

    def flag_and_go(user):
        user.report_opened()
        while not (user.session.current and user.current.kind is Kind.PARAGRAPH):
            user.key(Key.Key_J)
        seen["nodes"] = []
        for _ in range(10):
            seen["nodes"].append(user.current.id)
            user.key(Key.Key_F)
            user.key(Key.Key_J)
        user.key(Key.Key_Q, Held.ControlModifier)

    assert use(flag_and_go, report) == 0
    with Project.open(own_project()) as project:
        found = project.review(project.documents()[0].id)
        me = next(person for person in project.reviewers() if person.name == "Ada Lovelace")
        assert {found.status(node, me.id) for node in seen["nodes"]} == {Status.FLAGGED}


def _first_paragraph(user):
    """Its id; it is gone to by keys."""
    while not (user.session.current and user.current.kind is Kind.PARAGRAPH):
        user.key(Key.Key_J)
    return user.current.id


def test_a_signal_ends_it_too_where_nothing_can_be_saved_and_a_copy_keeps_the_changes(use, project, capsys):
    seen = {}

    def leave(user):
        user.report_opened()
        seen["node"] = _first_paragraph(user)
        project.rename(project.with_name("elsewhere.paraph"))
        user.key(Key.Key_F)
        user.wait(lambda: user.session.held == 1, "what cannot be saved")
        os.kill(os.getpid(), signal.SIGTERM)
        user.wait(lambda: user.window.ending.is_over, "the end")

    assert use(leave, project) == 0
    copy = project.with_name("reviewed (kept).paraph")
    with Project.open(copy) as kept:
        found = kept.review(kept.documents()[0].id)
        me = next(person for person in kept.reviewers() if person.name == "Ada Lovelace")
        assert found.status(seen["node"], me.id) is Status.FLAGGED
    assert str(copy) in capsys.readouterr().err
    assert use(lambda user: user.wait(lambda: user.window.opener.project_path == copy, "the copy")) == 0


def test_a_signal_closes_the_window_as_its_button_does(use, report):
    seen = {}

    def leave(user):
        user.report_opened()
        seen["node"] = _first_paragraph(user)
        user.key(Key.Key_F)
        os.kill(os.getpid(), signal.SIGTERM)
        user.wait(lambda: user.window.ending.is_over, "the end")

    assert use(leave, report) == 0
    with Project.open(own_project()) as project:
        found = project.review(project.documents()[0].id)
        me = next(person for person in project.reviewers() if person.name == "Ada Lovelace")
        assert found.status(seen["node"], me.id) is Status.FLAGGED
