"""Whether releases are what they were when they were made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.engine import Connection

from storage.errors import ProjectDamaged
from storage.releases.listing import hash_of, releases
from storage.releases.reading import stored_rows
from storage.schema import RELEASE, REVIEWER


def check_releases(connection: Connection) -> Iterator[str]:
    """Each problem names the release that it is about."""
    query = select(RELEASE, REVIEWER.c.name.label("by")).join(REVIEWER, REVIEWER.c.pk == RELEASE.c.reviewer)
    for row in connection.execute(query).mappings():
        if hash_of({**row, "reviewer": row["by"]}) != row["sha256"]:
            yield f"release {row['version']}: what is said of it has changed: its hash is different"
    try:
        for release in releases(connection):
            digest = hashlib.sha256()
            try:
                for data in stored_rows(connection, release):
                    digest.update(data)
            except ProjectDamaged as error:
                yield f"release {release.version}: {error}"
                continue
            if digest.hexdigest() != release.content:
                yield f"release {release.version}: its rows have changed: their hash is different"
    except (ValueError, KeyError, TypeError):
        yield "what is said of a release cannot be read"
