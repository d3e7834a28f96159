"""Starts the bundle as a user would, under Xvfb, and looks at it: python packaging/check_bundle.py

Its window must show the sample report (the picture is kept in build/bundle-window.png), and its workers must
extract what the source tree extracts.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "build" / "bundle" / "paraph" / "paraph"
SAMPLE = ROOT / "resources" / "sample" / "report.pdf"
PICTURE = ROOT / "build" / "bundle-window.png"
WAIT_S = 60
# An empty screen has one colour, a window without a page some dozens; smooth text on a page has many more.
LEAST_COLOURS = 400

GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
picture = QGuiApplication.primaryScreen().grabWindow(0).toImage()
picture.save(sys.argv[1])
small = picture.scaled(320, 200)
print(len({small.pixel(x, y) for x in range(320) for y in range(200)}))
"""


def main() -> int:
    for needed in ("Xvfb", "openbox"):
        if shutil.which(needed) is None:
            print(f"{needed} is not installed; on Debian or Ubuntu: sudo apt-get install xvfb openbox")
            return 2
    with tempfile.TemporaryDirectory() as home:
        settings = Path(home) / ".config" / "paraph" / "settings.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"reviewer": "Ada Lovelace"}), encoding="utf-8")
        _check_commands(home)
        _check_window(home)
    print(f"the bundle works; its window: {PICTURE.relative_to(ROOT)}")
    return 0


def _environment(home: str, **more: str) -> dict[str, str]:
    """What a desktop session has, and a home of its own."""
    names = ("PATH", "LANG")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return {**kept, "HOME": home, "XDG_RUNTIME_DIR": home, **more}


def _check_commands(home: str) -> None:
    def run(*command: str) -> str:
        done = subprocess.run(
            command, env=_environment(home), cwd=home, capture_output=True, text=True, timeout=120
        )
        if done.returncode:
            sys.exit(f"{' '.join(command)}: {done.stdout}{done.stderr}")
        return done.stdout

    source = (sys.executable, str(ROOT / "main.py"))
    if run(str(PROGRAM), "--version") != run(*source, "--version"):
        sys.exit("the bundle has another version than the tree: make it anew")
    ours, theirs = (json.loads(run(*one, "extract", str(SAMPLE))) for one in ((str(PROGRAM),), source))
    if [node["text"] for node in ours["nodes"]] != [node["text"] for node in theirs["nodes"]]:
        sys.exit("the bundle extracts other texts than the tree")


def _check_window(home: str) -> None:
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert screen.stdout is not None
    display = _environment(home, DISPLAY=f":{screen.stdout.readline().strip()}")
    manager = subprocess.Popen(["openbox"], env=display, stderr=subprocess.DEVNULL)
    window = subprocess.Popen([str(PROGRAM), "--sample"], env=display, cwd=home, start_new_session=True)
    try:
        _wait_for_picture(window, display)
    finally:
        for process in (window, manager, screen):
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)


def _wait_for_picture(window: subprocess.Popen[bytes], display: dict[str, str]) -> None:
    deadline = time.monotonic() + WAIT_S
    settled, before = 0, -1
    while time.monotonic() < deadline:
        if window.poll() is not None:
            sys.exit(f"the bundle's window ended by itself with status {window.returncode}")
        done = subprocess.run(
            [sys.executable, "-c", GRAB, str(PICTURE)],
            env={**display, "QT_QPA_PLATFORM": "xcb"}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        colours = int(done.stdout)
        settled = settled + 1 if colours >= LEAST_COLOURS and colours == before else 0
        if settled == 2:
            return
        before = colours  # the next picture takes a new process, and so its time
    sys.exit(f"the bundle's window shows too little after {WAIT_S} s: see {PICTURE}")


if __name__ == "__main__":
    sys.exit(main())
