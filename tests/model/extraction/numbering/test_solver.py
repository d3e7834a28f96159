"""Which run each number continues: whole documents as short lists of candidates."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from model.extraction.numbering.markers import read_markers
from model.extraction.numbering.runs import Candidate, Choice, Use
from model.extraction.numbering.solver import solve

_NEVER = 9.0


def heading(text: str, style: int = 1) -> Candidate:
    return Candidate(read_markers(text), 0.0, 3.5, 0.8, 2.6, 0.0, style)


def paragraph(text: str, *, led: bool = False, fresh: bool = False) -> Candidate:
    return Candidate(read_markers(text), 4.0, 0.0, 0.3, 2.6, 24.0, 9, fresh, led)


def item(text: str, indent: float = 48.0, *, led: bool = False) -> Candidate:
    return Candidate(
        read_markers(text), 5.0, 1.2 if text[0].isdigit() else _NEVER, 0.0, 2.6, indent, 9, False, led
    )


def in_text(text: str) -> Candidate:
    """A row of running text that happens to start with a number."""
    return Candidate(read_markers(text), _NEVER, 3.0, 3.2, 0.0, 0.0, 9)


def shown(choices: list[Choice]) -> list[str]:
    names = {Use.HEADING: "H", Use.PARAGRAPH: "P", Use.ITEM: "I"}
    return [
        f"{names[choice.use]}{choice.depth} {choice.marker.system.value}{choice.marker.value}"
        if choice.marker
        else "text"
        for choice in choices
    ]


def test_i_after_h_is_a_letter() -> None:
    letters = [item(f"({letter}) x", led=letter == "a") for letter in "abcdefghij"]
    assert shown(solve([paragraph("1. x"), *letters]))[9:] == ["I1 a9", "I1 a10"]


def test_i_below_b_is_roman() -> None:
    found = solve(
        [paragraph("1. x"), item("(a) x", led=True), item("(b) x"), item("(i) x", 72, led=True),
         item("(ii) x", 72), item("(c) x"), paragraph("2. x")]
    )  # fmt: skip
    assert shown(found)[1:6] == ["I1 a1", "I1 a2", "I2 i1", "I2 i2", "I1 a3"]


def test_paragraphs_go_on_across_headings() -> None:
    found = solve(
        [heading("I. x"), paragraph("1. x"), paragraph("2. x"), heading("II. x"), paragraph("3. x")]
    )
    assert shown(found) == ["H1 I1", "P1 digits1", "P1 digits2", "H1 I2", "P1 digits3"]
    assert not any(choice.gap for choice in found)


def test_draft_resolution_counts_on_its_own_inside_the_report() -> None:
    found = solve(
        [paragraph("7. x"), heading("A. x"), paragraph("1. x", fresh=True), paragraph("2. x"),
         paragraph("8. x"), paragraph("9. x")]
    )  # fmt: skip
    assert shown(found)[2:] == ["P2 digits1", "P2 digits2", "P1 digits8", "P1 digits9"]


def test_agenda_inside_a_paragraph_is_a_list() -> None:
    agenda = [item("1. x", 72, led=True), item("2. x", 72), item("(a) x", 96, led=True), item("3. x", 72)]
    found = solve([paragraph("46. x"), paragraph("47. x"), *agenda, paragraph("48. x")])
    assert shown(found)[2:] == ["I1 digits1", "I1 digits2", "I2 a1", "I1 digits3", "P1 digits48"]


def test_number_that_starts_a_row_of_text_is_text() -> None:
    assert shown(solve([paragraph("7. x"), in_text("13. x"), paragraph("8. x")]))[1] == "text"


def test_missing_number_is_said() -> None:
    found = solve([paragraph("1. x"), paragraph("2. x"), paragraph("4. x"), paragraph("5. x")])
    assert [choice.gap for choice in found] == [0, 0, 1, 0]


def test_headings_set_alike_may_leave_out_many_numbers() -> None:
    found = solve(
        [heading("1 x"), paragraph("1. x", fresh=True), heading("4 x"), heading("17 x"), heading("21 x")]
    )
    assert [choice.gap for choice in found] == [0, 0, 2, 12, 3]
    assert shown(solve([heading("2 x"), heading("90 x"), heading("2030 x")]))[1:] == ["text", "text"]
    assert shown(solve([heading("2 x"), heading("17 steps to take")._replace(loose=True)]))[1] == "text"


def test_letter_headings_restart_below_the_next_roman() -> None:
    found = solve(
        [heading("I. x"), heading("A. x", 2), heading("B. x", 2), heading("II. x"), heading("A. x", 2)]
    )
    assert shown(found) == ["H1 I1", "H2 A1", "H2 A2", "H1 I2", "H2 A1"]


def levels(choices: list[Choice]) -> list[str]:
    return [f"{choice.depth} {choice.marker.printed}" if choice.marker else "text" for choice in choices]


def test_chapters_are_counted_through_the_parts() -> None:
    parts = ["Part One", "Chapter 1", "Chapter 2", "Part Two", "Chapter 3", "Part Three", "Chapter 4"]
    found = solve([heading(f"{words} x") for words in parts])
    assert levels(found) == ["1 One", "2 1", "2 2", "1 Two", "2 3", "1 Three", "2 4"]


def test_counts_set_alike_stand_in_their_usual_order_where_nothing_follows_above() -> None:
    names = ["A. x", "1. x", "2. x", "B. x", "1. x", "2. x", "3. x", "a) x", "b) x"]
    found = solve([heading(name) for name in names])
    assert levels(found) == ["1 A", "2 1", "2 2", "1 B", "2 1", "2 2", "2 3", "3 a", "3 b"]


def test_a_count_does_not_take_the_place_of_the_parts() -> None:
    names = ["Part One x", "A. x", "1. x", "B. x", "Part Two x", "A. x", "1. x", "2. x"]
    found = solve([heading(name) for name in names])
    assert levels(found) == ["1 One", "2 A", "3 1", "2 B", "1 Two", "2 A", "3 1", "3 2"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=1, max_size=40))
def test_runs_of_any_length_are_followed(lengths: list[int]) -> None:
    """Paragraphs counted through, each with a list of its own."""
    document, wanted = [], []
    for number, length in enumerate(lengths, 1):
        document.append(paragraph(f"{number}. x"))
        wanted.append(f"P1 digits{number}")
        for at in range(length):
            document.append(item(f"({chr(97 + at)}) x", led=not at))
            wanted.append(f"I1 a{at + 1}")
    assert shown(solve(document)) == wanted
