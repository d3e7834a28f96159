"""A project as a dataset: one row an entry, in one file for each format, with a manifest that proves them.

The same state of a project gives the same bytes. Files are read back and compared with the project before
they take their place, so that what is there is whole.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from model.documents import Document
from model.labels import Reviewer
from model.version import VERSION
from storage.errors import ExportFailed
from storage.exporting.as_csv import Csv
from storage.exporting.as_jsonl import JsonLines
from storage.exporting.files import Contents, PartFile, make_folder, names
from storage.exporting.formats import Format, Row
from storage.exporting.records import Record, read_people, read_records
from storage.loading import load_document
from storage.project import Project
from storage.schema import DOCUMENT, EDIT, NODE

FORMATS: Mapping[str, Format] = {"jsonl": JsonLines(), "csv": Csv()}

# Rows that are turned into text at once.
_AT_ONCE = 250


def known_formats(formats: Iterable[str]) -> list[str]:
    """The formats that are asked for, each once. Raises ExportFailed that lists those there are."""
    wanted = names(formats)
    for name in wanted:
        if name not in FORMATS:
            raise ExportFailed(f"{name}: no format that Paraph knows; choose from {', '.join(FORMATS)}")
    if not wanted:
        raise ExportFailed(f"no format is named; choose from {', '.join(FORMATS)}")
    return wanted


def export(project: Project, formats: Sequence[str], folder: Path, *, reviewer: Reviewer | None = None,
           on_progress: Callable[[int, int], None] | None = None) -> list[Path]:  # fmt: skip
    """Writes `NAME.jsonl`, `NAME.csv` and `NAME.release.json` after the project's name; gives their paths.

    Of several people's words on an entry the adjudicated one counts, then the given reviewer's, then the
    latest of another person, then the machine's suggestion. Without a reviewer, as from the command line, it
    is the adjudicated one, then the latest of any person, then the suggestion; each row says whose word it
    is. `on_progress(documents done, of all)` may raise `model.errors.Cancelled`: then nothing is left behind.

    Raises ExportFailed for an unknown format, a folder that cannot be written to, a full disk, and where
    what was read back is not what the project holds.
    """
    wanted = known_formats(formats)
    make_folder(folder)
    stem = project.path.stem
    with ExitStack() as stack, project.reading() as connection:
        files = {
            name: stack.enter_context(PartFile(folder / f"{stem}{FORMATS[name].suffix}")) for name in wanted
        }
        manifest = stack.enter_context(PartFile(folder / f"{stem}.release.json"))
        written = _Written(connection, reviewer)
        for name, file in files.items():
            file.write(FORMATS[name].head)
        for document, rows in written.pieces(on_progress):
            for name, file in files.items():
                file.write(FORMATS[name].encode(document, rows))
        for name, file in files.items():
            file.finish()
            file.reconcile(FORMATS[name], written.contents)
        manifest.write(json.dumps(written.manifest(files), ensure_ascii=False, indent=1) + "\n")
        manifest.finish()
        return [file.place() for file in (*files.values(), manifest)]


class _Written:
    """Goes through a project's documents, and keeps count of what came by."""

    def __init__(self, connection: Connection, reviewer: Reviewer | None) -> None:
        self.contents = Contents()
        self._connection = connection
        self._reviewer = reviewer
        self._kinds: Counter[str] = Counter()
        self._documents: list[dict[str, Any]] = []

    def pieces(
        self, on_progress: Callable[[int, int], None] | None
    ) -> Iterator[tuple[Document, list[Record]]]:
        """All rows, document by document. Raises ExportFailed where a document has entries without a row."""
        query = select(DOCUMENT.c.pk, DOCUMENT.c.id).where(DOCUMENT.c.imported_at.is_not(None))
        listed = self._connection.execute(query.order_by(DOCUMENT.c.pk)).all()
        everybody = read_people(self._connection, self._reviewer.id if self._reviewer else None)
        for done, (key, document_id) in enumerate(listed, 1):
            _, document = load_document(self._connection, document_id)
            before = self.contents.rows
            rest = read_records(self._connection, key, everybody)
            while rows := list(islice(rest, _AT_ONCE)):
                self.contents.add([Row(document_id, row.id) for row in rows])
                self._kinds.update([row.kind for row in rows])
                yield document, rows
            self._count(key, document, self.contents.rows - before)
            if on_progress is not None:
                on_progress(done, len(listed))

    def _count(self, key: int, document: Document, rows: int) -> None:
        count = select(func.count()).select_from(NODE).where(NODE.c.document == key)
        stored = self._connection.scalar(count)
        if stored != rows:
            raise ExportFailed(
                f"{document.name}: {stored} entries are stored, but only {rows} hang in its outline; "
                "run “paraph check” on the project"
            )
        self._documents.append(
            {
                "id": document.id, "symbol": document.masthead.symbol, "file": document.name,
                "sha256": document.sha256, "extractor": document.extractor, "rows": rows,
            }
        )  # fmt: skip

    def manifest(self, files: Mapping[str, PartFile]) -> dict[str, Any]:
        """What the files hold, and the hashes that prove it; nothing that differs from run to run."""
        return {
            "release": 1,
            "made_by": f"Paraph {VERSION}",
            "reviewer": self._reviewer.name if self._reviewer else None,
            "last_edit": self._connection.scalar(select(func.coalesce(func.max(EDIT.c.number), 0))),
            "rows": self.contents.rows,
            "kinds": dict(sorted(self._kinds.items())),
            "documents": self._documents,
            "files": [
                {"name": file.target.name, "format": name, "bytes": file.size, "sha256": file.sha256}
                for name, file in files.items()
            ],
        }
