"""Entries come in the outline's order, however deep they hang and in whatever order they were stored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from model.nodes import Anchor, Kind, Node, Region
from model.outline import RANK_STEP
from storage.project import Project
from storage.reading_order import by_reading_order, in_reading_order
from storage.schema import DOCUMENT, NODE
from tests.storage.stored_reports import document, store

PLACE = (NODE.c.document, NODE.c.pk, NODE.c.parent, NODE.c.rank, NODE.c.id)


def branch(name, parent, depth):
    """An entry with two below it, and so on; of two on one level the later one is stored first."""
    anchor = Anchor((Region(1, 72.0, 60.0, 520.0, 72.0),), name)
    rank = RANK_STEP * int(name[-1])
    yield Node(name, Kind.SECTION, name, parent, rank, depth + 1, "", anchor)
    for place in (2, 1) if depth < 3 else ():
        yield from branch(f"{name}.{place}", name, depth + 1)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    with Project.create(tmp_path_factory.mktemp("order") / "p.paraph") as made:
        made.trees = []
        for report in "ba":
            tree = [node for place in (2, 1) for node in branch(f"{report}{place}", None, 0)]
            stored = replace(document(f"{report}.pdf", report.encode()), id=report)
            made.trees.append(store(made, stored, tree, [], report.encode()).outline)
        yield made


def test_some_entries_of_several_reports_stand_as_they_are_read(project):
    wanted = [node.id for outline in project.trees for node in outline]
    for chosen in (wanted, wanted[::3], [one for one in wanted if one.count(".") == 3]):
        with project.reading() as connection:
            rows = connection.execute(select(*PLACE).where(NODE.c.id.in_(chosen)))
            assert [row.id for row in by_reading_order(connection, rows)] == chosen


def test_every_entry_of_a_report_comes_with_what_it_hangs_below(project):
    outline = project.trees[1]
    query = select(*PLACE).join(DOCUMENT, DOCUMENT.c.pk == NODE.c.document).where(DOCUMENT.c.id == "a")
    with project.reading() as connection:
        found = [
            (row.id, [one.id for one in above]) for row, above in in_reading_order(connection.execute(query))
        ]
    assert found == [(node.id, [one.id for one in outline.ancestors(node)]) for node in outline]
