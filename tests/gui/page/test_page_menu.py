"""The menu of the pages, and dividing an entry at a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from gui.menus import words_of
from gui.page.selection import Spot
from model.editing.extent import held_by
from model.layer import Caret
from model.nodes import Region
from tests.gui.page.using import act, choose, layer_of, node_now, select, undo_name, view_of


def test_the_pages_menu_offers_what_can_be_done_with_words(stage):
    select(stage, "1")
    choose(stage, (2, "The first and second"), (2, "The first and second"))
    assert menu_at(stage, QPoint(10, 10))[:3] == ["new-from-words", "extend", "shrink"]
    view_of(stage).canvas.set_stretch(None)
    names = menu_at(stage, QPoint(10, 10))
    assert not {"new-from-words", "extend", "shrink"} & set(names)
    assert {"accept", "Role", "Kind", "copy", "find"} <= set(names)
    assert {"edit-text", "edit-note", "merge", "delete", "draw-entry"} <= set(names)


def test_a_right_click_on_a_word_divides_the_entry_before_it(stage):
    node = select(stage, "2")
    layer = layer_of(stage, node.page)
    held = layer.within(node.anchor.regions)
    canvas = view_of(stage).canvas

    def at(index):
        word = layer.words[index]
        spot = canvas.foot_of(Region(node.page, word.x0, word.y0, word.x1, (word.y0 + word.y1) / 2))
        return spot + QPoint(3, 0)

    assert "split-here" not in menu_at(stage, at(held[0]))
    index = next(index for index in held if layer.words[index].text == "They")
    assert "split-here" in menu_at(stage, at(index), pick="split-here")
    stage.wait_for(lambda: stage.window.session.undo_name is not None, "the edit")
    stage.settle()
    assert node_now(stage, node).text.endswith("2022 and 2023.")
    outline = stage.window.session.review.outline
    after = list(outline)[list(outline).index(node_now(stage, node)) + 1]
    assert after.text.startswith("They dealt")


@pytest.mark.parametrize("behind", [False, True])
def test_s_divides_the_entry_at_the_text_cursor_of_the_page(stage, behind):
    """Before the word that the cursor stands in front of or in; after a word, before the next one."""
    node = select(stage, "2")
    layer = layer_of(stage, node.page)
    act(stage, "text-cursor")
    canvas, refused = view_of(stage).canvas, stage.window.page_panel.messages
    act(stage, "split")  # it stands at the beginning
    assert "in the selected entry" in refused.text
    index = next(index for index, word in enumerate(layer.words) if word.text == "They")
    before = Caret(index - 1, len(layer.words[index - 1].text))
    canvas.text_cursor.put(Spot(node.page, before if behind else Caret(index, 0)))
    act(stage, "split")
    stage.wait_for(lambda: undo_name(stage).startswith("split"), "the edit")
    assert node_now(stage, node).text.endswith("2022 and 2023.")
    assert not refused.text


def test_s_divides_at_the_cursor_of_the_text_where_the_keys_are_not_on_the_page(stage):
    node = select(stage, "2")
    act(stage, "text-cursor")
    stage.window.outline.tree.setFocus()
    stage.window.session.set_caret(node.id, node.text.index("They"))
    act(stage, "split")
    stage.wait_for(lambda: undo_name(stage).startswith("split"), "the edit")
    half, layers = stage.window.session.current, {node.page: layer_of(stage, node.page)}
    first, *_ = held_by(half, layers)  # its rectangles stand around its own words alone
    assert layers[first.page].words[first.word].text == "They"


def menu_at(stage, place, reason=QContextMenuEvent.Reason.Mouse, pick=""):
    """What the menu of the pages has: ids of actions and names of menus. One may be picked."""
    canvas = view_of(stage).canvas
    event = QContextMenuEvent(reason, place, canvas.viewport().mapToGlobal(place))
    QApplication.sendEvent(canvas.viewport(), event)
    stage.wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    menu = QApplication.activePopupWidget()
    names = [action.objectName() or words_of(action) for action in menu.actions() if not action.isSeparator()]
    for action in menu.actions():
        if pick and action.objectName() == pick:
            action.trigger()
    menu.close()
    return names


def test_the_pages_menu_is_of_the_entry_under_the_mouse_unless_something_is_selected_there(stage):
    first, other = select(stage, "2"), select(stage, "1")
    canvas, session = view_of(stage).canvas, stage.window.session

    def middle(node):
        box = canvas.layout_of_pages.to_canvas(node.anchor.regions[0])
        return ((box.center() - QPointF(canvas.offset)) / canvas.ratio).toPoint()

    menu_at(stage, middle(first))
    assert session.selection == (first.id,)
    session.select((first.id, other.id), "test")
    menu_at(stage, middle(other))
    assert session.selection == (first.id, other.id)
    choose(stage, (2, "The first and second"), (2, "The first and second"))
    session.select((other.id,), "page")
    menu_at(stage, middle(first))
    assert session.selection == (other.id,)
    assert canvas.stretch is not None


def test_a_menu_by_key_stands_at_the_text_cursor(stage):
    select(stage, "2")
    canvas = view_of(stage).canvas
    stage.press("text-cursor")
    places = []
    canvas.menuAsked.connect(places.append)
    menu_at(stage, QPoint(3, 3), QContextMenuEvent.Reason.Keyboard)
    assert places == [canvas.viewport().mapToGlobal(canvas.text_cursor.place())]
