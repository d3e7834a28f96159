"""What is said of how long a report will still take."""

from __future__ import annotations

import pytest

from gui.importing.pace import Pace


def _told(seconds_a_page: float, pages: int, total: int, known: int = 0) -> str:
    """After so many pages, the first `known` of which came at once."""
    pace, said, now = Pace(), "", 1000.0
    for done in range(1, pages + 1):
        now += seconds_a_page if done > known else 0.01
        said = pace.left(done, total, now)
    return said


@pytest.mark.parametrize(
    ("seconds", "pages", "total", "said"),
    [
        (6.0, 20, 200, "about 18 min left"),
        (6.0, 4, 10, "about 1 min left"),
        (6.0, 6, 10, "less than a minute left"),
        (6.0, 9, 10, ""),
        (6.0, 3, 200, ""),
        (0.01, 100, 200, ""),
        (6.0, 10, 10, ""),
    ],
    ids=["minutes", "a minute", "less", "soon over", "too early", "no scan", "at the end"],
)
def test_the_last_pages_tell_how_long_the_others_take(seconds, pages, total, said) -> None:
    assert _told(seconds, pages, total) == said


def test_pages_that_were_read_before_tell_nothing_of_the_others() -> None:
    assert _told(6.0, 120, 200, known=100) == "about 8 min left"
    assert _told(6.0, 13, 200, known=10) == "about 19 min left"
    assert _told(6.0, 12, 200, known=10) == ""
