"""The few small drawings of the bar below the pages, in the palette's own colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication

# Lines and boxes on a grid of 16: "M x y", "L x y" in pairs, "R x y w h" a rounded box, "O x y r" a circle.
_SHAPES: dict[str, str] = {
    "minus": "M3.5 8 L12.5 8",
    "plus": "M3.5 8 L12.5 8 M8 3.5 L8 12.5",
    "fit-text": "M1.5 3 L1.5 13 M14.5 3 L14.5 13 M4.5 5 L11.5 5 M4.5 8 L11.5 8 M4.5 11 L9 11",
    "fit-width": "R2.5 2.5 11 11 M5 8 L11 8 M6.8 6.2 L5 8 L6.8 9.8 M9.2 6.2 L11 8 L9.2 9.8",
    "fit-page": "R3.5 1.5 9 13 M8 4 L8 12 M6.4 5.6 L8 4 L9.6 5.6 M6.4 10.4 L8 12 L9.6 10.4",
    "thumbnails": "R2 2 5 5 R2 9 5 5 M9.5 3.5 L14 3.5 M9.5 5.7 L12.5 5.7 "
    "M9.5 10.5 L14 10.5 M9.5 12.7 L12.5 12.7",
    "contents": "M3 3.5 L13 3.5 M5.5 6.5 L13 6.5 M5.5 9.5 L13 9.5 M3 12.5 L13 12.5",
    "legend": "R2 2.5 4 3.2 R2 10.3 4 3.2 M8.5 4.1 L14 4.1 M8.5 11.9 L14 11.9",
    "outlines": "R2.5 2.5 11 4 R2.5 9.5 11 4",
    "draw": "M2 5 L2 2 L5 2 M7 2 L9 2 M11 2 L14 2 L14 5 M14 7 L14 9 M14 11 L14 14 L11 14 M9 14 L7 14 "
    "M5 14 L2 14 L2 11 M2 9 L2 7 M8 5.5 L8 10.5 M5.5 8 L10.5 8",
    "paper": "O8 8 5.5 M8 2.5 L8 13.5 M9.8 3.4 L9.8 12.6 M11.6 4.6 L11.6 11.4",
}


def bar_icon(name: str) -> QIcon:
    return QIcon(_Engine(name))


class _Engine(QIconEngine):
    """Draws at any size and takes its colour from the palette at the time of painting."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def clone(self) -> QIconEngine:
        return _Engine(self._name)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        box = QRectF(rect)  # type: ignore[call-overload]
        side = min(box.width(), box.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.center() - QPointF(side / 2, side / 2))
        painter.scale(side / 16, side / 16)
        pen = QPen(_color(mode, state), 1.25)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(_path(_SHAPES[self._name]))
        painter.restore()


def _color(mode: QIcon.Mode, state: QIcon.State) -> QColor:
    palette = QApplication.palette()
    if mode is QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    color = QColor(palette.color(QPalette.ColorRole.ButtonText))
    if state is QIcon.State.Off and mode is not QIcon.Mode.Active:
        color.setAlpha(190)
    return color


def _path(shape: str) -> QPainterPath:
    path = QPainterPath()
    for command, numbers in _commands(shape):
        match command, numbers:
            case "M", [x, y]:
                path.moveTo(x, y)
            case "L", [x, y]:
                path.lineTo(x, y)
            case "R", [x, y, width, height]:
                path.addRoundedRect(x, y, width, height, 1.2, 1.2)
            case "O", [x, y, radius]:
                path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _commands(shape: str) -> list[tuple[str, list[float]]]:
    commands: list[tuple[str, list[float]]] = []
    for word in shape.split():
        if word[0].isalpha():
            commands.append((word[0], []))
            word = word[1:]
        commands[-1][1].append(float(word))
    return commands
