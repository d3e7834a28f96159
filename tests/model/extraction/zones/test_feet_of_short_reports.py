"""What stands at the foot of a page in a report of few pages: a counted paragraph, or when it was adopted."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.extraction.zones.edge_numbers import page_number
from model.nodes import Kind
from tests.model.extraction.test_structure import paragraph, row
from tests.model.extraction.zones.pages import Maker, body, texts, write


@pytest.mark.parametrize(
    ("text", "page"), [("- 7 -", 7), ("– 7 –", 7), ("7-", None), ("12 –", None), ("7", 7)]
)
def test_a_number_with_a_dash_behind_it_is_a_paragraphs(text: str, page: int | None) -> None:
    assert page_number(text) == page


@pytest.mark.parametrize(
    "text",
    ["[Adopted on 31 August 2023]", "[Adoptée le 31 août 2023]", "[Aprobada el 31 de agosto de 2023]"],
)
def test_when_an_opinion_was_adopted_stands_in_its_last_paragraph(tmp_path: Path, text: str) -> None:
    maker = Maker(tmp_path / "adopted.pdf")
    body(maker.page(), 80, 40)
    page = maker.page()
    body(page, 80, 10)
    write(page, 72, 240, text)
    assert text in texts(maker.rows(), Zone.BODY)


def test_paragraphs_below_an_annexs_label_are_counted_anew() -> None:
    rows = [*paragraph("8.", 40), *paragraph("9.", 70)]
    for words, y in (("Annex", 112), ("Opinion of a member (dissenting)", 132)):
        line = row(words, y)
        rows.append(line._replace(spans=(line.spans[0]._replace(italic=True, font="Times-Italic"),)))
    rows += [row("1. I regret not to share the decision.", 154), row("2. The author had a remedy.", 176)]
    found = [(node.kind, node.number) for node in build(rows) if node.number]
    assert found[-2:] == [(Kind.PARAGRAPH, "1"), (Kind.PARAGRAPH, "2")]
