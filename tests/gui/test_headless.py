"""Without a display the same job is done, or one line says why no window can be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.headless import tour

Key, Held = Qt.Key, Qt.KeyboardModifier
ROOT = Path(__file__).resolve().parents[2]


def test_without_a_display_the_job_is_done_all_the_same(qapp, tmp_path, capsys):
    assert tour(tmp_path / "out") == 0
    said = capsys.readouterr().out.splitlines()
    assert "no display" in said[0]
    for line in said[1:]:
        assert Path(line).stat().st_size > 0
    assert [Path(line).suffix for line in said[1:]] == [".paraph", ".jsonl", ".csv", ".json", ".png"]


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711"}, "no display answers"),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ""}, "unset QT_QPA_PLATFORM"),
        ({"QT_QPA_PLATFORM": "nonsense", "DISPLAY": ""}, "Qt knows no platform “nonsense”"),
    ],
)
def test_where_no_window_can_be_it_is_said_in_one_line(variables, says):
    environment = {**os.environ, **variables}
    environment.pop("WAYLAND_DISPLAY", None)
    found = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert found.returncode == 2
    assert says in found.stderr
    assert len(found.stderr.splitlines()) == 1
