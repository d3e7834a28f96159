"""Rows that say where and when: below a report's title, or where it was signed."""

from __future__ import annotations

import re

from model.dates import BEHIND_YEAR, DAY, LINK

# "May", "de mayo de", "أيار/مايو"
_MONTH = rf"(?:{LINK} )?[^\W\d](?:[^\W\d]|/){{2,22}}\.?,?(?: {LINK})?"
_YEAR = rf"(?:19|20)\d\d(?: {BEHIND_YEAR})?"
_PLACE = r"[^\W\d][^\d;,،.]{1,40}"
_TO = r"\s?(?:[-–—/]|\w{1,3})\s?"  # "12–14", "12 to 14", "12 au 14"
_SIGNED = re.compile(rf"\W*{_PLACE}[,;،] (?:\w+ )?{DAY} {_MONTH} {_YEAR}\W*")
_DAYS = rf"(?:\w+ )?{DAY}(?: {_MONTH})?(?:{_TO}{DAY})? {_MONTH} {_YEAR}"
_HELD = re.compile(
    rf"\W*{_PLACE}(?:[,،] {_PLACE})?[,;،] {_DAYS}\W*"
    rf"|\W*{_DAYS}[,،] {_PLACE}\W*"
    r"|\W*(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?\s?[，,、]?\s?[^\W\d]{1,12}\W*"
)


def is_signed(text: str) -> bool:
    """Whether a row is a place and a day: "New Delhi; 12 December, 2023"."""
    return _SIGNED.fullmatch(text) is not None


def is_held(text: str) -> bool:
    """Whether a row is a place and the days of a meeting: "Geneva, 12–14 May 2022". A session's heading may
    be set so, too; above a report's first words it is not one."""
    return _HELD.fullmatch(text) is not None
