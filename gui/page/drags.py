"""What a drag of the mouse on the pages does while it goes on, and at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF

from gui.page.edges import Grip
from gui.page.selection import Grain, Spot, stretch_between
from model.nodes import Region

if TYPE_CHECKING:
    from gui.page.interactive_canvas import InteractiveCanvas

# A drag that ends as a sliver was a click with a shaking hand. In points.
_LEAST_BAND = 4.0


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

    def __init__(self, canvas: InteractiveCanvas, start: QPointF) -> None:
        self._canvas = canvas
        self.start = start
        self.moved = False
        self._band = QRectF()

    def move(self, here: QPointF) -> None:
        self.moved = True
        if self._canvas.writable:
            self._band = QRectF(self.start, here).normalized()
            self._canvas.set_bands([self._band])

    def finish(self) -> None:
        self._canvas.set_bands()
        region = self._region()
        if region is not None:
            self._canvas.set_drawing(False)
            self._canvas.regionDrawn.emit(region)

    def drop(self) -> None:
        self._canvas.set_bands()

    def _region(self) -> Region | None:
        """The region that a drag marked, on the page where it began."""
        geometry = self._canvas.layout_of_pages
        page = geometry.page_at(round(self.start.y()), round(self.start.x()))
        region = geometry.to_region(page, self._band)
        wide, high = region.x1 - region.x0, region.y1 - region.y0
        return region if wide >= _LEAST_BAND and high >= _LEAST_BAND else None


class TextDrag:
    """Selects words, also over pages whose words are known."""

    def __init__(
        self, canvas: InteractiveCanvas, start: QPointF, anchor: Spot, grain: Grain = Grain.CHARACTER
    ) -> None:
        self._canvas = canvas
        self._anchor = anchor
        self._grain = grain
        self.start = start
        self.moved = False

    def move(self, here: QPointF) -> None:
        self.moved = True
        focus = self._canvas.caret_near(here)
        if focus is None:
            return
        texts = self._canvas.texts
        layers = {page: texts.get(page) for page in (self._anchor.page, focus.page)}
        known = {page: layer for page, layer in layers.items() if layer is not None}
        if len(known) == len(layers):
            self._canvas.set_stretch(stretch_between(self._anchor, focus, self._grain, known))

    def finish(self) -> None:
        """The words stay selected."""

    def drop(self) -> None:
        self._canvas.set_stretch(None)


class EdgeDrag:
    """Moves an edge of the selected entry's rectangle, also over the end of a page."""

    def __init__(self, canvas: InteractiveCanvas, start: QPointF, grip: Grip) -> None:
        self._canvas = canvas
        self._grip = grip
        self._before = tuple(mark.region for mark in canvas.selected.of_one())
        self._regions = self._before
        self.start = start
        self.moved = False

    def move(self, here: QPointF) -> None:
        self.moved = True
        self._regions = self._grip.dragged(self._canvas.layout_of_pages, self.start, here, self._before)
        self._canvas.show_bands(self._regions)

    def finish(self) -> None:
        self._canvas.set_bands()
        if self._regions != self._before:
            self._canvas.reshaped.emit(self._grip.mark.node, self._regions)

    def drop(self) -> None:
        self._canvas.set_bands()
