"""Looks for anything wrong in a project: the database, the stored PDFs, trees, anchors, labels, the ledger.

It only reads, so it also works beside an open window, and on a project that cannot be written to.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.engine import Connection

from storage.checking_ledger import check_ledger, indexed_nodes, missing_edits
from storage.checking_nodes import check_nodes
from storage.checking_values import check_values
from storage.errors import ProjectDamaged
from storage.project import Project
from storage.releases.checking import check_releases
from storage.schema import DOCUMENT, PAGE, SOURCE
from storage.sources import parts_of
from storage.sqlite import driver_connection, integrity_problems

# Of one sort of problem in one document; a thousand lines that say the same help nobody.
_MOST_ALIKE = 20


class _Problems:
    """Lines that each name the project and, where there is one, the document."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines: list[str] = []
        self._alike: Counter[tuple[str, str]] = Counter()

    def add(self, problems: Iterable[str], document: str = "") -> None:
        where = f"{self._path}: {document}: " if document else f"{self._path}: "
        for problem in problems:
            sort = document, problem.rpartition(": ")[2]
            self._alike[sort] += 1
            if self._alike[sort] <= _MOST_ALIKE:
                self._lines.append(where + problem)

    def lines(self) -> list[str]:
        more = [
            f"{self._path}: {document or 'the project'}: {number - _MOST_ALIKE} more like this: {sort}"
            for (document, sort), number in self._alike.items()
            if number > _MOST_ALIKE
        ]
        return self._lines + more


def check(path: Path) -> list[str]:
    """One line for each problem; none where everything is in order.

    Raises a ProjectError for what is no project, or cannot be opened at all.
    """
    problems = _Problems(path)
    with Project.open(path, read_only=True) as project:
        try:
            with project.reading() as connection:
                _check_all(connection, problems)
        except ProjectDamaged as error:
            problems.add([str(error).removeprefix(f"{project.path}: ")])
    return problems.lines()


def _check_all(connection: Connection, problems: _Problems) -> None:
    problems.add(integrity_problems(driver_connection(connection)))
    if mistyped := list(check_values(connection)):
        problems.add(mistyped)
        return
    problems.add(missing_edits(connection))
    problems.add(check_releases(connection))
    sources = _check_sources(connection, problems)
    indexed = indexed_nodes(connection)
    documents = connection.execute(select(DOCUMENT).order_by(DOCUMENT.c.pk)).all()
    for row in documents:
        if row.imported_at is None:
            problems.add(
                ["its import was broken off; open the project, then import the file again"], row.name
            )
            continue
        if row.source is None:
            problems.add(["its PDF is not in the project; import the report again"], row.name)
        elif sources.get(row.source) != row.sha256:
            problems.add(["the PDF in the project is not the one that was imported"], row.name)
        sizes = _page_sizes(connection, row.pk)
        if sorted(sizes) != list(range(1, row.page_count + 1)):
            problems.add([f"the sizes of its {row.page_count} pages are incomplete"], row.name)
        problems.add(check_nodes(connection, row.pk, sizes), row.name)
        problems.add(check_ledger(connection, row.pk, row.id, indexed), row.name)


def _check_sources(connection: Connection, problems: _Problems) -> dict[int, str]:
    """The hashes of the stored PDFs, as their bytes give them, by the file's key."""
    names = {row.source: row.name for row in connection.execute(select(DOCUMENT.c.source, DOCUMENT.c.name))}
    unfinished = set(connection.scalars(select(DOCUMENT.c.source).where(DOCUMENT.c.imported_at.is_(None))))
    found: dict[int, str] = {}
    for row in connection.execute(select(SOURCE).order_by(SOURCE.c.pk)).all():
        digest, size = hashlib.sha256(), 0
        for part in parts_of(connection, row.pk):
            digest.update(part)
            size += len(part)
        found[row.pk] = digest.hexdigest()
        if row.pk in unfinished:
            continue
        name = names.get(row.pk, "")
        if not name:
            problems.add([f"a stored PDF ({row.sha256[:12]}…) belongs to no document"])
        if size != row.size:
            problems.add([f"its stored PDF is incomplete: {size} of {row.size} bytes"], name)
        elif found[row.pk] != row.sha256:
            problems.add(["its stored PDF has changed: its hash is different"], name)
    return found


def _page_sizes(connection: Connection, document: int) -> dict[int, tuple[float, float]]:
    rows = connection.execute(
        select(PAGE.c.number, PAGE.c.width, PAGE.c.height).where(PAGE.c.document == document)
    )
    return {row.number: (row.width, row.height) for row in rows}
