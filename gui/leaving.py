"""A project is left when what somebody waits for is done: an export, labels that come in, a copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from gui.jobs import Job, Jobs
from gui.message_bar import MessageBar, Tone, Way


class Leaving(QObject):
    """One wish to leave at a time. It comes true by itself where all that is awaited goes well; what went
    wrong, or left something out, is to be read first."""

    stays = Signal()  # somebody who wanted to leave does not any more, or cannot

    def __init__(self, jobs: Jobs, bar: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._bar = bar
        self._leave: Callable[[], object] | None = None
        self._words = ""
        self._all_well = True
        self._stopped = False
        jobs.awaitedEnded.connect(self._ended, Qt.ConnectionType.QueuedConnection)

    @property
    def is_wanted(self) -> bool:
        return self._leave is not None

    def may(self, leave: Callable[[], object]) -> bool:
        """Whether nothing is awaited; else says what is, and calls `leave` when that is done."""
        awaited = self._awaited
        if not awaited:
            self.forget()
            return True
        if self._leave is None:
            self._all_well, self._stopped = True, False
        self._leave = leave
        self._say(awaited)
        return False

    def stay(self) -> None:
        """The project is not left after all."""
        if self.is_wanted:
            self.forget()
            self.stays.emit()

    def forget(self) -> None:
        """The wish is over: it comes true in another way."""
        if self.is_wanted:
            self._leave = None
            self._bar.take_back(self._words)

    @property
    def _awaited(self) -> list[Job]:
        return [job for job in self._jobs.running if job.awaited]

    def _say(self, awaited: list[Job]) -> None:
        self._words = f"{awaited[0].name} is still going on. This project closes when it is done."
        stop = (Way("Stop it and close", self._stop),) if all(job.cancellable for job in awaited) else ()
        self._bar.say(self._words, (*stop, Way("Stay here", self.stay)), Tone.INFO, closed=self.stay)

    def _stop(self) -> None:
        self._stopped = True
        for job in self._awaited:
            job.cancel()

    def _ended(self, went_well: bool) -> None:
        self._all_well &= went_well
        leave, awaited = self._leave, self._awaited
        if leave is None:
            return
        if awaited:
            self._say(awaited)
        elif self._all_well or self._stopped:
            self.forget()
            if leave() is False:  # what could not be saved meanwhile
                self.stays.emit()
        else:
            self.stay()
