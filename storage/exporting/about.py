"""What a dataset says of itself: how it was made, by which scheme and vocabularies, and what is in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import func, select, true
from sqlalchemy.engine import Connection

from model.documents import Document
from model.labels import Reviewer, Slot
from model.version import VERSION
from model.vocabularies import Vocabulary
from storage.exporting.agreement import agreement
from storage.exporting.document_facts import document_facts
from storage.exporting.formats import SlotConcept
from storage.exporting.records import PLACES, Record
from storage.exporting.settings import Settings
from storage.schema import CONCEPT, EDIT, SCHEME, VOCABULARY

_OF_DOCUMENT = ("id", "symbol", "title", "language", "file", "sha256", "extractor")
_ROLE, _FORCE = PLACES[Slot.ROLE.value], PLACES[Slot.FORCE.value]


def said_of(connection: Connection, settings: Settings, reviewer: Reviewer | None,
            ours: Sequence[Vocabulary]) -> dict[str, Any]:  # fmt: skip
    """What holds for a dataset of the project as it is now, whatever rows come by.

    `ours` are the vocabularies in use that come with Paraph.
    """
    return {
        "release": None,
        "made_by": f"Paraph {VERSION}",
        "reviewer": reviewer.name if reviewer else None,
        "last_edit": connection.scalar(select(func.coalesce(func.max(EDIT.c.number), 0))),
        "settings": settings.as_json(),
        "scheme": connection.scalar(select(func.max(SCHEME.c.version))),
        "vocabularies": [
            *(
                {"name": one.name, "version": one.version, "slot": one.slot.value, "sha256": one.sha256}
                for one in ours
            ),
            *_vocabularies(connection),
        ],
        "agreement": agreement(connection, settings),
    }


class Counting:
    """Counts the rows of a dataset as they come by."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()
        self._roles: Counter[str] = Counter()
        self._forces: Counter[str] = Counter()
        self._states: Counter[str] = Counter()
        self._splits: Counter[str] = Counter()
        self._documents: list[dict[str, Any]] = []

    def begin(self, document: Document, split: str) -> None:
        facts = document_facts(document)
        self._documents.append(
            {**{name: facts[name] for name in _OF_DOCUMENT}, "split": split or None, "rows": 0}
        )

    def add(self, rows: Sequence[Record]) -> None:
        document = self._documents[-1]
        document["rows"] += len(rows)
        firsts = [row for row in rows if not row.frame]
        self._kinds.update([row.kind for row in firsts])
        self._states.update([row.status for row in firsts])
        # JSON texts: each of the few values is read once, at the end.
        self._roles.update([label.value for row in rows if (label := row.labels[_ROLE]) is not None])
        self._forces.update([label.value for row in rows if (label := row.labels[_FORCE]) is not None])
        if document["split"]:
            self._splits[document["split"]] += len(rows)

    def as_json(self) -> dict[str, Any]:
        return {
            "rows": sum(document["rows"] for document in self._documents),
            "kinds": _sorted(self._kinds),
            "roles": _decoded(self._roles),
            "forces": _decoded(self._forces),
            "states": _sorted(self._states),
            "splits": _sorted(self._splits),
            "documents": self._documents,
        }


def concepts(
    connection: Connection, versions: Collection[tuple[str, str]] | None = None
) -> Callable[[], Iterator[SlotConcept]]:
    """The concepts of the vocabularies in use, or of some by name and version, by vocabulary and code."""
    query = (
        select(VOCABULARY.c.name, VOCABULARY.c.version, VOCABULARY.c.slot, CONCEPT)
        .join(VOCABULARY, VOCABULARY.c.pk == CONCEPT.c.vocabulary)
        .where(VOCABULARY.c.current if versions is None else true())
        .order_by(VOCABULARY.c.name, VOCABULARY.c.version, CONCEPT.c.code)
    )

    def read() -> Iterator[SlotConcept]:
        for row in connection.execute(query.execution_options(yield_per=500)):
            if versions is not None and (row.name, row.version) not in versions:
                continue
            yield SlotConcept(
                row.name, row.version, row.slot, row.code, tuple(json.loads(row.broader)),
                json.loads(row.labels), json.loads(row.synonyms), row.definition,
            )  # fmt: skip

    return read


def _vocabularies(connection: Connection) -> list[dict[str, Any]]:
    columns = VOCABULARY.c.name, VOCABULARY.c.version, VOCABULARY.c.slot, VOCABULARY.c.sha256
    query = select(*columns).where(VOCABULARY.c.current).order_by(VOCABULARY.c.name)
    return [dict(row) for row in connection.execute(query).mappings()]


def _decoded(counts: Counter[str]) -> dict[str, int]:
    values = {json.loads(text): number for text, number in counts.items()}
    return _sorted(Counter({str(value): number for value, number in values.items() if value is not None}))


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))
