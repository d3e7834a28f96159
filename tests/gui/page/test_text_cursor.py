"""A text cursor on the pages: put, moved and extended by keys; what it selects is used like a mouse's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from gui.page.painting import Paper
from gui.page.selection import Spot
from model.layer import Caret
from model.nodes import Kind
from tests.gui.page.conftest import click, drag, settled, word_point

Key, Held = Qt.Key, Qt.KeyboardModifier
SHIFT, CTRL = Held.ShiftModifier, Held.ControlModifier


def press(canvas, key, held=Held.NoModifier, times=1):
    for _ in range(times):
        QTest.keyClick(canvas, key, held)


def put(view, page, word, char=0):
    view.canvas.text_cursor.put(Spot(page, Caret(word, char)))


def words(view):
    canvas = view.canvas
    if canvas.stretch is None:
        return ""
    return canvas.stretch.text({page: view.texts.get(page) for page in canvas.stretch.pages})


def test_arrows_move_it_and_shift_selects(view):
    put(view, 1, 3)  # "Page 1 heading", "Line 0 of page 1 tells of déjà wells", ...
    press(view.canvas, Key.Key_Right, SHIFT, times=4)
    assert words(view) == "Line"
    press(view.canvas, Key.Key_Right, CTRL | SHIFT)
    assert words(view) == "Line 0"
    press(view.canvas, Key.Key_End, SHIFT)
    assert words(view) == "Line 0 of page 1 tells of déjà wells"
    press(view.canvas, Key.Key_Down, SHIFT)
    assert words(view).endswith(" Line 1 of page 1 tells of déjà wells")
    press(view.canvas, Key.Key_Left)
    assert words(view) == ""
    assert view.canvas.caret is not None


def test_lines_keep_the_place_that_the_cursor_had(view):
    put(view, 1, 8, 3)
    at = view.texts.get(1).along(Caret(8, 3))
    press(view.canvas, Key.Key_Down, times=5)
    page, caret = view.canvas.caret
    assert (page, view.texts.get(1).words[caret.word].line) == (1, 6)
    assert view.texts.get(1).along(caret) == pytest.approx(at, abs=6)


def test_it_goes_on_over_the_end_of_a_page_and_the_page_comes_after_it(view, qtbot):
    last = len(view.texts.get(1).words) - 1
    put(view, 1, last, 5)
    press(view.canvas, Key.Key_Right)
    qtbot.waitUntil(lambda: view.canvas.caret.page == 2)
    settled(view, qtbot)
    assert view.canvas.caret == Spot(2, Caret(0, 0))
    assert view.canvas.is_seen(view.texts.get(2).bar_at(Caret(0, 0)))
    press(view.canvas, Key.Key_Left, SHIFT)
    qtbot.waitUntil(lambda: view.canvas.caret.page == 1)
    assert view.canvas.stretch.pages == range(1, 3)


def test_a_step_by_screens_goes_on_where_that_leads_to(view, qtbot):
    put(view, 1, 0)
    press(view.canvas, Key.Key_PageDown, SHIFT, times=2)
    qtbot.waitUntil(lambda: view.canvas.caret.page == 2 or view.canvas.caret.caret.word > 200)
    assert view.canvas.stretch.start == Spot(1, Caret(0, 0))


def test_escape_drops_what_is_selected_then_the_cursor(view, qtbot):
    put(view, 1, 3)
    press(view.canvas, Key.Key_End, SHIFT)
    press(view.canvas, Key.Key_Escape)
    assert view.canvas.stretch is None
    assert view.canvas.caret is not None
    with qtbot.waitSignal(view.canvas.text_cursor.left):
        press(view.canvas, Key.Key_Escape)
    assert view.canvas.caret is None
    before = view.canvas.verticalScrollBar().value()
    press(view.canvas, Key.Key_Down)
    assert view.canvas.verticalScrollBar().value() > before


def test_shift_goes_on_from_what_the_mouse_selected(view):
    drag(view.canvas, word_point(view, 1, 3, 0.01), word_point(view, 1, 4, 0.99))
    assert words(view) == "Line 0"
    press(view.canvas, Key.Key_Right, CTRL | SHIFT)
    assert words(view) == "Line 0 of"
    drag(view.canvas, word_point(view, 1, 12, 0.01), word_point(view, 1, 12, 0.99))
    press(view.canvas, Key.Key_End, SHIFT)
    assert words(view) == "Line 1 of page 1 tells of déjà wells"


def test_a_click_moves_the_cursor_that_is_there(view):
    click(view.canvas, word_point(view, 1, 5))
    assert view.canvas.caret is None
    put(view, 1, 0)
    click(view.canvas, word_point(view, 1, 12, 0.01))
    assert view.canvas.caret == Spot(1, Caret(12, 0))


def test_it_is_painted_where_it_stands(view, qtbot):
    def shown():
        return view.canvas.viewport().grab().toImage()

    before = shown()
    put(view, 1, 5)
    settled(view, qtbot)
    assert shown() != before
    view.canvas.text_cursor.put_away()
    assert shown() == before


@pytest.mark.parametrize(("paper", "ink"), [(Paper.WHITE, "black"), (Paper.DARK, "white")])
def test_it_stands_out_from_the_paper_in_every_theme(view, qtbot, paper, ink):
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor("yellow"))
    view.setPalette(palette)
    view.canvas.set_paper(paper)
    put(view, 1, 5)
    settled(view, qtbot)
    foot = view.canvas.text_cursor.place()
    at = view.canvas.viewport().grab().toImage().pixelColor(foot.x() + 1, foot.y() - 4)
    assert at == QColor(ink)


def test_it_has_no_place_while_the_words_of_its_page_are_not_there(view, monkeypatch):
    put(view, 1, 3)
    assert view.canvas.text_cursor.place() is not None
    monkeypatch.setattr(view.texts, "get", lambda page: None)
    assert view.canvas.text_cursor.place() is None


def test_another_document_has_no_cursor(view):
    put(view, 1, 3)
    view.pdf.clear()
    assert view.canvas.caret is None


# --- in the window -----------------------------------------------------------------------------------------


def node_of(stage, number):
    node = stage.select(lambda node: node.kind is Kind.PARAGRAPH and node.number == number)
    stage.wait_for(lambda: not stage.window.page_view.texts.busy, "the words")
    return node


def test_the_key_puts_it_at_the_entrys_beginning_then_at_its_end(stage):
    node_of(stage, "2")
    canvas = stage.window.page_view.canvas
    stage.press("text-cursor")
    layer = stage.window.page_view.texts.get(2)
    assert layer.words[canvas.caret.caret.word].text == "2."
    stage.press("text-cursor")
    word, char = canvas.caret.caret
    assert (layer.words[word].text, char) == ("Secretariat.", len("Secretariat."))


def test_an_entry_takes_words_of_its_neighbour_by_keys_alone(stage):
    node, neighbour = node_of(stage, "2"), node_of(stage, "3")
    node_of(stage, "2")
    canvas = stage.window.page_view.canvas
    stage.press("text-cursor")
    stage.press("text-cursor")
    press(canvas, Key.Key_Right)
    press(canvas, Key.Key_Right, CTRL)  # after "3."
    press(canvas, Key.Key_Right)
    press(canvas, Key.Key_Right, CTRL | SHIFT, times=2)
    before = stage.window.session.review.outline[node.id]
    stage.press("extend")
    stage.wait_for(lambda: stage.window.session.review.outline[node.id] != before, "the change")
    outline = stage.window.session.review.outline
    assert outline[node.id].text == f"{node.text} Some 1,900"
    assert outline[neighbour.id].text == neighbour.text.removeprefix("Some 1,900 ")
    assert canvas.caret is not None


def test_a_new_entry_is_made_by_keys_alone(stage):
    node_of(stage, "3")
    canvas = stage.window.page_view.canvas
    stage.press("text-cursor")
    press(canvas, Key.Key_Right, CTRL)
    press(canvas, Key.Key_Right)
    press(canvas, Key.Key_Right, CTRL | SHIFT, times=2)
    stage.window.actions_of["new-from-words"].trigger()
    stage.wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    menu = QApplication.activePopupWidget()
    assert menu.activeAction().isEnabled()
    QTest.keyClick(menu, Key.Key_I)
    stage.settle()
    made = stage.window.session.current
    assert (made.kind, made.text) == (Kind.ITEM, "Some 1,900")


def test_words_stay_selected_where_the_edit_cannot_be(stage):
    node_of(stage, "2")
    canvas = stage.window.page_view.canvas
    outline = stage.window.session.review.outline
    heading = next(node for node in outline if node.kind is Kind.SECTION and node.number == "II")
    words = stage.window.page_view.texts.get(2).within(heading.anchor.regions)
    canvas.text_cursor.put(Spot(2, Caret(words[0], 0)))
    press(canvas, Key.Key_End, SHIFT)
    chosen = canvas.stretch
    stage.press("extend")  # a heading that holds others would be left without words
    stage.wait_for(lambda: bool(stage.window.outline_bar.text), "the reason")
    stage.press("flag")
    assert canvas.stretch == chosen
    stage.window.session.select((heading.id,), "test")
    press(canvas, Key.Key_Left, CTRL | SHIFT)
    stage.press("shrink")
    stage.wait_for(lambda: canvas.stretch is None, "the change")


def test_steps_by_entries_lead_to_their_ends(stage):
    node_of(stage, "3")
    canvas = stage.window.page_view.canvas
    stage.press("text-cursor")
    press(canvas, Key.Key_Down, CTRL | SHIFT)
    assert canvas.stretch.text({2: stage.window.page_view.texts.get(2)}).endswith("one tenth in the next.")


def test_escape_gives_the_keys_back_to_the_outline(stage):
    node_of(stage, "3")
    window = stage.window
    window.activateWindow()
    window.outline.tree.setFocus()
    stage.press("text-cursor")
    stage.wait_for(window.page_view.canvas.hasFocus, "the keys")
    assert "Shift+E" in window.status.told
    press(window.page_view.canvas, Key.Key_Escape)
    stage.wait_for(window.outline.tree.hasFocus, "the keys")
