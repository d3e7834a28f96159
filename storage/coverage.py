"""How much of a report's pages its entries hold now: what the extraction left over may be claimed since."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection

from model.documents import Document
from model.edits import NodeChange
from model.extraction.coverage import letters_held
from model.extraction.doubts import COVERED
from model.nodes import Node
from storage.changes import changes_from_json
from storage.project import Project
from storage.schema import DOCUMENT, EDIT

# How changes of nodes and of a whole report stand in the ledger (`storage.changes`).
_NODE, _DOCUMENT = '["node",', '["document",'


def coverage_now(project: Project, document: Document, nodes: Sequence[Node]) -> float:
    """The share (0 to 1) of the pages' letters that the nodes hold: the extraction's share, with what edits
    have added and taken away since."""
    if document.coverage >= COVERED:
        return document.coverage
    with project.reading() as connection:
        gained = _gained(connection, document.id)
    held = letters_held(nodes)
    there = (held - gained) / document.coverage if document.coverage else 0
    return min(1.0, held / there) if there > 0 else document.coverage


def _gained(connection: Connection, document_id: str) -> int:
    """How many letters more nodes hold than when the report was extracted."""
    changes = EDIT.c.changes
    query = (
        select(changes)
        .join(DOCUMENT, DOCUMENT.c.pk == EDIT.c.document)
        .where(DOCUMENT.c.id == document_id, or_(changes.contains(_NODE), changes.contains(_DOCUMENT)))
        .order_by(EDIT.c.number.desc())
    )
    gained = 0
    for text in connection.scalars(query.execution_options(yield_per=100)):
        if _DOCUMENT in text:
            break  # it was extracted again, and its share is that of this extraction
        for change in changes_from_json(text):
            if isinstance(change, NodeChange):
                gained += letters_held([change.after] if change.after is not None else ())
                gained -= letters_held([change.before] if change.before is not None else ())
    return gained
