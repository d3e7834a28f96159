"""The forecast: pauses do not count, several edits of one entry are one piece of work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from model.pace import forecast, seconds_per_entry

START = datetime(2025, 1, 2, 9, tzinfo=UTC)


def work(*seconds: float, nodes: str = "") -> list[tuple[datetime, str]]:
    return [(START + timedelta(seconds=at), nodes[i] if nodes else str(i)) for i, at in enumerate(seconds)]


def test_there_is_no_pace_before_five_entries():
    assert seconds_per_entry(work(0, 10, 20, 30)) is None
    assert seconds_per_entry(work(0, 10, 20, 30, 40)) == 10


def test_pauses_do_not_count():
    assert seconds_per_entry(work(0, 10, 20, 30, 4000, 4010)) == 40 / 5


def test_several_edits_of_one_entry_are_one_piece_of_work():
    assert seconds_per_entry(work(0, 2, 10, 20, 30, 40, nodes="aabcde")) == 10


def test_the_forecast_is_rounded_to_what_can_be_known():
    assert forecast(46, None) == ""
    assert forecast(0, 30) == ""
    assert forecast(2, 10) == "less than a minute"
    assert forecast(10, 60) == "about 10 min"
    assert forecast(46, 33) == "about 25 min"
    assert forecast(130, 60) == "about 2 h 10 min"
    assert forecast(900, 60) == "about 15 h"
