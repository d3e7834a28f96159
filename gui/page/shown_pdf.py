"""Which PDF the page view shows: the open report's, or any file before it is extracted."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.page.marks import Chosen
from gui.page.pictures import PageSource
from gui.page.place_of_pdf import PlaceOfPdf
from gui.page.text_span import TextSpan, text_span
from gui.relay import Relay, succeeded
from model.documents import PageInfo
from model.errors import UserFacingError
from model.review import Review
from model.workers.messages import Opened
from model.workers.worker import PdfWorker

if TYPE_CHECKING:
    from gui.page.view import PageView


class ShownPdf(QObject):
    """Follows the session's document, and hands path and pages to all parts of the view."""

    failed = Signal(str)  # why a PDF cannot be shown at all; a page that cannot be drawn says so itself

    def __init__(self, view: PageView, worker: PdfWorker, small: PageSource) -> None:
        """`small` draws the strip's pictures."""
        super().__init__(view)
        self._view = view
        self._session = view.session
        self._worker = worker
        self._small = small
        self._relay = Relay(self)
        self._place = PlaceOfPdf(view.session, worker)
        self._path: Path | None = None
        self._session.documentOpening.connect(self._document_opening)
        self._session.pagesChanged.connect(self._pages_changed)

    @property
    def path(self) -> Path | None:
        """None if no PDF is shown, or if its place is still looked for."""
        return self._path

    def show(self, path: Path, password: str | None = None) -> None:
        """Shows a PDF that is not (yet) a document of the project, once it is opened; or `failed` follows."""
        self.clear()
        self._relay.watch(self._worker.open(path, password), partial(self._file_opened, path))

    def show_report(self, review: Review) -> None:
        """Shows the pages of the report that was opened, empty until its file is found."""
        pages, document_id = review.document.pages, review.document.id
        self._set(None, pages, text_span(review.outline, pages))
        self._relay.watch(self._place.found(document_id), partial(self._report_found, document_id))

    def clear(self) -> None:
        """Shows nothing."""
        self._set(None, ())

    def unlock(self, password: str) -> None:
        """Draws again what could not be drawn without the password; if it is wrong, `locked` comes again."""
        if self._path is not None:
            self._worker.open(self._path, password)
            for source in (self._view.source, self._small):
                source.errors.clear()
            self._view.canvas.ask()

    def look_after(self) -> None:
        """Where another program changed, moved or deleted the PDF that is shown, the project's own is."""
        review = self._session.review
        if review is not None and self._path is not None:
            document_id = review.document.id
            found = self._place.look_again(document_id, self._path)
            self._relay.watch(found, partial(self._looked_after, document_id, self._path))

    def close(self) -> None:
        """Takes no more pictures; to be called before the worker is closed."""
        self._relay.close()
        self._view.finder.close()
        self._view.texts.close()
        self._view.source.close()
        self._small.close()

    def _document_opening(self, document_id: str) -> None:
        self._place.look_ahead(document_id)

    def _file_opened(self, path: Path, future: Future[Opened]) -> None:
        if future.cancelled() or self._session.review is not None:
            return
        error = future.exception()
        if error is not None:
            self.failed.emit(str(error))
            return
        self._set(path, future.result().pages)
        self._view.side.contents.set_bookmarks(future.result().bookmarks)

    def _report_found(self, document_id: str, future: Future[Path]) -> None:
        review = self._session.review
        if review is None or review.document.id != document_id:
            return
        try:
            path = future.result()
        except UserFacingError as error:
            self.failed.emit(str(error))
            return
        self._set_path(path)
        self._view.canvas.ask()
        self._view.strip.set_pages(review.document.pages)
        self._view.strip.set_page(self._view.canvas.page)
        self._relay.watch(self._worker.contents(path), partial(self._contents_arrived, path))

    def _contents_arrived(self, path: Path, future: Future[Opened]) -> None:
        if path == self._path and succeeded(future):
            self._view.side.contents.set_bookmarks(future.result().bookmarks)
            self._view.side.contents.set_page(self._view.canvas.page)

    def _looked_after(self, document_id: str, path: Path, future: Future[Path]) -> None:
        if path == self._path and not (succeeded(future) and future.result() == path):
            self._report_found(document_id, future)

    def _pages_changed(self, document_id: str) -> None:
        """The PDF is the same, but other words are known on its pages."""
        review = self._session.review
        if review is not None and review.document.id == document_id:
            self._relay.watch(self._place.look(document_id), partial(self._words_found, document_id))

    def _words_found(self, document_id: str, future: Future[Path]) -> None:
        review = self._session.review
        if review is not None and review.document.id == document_id and succeeded(future):
            self._view.texts.set_path(self._path)
            self._view.canvas.ask()
            self._view.finder.again()

    def _set(self, path: Path | None, pages: Sequence[PageInfo], span: TextSpan | None = None) -> None:
        view = self._view
        view.canvas.set_drawing(False)
        view.bar.set_drawable(self._session.review is not None and not self._session.read_only)
        view.canvas.text_cursor.put_away()
        view.canvas.set_stretch(None)
        view.canvas.set_selected(Chosen())
        view.canvas.set_pages(pages, span)
        view.side.contents.set_bookmarks(())
        view.navigator.jumps.clear()
        self._set_path(path)
        view.canvas.ask()
        view.strip.set_pages(pages)
        view.show_place(view.canvas.page)

    def _set_path(self, path: Path | None) -> None:
        self._path = path
        for part in (self._view.source, self._small, self._view.texts):
            part.set_path(path)
        self._view.finder.set_document(path, len(self._view.canvas.pages))
