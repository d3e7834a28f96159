"""Learning from tables and suggesting for others: what is right, what is told of bad tables."""

from __future__ import annotations

import csv

import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest

from model.errors import UserFacingError
from model.learning import on_tables, tables
from model.learning.on_tables import evaluate_table, labelled, learn_table, suggest_table
from tests.model.learning.tables_made import write


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    return write(tmp_path_factory.mktemp("tables") / "labelled.csv")


@pytest.fixture(scope="module")
def of_action(table):
    return learn_table(table, "text", "action", "")[0]


@pytest.fixture(scope="module")
def of_themes(table):
    return learn_table(table, "text", "themes", "|")[0]


def _told(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_value_is_learned_from_words_that_tell_it(of_action, table):
    found = evaluate_table(of_action, table, "text", "action")
    assert found.accuracy > 0.95
    assert found.calibration_error < 0.15
    assert sum(found.confusion.values()) == found.examples


def test_a_column_that_the_model_never_learned_is_told_and_not_measured(of_action, table):
    with pytest.raises(
        UserFacingError, match=r"labelled.csv: .*learned action and none of the values in 'themes'"
    ):
        evaluate_table(of_action, table, "text", "themes")


def test_several_values_are_learned_and_both_are_suggested(of_themes, table):
    found = evaluate_table(of_themes, table, "text", "themes")
    assert found.micro_f1 > 0.95
    assert not found.confusion
    (one,) = of_themes.suggest(["Promote wells and rivers and on teachers and pupils"])
    assert set(one.labels) == {"water", "schools"}
    assert list(one.confidences) == sorted(one.confidences, reverse=True)


def test_what_was_held_out_measures_the_model(of_action):
    assert of_action.metrics["examples"] == 216
    assert of_action.metrics["accuracy"] > 0.9


def test_the_words_that_weighed_are_told(of_action, of_themes):
    text = "Ratify measures on primary schools"
    (weighed,) = of_action.why([text], ["5"])
    assert [one.word for one in weighed[:2]] == ["=action 5", "ratify"]
    (weighed,) = of_themes.why([text], ["schools"])
    assert weighed[0].word in ("primary", "schools")


def test_rules_alone_teach_where_words_are_new(of_action):
    # the verb is in none of the texts; the rules know how far it goes
    (one,) = of_action.suggest(["Establish harbours"])
    assert one.labels == ("5",)


def test_suggestions_are_added_to_the_table_as_it_is(of_themes, table, tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "BATCH", 50)
    out = tmp_path / "out.csv"
    assert suggest_table(of_themes, table, "text", out) == 216
    rows, before = _told(out), _told(table)
    assert [row["id"] for row in rows] == [row["id"] for row in before]
    assert list(rows[0]) == ["id", "text", "action", "themes", "themes_suggested", "themes_confidence"]
    two = next(row for row in rows if row["themes_suggested"].count("|") == 1)
    assert all(0 < float(sure) <= 1 for sure in two["themes_confidence"].split("|"))
    assert list(tmp_path.iterdir()) == [out]


def test_an_empty_text_gets_no_suggestion(of_action, tmp_path):
    path = tmp_path / "texts.csv"
    path.write_text("text\nRatify it\n  \n", encoding="utf-8")
    suggest_table(of_action, path, "text", tmp_path / "out.csv")
    first, second = _rows(tmp_path / "out.csv")
    assert first[1:] == ["5", first[2]]
    assert second[1:] == ["", ""]


def _rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def test_a_parquet_table_says_the_same_as_csv(of_action, table, tmp_path):
    rows = _told(table)
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    columns["action"] = [int(action) for action in columns["action"]]
    path = tmp_path / "labelled.parquet"
    parquet.write_table(arrow.table(columns), path)
    assert evaluate_table(of_action, path, "text", "action") == evaluate_table(
        of_action, table, "text", "action"
    )


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_are_read(of_action, tmp_path, delimiter):
    path = write(tmp_path / "other.csv", delimiter, times=1)
    assert evaluate_table(of_action, path, "text", "action").examples == 54
    path.write_text(f"sep={delimiter}\n{path.read_text('utf-8')}", encoding="utf-8")
    assert evaluate_table(of_action, path, "text", "action").examples == 54


def test_of_a_larger_table_every_second_or_fourth_row_is_taken(table):
    there = labelled(table, "text", "action", "", most=60)
    assert there.rows == 216
    assert len(there.texts) == 54
    assert there.texts[1].endswith("point 0.")
    assert there.texts[-1].endswith("point 3.")


def test_a_rare_value_and_texts_said_twice_do_no_harm(tmp_path):
    path = tmp_path / "rare.csv"
    lines = [*(f"Ratify it {n},5" for n in range(20)), "Consider that,3", "Share this,1", "Ratify it 1,5"]
    path.write_text("text,action\n" + "\n".join(lines), encoding="utf-8")
    model, _ = learn_table(path, "text", "action", "")
    assert model.values == ("1", "3", "5")
    assert model.suggest(["Ratify it 7"])[0].labels == ("5",)


def test_many_values_are_learned_with_confidence_too(tmp_path):
    path = tmp_path / "states.csv"
    rows = [f"Visit place {name} in week {week},state {name}" for name in range(60) for week in range(6)]
    path.write_text("text,state\n" + "\n".join(rows), encoding="utf-8")
    model, _ = learn_table(path, "text", "state", "")
    (one,) = model.suggest(["Visit place 17 in week 9"])
    assert one.labels == ("state 17",)
    assert 0.3 < one.confidences[0] <= 1


BAD = {
    "a missing column": ("text,other\na,1\n", "no column 'action'; the columns are: text, other"),
    "nothing": ("", "empty; a table with a line of column names is needed"),
    "no rows": ("text,action\n", "no row has something in both 'text' and 'action'; name other columns"),
    "no label": ("text,action\na,b\nc,d\ne,f", "3 different values in 3 texts"),
    "one class": ("text,action\na,5\nb,5\n", "only '5' occurs"),
    "a long row": ("text,action\na,5,3\n", "line 2 has 3 cells, the line of names 2"),
    "an open quote": (
        'text,action\n"a,5\n',
        "cannot be read as a table (unexpected end of data); save it as CSV again",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_table_is_told_in_one_line(tmp_path, name):
    content, words = BAD[name]
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserFacingError) as error:
        learn_table(path, "text", "action", "")
    assert words in str(error.value)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)


def test_a_text_of_any_length_is_a_text(tmp_path):
    """Python's own limit is 131,072 characters a cell."""
    path = tmp_path / "long.csv"
    long = "dig wells " * 20_000
    path.write_text(
        f'text,action\n"{long}",5\n"{long} now",5\nCount ships,3\nShips again,3\n', encoding="utf-8"
    )
    found = labelled(path, "text", "action", "")
    assert (found.texts[0], found.rows) == (long, 4)


def test_another_encoding_is_told(tmp_path):
    path = tmp_path / "latin.csv"
    path.write_bytes("text,action\nÉtat,5\n".encode("latin-1"))
    with pytest.raises(UserFacingError, match="not in UTF-8"):
        learn_table(path, "text", "action", "")


def test_a_parquet_that_is_none_is_told(tmp_path):
    path = tmp_path / "bad.parquet"
    path.write_bytes(b"PAR1 but no more")
    with pytest.raises(UserFacingError, match="not a Parquet file, or damaged; write it again"):
        learn_table(path, "text", "action", "")


def test_a_failed_suggestion_leaves_nothing_behind(of_action, tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("text\n" + "Ratify it\n" * 100 + 'Ratify it,"too\n', encoding="utf-8")
    with pytest.raises(UserFacingError):
        suggest_table(of_action, path, "text", tmp_path / "out.csv")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", ["nowhere/out.csv", "file/out.csv", "long" * 80])
def test_a_place_that_takes_no_file_is_told(of_action, table, tmp_path, place):
    (tmp_path / "file").touch()
    with pytest.raises(UserFacingError, match="cannot be written"):
        suggest_table(of_action, table, "text", tmp_path / place)


def test_a_column_of_suggestions_is_not_written_over(of_action, tmp_path):
    path = tmp_path / "again.csv"
    path.write_text("text,action_suggested\nRatify it,5\n", encoding="utf-8")
    with pytest.raises(UserFacingError, match="already has a column 'action_suggested'"):
        suggest_table(of_action, path, "text", tmp_path / "out.csv")


def test_the_largest_table_is_sampled_by_default():
    assert on_tables.MOST_EXAMPLES == 100_000
