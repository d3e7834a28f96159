"""Pictures of pages in memory: the least recently used go first, those on the screen never."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtGui import QImage

MEGABYTE = 1 << 20
# 64 MB thrashes at 192 dpi.
_ROOM = 128 * MEGABYTE


class PictureKey(NamedTuple):
    """What a picture shows. `scale` in device pixels a point; `tile` counts columns and rows of tiles."""

    page: int
    scale: float
    rotation: int = 0
    tile: tuple[int, int] | None = None


class PictureCache:
    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._images: OrderedDict[PictureKey, QImage] = OrderedDict()
        self._whole: dict[int, set[PictureKey]] = {}
        self._kept: frozenset[PictureKey] = frozenset()
        self.size = 0

    def __contains__(self, key: PictureKey) -> bool:
        return key in self._images

    def get(self, key: PictureKey) -> QImage | None:
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def put(self, key: PictureKey, image: QImage) -> None:
        self._drop(key)
        self._images[key] = image
        self.size += image.sizeInBytes()
        if key.tile is None:
            self._whole.setdefault(key.page, set()).add(key)
        self._shrink()

    def keep(self, keys: Iterable[PictureKey]) -> None:
        """These are on the screen: they stay, whatever else comes."""
        self._kept = frozenset(keys)

    def fits(self, more: int) -> bool:
        """Whether this many bytes more fit beside what is on the screen."""
        kept = sum(self._images[key].sizeInBytes() for key in self._kept if key in self._images)
        return kept + more <= self._room

    def stand_in(self, page: int, scale: float, rotation: int) -> QImage | None:
        """The whole page at another scale, the nearest from above if there is one."""
        best = None
        for key in self._whole.get(page, ()):
            if key.rotation == rotation and (best is None or _nearness(key, scale) < _nearness(best, scale)):
                best = key
        return self.get(best) if best is not None else None

    def clear(self) -> None:
        self._images.clear()
        self._whole.clear()
        self._kept = frozenset()
        self.size = 0

    def _shrink(self) -> None:
        if self.size <= self._room:
            return
        for key in list(self._images):
            if key not in self._kept:
                self._drop(key)
                if self.size <= self._room:
                    return

    def _drop(self, key: PictureKey) -> None:
        image = self._images.pop(key, None)
        if image is not None:
            self.size -= image.sizeInBytes()
            if key.tile is None:
                self._whole[key.page].discard(key)


def _nearness(key: PictureKey, scale: float) -> tuple[bool, float]:
    return key.scale < scale, abs(key.scale - scale)
