"""Changes to the label scheme that are not saved are offered until they are taken up or put aside, also after
the window was closed, or another project opened, over them."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.latest import Latest
from gui.message_bar import Tone, Way
from model.errors import UserFacingError
from model.schemes import as_json, parsed

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.schemes.editor import SchemeEditor
    from model.schemes import Scheme
    from storage.project import Project

_DRAFT = "label scheme not saved"  # a setting of the project: the scheme as JSON
_NOT_SAVED = "The changes to the label scheme are not saved."


class SchemeDrafts(QObject):
    """Opens the editor, and keeps what was changed there and not saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._editor: SchemeEditor | None = None
        self._latest = Latest(window.session, self)
        for project_goes in (window.closing, window.opener.opening):
            project_goes.connect(self._close)
        window.session.projectOpened.connect(self._look)
        window.session.projectClosed.connect(self._forget)

    def change(self, draft: Scheme | None = None) -> None:
        """Opens the editor, on changes that were not saved before where these are given."""
        from gui.schemes.editor import SchemeEditor

        editor = SchemeEditor(self._window.session, self._window)
        if draft is not None:
            editor.take_up(draft)
            self._put_aside()
        editor.givenUp.connect(self._keep)
        editor.finished.connect(self._closed)
        self._editor = editor
        self._window.questions.show(editor)

    def _closed(self, _: int) -> None:
        self._editor = None

    def _close(self, *_: object) -> None:
        """Its project goes."""
        if self._editor is not None:
            self._editor.reject()

    def _keep(self, draft: Scheme) -> None:
        self._window.session.set_setting(_DRAFT, as_json(draft))
        self._offer(draft)

    def _offer(self, draft: Scheme | None) -> None:
        if draft is not None and not self._window.session.read_only:
            go_on = Way("Go on with them", partial(self.change, draft))
            self._window.bar.say(_NOT_SAVED, (go_on,), Tone.INFO, closed=self._put_aside)

    def _put_aside(self) -> None:
        self._window.session.set_setting(_DRAFT, "")

    def _forget(self) -> None:
        """They are offered again when the project opens again."""
        self._latest.forget()
        self._window.bar.take_back(_NOT_SAVED)

    def _look(self, project: Project) -> None:
        self._latest.ask(_kept, project, done=self._offer)


def _kept(project: Project) -> Scheme | None:
    """Nothing if that cannot be read."""
    with suppress(UserFacingError, TypeError):
        return parsed(project.setting(_DRAFT, "") or "null")
    return None
