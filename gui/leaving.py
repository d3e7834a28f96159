"""A project is left when what somebody waits for is done: the last edits, an export, labels that come in, a
copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gui.jobs import Job, Jobs
from gui.message_bar import MessageBar, Tone, Way
from gui.session import Session

_SOON_MS = 500  # edits are saved sooner, unless the disk is ill or another program uses the file


class Leaving(QObject):
    """One wish to leave at a time. It comes true by itself where all that is awaited goes well; what went
    wrong, or left something out, is to be read first."""

    stays = Signal()  # somebody who wanted to leave does not any more, or cannot

    def __init__(self, session: Session, jobs: Jobs, bar: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._bar = bar
        self._leave: Callable[[], object] | None = None
        self._words = ""
        self._all_well = True
        self._stopped = False
        self._not_soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._not_soon.timeout.connect(self._say)
        jobs.awaitedEnded.connect(self._ended, Qt.ConnectionType.QueuedConnection)
        session.idle.connect(self._look, Qt.ConnectionType.QueuedConnection)

    @property
    def is_wanted(self) -> bool:
        return self._leave is not None

    def may(self, leave: Callable[[], object]) -> bool:
        """Whether nothing is awaited; else says what is, and calls `leave` when that is done."""
        if not self._is_awaiting:
            self.forget()
            return True
        if self._leave is None:
            self._all_well, self._stopped = True, False
        self._leave = leave
        self._say() if self._awaited else self._not_soon.start()
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
            self._not_soon.stop()
            self._bar.take_back(self._words)

    @property
    def _awaited(self) -> list[Job]:
        return [job for job in self._jobs.running if job.awaited]

    @property
    def _is_awaiting(self) -> bool:
        return bool(self._awaited) or not self._session.is_idle

    def _say(self) -> None:
        awaited = self._awaited
        what = f"{awaited[0].name} is still going on" if awaited else "Your last change is still being saved"
        self._words = f"{what}. This project closes when it is done."
        can_stop = bool(awaited) and all(job.cancellable for job in awaited)
        stop = (Way("Stop it and close", self._stop),) if can_stop else ()
        self._bar.say(self._words, (*stop, Way("Stay here", self.stay)), Tone.INFO, closed=self.stay)

    def _stop(self) -> None:
        self._stopped = True
        for job in self._awaited:
            job.cancel()

    def _ended(self, went_well: bool) -> None:
        self._all_well &= went_well
        self._look()

    def _look(self) -> None:
        leave = self._leave
        if leave is None:
            return
        if self._awaited:
            self._say()
        elif not self._session.is_idle:
            self._not_soon.start()
        elif self._all_well or self._stopped:
            self.forget()
            if leave() is False:  # what could not be saved meanwhile
                self.stays.emit()
        else:
            self.stay()
