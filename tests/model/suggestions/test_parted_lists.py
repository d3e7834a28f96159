"""Headings part a list from its lead-in, whose sentence goes on below them."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said_of, section

ASKING = [
    ("en", "The Committee recommends that the Government of Norway:", "Lights",
     "Repairs the lights of the outer harbour.", "Pilots", "In its next report give the number of pilots."),
    ("fr", "La Commission recommande au Gouvernement de la Norvège de :", "Phares",
     "Réparer les phares du port extérieur.", "Pilotes", "Former les pilotes du port."),
    ("es", "La Comisión recomienda al Gobierno de Noruega que:", "Faros",
     "Repare los faros del puerto exterior.", "Pilotos", "Forme a los pilotos del puerto."),
]  # fmt: skip


@pytest.mark.parametrize("asking", ASKING, ids=[one[0] for one in ASKING])
def test_paragraphs_that_are_counted_below_headings_go_on_with_the_lead_in(asking):
    language, lead, first, repair, second, train = asking
    found = said_of(
        paragraph(lead),
        section(first),
        paragraph(repair, "1"),
        section(second),
        paragraph(train, "2"),
        language=language,
    )
    assert [one.role for one in found] == [Role.RECOMMENDATION] * 3
    assert {(one.force, *one.addressees) for one in found} == {(3, "specific-state")}


def test_so_they_do_where_the_lead_in_ends_a_section_of_its_own():
    found = said_of(
        section("What we ask"),
        paragraph("The Committee requests the State of Norway to:", "8"),
        section("Lights"),
        paragraph("Repair the lights of the outer harbour.", "9"),
        paragraph("The lights were last repaired in 1990.", "10"),
        section("Pilots"),
        paragraph("Train the pilots.", "11"),
    )
    assert [one.role for one in found[:2]] == [Role.RECOMMENDATION] * 2
    assert found[1].force == 4
    assert Role.RECOMMENDATION not in (found[2].role, found[3].role)


def test_a_sentence_of_its_own_does_not_go_on_with_it():
    found = said_of(
        paragraph("The Committee recommends that the Government of Norway:"),
        section("Lights"),
        paragraph("Repairs the lights.", "1"),
        section("Thanks"),
        paragraph("The Committee was received with great courtesy.", "2"),
    )
    assert [one.role is Role.RECOMMENDATION for one in found] == [True, True, False]


def test_items_go_on_below_headings_beside_that_of_their_lead_in():
    found = said_of(
        section("Remedy"),
        paragraph("I recommend that the Council:"),
        section("Within one month"),
        item("pay the fees;", "•"),
        section("Within three months"),
        item("write down how it answers letters.", "•"),
    )
    assert [one.role for one in found] == [Role.RECOMMENDATION] * 3


def test_a_list_that_has_ended_goes_on_below_no_heading_beside_that_of_its_lead_in():
    found = said_of(
        section("Remedy"),
        paragraph("I recommend that the Council:"),
        item("pay the fees.", "•"),
        section("Those who wrote to us"),
        item("the owner of the boat;", "•"),
        item("the harbour master.", "•"),
    )
    assert [one.role is Role.RECOMMENDATION for one in found] == [True, True, False, False]
