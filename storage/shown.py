"""Which of several people's words on a slot is shown, as a query: the rule of `model.review.Review.shown`."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, case, func, or_, select, true
from sqlalchemy.engine import Connection

from model.labels import ReviewerKind, Slot
from storage.schema import DECISION, REVIEWER
from storage.settings import read_setting


def shown_decisions(connection: Connection, slot: Slot, reviewer: str) -> Select[tuple[int, str, int]]:
    """(node key, value, place) of all decisions on a slot, the one that this reviewer sees at place 1.

    A node with several recommendations shows as many values of what each of them has.
    """
    place: ColumnElement[int] = func.row_number().over(
        partition_by=(DECISION.c.node, DECISION.c.frame), order_by=_precedence(reviewer)
    )
    return (
        select(DECISION.c.node, DECISION.c.value, place.label("place"))
        .join(REVIEWER, REVIEWER.c.pk == DECISION.c.reviewer)
        .where(DECISION.c.slot == slot.value, seen_by(connection, reviewer))
    )


def seen_by(connection: Connection, reviewer: str) -> ColumnElement[bool]:
    """Whether this reviewer sees a decision, which is joined with who made it: the rule of
    `model.review.Review.hides`. Asked first, because the others' queries are quicker without it."""
    if not who_judges_alone(connection, reviewer):
        return true()
    own = or_(REVIEWER.c.id == reviewer, REVIEWER.c.kind != ReviewerKind.PERSON.value)
    return or_(DECISION.c.adjudicated, own)


def who_judges_alone(connection: Connection, reviewer: str) -> str:
    """The id of a person who chose to judge without other people's words in this project, else nothing."""
    return reviewer if reviewer and read_setting(connection, alone_setting(reviewer), False) else ""


def alone_setting(reviewer: str) -> str:
    """The setting that says whether a reviewer, by id, judges alone."""
    return f"alone {reviewer}"


def _precedence(reviewer: str) -> tuple[ColumnElement[int], ...]:
    """An adjudicated word, this reviewer's, another person's, a machine's; the latest of several."""
    whose = case(
        (DECISION.c.adjudicated, 0),
        (REVIEWER.c.id == reviewer, 1),
        (REVIEWER.c.kind == ReviewerKind.PERSON.value, 2),
        else_=3,
    )
    return whose, DECISION.c.decided_at.desc().nulls_last(), REVIEWER.c.id
