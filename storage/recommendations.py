"""All recommendations of a project, report by report, and which reports changed since they were read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from model.labels import Role, Slot
from model.nodes import Kind, printed_number
from model.report_names import ReportName
from storage.loading import names_of_reports
from storage.project import Project
from storage.reading_order import in_reading_order
from storage.rows import decoding, to_json
from storage.schema import DECISION, DOCUMENT, EDIT, LISTED, NODE
from storage.shown import shown_decisions


@dataclass(frozen=True, slots=True)
class EntryText:
    """An entry of a report: where it is, and its words."""

    document: str
    report: ReportName
    node: str
    kind: Kind
    number: str
    page: int
    text: str

    @property
    def printed(self) -> str:
        """Its number as the page prints it."""
        return printed_number(self.kind, self.number)


class ReportState(NamedTuple):
    """A report with the same state is the same; 0 is the number of the last edit where there is none."""

    name: ReportName
    last_edit: int


def report_states(connection: Connection) -> dict[str, ReportState]:
    """The reports of the project in the order of their import."""
    last = func.coalesce(func.max(EDIT.c.number), 0)
    query = (
        select(DOCUMENT.c.id, last)
        .select_from(DOCUMENT.outerjoin(EDIT, EDIT.c.document == DOCUMENT.c.pk))
        .where(LISTED)
        .group_by(DOCUMENT.c.pk)
        .order_by(DOCUMENT.c.pk)
    )
    names = names_of_reports(connection)
    return {report: ReportState(names[report], int(edit)) for report, edit in connection.execute(query)}


def report_with(project: Project, node_id: str) -> str | None:
    """The id of the report that holds an entry; None if it is gone, or its report is taken out."""
    query = (
        select(DOCUMENT.c.id).join(NODE, NODE.c.document == DOCUMENT.c.pk).where(NODE.c.id == node_id, LISTED)
    )
    with project.reading() as connection:
        found: str | None = connection.scalar(query)
    return found


def recommendations(
    connection: Connection, document_id: str, report: ReportName, reviewer: str = ""
) -> list[EntryText]:
    """What counts as a recommendation in a report, as this reviewer sees it (`Review.shown`), in reading
    order."""
    shown = (
        shown_decisions(connection, Slot.ROLE, reviewer)
        .join(NODE, NODE.c.pk == DECISION.c.node)
        .join(DOCUMENT, DOCUMENT.c.pk == NODE.c.document)
        .where(DOCUMENT.c.id == document_id)
        .subquery()
    )
    query = (
        select(NODE.c.pk, NODE.c.id, NODE.c.kind, NODE.c.number, NODE.c.page, NODE.c.text)
        .join(shown, shown.c.node == NODE.c.pk)
        .where(shown.c.place == 1, shown.c.value == to_json(Role.RECOMMENDATION.value))
    )  # fmt: skip
    with decoding():
        entries = {
            row.pk: EntryText(document_id, report, row.id, Kind(row.kind), row.number, row.page, row.text)
            for row in connection.execute(query)
        }
    if not entries:
        return []
    whole = (
        select(NODE.c.pk, NODE.c.parent, NODE.c.rank, NODE.c.id)
        .join(DOCUMENT, DOCUMENT.c.pk == NODE.c.document)
        .where(DOCUMENT.c.id == document_id)
    )
    places = in_reading_order(connection.execute(whole))
    return [entries[row.pk] for row, _ in places if row.pk in entries]
