"""What mouse and keys do on the pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from gui.page.canvas import PageCanvas
from gui.page.marks import Mark
from gui.page.pictures import PageSource
from model.nodes import Region

WHEEL_STEP = 1.15
# A drag that ends as a sliver was a click with a shaking hand. In points.
LEAST_BAND = 4.0

_Mod = Qt.KeyboardModifier


class PageHands(PageCanvas):
    """A click picks the smallest node under it, a drag draws a rectangle, Ctrl and the wheel zoom."""

    picked = Signal(object, bool)  # Mark | None; whether it is added to the selection
    regionDrawn = Signal(object)  # Region
    filesDropped = Signal(list)  # of Path

    def __init__(self, source: PageSource, parent: QWidget | None = None) -> None:
        super().__init__(source, parent)
        self._pressed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)

    # --- mouse -----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.pages:
            self._pressed = self._canvas_point(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = self._canvas_point(event.position())
        if self._pressed is None:
            self._hover(here)
            return
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance() * self.ratio
        if far or self.band is not None:
            self.set_hovered(None)
            self.set_band((self._pressed, here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        band, here = self.band, self._canvas_point(event.position())
        self.set_band(None)
        if band is None:
            self._click(here, event.modifiers())
            return
        area = self._band_area(pressed, here)
        if area is not None:
            self.regionDrawn.emit(area)

    def leaveEvent(self, event: QEvent) -> None:
        self.set_hovered(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _Mod.ControlModifier:
            turns = event.angleDelta().y() / 120
            if turns:
                self.set_zoom(self.zoom * WHEEL_STEP**turns, event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def mark_at(self, spot: QPointF) -> Mark | None:
        """The smallest node at a device pixel of the canvas."""
        if self.marks is None or not self.pages:
            return None
        page = self.layout_of_pages.page_at(round(spot.y()))
        if not self.layout_of_pages.rect(page).contains(spot.toPoint()):
            return None
        point = self.layout_of_pages.to_page(page, spot)
        return self.marks.at(page, point.x(), point.y())

    def _canvas_point(self, position: QPointF) -> QPointF:
        return position * self.ratio + QPointF(self.offset)

    def _hover(self, here: QPointF) -> None:
        mark = self.mark_at(here)
        self.set_hovered(mark)
        over = mark is not None or self._retry_at(here) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _click(self, here: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        failed = self._retry_at(here)
        if failed is not None:
            self.retry(failed)
            return
        self.picked.emit(self.mark_at(here), bool(modifiers & (_Mod.ControlModifier | _Mod.ShiftModifier)))

    def _retry_at(self, here: QPointF) -> int | None:
        page = self.layout_of_pages.page_at(round(here.y()))
        hit = page in self.source.errors and self.retry_box(page).contains(here.toPoint())
        return page if hit else None

    def _band_area(self, start: QPointF, end: QPointF) -> Region | None:
        """The region that a drag marked, on the page where it began."""
        page = self.layout_of_pages.page_at(round(start.y()))
        region = self.layout_of_pages.to_region(page, QRectF(start, end).normalized())
        wide, high = region.x1 - region.x0, region.y1 - region.y0
        return region if wide >= LEAST_BAND and high >= LEAST_BAND else None

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_hint(event)
            return True
        return super().viewportEvent(event)

    def _show_hint(self, event: QHelpEvent) -> None:
        if self.hovered is None or self.marks is None:
            QToolTip.hideText()
            return
        QToolTip.showText(event.globalPos(), self.marks.describe(self.hovered), self.viewport())

    # --- keys ------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.pages or (not self._scrolls(event) and not self._zooms(event)):
            super().keyPressEvent(event)

    def _scrolls(self, event: QKeyEvent) -> bool:
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        screen = self.room.height() - round(40 * self.ratio)
        line = 2 * down.singleStep()
        plain = not event.modifiers() & ~_Mod.KeypadModifier
        if not plain and event.modifiers() != _Mod.ControlModifier:
            return False
        match event.key():
            case Qt.Key.Key_PageDown:
                self._step(screen) if plain else self.go_to(self.page + 1)
            case Qt.Key.Key_PageUp:
                self._step(-screen) if plain else self.go_to(self.page - 1)
            case Qt.Key.Key_Home:
                down.setValue(down.minimum())
            case Qt.Key.Key_End:
                down.setValue(down.maximum())
            case Qt.Key.Key_Down if plain:
                down.setValue(down.value() + line)
            case Qt.Key.Key_Up if plain:
                down.setValue(down.value() - line)
            case Qt.Key.Key_Right | Qt.Key.Key_Left as key if plain:
                step = 1 if key == Qt.Key.Key_Right else -1
                if across.maximum() > 0:
                    across.setValue(across.value() + step * line)
                else:
                    self.go_to(self.page + step)
            case _:
                return False
        return True

    def _step(self, by: int) -> None:
        self._scroll_to(self.verticalScrollBar().value() + by)

    def _zooms(self, event: QKeyEvent) -> bool:
        if event.modifiers() & (_Mod.AltModifier | _Mod.MetaModifier):
            return False
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0 if event.modifiers() & _Mod.ControlModifier:
                self.actual_size()
            case _:
                return False
        return True

    # --- files -----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files(event)
        if files:
            event.acceptProposedAction()
            self.filesDropped.emit(files)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
