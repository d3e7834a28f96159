"""The pages as they are seen: cached pictures, outlines, the selection, and what could not be drawn."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.page.finding import Finder
from gui.page.marks import Chosen, Mark, Marks
from gui.page.overlays import AT_FIRST, Evidence, Overlay, Unclaimed
from gui.page.painting import Paper, paint_band
from gui.page.pictures import PageSource
from gui.page.scroller import PageScroller
from gui.page.selection import Spot, Stretch
from gui.page.sheet_painting import SheetPainter
from gui.page.style import backdrop
from gui.page.texts import PageTexts
from gui.page.wanted import neighbours, wanted_pictures
from gui.theme import larger_text
from model.edits import ChangeSet
from model.nodes import Region

# Sharp pictures are asked for once the zoom has been at rest this long; until then old ones are stretched.
# The neighbours of what is on the screen wait as long after it is complete.
REST_MS = 120
# While places come in by the hundred, their ticks are redrawn this often (milliseconds).
_TICKS_MS = 80
# Around an entry's rectangle, in device-independent pixels: its outline, its grips, the bar in the margin.
_NEAR = 16


class PageCanvas(PageScroller):
    """Paints pages. Nothing here waits: a page without a picture is white until its picture arrives."""

    pictured = Signal(int)  # a page got a picture
    stretchChanged = Signal()  # other words are selected, or none

    def __init__(self, source: PageSource, texts: PageTexts, finder: Finder,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self.source = source
        self.texts = texts
        self.finder = finder
        self.stretch: Stretch | None = None
        self.caret: Spot | None = None
        self.caret_lit = True  # not while it blinks
        self.evidence: tuple[Evidence, ...] = ()
        self.found: tuple[Region, ...] = ()
        self.unclaimed: Unclaimed | None = None
        self.overlays = AT_FIRST
        self.marks: Marks | None = None
        self.selected = Chosen()
        self.hovered: Mark | None = None
        self.bands: tuple[QRectF, ...] = ()
        self.paper = Paper.WHITE
        self._incomplete = False  # pictures of what is on the screen were asked for, their neighbours not yet
        self._ticking = QTimer(self, singleShot=True, interval=_TICKS_MS)
        self._ticking.timeout.connect(self._show_ticks)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.ask)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.moved.connect(self.ask)
        self.resized.connect(self._resized)
        source.arrived.connect(self._picture_arrived)
        source.failed.connect(self._picture_arrived)
        finder.changed.connect(self._show_hits)
        texts.arrived.connect(self._words_arrived)

    def set_marks(self, marks: Marks | None) -> None:
        self.marks, self.hovered = marks, None
        self.viewport().update()

    def follow(self, changes: ChangeSet) -> None:
        """After an edit: outlines that came, went, or look otherwise now are repainted, nothing else."""
        if self.marks is None:
            return
        pages = self.layout_of_pages.visible(self.area) if self.pages else ()
        before = {mark for page in pages for mark in self.marks.known_on(page)}
        self.marks.refresh(changes)
        after = {mark for page in pages for mark in self.marks.on_page(page)}
        if self.hovered not in after:
            self.hovered = None
        self._update_around(mark.region for mark in before ^ after)

    def _held(self) -> tuple[int, QPointF, int]:
        """The selected entry, where its beginning can be seen."""
        marks = self.selected.of_one()
        if marks:
            region = marks[0].region
            top = round(self.layout_of_pages.to_canvas(region).top())
            down = top - self.area.top()
            if 0 <= down < self.room.height():
                middle = QPointF(self.area.center().x(), top)
                return region.page, self.layout_of_pages.to_page(region.page, middle), down
        return super()._held()

    def set_selected(self, chosen: Chosen) -> None:
        before, self.selected = self.selected, chosen
        for page in self.layout_of_pages.visible(self.area) if self.pages else ():
            self._update_around(mark.region for mark in (*before.on_page(page), *chosen.on_page(page)))

    def set_hovered(self, mark: Mark | None) -> None:
        if mark != self.hovered:
            before, self.hovered = self.hovered, mark
            self._update_around(one.region for one in (before, mark) if one is not None)

    def show_bands(self, regions: Iterable[Region]) -> None:
        """Bands around places of pages."""
        self.set_bands(map(self.layout_of_pages.to_canvas, regions))

    def set_bands(self, bands: Iterable[QRectF] = ()) -> None:
        """What a drag encloses, in device pixels of the canvas."""
        self.bands = tuple(bands)
        self.viewport().update()

    def set_paper(self, paper: Paper) -> None:
        self.paper = paper
        self.viewport().update()

    def set_overlay(self, overlay: Overlay, shown: bool) -> None:
        self.overlays = self.overlays | {overlay} if shown else self.overlays - {overlay}
        self._show_hits()

    def set_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        if evidence != self.evidence:
            before, self.evidence = self.evidence, evidence
            self._update_around(one.region for one in (*before, *evidence))

    def set_found(self, found: tuple[Region, ...]) -> None:
        """Words of the selected entry that were looked for in all reports."""
        if found != self.found:
            before, self.found = self.found, found
            self._update_around((*before, *found))

    def set_unclaimed(self, unclaimed: Unclaimed | None) -> None:
        self.unclaimed = unclaimed
        self.viewport().update()

    def set_stretch(self, stretch: Stretch | None) -> None:
        """The words that are selected."""
        stretch = stretch if stretch is not None and not stretch.is_empty else None
        if stretch != self.stretch:
            self.stretch = stretch
            self.viewport().update()
            self.stretchChanged.emit()

    def set_caret(self, caret: Spot | None, lit: bool = True) -> None:
        """Where the text cursor stands, if there is one."""
        before, self.caret, self.caret_lit = self.caret, caret, lit
        layers = [(spot, self.texts.get(spot.page)) for spot in (before, caret) if spot is not None]
        self._update_around(layer.bar_at(spot.caret) for spot, layer in layers if layer is not None)

    def show_now(self) -> None:
        """Paints what has changed before the other panels follow: filling them takes longer than that."""
        QCoreApplication.sendPostedEvents(self.window(), QEvent.Type.UpdateRequest.value)

    def _update_around(self, regions: Iterable[Region]) -> None:
        """Paints rectangles of the pages again, and what is drawn close to them; nothing else."""
        if not self.pages:
            return
        in_sight = self.layout_of_pages.visible(self.area)
        for region in {region for region in regions if region.page in in_sight}:
            box = self.layout_of_pages.to_canvas(region).translated(-QPointF(self.offset))
            box = QRectF(box.topLeft() / self.ratio, box.bottomRight() / self.ratio)
            self.viewport().update(box.toAlignedRect().adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR))

    # --- pictures --------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Asks for the pictures that this place needs, and drops the others."""
        self._rest.stop()
        self._incomplete = False
        if not self.pages:
            self.source.want(())
            self.texts.want(())
            return
        wanted, shown = wanted_pictures(self.layout_of_pages, self.area, self.source.cache)
        self.source.cache.keep(shown)
        self._incomplete = any(self.source.lacks(key) for key in shown)
        if not self._incomplete:
            wanted += neighbours(self.layout_of_pages, self.area, self.source.cache)
        self.source.want(wanted)
        self.texts.want(self.layout_of_pages.visible(self.area))

    def retry(self, page: int) -> None:
        """Asks again for a page that could not be drawn."""
        self.source.retry(page)
        self.ask()
        self.viewport().update()

    def retry_box(self, page: int) -> QRect:
        """Where "Try again" stands on a page that failed, in device pixels of the canvas."""
        sheet, ratio = self.layout_of_pages.rect(page), self.ratio
        scale = ratio * larger_text(self)
        width, height = round(120 * scale), round(28 * scale)
        middle = sheet.intersected(self.area).center()
        return QRect(middle.x() - width // 2, middle.y() + round(4 * ratio), width, height)

    def _resized(self) -> None:
        self._show_hits()
        if self.source.cache.size:
            self._rest.start()
        else:
            self.ask()  # nothing is there that could be stretched meanwhile

    def _picture_arrived(self, page: int) -> None:
        if self.pages and page in self.layout_of_pages.visible(self.area):
            self.viewport().update()
            self.pictured.emit(page)
        # The last to arrive may be a page that was left while it was drawn.
        if self._incomplete and not self.source.busy:
            self._rest.start()

    def _words_arrived(self, page: int) -> None:
        if Overlay.UNCLAIMED in self.overlays or self.stretch is not None:
            self.viewport().update()

    def _show_hits(self) -> None:
        """Their ticks stand at the scroll bar; on the pages they are painted."""
        if not self._ticking.isActive():
            self._ticking.start()
        self.viewport().update()

    def _show_ticks(self) -> None:
        hits = self.finder.hits if self.pages and Overlay.HITS in self.overlays else []
        height, current = self.layout_of_pages.height_of, self.finder.current
        at = height(current.regions[0]) if hits and current is not None else None
        self.ticks.set_ticks([height(hit.regions[0]) for hit in hits], at)

    # --- painting --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), backdrop(self.palette()))
        if not self.pages:
            return
        painter.scale(1 / self.ratio, 1 / self.ratio)
        painter.translate(-self.offset)
        exposed = event.rect()
        exact = QRectF(exposed.x() * self.ratio, exposed.y() * self.ratio,
                       exposed.width() * self.ratio, exposed.height() * self.ratio)  # fmt: skip
        part = exact.toAlignedRect().translated(self.offset)
        sheets = SheetPainter(self, painter, part)
        for page in self.layout_of_pages.visible(part):
            sheets.paint(page)
        for band in self.bands:
            paint_band(painter, band, self.palette().highlight().color(), self.ratio)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self.source.errors:
            self.viewport().update()  # why a page is not drawn stands in the middle of what is seen of it

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
