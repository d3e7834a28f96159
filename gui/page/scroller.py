"""A scrolled column of pages: where the view stands, how large the pages are. Pictures come on top of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.page.fitting import Fit, bounded, fitted_size, fitted_zoom, larger, longest_side, smaller
from gui.page.geometry import PageGeometry
from gui.page.gliding import Glide
from gui.page.text_span import TextSpan
from gui.page.ticks import TickedScrollBar
from gui.page.wanted import picture_scale
from model.documents import PageInfo
from model.nodes import Region

# Logical pixels that stay free above and below a rectangle that the view moves to.
_AIR = 48
LINE = 24


class PageScroller(QAbstractScrollArea):
    """Knows pages, zoom and place. The scroll bars count device pixels of the canvas."""

    pageChanged = Signal(int)
    zoomChanged = Signal(float)
    moved = Signal()  # scrolled
    resized = Signal()  # the pages have another size or shape

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fit = Fit.TEXT
        self._span: TextSpan | None = None
        self.pages: tuple[PageInfo, ...] = ()
        self.layout_of_pages = PageGeometry((), 1.0)
        self._zoom = 1.0
        self._rotation = 0
        self._spread = False
        self._page = 0
        self._fitted = 0  # the page that was last fitted to the view, if any
        self._ratio = self.devicePixelRatioF()
        self.ticks = TickedScrollBar(self)
        self.setVerticalScrollBar(self.ticks)
        self._glide = Glide(self.ticks, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def set_pages(self, pages: Sequence[PageInfo], span: TextSpan | None = None) -> None:
        """Another document, from its top; none for an empty sequence. `span` is where its text stands."""
        self._glide.stop()
        self.pages, self._span = tuple(pages), span
        self._page = self._fitted = 0
        self._lay_out(self._fitting(self.fit))
        self._move_to(QPoint(self._home, 0))
        self._note_page()
        self.zoomChanged.emit(self._zoom)

    # --- size ------------------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """1 if a point is as large as on paper, as far as the screen tells its resolution."""
        return self._zoom

    @property
    def rotation(self) -> int:
        """Degrees clockwise by which the reader turned all pages."""
        return self._rotation

    @property
    def ratio(self) -> float:
        """Device pixels a logical pixel."""
        return self._ratio

    def set_zoom(self, zoom: float, at: QPointF | None = None, fit: Fit = Fit.NONE) -> None:
        """Zooms so that what is under `at` (in the viewport; its middle by default) stays there."""
        self.fit = fit
        zoom = self._bounded(zoom)
        if not self.pages:
            self._zoom = zoom
            self.zoomChanged.emit(zoom)
            return
        self._glide.stop()
        anchor = (at if at is not None else QPointF(self.viewport().rect().center())) * self._ratio
        number, point = self.under(anchor)
        self._lay_out(zoom)
        self._move_to((self._spot(number, point) - anchor).toPoint())
        self._note_page()
        self.zoomChanged.emit(self._zoom)

    def zoom_in(self) -> None:
        self.set_zoom(larger(self._zoom))

    def zoom_out(self) -> None:
        self.set_zoom(smaller(self._zoom))

    def actual_size(self) -> None:
        self.set_zoom(1.0)

    def fit_text(self) -> None:
        """The page as wide as the view; where that would be smaller than on paper, its text is, without the
        margins beside it, as far as that is no larger than on paper."""
        self._fitted = 0
        self.set_zoom(self._fitting(Fit.TEXT), fit=Fit.TEXT)

    def fit_width(self) -> None:
        """The page as wide as the view, also when the view's size changes. Until a reader asks for it, that
        is the usual page: maps and tables laid across are wider."""
        self._fitted = self._page
        self.set_zoom(self._fitting(Fit.WIDTH), fit=Fit.WIDTH)

    def fit_page(self) -> None:
        """The whole page in the view, also when the view's size changes."""
        page = self._fitted = self._page
        self.set_zoom(self._fitting(Fit.PAGE), fit=Fit.PAGE)
        self.go_to(page)

    def rotate(self, degrees: int) -> None:
        """Turns all pages clockwise by a multiple of 90 degrees; the document itself stays as it is."""
        page = self._page
        self._rotation = (self._rotation + degrees) % 360
        self._lay_out(self._fitting(self.fit))
        self.go_to(page)
        self.zoomChanged.emit(self._zoom)

    @property
    def spread(self) -> bool:
        """Whether two pages stand beside each other."""
        return self._spread

    def set_spread(self, spread: bool) -> None:
        page = self._page
        self._spread = spread
        self._lay_out(self._fitting(self.fit))
        self.go_to(page)
        self.zoomChanged.emit(self._zoom)

    # --- place -----------------------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page that fills most of the view, from 1; 0 without a document."""
        return self._page

    @property
    def room(self) -> QSize:
        """The viewport's size in device pixels."""
        size = self.viewport().size() * self._ratio
        return QSize(max(1, size.width()), max(1, size.height()))

    @property
    def offset(self) -> QPoint:
        """The canvas's point at the viewport's top left."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @property
    def area(self) -> QRect:
        """The part of the canvas that is on the screen."""
        return QRect(self.offset, self.room)

    def under(self, pixel: QPointF) -> tuple[int, QPointF]:
        """The page at the height of a device pixel of the viewport, and the point of it, maybe outside."""
        spot = pixel + QPointF(self.offset)
        number = self.layout_of_pages.page_at(round(spot.y()), round(spot.x()))
        return number, self.layout_of_pages.to_page(number, spot)

    def go_to(self, page: int, down: float = 0.0) -> None:
        """Puts the top of a page at the top of the view, or what stands `down` points below it as shown."""
        if self.pages:
            page = min(max(page, 1), len(self.pages))
            self._glide.stop()
            below = round(down * self.layout_of_pages.scale) if down > 0 else 0
            top = self.layout_of_pages.rect(page).top() - self.layout_of_pages.margin // 2
            self.verticalScrollBar().setValue(top + below)
            if self._spread:
                self._set_page(page)

    def reveal(self, regions: Sequence[Region]) -> None:
        """Glides so that rectangles (of the first one's page) can be seen; stays where they can already. What
        comes after them has more room than what went before: it is what is read next."""
        box = QRectF()
        for region in regions:
            if region.page == regions[0].page and 1 <= region.page <= len(self.pages):
                box = box.united(self.layout_of_pages.to_canvas(region))
        if box.isNull():
            return
        area, air = self.area, round(_AIR * self._ratio)
        if self.fit is Fit.TEXT and self._home <= box.left() and box.right() <= self._home + area.width():
            self.horizontalScrollBar().setValue(self._home)
        elif box.left() < area.left() or box.right() > area.right():
            sheet = self.layout_of_pages.rect(regions[0].page)
            middle = sheet.center().x() if sheet.width() <= area.width() else box.center().x()
            self.horizontalScrollBar().setValue(round(min(box.left() - air, middle - area.width() / 2)))
        if area.top() <= box.top() and box.bottom() <= area.bottom():
            return
        above = area.height() // 4 if box.height() < area.height() // 2 else air
        self._glide.to(round(box.top()) - above)

    def is_seen(self, region: Region) -> bool:
        """Whether a rectangle is on the screen, as a whole."""
        return QRectF(self.area).contains(self.layout_of_pages.to_canvas(region))

    def foot_of(self, region: Region) -> QPoint | None:
        """The lower left corner of a rectangle in the viewport; None if that is not seen as a whole."""
        if not self.is_seen(region):
            return None
        corner = self.layout_of_pages.to_canvas(region).bottomLeft() - QPointF(self.offset)
        return (corner / self._ratio).toPoint()

    def roll(self, by: int) -> None:
        """Scrolls smoothly by device pixels."""
        self._glide.by(by)

    @property
    def glides(self) -> bool:
        """Whether the view is on its way to a place."""
        return self._glide.is_going

    def view_state(self) -> dict[str, Any]:
        """Where the view stands, fit for any screen: JSON values only; empty without a document."""
        if not self.pages:
            return {}
        number, point = self.under(QPointF(self.room.width() / 2, 0))
        place = {"page": number, "x": round(point.x(), 2), "y": round(point.y(), 2)}
        looks = {"fit": self.fit.value, "rotation": self._rotation, "spread": self._spread}
        return place | {"zoom": round(self._zoom, 4)} | looks

    def restore_view_state(self, state: dict[str, Any]) -> None:
        """Goes back to a saved place; one that does not fit the document is ignored."""
        number = int(state.get("page", 0))
        if not 1 <= number <= len(self.pages):
            return
        self._glide.stop()
        self._rotation = int(state.get("rotation", 0)) % 360
        self._spread = bool(state.get("spread", False))
        self.fit = Fit(state.get("fit", Fit.NONE))
        self._zoom = self._bounded(float(state.get("zoom", 1.0)))
        self._lay_out(self._fitting(self.fit))
        spot = self._spot(number, QPointF(float(state.get("x", 0.0)), float(state.get("y", 0.0))))
        self._move_to((spot - QPointF(self.room.width() / 2, 0)).toPoint())
        self._note_page()
        self.zoomChanged.emit(self._zoom)

    # --- inside ----------------------------------------------------------------------------------------

    def _spot(self, number: int, point: QPointF) -> QPointF:
        region = Region(number, point.x(), point.y(), point.x(), point.y())
        return self.layout_of_pages.to_canvas(region).topLeft()

    def _fitting(self, fit: Fit) -> float:
        if fit is Fit.NONE or not self.pages:
            return self._zoom
        size = fitted_size(self.pages, self._rotation, self._spread, self._fitted)
        pair = self._spread and len(self.pages) > 1
        span = None if self._turns else self._span
        return self._bounded(fitted_zoom(fit, self.viewport().size(), size, self._dots, pair, span))

    def _bounded(self, zoom: float) -> float:
        return bounded(zoom, self.viewport().size(), longest_side(self.pages) * self._dots)

    @property
    def _dots(self) -> float:
        """Logical pixels a point, at a zoom of 1."""
        return self.logicalDpiY() / 72

    def _lay_out(self, zoom: float) -> None:
        self._zoom = zoom
        room = self.room
        scale = picture_scale(zoom * self._dots * self._ratio)
        self.layout_of_pages = PageGeometry(self.pages, scale, self._ratio, self._rotation, room.width(),
                                            self._spread)  # fmt: skip
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, self.layout_of_pages.width - room.width()))
        down.setRange(0, max(0, self.layout_of_pages.height - room.height()))
        across.setPageStep(room.width())
        down.setPageStep(room.height())
        for bar in (across, down):
            bar.setSingleStep(round(LINE * self._ratio))
        self.resized.emit()

    def _held(self) -> tuple[int, QPointF, int]:
        """A page, a point of it, and how far that is below the upper edge of the view: what stands there."""
        return *self.under(QPointF(self.room.width() / 2, 0)), 0

    @property
    def _home(self) -> int:
        """How far the canvas is scrolled across when pages, or their text, stand in the view's middle."""
        middle = (self.layout_of_pages.width - self.room.width()) // 2
        if self.fit is not Fit.TEXT or self._span is None or self._turns:
            return middle
        beside = (self._span.left + self._span.right - self._span.page) / 2
        farthest = max(0, self.layout_of_pages.width - self.room.width())
        return min(max(middle + round(beside * self.layout_of_pages.scale), 0), farthest)

    @property
    def _turns(self) -> bool:
        """Whether the pages stand otherwise than the text was measured."""
        return bool(self._rotation) or self._spread

    def _move_to(self, offset: QPoint) -> None:
        """Pages that are fitted to the view stand in its middle."""
        self.horizontalScrollBar().setValue(offset.x() if self.fit is Fit.NONE else self._home)
        self.verticalScrollBar().setValue(offset.y())

    def _note_page(self) -> None:
        if not self.pages:
            page = 0
        elif self.verticalScrollBar().value() == 0:
            page = 1
        else:
            page = self.layout_of_pages.page_at(self.area.top() + self.room.height() * 2 // 5)
            if self._spread and self._page == page + 1:
                return  # the right one of the pair
        self._set_page(page)

    def _set_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.pageChanged.emit(page)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        whole = (dx / self._ratio).is_integer() and (dy / self._ratio).is_integer()
        if whole:
            self.viewport().scroll(int(dx / self._ratio), int(dy / self._ratio))
        else:
            self.viewport().update()
        self._note_page()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._ratio = self.devicePixelRatioF()
            self._refit()

    def _refit(self) -> None:
        """Another size of the view: what the reader holds on to stays there."""
        if not self.pages:
            return
        number, point, down = self._held()
        self._lay_out(self._fitting(self.fit))
        down = min(down, self.room.height() * 4 // 5)
        self._move_to((self._spot(number, point) - QPointF(self.room.width() / 2, down)).toPoint())
        self._note_page()
        self.zoomChanged.emit(self._zoom)
