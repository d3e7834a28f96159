"""A release as a dataset that the formats write, exactly as it was frozen."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from model.documents import Document, PageInfo
from model.labels import Reviewer, ReviewerKind
from storage.errors import ProjectDamaged
from storage.exporting.about import concepts
from storage.exporting.definitions import from_json
from storage.exporting.document_facts import document_from
from storage.exporting.formats import DatasetContext, RowBatch
from storage.exporting.jsonl_rows import ReadRow, read_line
from storage.progress import Progress
from storage.project import Project
from storage.releases.listing import Release
from storage.schema import RELEASE_PART

# Rows that are in memory at once.
_AT_ONCE = 250
_INFLATED = 1 << 20


class Released:
    """The rows of a release."""

    def __init__(self, project: Project, connection: Connection, release: Release) -> None:
        self._project = project
        self._connection = connection
        self._release = release
        manifest = release.manifest
        self._documents = {one["id"]: _document(one) for one in manifest["documents"] if one["rows"]}
        about = {**manifest, "release": release.as_json(), "settings": release.settings.as_json()}
        vocabularies = {(one["name"], one["version"]) for one in manifest["vocabularies"]}
        self.context = DatasetContext(
            f"{project.path.stem}-{release.version}", release.settings.slots,
            from_json(manifest["definitions"]),
            [Reviewer(id_, name, ReviewerKind(kind)) for id_, name, kind in manifest["reviewers"]],
            about, self._pdf, concepts(connection, vocabularies),
        )  # fmt: skip

    def batches(self, on_document: Progress) -> Iterator[RowBatch]:
        """Raises ProjectDamaged if the stored rows cannot be read."""
        lines = read_lines(self._connection, self._release)
        for done, (document_id, of_document) in enumerate(groupby(lines, _document_of), 1):
            document = self._documents[document_id]
            while some := list(islice(of_document, _AT_ONCE)):
                yield RowBatch(document, [line.record for line in some], some[0].split)
            on_document(done, len(self._documents))

    def manifest(self) -> dict[str, Any]:
        """What is in it, without what only the formats need."""
        plain = {key: value for key, value in self.context.about.items() if key not in _FOR_FORMATS}
        plain["documents"] = [
            {key: value for key, value in one.items() if key not in _FOR_FORMATS}
            for one in plain["documents"]
        ]
        return plain

    def _pdf(self, document: Document) -> Path:
        return self._project.source(document.id)


_FOR_FORMATS = frozenset({"definitions", "reviewers", "facts", "page_sizes"})


_BACKUP = "take it from a backup of the project"


def stored_rows(connection: Connection, release: Release) -> Iterator[bytes]:
    """The JSON Lines of a release, in pieces of any length. Raises ProjectDamaged."""
    query = select(RELEASE_PART.c.bytes).where(RELEASE_PART.c.release == release.key)
    unpacker = zlib.decompressobj()
    try:
        for part in connection.execute(query.order_by(RELEASE_PART.c.number)).scalars():
            while part:
                yield unpacker.decompress(part, _INFLATED)
                part = unpacker.unconsumed_tail
        yield unpacker.flush()
    except zlib.error as error:
        raise ProjectDamaged(
            f"the rows of release {release.version} cannot be read ({error}); {_BACKUP}"
        ) from error
    if not unpacker.eof:
        raise ProjectDamaged(
            f"the rows of release {release.version} cannot be read (the last are missing); {_BACKUP}"
        )


def read_lines(connection: Connection, release: Release) -> Iterator[ReadRow]:
    """Raises ProjectDamaged."""
    rest = b""
    for data in stored_rows(connection, release):
        *lines, rest = (rest + data).split(b"\n")
        for line in lines:
            try:
                yield read_line(line)
            except ValueError as error:
                raise ProjectDamaged(f"a row of release {release.version} {error}; {_BACKUP}") from error


def _document(frozen: dict[str, Any]) -> Document:
    """A document as the manifest keeps it."""
    pages = tuple(
        PageInfo(number, width, height, rotation, tuple(crop), label)
        for number, (width, height, rotation, crop, label) in enumerate(frozen["page_sizes"], 1)
    )
    return document_from(frozen["facts"], pages)


def _document_of(line: ReadRow) -> str:
    return str(line.document["id"])
