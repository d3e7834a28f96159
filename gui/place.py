"""Remembers the reader's place: the open report, and in each report the entry, the page and the zoom."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from gui.importing.preview import Preview
from gui.outline.panel import OutlinePanel
from gui.page.view import PageView
from gui.session import Session
from model.review import Review

if TYPE_CHECKING:
    from storage.project import Project

ORIGIN = "place"
_LAST = "open document"
# Scrolling and stepping change the place all the time: it is written when it has been at rest for this long.
REST_MS = 1500


class PlaceKeeper(QObject):
    """Stores the reader's place in the project as it changes, and goes back to it when a report is opened."""

    def __init__(self, session: Session, view: PageView, outline: OutlinePanel, preview: Preview,
                 parent: QObject | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._preview = preview
        self._session = session
        self._view = view
        self._outline = outline
        self.is_restoring = False
        self._chosen = False  # somebody chose a report since the project was opened
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.note)
        session.projectOpened.connect(self._project_opened)
        session.documentOpened.connect(self._document_opened)
        session.documentOpening.connect(self._chosen_now)
        preview.leaving.connect(self.leave)
        session.selectionChanged.connect(self._moved)
        view.canvas.moved.connect(self._moved)
        view.canvas.zoomChanged.connect(self._moved)

    def note(self) -> None:
        """Writes the place now, in the background."""
        self._rest.stop()
        place = self._place()
        if place is not None:
            key, value = place
            self._session.set_setting(key, value)
            self._session.set_setting(_LAST, value["document"])

    def note_last(self, done: Callable[[Future[None]], None]) -> None:
        """Writes the place, and calls `done` when it is in the file: before the project is closed."""
        self._rest.stop()
        self._session.run(_write, self._session.project, self._place(), done=done)

    def _place(self) -> tuple[str, dict[str, Any]] | None:
        review = self._session.review
        if review is None or self.is_restoring:
            return None
        document = review.document.id
        value = {"document": document, "selected": list(self._session.selection[:1]), "seen": self._is_seen(),
                 "page": self._view.view_state(), "outline": self._outline.view_state()}  # fmt: skip
        return _key(document), value

    def _is_seen(self) -> bool:
        """Whether the selected entry is in sight on the page: then it will be in a window of any size."""
        node = self._session.current
        return node is not None and any(map(self._view.canvas.is_seen, node.anchor.regions[:1]))

    def _moved(self, *_: object) -> None:
        if self._session.review is not None and not self.is_restoring:
            self._rest.start()

    def _chosen_now(self, document_id: str) -> None:
        self._chosen = True
        self.leave()

    def leave(self, *_: object) -> None:
        """Called before another report or project is opened: writes the place at once if that is still to
        be done."""
        if self._rest.isActive():
            self.note()

    # --- going back ------------------------------------------------------------------------------------

    def _project_opened(self, project: object) -> None:
        self._chosen = False
        self._session.run(self._session.setting, _LAST, "", done=self._last_known)

    def _last_known(self, future: Future[str]) -> None:
        last = self._session.value_of(future)
        documents = [row.id for row in self._session.documents]
        if documents and not self._chosen and not self._preview.is_waiting:
            self._session.open_document(last if last in documents else documents[0])

    def _document_opened(self, review: Review) -> None:
        self.is_restoring = True
        document = review.document.id
        self._session.run(self._session.setting, _key(document), {}, done=partial(self._go_back, document))

    def _go_back(self, document: str, future: Future[dict[str, Any]]) -> None:
        place = self._session.value_of(future) or {}
        review = self._session.review
        if review is None or review.document.id != document:
            return
        selected = [node_id for node_id in place.get("selected", []) if node_id in review.outline]
        self._outline.restore_view_state(place.get("outline", {}))
        jumped = self._session.current  # somebody asked for an entry of this report, from another one
        if selected and jumped is None:
            self._session.select(selected, ORIGIN)
        if place.get("page"):
            self._view.restore_view_state(place["page"])
        node = self._session.current
        if node is not None and (jumped is not None or place.get("seen")):
            self._view.canvas.reveal(node.anchor.regions)
        if jumped is not None:
            self._outline.tree.show_selection(self._session.selection, scroll=True)
        self.is_restoring = False
        self._session.set_setting(_LAST, document)


def _key(document: str) -> str:
    return f"place {document}"


def _write(project: Project | None, place: tuple[str, dict[str, Any]] | None) -> None:
    if project is None or place is None or project.read_only:
        return
    key, value = place
    project.set_setting(key, value)
    project.set_setting(_LAST, value["document"]).result()
