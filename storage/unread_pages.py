"""Pages that could not be read when their report was extracted: pictures, damaged, garbled, illegible."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.engine import Connection

from model.doubts import Doubt, DoubtKind
from model.page_doubts import PAGE_KINDS, page_doubts
from storage.project import Project
from storage.settings import read_setting, write_setting


def keep_unread(connection: Connection, document_id: str, doubts: Iterable[Doubt]) -> None:
    """Remembers them of a report that was just extracted, in place of what was remembered before."""
    pages: dict[DoubtKind, list[int]] = {kind: [] for kind in PAGE_KINDS}
    for doubt in doubts:
        if doubt.kind in pages:
            pages[doubt.kind].append(doubt.page)
    for kind, numbers in pages.items():
        key = _key(kind, document_id)
        if numbers != read_setting(connection, key, []):
            write_setting(connection, key, numbers)


def unread_of(project: Project, document_id: str) -> list[Doubt]:
    """The doubts about such pages of a report."""
    return page_doubts(
        (page, kind) for kind in PAGE_KINDS for page in project.setting(_key(kind, document_id), [])
    )


def _key(kind: DoubtKind, document_id: str) -> str:
    return f"{kind}s {document_id}"
