"""Whatever a text holds, the usual readers get it out of every format as it is."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pyarrow.parquet
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from model.labels import Decision, DecisionKey, Slot
from storage.exporting import export
from storage.exporting.as_csv import restored
from storage.project import Project
from tests.storage.exporting.spacy_files import docs_in
from tests.storage.stored_reports import WELLS, document, nodes, store

FORMATS = ("jsonl", "csv", "parquet", "xlsx", "labelstudio", "spacy")
# What some reader or writer takes for something else, and everything that UTF-8 has.
_TROUBLE = st.text(
    st.sampled_from("=+-@'\"<>&;,[]{}\\/_x0041#N \t\r\n\x00\x0b\x1c\x85\u200f\u2028\ufeff\ufffe\U0001f30aא")
)
_TEXTS = st.lists(_TROUBLE | st.text(st.characters(exclude_categories=["Cs"])), min_size=20, max_size=20)


@settings(max_examples=3)
@given(_TEXTS)
def test_texts_are_read_back_from_every_format_as_they_are(texts: list[str]) -> None:
    tree = [
        replace(node, text=text) for node, text in zip(nodes(1 + len(texts)), ["Top", *texts], strict=True)
    ]
    texts_of = {node.id: node.text for node in tree[1:]}
    said = []
    for node in tree[1:]:
        said.append(Decision(DecisionKey(node.id, Slot.ROLE, "rules@1"), "recommendation"))
        said.append(Decision(DecisionKey(node.id, Slot.NOTE, "rules@1"), node.text))
    with TemporaryDirectory() as folder:
        with Project.create(Path(folder, "wells.paraph")) as project:
            store(project, document(), tree, said, WELLS)
            *files, _ = export(project, FORMATS, Path(folder, "out"))
        for name, path in zip(FORMATS, files, strict=True):
            found = _READERS[name](path)
            got = {key: found[key] for key in texts_of}
            assert got == texts_of, name


def _of_jsonl(path: Path) -> Mapping[str, str]:
    rows = map(json.loads, path.read_bytes().splitlines())
    return {row["id"]: row["text"] for row in rows}


def _of_csv(path: Path) -> Mapping[str, str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: restored(row["text"]) for row in csv.DictReader(file)}


def _of_parquet(path: Path) -> Mapping[str, str]:
    return {row["id"]: row["text"] for row in pyarrow.parquet.read_table(path).to_pylist()}


def _of_xlsx(path: Path) -> Mapping[str, str]:
    book = openpyxl.load_workbook(path, read_only=True)
    head, *lines = book["recommendations"].iter_rows(values_only=True)
    book.close()
    rows = (dict(zip(head, line, strict=True)) for line in lines)
    return {row["id"]: unescape(row["text"] or "") for row in rows}


def _of_labelstudio(path: Path) -> Mapping[str, str]:
    tasks = json.loads((path / "tasks.json").read_bytes())
    return {task["meta"]["id"]: task["data"]["text"] for task in tasks}


def _of_spacy(path: Path) -> Mapping[str, str]:
    docs = docs_in(path / "all.spacy")
    return {doc.user_data["id"]: doc.text for doc in docs}


_READERS = {
    "jsonl": _of_jsonl, "csv": _of_csv, "parquet": _of_parquet, "xlsx": _of_xlsx,
    "labelstudio": _of_labelstudio, "spacy": _of_spacy,
}  # fmt: skip
