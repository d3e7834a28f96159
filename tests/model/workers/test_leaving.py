"""A worker ends with its program, also where that is killed, and whatever the worker is at."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SOON_S = 5.0


def is_running(pid: int) -> bool:
    """One that ended and that nobody has asked for yet runs no more."""
    listed = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return listed.stdout.strip()[:1] not in ("", "Z")


@pytest.mark.skipif(os.name == "nt", reason="processes are listed by ps")
@pytest.mark.parametrize("work", [[], ["hang"]])
def test_a_killed_program_takes_its_worker_along(work):
    command = [sys.executable, "-m", "tests.model.workers.leaving", *work]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        worker = int(program.stdout.readline())
        assert is_running(worker)
        program.kill()
    end = time.monotonic() + SOON_S
    while is_running(worker) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_running(worker)
