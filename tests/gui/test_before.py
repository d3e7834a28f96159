"""An error of ours in painting or measuring is reported; it ends neither the window nor the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from gui.before import Before

ROOT = Path(__file__).resolve().parents[2]
# In a process of its own, for what is tested is that it lives.
SCRIPT = """
import sys
from importlib import import_module
from pathlib import Path
from gui.app import application
from gui.crashes import CrashGuard
from gui.stage import Stage

def main():
    module, of, method = sys.argv[2:]
    def fails(self, *_):
        None.nothing
    application()
    told = []
    setattr(getattr(import_module(module), of), method, fails)
    with CrashGuard() as guard, Stage() as stage:
        guard.reported.connect(told.append)
        stage.new_project(Path(sys.argv[1]))
        stage.open_report()
        stage.press("next")
        stage.wait(300)
    print("alive", bool(told))

if __name__ == "__main__":
    main()
"""


@pytest.mark.parametrize(
    ("module", "of", "method"),
    [
        ("gui.library.delegate", "LibraryDelegate", "paint"),
        ("gui.outline.delegate", "RowDelegate", "paint"),
        ("gui.page.canvas", "PageCanvas", "paintEvent"),
        ("gui.inspector.pill", "Pill", "paintEvent"),
    ],
)
def test_an_error_in_painting_is_told_and_survived(tmp_path, copy, module, of, method):
    script = tmp_path / "fails.py"
    script.write_text(SCRIPT)
    command = [sys.executable, str(script), str(copy), module, of, method]
    done = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "alive True\n"), done.stderr[-2000:]


def _environment():
    return {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


def test_what_is_dealt_with_does_not_reach_the_widget(qtbot):
    class Widget(QWidget):
        def event(self, event):
            seen.append(event.type())
            return super().event(event)

    seen, looked = [], []
    widget, owner = Widget(), QObject()
    qtbot.addWidget(widget)
    Before(
        widget, lambda event: looked.append(event.type()) or event.type() == QEvent.Type.HelpRequest, owner
    )
    for kind in (QEvent.Type.HelpRequest, QEvent.Type.WhatsThisClicked):
        QApplication.sendEvent(widget, QEvent(kind))
    assert looked == [QEvent.Type.HelpRequest, QEvent.Type.WhatsThisClicked]
    assert seen == [QEvent.Type.WhatsThisClicked]
