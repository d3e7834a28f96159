"""The text is fitted to a narrow view, without the margins beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize

from gui.page.fitting import Fit
from gui.page.text_span import TextSpan, text_span
from gui.stage import Stage
from model.documents import PageInfo
from model.nodes import Anchor, Kind, Node, Region

UPRIGHT, ACROSS, TURNED = PageInfo(1, 600, 800), PageInfo(3, 800, 600), PageInfo(1, 600, 800, 90)


def node(kind, *regions):
    return Node(f"{kind}{regions}", kind, "words", anchor=Anchor(regions))


def test_the_span_is_of_the_usual_pages_without_headers_and_footers():
    nodes = [
        node(Kind.PARAGRAPH, Region(1, 120, 50, 480, 90), Region(2, 110, 50, 470, 90)),
        node(Kind.FURNITURE, Region(1, 20, 10, 590, 20)),
        node(Kind.TABLE, Region(3, 5, 5, 790, 500)),
    ]
    assert text_span(nodes, [UPRIGHT, UPRIGHT, ACROSS]) == TextSpan(110, 480, 600)


@pytest.mark.parametrize(
    ("nodes", "pages"),
    [
        ([], [UPRIGHT]),
        ([node(Kind.FURNITURE, Region(1, 20, 10, 590, 20))], [UPRIGHT]),
        ([node(Kind.PARAGRAPH, Region(1, 120, 50, 480, 90))], [TURNED]),
        ([node(Kind.PARAGRAPH, Region(1, 120, 50, 480, 90))], []),
    ],
)
def test_without_text_on_upright_pages_there_is_no_span(nodes, pages):
    assert text_span(nodes, pages) is None


@pytest.fixture
def canvas(stage):
    return stage.window.page_view.canvas


def selected_box(canvas):
    return canvas.layout_of_pages.to_canvas(canvas.selected.of_one()[0].region)


def test_in_a_narrow_view_a_report_opens_with_its_text_fitted(stage, canvas):
    assert canvas.fit is Fit.TEXT
    fitted = canvas.zoom
    place = canvas.horizontalScrollBar().value()
    for number in ("I", "1", "10"):
        stage.select(lambda node, number=number: node.number == number)
        assert QRectF(canvas.area).contains(selected_box(canvas))
        assert canvas.horizontalScrollBar().value() == place  # nothing jumps from side to side
    canvas.fit_width()
    assert fitted > 1.15 * canvas.zoom
    canvas.fit_text()
    assert canvas.zoom == pytest.approx(fitted)
    assert canvas.horizontalScrollBar().value() == place


def test_what_stands_beside_the_text_is_shown_and_the_text_comes_back(stage, canvas):
    place = canvas.horizontalScrollBar().value()
    canvas.reveal([Region(2, 5, 100, 40, 120)])
    assert canvas.horizontalScrollBar().value() < place
    stage.select(lambda node: node.number == "12")
    assert canvas.horizontalScrollBar().value() == place


def test_pages_that_were_turned_or_stand_in_pairs_are_fitted_as_a_whole(canvas):
    canvas.set_spread(True)
    pair = canvas.zoom
    canvas.fit_width()
    assert pair == pytest.approx(canvas.zoom)


def test_the_text_is_not_larger_than_on_paper_while_the_page_fits(qapp, copy):
    with Stage(QSize(2200, 900)) as stage:
        stage.new_project(copy)
        stage.open_report()
        canvas = stage.window.page_view.canvas
        zoom = canvas.zoom
        canvas.fit_width()
        assert zoom == pytest.approx(max(1.0, canvas.zoom))
