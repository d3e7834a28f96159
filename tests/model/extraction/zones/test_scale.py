"""Pages far larger than any report's take time in proportion."""

from __future__ import annotations

import pytest

from model.extraction.zones import zone_pages
from model.reading.text import Line, PageText, Rect, Span
from tests.calls import calls_of


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


@pytest.mark.parametrize(
    ("page", "few"), [(_scattered, 2000), (_marks, 2000), (_copies, 2000), (_ruled, 1000)]
)
def test_twice_the_lines_take_about_twice_the_calls(page, few):
    once, twice = [page(few)], [page(2 * few)]
    zone_pages(once)  # tables of words are made once
    assert calls_of(lambda: zone_pages(twice)) < 2.8 * calls_of(lambda: zone_pages(once))


def test_a_word_of_a_megabyte_is_one_row():
    rows = zone_pages([PageText(1, 595, 842, 0, (_line("a" * 1_000_000, 20, 100, 8),), (), (), ())])
    assert [len(row.text) for row in rows] == [1_000_000]
