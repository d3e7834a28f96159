from __future__ import annotations

import multiprocessing
import threading

import pytest

from model.workers.worker import PdfWorker
from tests.model.workers.engines import OddEngine


@pytest.fixture(autouse=True)
def _nothing_left_behind():
    """A test that leaves a thread or a process running fails."""
    threads = set(threading.enumerate())
    yield
    assert multiprocessing.active_children() == []
    assert set(threading.enumerate()) <= threads


@pytest.fixture
def worker():
    worker = PdfWorker(OddEngine)
    yield worker
    worker.close()
