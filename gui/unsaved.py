"""What is not saved: why, with the ways out, and whether the project may be left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from gui.leaving import Leaving
from gui.message_bar import Way

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from model.errors import UserFacingError


class Unsaved(QObject):
    """Says in the window's bar what could not be saved, until it is or the project is left all the same."""

    def __init__(self, window: MainWindow, leaving: Leaving) -> None:
        super().__init__(window)
        self._window = window
        self._bar = window.bar
        self._leaving = leaving
        self._reason = ""  # empty if all is saved
        self._leaves_at_once = False  # whatever is not saved, or not done
        window.session.notSaved.connect(self._not_saved)
        window.session.saved.connect(self._saved)
        window.session.projectClosed.connect(self.stay)

    @property
    def is_saved(self) -> bool:
        """Whether all is saved where it is found again."""
        return not (self._window.session.held or self._window.copying.problem)

    def explains(self, sentence: str) -> bool:
        """Whether a failure is of the project's file while something cannot be saved there: that says all of
        it, and what else is read or written in the background fails, too."""
        return bool(self._reason) and self._is_of_file(sentence)

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Whether all is saved where it is found again; else says why not, with a way to `leave` all the
        same. Then, whether nobody waits for anything, such as the last edits; else it is left later."""
        if self._leaves_at_once:
            return True
        if self.is_saved:  # a field of which the words could not be saved holds them still
            self.take_typed()
        if self.is_saved or not self._window.session.is_idle:
            return self._leaving.may(leave)
        held, missing = self._window.session.held, self._window.copying.problem
        self._reason = missing or self._reason
        lose = "a copy" if not held else "the change" if held == 1 else f"{held} changes"
        self._say((Way(f"Leave without {lose}", partial(self._give_up, leave)),))
        return False

    def take_typed(self) -> None:
        """What is being typed becomes an edit now: a field says so when it is left, and no window waits for
        what is typed in it."""
        field = QApplication.focusWidget()
        if field is not None and field.window() is self._window:
            field.clearFocus()
            if QApplication.focusWidget() is None:
                places = (field, self._window.outline.tree, self._window.page_view.canvas)
                seen = (place for place in places if isValid(place) and place.isVisible())
                next(seen, self._window).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_at_once(self) -> None:
        """The project may be left without what is not saved or done; it is lost when that happens."""
        self._leaves_at_once = True
        self._leaving.forget()

    def stay(self) -> None:
        """What may be left was that project, and not the next one."""
        self._leaves_at_once = False

    def forget(self) -> None:
        """Another project is opened."""
        self._reason = ""

    def _give_up(self, leave: Callable[[], object]) -> None:
        self.leave_at_once()
        leave()

    def _is_of_file(self, sentence: str) -> bool:
        project = self._window.session.project
        return project is not None and sentence.startswith(f"{project.path}:")

    def _not_saved(self, error: UserFacingError) -> None:
        self._reason = str(error)
        if self._is_of_file(self._window.outline_bar.text):
            self._window.outline_bar.clear()
        self._say(())

    def _saved(self, when: object) -> None:
        if self._reason:
            self._bar.take_back(self._reason)
        self._reason = ""

    def _say(self, ways: tuple[Way, ...]) -> None:
        held = self._window.session.held
        text = self._reason if held < 2 else f"{self._reason}. {held} changes wait to be saved."
        if ways or text != self._bar.text:
            again = (Way("Try again", self._window.session.try_again),) if held else ()
            copy = Way("Save a copy…", self._window.questions.ask_copy)
            self._bar.say(text, (copy, *again, *ways))
