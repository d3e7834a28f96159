"""Find in the document: counted, stepped through, marked on the pages and at the scroll bar, cancelled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.page.overlays import Overlay
from tests.gui.page.conftest import PAGES, settled, word_point


def look_for(view, qtbot, words):
    view.find_words()
    view.find_bar.words.setText(words)
    settled(view, qtbot)


def test_accents_and_case_do_not_matter_and_all_pages_are_searched(view, qtbot):
    look_for(view, qtbot, "DEJA WELLS")
    assert view.find_bar.count.text() == f"1 of {30 * PAGES}"
    assert view.finder.current.page == 1


def test_words_are_found_across_the_end_of_a_line(view, qtbot):
    look_for(view, qtbot, "wells Line 1 of page 4")
    assert view.find_bar.count.text() == "1 of 1"
    assert len(view.finder.current.regions) == 2
    assert view.canvas.page == 4


def test_the_search_begins_where_the_reader_is_and_steps_around_the_ends(view, qtbot):
    view.canvas.go_to(5)
    look_for(view, qtbot, "heading")
    assert view.find_bar.count.text() == f"5 of {PAGES}"
    view.find_bar.go_on()
    assert (view.find_bar.count.text(), view.finder.current.page) == (f"6 of {PAGES}", 6)
    for _ in range(7):
        view.find_bar.go_on()
    assert view.finder.current.page == 1
    view.find_bar.go_back()
    assert view.finder.current.page == PAGES


def test_the_view_comes_along_and_the_way_back_is_known(view, qtbot):
    look_for(view, qtbot, "Page 9 heading")
    assert view.canvas.is_seen(view.finder.current.regions[0])
    view.navigator.back()
    assert view.canvas.page == 1


def test_enter_steps_on_shift_enter_back_and_escape_ends_it(view, qtbot):
    look_for(view, qtbot, "heading")
    QTest.keyClick(view.find_bar.words, Qt.Key.Key_Return)
    assert view.finder.index == 1
    QTest.keyClick(view.find_bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert view.finder.index == 0
    QTest.keyClick(view.find_bar.words, Qt.Key.Key_Escape)
    assert (view.find_bar.isHidden(), view.finder.hits) == (True, [])
    qtbot.waitUntil(lambda: not view.canvas.ticks.ticks)


def test_another_text_cancels_what_goes_on(view, qtbot):
    view.find_words()
    for words in ("w", "we", "wel", "heading"):
        view.find_bar.words.setText(words)
    settled(view, qtbot)
    assert len(view.finder.hits) == PAGES
    view.find_bar.words.setText("nowhere to be seen")
    settled(view, qtbot)
    assert view.find_bar.count.text() == "Not found"
    qtbot.waitUntil(lambda: not view.canvas.ticks.ticks)


def test_ticks_stand_where_the_places_are(view, qtbot):
    look_for(view, qtbot, "heading")
    qtbot.waitUntil(lambda: len(view.canvas.ticks.ticks) == PAGES)
    ticks = view.canvas.ticks.ticks
    assert ticks[0] < 0.05
    assert ticks[-1] == pytest.approx((PAGES - 1) / PAGES, abs=0.03)


def test_places_are_painted_and_the_layer_hides_them(view, qtbot):
    look_for(view, qtbot, "heading")
    at = word_point(view, 1, 2, 0.02)
    place = view.canvas.viewport().grab

    def tinted():
        colour = place().toImage().pixelColor(at)
        return colour.red() - colour.blue() > 40

    assert tinted()
    view.set_overlay(Overlay.HITS, False)
    assert not tinted()
    qtbot.waitUntil(lambda: not view.canvas.ticks.ticks)


def test_words_that_are_selected_are_looked_for(view, qtbot):
    canvas = view.canvas
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                      word_point(view, 1, 2))  # fmt: skip
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                       word_point(view, 1, 2))  # fmt: skip
    view.find_words()
    assert view.find_bar.words.text() == "heading"


def test_a_locked_or_broken_pdf_says_so(view, qtbot, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    view.finder.set_document(broken, 3)
    look_for(view, qtbot, "heading")
    assert view.find_bar.count.text() == "Cannot be searched"
