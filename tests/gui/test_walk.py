"""What comes next while somebody reviews: in the report, and in the next one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.commands import run_command
from gui.walk import NOTHING_SHOWN_WAITS, NOTHING_WAITS
from model import editing
from model.labels import Slot, Status
from model.nodes import CLASSIFIED
from tests.gui.sessions import paragraph, settled
from tests.storage.stored_reports import decisions, document, nodes, store


@pytest.mark.parametrize("after_role", [False, True])
def test_a_roles_key_goes_on_where_somebody_chose_so(session, qtbot, after_role):
    first, second = [node for node in session.review.outline if node.kind in CLASSIFIED][:2]
    session.walk.after_role = after_role
    session.select((first.id,))
    run_command(session, "role-decision")
    settled(session, qtbot)
    assert session.review.shown(first.id, Slot.ROLE, session.reviewer.id).value == "decision"
    assert session.selection == ((second if after_role else first).id,)


def test_accept_goes_on_and_stays_there(session, window, qtbot):
    first = paragraph(session)
    second = session.review.outline.children(first.parent)[1]
    session.select((first.id,), "test")
    window.actions_of_test["accept"].trigger()
    settled(session, qtbot)
    assert session.review.status(first.id, session.reviewer.id) is Status.ACCEPTED
    assert session.selection == (second.id,)


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


def test_the_next_report_opens_at_what_waits_of_what_the_filter_shows(session, window, qtbot):
    told = []
    session.told.connect(told.append)
    tree = nodes(3)
    made = replace(document(), sha256="1" * 64)
    other = store(session.project, made, tree, decisions(tree), b"%PDF another").document.id
    here = session.review.document.id
    shown = [node.id for node in tree if node.kind in CLASSIFIED][1:2]
    session.walk.by_rows(lambda: shown if session.review.document.id == other else ())
    with qtbot.waitSignal(session.libraryChanged):
        session.refresh_library()
    for report, selected in ((other, tuple(shown)), (here, ())):
        with qtbot.waitSignal(session.documentOpened):
            window.actions_of_test["next-report"].trigger()
        assert (session.review.document.id, session.selection) == (report, selected)
    assert told == [f"{NOTHING_SHOWN_WAITS} 1 other report still waits: Ctrl+PgDown opens the next one."]


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
