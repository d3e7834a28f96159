"""Questions to the background of which only the newest answer counts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from model.errors import UserFacingError

if TYPE_CHECKING:
    from gui.session import Session


class Latest(QObject):
    """Asks one question at a time. One that came meanwhile takes the place of those that waited before it,
    and an answer that is outdated by then is dropped."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = 0
        self._running = False
        self._waiting: tuple[Callable[..., Any], tuple[Any, ...], Callable[[Any], None]] | None = None

    @property
    def busy(self) -> bool:
        return self._running

    def ask(self, work: Callable[..., Any], *args: Any, done: Callable[[Any], None]) -> None:
        """Does `work(*args)` in the background; `done` gets its result in the window's thread."""
        self._asked += 1
        self._waiting = (work, args, done)
        self._next()

    def forget(self) -> None:
        """No answer is wanted any more."""
        self._asked += 1
        self._waiting = None

    def _next(self) -> None:
        if self._running or self._waiting is None:
            return
        work, args, done = self._waiting
        self._waiting = None
        self._running = True
        self._session.run(work, *args, done=partial(self._answered, self._asked, done))

    def _answered(self, number: int, done: Callable[[Any], None], future: Future[Any]) -> None:
        self._running = False
        if number == self._asked and not future.cancelled():
            error = future.exception()
            if isinstance(error, UserFacingError):
                self._session.failed.emit(str(error))
            else:
                done(future.result())
        self._next()
