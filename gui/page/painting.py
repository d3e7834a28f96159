"""How pages, outlines and the selection look. Everything is drawn in device pixels of the canvas."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.page.geometry import PageGeometry
from gui.page.marks import Mark
from gui.page.style import mark_color
from gui.theme import translucent

OUTLINE = 1.5
_FILL, _SELECTED_FILL, _HOVER_FILL = 0.10, 0.20, 0.16
# Around a rectangle, so that an outline does not cut into letters.
PADDING = 2.0
_BAR_WIDTH, _BAR_GAP = 3.0, 9.0
_SHADOW = (22, 15, 10, 6, 4, 2, 1)


class Paper(Enum):
    """How bright the pages are."""

    WHITE = "white"
    DIM = "dim"
    DARK = "dark"


def paint_shadow(painter: QPainter, sheet: QRect, ratio: float, dark: bool) -> None:
    """The soft shadow around a page: filled edges, for frames drawn by a pen cost ten times as much."""
    strength = 3 if dark else 1
    wide = max(1, round(ratio))
    for step, alpha in enumerate(_SHADOW):
        spread = (step + 1) * wide
        frame = sheet.adjusted(-spread, -spread + wide, spread, spread + wide)
        color = QColor(0, 0, 0, min(255, alpha * strength))
        high = frame.height() - 2 * wide
        painter.fillRect(frame.left(), frame.top(), frame.width(), wide, color)
        painter.fillRect(frame.left(), frame.bottom() + 1 - wide, frame.width(), wide, color)
        painter.fillRect(frame.left(), frame.top() + wide, wide, high, color)
        painter.fillRect(frame.right() + 1 - wide, frame.top() + wide, wide, high, color)


def paint_paper(painter: QPainter, sheet: QRect, paper: Paper) -> None:
    """Dims a drawn page, or turns it into light letters on dark paper."""
    if paper is Paper.DIM:
        painter.fillRect(sheet, QColor(0, 0, 0, 64))
    elif paper is Paper.DARK:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.fillRect(sheet, QColor(222, 222, 220))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


class MarkPainter:
    """Draws outlines at one scale, those that touch a part of the canvas."""

    def __init__(self, painter: QPainter, geometry: PageGeometry, ratio: float, paper: Paper,
                 part: QRectF) -> None:  # fmt: skip
        self._painter = painter
        self._geometry = geometry
        self._ratio = ratio
        self._lift = 130 if paper is Paper.DARK else 100
        around = OUTLINE * ratio
        self._part = part.adjusted(-around, -around, around, around)
        self._laid: dict[Mark, QRectF] = {}

    def lay_out(self, marks: Iterable[Mark]) -> None:
        """Places all that is drawn on a page so that no line crosses another box."""
        shown = list(marks)
        self._laid = dict(zip(shown, apart(map(self._rect, shown)), strict=True))

    def outlines(self, marks: Iterable[Mark]) -> None:
        for mark in marks:
            self._box(mark, self._rect(mark), _FILL)

    def hovered(self, mark: Mark) -> None:
        self._painter.fillRect(self._rect(mark), translucent(self._color(mark), _HOVER_FILL))

    def selected(self, marks: Iterable[Mark]) -> None:
        """Fuller boxes, and a bar in the margin beside what is selected on each page."""
        pages: dict[tuple[str, int], QRectF] = {}
        for mark in marks:
            rect = self._rect(mark)
            self._box(mark, rect, _SELECTED_FILL)
            key = (mark.node, mark.region.page)
            pages[key] = pages.get(key, QRectF()).united(rect)
            self._bar(pages[key], self._color(mark))

    def _bar(self, around: QRectF, color: QColor) -> None:
        width = _BAR_WIDTH * self._ratio
        bar = QRectF(around.left() - _BAR_GAP * self._ratio, around.top(), width, around.height())
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(color)
        self._painter.drawRoundedRect(bar, width / 2, width / 2)
        self._painter.restore()

    def _box(self, mark: Mark, rect: QRectF, fill: float) -> None:
        if not rect.intersects(self._part):
            return
        color = self._color(mark)
        self._painter.fillRect(rect, translucent(color, fill))
        pen = QPen(color, OUTLINE * self._ratio)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if not mark.solid:
            pen.setDashPattern([3.0, 2.0])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(rect)

    def _rect(self, mark: Mark) -> QRectF:
        """On whole pixels, so that lines are even and filling stays cheap."""
        laid = self._laid.get(mark)
        if laid is not None:
            return laid
        pad = PADDING * self._ratio
        rect = self._geometry.to_canvas(mark.region).adjusted(-pad, -pad, pad, pad)
        return QRectF(rect.toAlignedRect())

    def _color(self, mark: Mark) -> QColor:
        return mark_color(mark.role).lighter(self._lift)


def apart(rects: Iterable[QRectF]) -> list[QRectF]:
    """The rectangles in their order; those that reach into one below, or beside on the same line, meet it
    halfway: its line would strike out their words."""
    given = [QRectF(rect) for rect in rects]
    made = [QRectF(rect) for rect in given]
    order = sorted(range(len(given)), key=lambda at: given[at].top())
    for place, one in enumerate(order):
        above = given[one]
        for other in order[place + 1 :]:
            below = given[other]
            if below.top() >= above.bottom():
                break
            if below.left() >= above.right() or below.right() <= above.left():
                continue
            if above.top() < below.top() and above.bottom() < below.bottom():
                middle = round((above.bottom() + below.top()) / 2)
                made[one].setBottom(min(middle, made[one].bottom()))
                made[other].setTop(max(middle, made[other].top()))
            elif above.top() == below.top():
                _part_beside(given, made, one, other)
    return made


def _part_beside(given: list[QRectF], made: list[QRectF], one: int, other: int) -> None:
    """Two that begin at the same height, where one ends in the other."""
    if given[other].left() < given[one].left():
        one, other = other, one
    left, right = given[one], given[other]
    if left.left() < right.left() and left.right() < right.right():
        middle = round((left.right() + right.left()) / 2)
        made[one].setRight(min(middle, made[one].right()))
        made[other].setLeft(max(middle, made[other].left()))


def paint_band(painter: QPainter, band: QRectF, color: QColor, ratio: float) -> None:
    """The rectangle that a drag on the page draws."""
    painter.fillRect(band, translucent(color, 0.12))
    painter.setPen(QPen(color, ratio))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(band)
