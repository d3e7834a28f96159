"""The query for whose word is shown gives what `Review.shown` gives, whoever looks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.edits import DecisionChange, Edit
from model.labels import Decision, DecisionKey, Reviewer, Role, Slot
from storage.project import Project
from storage.rows import from_json
from storage.schema import NODE
from storage.shown import shown_decisions
from tests.storage.stored_reports import MACHINE_ID, add_report

PEOPLE = ("Ann", "Bob", "Cy")
MIDNIGHT = datetime(2025, 1, 2, tzinfo=UTC)
# Whose word it is, in which recommendation, when (if it says so), and whether it settles a difference.
WORDS = st.lists(
    st.tuples(
        st.sampled_from((*PEOPLE, MACHINE_ID)),
        st.integers(0, 1),
        st.none() | st.integers(0, 3),
        st.booleans(),
    ),
    unique_by=lambda word: word[:2],
    min_size=1,
)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    with Project.create(tmp_path_factory.mktemp("shown") / "p.paraph") as made:
        made.document = add_report(made, 2).document.id
        yield made


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(words=WORDS, alone=st.booleans())
def test_the_query_shows_what_the_review_shows(project, words, alone):
    ids = {name: project.person(name).id for name in PEOPLE} | {MACHINE_ID: MACHINE_ID}
    review = project.review(project.document)
    paragraph = list(review.outline)[1]
    said = [
        Decision(
            DecisionKey(paragraph.id, Slot.ROLE, ids[who], frame),
            list(Role)[number].value,
            None if half_hours is None else MIDNIGHT + timedelta(minutes=30 * half_hours),
            adjudicated=adjudicated,
        )
        for number, (who, frame, half_hours, adjudicated) in enumerate(words)
    ]
    edit = Edit("say", tuple(DecisionChange(None, decision) for decision in said))
    ann = project.person("Ann")
    project.apply(edit, project.document, ann).result()
    try:
        review.apply(edit)
        for reviewer in (*ids.values(), "nobody"):
            if reviewer in ids.values():
                project.judge_alone(Reviewer(reviewer, ""), alone).result()
                review.alone = reviewer if alone else ""
            else:
                review.alone = ""
            wanted = [review.shown(paragraph.id, Slot.ROLE, reviewer, frame).value for frame in (0, 1)]
            assert _shown(project, paragraph.id, reviewer) == sorted(filter(None, wanted))
    finally:
        project.apply(edit.inverse(), project.document, ann).result()


def _shown(project, node, reviewer):
    with project.reading() as connection:
        shown = shown_decisions(connection, Slot.ROLE, reviewer).subquery()
        query = NODE.select().with_only_columns(shown.c.value).join(shown, shown.c.node == NODE.c.pk)
        values = connection.scalars(query.where(NODE.c.id == node, shown.c.place == 1)).all()
    return sorted(map(from_json, values))
