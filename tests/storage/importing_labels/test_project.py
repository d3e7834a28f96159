"""Another reviewer's copy of the project: what they decided comes in as theirs, and the later word counts."""

from __future__ import annotations

import shutil

import pytest

import main
from model import editing
from model.differing import differing
from model.errors import UserFacingError
from model.labels import Role, Slot, Span, Status
from storage.importing_labels import Request, import_labels
from storage.project import Project
from tests.storage.importing_labels.said import document, everything, node, word


@pytest.fixture
def copy(original, tmp_path):
    """As it was sent to Zoe."""
    path = tmp_path / "sent" / "Zoe’s copy.paraph"
    path.parent.mkdir()
    shutil.copy(original, path)
    return path


def label(project, name, number, slot, value, evidence=()):
    """What one person says, in one project."""
    reviewer = project.person(name)
    review = project.review(document(project))
    edit = editing.label(review, reviewer, [node(project, number).id], slot, value, evidence)
    project.apply(edit, review.document.id, reviewer).result()


def test_what_another_person_decided_in_a_copy_comes_in_as_theirs(project, copy):
    text = node(project, "7").text
    words = Span(0, len(text.split()[0]))
    with Project.open(copy) as other:
        label(other, "Zoe", "7", Slot.ROLE, Role.DECISION.value, (words,))
        label(other, "Zoe", "8", Slot.ROLE, Role.OTHER.value)
        theirs = word(other, node(other, "7"), Slot.ROLE, "Zoe")
    label(project, "Ada", "7", Slot.ROLE, Role.STATEMENT.value)
    outcome = import_labels(project, copy, Request())
    assert outcome.problems == []
    seven = node(project, "7")
    got = word(project, seven, Slot.ROLE, "Zoe")
    assert (got.value, got.evidence, got.decided_at) == (theirs.value, (words,), theirs.decided_at)
    assert word(project, seven, Slot.STATUS, "Zoe").value == Status.CORRECTED
    assert word(project, seven, Slot.ROLE, "Ada").value == Role.STATEMENT
    assert (Slot.ROLE, 0) in differing(project.review(document(project)), seven.id)
    assert outcome.differing == {document(project): 1}
    assert "people differ on 1 entry" in outcome.summary
    again = everything(project)
    repeated = import_labels(project, copy, Request())
    assert (repeated.changed, repeated.summary) == (0, f"nothing new, {repeated.unchanged} already there")
    assert everything(project) == again
    project.undo(document(project), project.person("Zoe")).result()
    assert word(project, seven, Slot.ROLE, "Zoe") is None


def test_of_one_person_in_both_projects_the_later_word_stands(project, copy):
    with Project.open(copy) as other:
        label(other, "Ada", "7", Slot.ROLE, Role.DECISION.value)
    label(project, "Ada", "7", Slot.ROLE, Role.STATEMENT.value)
    import_labels(project, copy, Request())
    assert word(project, node(project, "7"), Slot.ROLE, "Ada").value == Role.STATEMENT
    with Project.open(copy) as other:
        label(other, "Ada", "7", Slot.ROLE, Role.OBSERVATION.value)
    import_labels(project, copy, Request())
    assert word(project, node(project, "7"), Slot.ROLE, "Ada").value == Role.OBSERVATION


def test_words_stand_where_they_are_in_a_text_that_was_corrected_since(project, copy):
    with Project.open(copy) as other:
        label(
            other,
            "Zoe",
            "7",
            Slot.ROLE,
            Role.DECISION.value,
            (Span(0, len(node(other, "7").text.split()[0])),),
        )
    seven, ada = node(project, "7"), project.person("Ada")
    review = project.review(document(project))
    edit = editing.set_text(review, ada, seven.id, f"Now: {seven.text}")
    project.apply(edit, review.document.id, ada).result()
    import_labels(project, copy, Request())
    first = len(seven.text.split()[0])
    assert word(project, seven, Slot.ROLE, "Zoe").evidence == (Span(5, 5 + first),)


def test_what_is_not_in_this_project_is_listed(project, copy):
    with Project.open(copy) as other:
        zoe = other.person("Zoe")
        review = other.review(document(other))
        seven = node(other, "7")
        half = editing.split(review, zoe, seven.id, seven.text.index(" "))
        other.apply(half, review.document.id, zoe).result()
        label(other, "Zoe", "8", Slot.ROLE, Role.OTHER.value)
    outcome = import_labels(project, copy, Request())
    assert word(project, node(project, "8"), Slot.ROLE, "Zoe").value == Role.OTHER
    assert all("no such entry here" in problem for problem in outcome.problems)


def test_the_project_itself_and_one_without_decisions_are_refused(project, tmp_path):
    with pytest.raises(UserFacingError, match="the project itself"):
        import_labels(project, project.path, Request())
    Project.create(tmp_path / "empty.paraph").close()
    with pytest.raises(UserFacingError, match="nobody has decided anything in it yet; choose another copy"):
        import_labels(project, tmp_path / "empty.paraph", Request())


def test_it_comes_in_from_the_command_line(original, tmp_path, copy, capsys):
    with Project.open(copy) as other:
        label(other, "Zoe", "8", Slot.ROLE, Role.OTHER.value)
    mine = tmp_path / "mine.paraph"
    shutil.copy(original, mine)
    assert main.main(["import", str(copy), "--project", str(mine)]) == 0
    assert "came in" in capsys.readouterr().out
    with Project.open(mine) as project:
        assert word(project, node(project, "8"), Slot.ROLE, "Zoe").value == Role.OTHER
