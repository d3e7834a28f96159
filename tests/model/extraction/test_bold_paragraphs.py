"""Numbered sentences that are set as headings are, but are paragraphs."""

from __future__ import annotations

from pathlib import Path

from model.extraction.doubts import doubts_of
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


def _audited(maker: Maker, numbered: str) -> Maker:
    """An audit with a recommendation in bold below each of three headings; `numbered` opens each of them."""
    body(maker.page(), 60, 6)
    page = maker.page()
    for at in range(1, 4):
        top = 140 * at - 60
        write(page, 72, top, f"{'ABC'[at - 1]}. Stores of the mission", 13, "bold")
        write(page, 72, top + 24, f"{at}. The committee considered the report of the secretariat and took")
        write(page, 72, top + 37, "note of it.")
        write(
            page,
            72,
            top + 56,
            f"{numbered.format(at)} The mission should count what is in its stores",
            10,
            "bold",
        )
        write(page, 72, top + 69, "and keep a record of what was taken out.", 10, "bold")
        write(page, 72, top + 88, "The mission accepted the recommendation and said that it had begun to")
        write(page, 72, top + 101, "count.")
    return maker


def test_recommendations_in_bold_that_brackets_count_are_paragraphs(tmp_path: Path) -> None:
    maker = _audited(Maker(tmp_path / "audit.pdf"), "({})")
    found = _nodes(maker, Kind.SECTION, Kind.PARAGRAPH)
    assert [node.number for node in found if node.kind is Kind.SECTION] == ["A", "B", "C"]
    assert [node.number for node in found if node.kind is Kind.PARAGRAPH][1:] == [
        "1", "1", "", "2", "2", "", "3", "3", "",
    ]  # fmt: skip
    assert not doubts_of(found, [])


def test_what_goes_on_with_a_sentence_in_bold_is_no_heading(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "committee.pdf")
    body(maker.page(), 60, 6)
    page = maker.page()
    write(page, 72, 60, "Villages", 14, "bold")
    for number, top in ((1, 84), (2, 116), (3, 148)):
        write(page, 72, top, f"{number}. The committee considered the report of the secretariat and took")
        write(page, 72, top + 13, "note of it. It heard the ministries.")
    write(page, 72, 180, "4. The Government must consult. The consultation should cover:", 10, "bold")
    write(page, 100, 204, "(a) how many buses there should be; and", 10, "bold")
    write(page, 100, 224, "(b) whether others may count and, if so,", 10, "bold")
    write(page, 124, 244, "(i) how long people may wait, and", 10, "bold")
    write(page, 124, 264, "(ii) how they are to book; and", 10, "bold")
    write(page, 100, 284, "(c) what is done where there are none.", 10, "bold")
    body(page, 310, 4)
    assert [node.number for node in _nodes(maker, Kind.ITEM)] == ["a", "b", "i", "ii", "c"]
