"""The key of the colours on the pages: each role's colour, word and key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.page.style import hairline, mark_color
from gui.theme import translucent
from model.labels import Slot
from model.schemes import Label, Scheme, default

ROW = 22
_CHIP, _GAP, _BETWEEN, _MARGIN = 11, 5, 14, 8


class Legend(QWidget):
    """Flows into as many rows as its width asks for. Solid is decided, dashed only suggested."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[tuple[Label | None, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            "A solid outline was decided, a dashed one is suggested. The numbers are the roles’ keys"
        )
        self.set_scheme(default())

    def set_scheme(self, scheme: Scheme) -> None:
        """The roles of the project, also those that only earlier decisions have."""
        roles = scheme.labels.get(Slot.ROLE, ())
        self._items = [(role, role.title, "" if role.retired else role.key) for role in roles]
        self._items.append((None, "Heading, note, table, or rejected", ""))
        words = ", ".join(f"{key} {word}" if key else word for _, word, key in self._items)
        self.setAccessibleName(f"Colours of the roles: {words}")
        self._make_room()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def _make_room(self) -> None:
        self.setFixedHeight(self._height(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(hairline(self.palette()))
        painter.drawLine(0, 0, self.width(), 0)
        for (role, word, key), box in zip(self._items, self._places(self.width()), strict=True):
            self._paint_chip(painter, box, role)
            left = box.left() + _CHIP + _GAP
            rest = QRectF(left, box.top(), box.right() - left + _BETWEEN, box.height())
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            if key:
                painter.setPen(self.palette().placeholderText().color())
                painter.drawText(rest, align, key)
                rest.setLeft(rest.left() + self.fontMetrics().horizontalAdvance("0 "))
            painter.setPen(self.palette().windowText().color())
            painter.drawText(rest, align, word)

    def _paint_chip(self, painter: QPainter, box: QRectF, role: Label | None) -> None:
        color = mark_color(role)
        chip = QRectF(box.left() + 0.5, box.center().y() - _CHIP / 2 + 0.5, _CHIP - 1, _CHIP - 1)
        painter.fillRect(chip, translucent(color, 0.35))
        painter.setPen(QPen(color, 1.5))
        painter.drawRect(chip)

    def _places(self, width: int) -> list[QRectF]:
        metrics = self.fontMetrics()
        places, x, y = [], _MARGIN, 3
        for _, word, key in self._items:
            wide = _CHIP + _GAP + metrics.horizontalAdvance(f"{key} {word}" if key else word)
            if x > _MARGIN and x + wide > width - _MARGIN:
                x, y = _MARGIN, y + self._row
            places.append(QRectF(x, y, wide, self._row))
            x += wide + _BETWEEN
        return places

    @property
    def _row(self) -> int:
        return max(ROW, self.fontMetrics().height() + 4)

    def _height(self, width: int) -> int:
        return round(self._places(width)[-1].bottom()) + 3
