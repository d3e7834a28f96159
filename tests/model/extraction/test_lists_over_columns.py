"""Lists with two kinds of bullets that go on in a column whose left edge is measured elsewhere."""

from __future__ import annotations

from model.extraction.rows import Row
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_structure import row

_LONG = "The group found that the programmes of all countries should have"


def _second(text: str, y: float, x: float) -> Row:
    """A row of the second page, whose lines mostly begin at the bullets, not after them."""
    return row(text, y, x, page=2)._replace(left=90.0)


def test_bullets_keep_their_level_on_the_next_page() -> None:
    rows = [
        row(f"{_LONG} the following aims", 80),
        row(f"• {_LONG} rules, among them:", 110, 90),
        row("› standards for laboratories", 124, 102),
        row("› rules for clinics", 138, 102),
        row(f"• {_LONG} links with other programmes, which are:", 152, 90),
        row("› water and sanitation", 700, 102),
        _second("› plans for training", 80, 102),
        _second("› reports of the year", 94, 102),
        _second(f"• {_LONG} experts of their own.", 108, 90),
    ]
    assert [n.level for n in build(rows) if n.kind is Kind.ITEM] == [1, 2, 2, 1, 2, 2, 2, 1]
