"""Dates as reports print them, and as ISO 8601."""

from __future__ import annotations

import pytest

from model.dates import find_date, find_month, says_when


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
        ("16 يونيو 2004", "2004-06-16"),
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("on 22 november the board", True),
        ("le 3 mai, le conseil", True),
        ("am 3. märz bat der rat", True),
        ("december 5 brought", True),
        ("in 2019 the board", True),
        ("5月3日", True),
        ("on page 12 the board", False),
        ("in chapter 3 of 1200 wells", False),
    ],
)
def test_a_year_or_a_day_of_a_month_says_when(text, told):
    assert says_when(text, 0, len(text)) is told


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Lima, marzo de 2026", "marzo de 2026"), ("March, 2026", "March, 2026"),
        ("Май 2026 года", "Май 2026 года"),
        ("2026年4月", "2026年4月"), ("in March of the year", ""), ("Summary 2026", ""),
    ],
)  # fmt: skip
def test_a_month_of_a_year_is_found_without_a_day(text: str, month: str) -> None:
    assert find_month(text) == month
