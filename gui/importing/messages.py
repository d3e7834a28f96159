"""What became of files that were imported, said where it concerns somebody."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.message_bar import Tone, Way

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from storage.import_outcomes import ImportReport


class ImportMessages(QObject):
    """A single file's failure is told above the page, the end of several in the window's bar."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bar = window.bar
        self._page = window.page_panel.messages
        self._said = ""  # of the last import
        window.imports.started.connect(self._started)
        window.imports.failed.connect(self._file_failed)
        window.imports.ended.connect(self._ended)
        window.imports.leftOver.connect(partial(self._stopped, "The project was closed"))
        window.imports.nothing.connect(self._bar.say)
        window.library.reasonAsked.connect(self._file_failed)

    def _file_failed(self, path: Path, reason: str, locked: bool) -> None:
        forget = Way("Remove from the list", partial(self._window.imports.forget, path))
        again = Way("Try again", partial(self._window.questions.retry, path))
        if locked:
            again = Way("Enter password…", partial(self._window.questions.ask_password, path))
        failed = self._window.imports.failures
        all_again = Way(f"Try all {len(failed):,} again", partial(self._window.questions.retry_all, failed))
        ways = (again, all_again, forget) if len(failed) > 1 and not locked else (again, forget)
        self._page.say(f"{path.name}: {reason}", ways)

    def _started(self) -> None:
        """What was said of the one before is of files that may be read again now."""
        if self._said:
            self._bar.take_back(self._said)
            self._said = ""

    def _say(self, text: str, ways: tuple[Way, ...] = (), tone: Tone = Tone.PROBLEM) -> None:
        self._said = text
        self._bar.say(text, ways, tone)

    def _ended(self, report: ImportReport) -> None:
        if report.stopped is not None:
            self._stopped(str(report.stopped), report.left)
            return
        failed = [outcome for outcome in report.outcomes if outcome.error is not None]
        if len(report.outcomes) < 2:
            return
        self._page.clear()
        if not failed:
            self._say(f"Import ended. {report.summary}.", (), Tone.DONE)
            return
        first = f"{failed[0].file.name}: {failed[0].reason.rstrip('.')}."
        more = "" if len(failed) == 1 else " The others are in the list of documents."
        show = Way("Show documents", partial(self._show_file, failed[0].file))
        self._say(f"Import ended. {report.summary}. {first}{more}", (show,))

    def _show_file(self, path: Path) -> None:
        self._window.side_tabs.show_documents_wide()
        self._window.library.go_to_file(path)

    def _stopped(self, why: str, left: list[Path]) -> None:
        """The files stay in the list of documents."""
        again = Way("Try again", partial(self._window.questions.retry_all, left))
        were = "1 file was" if len(left) == 1 else f"{len(left):,} files were"
        self._say(f"{were} not imported. {why}." if left else why, (again,) if left else ())
