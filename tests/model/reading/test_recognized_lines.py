"""Lines out of recognized boxes: a page that was laid askew is levelled."""

from __future__ import annotations

import pytest

from model.reading.boxes import Box, Drawn
from model.reading.recognized_lines import lean_of, lines_of_boxes

_BLANK = Drawn(900, 300, 900, b"\xff" * 900 * 300)


def _leaning(x: float, y: float, long: float, slope: float) -> list[tuple[float, float]]:
    """A line's box, 12 points high."""
    return [(x, y), (x + long, y + slope * long), (x + long, y + slope * long + 12), (x, y + 12)]


@pytest.mark.parametrize("slope", [0.07, -0.03])
def test_a_page_laid_askew_has_its_lines_level_and_in_order(slope: float) -> None:
    """A short line between long ones, which is as far from the middle as can be."""
    lines = [(72, 100, 450), (72, 114, 60), (72, 128, 450), (100, 142, 420)]
    boxes = [Box("words", _leaning(x, y + slope * (x - 72), long, slope), 1.0) for x, y, long in lines]
    found, lean = lines_of_boxes(_BLANK, boxes, 1.0)
    tops = [line.spans[0].y0 for line in found]
    assert [round(top - tops[0]) for top in tops] == [0, 14, 28, 42]
    middle = (72 + 520) / 2
    assert lean == (pytest.approx(slope), pytest.approx(middle, abs=1))
    assert tops[0] == pytest.approx(100 + slope * (middle - 72), abs=0.5)
    assert [line.spans[0].y1 - line.spans[0].y0 for line in found] == [pytest.approx(12)] * 4


def test_a_page_that_lies_straight_stays_as_it_is() -> None:
    assert lean_of([_leaning(72, y, 450, 0.004) for y in (100, 114, 128)]) is None


def test_the_space_that_recognition_loses_behind_a_number_is_put_back() -> None:
    words = ["I.INTRODUCTION", "1.The Committee", "(a)To meet", "1.5 metres", "U.S. waters", "A/AC.175/14"]
    boxes = [Box(text, _leaning(72, 100 + 20 * at, 90, 0), 1.0) for at, text in enumerate(words)]
    found, _ = lines_of_boxes(_BLANK, boxes, 1.0)
    assert [line.text for line in found] == ["I. INTRODUCTION", "1. The Committee", "(a) To meet", *words[3:]]
