"""The outlines of entries that stand close."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from gui.page.painting import apart


def _box(top: float, bottom: float, left: float = 0.0) -> QRectF:
    return QRectF(left, top, 100.0, bottom - top)


def test_outlines_one_below_the_other_meet_and_do_not_cross() -> None:
    found = apart([_box(40, 60), _box(0, 24), _box(20, 44)])
    assert found == [_box(42, 60), _box(0, 22), _box(22, 42)]


def test_outlines_beside_each_other_or_one_in_the_other_stay() -> None:
    boxes = [_box(0, 24), _box(20, 44, left=200.0), _box(100, 200), _box(120, 140)]
    assert apart(boxes) == boxes
