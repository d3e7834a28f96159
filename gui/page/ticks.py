"""A scroll bar that shows where in the document something stands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from gui.page.style import hit_color

# In a document of tens of thousands of places, those on one pixel are one tick.
STEPS = 4096


class TickedScrollBar(QScrollBar):
    """`set_ticks` takes shares of the whole, from 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._ticks: frozenset[int] = frozenset()
        self._current: int | None = None

    @property
    def ticks(self) -> list[float]:
        return sorted(tick / STEPS for tick in self._ticks)

    def set_ticks(self, ticks: Iterable[float], current: float | None = None) -> None:
        self._ticks = frozenset(round(tick * STEPS) for tick in ticks)
        self._current = round(current * STEPS) if current is not None else None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._ticks:
            return
        groove = self._groove()
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        for y in {round(tick * groove.height() / STEPS) for tick in self._ticks}:
            painter.fillRect(groove.left() + 2, groove.top() + y - 1, groove.width() - 4, 2, hit_color(True))
        if self._current is not None:
            y = groove.top() + round(self._current * groove.height() / STEPS)
            painter.fillRect(groove.left(), y - 2, groove.width(), 4, self.palette().highlight())

    def _groove(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        groove = QStyle.SubControl.SC_ScrollBarGroove
        return self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, groove, self)
