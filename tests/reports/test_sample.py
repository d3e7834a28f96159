"""The bundled sample is what the script makes, and holds what a reader of such reports meets."""

from __future__ import annotations

import re

import pymupdf
import pytest

import resources
from model.labels import Force, Role
from tests.reports.layout import lay_out
from tests.reports.sample import MASTHEAD, make, report
from tests.reports.styles import STYLES, VIENNA


@pytest.fixture(scope="module")
def rows():
    return lay_out(report(), VIENNA).outline


@pytest.fixture(scope="module")
def pages():
    with pymupdf.open(stream=resources.read_bytes("sample", "report.pdf")) as pdf:
        return [page.get_text("words", sort=False) for page in pdf]


def test_the_bundled_report_is_what_the_script_makes(pages):
    with pymupdf.open(stream=make()) as pdf:
        made = [page.get_text("words", sort=False) for page in pdf]
    assert [[word[4] for word in page] for page in made] == [[word[4] for word in page] for page in pages]
    for page, other in zip(made, pages, strict=True):
        for word, twin in zip(page, other, strict=True):
            assert word[:4] == pytest.approx(twin[:4], abs=0.01)


def test_the_first_page_prints_a_masthead(pages):
    text = " ".join(word[4] for word in pages[0])
    for printed in (MASTHEAD.symbol, MASTHEAD.distribution, MASTHEAD.date, MASTHEAD.original, MASTHEAD.body,
                    "Third meeting", MASTHEAD.job_number, MASTHEAD.bar_code):  # fmt: skip
        assert printed in text


def test_symbol_and_page_number_run_on_and_swap_sides(pages):
    sides = []
    for number, words in enumerate(pages[1:], 2):
        symbol = next(word for word in words if word[4] == MASTHEAD.symbol)
        printed = next(word for word in reversed(words) if word[4] == str(number) and word[1] > 720)
        assert symbol[1] < 80
        sides.append((symbol[0] < 300, printed[0] < 300))
    assert sides == [(number % 2 == 0, number % 2 == 0) for number in range(2, len(pages) + 1)]


def test_headings_are_numbered_in_two_levels(rows):
    headings = [(row.level, row.number) for row in rows if row.kind == "section"]
    assert [number for level, number in headings if level == 1] == ["I", "II", "III", "IV", "V", "I", "II"]
    assert {number for level, number in headings if level == 2} == {"A", "B", "C", "D", "E"}


def test_paragraphs_are_numbered_in_one_run_until_the_annex_starts_its_own(rows):
    numbers = [int(row.number) for row in rows if row.kind == "paragraph" and row.number]
    assert numbers == [*range(1, 37), *range(1, 5)]
    assert len({row.page for row in rows if row.kind == "paragraph"}) >= 4


def test_lists_have_two_levels_and_one_goes_on_over_a_page(rows):
    items = [row for row in rows if row.kind == "item"]
    assert {"a", "b", "c", "i", "ii", "iii", "1"} <= {row.number for row in items}
    assert {row.level for row in items} == {1, 2}
    broken = [row for row in items if len({region[0] for region in row.regions}) > 1]
    assert broken


def test_recommendations_of_every_force_and_paragraphs_of_every_role_but_one(rows):
    forces = {row.force for row in rows if row.role == "recommendation"}
    assert forces == set(Force)
    roles = {row.role for row in rows if row.kind in ("paragraph", "item")}
    assert roles == {role.value for role in Role} - {"other"}
    addressees = {name for row in rows for name in row.addressees}
    assert len(addressees) >= 6


def test_attendance_agenda_footnotes_and_a_table_of_documents(rows):
    texts = {row.text: row for row in rows}
    assert any("were represented at the meeting" in text for text in texts)
    assert "Adoption of the report." in texts
    assert [row.number for row in rows if row.kind == "footnote"] == ["1", "2", "3", "4", "5", "6"]
    marks = [mark for row in rows for _, mark in row.marks]
    assert sorted(marks) == ["1", "2", "3", "4", "5", "6"]
    (table,) = [row for row in rows if row.kind == "table"]
    assert len(table.cells) >= 6
    assert [row.kind for row in rows].count("contents") == 1


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_text_can_be_read_where_the_outline_says_it_stands(style):
    outline = lay_out(report(), style).outline
    with pymupdf.open(stream=make(style)) as pdf:
        for row in outline:
            if not row.regions or row.kind in ("table", "contents"):
                continue
            read = "".join(pdf[page - 1].get_text(clip=box) for page, *box in row.regions)
            for word in re.findall(r"\w{4,}", row.text)[:12]:
                assert word in read.replace("\n", " "), (row.number, row.text, read)
