"""CSV, Parquet, Excel, JSON Lines and the Hugging Face folder, opened by what people open them with."""

from __future__ import annotations

import csv
import hashlib
import json
import random
import re
from dataclasses import replace
from pathlib import Path

import duckdb
import openpyxl
import pyarrow.parquet
import pymupdf
import pytest
import yaml
from openpyxl.utils.escape import unescape

from model.labels import Decision, DecisionKey, Slot
from model.vocabularies import default_vocabulary, load_csv
from storage.errors import ExportFailed
from storage.exporting import export
from storage.exporting.as_csv import restored
from storage.exporting.as_parquet import Parquet
from storage.exporting.as_xlsx import LONGEST
from storage.exporting.card import Facts, card
from storage.exporting.formats import DatasetContext
from storage.exporting.settings import Settings, SplitUnit, splits_from
from storage.exporting.yaml_text import block_yaml
from storage.project import Project
from storage.vocabularies import add_vocabulary
from tests.storage.exporting.places import assert_words_are_there
from tests.storage.stored_reports import WELLS, document, nodes, store

ROOT = Path(__file__).resolve().parents[3]
TABULAR = ("jsonl", "csv", "parquet", "xlsx", "hf")


@pytest.fixture
def pandas():
    """Loaded where it is needed: every process of the tests loads all their modules."""
    import pandas

    return pandas


@pytest.fixture(scope="module")
def written(reviewed, tmp_path_factory):
    """The files by format."""
    folder = tmp_path_factory.mktemp("tabular")
    with Project.open(reviewed, read_only=True) as project:
        return dict(zip(TABULAR, export(project, TABULAR, folder), strict=False))


@pytest.fixture(scope="module")
def rows(written):
    """By id, of the first recommendation in an entry."""
    lines = map(json.loads, written["jsonl"].read_bytes().splitlines())
    return {row["id"]: row for row in lines if not row["frame"]}


def sheets(path):
    book = openpyxl.load_workbook(path, read_only=True)
    found = {}
    for sheet in book.worksheets:
        head, *lines = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(head, line, strict=False)) for line in lines]
    book.close()
    return found


def places(written, name):
    """Rows of a format as (hash of the PDF, rectangles, quote), without the columns of mastheads, which the
    PDF has in another order."""
    if name == "jsonl":
        found = [json.loads(line) for line in written["jsonl"].read_bytes().splitlines()]
        found = [row for row in found if row["kind"] != "furniture"]
        return [(row["document"]["sha256"], row["bboxes"], row["quote"]) for row in found]
    if name == "csv":
        with written["csv"].open(encoding="utf-8-sig", newline="") as file:
            found = [row for row in csv.DictReader(file) if row["kind"] != "furniture"]
        return [(row["sha256"], json.loads(row["bboxes"]), restored(row["quote"])) for row in found]
    if name == "xlsx":
        book = sheets(written["xlsx"])
        found = book["sections"] + book["recommendations"]
        return [(row["sha256"], json.loads(row["bboxes"]), row["text"]) for row in found]
    path = written["parquet"] if name == "parquet" else written["hf"] / "data" / "train.parquet"
    found = pyarrow.parquet.read_table(path, filters=[("kind", "!=", "furniture")]).to_pylist()
    return [(row["sha256"], [tuple(box.values()) for box in row["bboxes"]], row["quote"]) for row in found]


@pytest.mark.parametrize("name", TABULAR)
def test_from_any_row_a_rectangle_leads_to_its_words_in_the_pdf(written, project, name):
    pdfs = {}
    for listed in project.documents():
        path = project.source(listed.id)
        pdfs[hashlib.sha256(path.read_bytes()).hexdigest()] = pymupdf.open(path)
    found = [place for place in places(written, name) if place[1] and place[2]]
    assert len(found) > 12
    for sha256, boxes, quote in random.Random(4).sample(found, min(40, len(found))):
        assert_words_are_there(pdfs[sha256], boxes, quote)
    for pdf in pdfs.values():
        pdf.close()


def test_parquet_has_typed_columns_with_lists(written, rows):
    table = pyarrow.parquet.read_table(written["parquet"]).to_pylist()
    by_id = {row["id"]: row for row in table if not row["frame"]}
    assert list(by_id) == list(rows)
    five = next(row for row in table if row["task"])
    plain = rows[five["id"]]
    assert (five["role"], five["force"], five["action"]) == ("recommendation", 4, 5)
    assert five["addressees"] == ["states-parties", "secretariat"]
    assert five["themes"] == ["safety", "data & charts"]
    assert five["attribution"] == {"by": "body", "name": "Working Group"}
    assert five["time_frame"] == [{"kind": "date", "text": "by 2030", "when": "2030-12-31"}]
    assert five["instruments"] == [{"name": "Convention", "kind": "convention", "target": None}]
    assert five["note"] == "see <b>=1+1</b> & “more”"
    assert five["force_said"]["source"] == "adjudicated"
    assert five["force_said"]["evidence"] == plain["force"]["evidence"]
    assert five["bboxes"] == [
        dict(zip(("page", "x0", "y0", "x1", "y1"), box, strict=True)) for box in plain["bboxes"]
    ]
    assert five["page_size"] == plain["page_size"]


def test_two_recommendations_in_one_entry_are_two_rows(written):
    table = f"'{written['parquet']}'"
    query = f"SELECT frame, force, text FROM {table} WHERE id IN (SELECT id FROM {table} WHERE frame = 1)"
    (one, _, text), (other, force, again) = duckdb.sql(f"{query} ORDER BY frame").fetchall()
    assert (one, other, force) == (0, 1, 5)
    assert text == again


def test_pandas_reads_csv_and_parquet_alike(written, pandas):
    table, cells = pandas.read_parquet(written["parquet"]), pandas.read_csv(written["csv"])
    assert list(table["id"]) == list(cells["id"])
    assert list(table["page"]) == list(cells["page"])
    assert set(cells["role"].dropna()) == set(table["role"].dropna())


def test_excel_has_its_sheets_and_runs_nothing(written, rows):
    book = sheets(written["xlsx"])
    assert list(book) == ["documents", "sections", "recommendations", "labels", "vocabularies"]
    assert [row["sha256"] for row in book["documents"]] == list(
        dict.fromkeys(row["document"]["sha256"] for row in rows.values())
    )
    wanted = [row["id"] for row in rows.values() if row["role"] and row["role"]["value"] == "recommendation"]
    assert [row["id"] for row in book["recommendations"] if not row["frame"]] == wanted
    assert [row["id"] for row in book["sections"]] == [
        row["id"] for row in rows.values() if row["kind"] == "section"
    ]
    files = {row["file"] for name in ("sections", "recommendations") for row in book[name]}
    assert files == {row["file"] for row in book["documents"]}, (
        "which report it is, also where it has no symbol"
    )
    assert {row["value"] for row in book["labels"] if row["slot"] == "force"} == set("12345")
    full = openpyxl.load_workbook(written["xlsx"])
    for sheet in full:
        entries = sheet.title in ("sections", "recommendations")
        assert sheet.freeze_panes == ("C2" if entries else "A2")  # which entry it is stays in sight
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet["A1"].font.bold
    assert {cell.alignment.vertical for cell in full["recommendations"][2] if cell.value} == {"top"}
    sheet = full["recommendations"]
    longest = max(range(2, sheet.max_row + 1), key=lambda row: len(sheet.cell(row, 3).value))
    assert sheet.row_dimensions[longest].height > 30  # all of a wrapped text is in sight
    for place, printed in (("A", "A/HRC/WG.6/45/OLD/1"), ("B", "Recommendation 12")):
        assert sheet.column_dimensions[place].width > len(printed), "what identifies an entry is not cut"
    head = [cell.value for cell in sheet[1]]
    assert head[:5] == ["symbol", "number", "text", "role", "force"]
    values = [name for name in head if f"{name}_source" in head]
    assert head.index("role_words") > max(map(head.index, (*values, "status"))), "the values side by side"
    (five,) = [row for row in book["recommendations"] if row["note"]]
    assert (five["attribution"], five["time_frame"]) == ("body: Working Group", "date: by 2030 (2030-12-31)")
    assert (five["instruments"], five["themes"]) == ("convention: Convention", "safety; data & charts")
    assert not any("{" in str(cell) for row in book["recommendations"] for cell in row.values())
    kinds = {cell.data_type for sheet in full for line in sheet.iter_rows() for cell in line}
    assert "f" not in kinds
    full.close()


@pytest.mark.parametrize("long", ["long " * 10_000, "\U0001f30a" * 20_000])
def test_excel_says_where_it_cuts_a_text_and_writes_no_formula(tmp_path, long):
    tree = nodes(3)
    tree[1] = replace(tree[1], text='=HYPERLINK("http://x")')
    tree[2] = replace(tree[2], text=long)
    said = [Decision(DecisionKey(node.id, Slot.ROLE, "rules@1"), "recommendation") for node in tree[1:]]
    with Project.create(tmp_path / "wells.paraph") as project:
        store(project, document(), tree, said, WELLS)
        path, _ = export(project, ["xlsx"], tmp_path / "out")
    found = sheets(path)["recommendations"]
    assert found[0]["text"] == '=HYPERLINK("http://x")'
    assert len(found[1]["text"].encode("utf-16-le")) <= 2 * LONGEST
    assert long.startswith(found[1]["text"].rpartition(" … [")[0])
    assert found[1]["text"].endswith("[cut: Excel takes 32,767 characters a cell]")
    book = openpyxl.load_workbook(path)
    cells = [cell for line in book["recommendations"].iter_rows() for cell in line]
    assert "f" not in {cell.data_type for cell in cells}
    book.close()


@pytest.mark.parametrize(
    "text", ["<r><t>bold</t></r>", "<r>a < b</r>", "<r></r>", " <r>x</r>", "_x0041_ \x01", "'quoted'", "#N/A"]
)
def test_excel_holds_texts_that_look_like_markup_as_they_are(tmp_path, text):
    tree = nodes(2)
    tree[1] = replace(tree[1], text=text)
    said = [Decision(DecisionKey(tree[1].id, Slot.ROLE, "rules@1"), "recommendation")]
    with Project.create(tmp_path / "wells.paraph") as project:
        store(project, document(), tree, said, WELLS)
        path, _ = export(project, ["xlsx"], tmp_path / "out")
    (found,) = sheets(path)["recommendations"]
    assert unescape(found["text"]) == text


def test_excel_holds_the_projects_own_concepts(tmp_path):
    table = "code,broader,label:en,label:fr,definition\nw,,Wells,Puits,Holes\nd,w,Deep wells,,\n"
    with Project.create(tmp_path / "wells.paraph") as project:
        store(project, document(), nodes(2), [], WELLS)
        add_vocabulary(project, load_csv(table, "Water"))
        path, _ = export(project, ["xlsx"], tmp_path / "out")
    found = sheets(path)["vocabularies"]
    assert [(row["vocabulary"], row["slot"], row["code"], row["broader"]) for row in found] == [
        ("Water", "themes", "d", "w"),
        ("Water", "themes", "w", ""),
    ]
    assert (found[1]["labels"], found[1]["definition"]) == ("en: Wells; fr: Puits", "Holes")


def test_more_rows_than_excel_takes_is_one_line(project, tmp_path, monkeypatch):
    monkeypatch.setattr("storage.exporting.as_xlsx.MOST_ROWS", 3)
    with pytest.raises(ExportFailed, match=r"^Excel takes 3 rows a sheet, and .*as Parquet or CSV$"):
        export(project, ["xlsx"], tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_flipped_bit_in_parquet_is_found(project, tmp_path, monkeypatch):
    """The disk changes a byte: simulated between writing and reading back."""
    write = Parquet.write

    def flip(self, path, batches, context):
        write(self, path, batches, context)
        data = bytearray(path.read_bytes())
        data[len(data) // 3] ^= 1
        path.write_bytes(data)

    monkeypatch.setattr(Parquet, "write", flip)
    with pytest.raises(ExportFailed, match=r"harbours\.parquet: "):
        export(project, ["parquet"], tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_the_same_state_gives_the_same_bytes_in_every_format(written, project, tmp_path):
    again = dict(zip(TABULAR, export(project, TABULAR, tmp_path / "again"), strict=False))
    for name in TABULAR:
        files = [path for path in sorted(written[name].rglob("*")) if path.is_file()] or [written[name]]
        for file in files:
            other = again[name] / file.relative_to(written[name]) if written[name].is_dir() else again[name]
            assert other.read_bytes() == file.read_bytes(), file.name


def test_only_some_labels_and_documents(project, tmp_path):
    first = project.documents()[0]
    settings = Settings(documents=(first.id,), fields=("role", "force"), roles=("recommendation",))
    path, manifest = export(project, ["parquet"], tmp_path, settings=settings)
    table = pyarrow.parquet.read_table(path)
    assert {"role", "force"} <= set(table.column_names)
    assert "verb" not in table.column_names
    assert set(table["document"].to_pylist()) == {first.id}
    assert set(table["role"].to_pylist()) == {"recommendation"}
    said = json.loads(manifest.read_text("utf-8"))
    assert (said["rows"], list(said["roles"])) == (len(table), ["recommendation"])


def test_adjudicated_only_leaves_nothing_else(project, tmp_path):
    path, _ = export(project, ["jsonl"], tmp_path, settings=Settings(adjudicated_only=True))
    (row,) = map(json.loads, path.read_bytes().splitlines())
    assert (row["force"]["value"], row["role"], row["addressees"]) == (4, None, None)


# -- the Hugging Face folder ---------------------------------------------------------------------------------


@pytest.fixture
def offline(monkeypatch, tmp_path):
    for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))


@pytest.fixture
def divided(project, tmp_path):
    settings = Settings(splits=splits_from("train=.8,test=.2", 7, SplitUnit.DOCUMENT))
    return export(project, ["hf"], tmp_path / "out", settings=settings)[0]


@pytest.mark.filterwarnings("ignore")
def test_datasets_opens_the_folder_with_its_splits(divided, rows, offline, tmp_path, monkeypatch):
    import datasets
    import tqdm

    monkeypatch.setattr(tqdm.tqdm, "monitor_interval", 0)  # a thread that watches bars
    loaded = datasets.load_dataset(str(divided), cache_dir=str(tmp_path / "cache"))
    assert set(loaded) == {"train", "test"}
    ids = [[row["id"] for row in loaded[split] if not row["frame"]] for split in loaded]
    assert sorted(ids[0] + ids[1]) == sorted(rows)
    assert set(loaded["train"]["document"]).isdisjoint(loaded["test"]["document"])
    assert loaded["train"].features["addressees"] == datasets.List(datasets.Value("string"))


@pytest.mark.filterwarnings("ignore")
def test_croissant_is_valid_and_leads_to_the_rows(divided, offline):
    import mlcroissant

    dataset = mlcroissant.Dataset(jsonld=str(divided / "croissant.json"))
    assert list(dataset.metadata.issues.errors) == []
    records = list(dataset.records("train"))
    table = pyarrow.parquet.read_table(divided / "data" / "train.parquet")
    assert [record["train/id"].decode() for record in records] == table["id"].to_pylist()


def test_the_card_says_how_it_was_made_and_what_it_lacks(divided, project):
    text = (divided / "README.md").read_text("utf-8")
    front, body = text.removeprefix("---\n").split("\n---\n")
    assert front.startswith('pretty_name: "harbours"')
    first = project.documents()[0]
    wanted = ("Drawn with seed 7", "| `recommendation` | Recommendation |", "## Limits", "were not reviewed",
              f"| {first.name} |", first.sha256[:16], "## Agreement")  # fmt: skip
    assert [words for words in wanted if words not in body] == []


def test_the_front_matter_is_yaml_that_describes_the_files(divided, written):
    text = (divided / "README.md").read_text("utf-8")
    said = yaml.safe_load(text.removeprefix("---\n").partition("\n---\n")[0])
    files = {name: divided / "data" / f"{name}.parquet" for name in ("train", "test")}
    assert said["configs"] == [
        {
            "config_name": "default",
            "data_files": [{"split": name, "path": f"data/{name}.parquet"} for name in files],
        }
    ]
    assert (said["language"], said["size_categories"]) == (["en"], ["n<1K"])
    tables = {name: pyarrow.parquet.read_table(file) for name, file in files.items()}
    described = said["dataset_info"]
    assert {one["name"]: one["num_examples"] for one in described["splits"]} == {
        name: table.num_rows for name, table in tables.items()
    }
    assert [one["name"] for one in described["features"]] == tables["train"].column_names
    by_name = {one["name"]: one for one in described["features"]}
    assert by_name["force"] == {"name": "force", "dtype": "int8"}
    assert by_name["addressees"] == {"name": "addressees", "list": "string"}
    assert by_name["bboxes"]["list"][1] == {"name": "x0", "dtype": "float64"}
    assert by_name["role_said"]["struct"][-1]["list"][0] == {"name": "start", "dtype": "int32"}


@pytest.mark.parametrize(
    "value", ["a: b #c", "- x", "\x07\x7f\x85\u2028\ufeff", "\U0001f30a", "‘’“”'\"\\", "no", "", " "]
)
def test_any_text_is_itself_in_the_front_matter(value):
    assert yaml.safe_load("".join(block_yaml({"a": [value, {"b": value}]}))) == {"a": [value, {"b": value}]}


@pytest.mark.parametrize(
    ("rows", "size"),
    [(999, "n<1K"), (1000, "1K<n<10K"), (9_999, "1K<n<10K"), (99_999, "10K<n<100K"), (10**6, "1M<n<10M")],
)
def test_the_card_says_how_large_the_dataset_is(rows, size):
    counts = {"documents": [], "rows": rows, "states": {}}
    facts = Facts(DatasetContext("wells"), pyarrow.schema([]), counts, {}, ())
    assert yaml.safe_load(card(facts).split("---")[1])["size_categories"] == [size]


def test_the_card_says_how_far_people_agree():
    said = {
        "role": {"alpha": 0.5333, "entries": 4, "people": 2},
        "force": {"alpha": None, "entries": 1, "people": 3},
    }
    counts = {"documents": [], "rows": 4, "states": {}}
    facts = Facts(DatasetContext("wells", about={"agreement": said}), pyarrow.schema([]), counts, {}, ())
    assert "| `role` | 0.533 | 4 | 2 |\n| `force` | – | 1 | 3 |" in card(facts)
    assert "No two people labelled the same entries." in card(facts._replace(context=DatasetContext("wells")))


def test_every_code_and_column_is_explained(divided, written, pandas):
    text = (divided / "README.md").read_text("utf-8")
    table = pandas.read_parquet(written["parquet"])
    named = set(re.findall(r"`([a-z0-9_]+)[`.]", text))
    assert {column for column in table if not column.endswith("_said")} - named == set()
    guide = (ROOT / "docs" / "guide" / "datasets.md").read_text("utf-8")
    assert [column for column in table if not column.endswith("_said") and f"`{column}`" not in guide] == []
    (missing,) = re.findall(r"CSV has no (.*?)\. It has", guide, re.DOTALL)
    assert set(re.findall(r"`(\w+)`", missing)) == {
        column for column in table if not column.endswith("_said")
    } - set(pandas.read_csv(written["csv"]))
    told = {(row["slot"], row["value"]) for row in sheets(written["xlsx"])["labels"]}
    codes = {
        (slot, code)
        for slot in ("themes", "beneficiaries")
        for cell in table[slot].dropna()
        for code in cell
        if code in default_vocabulary(slot)  # a person's own words say what they mean
    }
    assert len(codes) > 2
    assert codes - told == set()
    assert [code for _, code in codes if f"| `{code}` |" not in text] == []
    manifest = json.loads(written["jsonl"].with_name("harbours.release.json").read_text("utf-8"))
    assert {"Themes", "Beneficiaries"} <= {one["name"] for one in manifest["vocabularies"]}
