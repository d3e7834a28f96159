"""The guide's ways to load a release work as they are printed."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import resources
from storage.exporting.settings import Settings
from storage.exporting.writing import write_dataset
from storage.project import Project
from storage.releases.freezing import freeze
from storage.releases.listing import release_named
from storage.releases.reading import Released
from tests.storage.exporting.reviewed import make_project

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "guide" / "datasets.md"
BLOCKS = re.findall(r"^```python\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
SAID = ("States parties", "force", "reviewer", "HARB/CONF", "States", "states-parties")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with what the guide reads from."""
    folder = tmp_path_factory.mktemp("guide")
    made = make_project(tmp_path_factory.mktemp("project"))
    shutil.copy(made, folder / "harbours.paraph")
    (folder / "report.pdf").write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Project.open(folder / "harbours.paraph") as project:
        freeze(project, "1.0", project.person("Ann"), Settings())
        with project.reading() as connection:
            release = release_named(connection, project.path, "1.0")
            formats = ("hf", "parquet", "jsonl", "csv")
            write_dataset(Released(project, connection, release), formats, folder / "dataset")
    return folder


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_what_the_guide_prints_runs(folder, number):
    offline = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": str(folder / "hf")}
    done = subprocess.run(
        [sys.executable, "-c", BLOCKS[number]], cwd=folder, env={**os.environ, **offline},
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert SAID[number] in done.stdout


def test_all_ways_are_there():
    words = GUIDE.read_text("utf-8")
    assert len(BLOCKS) == len(SAID)
    assert "library(arrow)" in words


def test_every_column_is_explained(folder):
    told = GUIDE.read_text("utf-8").partition("## What a row holds")[2]
    table, _, after = told.partition("CSV has no ")
    named = set(re.findall(r"`(\w+)`", table))
    lacking = set(re.findall(r"`(\w+)`", after.partition(". ")[0]))
    with (folder / "dataset" / "harbours-1.0.jsonl").open(encoding="utf-8") as lines:
        whole = set(json.loads(next(lines)))
    assert whole - named == set()
    with (folder / "dataset" / "harbours-1.0.csv").open(encoding="utf-8-sig", newline="") as lines:
        header = set(next(csv.reader(lines)))
    beside = re.compile(r"_(source|reviewer|confidence|rule|inherited_from|at|evidence|offsets)$")
    columns = {name for name in header if beside.sub("", name) not in header - {name}}
    assert columns - named == set()
    assert lacking
    assert lacking & header == set()
