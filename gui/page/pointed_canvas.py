"""What lies under the mouse on the pages, and what the pointer and a tooltip tell of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gui.event_filter import EventFilter
from gui.page.canvas import PageCanvas
from gui.page.edges import Grip, grip_at
from gui.page.finding import Finder
from gui.page.marks import Mark
from gui.page.overlays import Overlay
from gui.page.painting import PADDING
from gui.page.pictures import PageSource
from gui.page.selection import Spot
from gui.page.texts import PageTexts
from model.layer import Link

_SELECTS = "Drag over words selects them"
_DRAGS = f"{_SELECTS}; over empty paper, or with Shift, it draws a new entry"
_DRAWS = "Drag a rectangle around what is to become a new entry"


class PointedCanvas(PageCanvas):
    """Entries, links, words and edges at device pixels of the canvas."""

    def __init__(self, source: PageSource, texts: PageTexts, finder: Finder,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(source, texts, finder, parent)
        self.writable = True  # whether drags change entries
        self.drawing = False  # whether the next drag draws a rectangle wherever it begins
        EventFilter(self.viewport(), self._answer_tip, self)

    def mark_at(self, spot: QPointF) -> Mark | None:
        """The smallest node at a device pixel of the canvas."""
        if self.marks is None or not self.pages:
            return None
        place = self._place_of(spot)
        return self.marks.at(place[0], place[1].x(), place[1].y()) if place is not None else None

    def link_at(self, spot: QPointF) -> Link | None:
        """The link of the PDF at a device pixel of the canvas."""
        place = self._place_of(spot)
        layer = self.texts.get(place[0]) if place is not None else None
        return layer.link_at(place[1].x(), place[1].y()) if place is not None and layer is not None else None

    def caret_near(self, spot: QPointF) -> Spot | None:
        """The place between characters nearest to a device pixel of the canvas."""
        page = self.layout_of_pages.page_at(round(spot.y()), round(spot.x()))
        layer = self.texts.get(page)
        point = self.layout_of_pages.to_page(page, spot)
        caret = layer.caret_at(point.x(), point.y()) if layer is not None else None
        return Spot(page, caret) if caret is not None else None

    def is_text(self, spot: QPointF) -> bool:
        place = self._place_of(spot)
        layer = self.texts.get(place[0]) if place is not None else None
        return layer is not None and place is not None and layer.is_text(place[1].x(), place[1].y())

    def _place_of(self, spot: QPointF) -> tuple[int, QPointF] | None:
        """The page under a device pixel of the canvas, and the point of it; None beside the pages."""
        if not self.pages:
            return None
        page = self.layout_of_pages.page_at(round(spot.y()), round(spot.x()))
        if not self.layout_of_pages.rect(page).contains(spot.toPoint()):
            return None
        return page, self.layout_of_pages.to_page(page, spot)

    def _grip_at(self, here: QPointF) -> Grip | None:
        if not self.writable or self.marks is None or Overlay.SELECTED not in self.overlays:
            return None
        return grip_at(self.selected.of_one(), self.layout_of_pages, here, PADDING * self.ratio, self.ratio)

    def _retry_at(self, here: QPointF) -> int | None:
        page = self.layout_of_pages.page_at(round(here.y()), round(here.x()))
        hit = page in self.source.errors and self.retry_box(page).contains(here.toPoint())
        return page if hit else None

    def _canvas_point(self, position: QPointF) -> QPointF:
        return position * self.ratio + QPointF(self.offset)

    # --- what is told of it

    def _cursor_at(self, here: QPointF, mark: Mark | None) -> Qt.CursorShape:
        if self.drawing:
            return Qt.CursorShape.CrossCursor
        if self._retry_at(here) is not None or self.link_at(here) is not None:
            return Qt.CursorShape.PointingHandCursor
        grip = self._grip_at(here)
        if grip is not None:
            return grip.cursor
        if self.is_text(here):
            return Qt.CursorShape.IBeamCursor
        if mark is not None:
            return Qt.CursorShape.PointingHandCursor
        draws = self.writable and self._place_of(here) is not None
        return Qt.CursorShape.CrossCursor if draws else Qt.CursorShape.ArrowCursor

    def _answer_tip(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_hint(event)
            return True
        return False

    def _show_hint(self, event: QHelpEvent) -> None:
        here = self._canvas_point(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), self.hint_at(here), self.viewport())

    def hint_at(self, here: QPointF) -> str:
        """What a tooltip says at a device pixel of the canvas."""
        if self.drawing:
            return _DRAWS
        link = self.link_at(here)
        if link is not None:
            return f"Go to page {link.page}" if link.page else f"{link.address}\nClick to copy the address"
        if self.marks is None:
            return ""
        if self._grip_at(here) is not None:
            return "Drag to change which words are in the entry"
        mark, drags = self.mark_at(here), _DRAGS if self.writable else _SELECTS
        if mark is not None:
            return "\n".join([*self._evidence_at(here), self.marks.describe(mark), drags])
        return drags if self._place_of(here) is not None else ""

    def _evidence_at(self, here: QPointF) -> list[str]:
        """What the word at a place is evidence for."""
        if Overlay.EVIDENCE not in self.overlays:
            return []
        names = [one.light.name for one in self.evidence
                 if self.layout_of_pages.to_canvas(one.region).contains(here)]  # fmt: skip
        return list(dict.fromkeys(names))
