"""From the start of the process to a visible window, and to a usable one, against a bare PySide6 window.

`window_ratio`: the window's first painting. `startup_ratio`: a project is open, its outline is shown and its
page is drawn. The bare window imports PyMuPDF too. Each is started in turn, and medians are compared.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.timing import ROOT, median, say

STARTS = 9

BARE = """
import pymupdf
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Watch(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint:
            print("visible", flush=True)
            QApplication.instance().quit()
        return False

application = QApplication([])
window = QMainWindow()
label = QLabel("Paraph")
window.setCentralWidget(label)
watch = Watch()
label.installEventFilter(watch)
window.resize(1280, 800)
window.show()
application.exec()
"""

# Watches the real start from outside: nothing of the window is replaced.
OURS = """
import sys
sys.path.insert(0, {root!r})
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

application = QApplication([])

class Watch(QObject):
    def __init__(self):
        super().__init__()
        self.window = None
        self.timer = QTimer(self, interval=2)
        self.timer.timeout.connect(self.look)

    def eventFilter(self, seen, event):
        if self.window is None and event.type() == QEvent.Type.Paint:
            tops = QApplication.topLevelWidgets()
            self.window = next(top for top in tops if top.objectName() == "main-window")
            application.removeEventFilter(self)
            print("visible", flush=True)
            self.timer.start()
        return False

    def look(self):
        if not self.window.is_assembled:
            return
        view = self.window.page_view
        if self.window.session.review is None or view.pdf.path is None or view.source.busy:
            return
        self.timer.stop()
        print("usable", flush=True)
        self.window.close()

watch = Watch()
application.installEventFilter(watch)
import main
sys.exit(main.main([{project!r}]))
"""


def main() -> None:
    from storage.importing import import_files
    from storage.project import Project

    with tempfile.TemporaryDirectory() as home:
        project = Path(home) / "harbours.paraph"
        with Project.create(project) as made:
            import_files(made, [ROOT / "resources" / "sample" / "report.pdf"])
        settings = Path(home) / "paraph" / "settings.json"
        settings.parent.mkdir()
        settings.write_text(
            json.dumps({"reviewer": "Ada Lovelace", "first_steps_done": True}), encoding="utf-8"
        )
        ours = OURS.format(root=str(ROOT), project=str(project))
        bare, visible, usable = [], [], []
        for _ in range(STARTS):
            bare.append(_start(BARE, home)["visible"])
            moments = _start(ours, home)
            visible.append(moments["visible"])
            usable.append(moments["usable"])
    say(
        {
            "window_ratio": round(median(visible) / median(bare), 2),
            "startup_ratio": round(median(usable) / median(bare), 2),
            "bare_window_ms": round(median(bare)),
        }
    )


def _start(script: str, home: str) -> dict[str, float]:
    """Milliseconds from the start of a process until it says each word."""
    environment = {**os.environ, "XDG_CONFIG_HOME": home, "HOME": home, "QT_LOGGING_RULES": "*=false"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's second start finds everything compiled
    started = time.perf_counter()
    moments: dict[str, float] = {}
    process = subprocess.Popen(
        [sys.executable, "-c", script], cwd=home, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        moments.setdefault(line.strip(), (time.perf_counter() - started) * 1000)
    if process.wait(timeout=60):
        raise RuntimeError("a window that was to be measured did not start")
    return moments


if __name__ == "__main__":
    main()
