"""How one page is painted: its picture, what lies below and over its entries, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from gui.page.cache import PictureKey
from gui.page.marks import Mark
from gui.page.overlay_painting import OverlayPainter
from gui.page.overlays import Overlay
from gui.page.painting import MarkPainter, Paper, paint_paper, paint_shadow
from gui.page.pictures import TILE
from gui.page.wanted import is_tiled, tiles_in
from gui.theme import is_dark, larger_text

if TYPE_CHECKING:
    from gui.page.canvas import PageCanvas

_RETRY = "Try again"


class SheetPainter:
    """Paints the pages of a canvas as far as they lie in the exposed part, in device pixels of the canvas."""

    def __init__(self, canvas: PageCanvas, painter: QPainter, part: QRect) -> None:
        self._canvas = canvas
        self._painter = painter
        self._part = part

    def paint(self, page: int) -> None:
        canvas, painter = self._canvas, self._painter
        sheet = canvas.layout_of_pages.rect(page)
        if not sheet.contains(self._part):
            paint_shadow(painter, sheet, canvas.ratio, is_dark(canvas.palette()))
        painter.fillRect(sheet.intersected(self._part), Qt.GlobalColor.white)
        painter.setClipRect(sheet)
        self._paint_picture(page, sheet)
        if canvas.paper is not Paper.WHITE:
            paint_paper(painter, sheet, canvas.paper)
        painter.setClipping(False)
        if page in canvas.source.errors:
            self._paint_failure(page, sheet)
        over = OverlayPainter(painter, canvas.layout_of_pages, canvas.ratio)
        self._paint_below(over, page)
        self._paint_marks(page)
        self._paint_above(over, page)

    def _paint_below(self, over: OverlayPainter, page: int) -> None:
        """Words that no entry holds, and those that were found."""
        canvas = self._canvas
        layer = canvas.texts.get(page) if Overlay.UNCLAIMED in canvas.overlays else None
        if layer is not None and canvas.unclaimed is not None:
            over.unclaimed(canvas.unclaimed.on(layer))
        if Overlay.HITS in canvas.overlays:
            for hit in canvas.finder.on(page):
                over.hits(hit.regions, hit == canvas.finder.current)

    def _paint_above(self, over: OverlayPainter, page: int) -> None:
        """Found words and evidence in the selected entry, and the words that the reader selected."""
        canvas, stretch, caret = self._canvas, self._canvas.stretch, self._canvas.caret
        if Overlay.HITS in canvas.overlays:
            over.hits((region for region in canvas.found if region.page == page), current=False)
        if Overlay.EVIDENCE in canvas.overlays and canvas.selected.nodes:
            over.evidence(one for one in canvas.evidence if one.region.page == page)
        if stretch is not None and page in stretch.pages and (layer := canvas.texts.get(page)) is not None:
            over.selected(stretch.boxes(layer), canvas.palette().highlight().color())
        if caret is not None and canvas.caret_lit and page == caret.page:
            layer = canvas.texts.get(page)
            ink = Qt.GlobalColor.white if canvas.paper is Paper.DARK else Qt.GlobalColor.black
            if layer is not None:
                over.caret(layer.bar_at(caret.caret), QColor(ink))  # the page's, whatever the theme

    def _paint_picture(self, page: int, sheet: QRect) -> None:
        geometry, cache = self._canvas.layout_of_pages, self._canvas.source.cache
        tiled = is_tiled(geometry, page)
        if not tiled:
            exact = cache.get(PictureKey(page, geometry.scale, geometry.rotation))
            if exact is not None:
                self._painter.drawImage(sheet.topLeft(), exact)
                return
        stand_in = cache.stand_in(page, geometry.scale, geometry.rotation)
        if stand_in is not None:
            self._paint_stretched(sheet, stand_in)
        for tile in tiles_in(geometry, page, self._part) if tiled else ():
            image = cache.get(tile.key)
            if image is not None and tile.key.tile is not None:
                column, row = tile.key.tile
                self._painter.drawImage(sheet.left() + column * TILE, sheet.top() + row * TILE, image)

    def _paint_stretched(self, sheet: QRect, image: QImage) -> None:
        """Only what is exposed: stretching a whole page at 800 % takes long."""
        shown = QRectF(sheet.intersected(self._part))
        across, down = image.width() / sheet.width(), image.height() / sheet.height()
        inside = shown.translated(-QPointF(sheet.topLeft()))
        origin = QRectF(
            inside.x() * across, inside.y() * down, inside.width() * across, inside.height() * down
        )
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.drawImage(shown, image, origin)

    def _paint_marks(self, page: int) -> None:
        canvas, hovered = self._canvas, self._canvas.hovered
        brush = MarkPainter(
            self._painter, canvas.layout_of_pages, canvas.ratio, canvas.paper, QRectF(self._part)
        )
        chosen = canvas.selected.nodes
        shown: list[Mark] = []
        if Overlay.ENTRIES in canvas.overlays and canvas.marks is not None:
            shown = [mark for mark in canvas.marks.on_page(page) if mark.node not in chosen]
        selected = canvas.selected.on_page(page) if Overlay.SELECTED in canvas.overlays else ()
        brush.lay_out((*shown, *selected))
        brush.outlines(shown)
        if hovered is not None and hovered.region.page == page and hovered.node not in chosen:
            brush.hovered(hovered)
        brush.selected(selected)

    def _paint_failure(self, page: int, sheet: QRect) -> None:
        """Why there is no picture, and below it "Try again" as a link."""
        canvas, painter, box = self._canvas, self._painter, self._canvas.retry_box(page)
        seen = sheet.intersected(canvas.area)
        above = QRect(seen.left(), seen.top(), seen.width(), box.top() - seen.top())
        font = QFont(canvas.font())
        font.setPixelSize(round(13 * canvas.ratio * larger_text(canvas)))
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.darkGray)
        message = f"Page {page} could not be drawn.\n{canvas.source.errors[page]}"
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        inset = round(24 * canvas.ratio)
        painter.drawText(above.adjusted(inset, 0, -inset, 0), int(flags), message)
        font.setUnderline(True)
        painter.setFont(font)
        palette = canvas.palette()
        painter.setPen(Qt.GlobalColor.blue if is_dark(palette) else palette.link().color())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _RETRY)
