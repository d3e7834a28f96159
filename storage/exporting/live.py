"""The dataset of a project as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from model.documents import Document
from model.labels import Reviewer
from storage.exporting.about import Counting, concepts, said_of
from storage.exporting.choosing import chosen, force_of, is_chosen, role_of
from storage.exporting.definitions import definitions
from storage.exporting.formats import DatasetContext, RowBatch
from storage.exporting.leaks import Leaks
from storage.exporting.reading_records import read_people, read_records
from storage.exporting.records import Record
from storage.exporting.settings import Settings, Splits
from storage.exporting.splits import Strata, assign
from storage.loading import load_document
from storage.people import reviewers
from storage.progress import Progress
from storage.project import Project
from storage.schema import DOCUMENT
from storage.schemes import current_scheme
from storage.vocabularies import defaults_in_use

# Rows that are turned into text at once.
_AT_ONCE = 250


class Live:
    """Goes through a project's documents, and keeps count of what came by.

    `reviewer` is the person through whose eyes the dataset is seen (`storage.exporting.export`).
    """

    def __init__(self, project: Project, connection: Connection, settings: Settings | None = None,
                 reviewer: Reviewer | None = None) -> None:  # fmt: skip
        self._project = project
        self._connection = connection
        self._settings = settings or Settings()
        self._people = read_people(connection, reviewer.id if reviewer else None)
        self._counting = Counting()
        self._splits: dict[str, str] = {}
        ours = defaults_in_use(connection)
        self._about = said_of(connection, self._settings, reviewer, ours)
        self.context = DatasetContext(
            project.path.stem, self._settings.slots, definitions(current_scheme(connection), ours),
            reviewers(connection), self._about, self._pdf, concepts(connection),
        )  # fmt: skip

    def batches(self, on_document: Progress) -> Iterator[RowBatch]:
        """All rows, document by document. Raises ExportFailed if a document has entries without a row."""
        self._counting = Counting()
        listed = self._listed()
        if self._settings.splits is not None and not self._splits:
            self._splits, leaks = self._divided(self._settings.splits, on_document)
            self._about["near_duplicates"], self._about["near_duplicates_in_all"] = leaks
        for done, document_id in enumerate(listed, 1):
            key, document = load_document(self._connection, document_id)
            split = self._splits.get(document_id, "")
            self._counting.begin(document, split)
            rest = self._records(key, document)
            while rows := list(islice(rest, _AT_ONCE)):
                self._counting.add(rows)
                yield RowBatch(document, rows, split)
            on_document(done, len(listed))

    def manifest(self) -> dict[str, Any]:
        """What is in it; nothing that differs from run to run."""
        return {**self.context.about, **self._counting.as_json()}

    def _listed(self) -> list[str]:
        query = select(DOCUMENT.c.id).where(is_chosen(self._settings)).order_by(DOCUMENT.c.pk)
        return list(self._connection.scalars(query))

    def _records(self, key: int, document: Document) -> Iterator[Record]:
        records = read_records(self._connection, key, document, self._people)
        return chosen(records, self._settings)

    def _divided(
        self, splits: Splits, on_document: Progress
    ) -> tuple[dict[str, str], tuple[list[dict[str, Any]], int]]:
        """The split of each document, and the recommendations that stand in two splits in nearly the same
        words (`Leaks.across`)."""
        documents: dict[str, Document] = {}
        strata: dict[str, Strata] = {}
        leaks = Leaks()
        listed = self._listed()
        for document_id in listed:
            on_document(0, len(listed))
            key, document = load_document(self._connection, document_id)
            documents[document_id], strata[document_id] = document, Strata()
            for record in self._records(key, document):
                strata[document_id][f"{role_of(record)} {force_of(record)}"] += 1
                leaks.add(document_id, record)
        found = assign(documents, strata, splits)
        return found, leaks.across(found)

    def _pdf(self, document: Document) -> Path:
        return self._project.source(document.id)
