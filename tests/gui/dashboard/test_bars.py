"""The dashboard's bars."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.dashboard.bars import Bar, BarList
from gui.theme import make_palette


@pytest.mark.parametrize("dark", [False, True])
def test_a_bar_is_seen_also_where_its_line_is_chosen(qtbot, dark):
    bars = BarList("Forces")
    qtbot.addWidget(bars)
    bars.setPalette(make_palette(dark))
    bars.resize(300, 100)
    bars.show_bars([Bar("Offers", 5, 1), Bar("Requires", 10, 5)])
    bars.show()
    item = bars.topLevelItem(1)
    bars.setCurrentItem(item)
    box = bars.visualItemRect(item)
    column = bars.columnViewportPosition(1) + bars.columnWidth(1) // 2
    shown = bars.viewport().grab().toImage()
    bar, ground = (shown.pixelColor(column, y) for y in (box.center().y(), box.top() + 2))
    assert abs(bar.lightness() - ground.lightness()) > 60


def test_a_list_without_bars_says_so_and_asks_for_nothing(qtbot):
    bars, asked = BarList("Reviewed by"), []
    qtbot.addWidget(bars)
    bars.asked.connect(lambda value, words: asked.append(words))
    bars.resize(300, 100)
    bars.show_bars(())
    bars.show()
    bars.grab()
    assert bars.bars == [("None yet", "")]
    qtbot.mouseClick(
        bars.viewport(), Qt.MouseButton.LeftButton, pos=bars.visualItemRect(bars.topLevelItem(0)).center()
    )
    assert asked == []
