"""The PDF beside its tree: pages, the strip of small pages, the bar below, and what the session says."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.page.bar import PageBar
from gui.page.hands import PageHands
from gui.page.marks import Mark, Marks
from gui.page.painting import Paper
from gui.page.pictures import PageSource
from gui.page.thumbnails import ThumbnailStrip
from gui.relay import Relay
from gui.session import Session
from model.documents import PageInfo
from model.edits import ChangeSet
from model.errors import UserFacingError
from model.review import Review
from model.workers.messages import Opened
from model.workers.worker import PdfWorker

ORIGIN = "page"
NO_DOCUMENT = "Drop a PDF here to read and review it."
_NEXT_PAPER = {Paper.WHITE: Paper.DIM, Paper.DIM: Paper.DARK, Paper.DARK: Paper.WHITE}


class PageView(QWidget):
    """Shows the session's document, or any PDF by `show_file` before it is extracted.

    `failed` says why a PDF cannot be shown at all; a page that cannot be drawn says so itself.
    """

    regionDrawn = Signal(object)  # Region: a rectangle dragged on a page
    filesDropped = Signal(list)  # of Path
    pageChanged = Signal(int)
    opened = Signal(object)  # Opened: sizes and bookmarks of a PDF shown by `show_file`
    failed = Signal(str)

    def __init__(self, session: Session, worker: PdfWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._worker = worker
        self._relay = Relay(self)
        self._path: Path | None = None
        self.source = PageSource(worker, self)
        self._small = PageSource(worker, self)
        self.canvas = PageHands(self.source, self)
        self.canvas.setAccessibleName("Pages of the report")
        self.canvas.hint = NO_DOCUMENT
        self.strip = ThumbnailStrip(self._small, self)
        self.strip.hide()
        self.bar = PageBar(self)
        self.bar.set_checked("outlines", True)
        self.setAccessibleName("Report")
        self.setFocusProxy(self.canvas)
        self._compose()
        self._connect()
        if session.review is not None:
            self._document_opened(session.review)

    @property
    def path(self) -> Path | None:
        """The PDF that is shown."""
        return self._path

    def show_file(self, path: Path, password: str | None = None) -> None:
        """Shows a PDF that is not (yet) a document of the project; `opened` or `failed` follows."""
        self._set_source(None, ())
        future = self._worker.open(path, password)
        self._relay.watch(future, _Shown(self, path))

    def unlock(self, password: str) -> None:
        """Draws again what could not be drawn without the password; if it is wrong, `locked` comes anew."""
        if self._path is not None:
            self._worker.open(self._path, password)
            for source in (self.source, self._small):
                source.errors.clear()
            self.canvas.ask()

    def clear(self) -> None:
        """Shows nothing."""
        self._set_source(None, ())

    def set_thumbnails_shown(self, shown: bool) -> None:
        self.strip.setVisible(shown)
        self.bar.set_checked("thumbnails", shown)

    def set_marks_shown(self, shown: bool) -> None:
        """The outlines of all nodes; the selected ones are always shown."""
        self.canvas.set_marks_shown(shown)
        self.bar.set_checked("outlines", shown)

    def view_state(self) -> dict[str, Any]:
        """Place, zoom and what is shown, as JSON values."""
        return self.canvas.view_state() | {
            "thumbnails": not self.strip.isHidden(),
            "outlines": self.canvas.show_marks,
            "paper": self.canvas.paper.value,
        }

    def restore_view_state(self, state: dict[str, Any]) -> None:
        """Takes back what `view_state` gave, as far as it fits the document."""
        self.set_thumbnails_shown(bool(state.get("thumbnails", False)))
        self.set_marks_shown(bool(state.get("outlines", True)))
        self.canvas.set_paper(Paper(state.get("paper", Paper.WHITE)))
        self.canvas.restore_view_state(state)

    def go_to(self, page: int) -> None:
        self.canvas.go_to(page)

    def close_source(self) -> None:
        """Takes no more pictures; to be called before the worker is closed."""
        self._relay.close()
        self.source.close()
        self._small.close()

    # --- the session -----------------------------------------------------------------------------------

    def _document_opened(self, review: Review) -> None:
        self.canvas.set_marks(Marks(review, self.session.reviewer))
        self._set_source(None, review.document.pages)
        self.session.run(self._find, review.document.id, done=self._source_found)

    def _find(self, document_id: str) -> Path:
        """Runs in the background: the project may have to write a copy of the PDF first."""
        assert self.session.project is not None
        return self.session.project.source(document_id)

    def _source_found(self, future: Future[Path]) -> None:
        if self.session.review is None:
            return
        try:
            path = future.result()
        except UserFacingError as error:
            self.failed.emit(str(error))
            return
        self._set_path(path)
        self.canvas.ask()
        self.strip.set_pages(self.session.review.document.pages)

    def _document_closed(self) -> None:
        self.canvas.set_marks(None)
        self._set_source(None, ())

    def _changed(self, changes: ChangeSet) -> None:
        if self.canvas.marks is not None:
            self.canvas.marks.refresh(changes)
            self.canvas.set_hovered(None)
            self.canvas.set_selected(self._marks_of(self.session.selection))

    def _selection_changed(self, ids: tuple[str, ...], origin: str) -> None:
        marks = self._marks_of(ids)
        self.canvas.set_selected(marks)
        if origin != ORIGIN and marks:
            first = [mark.region for mark in marks if mark.node == marks[0].node]
            self.canvas.reveal(first)

    def _marks_of(self, ids: Sequence[str]) -> tuple[Mark, ...]:
        marks = self.canvas.marks
        return tuple(mark for node_id in ids for mark in marks.of(node_id)) if marks is not None else ()

    def _reviewer_changed(self, reviewer: object) -> None:
        if self.session.review is not None:
            self.canvas.set_marks(Marks(self.session.review, self.session.reviewer))

    def _picked(self, mark: Mark | None, added: bool) -> None:
        chosen = self.session.selection
        if mark is None:
            if not added:
                self.session.select((), ORIGIN)
        elif not added:
            self.session.select((mark.node,), ORIGIN)
        elif mark.node in chosen:
            self.session.select(tuple(one for one in chosen if one != mark.node), ORIGIN)
        else:
            self.session.select((*chosen, mark.node), ORIGIN)

    # --- the file --------------------------------------------------------------------------------------

    def file_opened(self, path: Path, future: Future[Opened]) -> None:
        if future.cancelled() or self.session.review is not None:
            return
        error = future.exception()
        if error is not None:
            self.failed.emit(str(error))
            return
        self._set_source(path, future.result().pages)
        self.opened.emit(future.result())

    def _set_source(self, path: Path | None, pages: Sequence[PageInfo]) -> None:
        self._set_path(path)
        self.canvas.set_selected(())
        self.canvas.set_pages(pages)
        self.canvas.ask()
        self.strip.set_pages(pages)
        self._show_place(self.canvas.page)

    def _set_path(self, path: Path | None) -> None:
        self._path = path
        self.source.set_path(path)
        self._small.set_path(path)

    # --- the parts -------------------------------------------------------------------------------------

    def _compose(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.strip)
        middle.addWidget(self.canvas, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.canvas.pageChanged.connect(self._show_place)
        self.canvas.zoomChanged.connect(self._show_zoom)
        self.canvas.picked.connect(self._picked)
        self.canvas.regionDrawn.connect(self.regionDrawn)
        self.canvas.filesDropped.connect(self.filesDropped)
        self.strip.pageAsked.connect(self.canvas.go_to)
        self.bar.pageAsked.connect(self._go_to_typed)
        self.bar.zoomAsked.connect(self.canvas.set_zoom)
        self.bar.asked.connect(self._carry_out)
        self.bar.toggled.connect(self._toggle)
        self.session.documentOpened.connect(self._document_opened)
        self.session.documentClosed.connect(self._document_closed)
        self.session.changed.connect(self._changed)
        self.session.selectionChanged.connect(self._selection_changed)
        self.session.reviewerChanged.connect(self._reviewer_changed)

    def _show_place(self, page: int) -> None:
        self.bar.set_place(page, len(self.canvas.pages))
        self.strip.set_page(page)
        self.pageChanged.emit(page)

    def _show_zoom(self, zoom: float) -> None:
        self.bar.set_zoom(zoom, self.canvas.fit.value)

    def _go_to_typed(self, page: int) -> None:
        if page != self.canvas.page:
            self.canvas.go_to(page)

    def _carry_out(self, name: str) -> None:
        {
            "zoom-in": self.canvas.zoom_in,
            "zoom-out": self.canvas.zoom_out,
            "fit-width": self.canvas.fit_width,
            "fit-page": self.canvas.fit_page,
            "paper": self._next_paper,
        }[name]()
        self._show_zoom(self.canvas.zoom)

    def _toggle(self, name: str, on: bool) -> None:
        if name == "thumbnails":
            self.set_thumbnails_shown(on)
        else:
            self.set_marks_shown(on)

    def _next_paper(self) -> None:
        self.canvas.set_paper(_NEXT_PAPER[self.canvas.paper])


class _Shown:
    """Remembers which file an answer of the worker is about."""

    def __init__(self, view: PageView, path: Path) -> None:
        self._view = view
        self._path = path

    def __call__(self, future: Future[Opened]) -> None:
        self._view.file_opened(self._path, future)
