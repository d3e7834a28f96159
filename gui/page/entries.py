"""The report's entries on its pages, as the session has them: their marks, and what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from gui.page.interactive_canvas import InteractiveCanvas
from gui.page.lighting import Lighting
from gui.page.marks import Chosen, Mark, Marks
from gui.page.navigator import Navigator
from gui.page.overlays import Overlay, Unclaimed
from gui.page.selection import Spot
from gui.page.thumbnails import ThumbnailStrip
from gui.session import Session
from model.edits import ChangeSet
from model.layer import Caret, TextLayer
from model.nodes import Region
from model.review import Review

ORIGIN = "page"


class PageEntries(QObject):
    """Keeps the pages, and how much is reviewed on the small ones, as the session says; and tells the session
    what is selected on the pages."""

    def __init__(self, session: Session, canvas: InteractiveCanvas, strip: ThumbnailStrip,
                 navigator: Navigator, lighting: Lighting) -> None:  # fmt: skip
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        self._strip = strip
        self._navigator = navigator
        self._lighting = lighting
        canvas.picked.connect(self._picked)
        canvas.stretchChanged.connect(self._stretch_changed)
        session.changed.connect(self._changed)
        session.selectionChanged.connect(self._selection_changed)
        session.selectedAgain.connect(self._come_to)
        session.reviewerChanged.connect(self._mark_again)
        session.schemeChanged.connect(self._mark_again)

    def set_review(self, review: Review | None) -> None:
        marks = Marks(review, self._session.reviewer, self._session.scheme) if review is not None else None
        self._canvas.set_marks(marks)
        self._show_selected()
        self._canvas.set_unclaimed(None)
        self._strip.set_progress(marks.progress if marks is not None else None)
        self.mark_unclaimed()
        self._lighting.refresh()

    def mark_unclaimed(self) -> None:
        """The words that no entry holds, where they are to be shown; to find them looks at every entry."""
        review, canvas = self._session.review, self._canvas
        if review is not None and canvas.unclaimed is None and Overlay.UNCLAIMED in canvas.overlays:
            canvas.set_unclaimed(Unclaimed(review))

    def put_cursor(self) -> None:
        """To the beginning of the selected entry, from there to its end; without one to the page's top."""
        node = self._session.current
        regions = node.anchor.regions if node is not None else ()
        pages = {region.page for region in regions} or {self._canvas.page}
        self._canvas.texts.when_there(pages, partial(self._put_cursor, regions))

    def _put_cursor(self, regions: Sequence[Region], layers: dict[int, TextLayer]) -> None:
        every = {page: layer.within(regions) if regions else list(range(len(layer.words)))
                 for page, layer in sorted(layers.items())}  # fmt: skip
        held = [page for page, words in every.items() if words]
        if held:
            first, last = held[0], held[-1]
            start = Spot(first, Caret(every[first][0], 0))
            end = Spot(last, layers[last].word_around(Caret(every[last][-1], 0))[1])
            self._canvas.text_cursor.put(end if self._canvas.caret == start else start)

    def _mark_again(self, *_: object) -> None:
        if self._session.review is not None:
            self.set_review(self._session.review)

    def _changed(self, changes: ChangeSet) -> None:
        if self._canvas.marks is not None:
            self._canvas.follow(changes)
            self._show_selected()
            self._strip.set_progress(self._canvas.marks.progress)
        if self._canvas.unclaimed is not None:
            self._canvas.unclaimed.refresh(changes)
        self._lighting.refresh()

    def _selection_changed(self, ids: tuple[str, ...], origin: str) -> None:
        self._show_selected()
        self._lighting.refresh()
        self._come_to(ids, origin)
        self._canvas.show_now()

    def _come_to(self, ids: tuple[str, ...], origin: str) -> None:
        """Brings what is selected into sight, unless it was selected here."""
        node = self._session.current
        first = node.anchor.regions if node is not None else ()
        if origin != ORIGIN and first:
            if abs(first[0].page - self._canvas.page) > 1:
                self._navigator.note()
            self._canvas.reveal(first)

    def _show_selected(self) -> None:
        self._canvas.set_selected(Chosen(self._canvas.marks, self._session.selection))

    def _stretch_changed(self) -> None:
        self._session.set_words_selected(self._canvas.stretch is not None)

    def _picked(self, mark: Mark | None, added: bool) -> None:
        chosen = self._session.selection
        if mark is None:
            if not added:
                self._session.select((), ORIGIN)
        elif not added:
            self._session.select((mark.node,), ORIGIN)
        elif mark.node in chosen:
            self._session.select(tuple(one for one in chosen if one != mark.node), ORIGIN)
        else:
            self._session.select((*chosen, mark.node), ORIGIN)
