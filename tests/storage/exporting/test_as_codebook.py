"""What each column of the tables means, and each value."""

import pytest

from model.labels import Role, Slot, Status
from model.lists import Category, ListKind
from model.nodes import Kind
from storage.exporting import export
from storage.exporting.as_bodies import COLUMNS as BODY_COLUMNS
from storage.exporting.as_codebook import Codebook
from storage.exporting.as_csv import columns
from storage.exporting.formats import DatasetContext
from storage.exporting.settings import Settings
from storage.listing import COLUMNS as LIST_COLUMNS
from storage.project import Project
from tests.storage.stored_reports import csv_rows


def of(book, table="dataset"):
    return [row for row in book if row["table"] == table]


@pytest.fixture(scope="module")
def written(reviewed, tmp_path_factory):
    """The rows of the dataset, and those of its codebook."""
    with Project.open(reviewed, read_only=True) as project:
        table, book, _ = export(project, ["csv", "codebook"], tmp_path_factory.mktemp("codebook"))
    return csv_rows(table), csv_rows(book)


def test_every_column_is_explained_once_in_the_tables_order(written):
    table, book = written[0], of(written[1])
    explained = [row for row in book if not row["value"]]
    assert [row["column"] for row in explained] == list(table[0]) == list(columns(DatasetContext("any")))
    assert all(row["type"] and row["meaning"] for row in explained)
    assert '"force"' in next(row["meaning"] for row in explained if row["column"] == "force_source")


def test_values_have_names_meanings_and_how_many_rows_have_them(written):
    table, book = written[0], of(written[1])
    roles = {row["value"]: row for row in book if row["column"] == "role" and row["value"]}
    assert set(roles) == set(Role)
    assert roles["recommendation"]["name"] == "Recommendation"
    assert roles["recommendation"]["meaning"]
    for name in ("role", "force", "kind", "status"):
        counted = {row["value"]: int(row["rows"]) for row in book if row["column"] == name}
        said = [row[name] for row in table if row[name]]
        assert counted.pop("") == len(said)
        assert {value: rows for value, rows in counted.items() if rows} == {
            value: said.count(value) for value in said
        }
    asked = [row["addressees"].split("; ") for row in table if row["addressees"]]
    rows = {(row["column"], row["value"]): int(row["rows"] or 0) for row in book}
    assert rows["addressees", "secretariat"] == sum("secretariat" in one for one in asked) > 0
    assert rows["themes", "data & charts"], "a value that no vocabulary of ours has"


def test_the_tables_of_lists_and_bodies_are_explained_too(written):
    for table, names in (("lists", LIST_COLUMNS), ("bodies", BODY_COLUMNS)):
        explained = [row for row in of(written[1], table) if not row["value"]]
        assert [row["column"] for row in explained] == list(names)
        assert all(row["type"] and row["meaning"] for row in explained)


@pytest.mark.parametrize(
    ("table", "name", "values"),
    [("dataset", "kind", Kind), ("dataset", "status", Status), ("lists", "list", ListKind),
     ("lists", "category", Category)],
)  # fmt: skip
def test_no_value_is_left_out(written, table, name, values):
    explained = [row for row in of(written[1], table) if row["column"] == name and row["value"]]
    assert {row["value"] for row in explained} == set(values)
    assert all(row["meaning"] for row in explained)


def test_only_the_chosen_labels_are_in_it(reviewed, tmp_path):
    with Project.open(reviewed, read_only=True) as project:
        settings = Settings(fields=(Slot.FORCE,))
        table, book, _ = export(project, ["csv", "codebook"], tmp_path, settings=settings)
    assert [row["column"] for row in of(csv_rows(book)) if not row["value"]] == list(csv_rows(table)[0])
    assert "role" not in {row["column"] for row in csv_rows(book)}


def test_a_damaged_one_is_no_codebook(tmp_path):
    path = tmp_path / "half.codebook.csv"
    path.write_text("table,column\r\ndataset,role\r\n", encoding="utf-8")
    with pytest.raises(ValueError, match="type"):
        list(Codebook().read_back(path))
