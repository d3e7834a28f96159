"""Questions to the background of which only the newest answer counts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from gui.relay import succeeded

if TYPE_CHECKING:
    from gui.project_session import ProjectSession


Question = tuple[Callable[..., Any], tuple[Any, ...], Callable[[Any], None]]  # work, its arguments, done


class Latest(QObject):
    """Asks one question at a time. A newer question replaces those that wait, and an answer that is
    outdated when it comes is dropped."""

    def __init__(self, session: ProjectSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._question: Question | None = None  # whose answer is wanted
        self._running = False

    @property
    def busy(self) -> bool:
        """Whether an answer that is still wanted is on its way."""
        return self._question is not None

    def ask(self, work: Callable[..., Any], *args: Any, done: Callable[[Any], None]) -> None:
        """Does `work(*args)` in the background; `done` gets its result in the window's thread."""
        self._question = (work, args, done)
        if not self._running:
            self._begin(self._question)

    def forget(self) -> None:
        """Drops the question: its answer is not wanted any more."""
        self._question = None

    def _begin(self, question: Question) -> None:
        work, args, _ = question
        self._running = True
        self._session.run(work, *args, done=partial(self._answered, question))

    def _answered(self, question: Question, future: Future[Any]) -> None:
        self._running = False
        if self._question is question:
            self._question = None
            answer = self._session.value_of(future)
            if succeeded(future):
                question[2](answer)
        elif self._question is not None:
            self._begin(self._question)
