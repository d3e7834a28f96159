"""Rules that the picture of a page shows."""

from __future__ import annotations

import pymupdf
import pytest

from model.reading.boxes import Drawn
from model.reading.lines import lines_of
from model.reading.ruled import rules_in
from model.reading.strokes import SCALE
from model.recognized import Lean


def test_rules_are_found_that_lean_a_little_and_what_underlines_words_is_none() -> None:
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=300)
        page.insert_text((50, 60), "Words that are underlined", fontsize=12)
        page.draw_line((50, 62), (190, 62), width=0.8)
        page.draw_line((50, 120), (350, 121.5), width=0.5)
        page.draw_line((50, 200), (122, 200), width=0.7)
        page.draw_line((200, 200), (220, 200), width=0.7)  # a dash
        page.draw_rect((50, 240, 350, 280), fill=(0, 0, 0))  # a dark box
        pixels = page.get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE), colorspace=pymupdf.csGRAY)
        lines = list(lines_of(page.get_text("dict")["blocks"]))
    drawn = Drawn(pixels.width, pixels.height, pixels.stride, bytes(pixels.samples))
    found = rules_in(drawn, lines)
    assert [(round(rule.x0), round(rule.x1)) for rule in found] == [
        (pytest.approx(50, abs=1), pytest.approx(350, abs=1)),
        (pytest.approx(50, abs=1), pytest.approx(122, abs=1)),
    ]
    assert [round(rule.y0) for rule in found] == [pytest.approx(120, abs=1), pytest.approx(200, abs=1)]


def test_rules_of_a_page_laid_askew_are_levelled_as_its_lines_are() -> None:
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=300)
        page.draw_line((50, 119), (350, 122), width=0.7)
        pixels = page.get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE), colorspace=pymupdf.csGRAY)
    drawn = Drawn(pixels.width, pixels.height, pixels.stride, bytes(pixels.samples))
    (rule,) = rules_in(drawn, [], Lean(0.01, 100))
    assert rule.y0 == pytest.approx(119.5, abs=0.7)
    assert rule.height < 1.5
