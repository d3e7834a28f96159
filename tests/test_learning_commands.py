"""`paraph learn`, `suggest` and `evaluate`: what they print, where, and their exit status."""

from __future__ import annotations

import csv

import pytest

import main
from storage.project import Project
from tests.model.learning.tables_made import write
from tests.storage.reviewed import add_document, reviewed_project

OK, MENDABLE = 0, 2


@pytest.fixture
def table(tmp_path):
    return write(tmp_path / "labelled.csv")


def test_a_table_teaches_what_is_suggested_for_it_and_measured(table, tmp_path, capsys):
    learned = tmp_path / "themes.model"
    arguments = ["--text", "text", "--label", "themes", "--multi", "|", "--out", str(learned)]
    assert main.main(["learn", str(table), *arguments]) == OK
    told = capsys.readouterr().out.splitlines()
    assert told[0].endswith("themes.model: learned themes from 216 texts")
    assert any(line.startswith("  macro F1 on texts held out: ") for line in told)

    out = tmp_path / "out.csv"
    assert main.main(["suggest", str(learned), str(table), "--text", "text", "--out", str(out)]) == OK
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    right = sum(set(row["themes"].split("|")) == set(row["themes_suggested"].split("|")) for row in rows)
    assert right / len(rows) > 0.9
    capsys.readouterr()

    assert main.main(["evaluate", str(learned), str(table), "--text", "text"]) == OK
    told = capsys.readouterr().out
    assert "micro F1" in told
    assert "schools" in told


def test_a_confusion_is_printed_where_a_text_has_one_label(table, tmp_path, capsys):
    model = str(tmp_path / "m")
    assert main.main(["learn", str(table), "--text", "text", "--label", "action", "--out", model]) == OK
    capsys.readouterr()
    assert main.main(["evaluate", model, str(table), "--text", "text", "--label", "action"]) == OK
    assert "given       3       4       5" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [
    ["learn", "TABLE", "--text", "nowhere", "--label", "action", "--out", "m"],
    ["learn", "TABLE", "--text", "text", "--label", "text", "--out", "m"],
    ["learn", "TABLE", "--text", "text", "--label", "action", "--out", "no/such/folder/m"],
    ["learn", "nowhere.csv", "--text", "text", "--label", "action", "--out", "m"],
    ["suggest", "TABLE", "TABLE", "--text", "text", "--out", "out.csv"],
    ["suggest", "nowhere.model", "TABLE", "--text", "text", "--out", "out.csv"],
    ["evaluate", "TABLE", "TABLE", "--text", "text"],
    ["evaluate", "TABLE"],
    ["learn", "TABLE", "--label", "action"],
    ["learn", "nowhere.paraph", "--label", "role"],
    ["learn", "PROJECT", "--label", "colour"],
    ["learn", "PROJECT", "--label", "role"],
    ["evaluate", "PROJECT"],
])  # fmt: skip
def test_what_the_user_can_mend_is_one_line_and_status_2(arguments, table, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with Project.create(tmp_path / "p.paraph", "Ann") as project:
        add_document(project, 0)
    files = {"TABLE": str(table), "PROJECT": "p.paraph"}
    assert main.main([files.get(one, one) for one in arguments]) == MENDABLE
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("paraph: ")


def test_a_project_teaches_from_its_decisions_and_is_measured(tmp_path, capsys):
    path = tmp_path / "p.paraph"
    reviewed_project(path).close()
    assert main.main(["learn", str(path), "--label", "role"]) == OK
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("role: learned from 60 decisions; F1 on decisions held out ")
    assert line.endswith(", of the rules 0.000: it suggests from now on")

    assert main.main(["evaluate", str(path), "--label", "role"]) == OK
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "role, rules"
    assert any(one.startswith("role, model@") for one in told)
