"""The dataset of a project as it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from model.documents import Document
from model.labels import Reviewer
from model.version import VERSION
from storage.errors import ExportFailed
from storage.exporting.formats import Context, Piece
from storage.exporting.records import read_people, read_records
from storage.loading import load_document
from storage.people import reviewers
from storage.project import Project
from storage.schema import DOCUMENT, EDIT, LISTED, NODE

# Rows that are turned into text at once.
_AT_ONCE = 250


class Live:
    """Goes through a project's documents, and keeps count of what came by."""

    def __init__(self, project: Project, connection: Connection, reviewer: Reviewer | None) -> None:
        self._project = project
        self._connection = connection
        self._reviewer = reviewer
        self._kinds: Counter[str] = Counter()
        self._documents: list[dict[str, Any]] = []
        self.context = Context(project.path.stem, reviewers=reviewers(connection), pdf=self._pdf)

    def pieces(self, on_document: Callable[[int, int], None]) -> Iterator[Piece]:
        """All rows, document by document. Raises ExportFailed where a document has entries without a row."""
        self._kinds, self._documents = Counter(), []
        query = select(DOCUMENT.c.pk, DOCUMENT.c.id).where(LISTED)
        listed = self._connection.execute(query.order_by(DOCUMENT.c.pk)).all()
        everybody = read_people(self._connection, self._reviewer.id if self._reviewer else None)
        for done, (key, document_id) in enumerate(listed, 1):
            _, document = load_document(self._connection, document_id)
            entries = total = 0
            rest = read_records(self._connection, key, everybody)
            while rows := list(islice(rest, _AT_ONCE)):
                total += len(rows)
                entries += sum(not row.frame for row in rows)
                self._kinds.update([row.kind for row in rows])
                yield Piece(document, rows)
            self._count(key, document, entries, total)
            on_document(done, len(listed))

    def _count(self, key: int, document: Document, entries: int, rows: int) -> None:
        count = select(func.count()).select_from(NODE).where(NODE.c.document == key)
        stored = self._connection.scalar(count)
        if stored != entries:
            raise ExportFailed(
                f"{document.name}: {stored} entries are stored, but only {entries} hang in its outline; "
                "run “paraph check” on the project"
            )
        self._documents.append(
            {
                "id": document.id, "symbol": document.masthead.symbol, "file": document.name,
                "sha256": document.sha256, "extractor": document.extractor, "rows": rows,
            }
        )  # fmt: skip

    def manifest(self) -> dict[str, Any]:
        """What the files hold, and the hashes that prove it; nothing that differs from run to run."""
        return {
            "release": None,
            "made_by": f"Paraph {VERSION}",
            "reviewer": self._reviewer.name if self._reviewer else None,
            "last_edit": self._connection.scalar(select(func.coalesce(func.max(EDIT.c.number), 0))),
            "rows": sum(document["rows"] for document in self._documents),
            "kinds": dict(sorted(self._kinds.items())),
            "documents": self._documents,
        }

    def _pdf(self, document: Document) -> Path:
        return self._project.source(document.id)
