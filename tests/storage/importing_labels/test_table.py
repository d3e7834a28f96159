"""Labelled tables: matched by id, by number or by text; what does not fit is listed, formulas stay text."""

from __future__ import annotations

import csv
from unicodedata import normalize

import pytest

import main
from model import editing
from model.errors import UserFacingError
from model.labels import ReviewerKind, Slot
from storage import importing_labels
from storage.exporting import export
from storage.importing_labels import Request, import_labels
from storage.project import Project
from tests.storage.importing_labels.said import document, everything, node, word


def table(path, rows, encoding="utf-8"):
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.mark.parametrize("reviewer", ["", "Zoe"])
def test_a_table_of_ours_that_nobody_touched_changes_nothing(project, tmp_path, reviewer):
    before = everything(project)
    outcome = import_labels(project, export(project, ["csv"], tmp_path)[0], Request(reviewer))
    assert (outcome.changed, outcome.problems) == (0, [])
    assert outcome.unchanged > 10
    assert everything(project) == before


def test_a_suggestion_that_was_changed_in_a_table_of_ours_is_listed_until_it_is_called_somebodys(
    project, tmp_path
):
    with export(project, ["csv"], tmp_path)[0].open(encoding="utf-8-sig", newline="") as file:
        heading, *rows = csv.reader(file)
    at = {name: place for place, name in enumerate(heading)}
    suggested = [row for row in rows if row[at["role_source"]] == "suggested"]
    changed, line = suggested[0], rows.index(suggested[0]) + 2
    changed[at["role"]] = "decision" if changed[at["role"]] != "decision" else "statement"
    path = table(tmp_path / "labels.csv", [heading, *rows])
    assert import_labels(project, path, Request(otherwise="Zoe")).problems == [
        f"row {line}: role: {changed[at['role']]} is not what is suggested; "
        "if it is somebody's word, empty role_source there"
    ]
    changed[at["role_source"]] = ""
    outcome = import_labels(project, table(path, [heading, *rows]), Request(otherwise="Zoe"))
    assert (outcome.changed, outcome.problems) == (1, [])
    entry = project.review(document(project)).outline[changed[at["id"]]]
    assert word(project, entry, Slot.ROLE, "Zoe").value == changed[at["role"]]


@pytest.mark.parametrize(("reviewer", "whose"), [("", "model@3"), ("model@4", "model@4")])
def test_a_table_may_name_the_machine_for_each_label(project, tmp_path, reviewer, whose):
    rows = [("id", "role", "role_reviewer"), (node(project, "7").id, "decision", "model@3")]
    import_labels(project, table(tmp_path / "labels.csv", rows), Request(reviewer, is_machine=True))
    assert whose in {one.name for one in project.reviewers() if one.kind is ReviewerKind.MACHINE}


def test_a_column_without_a_name_says_nothing_of_whose_labels_these_are(project, tmp_path):
    seven = node(project, "7")
    rows = [("", "id", "role", "role_source"), ("17", seven.id, "decision", "")]
    outcome = import_labels(project, table(tmp_path / "labels.csv", rows), Request(otherwise="Zoe"))
    assert outcome.changed == 1
    assert word(project, node(project, "7"), Slot.ROLE, "Zoe").value == "decision"


def test_rows_are_matched_by_number_and_values_by_name_too(project, tmp_path):
    rows = [
        ("Para.", "Type", "Asked", "How strongly"),
        ("7.", "Decision", "Secretariat; States parties", "4"),
        ("(8)", "statement", "member-states", ""),
        ("99", "decision", "", ""),
        ("9", "nonsense", "", "Requests"),
        ("10", "", "", "very"),
    ]
    columns = {"number": "Para.", "role": "Type", "addressees": "Asked", "force": "How strongly"}
    request = Request("Zoe", columns=columns, document="harb/conf/wg.2/2024/6")
    outcome = import_labels(project, table(tmp_path / "labels.csv", rows), request)
    assert outcome.changed == 6
    seven, eight = node(project, "7"), node(project, "8")
    assert word(project, seven, Slot.ROLE, "Zoe").value == "decision"
    assert word(project, seven, Slot.ADDRESSEES, "Zoe").value == ["secretariat", "states-parties"]
    assert word(project, seven, Slot.FORCE, "Zoe").value == 4
    assert word(project, eight, Slot.ROLE, "Zoe").value == "statement"
    assert outcome.problems == [
        "row 4: no paragraph has the number 99 in harb/conf/wg.2/2024/6",
        "row 5: role: nonsense is not a value that the project knows",
        "row 6: force: very is not a value that the project knows",
    ]
    project.undo(document(project), project.person("Zoe")).result()
    assert word(project, seven, Slot.ROLE, "Zoe") is None


def test_labels_come_in_also_where_their_reviewer_is_at_work_meanwhile(project, tmp_path, monkeypatch):
    seven, eight, zoe = node(project, "7"), node(project, "8"), project.person("Zoe")
    read, where = project.review, document(project)

    def read_and_changed(document_id):
        """Zoe labels one entry and takes another out between what is read and what is written."""
        review = read(document_id)
        monkeypatch.setattr(project, "review", read)
        edit = editing.label(review, zoe, [seven.id], Slot.ROLE, "statement")
        project.apply(edit, where, zoe).result()
        project.apply(editing.merge_with_previous(read(where), zoe, eight.id), where, zoe).result()
        return review

    monkeypatch.setattr(project, "review", read_and_changed)
    rows = [("id", "role"), (seven.id, "decision"), (eight.id, "decision")]
    outcome = import_labels(project, table(tmp_path / "labels.csv", rows), Request("Zoe"))
    assert (outcome.changed, outcome.problems) == (1, ["row 3: the entry has just been taken out"])
    assert word(project, seven, Slot.ROLE, "Zoe").value == "decision"


def test_rows_are_matched_by_text_where_nothing_else_tells(project, tmp_path):
    seven = node(project, "7")
    rows = [("text", "role"), (seven.text.upper().replace(" ", "  "), "decision"), ("May.", "decision")]
    outcome = import_labels(project, table(tmp_path / "labels.csv", rows), Request("Zoe"))
    assert outcome.changed == 1
    assert word(project, seven, Slot.ROLE, "Zoe").value == "decision"
    assert outcome.problems == ["row 3: no paragraph or item reads “May.”"]


def test_what_a_report_adds_in_brackets_at_the_end_may_be_missing(project, tmp_path):
    outline = project.review(document(project)).outline
    officer = next(node for node in outline if node.text == "Kwabena Oduro (Ghana)")
    path = table(tmp_path / "labels.csv", [("text", "role"), ("Kwabena Oduro", "other")])
    assert import_labels(project, path, Request("Zoe")).problems == []
    assert word(project, officer, Slot.ROLE, "Zoe").value == "other"


def test_a_number_whose_text_is_another_one_is_not_matched(project, tmp_path):
    words = "Something else that was paragraph 7 of the draft."
    rows = [("document", "number", "text", "role"), ("HARB/CONF/WG.2/2024/6", "7", words, "decision")]
    outcome = import_labels(project, table(tmp_path / "labels.csv", rows), Request("Zoe"))
    assert outcome.changed == 0
    assert "no paragraph or item reads “Something else" in outcome.problems[0]


def test_formulas_are_text_and_lose_only_the_apostrophe_that_we_add(project, tmp_path):
    seven = node(project, "7")
    rows = [("id", "note"), (seven.id, "'=HYPERLINK(1)")]
    import_labels(project, table(tmp_path / "labels.csv", rows), Request("Zoe"))
    assert word(project, seven, Slot.NOTE, "Zoe").value == "=HYPERLINK(1)"


def test_a_heading_has_no_role(project, tmp_path):
    outline = project.review(document(project)).outline
    heading = next(node for node in outline if node.kind == "section")
    path = table(tmp_path / "labels.csv", [("id", "role"), (heading.id, "decision")])
    assert import_labels(project, path, Request("Zoe")).problems == ["row 2: role: a section has none"]


def test_a_recommendation_that_an_entry_does_not_hold_is_listed(project, tmp_path):
    seven = node(project, "7")
    path = table(tmp_path / "labels.csv", [("id", "frame", "force"), (seven.id, "57", "4")])
    assert import_labels(project, path, Request("Zoe")).problems == [
        "row 2: force: there is no recommendation 58 in it"
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("id,role\n\xe9,decision\n".encode("latin-1"), "not in UTF-8"),
        (b"id,role\na,b,c\n", "line 2 has 3 cells"),
        (b'id,role\n"a,decision\n', "save it as CSV again"),
        (b"", "empty"),
        (b"a,b\n1,2\n", "no column holds labels"),
        (b"role,b\ndecision,2\n", "no column names the entries"),
        (b"id,role\n", "no labels in it that Paraph knows; choose another file"),
        (b"id,role\n" + b"x,decision\n" * 21, "more than 20 labels"),
    ],
)
def test_a_table_that_is_none_is_one_clear_line(project, tmp_path, monkeypatch, data, says):
    monkeypatch.setattr(importing_labels, "MOST_WORDS", 20)
    path = tmp_path / "bad.csv"
    path.write_bytes(data)
    before = everything(project)
    with pytest.raises(UserFacingError) as raised:
        import_labels(project, path, Request("Zoe"))
    assert str(raised.value).startswith(f"{path}: ")
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)
    assert "--" not in str(raised.value)  # the window says it, too
    assert everything(project) == before


@pytest.mark.parametrize("frame", ["9" * 5_000, "999999999999"])
def test_a_recommendation_of_a_huge_number_is_listed(project, tmp_path, frame):
    seven = node(project, "7")
    path = table(tmp_path / "labels.csv", [("id", "frame", "force"), (seven.id, frame, "4")])
    (problem,) = import_labels(project, path, Request("Zoe")).problems
    assert "there is no recommendation 1000000000 in it" in problem


@pytest.mark.parametrize(
    ("row", "says"),
    [(("x" * 201, "a note"), "a reviewer's name of 201"), (("Zoe", r'["\ud800"]'), "half a character")],
)
def test_what_the_project_cannot_hold_is_one_clear_line(project, tmp_path, row, says):
    seven = node(project, "7")
    path = table(tmp_path / "labels.csv", [("id", "reviewer", "note"), (seven.id, *row)])
    with pytest.raises(UserFacingError, match=says) as caught:
        import_labels(project, path, Request())
    assert str(caught.value).startswith(f"{path}: row 2: ")


def test_of_very_many_problems_the_first_are_listed(project, tmp_path):
    rows = [("id", "role"), *((f"no-{number}", "decision") for number in range(1_200))]
    outcome = import_labels(project, table(tmp_path / "labels.csv", rows), Request("Zoe"))
    assert outcome.summary.endswith("1200 could not be used")
    assert len(outcome.listed) == 501
    assert outcome.listed[-1] == "and 700 more"


def test_a_spreadsheet_is_to_be_saved_as_csv_first(project, tmp_path, capsys):
    path = tmp_path / "labels.xlsx"
    path.write_bytes(b"PK\x03\x04")
    project.close()
    assert main.main(["import", str(path), "--project", str(project.path)]) == 2
    assert "a spreadsheet; save the sheet as CSV UTF-8, and import that" in capsys.readouterr().err


def test_the_command_lists_what_it_could_not_use(project, tmp_path, capsys):
    seven = node(project, "7")
    path = table(tmp_path / "labels.csv", [("Nr", "Type"), ("7", "decision"), ("99", "decision")])
    project.close()
    wanted = ["import", str(path), "--project", str(project.path), "--reviewer", "Zoe"]
    named = [*wanted, "--document", "report.pdf", "--map", "number=Nr", "--map", "role=Type"]
    assert main.main(named) == 1
    assert capsys.readouterr().out.splitlines() == [
        "labels.csv: 1 label in 1 report came in, 1 could not be used",
        "  row 3: no paragraph has the number 99 in report.pdf",
    ]
    with Project.open(project.path, read_only=True) as again:
        assert word(again, seven, Slot.ROLE, "Zoe").value == "decision"
    assert main.main(wanted) == 2
    assert "no column holds labels; call one role, force, ..., or use --map role=" in capsys.readouterr().err


def test_entries_and_people_are_found_however_a_file_writes_accents(project, tmp_path):
    """Some systems take letters apart: a name or a text is the same for people."""
    zoe = project.person("Zo\xeb")
    assert project.person("  Zoe\u0308 ") == zoe
    review = project.review(project.documents()[0].id)
    seven = node(project, "7")
    words = "Le Comit\xe9 a d\xe9cid\xe9 de cr\xe9er un groupe."
    project.apply(editing.set_text(review, zoe, seven.id, words), review.document.id, zoe).result()
    rows = [("text", "role", "reviewer"), (normalize("NFD", words), "decision", "Zoe\u0308")]
    outcome = import_labels(project, table(tmp_path / "labels.csv", rows), Request())
    assert (outcome.changed, outcome.problems) == (1, [])
    assert word(project, node(project, "7"), Slot.ROLE, "Zo\xeb").value == "decision"
