"""Words that character recognition read in a report, for selecting and finding them on its pages; and what it
read page by page, kept by the hash of the PDF, so that reading a scan goes on where it was stopped.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from sqlalchemy import select
from sqlalchemy.engine import Connection

from model.recognition_cache import RecognitionCache
from model.recognized import RecognizedPage, as_json
from storage.errors import ProjectError
from storage.project import Project
from storage.rows import from_json
from storage.schema import SETTING
from storage.settings import read_setting, write_setting
from storage.writer import Priority


def keep_recognized(connection: Connection, document_id: str, pages: Sequence[RecognizedPage]) -> None:
    """Remembers them of a report that was just extracted, in place of what was remembered before."""
    text = as_json(pages)
    if text != read_setting(connection, _key(document_id), ""):
        write_setting(connection, _key(document_id), text)


def recognized_of(project: Project, document_id: str) -> str:
    """As `model.recognized.from_json` reads them; empty for none."""
    return str(project.setting(_key(document_id), ""))


def recognition_cache_of(project: Project, sha256: str) -> RecognitionCache:
    """What was recognized in a PDF so far; what is read from now on is kept too."""
    head = f"recognized in {sha256} at "
    query = select(SETTING.c.key, SETTING.c.value).where(SETTING.c.key.startswith(head, autoescape=True))
    with project.reading() as connection:
        known = {key.removeprefix(head): str(from_json(value)) for key, value in connection.execute(query)}

    def keep(place: str, text: str) -> None:
        with suppress(ProjectError):  # that page is read again, then
            project.write(partial(write_setting, key=head + place, value=text), Priority.IMPORT)

    return RecognitionCache(sha256, known, keep)


def _key(document_id: str) -> str:
    return f"recognized words {document_id}"
