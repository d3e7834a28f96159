"""Headings that a colour tells, as word processors set them."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.zones.pages import WORDS, Maker, body

_BLUE, _BLACK = (0.18, 0.33, 0.59), (0.0, 0.0, 0.0)


@pytest.mark.parametrize(("colour", "kind"), [(_BLUE, Kind.SECTION), (_BLACK, Kind.PARAGRAPH)])
def test_short_rows_in_colour_a_little_larger_than_the_text_are_headings(
    tmp_path: Path, colour: tuple[float, float, float], kind: Kind
) -> None:
    maker = Maker(tmp_path / "coloured.pdf")
    for sheet in range(2):
        page = maker.page()
        body(page, 90, 3)
        for at in range(4):
            top = 133 + 86 * at
            text = f"Needs of the {WORDS[4 * sheet + at]} group"
            page.insert_text((72, top), text, fontsize=11, color=colour)
            body(page, top + 14, 4)
            page.insert_text((72, top + 71), "This was so in all of them.", fontsize=10, color=colour)
    found = build(maker.rows())
    assert {node.kind for node in found if node.text.startswith("Needs")} == {kind}
    assert Kind.SECTION not in {node.kind for node in found if node.text.startswith("This")}


def test_rows_in_colour_nearer_to_the_text_below_are_headings_though_there_are_few(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "few.pdf")
    page = maker.page()
    body(page, 50, 1)
    page.insert_text((72, 64), "June and agreed.", fontsize=10)
    for at in range(2):
        top = 100 + 130 * at
        page.insert_text((72, top), f"Needs of the {WORDS[at]} group", fontsize=10.5, color=_BLUE)
        page.insert_text(
            (72, top + 18),
            f"{at + 1}    The committee considered the report of the secretariat in",
            fontsize=10,
        )
        body(page, top + 32, 4, 100)
        page.insert_text((100, top + 88), "June and agreed.", fontsize=10)
    found = build(maker.rows())
    assert sum(node.kind is Kind.SECTION for node in found) == 2
