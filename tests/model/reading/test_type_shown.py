"""What a picture of a page tells of its type: which lines are bold, and which are larger or smaller."""

from __future__ import annotations

import random

import numpy
import pymupdf
import pytest

from model.reading.boxes import Box
from model.reading.ocr import SCALE
from model.reading.recognized_type import bold_boxes, lean_of, lines_of_boxes, widths

_WORDS = "harbours pilots report on the depth of channels and keep their lights in order while ships pass by"


@pytest.fixture(scope="module")
def scan():
    """Ten lines of text under a large bold heading and its number, above a small note, on grey paper."""
    shuffled = random.Random(4)
    lines = [("III.", 60, 80, 14, "tibo"), ("Lights in the harbours", 96, 80, 14, "tibo")]
    for row in range(10):
        words = " ".join(shuffled.sample(_WORDS.split(), 12))
        lines.append((words, 96, 110 + 14 * row, 10, "tiro"))
    lines.append(("Bold words that stand alone", 96, 262, 10, "tibo"))
    lines.append(("Depths of the channels are those of the charts.", 96, 300, 8, "tiro"))
    with pymupdf.open() as document:
        page = document.new_page(width=500, height=340)
        boxes = []
        for text, x, y, size, face in lines:
            page.insert_text((x, y), text, fontsize=size, fontname=face)
            width = pymupdf.get_text_length(text, face, size)
            boxes.append([(x, y - 0.8 * size), (x + width, y + 0.3 * size)])
        picture = page.get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE))
    pixels = numpy.frombuffer(picture.samples, numpy.uint8).reshape(picture.height, picture.width, 3)
    noise = numpy.random.default_rng(1).normal(-20, 10, pixels.shape)
    return [line[0] for line in lines], boxes, numpy.clip(pixels + noise, 0, 255)


def test_bold_lines_are_told_by_their_strokes_on_noisy_paper(scan) -> None:
    texts, boxes, pixels = scan
    in_pixels = [[(x * SCALE, y * SCALE) for x, y in corners] for corners in boxes]
    bold = [text for text, heavy in zip(texts, bold_boxes(pixels, in_pixels), strict=True) if heavy]
    assert bold == ["III.", "Lights in the harbours", "Bold words that stand alone"]


def test_sizes_are_told_by_widths_and_a_number_is_as_large_as_its_heading(scan) -> None:
    texts, boxes, _ = scan
    found = dict(zip(texts, widths(list(zip(texts, boxes, strict=True)))[1], strict=True))
    assert found["Lights in the harbours"] == pytest.approx(1.45, abs=0.1)
    assert found["III."] == found["Lights in the harbours"]
    assert found["Depths of the channels are those of the charts."] == pytest.approx(0.8, abs=0.03)
    assert [round(width, 1) for width in list(found.values())[2:12]] == [1.0] * 10


def test_widths_of_letters_that_are_not_latin_tell_nothing() -> None:
    box = [(0.0, 0.0), (300.0, 10.0)]
    assert widths([("лоцманы каждого порта сообщают", box)] * 20) == (0.0, [1.0] * 20)


def test_a_typewriter_s_capitals_are_as_large_as_its_small_letters() -> None:
    shuffled = random.Random(4)
    lines = [" ".join(shuffled.sample(_WORDS.split(), 9)) for _ in range(10)] + ["SUMMARY STATEMENT"]
    read = [(line, [(0.0, 0.0), (7.2 * len(line), 12.0)]) for line in lines]
    assert widths(read)[1] == pytest.approx([1.0] * 11)


def _leaning(x: float, y: float, long: float, slope: float) -> list[tuple[float, float]]:
    """A line's box, 12 points high."""
    return [(x, y), (x + long, y + slope * long), (x + long, y + slope * long + 12), (x, y + 12)]


@pytest.mark.parametrize("slope", [0.07, -0.03])
def test_a_page_laid_askew_has_its_lines_level_and_in_order(slope: float) -> None:
    """A short line between long ones, which is as far from the middle as can be."""
    lines = [(72, 100, 450), (72, 114, 60), (72, 128, 450), (100, 142, 420)]
    boxes = [Box("words", _leaning(x, y + slope * (x - 72), long, slope), 1.0) for x, y, long in lines]
    found, lean = lines_of_boxes(numpy.full((200, 600, 3), 255), boxes, 1.0)
    tops = [line.spans[0].y0 for line in found]
    assert [round(top - tops[0]) for top in tops] == [0, 14, 28, 42]
    middle = (72 + 520) / 2
    assert lean == (pytest.approx(slope), pytest.approx(middle, abs=1))
    assert tops[0] == pytest.approx(100 + slope * (middle - 72), abs=0.5)
    assert [line.spans[0].y1 - line.spans[0].y0 for line in found] == [pytest.approx(12)] * 4


def test_a_page_that_lies_straight_stays_as_it_is() -> None:
    assert lean_of([_leaning(72, y, 450, 0.004) for y in (100, 114, 128)]) is None
