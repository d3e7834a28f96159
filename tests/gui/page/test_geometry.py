"""Where pages lie, and the way from points to pixels and back, however they are turned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect

from gui.page.geometry import PageGeometry
from model.documents import PageInfo
from model.nodes import Region

TALL, WIDE = PageInfo(1, 600.0, 800.0), PageInfo(2, 800.0, 600.0)


def pages(count):
    return [PageInfo(number + 1, 600.0, 800.0) for number in range(count)]


def test_pages_follow_each_other_and_are_centred():
    geometry = PageGeometry([TALL, WIDE], 1.0, width=1000)
    assert (geometry.rect(1).left(), geometry.rect(2).left()) == (200, 100)
    assert geometry.rect(2).top() > geometry.rect(1).bottom()
    assert geometry.height > geometry.rect(2).bottom()


def test_two_pages_stand_beside_each_other_and_the_last_odd_one_on_its_side():
    geometry = PageGeometry(pages(3), 1.0, width=1600, spread=True)
    assert geometry.rect(1).top() == geometry.rect(2).top()
    assert geometry.rect(2).left() > geometry.rect(1).right()
    assert geometry.rect(3).left() == geometry.rect(1).left()
    assert geometry.rect(3).top() > geometry.rect(1).bottom()


def test_the_page_of_a_pair_is_told_by_how_far_to_the_right_one_looks():
    geometry = PageGeometry(pages(4), 1.0, width=1600, spread=True)
    y = geometry.rect(3).center().y()
    assert geometry.page_at(y) == 3
    assert geometry.page_at(y, geometry.rect(3).center().x()) == 3
    assert geometry.page_at(y, geometry.rect(4).left() + 1) == 4


def test_both_pages_of_a_pair_are_visible():
    geometry = PageGeometry(pages(5), 1.0, width=1600, spread=True)
    assert geometry.visible(QRect(0, geometry.rect(3).top() + 10, 1600, 100)) == range(3, 5)
    assert geometry.visible(geometry.rect(5)) == range(5, 6)
    assert PageGeometry((), 1.0).visible(QRect(0, 0, 10, 10)) == range(0)


@given(st.integers(1, 6), st.sampled_from([0, 90, 180, 270]), st.sampled_from([0, 90, 180, 270]),
       st.floats(0.5, 11.0), st.sampled_from([1.0, 1.25, 2.0]), st.booleans(),
       st.floats(5, 595), st.floats(5, 795))  # fmt: skip
def test_a_point_of_a_page_comes_back_from_its_pixel(number, own, turned, scale, ratio, spread, x, y):
    infos = [PageInfo(n, 600.0, 800.0, own) for n in range(1, 7)]
    geometry = PageGeometry(infos, scale, ratio, turned, 900, spread)
    spot = geometry.to_canvas(Region(number, x, y, x, y)).topLeft()
    back = geometry.to_page(number, spot)
    assert (back.x(), back.y()) == pytest.approx((x, y), abs=0.01)
    assert geometry.rect(number).adjusted(-1, -1, 1, 1).contains(spot.toPoint())
    assert geometry.page_at(round(spot.y()), round(spot.x())) == number


def test_a_drawn_rectangle_ends_at_the_page():
    geometry = PageGeometry(pages(1), 2.0, width=1400)
    sheet = geometry.rect(1)
    region = geometry.to_region(1, QRect(sheet.left() - 50, sheet.top() - 50, 5000, 5000).toRectF())
    assert region == Region(1, 0.0, 0.0, 600.0, 800.0)
    assert geometry.to_page(1, QPointF(sheet.topLeft())) == QPointF(0, 0)
