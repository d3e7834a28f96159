"""What a screen reader says of the pages: the page in sight, and what is selected on it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.page.canvas import PageCanvas
from gui.page.texts import PageTexts
from gui.session import Session
from gui.texts import KIND_WORDS, shown_line

_NO_PAGES = "Pages of the report"
_MOST = 400  # letters, as of an entry's line


class Spoken(QObject):
    """Keeps the canvas's accessible name and description; Qt tells whoever listens that they changed."""

    def __init__(self, session: Session, canvas: PageCanvas, texts: PageTexts) -> None:
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        self._texts = texts
        canvas.pageChanged.connect(self._say)
        canvas.stretchChanged.connect(self._say)
        session.changed.connect(self._say)
        session.selectionChanged.connect(self._say)
        session.documentClosed.connect(self._say)
        self._say()

    def _say(self, *_: object) -> None:
        page, count = self._canvas.page, len(self._canvas.pages)
        name = f"Page {page} of {count}" if page else _NO_PAGES
        if name != self._canvas.accessibleName():
            self._canvas.setAccessibleName(name)
        words = self._selected()
        if words != self._canvas.accessibleDescription():
            self._canvas.setAccessibleDescription(words)

    def _selected(self) -> str:
        """Selected words of a page, else of the selected entry its kind, number and words."""
        stretch, node = self._canvas.stretch, self._session.current
        if stretch is not None:
            layers = {page: layer for page in stretch.pages if (layer := self._texts.get(page)) is not None}
            words = stretch.text(layers) if len(layers) == len(stretch.pages) else ""
            return f"Selected words: {words[:_MOST]}"
        if node is None:
            return ""
        others = len(self._session.selection) - 1
        more = f", and {others} more" if others else ""
        return " ".join(filter(None, (KIND_WORDS[node.kind], node.printed_number, shown_line(node)))) + more
