"""The outlines of entries that stand close."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF

from gui.page.marks import Marks
from gui.page.painting import apart
from model import editing
from model.labels import Slot, Span
from model.nodes import Anchor, Kind, Region
from model.schemes import default
from tests.model.outlines import ANNA, review_of, suggestion


def _box(top: float, bottom: float, left: float = 0.0) -> QRectF:
    return QRectF(left, top, 100.0, bottom - top)


def test_outlines_one_below_the_other_meet_and_do_not_cross() -> None:
    found = apart([_box(40, 60), _box(0, 24), _box(20, 44)])
    assert found == [_box(42, 60), _box(0, 22), _box(22, 42)]


def test_parts_of_an_entry_that_was_divided_within_a_line_meet_and_do_not_cross() -> None:
    line, half, other, rest = _box(0, 24), QRectF(0, 20, 44, 24), QRectF(40, 20, 60, 24), _box(40, 80)
    found = apart([line, half, other, rest])
    assert found == [_box(0, 22), QRectF(0, 22, 42, 20), QRectF(42, 22, 58, 20), _box(42, 80)]


def test_outlines_beside_each_other_or_one_in_the_other_stay() -> None:
    boxes = [_box(0, 24), _box(20, 44, left=200.0), _box(100, 200), _box(120, 140)]
    assert apart(boxes) == boxes


def test_a_paragraph_that_was_rejected_or_is_a_heading_now_has_no_roles_colour() -> None:
    role = suggestion("p", Slot.ROLE, "recommendation", Span(0, 4))
    review = review_of([("p", None, Kind.PARAGRAPH, "Calls on States")], [role])
    review.outline.put(replace(review.outline["p"], anchor=Anchor((Region(1, 0, 0, 9, 9),))))
    assert [mark.role.code for mark in Marks(review, ANNA, default()).of("p")] == ["recommendation"]
    review.apply(editing.reject(review, ANNA, ["p"]))
    marks = Marks(review, ANNA, default())
    assert [(mark.role, mark.solid) for mark in marks.of("p")] == [(None, True)]
    assert marks.describe(marks.of("p")[0]).startswith("Rejected")
    review.apply(editing.set_kind(review, ANNA, ["p"], Kind.SECTION))
    assert [mark.role for mark in Marks(review, ANNA, default()).of("p")] == [None]
