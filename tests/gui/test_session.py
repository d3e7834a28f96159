"""Edits queue up on a real project file, a failed one changes nothing; projects and reports open and end."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from dataclasses import replace
from functools import partial

from gui.edit_queue import MANY
from gui.latest import Latest
from gui.searching.jump import Jump
from gui.session import Session
from model import editing
from model.edits import ChangeSet
from model.errors import UserFacingError
from model.labels import Status
from model.outline import Outline
from storage.project import Project
from tests.gui.sessions import paragraph, settled
from tests.storage.stored_reports import decisions, document, nodes, store


def test_each_edit_sees_what_the_edit_before_left(session, qtbot):
    node_id, seen = paragraph(session).id, []

    def append(word, review, reviewer):
        seen.append(review.outline[node_id].text)
        return editing.set_text(review, reviewer, node_id, review.outline[node_id].text + word)

    for word in (" one", " two", " three"):
        session.perform(partial(append, word))
    settled(session, qtbot)
    assert [text.split()[-1] for text in seen[1:]] == ["one", "two"]
    assert session.review.outline[node_id].text.endswith("one two three")


def test_settings_are_stored_in_their_order_whatever_else_is_under_way(session):
    go_on = threading.Event()
    for _ in range(2):
        session.run(go_on.wait)
    session.set_setting("place", 1)
    session.project.set_setting("later", 1).result()
    stored = session.project.setting("place")
    go_on.set()
    assert stored == 1


def test_a_report_opens_while_long_jobs_go_on(session, qtbot):
    go_on, document_id = threading.Event(), session.review.document.id
    jobs = [session.run(go_on.wait) for _ in range(4)]  # an export, a training run, labels, a copy
    session.close_document()
    try:
        with qtbot.waitSignal(session.documentOpened):
            session.open_document(document_id)
        assert not any(job.done() for job in jobs)
    finally:
        go_on.set()


def test_an_answer_that_was_given_up_makes_way_for_the_next(session, qtbot):
    latest, answers, go_on = Latest(session, session), [], threading.Event()
    latest.ask(go_on.wait, done=answers.append)
    latest.forget()
    wanted = [latest.busy]
    for word in ("two", "three"):
        latest.ask(str, word, done=answers.append)
    go_on.set()
    qtbot.waitUntil(lambda: answers == ["three"])
    assert [*wanted, latest.busy] == [False, False]


def test_an_edit_of_many_entries_is_built_behind_and_nothing_changes_the_report_meanwhile(session, qtbot):
    node, threads = paragraph(session), []
    begun, go_on = threading.Event(), threading.Event()

    def build(review, reviewer):
        threads.append(threading.current_thread())
        begun.set()
        go_on.wait()
        return editing.set_text(review, reviewer, node.id, review.outline[node.id].text + " more")

    session.perform(build, MANY + 1)
    assert begun.wait(20)
    number = editing.set_number(session.review, session.reviewer, node.id, "77")
    session.take(ChangeSet.of(session.review.document.id, number))
    assert session.review.outline[node.id] == node
    go_on.set()
    qtbot.waitUntil(lambda: session.is_idle and session.review.outline[node.id].number == "77")
    assert threads != [threading.main_thread()]


def test_an_edit_of_many_entries_that_is_impossible_says_why(session, qtbot):
    node, sentences = paragraph(session), []
    session.failed.connect(sentences.append)
    session.perform(lambda review, reviewer: editing.split(review, reviewer, node.id, 0), MANY + 1)
    settled(session, qtbot)
    assert len(sentences) == 1


def test_several_entries_stay_selected_when_what_was_done_with_them_is_undone(session, qtbot):
    whole = session.review.outline.children(next(iter(session.review.outline)).id)
    chosen = tuple(node.id for node in whole[:2])
    session.select(chosen)
    session.perform(lambda review, reviewer: editing.accept(review, reviewer, chosen))
    session.undo()
    settled(session, qtbot)
    assert session.selection == chosen
    session.select((whole[2].id,))
    session.redo()
    settled(session, qtbot)
    assert session.selection[0] in chosen  # elsewhere, it leads to where something changed


def test_a_merge_moves_the_selection_once(session, qtbot):
    whole = session.review.outline.children(next(iter(session.review.outline)).id)
    session.select((whole[1].id,))
    told = []
    session.selectionChanged.connect(lambda ids, origin: told.append(ids))
    session.changed.connect(lambda changes: told.append(session.selection))
    session.perform(lambda review, reviewer: editing.merge_with_previous(review, reviewer, whole[1].id))
    settled(session, qtbot)
    assert told == [(whole[0].id,), (whole[0].id,)]


def test_where_undo_takes_a_half_away_the_whole_is_selected(window, session, qtbot):
    node = paragraph(session)
    session.select((node.id,))
    session.walk.by_rows(lambda: tuple(shown))
    shown = [one.id for one in session.review.outline]
    session.perform(lambda review, reviewer: editing.split(review, reviewer, node.id, 5))
    settled(session, qtbot)
    (half,) = session.selection
    assert half != node.id
    shown.insert(shown.index(node.id) + 1, half)
    session.undo()
    settled(session, qtbot)
    assert session.selection == (node.id,)


def test_undo_and_redo_take_back_and_bring_again(session, qtbot):
    node = paragraph(session)
    session.perform(lambda review, reviewer: editing.set_text(review, reviewer, node.id, "Something else"))
    settled(session, qtbot)
    qtbot.waitUntil(lambda: session.undo_name is not None)
    session.undo()
    settled(session, qtbot)
    assert session.review.outline[node.id].text == node.text
    qtbot.waitUntil(lambda: session.redo_name is not None)
    session.redo()
    settled(session, qtbot)
    assert session.review.outline[node.id].text == "Something else"


def test_an_impossible_edit_says_why_and_the_next_one_still_happens(session, qtbot):
    node, sentences = paragraph(session), []
    session.failed.connect(sentences.append)
    session.perform(lambda review, reviewer: editing.split(review, reviewer, node.id, 0))
    session.perform(lambda review, reviewer: editing.accept(review, reviewer, [node.id]))
    settled(session, qtbot)
    assert len(sentences) == 1
    assert session.review.outline[node.id] == node
    assert session.review.status(node.id, session.reviewer.id) is Status.ACCEPTED


def test_closing_waits_for_pending_edits(session, qtbot):
    node_id, path, document_id = paragraph(session).id, session.project.path, session.review.document.id
    for number in range(20):
        session.perform(
            lambda review, reviewer, n=number: editing.set_text(review, reviewer, node_id, f"Text {n}")
        )
    closed = []
    session.close(partial(closed.append, True))
    qtbot.waitUntil(lambda: bool(closed))
    with Project.open(path) as project:
        assert project.review(document_id).outline[node_id].text == "Text 19"


def test_a_report_comes_with_its_reading_order_made(session, qtbot, monkeypatch):
    threads, make = [], Outline._in_order  # noqa: SLF001 (what takes the time)

    def in_order(outline):
        threads.append(threading.current_thread())
        return make(outline)

    monkeypatch.setattr(Outline, "_in_order", in_order)
    document_id = session.review.document.id
    session.close_document()
    with qtbot.waitSignal(session.documentOpened):
        session.open_document(document_id)
    assert list(session.review.outline)
    assert len(threads) == 1
    assert threads[0] is not threading.current_thread()


def test_a_project_that_is_still_being_opened_at_the_end_is_closed_too(qtbot, copy):
    session, closed = Session("Ada"), []
    session.open_project(copy)
    session.close(partial(closed.append, True))
    qtbot.waitUntil(lambda: bool(closed))
    with Project.open(copy):  # nobody has it
        assert session.project is None


def test_a_project_that_cannot_be_read_is_not_kept_from_a_backup_in_its_place(qtbot, copy, tmp_path):
    backup = tmp_path / "backup"
    shutil.copy(copy, backup)
    damaged = sqlite3.connect(copy)
    damaged.execute("UPDATE document SET title = CAST(x'ff' AS TEXT)")
    damaged.commit()
    damaged.close()
    session, closed = Session("Ada"), []
    with qtbot.waitSignal(session.projectRefused) as refused:
        session.open_project(copy)
    assert "damaged" in str(refused.args[0])
    shutil.move(backup, copy)
    with qtbot.waitSignal(session.projectOpened):
        session.open_project(copy)
    session.close(partial(closed.append, True))
    qtbot.waitUntil(lambda: bool(closed))


def test_a_name_that_is_given_while_a_project_is_being_opened_holds_in_it(qtbot, copy):
    session = Session("")
    session.open_project(copy)
    session.set_reviewer("Grace")
    qtbot.waitUntil(lambda: session.reviewer is not None and session.reviewer.name == "Grace")
    qtbot.waitUntil(lambda: session.project is not None)
    assert session.project.person("Grace") == session.reviewer
    closed = []
    session.close(partial(closed.append, True))
    qtbot.waitUntil(lambda: bool(closed))


def test_what_was_being_read_of_a_project_does_not_get_into_the_next_one(session, qtbot, copy, monkeypatch):
    read, go_on, ended = Project.review, threading.Event(), threading.Event()

    def read_slowly(project, document_id):
        go_on.wait()
        review = read(project, document_id)
        ended.set()
        return review

    document_id = session.review.document.id
    session.close_document()
    monkeypatch.setattr(Project, "review", read_slowly)
    session.open_document(document_id)
    session.set_reviewer("Grace")
    with qtbot.waitSignal(session.projectOpened):
        session.open_project(copy)
    opened, delivered = [], []
    session.documentOpened.connect(opened.append)
    go_on.set()
    assert ended.wait(20)
    session.run(str, done=delivered.append)
    qtbot.waitUntil(lambda: bool(delivered))
    with qtbot.waitSignal(session.documentOpened):
        session.open_document(session.documents[0].id)
    assert [review.document.id for review in opened] == [session.documents[0].id]
    assert session.reviewer in session.project.reviewers()


def test_the_open_report_chosen_again_stays_though_another_one_was_being_opened(session, qtbot):
    first = session.review.document.id
    tree = nodes(3)
    made = replace(document(), sha256="1" * 64)
    other = store(session.project, made, tree, decisions(tree), b"%PDF another").document.id
    told, opened, read = [], [], []
    session.documentOpening.connect(told.append)
    session.documentOpened.connect(opened.append)
    jump = Jump(session, "test", session)
    jump.to(other, tree[0].id)
    here = paragraph(session).id
    jump.to(first, here)
    session.run(str, done=read.append)
    qtbot.waitUntil(lambda: bool(read))
    assert (opened, told, session.selection) == ([], [other, first], (here,))
    assert not session.is_opening
    with qtbot.waitSignal(session.documentOpened):
        session.open_document(other)
    assert session.selection != (tree[0].id,)


def test_a_report_that_cannot_be_read_does_not_stand_in_the_way_of_the_next_one(session, qtbot, monkeypatch):
    read, go_on = Project.review, threading.Event()

    def read_or_fail(project, document_id):
        if document_id == "damaged":
            raise UserFacingError("It cannot be read.")
        go_on.wait()
        return read(project, document_id)

    document_id = session.review.document.id
    session.close_document()
    monkeypatch.setattr(Project, "review", read_or_fail)
    session.open_document("damaged")
    session.open_document(document_id)
    session.run(go_on.set)
    qtbot.waitUntil(lambda: session.review is not None)
    assert not session.is_opening
