"""Icons drawn for the application: SVG in the palette's colour, sharp at every size and scale."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer

from gui.theme import is_dark, state_color
from model.labels import Status

STATE_ICONS = {
    Status.UNREVIEWED: "unreviewed",
    Status.ACCEPTED: "accepted",
    Status.CORRECTED: "corrected",
    Status.REJECTED: "rejected",
    Status.FLAGGED: "flagged",
}


def icon(name: str) -> QIcon:
    """An icon of resources/icons in the colour of button text; it changes with the palette."""
    return QIcon(_Tinted(name))


def state_icon(status: Status) -> QIcon:
    """A review state's icon in the state's colour. Its word belongs beside it or in the tooltip."""
    return QIcon(_Tinted(STATE_ICONS[status], status))


def drawn(name: str, color: QColor, side: int, ratio: float = 1.0) -> QPixmap:
    """An icon in any colour, `side` device-independent pixels wide, for who paints by hand."""
    key = f"{name} {color.name()} {side} {ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    svg = _source(name).replace("currentColor", color.name())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


def app_icon() -> QIcon:
    """Paraph's own icon, in its own colours."""
    return QIcon(_Tinted("paraph"))


@cache
def _source(name: str) -> str:
    return (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


class _Tinted(QIconEngine):
    """Draws an SVG whose `currentColor` follows the palette. It is read when it is first painted: most icons
    stand in menus. Renderers are kept by colour."""

    def __init__(self, name: str, status: Status | None = None) -> None:
        super().__init__()
        self._name = name
        self._status = status
        self._renderers: dict[str, QSvgRenderer] = {}

    def clone(self) -> QIconEngine:
        return _Tinted(self._name, self._status)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(
            rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side
        )
        self._renderer(self._color(mode)).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        key = f"tinted {self._name} {size.width()} {size.height()} {self._color(mode).name()}"
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            pixmap = QPixmap(size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
            painter.end()
            QPixmapCache.insert(key, pixmap)
        return pixmap

    def _color(self, mode: QIcon.Mode) -> QColor:
        palette = QGuiApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        if mode == QIcon.Mode.Selected:
            return palette.color(QPalette.ColorRole.HighlightedText)
        if self._status is not None:
            return state_color(self._status, is_dark(palette))
        return palette.color(QPalette.ColorRole.ButtonText)

    def _renderer(self, color: QColor) -> QSvgRenderer:
        name = color.name()
        if name not in self._renderers:
            svg = _source(self._name).replace("currentColor", name)
            self._renderers[name] = QSvgRenderer(QByteArray(svg.encode()))
        return self._renderers[name]
