from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import CancelledError
from multiprocessing.shared_memory import SharedMemory

import pytest

from model.errors import Cancelled, PasswordNeeded, UnreadableFile
from model.workers import loop as loop_module
from model.workers import worker as worker_module
from model.workers.errors import EngineUnavailable, TookTooLong, WorkerDied, WorkerError
from model.workers.jobs import Urgency
from model.workers.messages import Opened
from model.workers.wakeup import WakeUp
from model.workers.worker import PdfWorker
from tests.model.workers.engines import DOUBTS, PAGES, BrokenEngine, OddEngine, SecondStartWaits

WAIT = 20


def process_of(worker, path):
    """The process that answers."""
    return int(worker.snapshot(path, 1, 1.0, (0, 0, 1, 1)).result(WAIT))


def test_opening_gives_the_pages(worker):
    assert worker.open("report.pdf").result(WAIT) == Opened(PAGES)


def test_a_password_is_asked_for_and_then_remembered(worker):
    with pytest.raises(PasswordNeeded, match=r"secret\.pdf"):
        worker.open("secret.pdf").result(WAIT)
    worker.open("secret.pdf", "please").result(WAIT)
    assert worker.open("secret.pdf").result(WAIT).pages == PAGES


def test_a_picture_owns_its_bytes_and_survives_the_next_one(worker):
    first = worker.render("report.pdf", 1, 10).result(WAIT)
    second = worker.render("report.pdf", 2, 10).result(WAIT)
    assert (first.width, first.height, first.stride) == (10, 10, 30)
    assert first.rgb == b"\x01" * 300
    assert second.rgb == b"\x02" * 300


def test_a_picture_is_taken_straight_from_shared_memory(worker):
    seen = []

    def take(picture):
        seen.append(type(picture.rgb))
        return picture.rgb[0]

    assert worker.render("report.pdf", 2, 10, take=take).result(WAIT) == 2
    assert seen == [memoryview]


def test_shared_memory_grows_for_a_large_picture(worker):
    large = worker.render("report.pdf", 1, 2000).result(WAIT)
    assert len(large.rgb) == 12_000_000
    assert worker.render("report.pdf", 1, 10).result(WAIT).width == 10


def test_a_picture_beyond_all_measure_is_refused(worker):
    with pytest.raises(TookTooLong, match=r"report\.pdf.*too large.*zoom out"):
        worker.render("report.pdf", 1, 8000).result(WAIT)


def test_pictures_come_through_the_pipe_where_shared_memory_kills_the_worker(worker):
    for _ in range(4):
        assert worker.render("shared.pdf", 1, 10).result(WAIT).rgb == b"\x01" * 300


def test_a_worker_that_dies_once_is_replaced_and_the_request_tried_again(worker, tmp_path):
    path = tmp_path / "once.pdf"
    assert worker.open(path).result(WAIT).pages == PAGES
    assert path.exists()


def test_a_file_that_always_crashes_the_engine_fails_by_name_and_the_next_one_works(worker):
    with pytest.raises(WorkerDied, match=r"crash\.pdf.*; download the file again"):
        worker.render("crash.pdf", 1, 10).result(WAIT)
    assert worker.render("report.pdf", 1, 10).result(WAIT).width == 10


def test_many_crashes_do_not_wear_the_worker_out(worker):
    for _ in range(5):
        with pytest.raises(WorkerDied):
            process_of(worker, "crash.pdf")
    assert process_of(worker, "report.pdf")


def test_a_worker_killed_between_requests_comes_back(worker):
    before = process_of(worker, "report.pdf")
    os.kill(before, signal.SIGKILL)
    after = process_of(worker, "report.pdf")
    assert before != after


def test_a_stopped_worker_is_ended_by_its_time_limit(worker, monkeypatch):
    pid = process_of(worker, "report.pdf")
    os.kill(pid, signal.SIGSTOP)
    with monkeypatch.context() as patched:
        patched.setattr(worker_module, "DRAW_LIMIT_S", 0.2)
        with pytest.raises(TookTooLong, match=r"report\.pdf"):
            process_of(worker, "report.pdf")
    assert process_of(worker, "report.pdf") != pid


def test_a_page_that_takes_too_long_fails_and_the_next_one_works(worker, monkeypatch):
    monkeypatch.setattr(worker_module, "DRAW_LIMIT_S", 0.2)
    with pytest.raises(TookTooLong, match=r"hang\.pdf.*; try again, or download the file again"):
        worker.render("hang.pdf", 1, 10).result(WAIT)
    assert worker.render("report.pdf", 1, 10).result(WAIT).width == 10


def test_running_out_of_memory_is_the_files_fault_not_a_crash(worker):
    with pytest.raises(WorkerDied, match=r"greedy\.pdf.*memory.*; download the file again"):
        worker.render("greedy.pdf", 1, 10).result(WAIT)


def test_an_unexpected_error_comes_with_the_place_where_the_worker_made_it(worker):
    with pytest.raises(WorkerError, match="ZeroDivisionError") as caught:
        process_of(worker, "bug.pdf")
    assert "misbehave" in caught.value.__notes__[0]


def test_a_damaged_file_is_reported_as_unreadable(worker):
    with pytest.raises(UnreadableFile, match=r"damaged\.pdf"):
        worker.open("damaged.pdf").result(WAIT)


def test_the_newest_picture_is_drawn_first_and_a_dropped_one_never(worker):
    drawn = []
    blocker = worker.extract("slow.pdf")
    while not blocker.running():
        pass
    futures = {page: worker.render("report.pdf", page, 10) for page in (1, 2, 3)}
    futures[4] = worker.render("report.pdf", 4, 10, urgency=Urgency.NEAR)
    for page, future in futures.items():
        future.add_done_callback(lambda done, page=page: done.cancelled() or drawn.append(page))
    assert futures[2].cancel()
    worker.stop(blocker)
    futures[4].result(WAIT)
    assert drawn == [3, 1, 4]


def test_an_extraction_arrives_whole_with_its_progress(worker):
    progress = []
    extracted = worker.extract(
        "report.pdf", on_progress=lambda done, total: progress.append((done, total))
    ).result(WAIT)
    assert progress == [(1, 2), (2, 2)]
    assert [node.id for node in extracted.nodes] == [f"n{index}" for index in range(450)]
    assert dict(extracted.nodes[1].extra) == {"marks": [[1, "2"]]}
    assert len(extracted.decisions) == 1
    assert extracted.document.name == "report.pdf"
    assert extracted.doubts == DOUBTS


def test_an_extraction_can_be_stopped_midway(worker):
    future = worker.extract("slow.pdf", on_progress=lambda done, total: worker.stop(future))
    with pytest.raises(Cancelled):
        future.result(WAIT)
    assert worker.open("report.pdf").result(WAIT).pages == PAGES


def test_a_progress_callback_that_fails_ends_only_its_own_extraction(worker):
    def complain(done, total):
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        worker.extract("report.pdf", on_progress=complain).result(WAIT)
    assert len(worker.extract("report.pdf").result(WAIT).nodes) == 450


def test_closing_cancels_what_waits_and_stops_what_runs():
    worker = PdfWorker(OddEngine)
    running = worker.render("hang.pdf", 1, 10)
    while not running.running():
        pass
    waiting = worker.render("report.pdf", 1, 10)
    worker.close()
    worker.close()
    assert waiting.cancelled()
    with pytest.raises(Cancelled):
        running.result(0)
    with pytest.raises(CancelledError):
        worker.render("report.pdf", 1, 10).result(0)


def test_closing_just_when_a_worker_looks_for_work_does_not_wait_for_ever(monkeypatch):
    made, drawn = [], threading.Event()

    class ClosedFirst(WakeUp):
        """Whoever closes comes right before the thread hears the bell."""

        def heard(self):
            if drawn.is_set():
                made[0].close()
            super().heard()

    monkeypatch.setattr(loop_module, "WakeUp", ClosedFirst)
    made.append(PdfWorker(OddEngine))
    made[0].render("report.pdf", 1, 10, take=lambda picture: drawn.set()).result(WAIT)
    thread = made[0]._loop._thread
    thread.join(WAIT)
    ended = not thread.is_alive()
    made[0].close()
    assert ended


def test_a_request_is_taken_back_also_while_its_process_is_started_anew(tmp_path):
    starts = SecondStartWaits(tmp_path)
    worker = PdfWorker(starts)
    running = worker.snapshot("crash.pdf", 1, 1.0, (0, 0, 1, 1))
    with starts.gate.open("w"):
        worker.stop(running)
        while worker._loop._wake.pipe.poll():
            pass
    with pytest.raises(Cancelled):
        running.result(WAIT)
    worker.close()


def test_closing_removes_the_shared_memory():
    worker = PdfWorker(OddEngine)
    worker.render("report.pdf", 1, 10).result(WAIT)
    name = worker._loop._segment.name
    worker.close()
    with pytest.raises(FileNotFoundError):
        SharedMemory(name=name)


def test_an_engine_that_never_starts_fails_requests_instead_of_starting_over_and_over():
    worker = PdfWorker(BrokenEngine)
    with pytest.raises((WorkerDied, EngineUnavailable)):
        worker.open("report.pdf").result(WAIT)
    worker.close()
