"""Entries and the words of the page, in the real window: made, extended, shrunk and dragged; each one undo
step. Layers, and the state of each page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QPalette, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from gui.page.contents import PAGES
from gui.page.overlays import Overlay
from gui.page.thumbnails import REVIEWED
from model.labels import Slot, Status
from model.nodes import Kind
from tests.gui.page.conftest import click, drag
from tests.gui.page.using import act, at, choose, layer_of, node_now, select, undo_name, view_of


class Painted(QObject):
    """Gathers what of a widget is repainted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, widget, event):  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


def test_what_is_selected_is_shown_on_the_page_before_the_other_panels_follow(stage):
    select(stage, "1")
    node = next(node for node in stage.window.session.review.outline if node.number == "2")
    canvas = view_of(stage).canvas
    page, panel = Painted(canvas.viewport()), Painted(stage.window.inspector.text.viewport())
    stage.window.session.select((node.id,), "test")
    place = canvas.layout_of_pages.to_canvas(node.anchor.regions[0]).translated(-QPointF(canvas.offset))
    assert page.region.intersects(place.toAlignedRect())
    assert panel.region.isEmpty()


def test_an_entry_that_changes_is_painted_anew_whatever_is_selected(stage):
    changed = select(stage, "1")
    act(stage, "accept")
    select(stage, "3")
    canvas = view_of(stage).canvas
    painted = Painted(canvas.viewport())
    place = canvas.layout_of_pages.to_canvas(changed.anchor.regions[0]).translated(-QPointF(canvas.offset))
    act(stage, "undo")
    assert painted.region.intersects(place.toAlignedRect())


def test_an_edit_paints_what_looks_otherwise_and_nothing_else(stage):
    window, canvas, tree = stage.window, view_of(stage).canvas, stage.window.outline.tree
    select(stage, "3")
    stage.press("flag")  # undo has a name, messages are gone
    pages, rows = Painted(canvas.viewport()), Painted(tree.viewport())
    stage.press("reject")
    for painted in (pages, rows):
        seen, whole = painted.region.boundingRect(), painted.parent().rect()
        assert 0 < seen.height() < whole.height() / 2, painted.parent()
    assert window.session.current.number == "3"


def test_of_many_selected_entries_only_those_on_the_shown_pages_are_looked_at(stage):
    session, canvas = stage.window.session, view_of(stage).canvas
    session.select([node.id for node in session.review.outline], "test")
    stage.settle()
    assert len(canvas.selected.nodes) == len(session.review.outline)
    assert len(canvas.selected.by_page) < len(canvas.pages)
    shown = canvas.layout_of_pages.visible(canvas.area)
    assert all(canvas.selected.on_page(page) for page in shown)


def test_a_selected_header_is_marked_though_its_outline_is_not_shown(stage):
    canvas, outline = view_of(stage).canvas, stage.window.session.review.outline
    header = next(node for node in outline if node.kind is Kind.FURNITURE)
    stage.window.session.select((header.id,), "test")
    assert [mark.node for mark in canvas.selected.on_page(header.page)][:1] == [header.id]
    assert header.id not in {mark.node for mark in canvas.marks.on_page(header.page)}


def test_the_line_below_the_pages_tells_that_they_have_the_keys(stage):
    view = view_of(stage)
    accent = view.palette().color(QPalette.ColorRole.Highlight)
    stage.window.activateWindow()
    shown = []
    for widget in (stage.window.outline.tree, view.canvas, stage.window.outline.tree):
        widget.setFocus()
        stage.wait_for(widget.hasFocus, "the keys")
        painted = view.bar.grab().toImage().pixelColor(view.bar.width() // 2, 0)
        shown.append(painted == accent)
    assert shown == [False, True, False]


def test_words_need_to_be_selected_for_what_is_done_with_them(stage):
    select(stage, "1")
    actions = stage.window.actions_of
    assert not any(actions[name].isEnabled() for name in ("new-from-words", "extend", "shrink"))
    choose(stage, (2, "The first and second"), (2, "The first and second"))
    assert all(actions[name].isEnabled() for name in ("new-from-words", "extend", "shrink"))


def test_an_entry_takes_the_selected_words_of_its_neighbour_and_undo_gives_them_back(stage):
    node, neighbour = select(stage, "1"), select(stage, "2")
    select(stage, "1")
    choose(stage, (2, "The first and second"), (2, "The first and second"))
    act(stage, "extend")
    assert node_now(stage, node).text == f"{node.text} The first and second"
    assert node_now(stage, neighbour).text == neighbour.text.removeprefix("The first and second ")
    assert undo_name(stage) == "extend 1"
    stage.press("undo")
    assert node_now(stage, node) == node
    assert node_now(stage, neighbour) == neighbour


def test_an_entry_is_shrunk_by_the_selected_words(stage):
    node = select(stage, "2")
    choose(stage, (2, "The first and second"), (2, "The first and second"))
    act(stage, "shrink")
    assert node_now(stage, node).text == node.text.removeprefix("The first and second ")
    assert view_of(stage).canvas.stretch is None


def test_an_entry_is_extended_by_words_of_the_next_page(stage):
    review = stage.window.session.review
    last = [n for n in review.outline if n.kind is Kind.PARAGRAPH and n.anchor.regions[-1].page == 2][-1]
    stage.select(lambda node: node.id == last.id)
    words = " ".join(word.text for word in layer_of(stage, 3).words[-3:])
    choose(stage, (3, words), (3, words))
    act(stage, "extend")
    node = node_now(stage, last)
    assert node.text.endswith(words)
    assert node.anchor.regions[-1].page == 3
    stage.press("undo")
    assert node_now(stage, last) == last


def test_selected_words_become_a_new_entry(stage):
    neighbour = select(stage, "2")
    choose(stage, (2, "The first and second"), (2, "The first and second"))
    stage.window.actions_of["new-from-words"].trigger()
    stage.wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    menu = QApplication.activePopupWidget()
    make = next(action for action in menu.actions() if action.text() == "Make it an &item")
    menu.close()
    make.trigger()
    stage.settle()
    made = stage.window.session.current
    assert (made.kind, made.text) == (Kind.ITEM, "The first and second")
    assert node_now(stage, neighbour).text == neighbour.text.removeprefix("The first and second ")
    stage.press("undo")
    assert node_now(stage, neighbour) == neighbour


def edge(stage, node, bottom):
    """The middle of the lower or upper edge of an entry's rectangle, in the viewport."""
    canvas = view_of(stage).canvas
    box = canvas.layout_of_pages.to_canvas(node.anchor.regions[0])
    spot = QPointF(box.center().x(), box.bottom() if bottom else box.top())
    return ((spot - QPointF(canvas.offset)) / canvas.ratio).toPoint()


def test_a_dragged_edge_takes_the_words_inside_in_one_step(stage):
    node = select(stage, "1")
    canvas = view_of(stage).canvas
    line = 13 * canvas.layout_of_pages.scale / canvas.ratio
    start = edge(stage, node, bottom=True)
    QTest.mouseMove(canvas.viewport(), start)
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    drag(canvas, start, start - QPoint(0, round(2 * line)))
    stage.wait_for(lambda: node_now(stage, node) != node, "the change")
    stage.settle()
    shorter = node_now(stage, node)
    assert node.text.startswith(shorter.text)
    assert 0 < len(shorter.text) < len(node.text)
    assert shorter.anchor.regions[0].y1 < node.anchor.regions[0].y1
    assert undo_name(stage) == "change the rectangle of 1"
    stage.press("undo")
    assert node_now(stage, node) == node


@pytest.mark.parametrize("what", ["edge", "rectangle", "words"])
def test_escape_drops_a_drag_that_goes_on(stage, what):
    node = select(stage, "1")
    canvas, drawn = view_of(stage).canvas, []
    canvas.regionDrawn.connect(drawn.append)
    start = edge(stage, node, bottom=True) - QPoint(0, 0 if what == "edge" else 6)
    held = Qt.KeyboardModifier.ShiftModifier if what == "rectangle" else Qt.KeyboardModifier.NoModifier
    drag(canvas, start, start - QPoint(60, 20), held, Qt.Key.Key_Escape)
    stage.settle()
    assert (canvas.bands, canvas.stretch, drawn) == ((), None, [])
    assert node_now(stage, node) == node


def test_the_selected_entry_stays_in_sight_when_panels_come_and_go(stage):
    node = select(stage, "9")
    canvas = view_of(stage).canvas
    wide = canvas.width()
    assert canvas.is_seen(node.anchor.regions[0])
    stage.press("show-outline")
    stage.press("show-inspector")
    stage.settle()
    assert canvas.width() > 2 * wide
    assert canvas.is_seen(node.anchor.regions[0])
    stage.press("show-outline")
    stage.press("show-inspector")
    stage.settle()
    assert canvas.is_seen(node.anchor.regions[0])


def test_an_edge_dragged_back_gives_the_text_as_it_was(stage):
    node = select(stage, "1")
    canvas = view_of(stage).canvas
    line = round(26 * canvas.layout_of_pages.scale / canvas.ratio)
    start = edge(stage, node, bottom=True)
    drag(canvas, start, start - QPoint(0, line))
    stage.wait_for(lambda: node_now(stage, node) != node, "the change")
    stage.settle()
    shorter = node_now(stage, node)
    start = edge(stage, shorter, bottom=True)
    drag(canvas, start, start + QPoint(0, line))
    stage.wait_for(lambda: node_now(stage, node) != shorter, "the change")
    stage.settle()
    assert node_now(stage, node).text == node.text


def test_an_edge_dragged_over_the_end_of_a_page_takes_the_words_there_and_leaves_its_foot(stage):
    view_of(stage).canvas.fit_page()
    node = stage.select(
        lambda node: node.text.endswith("at the harbours concerned;")
    )  # ends on the next page
    stage.settle()
    canvas, (first, last) = view_of(stage).canvas, node.anchor.regions
    whole = {other.id: other.text for other in stage.window.session.review.outline}
    canvas.reveal([first, last])
    drag(canvas, at(canvas, last, last.y1), at(canvas, first, (first.y0 + first.y1) / 2))
    stage.wait_for(lambda: node_now(stage, node) != node, "the change")
    stage.settle()
    shorter = node_now(stage, node)
    assert {region.page for region in shorter.anchor.regions} == {first.page}
    assert whole[node.id].startswith(shorter.text)
    kept = shorter.anchor.regions[-1]
    drag(canvas, at(canvas, kept, kept.y1), at(canvas, last, last.y1 + 1))
    stage.wait_for(lambda: node_now(stage, node) != shorter, "the change")
    stage.settle()
    assert {other.id: other.text for other in stage.window.session.review.outline} == whole


def test_an_entry_may_go_while_no_outlines_are_drawn(stage):
    view_of(stage).set_overlay(Overlay.ENTRIES, False)
    node = select(stage, "32")
    stage.press("merge")
    assert node.id not in stage.window.session.review.outline
    canvas = view_of(stage).canvas
    canvas.set_overlay(Overlay.ENTRIES, True)
    assert node.id not in {mark.node for mark in canvas.marks.on_page(node.page)}


def test_a_click_on_words_still_picks_their_entry(stage):
    node = select(stage, "2")
    stage.window.session.select((), "test")
    canvas = view_of(stage).canvas
    box = canvas.layout_of_pages.to_canvas(node.anchor.regions[0])
    click(canvas, ((box.center() - QPointF(canvas.offset)) / canvas.ratio).toPoint())
    assert stage.window.session.selection == (node.id,)


def test_copy_takes_the_selected_words_else_the_entrys_text(stage):
    node = select(stage, "1")
    stage.window.actions_of["copy"].trigger()
    assert QGuiApplication.clipboard().text() == node.text
    choose(stage, (2, "The first and second"), (2, "The first and second"))
    stage.window.actions_of["copy"].trigger()
    stage.wait_for(lambda: QGuiApplication.clipboard().text() == "The first and second", "the words")


# --- layers --------------------------------------------------------------------------------------------


def test_each_layer_has_its_action_and_shows_its_state(stage):
    view = view_of(stage)
    for overlay in Overlay:
        action = stage.window.actions_of[f"layer-{overlay.value}"]
        before = overlay in view.canvas.overlays
        assert action.isChecked() is before
        action.trigger()
        assert (overlay in view.canvas.overlays, action.isChecked()) == (not before, not before)
        action.trigger()


def test_going_to_what_is_selected_already_brings_it_back_into_sight(stage):
    session, canvas, tree = stage.window.session, view_of(stage).canvas, stage.window.outline.tree
    node = select(stage, "36")
    index = tree.entries.index(tree.entries.row_of(node.id))

    def scrolled_away():
        tree.verticalScrollBar().setValue(0)
        canvas.verticalScrollBar().setValue(0)
        stage.settle()
        assert not canvas.is_seen(node.anchor.regions[0])

    scrolled_away()
    session.select((node.id,), "doubts")
    stage.settle()
    assert canvas.is_seen(node.anchor.regions[0])
    assert tree.viewport().rect().contains(tree.visualRect(index))
    scrolled_away()
    tree.scrollTo(index)
    tree.setFocus()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center())
    stage.settle()
    assert canvas.is_seen(node.anchor.regions[0])


def test_evidence_is_marked_on_its_words(stage):
    review, view = stage.window.session.review, view_of(stage)
    reviewer = stage.window.session.reviewer.id

    def has_evidence(node):
        shown = review.shown(node.id, Slot.ROLE, reviewer)
        return shown.node == node.id and shown.decision is not None and bool(shown.decision.evidence)

    node = stage.select(lambda node: node.kind is Kind.PARAGRAPH and has_evidence(node))
    stage.wait_for(lambda: bool(view.canvas.evidence), "the evidence")
    (span, *_) = review.shown(node.id, Slot.ROLE, reviewer).decision.evidence
    said = node.text[span.start : span.end].split()
    layer = view.texts.get(node.page)
    marked = [layer.words[index].text for index in layer.within([one.region for one in view.canvas.evidence])]
    assert any(said[0] in word for word in marked)
    held = node.anchor.regions[0]
    boxes = [one.region for one in view.canvas.evidence if one.region.page == held.page]
    assert all(held.y0 - 1 <= box.y0 and box.y1 <= held.y1 + 1 for box in boxes)


def test_text_that_no_entry_holds_is_told(stage):
    view = view_of(stage)
    node = select(stage, "2")
    view.set_overlay(Overlay.UNCLAIMED, True)
    layer = view.texts.get(2)
    before = view.canvas.unclaimed.on(layer)
    choose(stage, (2, "The first and second"), (2, "The first and second"))
    act(stage, "shrink")
    loose = [box for box in view.canvas.unclaimed.on(layer) if box not in before]
    assert [layer.words[index].text for index in layer.within(loose)] == ["The", "first", "and", "second"]
    stage.press("undo")
    stage.wait_for(lambda: view.canvas.unclaimed.on(layer) == before, "the words to be held again")
    assert node_now(stage, node) == node


def test_small_pages_show_how_far_their_review_is(stage):
    view = view_of(stage)
    act(stage, "show-thumbnails")
    assert view.side.shown == PAGES
    node = select(stage, "1")
    model = view.strip.model()
    done, total = model.index(node.page - 1).data(REVIEWED)
    assert (done, total > 0) == (0, True)
    assert f"0 of {total} reviewed" in model.index(node.page - 1).data(Qt.ItemDataRole.ToolTipRole)
    stage.press("accept")
    assert stage.window.session.review.status(node.id, stage.window.session.reviewer.id) is Status.ACCEPTED
    assert model.index(node.page - 1).data(REVIEWED) == (1, total)


def test_a_screen_reader_is_told_the_page_and_what_is_selected(stage):
    view = view_of(stage)
    canvas = view.canvas
    node = select(stage, "5")
    assert canvas.accessibleName() == f"Page {canvas.page} of {len(canvas.pages)}"
    assert canvas.accessibleDescription().startswith(f"Paragraph 5 {node.text[:30]}")
    page = node.anchor.page
    first, second, *_ = node.text.split()
    choose(stage, (page, f"{first} {second}"), (page, f"{first} {second}"))
    assert canvas.accessibleDescription() == f"Selected words: {first} {second}"
    canvas.set_stretch(None)
    stage.window.session.select(())
    assert canvas.accessibleDescription() == ""
    canvas.go_to(2 if page != 2 else 1)
    stage.settle()
    assert canvas.accessibleName().startswith(f"Page {canvas.page} of ")
