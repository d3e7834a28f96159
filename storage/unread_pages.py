"""Pages that are pictures of text, and that nothing could read when their report was extracted."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.engine import Connection

from model.doubts import Doubt, DoubtKind
from storage.project import Project
from storage.settings import read_setting, write_setting

_KEY = "unread pages {}"


def keep_unread(connection: Connection, document_id: str, doubts: Iterable[Doubt]) -> None:
    """Remembers them of a report that was just extracted, in place of what was remembered before."""
    key = _KEY.format(document_id)
    pages = [doubt.page for doubt in doubts if doubt.kind is DoubtKind.UNREAD]
    if pages != read_setting(connection, key, []):
        write_setting(connection, key, pages)


def unread_of(project: Project, document_id: str) -> list[int]:
    """The numbers of such pages of a report."""
    return list(project.setting(_KEY.format(document_id), []))
