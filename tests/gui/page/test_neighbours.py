"""The pages beside those on the screen get their pictures, after those on the screen."""

from __future__ import annotations

import pytest

from gui.page.cache import PictureKey


def pictured(view, page):
    geometry = view.canvas.layout_of_pages
    return PictureKey(page, geometry.scale, geometry.rotation) in view.canvas.source.cache


@pytest.fixture
def one_page(view):
    """A page fills the view, and is shown from its top."""
    view.resize(900, 700)
    view.canvas.fit_page()
    return view


def seen(view):
    return view.canvas.layout_of_pages.visible(view.canvas.area)


def test_what_is_on_the_screen_comes_first(one_page, qtbot):
    canvas = one_page.canvas
    canvas.go_to(9)
    canvas.ask()
    last = seen(one_page)[-1]
    states = []  # at each arrival: whether more is on its way, and whether the neighbour is there
    canvas.source.arrived.connect(lambda _: states.append((canvas.source.busy, pictured(one_page, last + 1))))
    qtbot.waitUntil(lambda: pictured(one_page, last + 1), timeout=10_000)
    assert (False, False) in states
    assert all(pictured(one_page, page) for page in seen(one_page))


def test_they_come_wherever_a_reader_stops_in_the_midst_of_turning_pages(one_page, qtbot):
    for turn in range(6):
        for page in (2, 9, 4, 7 + turn % 3):
            one_page.canvas.go_to(page)
            qtbot.wait(turn)
        last = seen(one_page)[-1]
        qtbot.waitUntil(lambda last=last: pictured(one_page, last + 1), timeout=10_000)


def test_a_page_that_cannot_be_drawn_does_not_keep_them_away(one_page, qtbot):
    canvas = one_page.canvas
    canvas.go_to(9)
    for page in seen(one_page):
        canvas.source.errors[page] = "It is torn."
    last = seen(one_page)[-1]
    canvas.ask()
    qtbot.waitUntil(lambda: pictured(one_page, last + 1), timeout=10_000)
