"""Numbered sentences that are set as headings are, but are paragraphs."""

from __future__ import annotations

from pathlib import Path

from model.extraction.structure import build
from model.nodes import Kind, Node
from tests.model.extraction.zones.pages import Maker, body, write

_CONCLUSIONS = (
    "Leakage has fallen more slowly than was promised. We are not persuaded. (Paragraph 12)",
    "We recommend that figures be published. They should be complete. (Paragraph 15)",
    "The Agency lacks the staff to inspect the works that it licenses.",
    "We welcome the increase in investment. It comes late.",
)


def _nodes(maker: Maker, *kinds: Kind) -> list[Node]:
    return [node for node in build(maker.rows()) if node.kind in kinds]


def test_conclusions_in_bold_over_the_answers_to_them_are_paragraphs(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "reply.pdf")
    page = maker.page()
    for at, text in enumerate(_CONCLUSIONS, 1):
        top = 20 + 90 * at
        write(page, 72, top, f"{at}. {text}", 10, "bold")
        body(page, top + 24, 3)
    found = _nodes(maker, Kind.SECTION, Kind.PARAGRAPH)
    assert not [node for node in found if node.kind is Kind.SECTION]
    assert [node.number for node in found] == ["1", "", "2", "", "3", "", "4", ""]


def test_headings_that_are_sentences_stay_headings(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "findings.pdf")
    page = maker.page()
    for at in range(1, 5):
        top = 20 + 90 * at
        write(page, 72, top, f"{at}. {_CONCLUSIONS[2]}", 10, "bold")
        body(page, top + 24, 3)
    assert [node.number for node in _nodes(maker, Kind.SECTION)] == ["1", "2", "3", "4"]
