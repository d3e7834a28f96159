"""Dates as reports print them, in nine languages, to ISO 8601: German, Italian, Portuguese, and the six of
the United Nations.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from itertools import chain

import resources
from model.words import lowered

_WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(resources.read_text("dates.toml"))
# The names of months in order, by language.
MONTHS = _WORDS["months"]
_NUMBER_OF = {name: number for names in MONTHS.values() for number, name in enumerate(names, 1)}
_NAMES = "|".join(sorted(map(re.escape, _NUMBER_OF), key=len, reverse=True))


def _any(section: str) -> str:
    """A regular expression for what all languages have in a section."""
    return f"(?:{'|'.join(map(re.escape, chain.from_iterable(_WORDS[section].values())))})"


_ENDING = rf"{_any('endings')}?"
# As regular expressions: a day of a month by its number, the month by its name (in lower case), what links it
# with both day and year ("de"), and what may stand after a year ("года").
DAY = rf"\d{{1,2}}{_ENDING}"
MONTH = rf"(?:{_NAMES})"
LINK = _any("links")
BEHIND_YEAR = _any("behind_year")
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}}){_ENDING}\s*(?:{LINK}\s+)?({_NAMES})(?:/\w+)?\s*(?:{LINK}\s+|,\s*)?(\d{{4}})"
)
_MONTH_FIRST = re.compile(rf"({_NAMES})\s+(\d{{1,2}}){_ENDING},?\s+(\d{{4}})")
_CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")

# A year, or a day of a month.
_WHEN = re.compile(rf"\b(?:19|20)\d\dم?\b|\b{DAY}\s*(?:{LINK}\s+)?{MONTH}\b|\b{MONTH}\s+{DAY}\b|\d\s*[年月]")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\b|م|\s*年)")
_MONTH = re.compile(
    rf"\b{MONTH},?\s+(?:{LINK}\s+)?\d{{4}}\b(?:\s+{BEHIND_YEAR})?|\b\d{{4}}\s*年\s*\d{{1,2}}\s*月"
)


def find_month(text: str) -> str:
    """The first month of a year in a text, as printed: "March 2026", "marzo de 2026"; empty if none is."""
    match = _MONTH.search(lowered(text))
    return text[match.start() : match.end()] if match else ""


def find_date(text: str) -> tuple[str, str] | None:
    """The first date of a text, as printed and as ISO 8601 ("2025-03-19"); None if it holds none, or one
    that no calendar has."""
    folded = lowered(text)
    if match := _DAY_FIRST.search(folded):
        day, month, year = int(match[1]), _NUMBER_OF[match[2]], int(match[3])
    elif match := _MONTH_FIRST.search(folded):
        day, month, year = int(match[2]), _NUMBER_OF[match[1]], int(match[3])
    elif match := _CHINESE.search(folded) or _ISO.search(folded):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    else:
        return None
    try:
        return text[match.start() : match.end()].strip(), date(year, month, day).isoformat()
    except ValueError:
        return None


def says_year_alone(low: str, start: int, end: int) -> bool:
    """Whether a stretch of a text in lower case tells a year and no month of it ("in 2015")."""
    return _YEAR.search(low, start, end) is not None and not find_month(low[start:end])


def says_when(low: str, start: int, end: int) -> bool:
    """Whether a stretch of a text in lower case tells a year or a day of a month ("on 22 November")."""
    # most stretches have no figure, which takes far less time to tell
    return _FIGURE.search(low, start, end) is not None and _WHEN.search(low, start, end) is not None
