"""Dialogs for files know a project by its name, and leave it alone while it is open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_LISTING = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QFileDialog, QFileSystemModel
from gui.app import application
from storage.project import Project

def locks():
    return sum(f" {os.getpid()} " in line for line in Path("/proc/locks").read_text().splitlines())

app = application()
with Project.create(Path(sys.argv[1], "p.paraph")) as project:
    project.documents()
    before = locks()
    dialog = QFileDialog(None, "Open", sys.argv[1])
    model = dialog.findChild(QFileSystemModel)
    model.directoryLoaded.connect(app.quit)
    dialog.open()
    app.exec()
    print(before, locks(), model.rowCount(model.index(sys.argv[1])))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="locks are counted as Linux lists them")
def test_a_dialog_that_lists_an_open_project_leaves_its_locks(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", _LISTING, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    before, after, listed = map(int, done.stdout.split())
    assert listed > 0
    assert before == after > 1
