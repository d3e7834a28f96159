"""An edge that is dragged over the ends of pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from gui.page.edges import BOTTOM, TOP, Grip
from gui.page.geometry import PageGeometry
from gui.page.marks import Mark
from model.documents import PageInfo
from model.nodes import Region

PAGES = [PageInfo(number, 600.0, 800.0) for number in range(1, 6)]
OWN = Region(3, 100, 300, 500, 400)


def dragged(geometry, sides, page, y, regions=(OWN,), own=OWN):
    box = geometry.to_canvas(own)
    start = QPointF(box.center().x(), box.bottom() if sides & BOTTOM else box.top())
    here = geometry.to_canvas(Region(page, 200, y, 200, y)).center()
    found = Grip(Mark("a", own, None, False), sides).dragged(geometry, start, here, regions)
    return [tuple(map(round, region)) for region in found]


@pytest.mark.parametrize("spread", [False, True])
def test_it_takes_the_rest_of_its_page_and_the_pages_between(spread):
    geometry = PageGeometry(PAGES, 1.0, spread=spread)
    assert dragged(geometry, BOTTOM, 5, 200) == [
        (3, 100, 300, 500, 800), (4, 100, 0, 500, 800), (5, 100, 0, 500, 200)]  # fmt: skip
    assert dragged(geometry, TOP, 2, 700) == [(2, 100, 700, 500, 800), (3, 100, 0, 500, 400)]


def test_dragged_back_it_ends_where_the_mouse_is():
    geometry = PageGeometry(PAGES, 1.0)
    goes_on = Region(4, 100, 50, 500, 90)
    assert dragged(geometry, BOTTOM, 3, 350, (OWN, goes_on), goes_on) == [(3, 100, 300, 500, 350)]
    assert dragged(geometry, TOP, 4, 70, (OWN, goes_on)) == [(4, 100, 70, 500, 90)]


def test_it_keeps_what_it_has_where_nothing_would_be_left():
    geometry = PageGeometry(PAGES, 1.0)
    assert dragged(geometry, BOTTOM, 2, 100) == [tuple(OWN)]
    assert dragged(geometry, TOP, 4, 500) == [tuple(OWN)]
    assert dragged(geometry, BOTTOM, 3, 100) == [(3, 100, 300, 500, 303)]
