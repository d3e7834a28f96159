"""Whom headings, names at the beginning and "that" say that recommendations are for."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said_of, section

AUDIT = {"title": "Audit of wells", "body": "Office of the Auditor General"}


@pytest.mark.parametrize(
    ("language", "above", "heading", "text"),
    [
        ("es", "Resolución", "A la Consejería de Salud", "Recomendación 1. Que cierre los pozos."),
        ("en", "Decision", "To the Ministry of Health", "Wells should be closed."),
        ("de", "Beschluss", "An das Ministerium für Gesundheit", "Die Brunnen sollten geschlossen werden."),
    ],
)
def test_a_heading_that_turns_to_somebody_says_whom_recommendations_below_ask(language, above, heading, text):
    one = said_of(section(above), section(heading, 2), paragraph(text), language=language)[0]
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["national-authority"])


def test_a_heading_that_says_what_for_turns_to_nobody():
    one = said_of(
        section("Decision"), section("To improve the services", 2), paragraph("Wells should shut.")
    )[0]
    assert one.addressees == ["implicit"]


def test_an_article_that_is_written_like_to_turns_to_nobody():
    nodes = section("Poços"), section("A Secretaria", 2), paragraph("Os poços deveriam ser fechados.")
    assert said_of(*nodes, language="pt")[0].addressees == ["implicit"]


def test_audits_tell_whom_they_name_first_what_to_do_by_a_verb_without_ending():
    one, lead, below = said_of(
        section("Recommendations"),
        paragraph("The Department of Lands renew its agreement with the towns."),
        paragraph("The Department of Lands:"),
        item("close the wells; and", "a"),
        **AUDIT,
    )
    for each in (one, lead, below):
        assert (each.role, each.addressees) == (Role.RECOMMENDATION, ["national-authority"])


@pytest.mark.parametrize(
    "text",
    [
        "The Department plan was late.",
        "The Department of Lands set a target in 2020 but missed it.",
        "The Department let the contract in 2019.",
        "The Ministries of Lands review the plan every year.",
        "Member States publish the list each year.",
        "The authorities publish the list each year.",
    ],
)
def test_a_noun_that_could_be_a_verb_or_a_verb_that_tells_of_the_past_tells_nobody(text):
    assert said_of(section("Recommendations"), paragraph(text), **AUDIT)[0].role is Role.OBSERVATION


def test_an_item_that_opens_with_that_asks_whom_it_names():
    below = said_of(
        section("Recommendations"),
        paragraph("The Commission recommends:"),
        item("That the Ministry of Lands close the wells;", "a"),
        item("That the towns be told.", "b"),
        body="Royal Commission into Wells",
    )[1:]
    assert [one.addressees for one in below] == [["national-authority"], ["implicit"]]


def test_a_government_told_to_task_a_ministry_is_the_one_that_is_asked():
    one = said_of(
        section("Recommendations"),
        paragraph("The committee recommends that the Norland Government task the Department of Health."),
        body="Senate Committee on Health",
    )[0]
    assert one.addressees == ["specific-state"]


def test_a_committee_of_a_high_commissioner_is_no_office_of_a_state():
    one = said_of(
        paragraph("The Committee encourages States to admit refugees."),
        title="Conclusions of the Executive Committee of the High Commissioner's Programme",
    )[0]
    assert one.addressees == ["member-states"]


@pytest.mark.parametrize("label", ["SUGERENCIA 1", "RECORDATORIO 2"])
def test_ombudsmen_who_write_in_spanish_label_what_they_ask_for(label):
    one = said_of(
        section("Resolución"), paragraph(f"{label}. Que estudie la concesión de una ayuda."), language="es"
    )[0]
    assert one.role is Role.RECOMMENDATION


def test_a_heading_that_cites_a_reviews_recommendations_opens_none():
    found = said_of(
        section("Recommendations 121.1 to 121.9"), paragraph("Norland opened 34 clinics in 2024.", "7")
    )
    assert found[-1].role is Role.BACKGROUND
