"""What mouse and keys do on the pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from gui.number_row import by_place
from gui.page.drags import BandDrag, Drag, EdgeDrag, TextDrag
from gui.page.finding import Finder
from gui.page.pictures import PageSource
from gui.page.pointed_canvas import PointedCanvas
from gui.page.selection import Grain, Spot
from gui.page.text_cursor import TextCursor
from gui.page.texts import PageTexts

_WHEEL_STEP = 1.15
_FOLLOW_MS = 30

_Mod = Qt.KeyboardModifier


class InteractiveCanvas(PointedCanvas):
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
        self.pointed: Spot | None = None  # where in the words a menu was asked for
        self.text_cursor = TextCursor(self)
        self._drag: Drag | None = None
        self._doubled = -(1 << 30)
        self._follow = QTimer(self, interval=_FOLLOW_MS)
        self._follow.timeout.connect(self._keep_up)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

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

    def _hover(self, here: QPointF) -> None:
        mark = self.mark_at(here) if not self.drawing else None
        self.set_hovered(mark)
        self.viewport().setCursor(self._cursor_at(here, mark))

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
