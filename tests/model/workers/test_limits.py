"""What a worker may take: a process that does not come back ends itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# A search that never ends holds Python's lock, as the PDF engine may do.
HANGS = """
import re
from model.workers import limits
limits.GRACE_S = 0.0
limits.set_alarm(0.3)
re.match("(a+)+b", "a" * 60)
"""
ROOT = Path(__file__).resolve().parents[3]


def test_a_process_that_is_stuck_with_pythons_lock_ends_and_says_where():
    command = [sys.executable, "-c", HANGS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "Timeout" in done.stderr
