"""Search as a reviewer uses it: results while typing, ticks with their numbers, the way to another report."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.searching.lookup import PAGE, Facet
from gui.searching.panel import SearchPanel
from model import editing
from model.labels import Slot
from model.nodes import Kind
from storage.project import Project
from tests.gui.panels import stage
from tests.gui.sample_review import arabic, large, sample, store
from tests.scheme_changes import changed

Key = Qt.Key


@pytest.fixture
def opened(tmp_path, qtbot):
    """The sample report with the search in a window."""
    with stage(tmp_path / "harbours.paraph", sample(), [SearchPanel], qtbot, (300, 720)) as on_stage:
        yield on_stage


@pytest.fixture
def panel(opened):
    return opened.panels[0]


def look_for(opened, panel, words):
    """Types words, and waits for results and numbers."""
    panel.focus_field()
    panel.field.clear()
    if words.isascii():
        QTest.keyClicks(panel.field, words)
    else:  # an input method writes these
        panel.field.setText(words)
    at_rest(opened, panel)


def at_rest(opened, panel):
    def rests():
        return not panel.is_searching

    opened.qtbot.waitUntil(rests)


def value_of(panel, words):
    """The row of a facet's value."""
    whole = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    [item] = panel.facets.findItems(words, whole)
    return item


def tick(panel, words):
    value_of(panel, words).setCheckState(0, Qt.CheckState.Checked)


def texts(panel):
    return [line.text for line in panel.results.lines.lines]


def test_results_come_while_one_types_with_the_found_words_marked(opened, panel):
    look_for(opened, panel, "liaison off")
    lines = panel.results.lines.lines
    assert panel.shows_list
    assert lines
    for line in lines:
        marked = [line.text[span.start : span.end].casefold() for span in line.bold]
        assert any(word.startswith("liaison") for word in marked)
    assert f"page {lines[0].data.page}" in lines[0].detail
    assert panel.note.text() == f"{len(lines)} in 1 report"


def test_what_was_found_stands_near_the_beginning_of_its_context(opened, panel):
    look_for(opened, panel, "harbour")
    lines = panel.results.lines.lines
    assert any(line.data.found[0].start > 60 for line in lines)
    for line in lines:
        first, there = line.bold[0], line.data.found[0]
        assert first.start <= 50
        assert line.text[first.start : first.end] == line.data.excerpt[there.start : there.end]


def test_enter_goes_to_the_first_result_and_then_to_others(opened, panel):
    look_for(opened, panel, "harbour")
    QTest.keyClick(panel.field, Key.Key_Return)
    assert panel.results.hasFocus()
    assert opened.session.selection == (panel.results.lines.line(0).data.node,)
    QTest.keyClick(panel.results, Key.Key_Down)
    QTest.keyClick(panel.results, Key.Key_Return)
    assert opened.session.selection == (panel.results.lines.line(1).data.node,)
    QTest.keyClick(panel.results, Key.Key_Escape)
    assert panel.field.hasFocus()
    QTest.keyClick(panel.field, Key.Key_Escape)
    assert panel.field.text() == ""


def test_a_click_on_a_result_selects_its_entry(opened, panel):
    look_for(opened, panel, "harbour")
    view = panel.results
    place = view.visualRect(view.lines.index(2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.session.selection == (view.lines.line(2).data.node,)


def test_a_panel_that_is_made_late_offers_the_labels_of_the_project(opened):
    session = opened.session
    session.set_scheme(changed(session.scheme, Slot.ROLE, "recommendation", name="Demand"))
    late = SearchPanel(session, opened.actions, opened.window)
    assert value_of(late, "Demand").parent().text(0) == "Role"


def test_a_tick_narrows_the_results_and_its_own_facet_keeps_its_numbers(opened, panel):
    look_for(opened, panel, "harbour")
    everything = len(texts(panel))
    number, other = value_of(panel, "Recommendation").text(1), value_of(panel, "Statement").text(1)
    tick(panel, "Recommendation")
    at_rest(opened, panel)
    assert len(texts(panel)) == int(number) < everything
    assert value_of(panel, "Statement").text(1) == other
    assert panel.facets.topLevelItem(0).text(0) == "Role: Recommendation"
    panel.facets.clear_ticks()
    at_rest(opened, panel)
    assert len(texts(panel)) == everything


def test_a_group_without_values_is_left_out(opened, panel):
    look_for(opened, panel, "harbour")
    tick(panel, "Background")  # which has no force, and asks nobody
    at_rest(opened, panel)
    groups = [panel.facets.topLevelItem(at) for at in range(panel.facets.topLevelItemCount())]
    shown = [group.text(0) for group in groups if not group.isHidden()]
    assert shown == ["Role: Background", "State", "Kind", "Report"]


def test_a_click_anywhere_on_a_row_unfolds_a_group_and_ticks_a_value(opened, panel):
    look_for(opened, panel, "harbour")
    facets = panel.facets
    group = facets.topLevelItem(0)

    def click(item, button=Qt.MouseButton.LeftButton):
        box = facets.visualItemRect(item)
        QTest.mouseClick(facets.viewport(), button, pos=box.center())

    click(group, Qt.MouseButton.RightButton)
    assert not group.isExpanded()
    click(group)
    assert group.isExpanded()
    value = next(item for item in map(group.child, range(group.childCount())) if not item.isHidden())
    click(value)
    assert value.checkState(0) is Qt.CheckState.Checked
    assert [facet for facet, _ in facets.chosen] == [Facet.ROLE]
    click(value)
    assert facets.chosen == ()
    click(group)
    assert not group.isExpanded()


def test_a_whole_page_that_is_not_found_is_quoted_by_its_beginning(opened, panel):
    panel.field.setText("zebra \u2028" * 1000)
    at_rest(opened, panel)
    assert panel.empty.text.startswith("Nothing was found for “zebra zebra")
    assert len(panel.empty.text) < 200


def test_nothing_found_says_so_and_offers_to_drop_the_ticks(opened, panel):
    look_for(opened, panel, "zebra")
    assert not panel.shows_list
    assert "“zebra”" in panel.empty.text
    look_for(opened, panel, "liaison")
    tick(panel, "Rejected")
    at_rest(opened, panel)
    assert "with these ticks" in panel.empty.text
    QTest.mouseClick(panel.widen, Qt.MouseButton.LeftButton)
    at_rest(opened, panel)
    assert panel.shows_list


def test_a_kind_narrows_the_results(opened, panel):
    look_for(opened, panel, "harbour")
    tick(panel, "Heading")
    at_rest(opened, panel)
    found = [line.data.kind for line in panel.results.lines.lines if line.data is not None]
    assert set(found) == {Kind.SECTION}
    assert value_of(panel, "Heading").text(1) == str(len(found))
    assert not value_of(panel, "Paragraph").isHidden()


def test_ticks_are_of_one_project(opened, panel, tmp_path):
    panel.list_all({Facet.REVIEWER: [("somebody", "Somebody")]})
    at_rest(opened, panel)
    Project.create(tmp_path / "another.paraph").close()
    with opened.qtbot.waitSignal(opened.session.projectOpened):
        opened.session.open_project(tmp_path / "another.paraph")
    assert panel.facets.chosen == ()


def test_without_words_it_says_what_can_be_looked_for(opened, panel):
    assert "all reports" in panel.empty.text
    look_for(opened, panel, "harbour")
    panel.field.clear()
    at_rest(opened, panel)
    assert not panel.shows_list
    item = value_of(panel, "Preambular")
    assert panel.facets.isVisible()
    assert (item.isHidden(), item.text(1)) == (False, "")
    tick(panel, "Recommendation")
    at_rest(opened, panel)
    assert panel.shows_list
    assert value_of(panel, "Recommendation").text(1) == panel.note.text().split()[0]
    assert (item.isHidden(), item.text(1)) == (False, ""), "another tick is possible"


def test_an_answer_to_an_older_question_is_dropped(opened, panel, monkeypatch):
    gate, began = threading.Event(), threading.Event()
    search = Project.search

    def slow(project, criteria, *more):
        if criteria.query == "harbour":
            began.set()
            assert gate.wait(10)
        return search(project, criteria, *more)

    monkeypatch.setattr(Project, "search", slow)
    panel.field.setText("harbour")
    opened.qtbot.waitUntil(began.is_set)
    seen = []
    panel.results.lines.modelReset.connect(lambda: seen.append(texts(panel)))
    panel.field.setText("liaison")
    opened.qtbot.waitUntil(lambda: not panel.typing.isActive())
    gate.set()
    at_rest(opened, panel)
    assert seen
    assert all("iaison" in text for row in seen for text in row)


def test_an_edit_is_found_without_typing_again(opened, panel):
    look_for(opened, panel, "zebra")
    node = opened.find("9")
    opened.session.perform(lambda review, me: editing.set_text(review, me, node.id, "A zebra in the harbour"))
    opened.settle()
    opened.qtbot.waitUntil(lambda: panel.shows_list)
    assert [line.data.node for line in panel.results.lines.lines] == [node.id]


def test_a_result_of_another_report_opens_it_and_selects_the_entry(tmp_path, qtbot):
    path = tmp_path / "two.paraph"
    with stage(path, sample(), [SearchPanel], qtbot, (300, 720)) as on_stage:
        panel = on_stage.panels[0]
        other = store(on_stage.session.project, arabic())
        on_stage.session.refresh_library()
        qtbot.waitUntil(lambda: len(on_stage.session.documents) == 2)
        look_for(on_stage, panel, "الموانئ")
        line = panel.results.lines.line(0)
        assert line.data.document == other
        with qtbot.waitSignal(on_stage.session.documentOpened):
            panel.results.chosen.emit(line)
        assert on_stage.session.review.document.id == other
        assert on_stage.session.selection == (line.data.node,)


def test_more_results_are_listed_on_demand(tmp_path, qtbot):
    with stage(tmp_path / "large.paraph", large(10), [SearchPanel], qtbot, (300, 720)) as on_stage:
        panel = on_stage.panels[0]
        look_for(on_stage, panel, "harbour")
        assert panel.results.lines.rowCount() == PAGE + 1
        panel.results.chosen.emit(panel.results.lines.line(PAGE))
        at_rest(on_stage, panel)
        assert panel.results.lines.rowCount() > PAGE + 1


def test_results_stay_where_they_were_scrolled_to_until_something_else_is_asked(tmp_path, qtbot):
    with stage(tmp_path / "large.paraph", large(10), [SearchPanel], qtbot, (300, 720)) as on_stage:
        panel = on_stage.panels[0]
        look_for(on_stage, panel, "harbour")
        bar, last = panel.results.verticalScrollBar(), panel.results.lines.line(PAGE - 1).data.node
        bar.setValue(300)
        on_stage.session.perform(lambda review, me: editing.delete_to_furniture(review, me, [last]))
        on_stage.settle()
        qtbot.waitUntil(lambda: panel.results.lines.line(PAGE - 1).data.node != last)
        assert bar.value() == 300
        QTest.keyClicks(panel.field, "s")  # another question
        at_rest(on_stage, panel)
        assert bar.value() == 0


def test_without_a_project_it_offers_to_open_one(opened, panel, tmp_path):
    look_for(opened, panel, "harbour")
    with opened.qtbot.waitSignal(opened.session.projectRefused):
        opened.session.open_project(tmp_path / "missing.paraph")
    assert "Open a project" in panel.empty.text
    assert panel.open_button.isVisible()
    assert not panel.facets.isVisible()


def test_labels_count_as_the_reviewer_sees_them(opened, panel):
    node = opened.find("9")
    opened.session.perform(lambda review, me: editing.label(review, me, [node.id], Slot.ROLE, "decision"))
    opened.settle()
    look_for(opened, panel, "liaison")
    tick(panel, "Decision")
    at_rest(opened, panel)
    assert [line.data.node for line in panel.results.lines.lines] == [node.id]


def test_a_report_that_is_taken_out_leaves_the_results(opened, panel):
    panel.field.setText("harbour")
    opened.qtbot.waitUntil(lambda: panel.results.lines.rowCount() > 0)
    opened.session.project.take_out(opened.review.document.id).result()
    opened.session.refresh_library()
    opened.qtbot.waitUntil(lambda: panel.results.lines.rowCount() == 0)
