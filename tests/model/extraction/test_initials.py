"""Letters that count, and initials of names that look like them."""

from __future__ import annotations

import pytest

from model.extraction.structure import build
from tests.model.extraction.test_structure import paragraph, row


@pytest.mark.parametrize(
    "names",
    [
        ("A. Smith, Chair",),
        ("A. Smith, Chair", "I. Petrov, Secretary"),
        ("A. Smith, Chair", "B. Okoro, Vice-Chair", "J. Roe, Rapporteur", "C. Moreau"),
        ("Г. Иванов, Председатель", "А.И. Петров, Секретарь"),
    ],
)
def test_rows_that_open_with_initials_are_not_counted(names: tuple[str, ...]) -> None:
    rows = [row("Adoption", 60, bold=True), *paragraph("1.", 80), *paragraph("2.", 110)]
    rows.append(row("The report was adopted by the members:", 150))
    rows += [row(name, 170 + 14.0 * at, 120) for at, name in enumerate(names)]
    found = build(rows)[-len(names) :]
    assert [(node.number, node.text) for node in found] == [("", name) for name in names]


def test_initials_of_who_signs_open_no_list() -> None:
    rows = [row("Adoption", 60, bold=True), *paragraph("1.", 80), *paragraph("2.", 110)]
    rows += [row("A. Smith, Chair", 160, 300), row("I. Petrov, Secretary", 172, 300)]
    assert [node.text for node in build(rows)][-2:] == ["A. Smith, Chair", "I. Petrov, Secretary"]


def test_plain_headings_with_letters_below_numerals_keep_them() -> None:
    rows = []
    for at, (numeral, letters) in enumerate((("I", "AB"), ("II", "AB"))):
        top = 60 + 300.0 * at
        rows.append(row(f"{numeral}. Setting", top, bold=True))
        for place, letter in enumerate(letters):
            rows.append(row(f"{letter}. Aims of part {place}", top + 24 + 120 * place))
            rows += [*paragraph("", top + 48 + 120 * place), *paragraph("", top + 78 + 120 * place)]
    numbers = [node.number for node in build(rows) if node.number]
    assert numbers == ["I", "A", "B", "II", "A", "B"]


def test_two_initials_number_no_heading_that_no_other_goes_before() -> None:
    rows = [*paragraph("1.", 40), row("A.I. Systems in use", 80, bold=True), *paragraph("2.", 110)]
    assert [node.number for node in build(rows)] == ["1", "", "2"]
