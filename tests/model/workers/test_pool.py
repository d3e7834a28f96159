from __future__ import annotations

import threading
from multiprocessing import active_children

import pytest

from model.errors import Cancelled, UnreadableFile
from model.workers.pool import WorkerPool
from tests.model.workers.engines import OddEngine

WAIT = 30


def test_a_file_that_kills_its_worker_is_unreadable_and_the_others_go_on():
    names = ["a.pdf", "crash.pdf", "b.pdf", "crash2.pdf", "crash3.pdf", "c.pdf", "damaged.pdf"]
    with WorkerPool(2, OddEngine) as pool:
        futures = {name: pool.extract(name) for name in names}
        for name, future in futures.items():
            if name[0] in "abc" and len(name) == 5:
                assert future.result(WAIT).document.name == name
            else:
                with pytest.raises(UnreadableFile, match=name):
                    future.result(WAIT)


def test_cancelling_stops_running_and_waiting_files_and_the_pool_lives_on():
    with WorkerPool(1, OddEngine) as pool:
        begun = threading.Event()
        running = pool.extract("slow.pdf", on_progress=lambda done, total: begun.set())
        waiting = pool.extract("b.pdf")
        assert begun.wait(WAIT)
        pool.cancel()
        with pytest.raises(Cancelled):
            running.result(WAIT)
        assert waiting.cancelled()
        assert pool.extract("c.pdf").result(WAIT).document.name == "c.pdf"


def test_closing_while_files_are_read_leaves_nothing_running():
    pool = WorkerPool(2, OddEngine)
    futures = [pool.extract("slow.pdf") for _ in range(3)]
    pool.close()
    assert all(future.done() for future in futures)
    assert pool.extract("a.pdf").cancelled()


def test_no_process_is_started_without_work():
    with WorkerPool(4, OddEngine):
        assert active_children() == []
