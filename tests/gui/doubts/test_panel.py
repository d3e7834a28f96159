"""Doubts as a reviewer uses them: steps, repairs in one go, what is no problem stays away."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.doubts.listing import MOST_OF_A_KIND, parted
from gui.doubts.panel import DoubtsPanel
from model import editing
from model.doubts import Doubt, DoubtKind, Found
from model.edits import Edit, NodeChange
from model.extraction.coverage import letters_held
from model.labels import Slot
from model.nodes import BY_HAND, Kind
from model.page_doubts import page_doubts
from model.review import Source
from storage.unread_pages import keep_unread
from storage.writer import Priority
from tests.gui.panels import stage
from tests.gui.sample_review import large, sample

Key, Held = Qt.Key, Qt.KeyboardModifier


def doubtful_sample():
    """The sample report with 6 swallowed by 5, and an unsure 9."""
    made = sample()
    five = next(node for node in made.nodes if node.number == "5" and node.kind is Kind.PARAGRAPH)
    six = next(node for node in made.nodes if node.number == "6" and node.kind is Kind.PARAGRAPH)
    nodes = []
    for node in made.nodes:
        if node is five:
            regions = five.anchor.regions + six.anchor.regions
            text = f"{five.text} 6. {six.text}"
            node = replace(five, text=text, anchor=five.anchor._replace(regions=regions, quote=text))
        elif node.number == "9" and node.kind is Kind.PARAGRAPH:
            node = replace(node, confidence=0.4)
        if node is not six:
            nodes.append(node)
    decisions = [one for one in made.decisions if one.key.node != six.id]
    assert not [node for node in nodes if node.parent == six.id]
    return replace(made, nodes=nodes, decisions=decisions)


@pytest.fixture
def opened(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", doubtful_sample(), [DoubtsPanel], qtbot, (300, 640)) as on_stage:
        panel = on_stage.panels[0]
        qtbot.waitUntil(lambda: bool(panel.doubts))
        yield on_stage


@pytest.fixture
def panel(opened):
    return opened.panels[0]


def at_rest(opened, panel):
    opened.settle()
    opened.qtbot.waitUntil(lambda: not panel.finder.busy)


def test_an_unsure_entry_is_named_by_its_number_and_words(opened, panel):
    nine = next(node for node in opened.review.outline if node.number == "9" and node.kind is Kind.PARAGRAPH)
    line = next(
        line for line in panel.list.lines.lines if line.data and line.data.kind == DoubtKind.CONFIDENCE
    )
    assert line.detail == f"9 {nine.text[:80]}"
    assert all(not other.detail for other in panel.list.lines.lines if other is not line)


def test_the_mouse_on_a_doubt_tells_all_of_its_sentence(opened, panel):
    """A narrow panel cuts it short."""
    lines = [line for line in panel.list.lines.lines if line.data]
    assert [line.tip for line in lines] == [line.data.text for line in lines]


def test_doubts_stand_in_groups_with_their_numbers(opened, panel):
    lines = panel.list.lines.lines
    assert [(line.text, line.note) for line in lines if line.heading] == [
        ("Gaps in numbering", "1"), ("Unsure entries", "1"),
    ]  # fmt: skip
    gap = panel.doubts[0]
    assert gap.text == "Paragraph 7 follows 5: a number is missing."
    assert panel.note.text() == "2"


def test_f4_goes_from_doubt_to_doubt_and_around(opened, panel):
    gap, unsure = panel.doubts
    QTest.keyClick(opened.window, Key.Key_F4)
    assert (panel.current, opened.session.selection) == (gap, (gap.node,))
    QTest.keyClick(opened.window, Key.Key_F4)
    assert (panel.current, opened.session.selection) == (unsure, (unsure.node,))
    QTest.keyClick(opened.window, Key.Key_F4)
    assert panel.current == gap
    QTest.keyClick(opened.window, Key.Key_F4, Held.ShiftModifier)
    assert panel.current == unsure


def test_a_click_goes_to_the_entry(opened, panel):
    view = panel.list
    row = view.lines.row_of(panel.doubts[1].key)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.lines.index(row)).center()
    )
    assert opened.session.selection == (panel.doubts[1].node,)


def test_one_key_repairs_a_gap_and_undo_brings_it_back(opened, panel):
    entries = len(opened.review.outline)
    QTest.keyClick(opened.window, Key.Key_F4)
    assert panel.repair.isVisible()
    assert panel.repair.text() == "Split at 6."
    QTest.keyClick(opened.window, Key.Key_R)
    opened.qtbot.waitUntil(lambda: len(opened.review.outline) == entries + 1)
    at_rest(opened, panel)
    assert opened.find("6").text.startswith("States parties shall")
    assert [doubt.kind for doubt in panel.doubts] == ["low confidence"]
    assert panel.current is None, "the keys act on no doubt that is not shown"
    opened.act("undo")
    at_rest(opened, panel)
    assert len(panel.doubts) == 2


def test_the_name_of_a_repair_is_shown_whole_in_a_narrow_panel(opened, panel):
    QTest.keyClick(opened.window, Key.Key_F4)
    assert panel.repair.isVisible()
    panel.repair.setText("Mark 3 items as recommendation")
    panel.setFixedWidth(260)
    opened.qtbot.waitUntil(lambda: panel.dismiss.y() > panel.repair.y())
    assert panel.repair.width() >= panel.repair.sizeHint().width()


def test_enter_presses_the_button_that_has_the_keys(opened, panel):
    before = len(panel.doubts)
    QTest.keyClick(opened.window, Key.Key_F4)
    panel.repair.setFocus()
    QTest.keyClick(panel.repair, Key.Key_Return)
    at_rest(opened, panel)
    opened.qtbot.waitUntil(lambda: len(panel.doubts) < before)


def test_what_is_not_a_problem_stays_away_and_can_come_back(opened, panel):
    counts = []
    panel.countChanged.connect(counts.append)
    QTest.keyClick(opened.window, Key.Key_F4)
    gap = panel.current
    QTest.keyClick(opened.window, Key.Key_D)
    assert gap not in panel.doubts
    assert counts[-1] == 1
    panel.finder.look()
    at_rest(opened, panel)
    assert gap not in panel.doubts
    key = f"doubts aside {opened.document}"
    opened.qtbot.waitUntil(lambda: opened.session.setting(key) == [gap.key])
    QTest.mouseClick(panel.show_aside, Qt.MouseButton.LeftButton)
    assert gap in panel.doubts
    panel.list.go_to(gap.key)
    assert panel.dismiss.text() == "Is a problem after all"
    QTest.mouseClick(panel.dismiss, Qt.MouseButton.LeftButton)
    opened.qtbot.waitUntil(lambda: opened.session.setting(key) == [])


def test_it_is_remembered_when_the_report_is_opened_again(opened, panel):
    QTest.keyClick(opened.window, Key.Key_F4)
    QTest.keyClick(opened.window, Key.Key_D)
    key = f"doubts aside {opened.document}"
    opened.qtbot.waitUntil(lambda: bool(opened.session.setting(key)))
    opened.session.close_document()
    assert "when one is open" in panel.empty.text
    with opened.qtbot.waitSignal(opened.session.documentOpened):
        opened.session.open_document(opened.document)
    opened.qtbot.waitUntil(lambda: bool(panel.doubts))
    at_rest(opened, panel)
    assert [doubt.kind for doubt in panel.doubts] == ["low confidence"]


@pytest.mark.parametrize("opens", [True, False])
def test_the_doubt_that_is_sought_is_gone_to_when_its_report_opens_and_only_then(opened, panel, opens):
    session = opened.session
    kind = panel.doubts[0].kind
    session.close_document()
    if opens:
        session.open_document(opened.document)
    panel.seek(opened.document, kind)
    if not opens:  # it failed, and its reader opens it later
        session.open_document(opened.document)
    opened.qtbot.waitUntil(
        lambda: session.review is not None and not panel.finder.busy and panel.doubts != []
    )
    assert (panel.current is not None) is opens


def test_the_keys_act_on_the_doubt_of_the_selected_entry_only(opened, panel):
    entries = len(opened.review.outline)
    gap, unsure = panel.doubts
    told = []
    opened.session.told.connect(told.append)
    QTest.keyClick(opened.window, Key.Key_F4)
    opened.select(opened.find("1"))
    assert panel.current is None
    assert not panel.repair.isVisible()
    QTest.keyClick(opened.window, Key.Key_R)
    QTest.keyClick(opened.window, Key.Key_D)
    opened.settle()
    assert [words.startswith("Choose a doubt") for words in told] == [True, True]
    assert (len(opened.review.outline), panel.doubts) == (entries, [gap, unsure])
    opened.select(opened.review.outline[gap.node])
    assert panel.current == gap
    QTest.keyClick(opened.window, Key.Key_R)
    opened.qtbot.waitUntil(lambda: len(opened.review.outline) == entries + 1)
    at_rest(opened, panel)
    QTest.keyClick(opened.window, Key.Key_F4)
    assert (panel.current, opened.session.selection) == (unsure, (unsure.node,))
    QTest.keyClick(opened.window, Key.Key_R)
    assert told[-1] == panel.how.text()
    assert "A accepts it" in panel.how.text()


def test_what_is_put_aside_leads_on_to_the_next_doubt(opened, panel):
    unsure = panel.doubts[1]
    QTest.keyClick(opened.window, Key.Key_F4)
    QTest.keyClick(opened.window, Key.Key_D)
    assert (panel.current, opened.session.selection) == (unsure, (unsure.node,))


def test_f4_goes_on_from_where_one_was_last(opened, panel):
    unsure = panel.doubts[1]
    QTest.keyClick(opened.window, Key.Key_F4)
    opened.select(opened.find("1"))
    QTest.keyClick(opened.window, Key.Key_F4)
    assert panel.current == unsure


def test_an_accepted_entry_is_no_longer_unsure(opened, panel):
    opened.select(opened.find("9"))
    opened.act("accept")
    at_rest(opened, panel)
    opened.qtbot.waitUntil(lambda: [doubt.kind for doubt in panel.doubts] == ["numbering gap"])


def test_an_accepted_heading_is_no_longer_unsure(tmp_path, qtbot):
    made = sample()
    heading = next(node for node in made.nodes if node.kind is Kind.SECTION)
    nodes = [replace(node, confidence=0.4) if node is heading else node for node in made.nodes]
    made = replace(made, nodes=nodes)
    with stage(tmp_path / "harbours.paraph", made, [DoubtsPanel], qtbot, (300, 640)) as on_stage:
        panel = on_stage.panels[0]
        qtbot.waitUntil(lambda: [doubt.node for doubt in panel.doubts] == [heading.id])
        on_stage.select(on_stage.review.outline[heading.id])
        on_stage.act("accept")
        at_rest(on_stage, panel)
        qtbot.waitUntil(lambda: panel.doubts == [])


def test_reviewers_who_differ_are_named_until_it_is_settled(opened, panel):
    nine, ben = opened.find("9"), opened.session.project.person("Ben")
    for reviewer, role in ((ben, "decision"), (opened.session.reviewer, "statement")):
        edit = editing.label(opened.review, reviewer, [nine.id], Slot.ROLE, role)
        opened.session.take(opened.session.project.apply(edit, opened.document, reviewer).result())
    panel.finder.look()
    opened.qtbot.waitUntil(lambda: "reviewers differ" in [found.kind for found in panel.doubts])
    found = next(found for found in panel.doubts if found.kind == "reviewers differ")
    assert found.text == "Paragraph 9, role: Ben says Decision, Ada says Statement."
    panel.list.go_to(found.key)
    assert (panel.repair.text(), panel.how.isVisible()) == ("Settle as shown", True)
    opened.select(nine)
    QTest.keyClick(opened.window, Key.Key_4)
    at_rest(opened, panel)
    opened.qtbot.waitUntil(lambda: panel.current is not None and "Ada says Observation" in panel.current.text)
    QTest.keyClick(opened.window, Key.Key_R)
    at_rest(opened, panel)
    opened.qtbot.waitUntil(lambda: "reviewers differ" not in [found.kind for found in panel.doubts])
    shown = opened.stored().shown(nine.id, Slot.ROLE, ben.id)
    assert (shown.value, shown.source) == ("observation", Source.ADJUDICATED)


def test_a_doubt_that_is_mended_in_one_step_says_how_on_its_button_alone(opened, panel):
    gap, unsure = panel.doubts
    panel.list.go_to(gap.key)
    assert (panel.repair.isVisible(), panel.how.isVisible()) == (True, False)
    panel.list.go_to(unsure.key)
    assert (panel.repair.isVisible(), panel.how.isVisible()) == (False, True)


def test_a_report_without_doubts_says_so_once_it_was_looked_through(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [DoubtsPanel], qtbot, (300, 640)) as on_stage:
        panel = on_stage.panels[0]
        on_stage.session.documentOpened.emit(on_stage.review)
        assert panel.empty.text.startswith("Looking")
        qtbot.waitUntil(lambda: not panel.finder.busy)
        assert panel.doubts == []
        assert "looks doubtful" in panel.empty.text


def test_of_hundreds_of_a_kind_the_first_are_listed_and_the_rest_are_counted(tmp_path, qtbot):
    made = large(10)
    unsure = [replace(node, confidence=0.3) if node.kind is Kind.PARAGRAPH else node for node in made.nodes]
    made = replace(made, nodes=unsure)
    with stage(tmp_path / "large.paraph", made, [DoubtsPanel], qtbot, (300, 640)) as on_stage:
        panel = on_stage.panels[0]
        qtbot.waitUntil(lambda: bool(panel.doubts))
        listed = [found for found in panel.doubts if found.kind == "low confidence"]
        assert len(listed) == MOST_OF_A_KIND
        headings = [(line.text, line.note) for line in panel.list.lines.lines if line.heading]
        assert ("Unsure entries", "240") in headings
        assert headings[-1][0] == "40 more appear as these are dealt with"


def test_a_page_that_nothing_could_read_is_listed_and_leads_to_it(opened, panel, qtbot):
    unread = [Doubt(DoubtKind.UNREAD, "", 2, "")]
    keep = partial(keep_unread, document_id=opened.document, doubts=unread)
    opened.session.project.write(keep, Priority.SETTING).result()
    panel.finder.look()
    qtbot.waitUntil(lambda: DoubtKind.UNREAD in [found.kind for found in panel.doubts])
    found = next(found for found in panel.doubts if found.kind == DoubtKind.UNREAD)
    assert found.text.startswith("Page 2 is a picture")
    line = next(line for line in panel.list.lines.lines if line.data == found)
    assert line.text == "Page 2 is a picture."
    assert panel.how.isHidden()
    panel.list.go_to(found.key)
    assert "File > Extract again" in panel.how.text()
    assert "Draw a new entry" in panel.how.text()
    assert panel.how.isVisible()
    with qtbot.waitSignal(panel.pageAsked) as asked:
        QTest.keyClick(panel.list, Key.Key_Return)
    assert asked.args == [2]


@pytest.mark.parametrize("kind", [DoubtKind.ILLEGIBLE, DoubtKind.VERTICAL])
def test_a_page_that_only_a_person_can_read_says_how_its_parts_become_entries(kind):
    (doubt,) = page_doubts([(3, kind)])
    what, how = parted(Found(kind, "", 3, doubt.text))
    assert what.startswith("Page 3 ")
    assert "Draw a new entry" in how
    assert "D puts this line aside" in how


def test_text_outside_the_outline_is_no_doubt_any_more_once_an_entry_holds_it(tmp_path, qtbot):
    made = sample()
    six = next(node for node in made.nodes if node.number == "6" and node.kind is Kind.PARAGRAPH)
    seven = next(node for node in made.nodes if node.number == "7" and node.kind is Kind.PARAGRAPH)
    others = [node for node in made.nodes if node not in (six, seven)]
    coverage = letters_held(others) / letters_held(made.nodes)
    without = replace(
        made,
        nodes=others,
        decisions=[one for one in made.decisions if one.key.node not in (six.id, seven.id)],
        document=replace(made.document, coverage=coverage),
    )

    def outside(panel):
        return [doubt.text for doubt in panel.doubts if doubt.kind == DoubtKind.UNCLAIMED]

    def claim(node, review, _):
        return Edit("add", (NodeChange(None, replace(node, reasons=(BY_HAND,))),))

    with stage(tmp_path / "harbours.paraph", without, [DoubtsPanel], qtbot, (300, 640)) as on_stage:
        (panel,) = on_stage.panels
        qtbot.waitUntil(lambda: len(outside(panel)) == 1)
        (before,) = outside(panel)
        on_stage.session.perform(partial(claim, six))
        qtbot.waitUntil(lambda: outside(panel) not in ([], [before]))  # less, but not nothing
        on_stage.session.perform(partial(claim, seven))
        qtbot.waitUntil(lambda: outside(panel) == [])
        on_stage.session.perform(lambda review, me: editing.set_text(review, me, six.id, "Other words."))
        at_rest(on_stage, panel)
        assert outside(panel) == []
        for _ in range(3):
            on_stage.session.undo()
        qtbot.waitUntil(lambda: outside(panel) == [before])


def test_the_same_wrong_with_many_pages_is_one_line_that_opens(opened, panel, qtbot):
    pages = (2, 3, 4, 6, 9)
    unread = page_doubts((page, DoubtKind.UNREAD) for page in pages)
    keep = partial(keep_unread, document_id=opened.document, doubts=unread)
    opened.session.project.write(keep, Priority.SETTING).result()
    panel.finder.look()
    qtbot.waitUntil(lambda: len(panel.doubts) == 2 + len(pages))
    view = panel.list

    def of_pages():
        return [line for line in view.lines.lines if line.key.startswith(("alike", DoubtKind.UNREAD))]

    (together,) = of_pages()
    assert (together.text, panel.note.text()) == ("Pages 2–4, 6 and 9", "7")
    view.go_to(together.key)
    assert "File > Extract again" in panel.how.text()
    told = []
    opened.session.told.connect(told.append)
    QTest.keyClick(opened.window, Key.Key_R)
    assert told == [panel.how.text()]
    QTest.keyClick(view, Key.Key_Return)
    assert [line.data.page for line in of_pages()[1:]] == list(pages)
    QTest.keyClick(view, Key.Key_Return)
    assert len(of_pages()) == 1
    QTest.keyClick(opened.window, Key.Key_F4)
    assert panel.current.page == 2, "the next doubt after all of them together is the first of them"
    QTest.keyClick(opened.window, Key.Key_F4)
    assert panel.current.page == 3
    QTest.keyClick(opened.window, Key.Key_F4, Held.ShiftModifier)
    QTest.keyClick(opened.window, Key.Key_F4, Held.ShiftModifier)
    assert panel.current.kind == DoubtKind.CONFIDENCE
    view.go_to(together.key)
    QTest.keyClick(opened.window, Key.Key_D)
    assert [found.kind for found in panel.doubts] == [DoubtKind.GAP, DoubtKind.CONFIDENCE]
    panel.show_aside.click()
    assert of_pages()[0].faded
    view.go_to(together.key)
    QTest.keyClick(opened.window, Key.Key_D)
    assert panel.note.text() == "7"
