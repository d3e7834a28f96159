"""Freezes a dataset in the project: its rows as compressed JSON Lines, what is said of it, and their hashes.

The hash of the content is that of the JSON Lines; the release's own also covers version, date, notes,
settings and manifest. Triggers in the project file refuse to change or delete a release.
"""

from __future__ import annotations

import hashlib
import tempfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO, Any

from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection

from model.documents import PageInfo
from model.errors import UserFacingError
from model.labels import Reviewer
from storage.exporting.as_jsonl import RowsAsJson
from storage.exporting.definitions import as_json
from storage.exporting.document_facts import document_facts
from storage.exporting.formats import DatasetContext, RowBatch
from storage.exporting.live import Live
from storage.exporting.settings import Settings, verify
from storage.keys import inserted
from storage.people import ensure_reviewer
from storage.progress import Progress, no_progress
from storage.project import Project
from storage.releases.listing import Release, hash_of, is_version, release_named
from storage.rows import to_json
from storage.schema import RELEASE, RELEASE_PART
from storage.schemes import current_scheme
from storage.writer import Priority

PART_BYTES = 256 * 1024


def freeze(project: Project, version: str, reviewer: Reviewer, settings: Settings, notes: str = "",
           on_progress: Progress = no_progress) -> Release:  # fmt: skip
    """A new release of the project as it stands. `on_progress(documents done, of all)` may raise.

    Raises UserFacingError for a version that is no name or there already, a role or field that there is not,
    and a dataset without rows.
    """
    if not is_version(version):
        raise UserFacingError(
            f"{version}: not a version; write it like 1.0, with letters, digits and . _ - only"
        )
    with tempfile.TemporaryFile() as spool:
        with project.reading() as connection:
            _verify_new(connection, project, version)
            verify(settings, current_scheme(connection))
            live = Live(project, connection, settings)
            content, manifest = _spooled(live, spool, on_progress)
        if not manifest["rows"]:
            raise UserFacingError(f"{project.path}: nothing in it fits; there is nothing to release")
        row = {
            "version": version, "at": datetime.now(UTC).isoformat(timespec="seconds"), "notes": notes.strip(),
            "settings": to_json(settings.as_json()), "manifest": to_json({**manifest, "content": content}),
        }  # fmt: skip
        row["sha256"] = hash_of({**row, "reviewer": reviewer.name})

        def work(connection: Connection) -> None:
            _verify_new(connection, project, version)
            key = ensure_reviewer(connection, reviewer)
            release = inserted(connection, RELEASE, {**row, "reviewer": key})
            spool.seek(0)
            for number, part in enumerate(iter(lambda: spool.read(PART_BYTES), b"")):
                connection.execute(
                    insert(RELEASE_PART), {"release": release, "number": number, "bytes": part}
                )

        project.write(work, Priority.IMPORT).result()
    with project.reading() as connection:
        return release_named(connection, project.path, version)


def _spooled(live: Live, spool: IO[bytes], on_document: Progress) -> tuple[str, dict[str, Any]]:
    """Writes the rows compressed; gives the hash of what they are uncompressed, and the manifest."""
    rows, pages = RowsAsJson(live.context), _Documents()
    digest, packer = hashlib.sha256(), zlib.compressobj(6)
    for batch in pages.passing(live.batches(on_document)):
        data = rows.encode(batch).encode("utf-8")
        digest.update(data)
        spool.write(packer.compress(data))
    spool.write(packer.flush())
    manifest = live.manifest()
    for document in manifest["documents"]:
        document.update(pages.facts.get(document["id"], {}))
    return digest.hexdigest(), {**manifest, **_frozen(live.context)}


def _frozen(context: DatasetContext) -> dict[str, Any]:
    """What else the formats ask for, as it is now."""
    return {
        "definitions": as_json(context.definitions),
        "reviewers": [[person.id, person.name, person.kind.value] for person in context.reviewers],
    }


class _Documents:
    """Keeps what is to be known of the documents that come by."""

    def __init__(self) -> None:
        self.facts: dict[str, dict[str, Any]] = {}

    def passing(self, batches: Iterator[RowBatch]) -> Iterator[RowBatch]:
        for batch in batches:
            document = batch.document
            if document.id not in self.facts:
                sizes = [_page(page) for page in document.pages]
                self.facts[document.id] = {"facts": document_facts(document), "page_sizes": sizes}
            yield batch


def _page(page: PageInfo) -> list[Any]:
    return [page.width, page.height, page.rotation, list(page.crop), page.label]


def _verify_new(connection: Connection, project: Project, version: str) -> None:
    there = select(func.count()).select_from(RELEASE).where(RELEASE.c.version == version)
    if connection.scalar(there):
        raise UserFacingError(
            f"{project.path}: there is a release {version} already, and it is never changed; "
            "choose another version"
        )
