"""A new entry comes where it stands on the page."""

from __future__ import annotations

import pytest

from model.editing.placing import place_for
from model.nodes import Anchor, Kind, Node, Region
from model.outline import Outline


def entry(name, kind, parent, y, page=1, rank=0):
    region = Region(page, 70, y, 500, y + 20)
    return Node(name, kind, name, parent, rank or page * 1000 + y, anchor=Anchor((region,), name))


OUTLINE = Outline([
    entry("I", Kind.SECTION, None, 100),
    entry("1", Kind.PARAGRAPH, "I", 130),
    entry("2", Kind.PARAGRAPH, "I", 200),
    entry("a", Kind.ITEM, "2", 230),
    entry("b", Kind.ITEM, "2", 260),
    entry("note", Kind.FOOTNOTE, "1", 700),
    entry("II", Kind.SECTION, None, 100, page=2),
    entry("3", Kind.PARAGRAPH, "II", 130, page=2),
    entry("II.A", Kind.SECTION, "II", 200, page=2),
    entry("4", Kind.PARAGRAPH, "II.A", 230, page=2),
    Node("not drawn", Kind.PARAGRAPH, "not drawn", "II.A", 9000),
])  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "page", "y", "parent", "before"),
    [
        (Kind.PARAGRAPH, 1, 160, "I", "2"),
        (Kind.PARAGRAPH, 1, 300, "I", None),
        (Kind.ITEM, 1, 245, "2", "b"),
        (Kind.ITEM, 1, 300, "2", None),
        (Kind.ITEM, 1, 215, "2", "a"),
        (Kind.SECTION, 1, 400, None, "II"),
        (Kind.PARAGRAPH, 1, 50, None, "I"),
        (Kind.PARAGRAPH, 1, 750, "I", None),
        (Kind.TABLE, 2, 160, "II", "II.A"),
        (Kind.TABLE, 2, 300, "II.A", "not drawn"),
        (Kind.SECTION, 2, 300, "II", None),
        (Kind.SECTION, 2, 180, "II", "II.A"),
    ],
)
def test_it_goes_between_what_stands_above_and_below(kind, page, y, parent, before):
    assert place_for(OUTLINE, kind, Region(page, 70, y, 500, y + 20)) == (parent, before)


def test_in_an_empty_report_it_is_the_first():
    assert place_for(Outline(), Kind.PARAGRAPH, Region(1, 0, 0, 10, 10)) == (None, None)
