"""How a worker's process starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import resources

ROOT = Path(__file__).resolve().parents[3]
OPENS = """
import sys
from model.workers.worker import PdfWorker

if __name__ == "__main__":
    parents = []
    for _ in range(2):
        worker = PdfWorker()
        pages = worker.open(sys.argv[1]).result(60).pages
        with open(f"/proc/{worker.pid}/stat") as file:
            parents.append(file.read().rpartition(")")[2].split()[1])
        worker.close()
    print(len(pages), len(set(parents)), parents[0] == str(__import__("os").getpid()))
"""


@pytest.fixture
def opened(tmp_path):
    """What a program says that opens a report with two workers: pages, parents, whether it is the parent."""
    script = tmp_path / "opens.py"
    script.write_text(OPENS, encoding="utf-8")
    report = tmp_path / "report.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))

    def run(folder, current=ROOT):
        done = subprocess.run(
            [sys.executable, script, report],
            cwd=current,
            env=os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(folder)},
            capture_output=True,
            text=True,
            timeout=100,
        )
        return done.stdout.split(), done.stderr

    return run


@pytest.mark.skipif(sys.platform != "linux", reason="other systems start each worker by itself")
def test_workers_are_copies_of_one_process(opened, tmp_path):
    said, errors = opened(tmp_path)
    assert said[1:] == ["1", "False"], errors


@pytest.mark.skipif(sys.platform != "linux", reason="other systems start each worker by itself")
def test_a_worker_starts_where_the_folder_for_temporary_files_has_too_long_a_name_for_a_socket(
    opened, tmp_path
):
    folder = tmp_path / ("a" * 120)
    folder.mkdir()
    said, errors = opened(folder)
    assert said[1:] == ["1", "True"], errors


@pytest.mark.skipif(sys.platform != "linux", reason="other systems start each worker by itself")
@pytest.mark.parametrize("name", ["model", "pymupdf", "zipfile"])
def test_nothing_of_the_current_folder_is_imported(opened, tmp_path, name):
    current = tmp_path / "current"
    (current / name).mkdir(parents=True)
    (current / name / "__init__.py").write_text("raise SystemExit(3)", encoding="utf-8")
    said, errors = opened(tmp_path, current)
    assert said[1:] == ["1", "False"], errors
