"""Long jobs of the window: each has a name, a progress and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

# What is over sooner is not worth a word.
_SHOWN_AFTER_MS = 2000


class Job(QObject):
    """One long job. Whoever does it reports to it; whoever shows it may ask to stop it.

    One that is `awaited` keeps its project open: what it makes, or says at its end, is what it was begun for.
    """

    changed = Signal()
    finished = Signal()
    ended = Signal(bool)  # the same: whether all went well
    cancelAsked = Signal()

    def __init__(self, name: str, cancellable: bool = True, parent: QObject | None = None,
                 awaited: bool = False) -> None:  # fmt: skip
        super().__init__(parent)
        self.name = name
        self.cancellable = cancellable
        self.awaited = awaited
        self.done = 0
        self.total = 0
        self.cancelled = False
        self.is_finished = False

    def report(self, done: int, total: int, name: str | None = None) -> None:
        self.done, self.total = done, total
        self.name = name or self.name
        self.changed.emit()

    def goes_on(self, done: int, total: int) -> bool:
        """Records the progress and says whether to go on; any thread may call it."""
        self.done, self.total = done, total  # shown when the status bar looks next
        return not self.cancelled

    def cancel(self) -> None:
        """Asks the job to stop; what was finished before stays."""
        if self.cancellable and not self.cancelled and not self.is_finished:
            self.cancelled = True
            self.cancelAsked.emit()
            self.changed.emit()

    def give_up(self) -> None:
        """Cancels the job, and no longer waits for its end."""
        self.cancel()
        self.finish()

    def finish(self, well: bool = True) -> None:
        if not self.is_finished:
            self.is_finished = True
            self.finished.emit()
            self.ended.emit(well)


class Jobs(QObject):
    """The running jobs; `shown` holds those that have lasted long enough to be named."""

    shownChanged = Signal()
    awaitedEnded = Signal(bool)  # one that is awaited: whether all went well

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running: list[Job] = []
        self.shown: list[Job] = []

    def start(self, name: str, cancellable: bool = True, awaited: bool = False) -> Job:
        job = Job(name, cancellable, self, awaited)
        job.finished.connect(self._ended)
        if awaited:
            job.ended.connect(self.awaitedEnded)
        self.running.append(job)
        timer = QTimer(job, singleShot=True, interval=_SHOWN_AFTER_MS)
        timer.timeout.connect(self._lasted)
        timer.start()
        return job

    def cancel_all(self) -> None:
        """Asks every job that can be stopped to stop."""
        for job in list(self.running):
            job.cancel()

    def _lasted(self) -> None:
        job = self.sender().parent()
        if isinstance(job, Job) and job in self.running:
            self.shown.append(job)
            self.shownChanged.emit()

    def _ended(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self.running.remove(job)
            if job in self.shown:
                self.shown.remove(job)
                self.shownChanged.emit()
            job.deleteLater()
