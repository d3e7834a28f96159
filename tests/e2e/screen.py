"""A screen that a process of the window's tests has for itself."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

# It takes a free number. It ends after the last program on it has ended: Qt cannot go on without it.
_XVFB = ["Xvfb", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-displayfd", "1", "-terminate"]
# It says when it is ready: a window that is shown earlier may never be painted.
_OPENBOX = ["openbox", "--startup", "echo ready"]
# A server outlives the block, and so must its object: Python would warn of a process that still runs.
_servers: list[subprocess.Popen[str]] = []


@contextmanager
def own_screen() -> Iterator[str]:
    """An Xvfb, with a window manager that gives windows the keyboard, as on a desk; its DISPLAY."""
    server = subprocess.Popen(_XVFB, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    _servers.append(server)
    display = f":{_first_line(server)}"
    if shutil.which("openbox") is None:
        yield display
        return
    manager = subprocess.Popen(
        _OPENBOX, env=os.environ | {"DISPLAY": display},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    _first_line(manager)
    yield display
    manager.terminate()
    manager.communicate()


def _first_line(program: subprocess.Popen[str]) -> str:
    """What a program says when it is ready."""
    assert program.stdout is not None
    line = program.stdout.readline().strip()
    assert line, f"{program.args} did not start"
    return line
