"""Where a page has pictures.

From what is painted: `get_image_info` decodes each image, ten seconds for a scanned page, and the engine's
own log of what is painted names every letter and line too.
"""

from __future__ import annotations

from typing import Any

from pymupdf import mupdf

from model.reading.text import Rect

# What is smaller in either direction is a speck (points).
_LEAST = 4


class _Painted(mupdf.FzDevice2):  # type: ignore[misc]
    """Notes where images are painted while a page is run, and lets all else go by."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[Rect] = []
        self.use_virtual_fill_image()
        self.use_virtual_fill_image_mask()

    def fill_image(self, context: Any, image: Any, matrix: Any, *how: Any) -> None:
        place = mupdf.ll_fz_transform_rect(mupdf.fz_unit_rect, matrix)
        self.places.append(Rect(place.x0, place.y0, place.x1, place.y1))

    fill_image_mask = fill_image


def pictures_of(page: Any) -> tuple[Rect, ...]:
    """The places of a page's images. It runs the page once more, where there are images."""
    if not page.get_images():
        return ()
    painted = _Painted()
    mupdf.fz_run_page(page.this, painted, mupdf.FzMatrix(), mupdf.FzCookie())
    mupdf.fz_close_device(painted)
    return tuple([place for place in painted.places if place.width >= _LEAST and place.height >= _LEAST])
