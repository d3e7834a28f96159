"""A page's text is found once and read once, however the page lies."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import SimpleNamespace

import numpy
import pytest

from model.reading import ocr, recognizer
from model.reading.boxes import Box, Corners, legibility, turned, upended
from model.workers.pictures import Picture

_LEGIBLE = "Keepers of lights report to the harbour"
_WIDE, _HIGH = 400, 600


def _level(y: float, long: float = 300) -> Corners:
    return [(50, y), (50 + long, y), (50 + long, y + 12), (50, y + 12)]


_UPRIGHT = [_level(100), _level(130), _level(160, 40), _level(190)]


@pytest.fixture
def page(monkeypatch) -> Callable[[int], Picture]:
    """Gives the picture of a page that lies as turned clockwise by some degrees, with what finds its text and
    reads it: well where it stands upright. A grey corner tells how the picture lies."""
    pixels = numpy.full((_HIGH, _WIDE, 3), 255, numpy.uint8)
    pixels[:10, :10] = 0

    def lying(turn: int) -> Picture:
        there = numpy.ascontiguousarray(numpy.rot90(pixels, -turn // 90))
        boxes = turned(_UPRIGHT, turn, _WIDE, _HIGH)
        monkeypatch.setattr(recognizer, "found", lambda pixels: boxes)
        height, width = there.shape[:2]
        return Picture(width, height, 3 * width, there.tobytes())

    def read(pixels: object, boxes: list[Corners]) -> list[Box]:
        reads.append(len(boxes))
        upright = numpy.asarray(pixels)[5, 5, 0] == 0
        return [
            Box(_LEGIBLE if upright else "uo oe s es", corners, 1.0 if upright else 0.6) for corners in boxes
        ]

    reads: list[int] = []
    monkeypatch.setattr(recognizer, "read", read)
    monkeypatch.setattr(recognizer, "_cut", lambda pixels, corners: numpy.asarray(pixels)[:12])
    monkeypatch.setattr(recognizer, "_direction", lambda piece: 0.01 if piece[5, 5, 0] == 0 else 0.99)
    lying.reads = reads  # type: ignore[attr-defined]
    return lying


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_read_once_however_it_lies(page, turn: int) -> None:
    found = ocr.recognize(page(turn))
    assert page.reads == [4]
    assert found.turn == -turn % 360
    tops = [round(line.spans[0].y0 * ocr.SCALE) for line in found.lines]
    assert tops == [100, 130, 160, 190]


def test_where_the_direction_is_not_clear_some_lines_are_read_both_ways(page, monkeypatch) -> None:
    monkeypatch.setattr(recognizer, "_direction", lambda piece: 0.5)
    pixels = numpy.zeros((_HIGH, _WIDE, 3))
    asked: list[Corners] = []

    def read(pixels: object, boxes: list[Corners]) -> list[Box]:
        asked.extend(boxes)
        ended = boxes[0][0][0] > boxes[0][1][0]
        return [Box(_LEGIBLE, corners, 0.9 if ended else 0.5) for corners in boxes]

    monkeypatch.setattr(recognizer, "read", read)
    assert recognizer.is_upside_down(pixels, _UPRIGHT)
    assert len(asked) == 8


def test_too_few_boxes_tell_nothing_of_how_a_page_lies(page, monkeypatch) -> None:
    picture = page(90)
    monkeypatch.setattr(recognizer, "found", lambda pixels: turned(_UPRIGHT[:2], 90, _WIDE, _HIGH))
    assert ocr.recognize(picture).turn == 0


def test_corners_of_a_turned_box_begin_at_its_top_left_however_it_leans() -> None:
    leaning = [(50.0, 100.0), (350.0, 140.0), (348.0, 152.0), (48.0, 112.0)]
    for turn in (90, 180, 270):
        (there,) = turned([leaning], turn, _WIDE, _HIGH)
        size = (_WIDE, _HIGH) if turn == 180 else (_HIGH, _WIDE)
        (back,) = turned([there], 360 - turn, *size)
        assert back == leaning
    assert upended(leaning)[0] == leaning[2]


def _boxes(count: int, text: str, score: float) -> list[Box]:
    return [Box(text, _level(0), score)] * count


def test_letters_that_the_models_do_not_know_count_as_not_read() -> None:
    assert legibility(_boxes(10, "- 5 021 .", 0.95)) == 0
    assert legibility(_boxes(10, _LEGIBLE, 1.0) + _boxes(10, "", 0.0)) == pytest.approx(0.5)


def test_a_page_number_alone_is_read() -> None:
    number = [(0.0, 0.0), (14.0, 0.0), (14.0, 12.0), (0.0, 12.0)]
    assert legibility([Box("7", number, 0.9)]) == pytest.approx(0.9)


def test_text_is_found_on_a_picture_large_enough_for_numbers_that_stand_apart(monkeypatch) -> None:
    """Of 150 dots an inch: on one of 100 they are missed. Boxes come in the pixels of the whole picture."""
    seen: list[tuple[int, ...]] = []

    def resize(pixels: numpy.ndarray, size: None, fx: float, fy: float, interpolation: int) -> numpy.ndarray:
        return numpy.zeros((round(pixels.shape[0] * fy), round(pixels.shape[1] * fx), 3))

    def find(small: numpy.ndarray, **steps: bool) -> SimpleNamespace:
        seen.append(small.shape)
        return SimpleNamespace(boxes=numpy.array([_level(90, 150)], numpy.float32))

    monkeypatch.setitem(sys.modules, "cv2", SimpleNamespace(INTER_AREA=3, resize=resize))
    monkeypatch.setattr(recognizer, "_engine", lambda: find)
    (box,) = recognizer.found(numpy.zeros((_HIGH, _WIDE, 3)))
    assert seen == [(450, 300, 3)]
    assert box[2] == pytest.approx((200 / 0.75, 102 / 0.75))
