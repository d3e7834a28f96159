"""How words are marked on the pages: found, selected, given as evidence, or held by no entry."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from gui.lights import light_of
from gui.page.geometry import PageGeometry
from gui.page.overlays import Evidence
from gui.page.style import hit_color, loose_color
from gui.theme import translucent
from model.nodes import Region

# A step outside the letters, in points.
_AROUND = 0.8
_GIVEN, _LOOKED_AT = 0.10, 0.38
_FLAT = Qt.PenCapStyle.FlatCap


class OverlayPainter:
    """Draws at one scale, in device pixels of the canvas."""

    def __init__(self, painter: QPainter, geometry: PageGeometry, ratio: float) -> None:
        self._painter = painter
        self._geometry = geometry
        self._ratio = ratio

    def hits(self, regions: Iterable[Region], current: bool) -> None:
        """Places that were found; the one where the reader is has a frame."""
        color = hit_color(current)
        self._fill(regions, color)
        if current:
            pen = QPen(QColor(color.red(), color.green(), color.blue()), 1.5 * self._ratio)
            self._painter.setPen(pen)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            for region in regions:
                self._painter.drawRect(self._rect(region))

    def selected(self, regions: Iterable[Region], color: QColor) -> None:
        self._fill(regions, translucent(color, 0.32))

    def caret(self, bar: Region, color: QColor) -> None:
        """The text cursor: a bar, at any zoom wide enough to be seen."""
        box = self._geometry.to_canvas(bar)
        more = [max(0.0, (2.0 * self._ratio - side) / 2) for side in (box.width(), box.height())]
        self._painter.fillRect(box.adjusted(-more[0], -more[1], *more), color)

    def evidence(self, found: Iterable[Evidence]) -> None:
        """A line below the words, of the sort and colour of what they are evidence for; fuller where they
        are looked at."""
        thick = max(1.5 * self._ratio, 1.1 * self._geometry.scale)
        for region, light in found:
            color, style = light_of(light.slot, dark=False)  # the page stays bright
            rect = self._rect(region)
            self._painter.fillRect(rect, translucent(color, _LOOKED_AT if light.strong else _GIVEN))
            self._painter.setPen(QPen(color, thick * (1.6 if light.strong else 1.0), style, _FLAT))
            low = rect.bottom() - thick / 2
            self._painter.drawLine(QPointF(rect.left(), low), QPointF(rect.right(), low))

    def unclaimed(self, regions: Iterable[Region]) -> None:
        """Hatched, so that it is not told by its colour alone."""
        color = loose_color()
        hatch = QBrush(color, Qt.BrushStyle.BDiagPattern)
        self._painter.setPen(QPen(color, self._ratio))
        for region in regions:
            rect = self._rect(region)
            self._painter.fillRect(rect, hatch)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(rect)

    def _fill(self, regions: Iterable[Region], color: QColor) -> None:
        for region in regions:
            self._painter.fillRect(self._rect(region), color)

    def _rect(self, region: Region) -> QRectF:
        pad = _AROUND * self._geometry.scale
        return QRectF(self._geometry.to_canvas(region).adjusted(-pad, 0, pad, 0).toAlignedRect())
