"""Reviewers in the project file: people by name, machines by what they are."""

from __future__ import annotations

from unicodedata import normalize

from sqlalchemy import select
from sqlalchemy.engine import Connection

from model.errors import UserFacingError
from model.ids import new_id
from model.labels import Reviewer, ReviewerKind
from storage.keys import inserted
from storage.rows import decoding, text_of
from storage.schema import REVIEWER


def reviewers(connection: Connection) -> list[Reviewer]:
    """Everybody, people first, by name."""
    rows = connection.execute(select(REVIEWER.c.id, REVIEWER.c.name, REVIEWER.c.kind))
    with decoding():
        found = [Reviewer(row.id, text_of(row.name), ReviewerKind(row.kind)) for row in rows]
    return sorted(found, key=_people_first)


def find_person(connection: Connection, name: str) -> Reviewer | None:
    """The person of exactly this name; None if the project knows nobody of it."""
    row = connection.execute(
        select(REVIEWER.c.id).where(REVIEWER.c.name == name, REVIEWER.c.kind == ReviewerKind.PERSON.value)
    ).first()
    return None if row is None else Reviewer(row.id, name)


def person(connection: Connection, name: str) -> Reviewer:
    """The person of that name, made when new. Raises UserFacingError for an empty name."""
    if not name:
        raise UserFacingError("a reviewer needs a name")
    found = find_person(connection, name)
    if found is None:
        found = Reviewer(new_id(), name)
        ensure_reviewer(connection, found)
    return found


def ensure_reviewer(connection: Connection, reviewer: Reviewer) -> int:
    """The file's key of a reviewer, who is written when new."""
    key = connection.scalar(select(REVIEWER.c.pk).where(REVIEWER.c.id == reviewer.id))
    if key is None:
        row = {"id": reviewer.id, "name": reviewer.name, "kind": reviewer.kind.value}
        key = inserted(connection, REVIEWER, row)
    return int(key)


def reviewer_keys(connection: Connection) -> dict[str, int]:
    """The file's keys by reviewer id."""
    return {row.id: row.pk for row in connection.execute(select(REVIEWER.c.id, REVIEWER.c.pk))}


def tidy_name(name: str) -> str:
    """A name without outer and doubled spaces, each letter with its accent as one character."""
    return normalize("NFC", " ".join(name.split()))


def _people_first(reviewer: Reviewer) -> tuple[bool, str, str]:
    return (reviewer.kind is not ReviewerKind.PERSON, reviewer.name.casefold(), reviewer.id)
