"""Dates as reports print them, and as ISO 8601."""

from __future__ import annotations

import pytest

from model.dates import find_date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("19 November 2013", "2013-11-19"),
        ("March 19th, 2025", "2025-03-19"),
        ("22 mai 1980", "1980-05-22"),
        ("1er juillet 2024", "2024-07-01"),
        ("29 de abril de 2024", "2024-04-29"),
        ("11 марта 2024", "2024-03-11"),
        ("20 حزيران/يونيه 2025", "2025-06-20"),
        ("٢٠ يونيه ٢٠٢٥", "2025-06-20"),
        ("2024年4月29日", "2024-04-29"),
        ("January 14, 2011", "2011-01-14"),
        ("12. Februar 2014", "2014-02-12"),
        ("1º marzo 2020", "2020-03-01"),
        ("3 de março de 2019", "2019-03-03"),
    ],
)
def test_a_date_is_told_as_it_is_printed_and_as_iso_8601(printed, iso):
    assert find_date(f"  {printed} ") == (printed, iso)


def test_a_date_stands_behind_letters_that_are_more_in_small():
    assert find_date("İİİstanbul, 2 January 2025 (all day)") == ("2 January 2025", "2025-01-02")


@pytest.mark.parametrize(
    "text", ["Item 3", "45 Smarch 2020", "99 January 2020", "31 June 2024", "2024-13-01", "May 2020", ""]
)
def test_what_no_calendar_has_is_no_date(text):
    assert find_date(text) is None
