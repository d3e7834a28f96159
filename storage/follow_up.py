"""What became of recommendations, over all reports of a project: suggested by numbers, and as a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from sqlalchemy import select
from sqlalchemy.engine import Connection

from model.edits import ChangeSet
from model.errors import Cancelled
from model.follow_up import Answer, FollowUpPart, FollowUpReport, answers
from model.garbage_collection import uncollected
from model.labels import NO_WORDS, Decision, DecisionKey, Response, Reviewer, ReviewerKind, Slot
from model.nodes import Kind
from model.report_names import ReportName
from model.review import Review
from storage.keys import chunks
from storage.loading import list_documents, names_of_reports
from storage.progress import GoesOn
from storage.project import Project
from storage.reading_order import in_reading_order
from storage.recommendations import EntryText, recommendations
from storage.rows import decoding, from_json
from storage.schema import DECISION, DOCUMENT, LISTED, NODE, REVIEWER
from storage.shown import shown_decisions
from storage.suggesting import put_suggestions

MACHINE = Reviewer(id="follow-up@1", name="follow-up@1", kind=ReviewerKind.MACHINE)
# Two ends of the same numbers are hardly chance; the response is told by single words.
_SURE = 0.8


class Stand(StrEnum):
    """Whose word an answer is."""

    SUGGESTED = "suggested"
    DECIDED = "decided"
    OPEN = "without an answer"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A recommendation with one of its answers; `answer` and `response` are None if it has none. An answer
    that is a whole report has an empty `node`."""

    recommendation: EntryText
    stand: Stand
    answer: EntryText | None = None
    response: Response | None = None
    number: str = ""  # by which a suggestion was found


def suggest_follow_up(project: Project, reviewer: Reviewer | None, goes_on: GoesOn) -> list[ChangeSet]:
    """The answers that numbers tell, as suggestions; what people decided is not touched. What is done when it
    is told to stop stays. Waits for the disk."""
    with uncollected():
        try:
            reports = list(_reports(project, reviewer, goes_on))
        except Cancelled:
            return []
        given = answers(reports)
    found: dict[str, dict[str, list[Answer]]] = {report.id: {} for report in reports}
    for answer in given:
        found[answer.report].setdefault(answer.recommendation, []).append(answer)
    symbols = {part.id: report.symbol for report in reports for part in report.parts}
    changes = []
    for document, by_node in found.items():
        if not goes_on(len(reports), len(reports)):
            break
        decisions = [_decision(node, answered, symbols) for node, answered in by_node.items()]
        changed = put_suggestions(
            project, document, MACHINE, Slot.FOLLOW_UP, partial(_all, decisions), "suggest answers"
        )
        changes += [changed] if changed is not None else []
    return changes


def follow_ups(project: Project, reviewer: Reviewer | None) -> list[FollowUp]:
    """Every recommendation of the project with each of its answers, or without one, in the reports' order."""
    person = reviewer.id if reviewer is not None else ""
    with uncollected(), project.reading() as connection:
        names = names_of_reports(connection)
        entries = [
            entry for row, name in names.items() for entry in recommendations(connection, row, name, person)
        ]
        said = _shown(connection, person)
        targets = {value["target"] for _, values, _ in said.values() for value in values if value["target"]}
        places = _entries(connection, targets - names.keys(), names)
    places |= {
        document: EntryText(document, name, "", Kind.TITLE, "", 1, "") for document, name in names.items()
    }
    found = []
    for entry in entries:
        stand, values, rule = said.get(entry.node, (Stand.OPEN, [], ""))
        number = rule.removeprefix(_RULE).split(" ")[0] if rule.startswith(_RULE) else ""
        rows = [
            FollowUp(entry, stand, places.get(value["target"] or ""), Response(value["response"]), number)
            for value in values
        ]
        found += rows or [FollowUp(entry, Stand.OPEN)]
    return found


_RULE = "number "
_UNNAMED = ReportName("")


def _decision(node: str, given: list[Answer], symbols: dict[str, str]) -> Decision:
    key = DecisionKey(node, Slot.FOLLOW_UP, MACHINE.id)
    value = [{"target": one.target, "response": one.response.value} for one in given]
    where = ", ".join(dict.fromkeys(filter(None, (symbols[one.target] for one in given))))
    rule = f"{_RULE}{given[0].number} in {where or 'the same report'}"
    return Decision(key, value, None, (NO_WORDS,) * len(value), _SURE, rule)


def _all(decisions: list[Decision], review: Review) -> list[Decision]:
    return [decision for decision in decisions if decision.key.node in review.outline]


def _reports(project: Project, reviewer: Reviewer | None, goes_on: GoesOn) -> Iterator[FollowUpReport]:
    person = reviewer.id if reviewer is not None else ""
    with project.reading() as connection:
        documents = list_documents(connection)
        for done, row in enumerate(documents):
            if not goes_on(done, len(documents)):
                raise Cancelled
            asked = {entry.node for entry in recommendations(connection, row.id, _UNNAMED, person)}
            yield FollowUpReport(row.id, row.symbol, row.language, _parts(connection, row.id, asked))


def _parts(connection: Connection, document: str, asked: set[str]) -> list[FollowUpPart]:
    """The entries of a report in reading order, each with what it hangs below; no headers and footers."""
    query = (
        select(NODE.c.pk, NODE.c.parent, NODE.c.id, NODE.c.kind, NODE.c.rank, NODE.c.number, NODE.c.text)
        .join(DOCUMENT, DOCUMENT.c.pk == NODE.c.document)
        .where(DOCUMENT.c.id == document)
    )
    return [
        FollowUpPart(row.id, row.number, row.text, tuple(one.text for one in above), row.id in asked)
        for row, above in in_reading_order(connection.execute(query))
        if row.kind != Kind.FURNITURE.value
    ]


def _shown(connection: Connection, person: str) -> dict[str, tuple[Stand, list[dict[str, str]], str]]:
    """What is shown for the follow-up of each node, and by which rule."""
    shown = (
        shown_decisions(connection, Slot.FOLLOW_UP, person)
        .add_columns(DECISION.c.rule, REVIEWER.c.kind)
        .where(DECISION.c.frame == 0)
        .subquery()
    )
    query = (
        select(NODE.c.id, shown.c.value, shown.c.rule, shown.c.kind)
        .join(NODE, NODE.c.pk == shown.c.node)
        .join(DOCUMENT, DOCUMENT.c.pk == NODE.c.document)
        .where(LISTED, shown.c.place == 1)
    )
    return {
        node: (
            Stand.SUGGESTED if kind == ReviewerKind.MACHINE.value else Stand.DECIDED,
            from_json(value) or [],
            rule,
        )
        for node, value, rule, kind in connection.execute(query)
    }


def _entries(
    connection: Connection, nodes: set[str], names: Mapping[str, ReportName]
) -> dict[str, EntryText]:
    found = {}
    for chunk in chunks(sorted(nodes)):
        query = (
            select(DOCUMENT.c.id, DOCUMENT.c.symbol, DOCUMENT.c.name, DOCUMENT.c.title,
                   NODE.c.id.label("node"), NODE.c.kind, NODE.c.number, NODE.c.page, NODE.c.text)
            .join(NODE, NODE.c.document == DOCUMENT.c.pk)
            .where(NODE.c.id.in_(chunk))
        )  # fmt: skip
        with decoding():
            for row in connection.execute(query):
                # That of a report which was taken out has none among the others.
                name = names.get(row.id) or ReportName(row.symbol or row.name, row.title)
                found[row.node] = EntryText(
                    row.id, name, row.node, Kind(row.kind), row.number, row.page, row.text
                )
    return found
