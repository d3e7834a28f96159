"""Which pictures a view of the pages needs: quick drafts, then sharp ones; and then their neighbours."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QRect

from gui.page.cache import PictureCache, PictureKey
from gui.page.geometry import PageGeometry
from gui.page.pictures import TILE, TILED_ABOVE, Wanted
from model.workers.jobs import Urgency

# A draft is drawn at 48 dpi: about a fifth of the time of a page at 144 dpi, and legible when stretched.
_DRAFT_SCALE = 48 / 72
# Where a sharp picture is hardly larger than a draft, the draft is a waste.
_DRAFT_PAYS = 2.0
_BYTES_A_PIXEL = 4
# Below the tiles lies the whole page at this scale, so that a scrolled-in tile is never white.
_UNDERLAY_SCALE = 100 / 72
# A picture of a whole page has no more, an A3 page at 200 dpi: posters and maps are drawn in tiles before.
_MOST_PIXELS = 8_000_000


def picture_scale(scale: float) -> float:
    """The scale as it stands in a picture's key: equal scales must be equal numbers."""
    return round(scale, 4)


def is_tiled(geometry: PageGeometry, page: int) -> bool:
    """Whether a page is so large that it is drawn piece by piece."""
    width, height = geometry.shown_size(page)
    return geometry.scale > TILED_ABOVE or width * height * geometry.scale**2 > _MOST_PIXELS


def wanted_pictures(
    geometry: PageGeometry, area: QRect, cache: PictureCache
) -> tuple[list[Wanted], list[PictureKey]]:
    """The pictures to ask for, the most important first, and the keys of those on the screen.

    Drafts of all visible pages come before the first sharp one.
    """
    visible = geometry.visible(area)
    drafts, sharp = [], []
    for page in visible:
        drafts += _drafts(geometry, page, cache)
        if is_tiled(geometry, page):
            sharp += list(tiles_in(geometry, page, area))
        else:
            sharp.append(Wanted(_whole(geometry, page, geometry.scale)))
    wanted = drafts + sharp
    return wanted, [item.key for item in wanted]


def neighbours(geometry: PageGeometry, area: QRect, cache: PictureCache) -> Iterator[Wanted]:
    """The pages that will be turned to next, while they fit the cache."""
    visible = geometry.visible(area)
    if not len(visible):
        return
    room = 0
    for page in (visible[-1] + 1, visible[0] - 1, visible[-1] + 2):
        if 1 <= page <= len(geometry.pages) and not is_tiled(geometry, page):
            size = geometry.rect(page).size()
            room += size.width() * size.height() * _BYTES_A_PIXEL
            if not cache.fits(room):
                return
            yield Wanted(_whole(geometry, page, geometry.scale), urgency=Urgency.NEAR)


def tiles_in(geometry: PageGeometry, page: int, area: QRect) -> Iterator[Wanted]:
    """The tiles of a page that an area of the canvas touches."""
    sheet = geometry.rect(page)
    part = sheet.intersected(area).translated(-sheet.topLeft())
    if part.isEmpty():
        return
    width, height = geometry.shown_size(page)
    for row in range(part.top() // TILE, part.bottom() // TILE + 1):
        for column in range(part.left() // TILE, part.right() // TILE + 1):
            left, top = column * TILE / geometry.scale, row * TILE / geometry.scale
            size = TILE / geometry.scale
            clip = (left, top, min(left + size, width), min(top + size, height))
            key = PictureKey(page, picture_scale(geometry.scale), geometry.rotation, (column, row))
            yield Wanted(key, clip)


def _drafts(geometry: PageGeometry, page: int, cache: PictureCache) -> list[Wanted]:
    width, height = geometry.shown_size(page)
    if is_tiled(geometry, page):
        scale = min(_UNDERLAY_SCALE, math.sqrt(_MOST_PIXELS / (width * height)))
    elif geometry.scale >= _DRAFT_PAYS * _DRAFT_SCALE:
        scale = _DRAFT_SCALE
    else:
        return []
    stand_in = cache.stand_in(page, geometry.scale, geometry.rotation)
    if stand_in is not None and stand_in.width() >= width * scale * 0.9:
        return []
    return [Wanted(_whole(geometry, page, scale), urgency=Urgency.NOW)]


def _whole(geometry: PageGeometry, page: int, scale: float) -> PictureKey:
    return PictureKey(page, picture_scale(scale), geometry.rotation)
