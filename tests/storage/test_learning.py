"""Learning from what people decided in a project: what is kept, suggested and withdrawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model import editing
from model.edits import DecisionChange, Edit
from model.errors import UserFacingError
from model.labels import Role, Slot
from model.learning.machines import is_model
from model.learning.measures import evaluate
from model.learning.packing import unpack
from model.learning.reviews import cases
from model.nodes import Kind
from model.review import Source
from model.workers.errors import WorkerError
from storage.checking import check
from storage.evaluating import RULES, judged
from storage.learning import LEAST, learn_project, learned, work_out
from storage.learning_process import LearningProcess
from storage.schema import DECISION, LEARNED
from storage.writer import Priority
from tests.storage.reviewed import KINDS, REVIEWED, add_document, review_some, reviewed_project, true_role


@pytest.fixture
def reviewed(tmp_path):
    with reviewed_project(tmp_path / "reviewed.paraph") as made:
        yield made


def learn(project):
    return learn_project(project, work_out(project.path, [Slot.ROLE]))


def reviews(project):
    return [project.review(row.id) for row in project.documents()]


def paragraphs(review):
    return [node for node in review.outline if node.kind is Kind.PARAGRAPH]


def test_what_nobody_decided_is_suggested_as_a_machines_word(reviewed):
    (outcome,) = learn(reviewed)
    assert (outcome.confirmed, outcome.refusal, outcome.better) == (REVIEWED, "", True)
    for review in reviews(reviewed):
        assert outcome.name in review.machines
        for node in paragraphs(review)[REVIEWED // 3 :]:
            shown = review.shown(node.id, Slot.ROLE, "nobody")
            assert shown.source is Source.SUGGESTED
            assert shown.value == true_role(node)
            assert shown.decision.key.reviewer == outcome.name
            assert shown.decision.rule.startswith("learned; what weighed: “")
            assert 0.3 < shown.decision.confidence < 1
            assert all(node.text[slice(*span)] for span in shown.decision.evidence)
    assert check(reviewed.path) == []


def test_a_person_is_never_overwritten_and_a_model_never_counts_as_one(reviewed):
    learn(reviewed)
    for review in reviews(reviewed):
        for node in paragraphs(review)[: REVIEWED // 3]:
            assert not any(is_model(one.key.reviewer) for one in review.decisions(node.id))
            assert review.shown(node.id, Slot.ROLE, "nobody").source is Source.REVIEWER
    assert sum(row.reviewed for row in reviewed.documents()) == REVIEWED


def test_learning_again_from_the_same_decisions_changes_nothing(reviewed):
    (first,) = learn(reviewed)
    before = len(reviewed.history(reviewed.documents()[0].id))
    (again,) = learn(reviewed)
    assert again.name == first.name
    assert [model.name for model in learned(reviewed)] == [first.name]
    assert len(reviewed.history(reviewed.documents()[0].id)) <= before + 1


def test_the_model_is_kept_with_its_figures(reviewed):
    (outcome,) = learn(reviewed)
    (model,) = learned(reviewed)
    assert model.current
    assert model.metrics["model"]["micro_f1"] > 0.9 > 0.1 > model.metrics["rules"]["micro_f1"]
    assert model.metrics["curve"][-1][0] == REVIEWED
    assert len(model.metrics["held_out"]) == REVIEWED
    with reviewed.reading() as connection:
        content = connection.execute(LEARNED.select()).one().content
    assert set(unpack(content, "it").values) == {role.value for role in KINDS}
    found = judged(reviewed, Slot.ROLE)
    assert found.curve[-1][0] == REVIEWED
    by_rules, by_model = (
        evaluate([one.example for one in found.by_machine[name]]) for name in (RULES, outcome.name)
    )
    assert (by_rules.examples, by_rules.accuracy) == (REVIEWED, 0)
    assert (by_model.examples, by_model.accuracy > 0.9) == (REVIEWED, True)
    assert all(one.text for one in found.by_machine[outcome.name])


def test_who_judges_alone_sees_the_model_measured_by_their_own_word(reviewed):
    (outcome,) = learn(reviewed)
    ben, review = reviewed.person("Ben"), reviews(reviewed)[0]
    node = paragraphs(review)[0]
    edit = editing.label(review, ben, [node.id], Slot.ROLE, "other")
    reviewed.apply(edit, review.document.id, ben).result()
    reviewed.judge_alone(ben, True).result()
    (one,) = judged(reviewed, Slot.ROLE, ben).by_machine[outcome.name]
    assert (one.node, one.example.given) == (node.id, ("other",))


def test_a_model_that_does_worse_than_the_rules_is_dropped_with_what_it_said(reviewed):
    (good,) = learn(reviewed)
    # now the rules come to be right about a new, larger report whose labels no words tell
    review = add_document(reviewed, 9, count=120)
    review_some(reviewed, review, 120, lambda node: Role.BACKGROUND)
    review = add_document(reviewed, 10, count=120)
    review_some(reviewed, review, 120, lambda node: Role.BACKGROUND)
    (bad,) = learn(reviewed)
    assert not bad.better
    assert not learned(reviewed)[0].current
    for review in reviews(reviewed):
        said = [one.key.reviewer for node in review.outline for one in review.decisions(node.id)]
        assert good.name not in said
        assert bad.name not in said
    assert check(reviewed.path) == []


def test_too_few_decisions_teach_nothing_and_say_so(project):
    review_some(project, add_document(project, 0), 10)
    (outcome,) = learn(project)
    assert outcome.refusal == f"10 confirmed; at least {LEAST} are needed"
    assert learned(project) == []


def test_what_few_reports_taught_is_suggested_in_them_alone(project):
    review_some(project, add_document(project, 0, count=90), REVIEWED)
    other = add_document(project, 1)
    (outcome,) = learn(project)
    assert outcome.better
    assert len(outcome.only) == 1
    for review, learned_here in ((reviews(project)[0], True), (reviews(project)[1], False)):
        said = [one.key.reviewer for node in review.outline for one in review.decisions(node.id)]
        assert (outcome.name in said) is learned_here
    assert other.document.id not in outcome.only


def test_what_was_done_before_can_be_undone_after_learning(reviewed):
    ann = reviewed.person("Ann")
    review = reviews(reviewed)[0]
    node = paragraphs(review)[-1]
    split = editing.split(review, ann, node.id, 20)
    reviewed.apply(split, review.document.id, ann).result()
    learn(reviewed)
    undone = reviewed.undo(review.document.id, ann).result()
    assert undone is not None
    after = reviewed.review(review.document.id)
    assert paragraphs(after)[-1].text == node.text
    assert check(reviewed.path) == []
    # memory goes the same way as the file
    assert any(is_model(change.key.reviewer) for change in undone.edit.changes if hasattr(change, "key"))


def test_accepting_a_learned_suggestion_agrees_with_it(reviewed):
    learn(reviewed)
    ann = reviewed.person("Ann")
    review = reviews(reviewed)[0]
    node = paragraphs(review)[-1]
    review.apply(editing.accept(review, ann, [node.id]))
    assert review.shown(node.id, Slot.ROLE, ann.id).value == true_role(node)
    assert review.status(node.id, ann.id) == "accepted"
    other = paragraphs(review)[-2]
    review.apply(editing.label(review, ann, [other.id], Slot.ROLE, true_role(other).value))
    assert review.status(other.id, ann.id) == "accepted"


def test_what_follows_its_lead_in_goes_on_to_follow_it(project):
    review = add_document(project, 0)
    node = paragraphs(review)[-1]
    (rules,) = review.decisions(node.id)
    assert node.id in [case.node for case in cases(review, Slot.ROLE)]
    followed = replace(rules, rule="inherited from the lead-in")
    review.apply(Edit("it follows", (DecisionChange(rules, followed),)))
    assert node.id not in [case.node for case in cases(review, Slot.ROLE)]


def test_a_bug_in_the_process_that_learns_is_told_as_one():
    """By a path that is none."""
    with pytest.raises(WorkerError, match="TypeError"):
        list(LearningProcess(None, [Slot.ROLE]).messages(lambda: False))


def test_a_damaged_project_is_told_as_one_by_the_process_that_learns(reviewed):
    never = DECISION.update().values(decided_at="never")
    reviewed.write(lambda c: c.execute(never), Priority.SETTING).result()
    with pytest.raises(UserFacingError, match="damaged"):
        list(LearningProcess(reviewed.path, [Slot.ROLE]).messages(lambda: False))


def test_a_project_that_the_process_cannot_read_is_one_line(tmp_path):
    with pytest.raises(UserFacingError, match="not found"):
        list(LearningProcess(tmp_path / "gone.paraph", [Slot.ROLE]).messages(lambda: False))
