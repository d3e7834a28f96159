"""Words that character recognition read in a report, for selecting and finding them on its pages."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from model.recognized import RecognizedPage, as_json
from storage.project import Project
from storage.settings import read_setting, write_setting


def keep_recognized(connection: Connection, document_id: str, pages: Sequence[RecognizedPage]) -> None:
    """Remembers them of a report that was just extracted, in place of what was remembered before."""
    text = as_json(pages)
    if text != read_setting(connection, _key(document_id), ""):
        write_setting(connection, _key(document_id), text)


def recognized_of(project: Project, document_id: str) -> str:
    """As `model.recognized.from_json` reads them; empty for none."""
    return str(project.setting(_key(document_id), ""))


def _key(document_id: str) -> str:
    return f"recognized words {document_id}"
