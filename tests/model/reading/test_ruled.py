"""Rules that the picture of a page shows, and what underlines its words."""

from __future__ import annotations

from collections.abc import Callable

import pymupdf
import pytest

from model.reading.boxes import Drawn
from model.reading.hidden import baselines_of
from model.reading.lines import lines_of
from model.reading.ruled import Ruled, levelled, ruled
from model.reading.strokes import SCALE
from model.recognized import Lean


def _ruled(draw: Callable[[pymupdf.Page], object]) -> Ruled:
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=300)
        draw(page)
        pixels = page.get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE), colorspace=pymupdf.csGRAY)
        lines = list(lines_of(page.get_text("dict")["blocks"]))
    drawn = Drawn(pixels.width, pixels.height, pixels.stride, bytes(pixels.samples))
    return ruled(drawn, baselines_of(lines))


def _write(page: pymupdf.Page, y: float, text: str) -> None:
    page.insert_text((50, y), text, fontsize=12, fontname="cour")


def test_rules_are_found_that_lean_a_little_and_dashes_are_none() -> None:
    def draw(page: pymupdf.Page) -> None:
        page.draw_line((50, 120), (350, 121.5), width=0.5)
        page.draw_line((50, 200), (122, 200), width=0.7)
        page.draw_line((200, 200), (220, 200), width=0.7)  # a dash
        page.draw_rect((50, 240, 350, 280), fill=(0, 0, 0))  # a dark box

    found = _ruled(draw).rules
    assert [(round(rule.x0), round(rule.x1)) for rule in found] == [
        (pytest.approx(50, abs=1), pytest.approx(350, abs=1)),
        (pytest.approx(50, abs=1), pytest.approx(122, abs=1)),
    ]
    assert [round(rule.y0) for rule in found] == [pytest.approx(120, abs=1), pytest.approx(200, abs=1)]


def test_what_underlines_words_is_found_though_pieces_of_it_are_lost() -> None:
    def draw(page: pymupdf.Page) -> None:
        _write(page, 60, "Opening of the session")
        for x in (50, 79, 122, 151, 180):
            page.draw_line((x, 62.4), (x + 24, 62.4), width=0.8)
        _write(page, 100, "They grudgingly buy puppy jaguars by July")  # letters that hang below the line
        _write(page, 140, "See paragraph 4. 1/ And so on")
        page.draw_line((172, 142.4), (179, 142.4), width=0.8)  # a note's mark
        _write(page, 180, "Rows of a table")
        page.draw_line((50, 182.4), (350, 182.4), width=0.8)

    under, table = sorted(_ruled(draw).rules, key=lambda rule: rule.y0)
    assert (under.x0, under.x1) == (pytest.approx(50, abs=1), pytest.approx(204, abs=1))
    assert under.y0 == pytest.approx(62, abs=1)
    assert table.x1 == pytest.approx(350, abs=1)


def test_the_picture_without_rules_shows_letters_alone() -> None:
    def plain(page: pymupdf.Page) -> None:
        _write(page, 60, "Opening of the session")

    def underlined(page: pymupdf.Page) -> None:
        plain(page)
        page.draw_line((50, 62.6), (208, 62.6), width=0.8)

    ink = [sum(255 - tone for tone in _ruled(draw).plain.grey) for draw in (plain, underlined)]
    assert ink[1] == pytest.approx(ink[0], rel=0.08)


def test_rules_of_a_page_laid_askew_are_levelled_as_its_lines_are() -> None:
    found = _ruled(lambda page: page.draw_line((50, 119), (350, 122), width=0.7)).rules
    (rule,) = levelled(found, Lean(0.01, 100))
    assert rule.y0 == pytest.approx(119.5, abs=0.7)
    assert rule.height < 1.5
