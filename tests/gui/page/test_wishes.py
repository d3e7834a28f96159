"""Which pictures a place in the pages needs, and when."""

from __future__ import annotations

from PySide6.QtGui import QImage

from gui.page.cache import PictureCache
from gui.page.geometry import PageGeometry
from gui.page.wishes import wishes
from model.documents import PageInfo


def test_neighbours_are_asked_for_when_what_is_on_the_screen_is_there():
    geometry = PageGeometry([PageInfo(number, 600, 800) for number in range(1, 6)], 1.0, width=1000)
    cache = PictureCache()
    area = geometry.rect(2)
    wanted, shown = wishes(geometry, area, cache)
    assert {item.key.page for item in wanted} == {2}
    for key in shown:
        cache.put(key, QImage(64, 64, QImage.Format.Format_RGB32))
    wanted, _ = wishes(geometry, area, cache)
    assert [item.key.page for item in wanted] == [2, 3, 1, 4]
