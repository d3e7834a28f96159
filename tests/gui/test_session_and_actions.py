"""Edits form a queue on a real project file; a failed one changes nothing; keys and menus reach them."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenuBar, QVBoxLayout, QWidget

from gui import session as sessions
from gui.action_set import ActionSet, key_table
from gui.actions import ACTIONS, MENUS
from gui.commands import run_command
from gui.edit_queue import MANY
from gui.icons import icon, state_icon
from gui.latest import Latest
from gui.searching.jump import Jump
from gui.session import Session
from gui.walk import NOTHING_WAITS
from model import editing
from model.edits import ChangeSet
from model.errors import UserFacingError
from model.labels import Slot, Status
from model.nodes import CLASSIFIED
from model.outline import Outline
from storage.project import Project
from tests.storage.made_up import add_report, decisions, document, nodes, store

# The offscreen platform has no window manager to pass sizes on to.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def session(tmp_path, qtbot):
    path = tmp_path / "wells.paraph"
    with Project.create(path) as project:
        document_id = add_report(project).document.id
    before = set(threading.enumerate())
    session = Session("Ada")
    with qtbot.waitSignal(session.projectOpened):
        session.open_project(path)
    with qtbot.waitSignal(session.documentOpened):
        session.open_document(document_id)
    yield session
    closed = []
    session.close(partial(closed.append, True))
    qtbot.waitUntil(lambda: bool(closed))
    left = [thread.name for thread in threading.enumerate() if thread not in before and thread.is_alive()]
    assert left == []


def paragraph(session):
    return session.review.outline.children(next(iter(session.review.outline)).id)[0]


def settled(session, qtbot):
    qtbot.waitUntil(lambda: session.is_idle)


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
    jobs = [session.run(go_on.wait) for _ in range(4)]  # an export, a lesson, labels, a copy
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


@pytest.mark.parametrize("after_role", [False, True])
def test_a_roles_key_goes_on_where_somebody_chose_so(session, qtbot, after_role):
    first, second = [node for node in session.review.outline if node.kind in CLASSIFIED][:2]
    session.walk.after_role = after_role
    session.select((first.id,))
    run_command(session, "role-decision")
    settled(session, qtbot)
    assert session.review.shown(first.id, Slot.ROLE, session.reviewer.id).value == "decision"
    assert session.selection == ((second if after_role else first).id,)


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


@pytest.fixture
def window(session, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    middle = QWidget()
    layout = QVBoxLayout(middle)
    layout.addWidget(QLineEdit())
    other = QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout.addWidget(other)
    window.setCentralWidget(middle)
    actions = ActionSet(session, window)
    actions.triggered.connect(partial(run_command, session))
    window.actions_of_test, window.other = actions, other
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_letter_acts_outside_a_text_field_and_types_inside(session, window, qtbot):
    node = paragraph(session)
    session.select((node.id,), "test")
    field = window.findChild(QLineEdit)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_F)
    settled(session, qtbot)
    assert field.text() == "f"
    assert session.review.status(node.id, session.reviewer.id) is Status.UNREVIEWED
    window.other.setFocus()
    qtbot.keyClick(window.other, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: session.review.status(node.id, session.reviewer.id) is Status.FLAGGED)


class Taking(QLineEdit):
    """As fields are on some desktops: keys with Ctrl are its own."""

    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return super().event(event)


def test_keys_with_ctrl_act_inside_a_field_that_would_take_them(window, qtbot):
    field = Taking(window.centralWidget())
    field.show()
    field.setFocus()
    asked = []
    window.actions_of_test.triggered.connect(asked.append)
    qtbot.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["export"]
    qtbot.keyClicks(field, "word")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (asked, field.text()) == (["export"], "")


def test_digits_give_the_role_and_with_shift_the_force(session, window, qtbot):
    node = paragraph(session)
    session.select((node.id,), "test")
    window.other.setFocus()
    qtbot.keyClick(window.other, Qt.Key.Key_2)
    qtbot.keyClick(window.other, Qt.Key.Key_4, Qt.KeyboardModifier.ShiftModifier)
    settled(session, qtbot)
    me = session.reviewer.id
    assert session.review.shown(node.id, Slot.ROLE, me).value == "decision"
    assert session.review.shown(node.id, Slot.FORCE, me).value == 4


def test_actions_are_enabled_only_where_they_make_sense(session, window, qtbot):
    actions, node = window.actions_of_test, paragraph(session)
    assert not actions["accept"].isEnabled()
    session.select((node.parent,), "test")
    assert actions["accept"].isEnabled()
    assert not actions["role-decision"].isEnabled()
    session.select((node.id,), "test")
    assert actions["role-decision"].isEnabled()
    assert not actions["extend"].isEnabled()
    session.set_words_selected(True)
    assert actions["extend"].isEnabled()


def test_split_asks_for_the_place_where_the_text_cursor_stands_nowhere(session, qtbot):
    node, said = paragraph(session), []
    session.failed.connect(said.append)
    session.select((node.id,), "test")
    for caret in (None, 0, len(node.text)):
        if caret is not None:
            session.set_caret(node.id, caret)
        assert run_command(session, "split")
    settled(session, qtbot)
    assert len(said) == 3
    assert "a click in the text" in said[0]
    session.set_caret(node.id, 4)
    run_command(session, "split")
    settled(session, qtbot)
    assert session.review.outline[node.id].text == node.text[:4].strip()


def test_undo_in_the_menu_names_what_it_takes_back(session, window, qtbot):
    menus = window.actions_of_test.fill_menu_bar(QMenuBar(window))
    node = paragraph(session)
    session.perform(lambda review, reviewer: editing.flag(review, reviewer, [node.id]))
    qtbot.waitUntil(lambda: session.undo_name is not None)
    assert session.undo_name in window.actions_of_test["undo"].text()
    assert window.actions_of_test["undo"] in menus["Edit"].actions()


def test_no_key_stands_for_two_actions():
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))
    assert len(key_table()) == sum(1 for spec in ACTIONS if spec.keys)


def test_every_menu_has_a_letter_that_no_action_has():
    letters = [words[words.index("&") + 1].upper() for words in MENUS.values()]
    assert len(set(letters)) == len(letters)
    assert {f"Alt+{letter}" for letter in letters}.isdisjoint(key for spec in ACTIONS for key in spec.keys)


def test_every_icon_that_an_action_names_can_be_drawn(qapp):
    for spec in ACTIONS:
        if spec.icon:
            assert not icon(spec.icon).pixmap(20, 20).toImage().isNull()
    for status in Status:
        assert not state_icon(status).pixmap(20, 20).toImage().isNull()


def test_accept_goes_on_and_stays_there(session, window, qtbot):
    first = paragraph(session)
    second = session.review.outline.children(first.parent)[1]
    session.select((first.id,), "test")
    window.actions_of_test["accept"].trigger()
    settled(session, qtbot)
    assert session.review.status(first.id, session.reviewer.id) is Status.ACCEPTED
    assert session.selection == (second.id,)


def test_a_report_comes_with_its_reading_order_made(session, qtbot, monkeypatch):
    threads, make = [], Outline._in_order

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


def test_what_was_reviewed_is_listed_when_another_report_is_opened(session, window, qtbot):
    first = session.review.document.id
    tree = nodes(3)
    made = replace(document(), sha256="1" * 64)
    other = store(session.project, made, tree, decisions(tree), b"%PDF another").document.id
    session.select((paragraph(session).id,), "test")
    window.actions_of_test["accept"].trigger()
    settled(session, qtbot)
    session.open_document(other)
    qtbot.waitUntil(lambda: [row.reviewed for row in session.documents if row.id == first] == [1])
    assert session.review.document.id == other


def test_the_next_report_that_waits_opens_at_what_waits_in_it(session, window, qtbot):
    told = []
    session.told.connect(told.append)
    session.walk.next_report()
    assert told == ["No other report waits for review."]
    tree = nodes(3)
    made = replace(document(), sha256="1" * 64)
    other = store(session.project, made, tree, decisions(tree), b"%PDF another").document.id
    with qtbot.waitSignal(session.libraryChanged):
        session.refresh_library()
    with qtbot.waitSignal(session.documentOpened):
        window.actions_of_test["next-report"].trigger()
    assert session.review.document.id == other
    waiting = next(node.id for node in session.review.outline if node.kind in CLASSIFIED)
    qtbot.waitUntil(lambda: session.selection == (waiting,))


def test_accept_goes_back_to_what_was_skipped_and_says_when_nothing_waits(session, window, qtbot):
    told = []
    session.told.connect(told.append)
    waiting = [node.id for node in session.review.outline if node.kind in CLASSIFIED]
    first, *others = waiting
    session.select((others[0],), "test")
    for node_id in others:
        assert session.selection == (node_id,)
        window.actions_of_test["accept"].trigger()
        settled(session, qtbot)
    assert session.selection == (first,)
    assert told == []
    window.actions_of_test["accept"].trigger()
    settled(session, qtbot)
    assert told == [NOTHING_WAITS]
    here = next(row for row in session.documents if row.id == session.review.document.id)
    session.documents = (here, replace(here, id="other", counts={Status.UNREVIEWED: 3}))
    session.walk.go_on()
    assert told[-1] == f"{NOTHING_WAITS} 1 other report still waits: Ctrl+PgDown opens the next one."


def test_a_correction_that_is_kept_on_leaving_does_not_call_the_reviewer_back(session, qtbot):
    first = paragraph(session)
    second = session.review.outline.children(first.parent)[1]
    session.select((first.id,), "test")
    session.perform(lambda review, reviewer: editing.set_text(review, reviewer, first.id, "Other words"))
    session.select((second.id,), "test")
    settled(session, qtbot)
    assert session.selection == (second.id,)
    qtbot.waitUntil(lambda: session.undo_name is not None)
    session.undo()
    settled(session, qtbot)
    assert session.selection == (first.id,), "undo shows what it took back"


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
    read, go_on, ended = sessions._read, threading.Event(), threading.Event()

    def read_slowly(project, document_id):
        go_on.wait()
        review = read(project, document_id)
        ended.set()
        return review

    document_id = session.review.document.id
    session.close_document()
    monkeypatch.setattr(sessions, "_read", read_slowly)
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
    read, go_on = sessions._read, threading.Event()

    def read_or_fail(project, document_id):
        if document_id == "damaged":
            raise UserFacingError("It cannot be read.")
        go_on.wait()
        return read(project, document_id)

    document_id = session.review.document.id
    session.close_document()
    monkeypatch.setattr(sessions, "_read", read_or_fail)
    session.open_document("damaged")
    session.open_document(document_id)
    session.run(go_on.set)
    qtbot.waitUntil(lambda: session.review is not None)
    assert not session.is_opening
