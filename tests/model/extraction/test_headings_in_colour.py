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
