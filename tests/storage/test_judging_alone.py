"""Who judges alone is told nowhere what other people said, and the others are told as before."""

from __future__ import annotations

import pytest

from model import editing
from model.labels import Slot, Status
from storage.evaluating import RULES, judged
from storage.searching import Criteria
from tests.storage.stored_reports import add_report

REVIEWED = Criteria("", slots={Slot.STATUS: frozenset({Status.CORRECTED})})
LEFT = Criteria("", slots={Slot.STATUS: frozenset({Status.UNREVIEWED})})


@pytest.fixture
def review(project):
    return add_report(project)


@pytest.fixture
def node(project, review):
    """What Ada gave a role, which ends the review of the entry."""
    node, ada = list(review.outline)[1].id, project.person("Ada")
    edit = editing.label(review, ada, [node], Slot.ROLE, "recommendation")
    project.apply(edit, review.document.id, ada).result()
    return node


def found(project, criteria, person):
    return [hit.node for hit in project.search(criteria, person, limit=1000)]


@pytest.mark.parametrize("alone", [False, True])
def test_in_search_numbers_and_history(project, review, node, alone):
    ada, ben = project.person("Ada"), project.person("Ben")
    project.judge_alone(ben, alone).result()
    seen = [] if alone else [node]
    assert found(project, REVIEWED, ben) == seen
    assert found(project, Criteria("", people=frozenset({ada.id})), ben) == seen
    assert (node in found(project, LEFT, ben)) is alone
    counts = project.facets(Criteria("", documents=frozenset({review.document.id})), ben)
    assert counts.slots[Slot.STATUS].get(Status.CORRECTED, 0) == len(seen)
    assert [one.name for one in project.work_done((), ben)] == ["Ada"] * len(seen)
    assert [one.reviewed for one in project.documents(ben)] == [len(seen)]
    assert len(judged(project, Slot.ROLE, ben).by_machine.get(RULES, ())) == len(seen)
    (entry,) = project.history(review.document.id, node, 9, ben)
    assert (entry.name == "hidden change", entry.changes == (), entry.focus is None) == (alone,) * 3
    assert found(project, REVIEWED, ada) == [node]
    assert project.history(review.document.id, node, 9, ada)[0].name != "hidden change"
