"""Recommendations that stand in two splits of a dataset in nearly the same words: what is learned from one
is known of the other, however the documents are divided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.labels import Role
from model.similarity import near_duplicates
from storage.exporting.choosing import role_of
from storage.exporting.records import Record

# So alike, and a model that saw the one knows the other.
ALIKE = 0.8
_MOST_LISTED = 1000


class Leaks:
    """Collects recommendations, and says which of them are alike across splits."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._places: list[tuple[str, str]] = []

    def add(self, document: str, record: Record) -> None:
        if role_of(record) == Role.RECOMMENDATION and not record.frame and record.text:
            self._texts.append(record.text)
            self._places.append((document, record.id))

    def across(self, splits: Mapping[str, str]) -> tuple[list[dict[str, Any]], int]:
        """`{"one": [split, document, entry], "other": ..., "score": 0.93}`, at most a thousand of them, and
        how many there are."""
        found = []
        for one, other, score in near_duplicates(self._texts, ALIKE):
            places = [
                [splits[document], document, node]
                for document, node in (self._places[one], self._places[other])
            ]
            if places[0][0] != places[1][0]:
                found.append({"one": places[0], "other": places[1], "score": round(score, 4)})
        return found[:_MOST_LISTED], len(found)
