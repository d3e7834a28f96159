"""Judgements, descriptions and witnesses' words, which ask and decide nothing."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said_of, section

HOUSE = {"title": "House of Commons: Floods in small towns", "body": "Rural Affairs Committee"}
RAILWAYS = {"title": "Derailment of freight train 5MB7", "body": "Accident Investigation Commission"}


def role_of(heading: str, text: str, **masthead: str) -> Role:
    return said_of(section(heading), paragraph(text, "1"), **masthead)[0].role


@pytest.mark.parametrize("heading", ["Help with bids", "Conclusions and recommendations"])
def test_a_judgement_asks_nobody(heading):
    text = "It is absurd that the poorest applicants should have to gamble the most on an application."
    assert role_of(heading, text, **HOUSE) is Role.OBSERVATION


def test_what_must_be_done_to_a_thing_asks_in_recommendations():
    text = "The roof is worn out. It must be replaced before winter."
    assert role_of("Recommendations", text, **HOUSE) is Role.RECOMMENDATION
    assert role_of("Help with bids", text, **HOUSE) is not Role.RECOMMENDATION


def test_what_rules_demand_of_things_asks_nobody_in_parliaments_reports_too():
    text = "Schemes that do not score 100 per cent must find the difference elsewhere."
    assert role_of("The formula", text, **HOUSE) is not Role.RECOMMENDATION
    assert role_of("The formula", "The Government must pay the rest.", **HOUSE) is Role.RECOMMENDATION


def test_what_an_office_always_expects_asks_nobody():
    text = "The Commission expects relevant organisations to address all safety issues that it identifies."
    assert role_of("Safety issues", text, **RAILWAYS) is not Role.RECOMMENDATION


def test_what_somebody_is_expected_to_know_is_not_asked():
    text = "Ministers are expected to know what is proper. However, nobody tells them."
    assert (
        role_of("Summary", text, title="Evaluation report", body="Group of States") is not Role.RECOMMENDATION
    )


def test_an_officer_in_an_aside_speaks():
    text = "Philip Dunmore, the Agency’s Executive Director for Flood Risk, said that it was standing still."
    assert role_of("Condition", text, **HOUSE) is Role.STATEMENT


def test_a_witness_before_a_list_of_causes_spoke():
    told, _ = said_of(
        section("Scale"),
        paragraph("Dr Helen Ashworth told us that the number had risen to 264. The causes include:", "3"),
        item("heavier rain in short bursts;", "•"),
        **HOUSE,
    )
    assert told.role is Role.STATEMENT


def test_a_state_party_observes_as_a_party():
    text = (
        "The State party observes that the interviews were conducted with women in shelters and prisons, 48 "
        "per cent of them in 2024."
    )
    inquiry = {"title": "Inquiry concerning Norland", "body": "Committee on Wells", "symbol": "CEDAW/C/NOR/1"}
    assert role_of("Observations of the State party", text, **inquiry) is Role.STATEMENT


@pytest.mark.parametrize("finders", ["designated members", "designated member"])
def test_those_whom_a_committee_sends_find_for_it(finders):
    text = f"The {finders} found that working days of between 14 and 18 hours were usual in 2021."
    assert (
        role_of("Conditions", text, title="Inquiry concerning Norland", body="Committee") is Role.OBSERVATION
    )


def test_what_a_body_is_decides_nothing():
    text = "The Human Rights Commission is an independent body established by Act No. 14 of 2006."
    assert role_of("Introduction", text, title="Report", body="Human Rights Commission") is Role.BACKGROUND
    decides = "The Human Rights Commission established a unit for complaints."
    assert role_of("Complaints", decides, title="Report", body="Human Rights Commission") is Role.DECISION


def test_the_description_of_a_safety_issue_finds():
    text = "The maintenance system allowed repairs to be closed with a code that gave no date."
    assert role_of("Safety issue description", text, **RAILWAYS) is Role.OBSERVATION
    assert role_of("The system", "The maintenance system was bought in 2019.", **RAILWAYS) is Role.BACKGROUND
