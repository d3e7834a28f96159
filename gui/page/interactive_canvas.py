"""What mouse and keys do on the pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from gui.event_filter import EventFilter
from gui.number_row import by_place
from gui.page.canvas import PageCanvas
from gui.page.drags import BandDrag, Drag, EdgeDrag, TextDrag
from gui.page.edges import Grip, grip_at
from gui.page.finding import Finder
from gui.page.marks import Mark
from gui.page.overlays import Overlay
from gui.page.painting import PADDING
from gui.page.pictures import PageSource
from gui.page.selection import Grain, Spot
from gui.page.text_cursor import TextCursor
from gui.page.texts import PageTexts
from model.layer import Link

_WHEEL_STEP = 1.15
_FOLLOW_MS = 30
_SELECTS = "Drag over words selects them"
_DRAGS = f"{_SELECTS}; over empty paper, or with Shift, it draws a new entry"
_DRAWS = "Drag a rectangle around what is to become a new entry"

_Mod = Qt.KeyboardModifier


class InteractiveCanvas(PageCanvas):
    """A click picks the smallest node under it or follows a link, a drag selects words, moves an edge or
    draws a rectangle, Ctrl and the wheel zoom."""

    picked = Signal(object, bool)  # Mark | None; whether it is added to the selection
    regionDrawn = Signal(object)  # Region
    reshaped = Signal(str, object)  # an entry, and its rectangles: tuple of Region
    linkAsked = Signal(object)  # Link
    historyAsked = Signal(int)  # -1 back, 1 forward
    menuAsked = Signal(QPoint)  # on the screen
    drawingChanged = Signal(bool)

    def __init__(self, source: PageSource, texts: PageTexts, finder: Finder,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(source, texts, finder, parent)
        self.writable = True  # whether drags change entries
        self.drawing = False  # whether the next drag draws a rectangle wherever it begins
        self.pointed: Spot | None = None  # where in the words a menu was asked for
        self.text_cursor = TextCursor(self)
        self._drag: Drag | None = None
        self._doubled = -(1 << 30)
        self._follow = QTimer(self, interval=_FOLLOW_MS)
        self._follow.timeout.connect(self._keep_up)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        EventFilter(self.viewport(), self._answer_tip, self)

    def set_drawing(self, drawing: bool) -> None:
        """The next drag draws a rectangle, over words and edges, too; then drags are as before."""
        drawing = drawing and self.writable and bool(self.pages)
        if drawing != self.drawing:
            self.drawing = drawing
            self.set_hovered(None)
            self.viewport().setCursor(Qt.CursorShape.CrossCursor if drawing else Qt.CursorShape.ArrowCursor)
        self.drawingChanged.emit(drawing)  # also to whom asked in vain

    # --- mouse -----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.BackButton or event.button() is Qt.MouseButton.ForwardButton:
            self.historyAsked.emit(-1 if event.button() is Qt.MouseButton.BackButton else 1)
            return
        if event.button() is not Qt.MouseButton.LeftButton or not self.pages:
            return
        here = self._canvas_point(event.position())
        third = not self.drawing and event.timestamp() - self._doubled < QApplication.doubleClickInterval()
        if third and self._begin_text(here, Grain.LINE):
            return
        self._drag = self._drag_from(here, event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        here = self._canvas_point(event.position())
        selects = event.button() is Qt.MouseButton.LeftButton and self.pages and not self.drawing
        if selects and self._begin_text(here, Grain.WORD):
            self._doubled = event.timestamp()
            return
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = self._canvas_point(event.position())
        if self._drag is None:
            self._hover(here)
            return
        far = (here - self._drag.start).manhattanLength() >= QApplication.startDragDistance() * self.ratio
        if far or self._drag.moved:
            self.set_hovered(None)
            self._drag.move(here)
            self._follow.start() if not self.viewport().rect().contains(event.position().toPoint()) \
                else self._follow.stop()  # fmt: skip

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        if drag is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._drag = None
        self._follow.stop()
        if drag.moved:
            drag.finish()
            return
        if not self.drawing:
            self._click(self._canvas_point(event.position()), event.modifiers())

    def leaveEvent(self, event: QEvent) -> None:
        self.set_hovered(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / 120
        if event.modifiers() & _Mod.ControlModifier:
            if turns:
                self.set_zoom(self.zoom * _WHEEL_STEP**turns, event.position())
            event.accept()
        elif turns and event.pixelDelta().isNull() and not event.modifiers():
            self.roll(-round(turns * QApplication.wheelScrollLines() * self.verticalScrollBar().singleStep()))
            event.accept()
        else:
            super().wheelEvent(event)

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

    def _drag_from(self, here: QPointF, modifiers: Qt.KeyboardModifier) -> Drag:
        """A drag takes hold of an edge, selects words where it begins on words, and draws a rectangle
        elsewhere; Shift or Alt, or the tool for it, draws a rectangle over words too."""
        asked = self.drawing or bool(modifiers & (_Mod.ShiftModifier | _Mod.AltModifier))
        draws = self.writable and asked
        grip = self._grip_at(here) if not draws else None
        if grip is not None:
            return EdgeDrag(self, here, grip)
        spot = self.caret_near(here) if not draws and self.is_text(here) else None
        return TextDrag(self, here, spot) if spot is not None else BandDrag(self, here)

    def _begin_text(self, here: QPointF, grain: Grain) -> bool:
        """Selects the word or line under the mouse; a drag goes on by words or lines."""
        spot = self.caret_near(here) if self.is_text(here) else None
        if spot is None:
            return False
        self._drag = TextDrag(self, here, spot, grain)
        self._drag.move(here)
        return True

    def _grip_at(self, here: QPointF) -> Grip | None:
        if not self.writable or self.marks is None or Overlay.SELECTED not in self.overlays:
            return None
        return grip_at(self.selected.of_one(), self.layout_of_pages, here, PADDING * self.ratio, self.ratio)

    def _keep_up(self) -> None:
        """The mouse is held outside the view: the pages come after it."""
        here = self.viewport().mapFromGlobal(QCursor.pos())
        past = here.y() - min(max(here.y(), 0), self.viewport().height())
        if self._drag is None or not past:
            self._follow.stop()
            return
        down = self.verticalScrollBar()
        down.setValue(down.value() + round(past * self.ratio / 4))
        self._drag.move(self._canvas_point(QPointF(here)))

    def _canvas_point(self, position: QPointF) -> QPointF:
        return position * self.ratio + QPointF(self.offset)

    def _hover(self, here: QPointF) -> None:
        mark = self.mark_at(here) if not self.drawing else None
        self.set_hovered(mark)
        self.viewport().setCursor(self._cursor_at(here, mark))

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

    def _click(self, here: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self.set_stretch(None)
        spot = self.caret_near(here) if self.caret is not None and self.is_text(here) else None
        if spot is not None:
            self.text_cursor.put(spot)
        failed = self._retry_at(here)
        if failed is not None:
            self.retry(failed)
            return
        link = self.link_at(here) if not modifiers else None
        if link is not None:
            self.linkAsked.emit(link)
            return
        self.picked.emit(self.mark_at(here), bool(modifiers & (_Mod.ControlModifier | _Mod.ShiftModifier)))

    def _retry_at(self, here: QPointF) -> int | None:
        page = self.layout_of_pages.page_at(round(here.y()), round(here.x()))
        hit = page in self.source.errors and self.retry_box(page).contains(here.toPoint())
        return page if hit else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu is of what is selected, words or entries, else of the entry under the mouse."""
        if not self.pages:
            return
        place, here = event.globalPos(), self._canvas_point(QPointF(event.pos()))
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.pointed = self.caret if by_key else self.caret_near(here) if self.is_text(here) else None
        if by_key:
            spot = self.text_cursor.place()
            place = self.viewport().mapToGlobal(spot) if spot is not None else place
        elif self.stretch is None:
            mark = self.mark_at(here)
            if mark is not None and mark.node not in self.selected.nodes:
                self.picked.emit(mark, False)
        self.menuAsked.emit(place)

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

    # --- keys ------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        drag = self._drag
        if drag is not None and drag.moved and event.key() == Qt.Key.Key_Escape:
            self._drag = None
            self._follow.stop()
            drag.drop()
        elif self.drawing and event.key() == Qt.Key.Key_Escape:
            self.set_drawing(False)
        elif self.text_cursor.key(event):
            return
        elif not self.pages or (not self._scrolls(event) and not self._zooms(event)):
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
            case Qt.Key.Key_Escape if plain and self.stretch is not None:
                self.set_stretch(None)
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
        self._glide.to(self.verticalScrollBar().value() + by)

    def _zooms(self, event: QKeyEvent) -> bool:
        if event.modifiers() & (_Mod.AltModifier | _Mod.MetaModifier) or by_place(event) is not None:
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
