"""Forms in which offices of every kind recommend and decide, beyond "The Committee recommended"."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said, said_of, section

LISTED_BY_STATES = [
    "Continue efforts to promote access to education (Chile);",
    "Modify the rules on the registry of births (Iceland, Canada);",
    "With the support of the international community, combat malaria (Ghana);",
    "Persevere in fighting corruption (Algeria).",
]


def test_paragraphs_that_end_with_the_states_that_make_them_recommend_without_an_introduction():
    rows = [paragraph(text, f"140.{count}") for count, text in enumerate(LISTED_BY_STATES, 219)]
    for one in said_of(*rows):
        assert one.role is Role.RECOMMENDATION, one.text
        assert one.force == 3
        assert one.addressees == ["specific-state"]


@pytest.mark.parametrize(
    ("language", "formula", "acts"),
    [
        ("fr", "L'Assemblée générale,", ["Adoptent les lignes directrices ;", "Ont approuvé le budget ;"]),
        (
            "es",
            "La Asamblea General,",
            ["Deciden establecer un grupo de trabajo;", "Aprueban el presupuesto;"],
        ),
    ],
)
def test_several_who_act_together_decide_in_the_plural(language, formula, acts):
    found = said_of(
        paragraph(formula), *(paragraph(act, str(n)) for n, act in enumerate(acts, 1)), language=language
    )
    assert [one.role for one in found[1:]] == [Role.DECISION] * len(acts)


def test_a_call_for_inputs_is_a_noun_and_asks_nobody():
    found = said("The report was informed by a call for inputs to which 40 States responded.", "Introduction")
    assert found.role is not Role.RECOMMENDATION


def test_a_ground_before_the_body_leaves_its_recommendation_its_own():
    text = "Pursuant to Article 19.1, the Panel recommends that Chile bring its measure into conformity."
    assert said(text, "Conclusions and recommendations").role is Role.RECOMMENDATION
    told = "In its report, the Board recommends that the Office keep records."
    assert said(told, "Discussion").role is not Role.RECOMMENDATION


def test_a_paragraph_may_open_with_the_verb_of_the_body_above():
    found = said("Encourages States parties to ratify the Convention.", "Conclusions")
    assert (found.role, found.force) == (Role.RECOMMENDATION, 2)


def test_among_recommendations_a_clause_says_what_is_to_be():
    found = said("That the Secretariat require all ships to carry rafts.", "Recommendations")
    assert (found.role, found.force, found.addressees) == (Role.RECOMMENDATION, 3, ["secretariat"])


def test_a_name_that_begins_like_a_verb_is_no_recommendation():
    *_, one = said_of(
        section("Participation"),
        paragraph("The following were represented:", "4"),
        item("Open Water Network", "•"),
    )
    assert one.role is not Role.RECOMMENDATION
