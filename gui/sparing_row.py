"""A row of widgets that hides some of them where it is too narrow for all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.event_filter import EventFilter


class SparingRow(QWidget):
    """`row` takes the widgets. What can be done without is told in groups, the most important first;
    a group is shown or left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self._groups: list[Sequence[QWidget]] = []
        EventFilter(self, self._sees, self)

    def set_dispensable(self, groups: Sequence[Sequence[QWidget]]) -> None:
        self._groups = list(groups)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width() - self._shown_width(), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare()

    def _sees(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._spare()
        return False

    def _spare(self) -> None:
        room = self.width() - (self.row.sizeHint().width() - self._shown_width())
        for group in self._groups:
            room -= self._width(group)
            for widget in group:
                widget.setVisible(room >= 0)

    def _shown_width(self) -> int:
        return sum(self._width(group) for group in self._groups if not group[0].isHidden())

    def _width(self, group: Sequence[QWidget]) -> int:
        return sum(widget.sizeHint().width() + self.row.spacing() for widget in group)
