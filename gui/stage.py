"""Drives the real window from a script: for the tour without a display, pictures of the guide, and tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from PySide6.QtCore import QEventLoop, QObject, QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from gui import garbage_collection
from gui.app import application, discard
from gui.icons import app_icon
from gui.main_window import MainWindow
from gui.settings import OwnSettings
from gui.theme import Mode, Theme
from model.nodes import Node
from model.workers.worker import PdfWorker

LOOK_EVERY_MS = 10
PATIENCE_S = 60.0


class TookTooLong(RuntimeError):
    """What a script waited for did not come."""


class Stage:
    """A window of its own, with settings that nobody else sees and no file holds. Use as a context manager.

    Every step comes back when the window shows what was asked for.
    """

    def __init__(self, size: QSize | None = None, mode: Mode = Mode.LIGHT, reviewer: str = "Ada Lovelace",
                 first_start: bool = False, text_percent: int = 100) -> None:  # fmt: skip
        app = application()
        settings = OwnSettings()
        settings.set("first_steps_done", not first_start)
        if reviewer:
            settings.set("reviewer", reviewer)
        self._theme = Theme(app, mode, text_percent)
        app.setWindowIcon(app_icon())
        self.window = MainWindow(settings, self._theme)
        self.window.assemble(PdfWorker())
        garbage_collection.settle(self.window)
        self.window.showNormal()
        self.window.resize(size or QSize(1280, 800))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- steps -----------------------------------------------------------------------------------------

    def new_project(self, path: Path) -> None:
        """A new project; one that is there already is opened."""
        self.window.opener.new_project(path)
        self.wait_for(self._has_project, f"the project {path.name}")

    def import_files(self, files: Sequence[Path]) -> None:
        """Imports PDFs to the end, and opens the first one."""
        self.window.opener.open_files(files)
        self.wait_for(self._is_imported, "the end of the import")
        self.wait_for(self.shows_report, "the report")

    def open_report(self, number: int = 0) -> None:
        """Opens a report of the list."""
        self.wait_for(self._has_documents, "the list of documents")
        wanted = self.window.session.documents[number].id

        def is_open() -> bool:
            review = self.window.session.review
            return review is not None and review.document.id == wanted and self.shows_report()

        self.window.session.open_document(wanted)
        self.wait_for(is_open, "the report")

    def select(self, wanted: Callable[[Node], bool]) -> Node:
        """Selects the first entry that fits, and waits until its page is drawn."""
        review = self.window.session.review
        assert review is not None
        node = next(node for node in review.outline if wanted(node))
        self.window.session.select((node.id,), "stage")
        self.settle()
        return node

    def press(self, action_id: str) -> None:
        """Triggers an action as soon as it is possible, and waits until what it changed is saved."""
        action = self.window.actions_of[action_id]
        self.wait_for(action.isEnabled, f"“{action_id}” to be possible")
        action.trigger()
        self.settle()

    def export(self, folder: Path, formats: Sequence[str] = ("jsonl", "csv")) -> list[Path]:
        """Writes the dataset; gives its files."""
        answer = _Answer()
        self.window.exporting.written.connect(answer.take)
        self.window.exporting.failed.connect(answer.take)
        self.window.exporting.export(list(formats), folder)
        self.wait_for(answer.came, "the export")
        if isinstance(answer.value, str):
            raise TookTooLong(answer.value)
        written: list[Path] = answer.value
        return written

    def picture(self, path: Path | None = None, of: QWidget | None = None) -> QPixmap:
        """The window as it looks now; saved where a path is given."""
        self.settle()
        shown = (of or self.window).grab()
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not shown.save(str(path)):
                raise OSError(f"{path}: the picture cannot be written")
        return shown

    def settle(self) -> None:
        """Waits until everything is saved and the pages on the screen are drawn and at rest."""
        self.wait_for(self._is_settled, "the window to come to rest")
        self.wait(3 * LOOK_EVERY_MS)
        self.wait_for(self._is_settled, "the window to come to rest")

    def close(self) -> None:
        self.window.close()
        self.wait_for(self._is_over, "the end")
        self._theme.set_text_percent(100)
        discard(self.window)
        discard(self._theme)

    # --- waiting ---------------------------------------------------------------------------------------

    def wait_for(self, condition: Callable[[], bool], what: str, seconds: float = PATIENCE_S) -> None:
        """Lets the window live until a condition holds. Raises TookTooLong."""
        if not Waiting(condition, seconds).run():
            raise TookTooLong(f"{what} did not come within {seconds:.0f} seconds")

    def wait(self, milliseconds: int) -> None:
        """Lets the window live for a while."""
        Waiting(_never, milliseconds / 1000).run()

    def _has_project(self) -> bool:
        return self.window.session.project is not None and not self.window.opener.is_opening

    def _has_documents(self) -> bool:
        return bool(self.window.session.documents)

    def _is_imported(self) -> bool:
        return self._has_project() and self.window.imports.is_idle

    def shows_report(self) -> bool:
        return self.window.session.review is not None and self.window.page_view.pdf.path is not None

    def _is_settled(self) -> bool:
        view = self.window.page_view
        return self.window.session.is_idle and not view.source.busy and not view.canvas.glides

    def _is_over(self) -> bool:
        return self.window.ending.is_over


class Waiting(QObject):
    """An event loop of its own that ends when a condition holds, or when the time is over."""

    def __init__(self, condition: Callable[[], bool], seconds: float) -> None:
        super().__init__()
        self._condition = condition
        self._came = False
        self._loop = QEventLoop()
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._check)
        self._end = QTimer(self, singleShot=True, interval=round(seconds * 1000))
        self._end.timeout.connect(self._loop.quit)

    def run(self) -> bool:
        """Whether the condition came to hold; it may be over again."""
        if not self._condition():
            self._look.start()
            self._end.start()
            self._loop.exec()
            self._look.stop()
            self._end.stop()
        return self._came or self._condition()  # also where the application's end ended the loop

    def _check(self) -> None:
        if self._condition():
            self._came = True
            self._loop.quit()


class _Answer:
    """The value that a signal brings."""

    def __init__(self) -> None:
        self.value: Any = None

    def take(self, value: object) -> None:
        self.value = value

    def came(self) -> bool:
        return self.value is not None


def _never() -> bool:
    return False
