"""The follow-up as a reviewer works on it: answers found, accepted, refused, linked, and the way to them."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton

from gui.follow_up.dialog import FollowUpDialog
from gui.follow_up.keeper import FollowUps
from gui.follow_up.linking import LinkDialog
from gui.jobs import Jobs
from gui.searching.jump import Jump
from model.edits import DecisionChange, Edit
from model.ids import new_id
from model.labels import MACHINE, Decision, DecisionKey, Role, Slot, Span
from model.nodes import Kind
from model.review import Source
from tests.gui.panels import stage
from tests.gui.sample_review import MadeUp, sample, store, suggested

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier


def answering(made: MadeUp, asked) -> MadeUp:
    """An addendum to a report that answers two of its recommendations by their numbers."""
    symbol = f"{made.document.masthead.symbol}/Add.1"
    head = replace(made.document.masthead, symbol=symbol)
    texts = (f"Recommendation {asked[0].number} is accepted.", f"Recommendation {asked[1].number}: noted.")
    nodes = [
        replace(asked[0], id=new_id(), kind=Kind.PARAGRAPH, parent=None, number=f"10{n}", text=text, extra={},
                anchor=asked[0].anchor._replace(quote=text))
        for n, text in enumerate(texts)
    ]  # fmt: skip
    document = replace(made.document, id=new_id(), sha256="ef" * 32, masthead=head)
    return replace(suggested(nodes, len(document.pages), {}), document=document)


@pytest.fixture
def opened(tmp_path, qtbot):
    made = sample()
    with stage(tmp_path / "harbours.paraph", made, [], qtbot) as on_stage:
        on_stage.asked = [
            node for node in made.nodes
            if node.kind is Kind.PARAGRAPH and _role(made, node.id) == Role.RECOMMENDATION
            and sum(other.number == node.number and _role(made, other.id) == Role.RECOMMENDATION
                    for other in made.nodes) == 1
        ][:2]  # fmt: skip
        on_stage.addendum = store(on_stage.session.project, answering(made, on_stage.asked))
        on_stage.session.refresh_library()
        qtbot.waitUntil(lambda: len(on_stage.session.documents) == 2)
        yield on_stage


def _role(made, node_id):
    said = (one for one in made.decisions if one.key.node == node_id and one.key.slot is Slot.ROLE)
    return next((one.value for one in said), None)


@pytest.fixture
def keeper(opened):
    return FollowUps(opened.session, Jobs(opened.window), opened.window)


@pytest.fixture
def dialog(opened, keeper, qtbot):
    made = FollowUpDialog(opened.session, keeper, opened.window)
    made.show()
    at_rest(opened, keeper, qtbot)
    assert made.rows.rowCount() > 3
    return made


def at_rest(opened, keeper, qtbot):
    qtbot.waitUntil(lambda: opened.session.is_idle and not keeper.is_busy, timeout=30_000)


def find_answers(opened, dialog, keeper, qtbot):
    dialog.suggest_button.click()
    at_rest(opened, keeper, qtbot)
    dialog.filter_box.setCurrentText("With suggested answers")


def choose(dialog, row):
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.rows.index(row, 0))


def follow_up(opened, node):
    return opened.review.shown(node.id, Slot.FOLLOW_UP, opened.me)


def test_answers_are_found_and_shown_beside_what_they_answer(opened, dialog, keeper, qtbot):
    find_answers(opened, dialog, keeper, qtbot)
    assert [row.recommendation.node for row in dialog.rows.rows] == [node.id for node in opened.asked]
    choose(dialog, 0)
    assert dialog.asked.text.toPlainText() == opened.asked[0].text
    assert dialog.answer.text.toPlainText() == f"Recommendation {opened.asked[0].number} is accepted."
    assert dialog.response_box.currentText() == "Accepted"
    assert follow_up(opened, opened.asked[0]).source is Source.SUGGESTED


def test_a_reports_title_is_told_beside_its_name(opened, dialog, keeper, qtbot):
    find_answers(opened, dialog, keeper, qtbot)
    head = opened.review.document.masthead
    tip = partial(dialog.rows.data, role=Qt.ItemDataRole.ToolTipRole)
    assert tip(dialog.rows.index(0, 2)) == f"{head.symbol}\n{head.title}"
    assert tip(dialog.rows.index(0, 4)).endswith(f"{head.symbol}/Add.1\n{head.title}")


def test_suggestions_that_wait_are_one_click_away_where_no_others_are_found(opened, dialog, keeper, qtbot):
    find_answers(opened, dialog, keeper, qtbot)
    dialog.filter_box.setCurrentIndex(0)
    dialog.suggest_button.click()
    at_rest(opened, keeper, qtbot)
    assert dialog.bar.text == "No further answers were found. 2 suggestions wait."
    show = next(
        button for button in dialog.bar.findChildren(QPushButton) if button.text() == "Show suggestions"
    )
    show.click()
    assert dialog.filter_box.currentText() == "With suggested answers"


def test_keys_accept_and_refuse(opened, dialog, keeper, qtbot):
    find_answers(opened, dialog, keeper, qtbot)
    dialog.filter_box.setCurrentIndex(0)
    rows = [row.recommendation.node for row in dialog.rows.rows]
    for node, key in zip(opened.asked, (Key.Key_A, Key.Key_X), strict=True):
        choose(dialog, rows.index(node.id))
        QTest.keyClick(dialog.table, key)
        at_rest(opened, keeper, qtbot)
    accepted, refused = [follow_up(opened, node) for node in opened.asked]
    assert (accepted.source, refused.source) == (Source.OWN, Source.OWN)
    assert [one["response"] for one in accepted.value] == ["accepted"]
    assert refused.value == []
    opened.act("undo")
    at_rest(opened, keeper, qtbot)
    assert follow_up(opened, opened.asked[1]).source is Source.SUGGESTED
    assert opened.stored().shown(opened.asked[0].id, Slot.FOLLOW_UP, opened.me).value == accepted.value


def test_another_response_can_be_chosen_and_several_are_accepted_at_once(opened, dialog, keeper, qtbot):
    find_answers(opened, dialog, keeper, qtbot)
    choose(dialog, 0)
    dialog.response_box.setCurrentText("Implemented")
    dialog.accept_button.click()
    at_rest(opened, keeper, qtbot)
    assert follow_up(opened, opened.asked[0]).value[0]["response"] == "implemented"
    dialog.filter_box.setCurrentIndex(0)
    dialog.table.selectAll()
    dialog.accept_button.click()
    at_rest(opened, keeper, qtbot)
    responses = [follow_up(opened, node).value[0]["response"] for node in opened.asked]
    assert responses == ["implemented", "noted"]


def test_enter_leads_to_the_recommendation_and_with_ctrl_to_the_answer(opened, dialog, keeper, qtbot):
    find_answers(opened, dialog, keeper, qtbot)
    choose(dialog, 1)
    QTest.keyClick(dialog.table, Key.Key_Return)
    assert opened.session.selection == (opened.asked[1].id,)
    target = dialog.current.answer.node
    with qtbot.waitSignal(opened.session.documentOpened):
        QTest.keyClick(dialog.table, Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: opened.session.selection == (target,))
    dialog.filter_box.setCurrentText(
        "Of the selected entry"
    )  # the answer is selected: the link the other way
    assert [row.recommendation.node for row in dialog.rows.rows] == [opened.asked[1].id]
    choose(dialog, 0)
    QTest.keyClick(dialog.table, Key.Key_A)  # of a report that is not open
    at_rest(opened, keeper, qtbot)
    stored = opened.stored().shown(opened.asked[1].id, Slot.FOLLOW_UP, opened.me)
    assert stored.source is Source.OWN


def test_an_id_alone_leads_to_its_report(opened, dialog, keeper, qtbot):
    find_answers(opened, dialog, keeper, qtbot)
    target = dialog.rows.rows[0].answer
    jump = Jump(opened.session, "test", opened.window)
    with qtbot.waitSignal(opened.session.documentOpened):
        jump.anywhere(target.node)
    qtbot.waitUntil(lambda: opened.session.selection == (target.node,))
    assert opened.review.document.id == opened.addendum
    jump.anywhere("no entry any more")
    with qtbot.waitSignal(opened.session.documentOpened):
        jump.anywhere(opened.document)
    assert opened.review.document.id == opened.document


def test_words_and_columns_bring_order(dialog, keeper, qtbot, opened):
    find_answers(opened, dialog, keeper, qtbot)
    dialog.filter_box.setCurrentIndex(0)
    QTest.keyClicks(dialog.find_field, "noted")
    qtbot.waitUntil(lambda: dialog.rows.rowCount() == 1)
    dialog.find_field.clear()
    qtbot.waitUntil(lambda: dialog.rows.rowCount() > 3)
    dialog.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert [row.response and row.response.value for row in dialog.rows.rows[:3]] == [
        "noted",
        "accepted",
        None,
    ]
    assert QAbstractItemModelTester(dialog.rows).model() is dialog.rows


@pytest.fixture
def linking(opened, keeper, qtbot):
    node = opened.asked[0]
    asked = (opened.document, node.id)
    made = LinkDialog(opened.session, keeper, asked, node.number, node.text, opened.window)
    made.show()
    return made


def test_what_is_typed_takes_the_place_of_the_number_that_is_looked_for(opened, keeper, qtbot):
    asked = (opened.document, opened.asked[0].id)
    made = LinkDialog(opened.session, keeper, asked, "128.44", "Ratify it", opened.window)
    made.show()
    made.field.setFocus()
    QTest.keyClicks(made.field, "noted")
    assert made.field.text() == "noted"
    qtbot.waitUntil(lambda: made.results.lines.rowCount() > 0)


def test_what_the_report_itself_says_of_a_recommendation_is_accepted_too(opened, dialog, keeper, qtbot):
    node, word = opened.asked[0], Span(0, 4)
    value = [{"target": None, "response": "implemented"}]
    said = Decision(DecisionKey(node.id, Slot.FOLLOW_UP, MACHINE.id), value, evidence=(word,))
    change = DecisionChange(None, said)
    opened.session.perform(lambda review, reviewer: Edit("suggest", (change,)))
    opened.settle()
    at_rest(opened, keeper, qtbot)
    dialog.filter_box.setCurrentText("With suggested answers")
    choose(dialog, 0)
    QTest.keyClick(dialog.table, Key.Key_A)
    at_rest(opened, keeper, qtbot)
    shown = follow_up(opened, node)
    assert (shown.source, shown.value, shown.decision.evidence) == (Source.OWN, value, (word,))
    dialog.filter_box.setCurrentText("Without an answer")
    assert node.id not in [row.recommendation.node for row in dialog.rows.rows]


def test_what_is_shown_is_written_as_csv(opened, dialog, keeper, qtbot, tmp_path):
    find_answers(opened, dialog, keeper, qtbot)
    path = tmp_path / "follow-up.csv"
    dialog.csv.write(path)
    qtbot.waitUntil(lambda: dialog.bar.text == "2 rows are in follow-up.csv.")
    with path.open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    asked = opened.asked[0]
    assert (first["id"], first["number"], first["text"]) == (asked.id, asked.number, asked.text)
    assert [row["response"] for row in (first, second)] == ["accepted", "noted"]
    assert (first["state"], first["answer_document"]) == ("suggested", opened.addendum)
    assert first["answer_text"] == f"Recommendation {asked.number} is accepted."
    dialog.filter_box.setCurrentText("With decided answers")
    assert not dialog.csv.button.isEnabled()


def test_an_answer_is_linked_by_hand(opened, keeper, linking, qtbot):
    linking.field.setFocus()
    QTest.keyClicks(linking.field, "recommendation noted")
    qtbot.waitUntil(lambda: linking.results.lines.rowCount() == 1)
    QTest.keyClick(linking.field, Key.Key_Down)
    assert linking.response_box.currentText() == "Noted"
    QTest.keyClick(linking.results, Key.Key_Return)
    assert linking.response_box.hasFocus()
    QTest.keyClick(linking.response_box, Key.Key_Return)
    at_rest(opened, keeper, qtbot)
    assert not linking.isVisible()
    (value,) = follow_up(opened, opened.asked[0]).value
    assert value["response"] == "noted"
    assert follow_up(opened, opened.asked[0]).source is Source.OWN


def test_a_whole_report_can_be_the_answer(opened, keeper, linking, qtbot):
    QTest.keyClicks(linking.field, "Add.1")
    qtbot.waitUntil(partial(_lists, linking, opened.addendum))
    linking.results.go_to(opened.addendum)
    linking.accept()
    at_rest(opened, keeper, qtbot)
    assert follow_up(opened, opened.asked[0]).value == [{"target": opened.addendum, "response": "accepted"}]


def _lists(linking, key):
    return linking.results.lines.row_of(key) >= 0


def test_a_report_that_is_taken_out_leaves_the_table_and_comes_back(opened, dialog, keeper, qtbot):
    project, document = opened.session.project, opened.review.document.id
    before = dialog.rows.rowCount()
    for change, rows in ((project.take_out, 0), (project.put_back, before)):
        change(document).result()
        opened.session.refresh_library()
        qtbot.waitUntil(lambda rows=rows: dialog.rows.rowCount() == rows)
