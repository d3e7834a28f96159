"""The label schemes of a project: each change is a new version, and old ones stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection

from model.labels import Reviewer
from model.schemes import Scheme, as_json, default, from_json
from storage.people import ensure_reviewer
from storage.schema import REVIEWER, SCHEME


class SchemeVersion(NamedTuple):
    """Who made which version when; `scheme` is what it says."""

    scheme: Scheme
    at: datetime
    by: str


def current_scheme(connection: Connection) -> Scheme:
    """The latest version; the scheme that comes with Paraph where the project has none of its own."""
    query = select(SCHEME.c.version, SCHEME.c.content).order_by(SCHEME.c.version.desc()).limit(1)
    row = connection.execute(query).first()
    return default() if row is None else from_json(row.content, row.version)


def scheme_versions(connection: Connection) -> Iterator[SchemeVersion]:
    """The latest first."""
    query = select(SCHEME, REVIEWER.c.name).join(REVIEWER, REVIEWER.c.pk == SCHEME.c.reviewer)
    for row in connection.execute(query.order_by(SCHEME.c.version.desc())):
        scheme = from_json(row.content, row.version)
        yield SchemeVersion(scheme, datetime.fromisoformat(row.at), row.name)


def save_scheme(connection: Connection, scheme: Scheme, reviewer: Reviewer) -> Scheme:
    """Stores it as the next version. Raises BadScheme, also where a label is gone that was there before."""
    before = current_scheme(connection)
    scheme.verify()
    scheme.verify_keeps(before)
    number = (connection.scalar(select(func.max(SCHEME.c.version))) or 0) + 1
    row = {
        "version": number,
        "at": datetime.now(UTC).isoformat(),
        "reviewer": ensure_reviewer(connection, reviewer),
        "content": as_json(scheme),
    }
    connection.execute(insert(SCHEME), row)
    return replace(scheme, version=number)
