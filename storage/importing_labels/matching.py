"""Finds the entry that a file means: by its id, else by its number in its report, else by its text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple
from unicodedata import normalize

from sqlalchemy import select
from sqlalchemy.engine import Connection

from model.nodes import Kind
from model.rematching import likeness
from storage.importing_labels.words import EntryName
from storage.schema import DOCUMENT, LISTED, NODE

# An entry with the number but less of the words in common is another one.
_ALIKE = 0.5
# Shorter texts stand in many places.
_LEAST_LETTERS = 12
_SHOWN = 60  # letters of a text that is not found
# Tables of recommendations leave out what reports add in brackets: "Ratify the Convention (Chile);".
_BY_WHOM = re.compile(r"\s*\([^()]*\)\s*[;.,]?\s*$")
_NOT_IN_NUMBERS = re.compile(r"^(?:paragraph|para\.?|no\.?|§|¶)\s*|[\s().\[\]]+$|^[\s(\[]+", re.IGNORECASE)


class MatchedEntry(NamedTuple):
    """An entry of the project."""

    document: str
    node: str
    text: str


class NotFound(LookupError):
    """No entry, or more than one, is what a file means; the text says why."""


class Entries:
    """All entries of a project by id, by number and by text."""

    def __init__(self, connection: Connection) -> None:
        self._by_id: dict[str, MatchedEntry] = {}
        self._by_number: dict[tuple[str, str], list[MatchedEntry]] = defaultdict(list)
        self._by_text: dict[str, list[MatchedEntry]] = defaultdict(list)
        self._documents: dict[str, set[str]] = defaultdict(set)
        self._ids: set[str] = set()
        documents = select(DOCUMENT.c.id, DOCUMENT.c.symbol, DOCUMENT.c.name, DOCUMENT.c.sha256)
        for row in connection.execute(documents.where(LISTED)):
            self._ids.add(row.id)
            for name in filter(None, row):
                self._documents[_plainly(name)].add(row.id)
        nodes = (
            select(DOCUMENT.c.id, NODE.c.id, NODE.c.kind, NODE.c.number, NODE.c.text)
            .join(DOCUMENT, DOCUMENT.c.pk == NODE.c.document)
            .where(LISTED)
        )
        for document, node, kind, number, text in connection.execute(nodes):
            found = self._by_id[node] = MatchedEntry(document, node, text)
            if kind in (Kind.PARAGRAPH.value, Kind.ITEM.value):
                for folded in {_folded(text), _folded(_BY_WHOM.sub("", text))}:
                    self._by_text[folded].append(found)
            if kind == Kind.PARAGRAPH.value and number:
                self._by_number[document, _plain(number)].append(found)

    def knows(self, target: str) -> bool:
        """Whether an entry or a report has this id."""
        return target in self._by_id or target in self._ids

    def find(self, named: EntryName) -> MatchedEntry:
        """Raises NotFound."""
        if (found := self._by_id.get(named.node)) is not None:
            return found
        documents = self._of_name(named.document) if named.document else None
        if documents is not None and named.number:
            (document,) = documents if len(documents) == 1 else ("",)
            there = self._by_number.get((document, _plain(named.number)), [])
            alike = [one for one in there if not named.text or likeness(one.text, named.text) >= _ALIKE]
            if len(alike) == 1:
                return alike[0]
            if not named.text:
                many = "several paragraphs have" if alike else "no paragraph has"
                raise NotFound(f"{many} the number {named.number} in {named.document}")
        return self._by_words(named, documents)

    def _by_words(self, named: EntryName, documents: set[str] | None) -> MatchedEntry:
        folded = _folded(named.text)
        there = [
            one for one in self._by_text.get(folded, ()) if documents is None or one.document in documents
        ]
        if len(there) == 1 and len(folded) >= _LEAST_LETTERS:
            return there[0]
        words = " ".join(named.text.split())
        words = f"{words[:_SHOWN]}…" if len(words) > _SHOWN else words
        if not words:
            raise NotFound("neither an id, a number with its report, nor a text names an entry")
        if there:
            raise NotFound(f"“{words}” is in several places, or is too short to tell")
        raise NotFound(f"no paragraph or item reads “{words}”")

    def _of_name(self, name: str) -> set[str] | None:
        """The reports of a name; None if the project knows none, so that the text may still tell."""
        return self._documents.get(_plainly(name)) or None


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", _plainly(text))


def _plainly(text: str) -> str:
    """However a file writes letters with accents."""
    return normalize("NFC", text).casefold()


def _plain(number: str) -> str:
    before = ""
    while number != before:
        before, number = number, _NOT_IN_NUMBERS.sub("", number)
    return number.casefold()
