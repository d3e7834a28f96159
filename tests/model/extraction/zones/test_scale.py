"""Pages far larger than any report's take time in proportion."""

from __future__ import annotations

import time

import pytest

from model.extraction.zones import zone_pages
from model.reading.text import Line, PageText, Rect, Span


def _line(text: str, x: float, y: float, size: float = 3.0) -> Line:
    span = Span(text, x, y - size, x + len(text) * size / 2, y, x, y, size, "F", False, False, False)
    return Line((span,), True)


def _scattered(count: int) -> PageText:
    lines = tuple(_line(f"w{n}", 20 + (n * 37) % 550, 20 + (n * 0.08) % 800) for n in range(count))
    return PageText(1, 595, 842, 0, lines, (), (), ())


def _marks(count: int) -> PageText:
    lines = [_line(str(n % 99), 20 + (n * 37) % 550, 20 + (n * 0.08) % 800) for n in range(count)]
    return PageText(1, 595, 842, 0, (*lines, _line("a line of text", 20, 830, 10)), (), (), ())


def _copies(count: int) -> PageText:
    lines = tuple(_line("xx", 20 + n % 70 * 7.0, 20 + n // 70 * 4.0) for n in range(count))
    return PageText(1, 595, 842, 0, lines, (), (), ())


def _ruled(count: int) -> PageText:
    rules = tuple(Rect(40, 20 + n * 0.1, 540, 20.3 + n * 0.1) for n in range(count // 4))
    lines = tuple(_line(f"w{n}", 20 + n * 37 % 550, 20 + n * 0.4 % 800) for n in range(count // 4))
    return PageText(1, 595, 842, 0, lines, rules, (), ())


def _seconds(page: PageText) -> float:
    best = 1e9
    for _ in range(3):
        start = time.process_time()
        zone_pages([page])
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize(
    ("page", "few"), [(_scattered, 1000), (_marks, 1000), (_copies, 2000), (_ruled, 2000)]
)
def test_four_times_the_lines_take_no_more_than_about_four_times_as_long(page, few):
    # Sorting and a busy machine make it up to nine times; what grows with the square takes sixteen.
    assert _seconds(page(4 * few)) < 12 * _seconds(page(few)) + 0.05


def test_a_word_of_a_megabyte_is_one_row():
    rows = zone_pages([PageText(1, 595, 842, 0, (_line("a" * 1_000_000, 20, 100, 8),), (), (), ())])
    assert [len(row.text) for row in rows] == [1_000_000]
