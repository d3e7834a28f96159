"""A program with a worker, for tests that kill it: `python -m tests.model.workers.leaving [hang]`."""

from __future__ import annotations

import sys
import threading

from model.workers.worker import PdfWorker
from tests.model.workers.engines import OddEngine


def main() -> None:
    worker = PdfWorker(OddEngine)
    pid = int(worker.snapshot("report.pdf", 1, 1.0, (0, 0, 1, 1)).result(20))
    if "hang" in sys.argv:
        begun = threading.Event()
        worker.extract("slow.pdf", on_progress=lambda done, total: begun.set())
        begun.wait(20)
    print(pid, flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main()
