"""A text cursor on the pages: it goes by keys as in a text field, and with Shift it selects words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gui.page.selection import Spot, Stretch
from model.carets import Step, entered, runs_leftward, stepped
from model.layer import TextLayer
from model.nodes import Region

if TYPE_CHECKING:
    from gui.page.canvas import PageCanvas

_Key, _Mod = Qt.Key, Qt.KeyboardModifier
# By key: what it passes alone and with Ctrl, and whether it leads forward. Across the line goes by sight.
_STEPS = {
    _Key.Key_Right: (Step.CHARACTER, Step.WORD, True),
    _Key.Key_Left: (Step.CHARACTER, Step.WORD, False),
    _Key.Key_Down: (Step.LINE, Step.PASSAGE, True),
    _Key.Key_Up: (Step.LINE, Step.PASSAGE, False),
    _Key.Key_End: (Step.EDGE, Step.PAGE, True),
    _Key.Key_Home: (Step.EDGE, Step.PAGE, False),
}
_SCREENS = {_Key.Key_PageDown: 1, _Key.Key_PageUp: -1}
_KEPT = 0.9  # of a screen that a step by screens passes


class TextCursor(QObject):
    """Moves the canvas's caret. What it selects is the canvas's stretch, like what the mouse selects."""

    left = Signal()  # put away by its user

    def __init__(self, canvas: PageCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._anchor: Spot | None = None
        self._along: float | None = None  # where steps by lines aim at
        self._blink = QTimer(self, interval=max(QApplication.cursorFlashTime() // 2, 0))
        self._blink.timeout.connect(self._flash)
        canvas.stretchChanged.connect(self._stretch_changed)

    def put(self, spot: Spot) -> None:
        """Shows it at a place; nothing is selected from here on."""
        self._along = None
        self._go(spot, extends=False)

    def put_away(self) -> None:
        self._anchor = self._along = None
        self._blink.stop()
        self._canvas.set_caret(None)

    def place(self) -> QPoint | None:
        """The foot of the cursor in the viewport; None if it is out of sight."""
        spot = self._canvas.caret
        layer = self._canvas.texts.get(spot.page) if spot is not None else None
        if spot is None or layer is None:
            return None
        return self._canvas.foot_of(layer.bar_at(spot.caret))

    def key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the cursor. Words that are selected can be selected on from without one."""
        canvas, key, mods = self._canvas, Qt.Key(event.key()), event.modifiers() & ~_Mod.KeypadModifier
        extends, control = bool(mods & _Mod.ShiftModifier), bool(mods & _Mod.ControlModifier)
        begins = canvas.caret is None and extends and canvas.stretch is not None
        if mods & ~(_Mod.ShiftModifier | _Mod.ControlModifier) or not (canvas.caret is not None or begins):
            return False
        if key is _Key.Key_Escape and not mods:
            self._escape()
        elif key in _STEPS or (key in _SCREENS and not control):
            if begins and canvas.stretch is not None:
                self._take(canvas.stretch)
            assert canvas.caret is not None
            page = canvas.caret.page
            canvas.texts.when_there([page], partial(self._step, key, extends, control))
        else:
            return False
        return True

    def _escape(self) -> None:
        """First nothing is selected any more, then the cursor goes."""
        if self._canvas.stretch is not None:
            self._canvas.set_stretch(None)
        else:
            self.put_away()
            self.left.emit()

    def _step(self, key: Qt.Key, extends: bool, control: bool, layers: dict[int, TextLayer]) -> None:
        here = self._canvas.caret
        layer = layers.get(here.page) if here is not None else None
        if here is None or layer is None:
            return
        if key in _SCREENS:
            self._step_screen(_SCREENS[key], extends, layer.bar_at(here.caret))
            return
        alone, held, forward = _STEPS[key]
        step = held if control else alone
        if key in (_Key.Key_Left, _Key.Key_Right) and runs_leftward(layer, here.caret):
            forward = not forward
        if step is not Step.LINE:
            self._along = None
        elif self._along is None:
            self._along = layer.along(here.caret)
        passages = self._entries(layer) if step is Step.PASSAGE else ()
        reached = stepped(layer, here.caret, step, forward, self._along or 0.0, passages)
        if reached is not None:
            self._go(Spot(here.page, reached), extends)
        else:
            self._enter(here.page, step, forward, extends)

    def _entries(self, layer: TextLayer) -> list[list[int]]:
        """The words of each entry on a page."""
        regions: dict[str, list[Region]] = {}
        for mark in self._canvas.marks.on_page(layer.page) if self._canvas.marks is not None else ():
            regions.setdefault(mark.node, []).append(mark.region)
        return [layer.within(held) for held in regions.values()]

    def _enter(self, page: int, step: Step, forward: bool, extends: bool) -> None:
        """The step leads off a page: it goes on at the next one, over pages where nothing is written."""
        page += 1 if forward else -1
        if 1 <= page <= len(self._canvas.pages):
            call = partial(self._came_in, page, step, forward, extends)
            self._canvas.texts.when_there([page], call)

    def _came_in(self, page: int, step: Step, forward: bool, extends: bool,
                 layers: dict[int, TextLayer]) -> None:  # fmt: skip
        reached = entered(layers[page], step, forward, self._along or 0.0)
        if reached is None:
            self._enter(page, step, forward, extends)
        elif self._canvas.caret is not None:
            self._go(Spot(page, reached), extends)

    def _step_screen(self, screens: int, extends: bool, bar: Region) -> None:
        """To what stands a screen below or above."""
        canvas = self._canvas
        geometry = canvas.layout_of_pages
        spot = geometry.to_canvas(bar).center() + QPointF(0, screens * _KEPT * canvas.room.height())
        page = geometry.page_at(round(spot.y()), round(spot.x()))
        point = geometry.to_page(page, spot)
        self._along = None
        canvas.texts.when_there([page], partial(self._jump, extends, point))

    def _jump(self, extends: bool, point: QPointF, layers: dict[int, TextLayer]) -> None:
        for page, layer in layers.items():
            caret = layer.caret_at(point.x(), point.y())
            if caret is not None and self._canvas.caret is not None:
                self._go(Spot(page, caret), extends)

    def _go(self, spot: Spot, extends: bool) -> None:
        if not extends or self._anchor is None:
            self._anchor = spot
        if self._blink.interval():  # the system may want no blinking
            self._blink.start()
        self._canvas.set_caret(spot)
        self._canvas.set_stretch(Stretch(*sorted((self._anchor, spot))))
        layer = self._canvas.texts.get(spot.page)
        if layer is not None:
            self._canvas.reveal([layer.bar_at(spot.caret)])

    def _take(self, stretch: Stretch) -> None:
        """Words that the mouse selected: the cursor stands at their end."""
        self._anchor = stretch.start
        self._go(stretch.end, extends=True)

    def _stretch_changed(self) -> None:
        stretch, caret = self._canvas.stretch, self._canvas.caret
        if caret is None:
            return
        if stretch is None:
            self._anchor = caret
        elif {stretch.start, stretch.end} != {self._anchor, caret}:
            self._take(stretch)

    def _flash(self) -> None:
        self._canvas.set_caret(self._canvas.caret, lit=not self._canvas.caret_lit)
