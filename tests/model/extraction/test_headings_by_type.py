"""Structure from rows: headings that nothing but their type tells."""

from __future__ import annotations

import pytest

from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_structure import paragraph, row


@pytest.mark.parametrize("centred", [False, True])
def test_letters_that_are_set_apart_make_a_heading(centred: bool) -> None:
    rows = []  # where all is plain, standing alone would tell enough
    for at, words in enumerate(("Old charts", "New charts", "The archive")):
        y = 60 + 80.0 * at
        x = 270.0 if centred else 100.0
        wide = row(words, y, x, width=7.0 * len(words))
        rows += [wide._replace(centred=centred), *paragraph(f"{at + 1}.", y + 22)]
    rows.append(row("A. Other matters", 300, bold=True))
    rows += paragraph("4.", 324)
    sections = [node for node in build(rows) if node.kind is Kind.SECTION]
    assert [node.text for node in sections[:3]] == ["Old charts", "New charts", "The archive"]


def test_letters_set_as_those_of_the_text_make_none() -> None:
    rows = [*paragraph("1.", 40), row("Old charts", 82, width=45), *paragraph("2.", 104)]
    rows += [*paragraph("3.", 134), row("4. Charts", 164, bold=True)]
    assert not [node for node in build(rows) if node.kind is Kind.SECTION and node.text == "Old charts"]
