"""Label Studio: tasks that its labelling interface takes, with every choice and region in it."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from storage.exporting import export
from storage.exporting.as_labelstudio import CONFIG
from storage.exporting.formats import format_named
from storage.project import Project


@pytest.fixture(scope="module")
def folder(reviewed, tmp_path_factory):
    with Project.open(reviewed, read_only=True) as project:
        return export(project, ["labelstudio"], tmp_path_factory.mktemp("labelstudio"))[0]


@pytest.fixture(scope="module")
def tasks(folder):
    return json.loads((folder / "tasks.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def config(folder):
    return etree.parse(folder / "labeling-config.xml").getroot()


def results(tasks):
    for task in tasks:
        for of_one in (*task.get("annotations", ()), *task.get("predictions", ())):
            for result in of_one["result"]:
                yield task, result


def test_every_result_fits_the_interface(tasks, config):
    tags = {"choices": ("Choices", "Choice"), "labels": ("Labels", "Label")}
    for _, result in results(tasks):
        assert config.find(f".//Text[@name='{result['to_name']}']") is not None
        if result["type"] == "textarea":
            assert config.find(f".//TextArea[@name='{result['from_name']}']") is not None
            continue
        holder, inner = tags[result["type"]]
        control = config.find(f".//{holder}[@name='{result['from_name']}']")
        assert control.get("toName") == result["to_name"]
        offered = {one.get("value") for one in control.iter(inner)}
        values = result["value"][result["type"]]
        assert set(values) <= offered
        if control.get("choice") == "single":
            assert len(values) == 1


def test_every_variable_of_the_interface_is_in_every_task(tasks, config):
    used = {word[1:] for made in config.iter() for word in made.get("value", "").split() if word[0] == "$"}
    assert {"text", "lead_in", "headings"} <= used
    assert all(used <= task["data"].keys() for task in tasks)


def test_words_of_every_kind_can_be_marked_there(config):
    labels = {one.get("value") for one in config.iter("Label")}
    assert {"verb", "conditions/resources", "time-frame/deadline", "instruments/treaty"} <= labels
    assert "conditions" not in labels


def test_a_choice_says_what_it_means(config):
    choice = config.find(".//Choices[@name='role']/Choice[@value='recommendation']")
    assert choice.get("hint").startswith("Recommendation: ")


def test_regions_hold_the_words_that_they_say(tasks):
    count = 0
    for task, result in results(tasks):
        if result["type"] == "labels":
            value = result["value"]
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"] != ""
            count += 1
    assert count > 50


def test_people_are_annotations_and_machines_predictions(tasks, project):
    review = project.review(project.documents()[0].id)
    five = next(node for node in review.outline if node.number == "5" and node.kind == "paragraph")
    task = next(task for task in tasks if task["meta"]["id"] == five.id)
    said = {
        (result["from_name"], label): result
        for result in task["annotations"][0]["result"]
        for label in result["value"].get("labels", [""])
    }
    assert said["force", ""]["value"] == {"choices": ["4"]}
    assert said["force", ""]["meta"] == {"text": ["Ben <&> Söhne"]}
    assert said["addressees", ""]["value"] == {"choices": ["states-parties", "secretariat"]}
    assert said["words", "verb"]["value"]["text"] == "should designate"
    assert said["words", "conditions/extent"]["value"]["text"] == "one"
    assert said["note", ""]["value"] == {"text": ["see <b>=1+1</b> & “more”"]}
    machine = [task for task in tasks if "predictions" in task]
    assert all(task["predictions"][0]["model_version"] for task in machine)
    assert len(machine) > 20


def test_a_paragraph_with_two_recommendations_is_two_tasks(tasks, project):
    review = project.review(project.documents()[0].id)
    six = next(node for node in review.outline if node.number == "6" and node.kind == "paragraph")
    of_six = [task for task in tasks if task["meta"]["id"] == six.id]
    assert [task["meta"]["frame"] for task in of_six] == [0, 1]
    assert of_six[1]["annotations"][0]["result"][0]["value"] == {"choices": ["5"]}


def test_every_paragraph_and_item_is_a_task_and_knows_its_lead_in(tasks, project):
    for row in project.documents():
        outline = project.review(row.id).outline
        wanted = {node.id for node in outline if node.kind in ("paragraph", "item")}
        assert {task["meta"]["id"] for task in tasks if task["meta"]["document"] == row.id} >= wanted
        for task in tasks:
            if task["meta"]["document"] == row.id:
                parent = outline.get(outline[task["meta"]["id"]].parent or "")
                leads = parent is not None and parent.kind in ("paragraph", "item")
                assert task["data"]["lead_in"] == (parent.text if leads else "")


def test_the_same_project_gives_the_same_bytes(project, folder, tmp_path):
    again = export(project, ["labelstudio"], tmp_path)[0]
    for path in folder.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes()


def test_an_interface_that_is_cut_off_is_not_read_back(folder, tmp_path):
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert list(format_named("labelstudio").read_back(tmp_path))
    config = tmp_path / CONFIG
    config.write_bytes(config.read_bytes()[:-9])
    with pytest.raises(ValueError, match="tag"):
        list(format_named("labelstudio").read_back(tmp_path))
