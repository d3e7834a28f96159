"""A review that is killed at any moment has lost nothing that it had been told was saved."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

from storage.checking import check
from storage.project import Project
from tests.storage.stored_reports import add_report

ROOT = Path(__file__).resolve().parents[2]
KILLS = 8


def test_a_killed_review_loses_no_edit_that_was_shown_as_done(tmp_path):
    path = tmp_path / "p.paraph"
    with Project.create(path, "Ann") as project:
        document = add_report(project, 40).document.id
    chance = random.Random(7)
    acknowledged = 0
    for seed in range(KILLS):
        told = review_and_kill(path, seed, chance.randint(1, 20), chance.uniform(0, 0.05))
        acknowledged = max(told)
        with Project.open(path) as project:
            numbers = [entry.number for entry in project.history(document, limit=100_000)]
        # The last one may have been written without anybody having heard of it.
        assert numbers[0] - acknowledged in (0, 1)
        assert numbers == list(range(numbers[0], 0, -1))
        assert check(path) == []
        acknowledged = numbers[0]
    assert acknowledged >= KILLS


def review_and_kill(path, seed, edits, seconds):
    """The numbers of the edits that the process said were done, killed some time after this many of them."""
    command = [sys.executable, "-m", "tests.storage.reviewing", str(path), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "open\n"
        first = [child.stdout.readline() for _ in range(edits)]
        clock = threading.Timer(seconds, child.kill)
        clock.start()
        lines = ("".join(first) + child.stdout.read()).split("\n")
        clock.join()
    return [int(line) for line in lines[:-1]]  # what follows the last line's end was cut off
