"""What a drag of the mouse on the pages does while it goes on, and at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF

from gui.page.edges import Grip
from gui.page.selection import Grain, Spot, stretch_between
from model.nodes import Region

if TYPE_CHECKING:
    from gui.page.hands import PageHands

# A drag that ends as a sliver was a click with a shaking hand. In points.
LEAST_BAND = 4.0


class Drag(Protocol):
    """All places are device pixels of the canvas."""

    start: QPointF
    moved: bool

    def move(self, here: QPointF) -> None: ...

    def finish(self) -> None: ...

    def drop(self) -> None:
        """Ends it as if it had not been."""


class BandDrag:
    """Draws a rectangle for a new entry."""

    def __init__(self, hands: PageHands, start: QPointF) -> None:
        self._hands = hands
        self.start = start
        self.moved = False

    def move(self, here: QPointF) -> None:
        self.moved = True
        if self._hands.writable:
            self._hands.set_band((self.start, here))

    def finish(self) -> None:
        band = self._hands.band
        self._hands.set_band(None)
        region = self._region(*band) if band is not None else None
        if region is not None:
            self._hands.regionDrawn.emit(region)

    def drop(self) -> None:
        self._hands.set_band(None)

    def _region(self, start: QPointF, end: QPointF) -> Region | None:
        """The region that a drag marked, on the page where it began."""
        geometry = self._hands.layout_of_pages
        page = geometry.page_at(round(start.y()), round(start.x()))
        region = geometry.to_region(page, QRectF(start, end).normalized())
        wide, high = region.x1 - region.x0, region.y1 - region.y0
        return region if wide >= LEAST_BAND and high >= LEAST_BAND else None


class TextDrag:
    """Selects words, also over pages whose words are known."""

    def __init__(
        self, hands: PageHands, start: QPointF, anchor: Spot, grain: Grain = Grain.CHARACTER
    ) -> None:
        self._hands = hands
        self._anchor = anchor
        self._grain = grain
        self.start = start
        self.moved = False

    def move(self, here: QPointF) -> None:
        self.moved = True
        focus = self._hands.caret_near(here)
        if focus is None:
            return
        texts = self._hands.texts
        layers = {page: texts.get(page) for page in (self._anchor.page, focus.page)}
        known = {page: layer for page, layer in layers.items() if layer is not None}
        if len(known) == len(layers):
            self._hands.set_stretch(stretch_between(self._anchor, focus, self._grain, known))

    def finish(self) -> None:
        """The words stay selected."""

    def drop(self) -> None:
        self._hands.set_stretch(None)


class EdgeDrag:
    """Moves an edge of the selected entry's rectangle."""

    def __init__(self, hands: PageHands, start: QPointF, grip: Grip) -> None:
        self._hands = hands
        self._grip = grip
        self._region = grip.mark.region
        self.start = start
        self.moved = False

    def move(self, here: QPointF) -> None:
        self.moved = True
        self._region = self._grip.dragged(self._hands.layout_of_pages, here - self.start)
        self._hands.show_band(self._region)

    def finish(self) -> None:
        self._hands.set_band(None)
        node, old = self._grip.mark.node, self._grip.mark.region
        regions = tuple(self._region if mark.region == old else mark.region
                        for mark in self._hands.selected.of_one())  # fmt: skip
        if self._region != old:
            self._hands.reshaped.emit(node, regions)

    def drop(self) -> None:
        self._hands.set_band(None)
