"""Small helpers: percentiles, and running a measurement in a process of its own."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

Figures = dict[str, float]


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share (0 to 1) of all does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def median(values: Sequence[float]) -> float:
    return percentile(values, 0.5)


def apart(module: str, *arguments: str, seconds: float = 900) -> Figures:
    """The figures of `python -m benchmarks.MODULE`, without a display of its own.

    Not started with `-m`: a worker imports what its parent was started with, and would start as slowly as the
    benchmark itself. `main.py` imports nothing heavy, and it is the window's workers that count.
    """
    command = [sys.executable, "-c", f"from benchmarks.{module} import main; main()", *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=seconds)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[1:])} ended with status {done.returncode}:\n{done.stderr}")
    figures: Figures = json.loads(done.stdout.strip().splitlines()[-1])
    return figures


def say(figures: Figures) -> None:
    print(json.dumps(figures))
