"""A rectangle drawn on the page becomes a new entry, with the words that stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from gui.page.view import PageView
from gui.relay import Relay
from gui.session import Session
from model import editing
from model.editing.placing import place_for
from model.edits import Edit
from model.errors import UserFacingError
from model.labels import Reviewer
from model.nodes import Kind, Region
from model.review import Review
from model.workers.messages import Word
from model.workers.worker import PdfWorker

OFFERED = (Kind.PARAGRAPH, Kind.ITEM, Kind.SECTION, Kind.FOOTNOTE, Kind.TABLE, Kind.FIGURE)
_NAMES = {Kind.SECTION: "a heading", Kind.ITEM: "an item"}
_QUOTED = 40  # characters of the words in the menu


class DrawnEntry(QObject):
    """Offers what the words in a rectangle may become, and makes it."""

    failed = Signal(str)  # a sentence for the user

    def __init__(self, session: Session, view: PageView, worker: PdfWorker, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._worker = worker
        self._relay = Relay(self)
        self.menu: QMenu | None = None
        view.regionDrawn.connect(self._drawn)

    def close(self) -> None:
        self._relay.close()

    def _drawn(self, region: Region) -> None:
        if self._session.review is not None and self._view.path is not None:
            words = self._worker.words(self._view.path, region.page)
            self._relay.watch(words, partial(self._offer, region))

    def _offer(self, region: Region, future: Future[tuple[Word, ...]]) -> None:
        if future.cancelled() or self._session.review is None:
            return
        error = future.exception()
        if isinstance(error, UserFacingError):
            self.failed.emit(str(error))
            return
        text, box = gathered(future.result(), region)
        self.menu = QMenu(self.parent())  # type: ignore[arg-type]
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"
        self.menu.addSection(f"“{quoted}”" if text else "There are no words here")
        for kind in OFFERED:
            action = self.menu.addAction(f"Make it {_NAMES.get(kind, f'a {kind.value}')}")
            action.setEnabled(bool(text) or kind is Kind.FIGURE)
            action.triggered.connect(partial(self._make, kind, text, box))
        self.menu.popup(QCursor.pos())

    def _make(self, kind: Kind, text: str, region: Region, *_: object) -> None:
        self._session.perform(partial(_insert, kind, text, region))


def _insert(kind: Kind, text: str, region: Region, review: Review, reviewer: Reviewer) -> Edit:
    parent, before = place_for(review.outline, kind, region)
    return editing.insert_node(review, reviewer, kind, text, (region,), parent, before)


def gathered(words: Sequence[Word], region: Region) -> tuple[str, Region]:
    """The words whose middle lies in the region, in the PDF's order, and the box around them."""
    inside = [word for word in words if _is_inside(word, region)]
    if not inside:
        return "", region
    box = Region(
        region.page,
        min(word[0] for word in inside),
        min(word[1] for word in inside),
        max(word[2] for word in inside),
        max(word[3] for word in inside),
    )
    return " ".join(word[4] for word in inside), box


def _is_inside(word: Word, region: Region) -> bool:
    across, down = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return region.x0 <= across <= region.x1 and region.y0 <= down <= region.y1
