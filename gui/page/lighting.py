"""Underlines the words on the pages that gave the selected entry its values, were looked at, or were
found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from gui.attention import Found
from gui.evidence import Light, lights_of
from gui.page.interactive_canvas import InteractiveCanvas
from gui.page.overlays import Evidence, evidence_boxes, word_boxes
from gui.page.texts import PageTexts
from gui.session import Session
from model.labels import Slot, Span
from model.layer import TextLayer
from model.nodes import Node


class Lighting(QObject):
    """Follows the session's attention; whoever changes what is selected or shown calls `refresh`."""

    def __init__(
        self, session: Session, canvas: InteractiveCanvas, texts: PageTexts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._texts = texts
        self._words: tuple[str, tuple[Span, ...]] | None = None
        texts.arrived.connect(self._words_arrived)
        session.attention.frameChanged.connect(self.refresh)
        session.attention.litChanged.connect(self._show_lit)
        session.attention.foundChanged.connect(self._show_found)

    def show_words(self, node_id: str, spans: Sequence[Span]) -> None:
        """Marks these words of an entry instead of its evidence, as long as it stays selected."""
        self._words = (node_id, tuple(spans)) if spans else None
        self.refresh()

    def _show_found(self) -> None:
        """Marks the words of the selected entry that were found, and comes to the first of them."""
        node, found = self._session.current, self._session.attention.found
        if node is not None and found is not None:
            pages = {region.page for region in node.anchor.regions}
            self._texts.when_there(pages, partial(self._place_found, node, found))

    def _place_found(self, node: Node, found: Found, layers: dict[int, TextLayer]) -> None:
        if found is self._session.attention.found:
            boxes = word_boxes(node, found.spans, layers)
            self._canvas.set_found(tuple(box for here in boxes for box in here))
            if boxes and boxes[0]:
                self._canvas.reveal(boxes[0])

    def refresh(self, *_: object) -> None:
        found: tuple[Evidence, ...] = ()
        node = self._session.current
        if node is not None:
            found = evidence_boxes(node, self._lights(node.id), self._texts.get)
        self._canvas.set_evidence(found)
        if self._session.attention.found is None:
            self._canvas.set_found(())

    def _lights(self, node_id: str) -> Sequence[Light]:
        session, attention = self._session, self._session.attention
        if self._words is not None and self._words[0] == node_id:
            return [Light(Slot.ENTRIES, span, "Entry of a list", True) for span in self._words[1]]
        self._words = None
        if session.review is None or session.reviewer is None:
            return ()
        return lights_of(
            session.review, session.reviewer.id, node_id, session.scheme, attention.frame, attention.lit
        )

    def _show_lit(self) -> None:
        """What is looked at in the inspector comes into sight here."""
        self.refresh()
        strong = [one.region for one in self._canvas.evidence if one.light.strong]
        if strong:
            self._canvas.reveal(strong)

    def _words_arrived(self, page: int) -> None:
        if self._canvas.selected.on_page(page):
            self.refresh()
