"""Jumps on the pages: links, contents, places found, page numbers; and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QToolTip

from gui.page.finding import Finder
from gui.page.interactive_canvas import InteractiveCanvas
from gui.page.jumps import Jumps, Place
from model.layer import Link
from model.page_search import Occurrence

_PLACE = ("page", "x", "y")


class Navigator(QObject):
    """Moves the canvas and remembers from where."""

    def __init__(self, canvas: InteractiveCanvas, finder: Finder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jumps = Jumps()
        self._canvas = canvas
        canvas.linkAsked.connect(self.follow)
        canvas.historyAsked.connect(self.walk)
        finder.came.connect(self._show_hit)

    def jump(self, page: int, down: float = 0.0) -> None:
        """To a page (from 1), or to what stands `down` points below its top as shown."""
        self.note()
        self._canvas.go_to(page, down)

    def note(self) -> None:
        """The reader is about to leave this place."""
        self.jumps.note(self._here())

    def follow(self, link: Link) -> None:
        """Inside the PDF. An address outside is copied: nothing here opens the network."""
        if link.page:
            self.jump(link.page, link.y)
            return
        QGuiApplication.clipboard().setText(link.address)
        QToolTip.showText(QCursor.pos(), f"Copied: {link.address}", self._canvas.viewport())

    def walk(self, direction: int) -> None:
        """Back (-1) or forward (1) among the jumps."""
        here = self._here()
        place = self.jumps.back(here) if direction < 0 else self.jumps.forward(here)
        if place is not None:
            self._canvas.restore_view_state(self._canvas.view_state() | place)

    def back(self) -> None:
        self.walk(-1)

    def forward(self) -> None:
        self.walk(1)

    def _here(self) -> Place:
        state = self._canvas.view_state()
        return {key: state[key] for key in _PLACE} if state else {}

    def _show_hit(self, hit: Occurrence) -> None:
        if not 1 <= hit.page <= len(self._canvas.pages):
            return
        if not self._canvas.is_seen(hit.regions[0]):
            self.note()
        self._canvas.reveal(hit.regions)
