"""One import, called on a thread of its own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from gui.relay import Relay

if TYPE_CHECKING:
    from storage.import_outcomes import ImportOutcome, ImportReport
    from storage.importing import Importer
    from storage.project import Project

# One process reads for the window, and the window itself wants some of the machine.
_JOBS = max(1, (os.cpu_count() or 2) - 1)


class Request(NamedTuple):
    """Files and folders that somebody wants to have in the project."""

    paths: tuple[Path, ...]
    password: str | None = None


class Told(Protocol):
    """Who is told how an import goes, in the window's thread."""

    def on_listed(self, files: Sequence[Path]) -> None: ...

    def on_pages(self, file: Path, done: int, total: int) -> None: ...

    def on_finished(self, outcome: ImportOutcome, done: int, total: int) -> None: ...


class Run:
    """Reads the files of a request into the project, and tells of each page; `cancel` may come meanwhile."""

    def __init__(self, told: Told, relay: Relay, project: Project, request: Request) -> None:
        self._told = told
        self._relay = relay
        self._project = project
        self._request = request
        self._importer: Importer | None = None
        self._cancelled = False

    def cancel(self) -> None:
        self._cancelled = True
        if self._importer is not None:
            self._importer.cancel()

    def __call__(self) -> ImportReport | None:
        # Imported here: SQLAlchemy takes a quarter of a second.
        from storage.importing import Importer, ImportListener
        from storage.pdf_files import pdfs_in

        told, post = self._told, self._relay.post

        class Listener(ImportListener):
            """Carries what happens over to the window's thread."""

            def started(self, file: Path) -> None:
                post(told.on_pages, file, 0, 0)

            def pages(self, file: Path, done: int, total: int) -> None:
                post(told.on_pages, file, done, total)

            def finished(self, outcome: ImportOutcome, done: int, total: int) -> None:
                post(told.on_finished, outcome, done, total)

        files = pdfs_in(self._request.paths)
        post(told.on_listed, files)
        importer = Importer(self._project, files, jobs=_JOBS, password=self._request.password,
                            listener=Listener())  # fmt: skip
        self._importer = importer
        if self._cancelled:
            importer.cancel()
        return importer.run()
