"""What an import asks the writing thread for: the pieces in which an extracted document is stored."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.engine import Connection

from model.workers.messages import Extracted
from storage.pdf_files import parts_of, size_of
from storage.recognized_words import keep_recognized
from storage.schema import DOCUMENT, SOURCE
from storage.storing import Work, add_source_part, begin_document, begin_source, pieces_of
from storage.unread_pages import keep_unread


def documents_by_hash(connection: Connection) -> dict[str, tuple[str, str]]:
    """Id and name of every document that is completely there, by the hash of its PDF."""
    query = select(DOCUMENT.c.sha256, DOCUMENT.c.id, DOCUMENT.c.name)
    rows = connection.execute(query.where(DOCUMENT.c.imported_at.is_not(None)))
    return {row.sha256: (row.id, row.name) for row in rows}


def begin_import(connection: Connection, file: Path, size: int, extracted: Extracted) -> tuple[int, int]:
    """Writes a document without its entries, and makes room for its PDF of `size` bytes. Gives the keys
    of both in the file."""
    document = extracted.document
    source = begin_source(connection, document.sha256, size)
    keep_unread(connection, document.id, extracted.doubts)
    return begin_document(connection, document, str(file), source), source


def pieces_of_import(file: Path, extracted: Extracted, document: int, source: int) -> Iterator[Work]:
    """What writes the PDF, the entries and the recognized words, each in a short transaction. Raises
    UnreadableFile, also where the file changed meanwhile."""
    for number, data in enumerate(parts_of(file, extracted.document.sha256)):
        yield partial(add_source_part, source=source, number=number, data=data)
    yield from pieces_of(document, extracted.nodes, extracted.decisions)
    yield partial(keep_recognized, document_id=extracted.document.id, pages=extracted.recognized)


def add_missing_source(connection: Connection, file: Path, sha256: str) -> None:
    """Gives documents that came as a dataset their PDF, which another document may have. Raises
    UnreadableFile where the file changed."""
    lacks = DOCUMENT.c.sha256 == sha256, DOCUMENT.c.source.is_(None)
    if connection.scalar(select(DOCUMENT.c.pk).where(*lacks).limit(1)) is None:
        return
    source = connection.scalar(select(SOURCE.c.pk).where(SOURCE.c.sha256 == sha256))
    if source is None:
        source = begin_source(connection, sha256, size_of(file))
        for number, data in enumerate(parts_of(file, sha256)):
            add_source_part(connection, source, number, data)
    connection.execute(update(DOCUMENT).where(*lacks).values(source=source, original_path=str(file)))
