"""The frame of the row that has the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from gui.focus_frame import draw_focus_frame
from gui.theme import make_palette


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("top", [0.0, 0.25, 0.5, 0.75])
def test_it_stays_off_the_pixels_that_rows_share_on_scaled_screens(qapp, scale, top):
    """`top` is where within a pixel of the screen the view begins."""
    image = QImage(160, 160, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(0, top / scale)
    draw_focus_frame(painter, QRect(8, 12, 40, 24), make_palette(False))
    painter.end()
    painted = [(x, y) for y in range(160) for x in range(160) if image.pixelColor(x, y) != QColor("white")]
    columns, rows = {x for x, _ in painted}, {y for _, y in painted}
    assert 8 * scale <= min(columns) <= max(columns) <= 48 * scale - 1
    assert 12 * scale + top <= min(rows) <= max(rows) <= 36 * scale + top - 1
