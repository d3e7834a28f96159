"""What is installed without any extra works, and says in one line what it would need for the rest."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from model import editing
from model.labels import Slot
from storage.project import Project
from tests.model.learning import tables_made
from tests.storage.stored_reports import add_report

ROOT = Path(__file__).resolve().parents[2]
# The top-level names of what `dependencies` in pyproject.toml brings.
BASE = ("PySide6", "shiboken6", "sqlalchemy", "typing_extensions.py", "greenlet", "pymupdf", "platformdirs")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")


@pytest.fixture(scope="module")
def paraph(tmp_path_factory):
    """Runs `main.py` in a Python that has no other packages."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    (packages,) = (folder / "venv").glob("lib/python*/site-packages")
    for name in BASE:
        there = Path(sysconfig.get_paths()["purelib"], name)
        if there.exists():
            (packages / name).symlink_to(there)
    window = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH")
    surroundings = {name: value for name, value in os.environ.items() if name not in window}

    def run(*arguments):
        command = [folder / "venv" / "bin" / "python", ROOT / "main.py", *arguments]
        return subprocess.run(
            command, cwd=folder, env=surroundings | {"HOME": str(folder)}, capture_output=True, text=True,
            encoding="utf-8",
        )  # fmt: skip

    return run


def test_the_window_does_its_whole_job(paraph, tmp_path):
    done = paraph("--sample", "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    assert {path.suffix for path in (tmp_path / "dataset").iterdir()} == {".jsonl", ".csv", ".json"}


def test_what_needs_more_says_so_in_one_line(paraph, tmp_path):
    path = tmp_path / "wells.paraph"
    with Project.create(path) as project:
        review = add_report(project)
        document = review.document.id
        node = next(node for node in review.outline if node.number == "1")
        for name, force in (("Ann", 1), ("Ben", 2)):
            edit = editing.label(project.review(document), project.person(name), [node.id], Slot.FORCE, force)
            project.apply(edit, document, project.person(name)).result()
    labels, table = tmp_path / "labels.csv", tables_made.write(tmp_path / "table.csv")
    labels.write_text(f"id,role,reviewer\n{node.id},decision,Ann\n", encoding="utf-8")
    (tmp_path / "labels.qdpx").touch()
    done = paraph("import", labels, "--project", path)
    assert (done.returncode, done.stderr) == (0, "")
    learn = ("--text", "text", "--label", "action", "--out", tmp_path / "model")
    for command, words in (
        (("import", tmp_path / "labels.qdpx", "--project", path), "more packages (lxml): pip install"),
        (("export", path, "--format", "csv", "--out", tmp_path), "more packages (krippendorff): pip install"),
        (("export", path, "--format", "csv,xlsx", "--fields", "role", "--out", tmp_path), "(xlsxwriter)"),
        (("learn", table, *learn), "install Paraph as paraph[learning]"),
        (("release", path, "--version", "1", "--splits", "train=1", "--fields", "role"), "paraph[learning]"),
    ):
        done = paraph(*command)
        assert done.returncode == 2, (command, done)
        assert words in done.stderr, (command, done.stderr)
        assert done.stderr.count("\n") == 1
