"""Export to Label Studio → work there → import: what was done there is somebody's decisions here."""

from __future__ import annotations

import json

import pytest

from model.errors import UserFacingError
from model.labels import Slot, Span
from storage.exporting import export
from storage.importing_labels import Request, import_labels
from tests.storage.importing_labels.said import document, everything, node, word


@pytest.fixture
def tasks(project, tmp_path):
    folder = export(project, ["labelstudio"], tmp_path / "out")[0]
    return json.loads((folder / "tasks.json").read_text("utf-8"))


def come_back(project, tmp_path, tasks, request=None):
    path = tmp_path / "annotated.json"
    path.write_text(json.dumps(tasks), encoding="utf-8")
    return import_labels(project, path, request or Request())


def annotated(tasks, entry, result, by):
    """The task of an entry as Label Studio gives it back with a new annotation."""
    task = next(task for task in tasks if task["meta"]["id"] == entry.id)
    annotation = {"id": 7, "completed_by": by, "was_cancelled": False, "result": result}
    return {**task, "id": 3, "annotations": [annotation]}


def choice(name, *values):
    value = {"choices": list(values)}
    return {"id": "x", "from_name": name, "to_name": "text", "type": "choices", "value": value}


def region(entry, words, label):
    start = entry.text.index(words)
    value = {"start": start, "end": start + len(words), "text": words, "labels": [label]}
    return {"id": "y", "from_name": "words", "to_name": "text", "type": "labels", "value": value}


ZOE = {"id": 4, "first_name": "Zoe", "last_name": "", "email": "zoe@example.org"}


def test_what_nobody_touched_changes_nothing(project, tmp_path, tasks):
    before = everything(project)
    outcome = come_back(project, tmp_path, tasks)
    assert (outcome.changed, outcome.problems) == (0, [])
    assert outcome.unchanged > 5
    assert everything(project) == before


def test_an_annotation_is_the_decision_of_who_made_it_and_can_be_undone(project, tmp_path, tasks):
    seven = node(project, "7")
    result = [
        choice("role", "decision"),
        choice("addressees", "secretariat", "un-igo"),
        choice("themes", "open data", "machines"),
        region(seven, "requested", "verb"),
        region(seven, "machines", "themes/machines"),
        region(seven, "within existing resources", "conditions/resources"),
    ]
    outcome = come_back(project, tmp_path, [annotated(tasks, seven, result, ZOE)])
    assert (outcome.changed, outcome.problems) == (5, [])
    assert word(project, seven, Slot.ROLE, "Zoe").value == "decision"
    assert word(project, seven, Slot.ADDRESSEES, "Zoe").value == ["secretariat", "un-igo"]
    start = seven.text.index("machines")
    themes = word(project, seven, Slot.THEMES, "Zoe")
    assert (themes.value, themes.evidence) == (
        ["open data", "machines"],
        (Span(0, 0), Span(start, start + 8)),
    )
    assert word(project, seven, Slot.VERB, "Zoe").value == "requested"
    conditions = word(project, seven, Slot.CONDITIONS, "Zoe")
    assert conditions.value == [{"kind": "resources", "text": "within existing resources"}]
    assert project.undo(document(project), project.person("Zoe")).result() is not None
    assert word(project, seven, Slot.ROLE, "Zoe") is None


def test_a_task_without_our_ids_is_found_by_its_text(project, tmp_path, tasks):
    seven = node(project, "7")
    task = annotated(tasks, seven, [choice("role", "decision")], "eve@example.org")
    task = {"id": 1, "data": {"text": f"  {seven.text}\n"}, "annotations": task["annotations"]}
    assert come_back(project, tmp_path, [task]).changed == 1
    assert word(project, seven, Slot.ROLE, "eve@example.org").value == "decision"


def test_what_cannot_be_matched_or_is_no_value_is_listed(project, tmp_path, tasks):
    seven = node(project, "7")
    lost = {"data": {"text": "A text that stands in no report of the project."},
            "annotations": [{"result": [choice("role", "decision")]}]}  # fmt: skip
    wrong = annotated(tasks, seven, [choice("role", "nonsense"), choice("force", "9")], ZOE)
    outcome = come_back(project, tmp_path, [lost, wrong], Request(reviewer="Zoe"))
    assert outcome.changed == 0
    assert len(outcome.problems) == 3
    assert outcome.problems[0].startswith("task 1: no paragraph or item reads “A text that stands in no")
    assert all(problem.startswith("task 2: ") for problem in outcome.problems[1:])


def test_words_outside_the_text_are_listed_and_moved_words_found(project, tmp_path, tasks):
    seven = node(project, "7")
    outside = region(seven, "requested", "verb")
    outside["value"] |= {"start": 5_000, "end": 5_009, "text": "elsewhere"}
    moved = region(seven, "free of charge", "task")
    moved["value"] |= {"start": 0, "end": 14}
    outcome = come_back(project, tmp_path, [annotated(tasks, seven, [outside, moved], ZOE)])
    assert outcome.changed == 1
    start = seven.text.index("free of charge")
    assert word(project, seven, Slot.TASK, "Zoe").evidence == (Span(start, start + 14),)
    assert outcome.problems == ["task 1: verb: the words “elsewhere” are not at that place in the text"]


def test_words_without_a_value_are_listed(project, tmp_path, tasks):
    seven = node(project, "7")
    result = [region(seven, "machines", "conditions"), region(seven, "Secretariat", "addressees")]
    outcome = come_back(project, tmp_path, [annotated(tasks, seven, result, ZOE)])
    assert outcome.changed == 0
    assert outcome.problems == [
        "task 1: conditions: “machines” has no value",
        "task 1: addressees: “Secretariat” has no value",
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"{]", "not JSON, or damaged"),
        (b"[" * 200_000, "not JSON, or damaged"),
        (b"\xff\xfe\x00", "not JSON, or damaged"),
        (b'{"a": 1}', "no list of tasks"),
        (b"[3]", "task 1 is not as Label Studio writes it"),
        (b'[{"data": {"text": 5}, "annotations": []}]', "task 1 is not as Label Studio writes it"),
        (b'[{"data": {"text": "a"}, "annotations": {"x": 1}}]', "task 1 is not as Label Studio writes it"),
        (b'[{"data": {"text": "a"}, "annotations": [{"result": [{"type": "choices", "from_name": "role",'
         b' "value": {"choices": "decision"}}]}]}]', "task 1 is not as Label Studio writes it"),
        (b'[{"data": {"text": "a"}, "annotations": [{"result": [{"type": "labels", "from_name": "words",'
         b' "value": {"start": -4, "end": 1e9, "labels": ["verb"]}}]}]}]', "a region from -4 to"),
        (b"[]", "no labels in it"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_one_clear_line(project, tmp_path, data, says):
    path = tmp_path / "bad.json"
    path.write_bytes(data)
    before = everything(project)
    with pytest.raises(UserFacingError) as raised:
        import_labels(project, path, Request(reviewer="Zoe"))
    assert str(raised.value).startswith(f"{path}: ")
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)
    assert everything(project) == before


def test_labels_of_nobody_are_refused(project, tmp_path, tasks):
    task = annotated(tasks, node(project, "7"), [choice("role", "decision")], 12)
    with pytest.raises(UserFacingError, match="--reviewer NAME"):
        come_back(project, tmp_path, [task])


def test_a_machines_labels_are_suggestions(project, tmp_path, tasks):
    seven = node(project, "7")
    task = annotated(tasks, seven, [choice("role", "decision")], 12)
    come_back(project, tmp_path, [task], Request(reviewer="model@3", is_machine=True))
    review = project.review(document(project))
    assert "model@3" in review.machines
    assert word(project, seven, Slot.ROLE, "model@3").value == "decision"
    assert word(project, seven, Slot.STATUS, "model@3") is None
