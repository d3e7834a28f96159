"""Draws the application's icon in the sizes that desktops want: make_icons.py FOLDER

PNG for Linux and the macOS icon set, one ICO that holds them for Windows. The SVG is the only source.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).resolve().parents[1] / "resources" / "icons" / "paraph.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
# An ICO's directory has one byte for a side; 0 stands for 256.
ICO_SIZES = (16, 24, 32, 48, 64, 256)


def draw(size: int) -> bytes:
    """The icon as PNG, `size` pixels wide and high, transparent around."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # PySide6 takes a str, its stubs say bytes
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An ICO file of PNG pictures by their size (Windows Vista and later)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, png in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return head + entries + b"".join(pictures.values())


def main(folder: Path) -> None:
    application = QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: draw(size) for size in SIZES}
    for size, png in pictures.items():
        (folder / f"paraph-{size}.png").write_bytes(png)
    (folder / "paraph.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
