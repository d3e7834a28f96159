"""A widget that arranges others in lines and wraps them like words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.event_filter import EventFilter
from gui.theme import STEP


class Flow(QWidget):
    """Each widget has its preferred size; a line ends where the next one has no room. What is added stays.

    It is not a QLayout: a layout made by Python crashes now and then (decision 0022).
    """

    def __init__(self, parent: QWidget | None = None, gap: int = STEP) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._gap = gap
        self._high: dict[int, int] = {}  # by width: Qt asks often
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        EventFilter(self, self._sees, self)

    def add(self, widget: QWidget) -> None:
        self.insert(len(self._widgets), widget)

    def insert(self, at: int, widget: QWidget) -> None:
        self._widgets.insert(at, widget)
        widget.setParent(self)
        if not self.isVisible():
            return  # it is shown with the flow, which arranges all then
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            widget.show()
        self._arrange_anew()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._high:
            self._high[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._high[width]

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        size = QSize(0, 0)
        for widget in self._shown():
            size = size.expandedTo(_least(widget))
        return size

    def _sees(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange_anew()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(self.rect(), move=True)

    def showEvent(self, event: QShowEvent) -> None:
        self._arrange_anew()  # nobody told a hidden one what changed

    def _arrange_anew(self) -> None:
        self._high.clear()
        self.updateGeometry()
        self._arrange(self.rect(), move=True)

    def _arrange(self, rect: QRect, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            tall = max(size.height() for _, size in line)
            x = rect.x()
            for widget, size in line:
                if move:
                    widget.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), size))
                x += size.width() + self._gap
            y += tall + self._gap
        return max(0, y - self._gap - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        lines: list[list[tuple[QWidget, QSize]]] = []
        used = 0
        for widget in self._shown():
            hint = widget.sizeHint().expandedTo(_least(widget)).boundedTo(widget.maximumSize())
            size = QSize(min(hint.width(), width), hint.height())
            if not lines or used + self._gap + size.width() > width:
                lines.append([])
                used = -self._gap
            lines[-1].append((widget, size))
            used += self._gap + size.width()
        return lines

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]


def _least(widget: QWidget) -> QSize:
    return widget.minimumSizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
