"""Nothing leaves the computer: every Python process that Paraph starts is heard if it tries to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage.exporting import FORMATS
from tests.model.learning import tables_made

ROOT = Path(__file__).resolve().parents[1]

# Python runs this as it starts, in workers too. Sockets within the computer (AF_UNIX) do not count.
WATCH = """
import os, socket, sys

def heard(event, arguments):
    if not event.startswith(("socket.", "urllib.")):
        return
    reaches = event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request")
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        reaches = arguments[0].family != getattr(socket, "AF_UNIX", None)
    if reaches:
        with open(os.environ["HEARD"], "a", encoding="utf-8") as file:
            print(event, arguments, sys.argv, file=file)
        raise OSError("no network here")

sys.addaudithook(heard)
"""


@pytest.fixture
def watched(tmp_path):
    """Runs Python watched; gives what it printed. `heard` is what reached for the network."""
    watch, heard = tmp_path / "watch", tmp_path / "heard"
    watch.mkdir()
    (watch / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    heard.touch()
    window = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    surroundings = {name: value for name, value in os.environ.items() if name not in window}
    surroundings |= {"PYTHONPATH": str(watch), "HEARD": str(heard), "HOME": str(tmp_path)}

    def run(*arguments):
        command = [sys.executable, *map(str, arguments)]
        done = subprocess.run(
            command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, encoding="utf-8"
        )
        return done.returncode, done.stdout + done.stderr

    run.heard = lambda: heard.read_text("utf-8")
    return run


def test_who_reaches_for_the_network_is_heard_in_a_worker_too(watched, tmp_path):
    script = (
        "import multiprocessing, socket\n"
        "def reach():\n    socket.create_connection(('192.0.2.1', 9))\n"
        "if __name__ == '__main__':\n"
        "    process = multiprocessing.get_context('spawn').Process(target=reach)\n"
        "    process.start()\n    process.join()\n"
    )
    (tmp_path / "reach.py").write_text(script, encoding="utf-8")
    watched("reach.py")
    assert "192.0.2.1" in watched.heard()


def test_no_command_and_no_window_reaches_for_the_network(watched, tmp_path):
    """The window with its workers (on Qt's offscreen platform), every format, learning and suggesting."""
    table = tables_made.write(tmp_path / "table.csv")
    main = ROOT / "main.py"
    project = "sample/sample.paraph"
    for command in (
        ("--sample", "--out", "sample"),
        ("export", project, "--format", ",".join(FORMATS), "--out", "all"),
        ("release", project, "--version", "1.0", "--splits", "train=1"),
        ("learn", table, "--text", "text", "--label", "action", "--out", "action.model"),
        ("suggest", "action.model", table, "--text", "text", "--out", "suggested.csv"),
    ):
        status, said = watched(main, *command)
        assert status == 0, (command, said)
    assert watched.heard() == ""
