"""Pictures of pages: the least recently used go, those on the screen stay."""

from __future__ import annotations

from PySide6.QtGui import QImage

from gui.page.cache import PictureCache, PictureKey

SIDE = 64
SIZE = SIDE * SIDE * 4


def picture():
    return QImage(SIDE, SIDE, QImage.Format.Format_RGB32)


def test_the_least_recently_used_picture_goes_first():
    cache = PictureCache(3 * SIZE)
    keys = [PictureKey(page, 1.0) for page in range(1, 5)]
    for key in keys[:3]:
        cache.put(key, picture())
    cache.get(keys[0])
    cache.put(keys[3], picture())
    assert [key in cache for key in keys] == [True, False, True, True]
    assert cache.size == 3 * SIZE


def test_what_is_on_the_screen_stays_even_where_there_is_no_room():
    cache = PictureCache(2 * SIZE)
    keys = [PictureKey(1, 8.0, 0, (column, 0)) for column in range(4)]
    cache.keep(keys)
    for key in keys:
        cache.put(key, picture())
    assert all(key in cache for key in keys)
    assert not cache.fits(SIZE)
    cache.keep(())
    cache.put(PictureKey(2, 1.0), picture())
    assert cache.size <= 2 * SIZE


def test_the_nearest_larger_picture_stands_in():
    cache = PictureCache()
    images = {scale: picture() for scale in (0.5, 2.0, 3.0)}
    for scale, image in images.items():
        cache.put(PictureKey(1, scale), image)
    assert cache.stand_in(1, 1.0, 0).cacheKey() == images[2.0].cacheKey()
    assert cache.stand_in(1, 4.0, 0).cacheKey() == images[3.0].cacheKey()
    assert cache.stand_in(1, 1.0, 90) is None
    assert cache.stand_in(2, 1.0, 0) is None
