"""Pages of no report at all: whatever stands on them wherever, each is read and nothing is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pymupdf
import pytest

from model.errors import NoTextLayer
from model.extraction.extract import extract
from model.reading.pdf import Pdf

_WORDS = [
    "the",
    "committee",
    "report",
    "State",
    "1.",
    "(a)",
    "II.",
    "A.",
    "•",
    "–",
    "12",
    "3.4",
    "recommends",
    "that",
    "Annex",
    "Table",
    "2",
    "Figure",
    "5/22",
    "noted,",
    "session:",
    "Chapter",
    "page",
    "2024",
    "%",
    "...",
    "Résumé",
    "1)",
    "[2]",
    "*",
    "a/",
    "Note",
    "Source",
    "Continued",
]
_SIZES = (595, 842), (612, 792), (842, 595), (300, 400), (1200, 1700), (595, 2000)


class _Scribbler:
    """Writes and draws anywhere on the pages of a PDF; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.pdf = pymupdf.open()
        for _ in range(self._chance.randint(1, 5)):
            width, height = self._chance.choice(_SIZES)
            self._page = self.pdf.new_page(width=width, height=height)
            self._chance.choice((self._lines, self._grid, self._chaos, self._columns, self._edges))()

    def _write(self, x: float, y: float, words: int, size: float = 10, turn: int = 0) -> None:
        text = " ".join(self._chance.choice(_WORDS) for _ in range(words))
        font = self._chance.choice(("helv", "hebo", "tiro", "tibo", "tiit"))
        self._page.insert_text((x, y), text, fontsize=size, fontname=font, rotate=turn)

    def _lines(self) -> None:
        down = 60.0
        while down < self._page.rect.height - 40:
            self._write(self._chance.choice((60, 60, 80, 100)), down, self._chance.randint(1, 14))
            down += self._chance.choice((5, 12, 12, 12, 18, 30))

    def _grid(self) -> None:
        for row in range(self._chance.randint(2, 30)):
            for column in range(self._chance.randint(2, 7)):
                self._write(40 + 70 * column, 50 + 14 * row, self._chance.randint(1, 2), 8)
        for _ in range(self._chance.randint(0, 25)):
            start, end = self._spot(), self._spot()
            self._page.draw_line(start, (end.x, start.y) if self._chance.random() < 0.6 else (start.x, end.y))

    def _chaos(self) -> None:
        for _ in range(self._chance.randint(1, 120)):
            at, turn = self._spot(), self._chance.choice((0, 0, 0, 90, 180, 270))
            self._write(
                at.x, at.y, self._chance.randint(1, 5), self._chance.choice((1, 6, 9, 10, 14, 40)), turn
            )
        for _ in range(self._chance.randint(0, 40)):
            corner, shade = self._spot(), self._chance.choice((None, (0.9,) * 3, (0.2,) * 3))
            size = self._chance.uniform(1, 200), self._chance.uniform(1, 200)
            self._page.draw_rect((*corner, corner.x + size[0], corner.y + size[1]), fill=shade)

    def _columns(self) -> None:
        count = self._chance.randint(2, 5)
        for column in range(count):
            down = 60 + self._chance.uniform(0, 20)
            while down < self._page.rect.height - 60:
                left = 30 + column * (self._page.rect.width - 60) / count
                self._write(left, down, self._chance.randint(1, 4), 9)
                down += self._chance.choice((11, 11, 22))

    def _edges(self) -> None:
        height = self._page.rect.height
        for _ in range(self._chance.randint(1, 30)):
            down = self._chance.choice((8, 15, 30, height - 5, height - 20, height - 40))
            self._write(self._spot().x, down, self._chance.randint(1, 6), 9)

    def _spot(self) -> pymupdf.Point:
        width, height = self._page.rect.width, self._page.rect.height
        return pymupdf.Point(self._chance.uniform(0, width), self._chance.uniform(0, height))


@pytest.mark.parametrize("seed", range(24))
def test_any_pages_are_read_and_all_of_them_stands_in_the_outline(tmp_path: Path, seed: int) -> None:
    _Scribbler(seed).pdf.save(tmp_path / "any.pdf")
    with Pdf(tmp_path / "any.pdf") as pdf:
        try:
            extraction = extract(pdf, lambda _done, _all: None)
        except NoTextLayer:
            return  # all of it lies beyond the pages
    known = {node.id for node in extraction.nodes}
    assert all(node.parent is None or node.parent in known for node in extraction.nodes)
    assert extraction.document.coverage > 0.99
