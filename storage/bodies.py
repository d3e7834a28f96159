"""Which names of bodies the project makes one: read, and kept as versions of a vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sqlalchemy import delete, select
from sqlalchemy.engine import Connection

from model.bodies import NAME, Bodies, as_vocabulary, from_concepts
from storage.project import Project
from storage.rows import decoding, from_json
from storage.schema import CONCEPT, RELEASE, VOCABULARY
from storage.vocabularies import add_in, retire
from storage.writer import Priority

# Versions of the names that are kept beside the one in use, to go back to.
_KEPT = 20


def read_bodies(connection: Connection) -> Bodies:
    """Which names are one now."""
    query = (
        select(CONCEPT.c.labels, CONCEPT.c.synonyms)
        .join(VOCABULARY, VOCABULARY.c.pk == CONCEPT.c.vocabulary)
        .where(VOCABULARY.c.name == NAME, VOCABULARY.c.current)
    )
    with decoding():
        rows = connection.execute(query)
        return from_concepts((from_json(row.labels), from_json(row.synonyms)) for row in rows)


def keep_bodies(project: Project, bodies: Bodies) -> None:
    """Writes which names are one, as a version of its own beside those before. Waits for the disk."""

    def work(connection: Connection) -> None:
        if read_bodies(connection) == bodies:
            return
        retire(connection, NAME)
        if bodies:
            add_in(connection, as_vocabulary(bodies))
        _forget_old(connection)

    project.write(work, Priority.SETTING).result()


def _forget_old(connection: Connection) -> None:
    """Versions that are long out of use go, except those that a release was made with."""
    old = select(VOCABULARY.c.pk, VOCABULARY.c.version).where(
        VOCABULARY.c.name == NAME, ~VOCABULARY.c.current
    )
    rows = connection.execute(old.order_by(VOCABULARY.c.pk.desc()).offset(_KEPT)).all()
    if rows:
        released = set(_released(connection.scalars(select(RELEASE.c.manifest))))
        gone = [row.pk for row in rows if row.version not in released]
        connection.execute(delete(VOCABULARY).where(VOCABULARY.c.pk.in_(gone)))


def _released(manifests: Iterable[str]) -> Iterator[str]:
    for manifest in manifests:
        for one in json.loads(manifest)["vocabularies"]:
            if one["name"] == NAME:
                yield one["version"]
