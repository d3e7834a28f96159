# ruff: noqa: N802 - Qt's names
"""An error of ours in painting or measuring is reported; it ends neither the window nor the program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from gui.guarded import guard

ROOT = Path(__file__).resolve().parents[2]
FAULTS = [
    ("gui.library.delegate", "LibraryDelegate", "paint"),
    ("gui.outline.delegate", "RowDelegate", "paint"),
    ("gui.page.canvas", "PageCanvas", "paintEvent"),
    ("gui.inspector.pill", "Pill", "paintEvent"),
    ("gui.inspector.pill", "Pill", "sizeHint"),
    ("gui.elided", "ElidedLabel", "sizeHint"),
    ("gui.library.model", "LibraryModel", "data"),
    ("gui.library.model", "LibraryModel", "rowCount"),
    ("gui.event_filter", "EventFilter", "eventFilter"),
]
# Each fault has a process of its own, for what is tested is that it lives: a copy of one that has loaded all.
SCRIPT = """
import json
import multiprocessing
import sys
from importlib import import_module
from pathlib import Path
from gui import assembly
from gui.app import application
from gui.crashes import CrashGuard
from gui.stage import Stage

def try_out(project, module, of, method):
    def fails(self, *_):
        None.nothing
    setattr(getattr(import_module(module), of), method, fails)
    application()
    told = []
    with CrashGuard() as guard, Stage() as stage:
        guard.reported.connect(told.append)
        stage.new_project(Path(project))
        stage.open_report()
        stage.press("next")
        stage.wait(300)
    if not told:
        sys.exit("Nothing was told.")

if __name__ == "__main__":
    statuses = []
    for arguments in json.loads(sys.argv[1]):
        process = multiprocessing.get_context("fork").Process(target=try_out, args=arguments)
        process.start()
        process.join()
        statuses.append(process.exitcode)
    print(json.dumps(statuses))
"""


@pytest.fixture(scope="module")
def ends(tmp_path_factory, sample_file):
    """How the process of each fault ended, and what they all said."""
    folder = tmp_path_factory.mktemp("faults")
    script = folder / "fails.py"
    script.write_text(SCRIPT)
    arguments = [
        (str(shutil.copy(sample_file, folder / f"{number}.paraph")), *fault)
        for number, fault in enumerate(FAULTS)
    ]
    command = [sys.executable, str(script), json.dumps(arguments)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment |= {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(zip(FAULTS, json.loads(done.stdout), strict=True)), done.stderr[-2000:]


@pytest.mark.parametrize("fault", FAULTS, ids=".".join)
def test_an_error_in_what_qt_asks_is_told_and_survived(ends, fault):
    statuses, said = ends
    assert statuses[fault] == 0, said


class Mixin:
    __module__ = "gui.made_up"

    def sizeHint(self):
        raise ZeroDivisionError("a bug")


def test_qt_answers_in_the_place_of_what_failed_also_for_what_is_mixed_in(qtbot, monkeypatch):
    guard()
    told = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(kind))

    class Mixed(Mixin, QLabel):
        __module__ = "gui.made_up"

        def minimumSizeHint(self):
            raise ZeroDivisionError("another bug")

        def heightForWidth(self, width):
            return 7

    plain, mixed = QLabel("Words"), Mixed("Words")
    for widget in (plain, mixed):
        qtbot.addWidget(widget)
    assert (mixed.sizeHint(), mixed.heightForWidth(50)) == (plain.sizeHint(), 7)
    assert mixed.minimumSizeHint() == plain.minimumSizeHint()
    assert told == [ZeroDivisionError, ZeroDivisionError]


class Shown:
    __module__ = "gui.made_up"

    def showEvent(self, event):
        raise ZeroDivisionError("a bug")


def test_what_is_mixed_with_several_classes_has_the_answer_of_each(qtbot, monkeypatch):
    guard()
    told = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(kind))

    class AsDialog(Shown, QDialog):
        __module__ = "gui.made_up"

    class AsWidget(Shown, QWidget):
        __module__ = "gui.made_up"

    for cls in (AsDialog, AsWidget):
        widget = cls()
        qtbot.addWidget(widget)
        widget.show()
        assert told == [ZeroDivisionError]
        told.clear()
    assert widget.showEvent("no event") is None  # nor can Qt
    assert told == [ZeroDivisionError, TypeError]


def test_what_is_not_ours_stays_as_it_is(qtbot):
    guard()

    class Foreign(QWidget):
        __module__ = "somebody.elses"

        def sizeHint(self):
            raise ZeroDivisionError("a bug")

    foreign = Foreign()
    qtbot.addWidget(foreign)
    with pytest.raises(ZeroDivisionError):
        foreign.sizeHint()
