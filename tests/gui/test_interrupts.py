"""Signals while the window is quiet; tests/e2e/test_reviewing.py closes a real window by them."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import signal
from gui.app import application
from gui.interrupts import Interrupts

app = application()
came = []

def raise_and_leave(number, frame):
    came.append(number)
    if len(came) == 2:
        app.quit()
    raise OSError("a handler that raises")

signal.signal(signal.SIGALRM, raise_and_leave)
with Interrupts(app.quit):
    signal.setitimer(signal.ITIMER_REAL, 0.2, 0.2)
    app.exec()
    signal.setitimer(signal.ITIMER_REAL, 0)
print(len(came))
"""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such signals")
def test_a_handler_that_raises_while_qt_waits_ends_nothing():
    started = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(started, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, "2\n"), done.stderr
    assert "a handler that raises" in done.stderr
