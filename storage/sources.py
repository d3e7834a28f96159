"""The PDFs themselves: in the project as parts, and as files to read them from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Connection

from model.paths import isfile
from storage.cached_copies import cache_folder, note_use
from storage.errors import ProjectDamaged, ProjectError
from storage.schema import DOCUMENT, SOURCE_PART

# Small enough that writing one does not hold up an edit.
PART_BYTES = 256 * 1024


class StoredSource(NamedTuple):
    """Where a document's PDF is: the path that it was read from, and the file's key of the bytes, if it has
    them. `name` is the document's."""

    original: Path | None
    key: int | None
    sha256: str
    name: str


def find_source(connection: Connection, document_id: str) -> StoredSource:
    """Raises KeyError for an unknown document."""
    query = select(DOCUMENT.c.original_path, DOCUMENT.c.source, DOCUMENT.c.sha256, DOCUMENT.c.name)
    row = connection.execute(query.where(DOCUMENT.c.id == document_id)).first()
    if row is None:
        raise KeyError(f"no document {document_id}")
    original = Path(row.original_path) if row.original_path else None
    return StoredSource(original, row.source, row.sha256, row.name)


def parts_of(connection: Connection, source: int) -> Iterator[bytes]:
    """The bytes of a PDF in order."""
    query = select(SOURCE_PART.c.bytes).where(SOURCE_PART.c.source == source).order_by(SOURCE_PART.c.number)
    yield from connection.execute(query.execution_options(yield_per=4)).scalars()


def readable_copy(connection: Connection, source: StoredSource, project: Path) -> Path:
    """The original where it is unchanged and on this computer, else a copy in the user's cache.

    A project that somebody else made may name anything as an original: a pipe, or a share of a server, which
    would learn that the project was opened.

    Raises ProjectDamaged, and ProjectError where the cache takes no copy or the project has no PDF of it.
    """
    original = source.original
    if original is not None and not _is_on_a_share(original) and _has_hash(original, source.sha256):
        return original
    copy = cache_folder() / f"{source.sha256}.pdf"
    note_use(copy)
    if not _has_hash(copy, source.sha256):
        if source.key is None:  # the report came out of a dataset
            raise ProjectError(f"{source.name}: this PDF is not in the project; import it to see its pages")
        try:
            _write_copy(connection, source, project, copy)
        except OSError as error:
            raise ProjectError(
                f"{project}: no copy of a PDF in it can be put into {copy.parent} ({error.strerror}); "
                "free some space there"
            ) from error
    return copy


def _write_copy(connection: Connection, source: StoredSource, project: Path, copy: Path) -> None:
    copy.parent.mkdir(parents=True, exist_ok=True)
    # a name of its own, for another thread may be at the same PDF
    with NamedTemporaryFile(dir=copy.parent, suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            assert source.key is not None
            for piece in parts_of(connection, source.key):
                file.write(piece)
            file.close()
            if not _has_hash(part, source.sha256):
                raise ProjectDamaged(f"{project}: the PDF in it is incomplete; import the report again")
            part.replace(copy)
        finally:
            part.unlink(missing_ok=True)


def _is_on_a_share(path: Path) -> bool:
    return str(path).startswith(("\\\\", "//"))


def _has_hash(path: Path, sha256: str) -> bool:
    if not isfile(path):
        return False
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False
