"""The lists of a project as a table beside its dataset."""

from __future__ import annotations

import csv
import io
from contextlib import contextmanager

import pytest

from model.editing.listing import add_entry
from storage.exporting import export
from storage.exporting.as_lists import write_csv
from storage.exporting.formats import format_named
from storage.listing import COLUMNS, read_entries
from storage.project import Project
from tests.storage.stored_reports import csv_rows


def test_every_entry_of_every_list_is_a_row(project, tmp_path):
    path, _ = export(project, ["lists"], tmp_path)
    rows = csv_rows(path)
    with project.reading() as connection:
        entries = read_entries(connection)
    assert path.name.endswith(".lists.csv")
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(entries) > 70
    keys = {(row["entry"], int(row["place"])): row for row in rows}
    for entry in entries:
        row = keys[entry.node, entry.place]
        assert (row["name"], row["iso3"]) == (entry.name, entry.value.get("iso3", ""))
        assert (int(row["start"]), int(row["end"]), row["source"]) == (*entry.span, entry.source.value)


def test_what_is_read_back_are_the_entries_that_hold_lists(project, tmp_path):
    path, _ = export(project, ["lists"], tmp_path)
    back = list(format_named("lists").read_back(path))
    with project.reading() as connection:
        entries = read_entries(connection)
    assert {row.node for row in back} == {entry.node for entry in entries}
    assert len(back) == len({row.node for row in back})


@contextmanager
def _with_entry(reviewed, folder, name):
    """A copy of the project with one more entry in a list, and who added it."""
    copy = folder / "copy.paraph"
    copy.write_bytes(reviewed.read_bytes())
    with Project.open(copy) as project:
        ada = project.person("Ada")
        with project.reading() as connection:
            one = read_entries(connection)[0]
        edit = add_entry(project.review(one.document), ada, one.node, {"list": one.list, "name": name})
        project.apply(edit, one.document, ada).result()
        yield project, ada


def test_an_entry_of_any_length_is_read_back(reviewed, tmp_path):
    with _with_entry(reviewed, tmp_path, "x" * 200_000) as (project, _):
        rows = csv_rows(export(project, ["lists"], tmp_path)[0])
        assert max(len(row["name"]) for row in rows) == 200_000


def test_the_same_project_gives_the_same_bytes(project, tmp_path):
    first, second = (export(project, ["lists"], tmp_path / name)[0] for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


def test_no_cell_is_run_by_a_spreadsheet(reviewed, tmp_path):
    with _with_entry(reviewed, tmp_path, "=HYPERLINK(1)") as (project, ada):
        names = {row["name"] for row in csv_rows(export(project, ["lists"], tmp_path)[0])}
        assert "'=HYPERLINK(1)" in names
        file = io.StringIO(newline="")
        with project.reading() as connection:
            entries = read_entries(connection, ada.id)
            assert write_csv(entries, file) == len(entries)
        head, *rows = csv.reader(io.StringIO(file.getvalue(), newline=""))
        assert (tuple(head), len(rows)) == (COLUMNS, len(entries))
        assert "'=HYPERLINK(1)" in [row[COLUMNS.index("name")] for row in rows]


@pytest.mark.parametrize("damage", [b'"broken', b"one cell\r\n"])
def test_a_damaged_table_is_told_apart(project, tmp_path, damage):
    path, _ = export(project, ["lists"], tmp_path)
    path.write_bytes(path.read_bytes() + damage)
    with pytest.raises(ValueError, match="line "):
        list(format_named("lists").read_back(path))
