"""Whom further clauses of one verb ask, and names that go on with whose they are."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import RECOMMENDATIONS, paragraph, said, said_of, section


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "en",
            "The Group recommends that the Security Council meet and that Member States enforce the ban.",
            ["Security Council", "Member States"],
        ),
        (
            "fr",
            "Le Groupe recommande que le Conseil proroge l’embargo et que les États Membres l’appliquent.",
            ["Conseil", "États Membres"],
        ),
        (
            "es",
            "El Grupo recomienda que el Consejo prorrogue el embargo y que los Estados Miembros lo apliquen.",
            ["Consejo", "Estados Miembros"],
        ),
        (
            "ru",
            "Группа рекомендует, чтобы Совет продлил эмбарго и чтобы государства-члены его соблюдали.",
            ["Совет", "государства-члены"],
        ),
    ],
)
def test_a_verb_asks_whom_each_of_its_clauses_names(language, text, names):
    one = said(text, RECOMMENDATIONS[language], language)
    assert one.addressees == ["parent-body", "member-states"]
    assert one.evidence(Slot.ADDRESSEES) == names


def test_a_clause_about_a_thing_asks_nobody_further():
    one = said(
        "The Group recommends to the Security Council the plan that was drawn and that Member States like.",
        "Recommendations",
    )
    assert one.addressees == ["parent-body"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The Committee urges the Governments of Norway and Sweden to share the well.", ["specific-state"]),
        ("The Committee urges the Governments of Member States to share the well.", ["member-states"]),
        ("Each State party shall count its wells.", ["states-parties"]),
    ],
)
def test_a_name_goes_on_with_whose_it_is(text, asked):
    assert said(text, "Recommendations").addressees == asked


def test_a_duty_is_upon_somebody_in_arabic():
    one = said("وعلى الدولة الطرف أن تحصي الآبار.", RECOMMENDATIONS["ar"], "ar")
    assert (one.role, one.force, one.addressees) == (Role.RECOMMENDATION, 5, ["specific-state"])
    assert one.evidence(Slot.VERB) == ["وعلى"]
    assert one.evidence(Slot.ADDRESSEES) == ["الدولة الطرف"]


def test_russian_donors_and_local_authorities_are_known_in_their_cases():
    donors = said("Группа призывает доноров увеличить поддержку.", RECOMMENDATIONS["ru"], "ru")
    local = said("Группа рекомендует местным органам власти сосчитать колодцы.", RECOMMENDATIONS["ru"], "ru")
    assert (donors.addressees, local.addressees) == (["all-stakeholders"], ["national-authority"])


@pytest.mark.parametrize(
    ("text", "language", "whom"),
    [
        ("I urge the four Parties to leave the wells.", "en", ["specific-state"]),
        ("I call upon the three Governments concerned to share the wells.", "en", ["specific-state"]),
        ("I urge the parties to share the wells.", "en", ["specific-state"]),
        ("J’engage les quatre Parties à quitter les puits.", "fr", ["specific-state"]),
        ("I urge all Parties to leave the wells.", "en", ["all-stakeholders"]),
        ("I urge Parties to leave the wells.", "en", ["states-parties"]),
    ],
)
def test_some_who_are_known_are_named_states(text, language, whom):
    told = said_of(section("Observations"), paragraph(text, "7"), language=language, symbol="S/2020/1")[0]

    assert told.addressees == whom
