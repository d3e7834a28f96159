"""Limbs that ask besides what else they say, and names of those whom they ask."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said, said_of, section


def test_a_limb_that_finds_first_may_ask_too():
    lead, found, asked, noted = said_of(
        paragraph("The Committee on Wells:"),
        item("Welcomes the information shared by Norland;", "a"),
        item("Welcomes the report, and invites member States to continue such exchanges;", "b"),
        item("Takes note of the offer of the Government of Norland.", "c"),
        symbol="ECE/1/2",
    )
    assert [one.role for one in (lead, found, noted)] == [Role.DECISION, Role.OBSERVATION, Role.DECISION]
    assert (asked.role, asked.addressees) == (Role.RECOMMENDATION, ["member-states"])


def test_the_bureau_of_a_committee_is_its_own():
    *_, asked = said_of(
        paragraph("The Committee on Wells:"),
        item("Invites the Bureau, with support from the secretariat, to prepare a document.", "a"),
        symbol="ECE/1/2",
    )
    assert asked.addressees == ["own-body"]


@pytest.mark.parametrize(
    ("name", "whom"),
    [
        ("Bureau of Statistics", {"secretariat"}),
        ("Bureau and States", {"own-body", "member-states"}),
        ("Bureau, in May,", {"own-body"}),
        ("Bureau of the Committee", {"own-body"}),
    ],
)
def test_a_bureau_with_a_longer_name_is_an_office(name, whom):
    one = said_of(section("Recommendations"), paragraph(f"The {name} should reply."), symbol="ECE/1/2")[0]
    assert one.all_addressees == whom


def test_it_asks_another_after_it_asked_somebody():
    text = (
        "It requested Governments to send the results to the secretariat by March, and invited the "
        "International Organization for Standardization to reply."
    )
    one = said_of(paragraph("The Committee met."), paragraph(text), symbol="ECE/1/2")[1]
    assert one.all_addressees == {"member-states", "un-igo"}


def test_an_office_that_others_join_is_one_of_them():
    one = said(
        "The Forum recommends that OHCHR, UNITAR and other relevant United Nations agencies give advice.",
        "Recommendations",
    )
    assert one.addressees == ["un-igo"]


@pytest.mark.parametrize(
    "text",
    [
        "Regrets that the Secretariat did not invite members;",
        "Welcomes the fact that the Council urges States to count wells;",
    ],
)
def test_a_limb_does_not_ask_what_others_asked_or_did_not(text):
    *_, found, _ = said_of(
        paragraph("The Committee on Wells:"),
        item(text, "a"),
        item("Takes note of the report.", "b"),
        symbol="ECE/1/2",
    )
    assert found.role is Role.OBSERVATION


@pytest.mark.parametrize("others", ["Member States", "stakeholders"])
def test_an_office_is_none_of_others_that_are_no_offices(others):
    one = said(f"The Forum recommends that OHCHR, UNDP and other {others} give advice.", "Recommendations")
    assert one.addressees[:2] == ["secretariat", "un-igo"]


def test_a_numbered_recommendation_asks_whom_it_begins_with():
    one = said_of(
        section("Wells"),
        paragraph("The managers will need to count the wells.", "Evaluation recommendation 2"),
        title="Review of wells",
        symbol="DP/2001/1",
    )[0]
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["management"])


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Occupying powers should respect the law.", "specific-state"),
        (
            "The Forum recommends that various parts of the United Nations system, including ILO, cooperate.",
            "un-igo",
        ),
    ],
)
def test_further_names_of_those_who_are_asked(text, whom):
    assert said_of(section("Recommendations"), paragraph(text), symbol="A/1")[0].addressees == [whom]


def test_a_prison_that_is_inspected_is_an_office_of_its_state():
    one = said_of(
        section("Recommendations"),
        paragraph("The prison should keep a register."),
        title="Report on a prison",
    )[0]
    assert one.addressees == ["national-authority"]


def test_a_director_general_is_asked_in_russian_in_the_accusative():
    *_, asked = said_of(
        paragraph("Генеральная конференция,"),
        paragraph("просит Генерального директора продолжать работу.", "1"),
        language="ru",
    )
    assert asked.addressees == ["secretariat"]


def test_what_a_body_underlines_it_finds():
    text = "The Forum underlines the importance of experts and representatives of the Commission."
    assert said(text, "Wells").role is Role.OBSERVATION
