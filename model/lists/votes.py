"""Votes: "adopted by 12 votes to 3, with 2 abstentions", and who voted how."""

from __future__ import annotations

import re
from functools import cache

from model.labels import Span
from model.lists.entries import Category, ListEntry, ListKind
from model.lists.in_text import ListLead, entries_under, may_lead, sentences
from model.lists.wording import Wording
from model.symbols import symbols_in

_BALLOTS = (Category.IN_FAVOUR, Category.AGAINST, Category.ABSTAINING, Category.ABSENT)
# Without a number there is no result.
_DIGIT = re.compile(r"\d")
# What a vote was on is named this near before its result.
_REACH = 220


class Ballots:
    """Reads the nodes of a vote in order: "In favour:" may stand in a paragraph before its States."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._labels = _labels(wording)
        self._open: Category | None = None

    def read(self, text: str) -> list[ListEntry]:
        """The votes and results in the text of the next node."""
        if self._open is None and "votes" not in self._wording.held(text):
            return []
        found: list[ListEntry] = []
        if _DIGIT.search(text):
            found += (entry for each in sentences(text) for entry in _result(text, each, self._wording))
        labels = list(self._labels.finditer(text)) if may_lead(text) else []
        if not labels:
            if self._open is not None and text.strip():
                found += self._voters(self._open, text, 0, len(text))
            self._open = None
            return found
        stops = [*(label.start() for label in labels[1:]), len(text)]
        for label, stop in zip(labels, stops, strict=True):
            how = next(each for each in _BALLOTS if label[_group(each)] is not None)
            self._open = how if not text[label.end() : stop].strip() else None
            found += self._voters(how, text, label.end(), stop)
        return found

    def _voters(self, how: Category, text: str, start: int, end: int) -> list[ListEntry]:
        if self._wording.votes["none"].match(text[start:end].strip(" .—–-")):
            return []
        voters = entries_under(ListLead(ListKind.VOTES, how), text, start, end, self._wording)
        return [voter for voter in voters if voter.country is not None]


def _result(text: str, sentence: Span, wording: Wording) -> list[ListEntry]:
    low, high = sentence
    for pattern in ("result", "tally"):
        match = wording.votes[pattern].search(text, low, high)
        if match is None:
            continue
        groups = match.groupdict()
        counts = {key: _count(groups.get(key)) for key in ("for", "against", "abstaining")}
        symbols = symbols_in(text[max(low, match.start() - _REACH) : match.start()])
        entry = ListEntry(ListKind.VOTES, match[0], Span(*match.span()), Category.RESULT)
        return [entry.with_more(**counts, title=symbols[-1] if symbols else "")]
    return []


def _count(printed: str | None) -> int:
    """A printed number of votes; 0 for "none", and where no number is given."""
    return int(printed) if printed and printed.isdecimal() else 0


@cache
def _labels(wording: Wording) -> re.Pattern[str]:
    each = "|".join(f"(?P<{_group(how)}>{wording.votes[how.value].pattern})" for how in _BALLOTS)
    return re.compile(rf"(?:^|(?<=[.;:\])]) ?)\s*(?:{each})\s*[:：]\s*", re.IGNORECASE)


def _group(how: Category) -> str:
    return how.value.replace("-", "_")
