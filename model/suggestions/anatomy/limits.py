"""Conditions and hedges, and time frames: what a recommendation leaves open, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from model.dates import find_date
from model.labels import Span, TimeKind
from model.suggestions.anatomy.parts import Limits, When, apart
from model.suggestions.anatomy.tables import Tables
from model.suggestions.reading import Reading

# A clause that belongs to a condition ends here.
_CLAUSE = re.compile(r"[,;.:،؛。；，：]|$")
_LONGEST_CLAUSE = 160
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NUMBER = re.compile(r"\d+")
# Kinds of dated expressions that say when something is to be done, whatever the year.
_AHEAD = (TimeKind.SESSION, TimeKind.DEADLINE, TimeKind.PERIOD, TimeKind.RECURRING)


def limits_of(reading: Reading, tables: Tables, start: int, end: int) -> list[Limits]:
    """The conditions and hedges between two offsets, in order."""
    part = reading.words.within(start, end)
    found: list[Limits] = []
    for hit in tables.conditions.find(reading.words, part):
        stop = _clause_end(reading, hit.end, end) if hit.value.runs_on else hit.end
        span = Span(hit.start, stop)
        if stop <= end and apart([one.words for one in found], span):
            found.append(Limits(hit.value.kind, span))
    return found


def times_of(
    reading: Reading, tables: Tables, start: int, end: int, year: int, taken: Sequence[Span]
) -> list[When]:
    """The time frames between two offsets, in order; `year` is the report's, 0 if it is not known.

    `taken` are words that say something else, such as a resolution's date.
    """
    found: list[When] = []
    for match in _dated(reading, tables, start, end):
        kind = TimeKind((match.lastgroup or "").rpartition("_")[0])
        stop = match.end()
        if (
            kind is TimeKind.SESSION
            and tables.whose
            and (whose := tables.whose.match(reading.text, stop, end))
        ):
            stop = whose.end()
        span = Span(match.start(), stop)
        if (kind in _AHEAD or _is_ahead(match[0], year)) and apart(taken, span):
            found.append(When(kind, span, _iso(match[0], kind, tables)))
    for hit in tables.times.find(reading.words, reading.words.within(start, end)):
        span = hit.span
        if apart([one.words for one in found], span) and apart(taken, span):
            found.append(When(hit.value.kind, span, hit.value.when))
    return sorted(found, key=lambda one: one.words)


def _dated(reading: Reading, tables: Tables, start: int, end: int) -> Iterable[re.Match[str]]:
    """The times with numbers in them, if any sign of one is there."""
    if tables.dated_signs and not any(map(reading.low[start:end].__contains__, tables.dated_signs)):
        return ()
    return tables.dated.finditer(reading.low, start, end)


def _is_ahead(words: str, year: int) -> bool:
    """Whether a date is one on which something can still be done: of the report's year, or later."""
    named = [int(one) for one in _YEAR.findall(words)]
    return bool(named) and bool(year) and max(named) >= year


def _iso(words: str, kind: TimeKind, tables: Tables) -> str:
    """A date, a year or a duration as ISO 8601; empty if the words give none."""
    if kind in (TimeKind.DEADLINE, TimeKind.DATE):
        if (date := find_date(words)) is not None:
            return date[1]
        named = _YEAR.findall(words)
        return named[-1] if named else ""
    if kind in (TimeKind.PERIOD, TimeKind.RECURRING):
        low = words.lower()
        unit = next((code for word, code in tables.units if word in low), "")
        if (digits := _NUMBER.search(low)) is not None and unit and not _YEAR.search(low):
            return unit.replace("n", digits[0])
        spelled = next((number for word, number in tables.counts if word.search(low)), "")
        return unit.replace("n", spelled) if spelled and unit else ""
    return ""


def _clause_end(reading: Reading, start: int, end: int) -> int:
    stop = _CLAUSE.search(reading.text, start, min(end, start + _LONGEST_CLAUSE))
    return stop.start() if stop is not None else start
