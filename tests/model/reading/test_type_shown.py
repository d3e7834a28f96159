"""What a picture of a page tells of its type: which lines are bold, and which are larger or smaller."""

from __future__ import annotations

import random

import pymupdf
import pytest

from model.reading.boxes import Corners, Drawn
from model.reading.strokes import SCALE
from model.reading.type_shown import types, widths

_WORDS = "harbours pilots report on the depth of channels and keep their lights in order while ships pass by"
# Text, place, size and face of a line.
_Printed = tuple[str, float, float, float, str]


def _text(rows: int, top: float, face: str) -> list[_Printed]:
    shuffled = random.Random(4)
    texts = [" ".join(shuffled.sample(_WORDS.split(), 12)) for _ in range(rows)]
    return [(text, 96, top + 14 * row, 10, face) for row, text in enumerate(texts)]


_LINES: list[_Printed] = [
    ("III.", 60, 80, 14, "tibo"),
    ("Lights in the harbours", 96, 80, 14, "tibo"),
    *_text(10, 110, "tiro"),
    ("B.", 78, 262, 10, "tiro"),
    ("Plain words behind a letter", 96, 262, 10, "tiro"),
    ("Bold words that stand alone", 96, 282, 10, "tibo"),
    ("Depths of the channels are those of the charts.", 96, 310, 8, "tiro"),
]


def _read(lines: list[_Printed]) -> list[tuple[str, Corners]]:
    """The lines with their boxes, as recognition gives them."""
    read = []
    for text, x, y, size, face in lines:
        right = x + pymupdf.get_text_length(text, face, size)
        read.append((text, [(x, y - 0.8 * size), (right, y + 0.3 * size)]))
    return read


def _drawn(lines: list[_Printed], paper: int, ink: int = 0) -> Drawn:
    """A page on paper of a grey tone."""
    with pymupdf.open() as document:
        page = document.new_page(width=500, height=560)
        page.draw_rect(page.rect, fill=(paper / 255,) * 3, color=None)
        for text, x, y, size, face in lines:
            page.insert_text((x, y), text, fontsize=size, fontname=face, color=(ink / 255,) * 3)
        pixels = page.get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE), colorspace=pymupdf.csGRAY)
        return Drawn(pixels.width, pixels.height, pixels.stride, bytes(pixels.samples))


@pytest.mark.parametrize(("paper", "ink"), [(255, 0), (150, 20), (255, 120)])
def test_bold_lines_are_told_by_their_strokes_on_paper_of_any_tone(paper: int, ink: int) -> None:
    told = types(_read(_LINES), _drawn(_LINES, paper, ink))
    bold = [text for (text, *_), shown in zip(_LINES, told, strict=True) if shown.bold]
    assert bold == ["III.", "Lights in the harbours", "Bold words that stand alone"]


def test_bold_lines_are_told_where_most_of_a_page_is_bold() -> None:
    lines = [*_text(8, 80, "tiro"), *_text(11, 240, "tibo")]
    assert [shown.bold for shown in types(_read(lines), _drawn(lines, 255))] == [False] * 8 + [True] * 11


def test_sizes_are_told_by_widths_and_a_number_is_as_large_as_its_heading() -> None:
    told = types(_read(_LINES), _drawn(_LINES, 255))
    sizes = dict(zip([text for text, *_ in _LINES], [shown.size for shown in told], strict=True))
    assert sizes["Lights in the harbours"] == sizes["III."] == pytest.approx(14, abs=0.3)
    assert sizes["Bold words that stand alone"] == pytest.approx(10, abs=0.2)
    assert sizes["Depths of the channels are those of the charts."] == pytest.approx(8, abs=0.2)
    assert {shown.size for shown in told[2:12]} == {sizes["B."]}


def test_a_short_line_is_as_large_as_the_long_one_that_it_is_nearly_like() -> None:
    """So few letters tell their size less well."""
    lines = [*_LINES, ("Chapter the first", 96, 340, 14.9, "tibo")]
    told = types(_read(lines), _drawn(lines, 255))
    assert told[-1].size == told[1].size


def test_widths_of_letters_that_are_not_latin_tell_nothing() -> None:
    box = [(0.0, 0.0), (300.0, 10.0)]
    read = [("лоцманы каждого порта сообщают", box)] * 20
    assert widths(read, [False] * 20) == (0.0, [1.0] * 20)


def test_a_typewriter_s_capitals_are_as_large_as_its_small_letters() -> None:
    shuffled = random.Random(4)
    lines = [" ".join(shuffled.sample(_WORDS.split(), 9)) for _ in range(10)] + ["SUMMARY STATEMENT"]
    read = [(line, [(0.0, 0.0), (7.2 * len(line), 12.0)]) for line in lines]
    assert widths(read, [False] * 11)[1] == pytest.approx([1.0] * 11)


def test_a_typewriter_has_one_size_though_recognition_loses_spaces() -> None:
    rows = [
        ("See" + text, 96, 110 + 24 * at, 10, "cour") for at, (text, *_) in enumerate(_text(10, 0, "cour"))
    ]
    read = [(text, corners) for text, corners in _read(rows)]
    lost = ("I.INTRODUCTION", [(200, 80), (200 + 6 * 20, 92)])  # six spaces wider than its letters
    printed = ("UNITED COASTS", [(96, 40), (96 + 13 * 9, 58)])
    usual, wide = widths([*read, lost, printed], [False] * 12)
    assert usual == pytest.approx(10, abs=0.2)
    assert wide[:11] == [1.0] * 11
    assert wide[11] == pytest.approx(1.5, abs=0.05)
