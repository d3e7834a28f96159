"""Search, doubts, queue and history in the real window, by keys and by mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from gui.own_projects import own_project
from model.labels import Status
from model.nodes import Kind
from model.review_queue import Order
from storage.project import Project
from tests.e2e.conftest import User
from tests.reports.drawing import write
from tests.reports.sample import MASTHEAD
from tests.reports.sample import report as sample_report
from tests.reports.styles import VIENNA

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def second(tmp_path):
    """Another report, of the same words under another symbol."""
    path = tmp_path / "second.pdf"
    masthead = replace(MASTHEAD, symbol="HARB/CONF/WG.2/2025/9")
    path.write_bytes(write(replace(sample_report(), masthead=masthead), VIENNA)[0])
    return path


def paragraph(user, number):
    return next(n for n in user.session.review.outline if n.number == number and n.kind is Kind.PARAGRAPH)


def select(user, node):
    user.session.select((node.id,), "test")
    user.settled()


def click(widget, place=None):
    if place is None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    else:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)


def click_line(view, row):
    view.scrollTo(view.model().index(row, 0))
    click(view.viewport(), view.visualRect(view.model().index(row, 0)).center())


def seen_on_page(user, node):
    """Whether the first rectangle of an entry is on the screen."""
    canvas = user.window.page_view.canvas
    box = canvas.layout_of_pages.to_canvas(node.anchor.regions[0])
    return canvas.area.intersects(box.toAlignedRect())


def picture(user, name):
    """Of the window at rest."""
    user.settled()
    user.settled()  # what the first round brought is painted in the second
    user.picture(name)


def search_for(user, words, count=1):
    panel = user.window.search
    user.type(words)
    user.wait(lambda: panel.shows_list and panel.note.text(), "results")
    user.wait(lambda: not panel.is_searching, "all of them")
    return panel.results.lines


def test_search_by_keys_leads_into_the_report_and_back_to_the_field(use, report):
    def look(user: User):
        user.report_opened()
        user.key(Key.Key_Slash)
        panel = user.window.search
        user.wait(panel.field.hasFocus, "the field")
        picture(user, "1 first use")
        lines = search_for(user, "dredging moor")
        picture(user, "2 results")
        user.key(Key.Key_Down)
        user.wait(panel.results.hasFocus, "the keys in the results")
        user.key(Key.Key_Return)
        user.settled()
        assert user.current.id == lines.line(0).data.node
        user.wait(lambda: seen_on_page(user, user.current), "the place on the page")
        picture(user, "3 found")
        user.key(Key.Key_Slash)
        user.key(Key.Key_Escape)
        assert panel.field.text() == ""
        user.type("zebra")
        user.wait(lambda: "“zebra”" in panel.empty.text, "the words that nothing was found")
        picture(user, "4 nothing")

    assert use(look, report) == 0


def test_a_click_on_the_search_tab_is_followed_by_typing(use, report):
    def look(user: User):
        user.report_opened()
        click(user.window.side.button("search"))
        user.wait(user.window.search.field.hasFocus, "the field")
        search_for(user, "dredging")
        assert user.window.search.field.text() == "dredging"

    assert use(look, report) == 0


def test_a_result_of_another_report_opens_it_where_it_stands(use, report, second):
    seen = {}

    def look(user: User):
        user.report_opened()
        user.wait(lambda: len(user.session.documents) == 2 and user.window.imports.is_idle, "both reports")
        here = user.session.review.document.id
        click(user.window.side.button("search"))
        click(user.window.search.field)
        lines = search_for(user, "soundings")
        row = next(at for at in range(lines.rowCount()) if lines.line(at).data.document != here
                   and lines.line(at).data.page > 3)  # fmt: skip
        seen["node"] = lines.line(row).data.node
        click_line(user.window.search.results, row)
        user.wait(lambda: user.session.review is not None and user.session.review.document.id != here,
                  "the other report")  # fmt: skip
        user.report_opened()
        assert user.current.id == seen["node"]
        user.wait(lambda: not user.window.place.is_restoring, "the place")
        user.settled()
        user.wait(lambda: seen_on_page(user, user.current), "the place on the page")
        picture(user, "1 other report")
        # The first report has a place of its own now; a result in it comes before that place.
        row = next(at for at in range(lines.rowCount()) if lines.line(at).data.document == here
                   and lines.line(at).data.page > 3)  # fmt: skip
        click_line(user.window.search.results, row)
        user.wait(lambda: user.session.review is not None and user.session.review.document.id == here, "back")
        user.report_opened()
        user.wait(lambda: not user.window.place.is_restoring, "the place")
        user.settled()
        assert user.current.id == lines.line(row).data.node
        user.wait(lambda: seen_on_page(user, user.current), "the place on the page")
        picture(user, "2 and back")

    assert use(look, report, second) == 0


def test_ticks_narrow_the_search_by_mouse(use, report):
    def look(user: User):
        user.report_opened()
        user.key(Key.Key_Slash)
        lines = search_for(user, "harbour")
        everything = lines.rowCount()
        tree = user.window.search.facets
        role = tree.topLevelItem(0)
        tree.expandItem(role)
        user.settled()
        first = next(role.child(at) for at in range(role.childCount()) if not role.child(at).isHidden())
        box = tree.visualItemRect(first)
        box.setWidth(20)
        click(tree.viewport(), box.center())
        user.wait(lambda: lines.rowCount() < everything, "fewer results")
        user.wait(lambda: lines.rowCount() == int(first.text(1)), "as many as its number says")
        picture(user, "1 narrowed")

    assert use(look, report) == 0


def test_a_doubt_is_found_by_key_repaired_by_key_and_put_aside_by_mouse(use, report):
    def doubt(user: User):
        user.report_opened()
        panel = user.window.doubts
        user.wait(lambda: not panel.finder.busy, "the doubts")
        before = len(panel.doubts)
        select(user, paragraph(user, "6"))
        user.key(Key.Key_M)  # 5 swallows 6
        user.settled()
        user.wait(lambda: len(panel.doubts) == before + 1, "the gap")
        assert user.window.side.button("doubts").badge == str(before + 1)
        user.key(Key.Key_F4)
        user.wait(panel.isVisible, "the panel")
        while panel.current.kind != "numbering gap":
            user.key(Key.Key_F4)
        assert user.current.number == "7"
        assert panel.repair.text() == "Split at 6."
        picture(user, "1 gap")
        user.key(Key.Key_R)
        user.settled()
        user.wait(lambda: len(panel.doubts) == before, "the repair")
        assert paragraph(user, "6").text
        select(user, paragraph(user, "9"))
        user.key(Key.Key_Delete)
        user.settled()
        user.wait(lambda: len(panel.doubts) == before + 1, "another gap")
        row = next(at for at, line in enumerate(panel.list.lines.lines) if not line.heading
                   and line.data.kind == "numbering gap")  # fmt: skip
        click_line(panel.list, row)
        assert user.current.number == "10"
        assert panel.repair.text() == "Bring back 9."
        click(panel.dismiss)
        user.wait(lambda: len(panel.doubts) == before, "one less")
        picture(user, "2 put aside")

    def come_back(user: User):
        user.report_opened()
        panel = user.window.doubts
        user.wait(lambda: not panel.finder.busy, "the doubts")
        assert not [found for found in panel.doubts if found.kind == "numbering gap"]

    assert use(doubt, report) == 0
    assert use(come_back) == 0


def test_a_heading_that_is_taken_out_is_missed_by_contents_page_and_bookmarks(use, report):
    def doubt(user: User):
        user.report_opened()
        panel = user.window.doubts
        user.wait(lambda: not panel.finder.busy, "the doubts")
        before = {found.key for found in panel.doubts}
        heading = next(n for n in user.session.review.outline if n.text == "Election of officers")
        select(user, heading)
        user.key(Key.Key_Delete)
        user.settled()

        def missed():
            return {found.kind for found in panel.doubts if found.key not in before}

        user.wait(lambda: missed() >= {"contents page", "bookmark"}, "both doubts")
        user.key(Key.Key_3, Held.AltModifier)
        row = next(at for at, line in enumerate(panel.list.lines.lines) if not line.heading
                   and line.data.kind == "bookmark")  # fmt: skip
        page = panel.list.lines.line(row).data.page
        click_line(panel.list, row)
        user.wait(lambda: user.window.page_view.canvas.page == page, "the page that the bookmark leads to")
        picture(user, "1 missed heading")

    assert use(doubt, report) == 0


def test_the_queue_leads_through_the_least_sure_first_by_keys(use, report):
    def go(user: User):
        user.report_opened()
        user.key(Key.Key_4, Held.AltModifier)
        panel = user.window.queue
        user.wait(panel.list.hasFocus, "the keys in the queue")
        panel.order.setFocus()
        user.key(Key.Key_Down, times=2)
        assert panel.keeper.order is Order.UNCERTAINTY
        panel.list.setFocus()
        waiting = list(panel.model.nodes)
        user.key(Key.Key_J)
        assert user.current.id == waiting[0]
        for _ in range(6):
            user.key(Key.Key_A)
            user.settled()
        assert user.current.id == waiting[6]
        me = user.session.reviewer.id
        assert {user.session.review.status(node, me) for node in waiting[:6]} == {Status.ACCEPTED}
        user.wait(lambda: panel.model.nodes == waiting[6:], "the rest")
        user.wait(lambda: " · " in panel.left.text(), "the forecast")
        assert panel.left.text().startswith(f"{len(waiting) - 6} left · ")
        picture(user, "1 least sure first")

    assert use(go, report) == 0


def test_sure_suggestions_are_accepted_together_by_mouse_and_taken_back_by_key(use, report):
    def accept(user: User):
        user.report_opened()
        click(user.window.side.button("queue"))
        panel = user.window.queue
        user.wait(lambda: panel.keeper.is_ready and panel.accept.isEnabled(), "the queue")
        before = len(panel.model.nodes)
        count = int(panel.accept.text().removeprefix("Accept ").removesuffix("…"))
        click(panel.accept)
        picture(user, "1 asked first")
        button = next(one for one in panel.messages.findChildren(QPushButton) if "entries" in one.text())
        click(button)
        user.settled()
        user.wait(lambda: len(panel.model.nodes) == before - count, "all at once")
        picture(user, "2 accepted")
        user.wait(lambda: user.session.undo_name, "something to undo")
        user.key(Key.Key_Z, Held.ControlModifier)
        user.settled()
        user.wait(lambda: len(panel.model.nodes) == before, "one step back")

    assert use(accept, report) == 0


def test_history_leads_back_to_the_imported_report_and_undo_forward_again(use, report):
    seen = {}

    def back(user: User):
        user.report_opened()
        seen["before"] = [(node.number, node.text) for node in user.session.review.outline]
        select(user, paragraph(user, "6"))
        for key in (Key.Key_M, Key.Key_2, Key.Key_F):
            user.key(key)
            user.settled()
        after = [(node.number, node.text) for node in user.session.review.outline]
        user.key(Key.Key_5, Held.AltModifier)
        panel = user.window.history
        user.wait(lambda: panel.list.lines.rowCount() >= 6, "the timeline")
        picture(user, "1 timeline")
        user.wait(panel.list.hasFocus, "the keys in the list")
        user.key(Key.Key_End)
        assert panel.list.current.key == "imported"
        user.key(Key.Key_Tab)
        user.wait(panel.back.hasFocus, "the keys on the button")
        user.key(Key.Key_Space)
        user.wait(lambda: len(user.session.review.outline) == len(seen["before"]), "the way back")
        user.settled()
        assert [(node.number, node.text) for node in user.session.review.outline] == seen["before"]
        picture(user, "2 back")
        user.wait(lambda: "go back" in (user.session.undo_name or ""), "its name")
        user.key(Key.Key_Z, Held.ControlModifier)
        user.settled()
        assert [(node.number, node.text) for node in user.session.review.outline] == after
        row = next(at for at, line in enumerate(panel.list.lines.lines) if line.text.startswith("Merge"))
        click_line(panel.list, row)
        click(panel.back)
        me, review = user.session.reviewer.id, user.session.review
        user.wait(lambda: not any(review.status(node.id, me) is Status.FLAGGED for node in review.outline),
                  "another point")  # fmt: skip
        user.settled()
        assert len(review.outline) == len(after)

    assert use(back, report) == 0
    with Project.open(own_project()) as project:
        entries = project.history(project.documents()[0].id)
        assert [entry.name for entry in entries if entry.name.startswith("go back")][1:]
        assert any(entry.name.startswith("merge") for entry in entries), "nothing is lost"


def test_the_side_opens_and_folds_and_its_tab_is_remembered(use, report):
    def turn(user: User):
        user.report_opened()
        window = user.window
        window.resize(1280, 800)
        user.wait(lambda: window.panels.is_narrow or window.width() > 1280, "the size")
        click(window.side.button("history"))
        assert window.history.isVisible()
        assert window.side.width() >= 264
        if window.panels.is_narrow:
            click(window.side.button("history"))
            user.wait(lambda: window.side.width() < 110, "the icons")
            picture(user, "1 folded")
            click(window.side.button("documents"))
            user.wait(lambda: window.side.width() >= 232, "the documents in words")
            picture(user, "2 documents")
        user.key(Key.Key_3, Held.AltModifier)
        assert window.doubts.isVisible()
        user.key(Key.Key_F5)
        assert not window.side.isVisible()
        user.key(Key.Key_4, Held.AltModifier)
        assert window.queue.isVisible()

    def come_back(user: User):
        user.report_opened()
        assert user.window.side.current == "queue"
        assert user.window.queue.isVisible()
        picture(user, "3 remembered")

    assert use(turn, report) == 0
    assert use(come_back) == 0
