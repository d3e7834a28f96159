"""Similar recommendations as a reviewer finds them: what was said before, where the words differ."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.jobs import Jobs
from gui.similar.asking import SimilarAsking
from gui.similar.dialog import SimilarDialog
from model.ids import new_id
from model.labels import Role, Slot
from tests.gui.panels import stage
from tests.gui.sample_review import sample, store

Key = Qt.Key


def a_year_later():
    """The sample report again under another symbol, with a word changed in every text."""
    made = sample()
    head = replace(made.document.masthead, symbol="HARB/CONF/WG.2/2025/7")
    document = replace(made.document, id=new_id(), sha256="cd" * 32, masthead=head)
    ids = {node.id: new_id() for node in made.nodes}
    nodes = [
        replace(node, id=ids[node.id], parent=node.parent and ids[node.parent],
                text=node.text.replace("harbour", "haven"))
        for node in made.nodes
    ]  # fmt: skip
    decisions = [replace(one, key=one.key._replace(node=ids[one.key.node])) for one in made.decisions]
    return replace(made, document=document, nodes=nodes, decisions=decisions)


@pytest.fixture
def opened(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [], qtbot) as on_stage:
        on_stage.later = store(on_stage.session.project, a_year_later())
        yield on_stage


@pytest.fixture
def dialog(opened):
    asking = SimilarAsking(opened.session, Jobs(opened.window), opened.window)
    made = SimilarDialog(opened.session, asking, opened.window)
    made.asking = asking
    made.show()
    return made


def recommendation(opened):
    """One with the changed word in it."""
    return next(
        node for node in opened.review.outline
        if "harbour" in node.text and len(node.text) > 60
        and opened.review.shown(node.id, Slot.ROLE, "").value == Role.RECOMMENDATION
    )  # fmt: skip


def at_rest(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.asking.is_busy, timeout=60_000)


def lines(dialog):
    return dialog.list.lines.lines


def test_what_was_recommended_before_is_listed_with_the_words_that_differ(opened, dialog, qtbot):
    node = recommendation(opened)
    opened.select(node)
    dialog.ask_like_selected()
    at_rest(dialog, qtbot)
    best = lines(dialog)[0]
    assert best.data.entry.document == opened.later
    assert "HARB/CONF/WG.2/2025/7" in best.detail
    assert f"page {node.anchor.page}" in best.detail
    assert best.note.endswith("%")
    assert best.note != "100%"
    left, right = dialog.difference.sides
    marked = {node.text[start:end].casefold() for start, end in left.marked}
    assert any("harbour" in words for words in marked)
    assert all("haven" in best.text[start:end] for start, end in right.marked)
    assert right.text.toPlainText() == best.text


def test_enter_goes_to_the_entry_in_the_other_report(opened, dialog, qtbot):
    opened.select(recommendation(opened))
    dialog.ask_like_selected()
    at_rest(dialog, qtbot)
    qtbot.waitUntil(dialog.list.hasFocus)
    wanted = dialog.list.current.data.entry
    with qtbot.waitSignal(opened.session.documentOpened):
        QTest.keyClick(dialog.list, Key.Key_Return)
    qtbot.waitUntil(lambda: opened.session.selection == (wanted.node,))
    assert dialog.isVisible()
    QTest.keyClick(dialog.list, Key.Key_Escape)
    assert not dialog.isVisible()


def test_all_that_repeats_comes_in_groups(opened, dialog, qtbot):
    dialog.all_button.click()
    at_rest(dialog, qtbot)
    headings = [line.text for line in lines(dialog) if line.heading]
    assert "2 times in 2 reports" in headings
    assert f"in {len(headings)} groups" in dialog.about.text()
    QTest.keyClick(dialog.list, Key.Key_Down)
    assert dialog.difference.sides[0].title.text().startswith("The first: ")


def test_how_alike_can_be_chosen(opened, dialog, qtbot):
    opened.select(recommendation(opened))
    dialog.ask_like_selected()
    at_rest(dialog, qtbot)
    some = len(lines(dialog))
    dialog.least_box.setCurrentIndex(0)
    at_rest(dialog, qtbot)
    assert len(lines(dialog)) <= some
    dialog.least_box.setCurrentIndex(3)
    at_rest(dialog, qtbot)
    assert len(lines(dialog)) >= some


def test_without_an_entry_it_says_what_to_do(opened, dialog):
    opened.session.select((), "test")
    dialog.ask_like_selected()
    assert "Select an entry" in dialog.bar.text
    assert not dialog.asking.is_busy


def test_where_nothing_is_so_alike_it_says_what_to_choose_to_find_more(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [], qtbot) as opened:
        asking = SimilarAsking(opened.session, Jobs(opened.window), opened.window)
        dialog = SimilarDialog(opened.session, asking, opened.window)
        dialog.asking = asking
        opened.select(recommendation(opened))
        dialog.least_box.setCurrentIndex(0)
        dialog.ask_like_selected()
        at_rest(dialog, qtbot)
        assert dialog.about.text().endswith(
            "nothing was found with almost the same words. Choose “Most words the same” above to find more."
        )
        dialog.all_button.click()
        at_rest(dialog, qtbot)
        assert dialog.about.text().startswith("Nothing was found with almost the same words.")


def test_a_report_that_is_taken_out_leaves_the_list(opened, dialog, qtbot):
    opened.session.refresh_library()
    qtbot.waitUntil(lambda: len(opened.session.documents) == 2)
    opened.select(recommendation(opened))
    dialog.ask_like_selected()
    at_rest(dialog, qtbot)
    assert dialog.list.lines.rowCount() > 0
    opened.session.project.take_out(opened.later).result()
    opened.session.refresh_library()
    qtbot.waitUntil(lambda: dialog.list.lines.rowCount() == 0, timeout=60_000)
