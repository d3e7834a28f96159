"""Whom oversight asks: the organization under review, and its office in a State."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said_of, section

_TITLE = "Independent country programme evaluation: Norland"


def test_the_organization_most_named_is_the_one_under_review():
    found = said_of(
        section("Recommendations"),
        paragraph("UNDP should light the harbour at night.", "1"),
        paragraph("UNDP Norland should publish the tide tables, which it keeps for itself.", "2"),
        paragraph("UNICEF should open its wells to fishers.", "3"),
        paragraph("The country office of UNDP should count the boats.", "4"),
        title=_TITLE,
    )
    assert [one.addressees for one in found] == [["management"], ["management"], ["un-igo"], ["management"]]


def test_an_organization_that_is_named_once_is_another():
    found = said_of(
        *(paragraph(f"The evaluation found that harbour {number} is unlit.", number) for number in "12345"),
        section("Recommendations"),
        paragraph("UNDP should light the harbours at night.", "6"),
        title=_TITLE,
    )
    assert found[-1].addressees == ["un-igo"]


@pytest.mark.parametrize(
    ("whose", "whom"), [("the Northern Fund for Wells", "management"), ("Norland", "un-igo")]
)
def test_a_fund_that_an_evaluations_first_pages_name_is_the_one_under_review(whose, whom):
    found = said_of(
        section(f"Independent Evaluation Office of {whose}"),
        section("Recommendations"),
        paragraph("The Fund should light the harbour at night.", "1"),
        title="Independent evaluation of the harbour programme",
    )
    assert found[-1].addressees == [whom]


def test_an_organizations_office_in_a_state_is_not_the_state():
    found = said_of(
        section("Recommendations"),
        paragraph("UNICEF Norland should open its wells to fishers.", "1"),
        title="Report of the working group on wells",
        symbol="A/99/1",
    )
    assert found[0].addressees == ["un-igo"]


@pytest.mark.parametrize(
    ("language", "title", "heading", "text"),
    [
        ("en", "Evaluation of the harbour programme", "Relevance", "The lights met what villages asked for."),
        (
            "en",
            "Evaluation of the harbour programme",
            "Efficiency of delivery",
            "Funds came eight months late.",
        ),
        ("fr", "Évaluation du programme des ports", "Pertinence", "Les feux répondaient aux demandes."),
    ],
)
def test_sections_named_by_what_evaluations_judge_by_are_findings(language, title, heading, text):
    found = said_of(section(heading), paragraph(text, "7"), language=language, title=title)
    assert found[0].role is Role.OBSERVATION


def test_elsewhere_efficiency_is_a_subject():
    found = said_of(section("Efficiency"), paragraph("Ships burn oil.", "7"), title="Note on ships")
    assert found[0].role is Role.BACKGROUND


def test_how_an_evaluation_was_designed_is_told():
    text = "The team conducted 85 interviews and visited 24 harbours."
    found = said_of(section("Evaluation design"), paragraph(text, "7"), title="Evaluation of the harbours")
    assert found[0].role is Role.BACKGROUND


def test_a_labelled_recommendation_that_names_nobody_is_for_the_management():
    found = said_of(
        section("Findings"),
        paragraph("Recommendation 3: The wells should be mapped.", "4"),
        title="Audit of wells",
        body="Internal oversight",
        symbol="A/80/2",
    )
    assert found[0].addressees == ["management"]


def test_items_below_the_recommendations_that_an_audit_says_it_made_are_these():
    made = "OIOS made two recommendations. To address the issues identified, the Mission needed to:"
    items = (item("Calibrate the meters;", "•"), item("Test a plan.", "•"))
    nodes = (section("Summary"), paragraph(made), *items)
    told = said_of(*nodes, body="Internal Audit Division", title="Audit of fuel", symbol="IAD/2026/1")
    assert [one.role for one in told[1:]] == [Role.RECOMMENDATION] * 2
    assert (told[1].force, told[1].addressees) == (3, ["management"])
    assert told[0].role is Role.OBSERVATION


def test_a_sentence_after_another_one_that_names_a_body_is_no_enacting_formula():
    made = "OIOS made a review. To close the gaps, the ports needed to:"
    told = said_of(paragraph(made), item("Set benchmarks for the wells;", "•"))
    assert Role.DECISION not in [one.role for one in told]
