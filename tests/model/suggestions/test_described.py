"""What clauses only describe, and words by which bodies find, thank and conclude."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import RECOMMENDATIONS, paragraph, said, said_of, section


@pytest.mark.parametrize(
    "text",
    [
        "Of 31 seeds due for a test, one had fallen below the threshold at which it should be renewed.",
        "Traders have not exercised the care that the Panel called for. The Panel estimates their income.",
    ],
)
def test_a_clause_that_says_more_of_a_noun_asks_nobody(text):
    assert said(text, "Tests").role is not Role.RECOMMENDATION


def test_a_body_in_which_others_sit_is_asked_still():
    one = said("The Committee, in which States sit, recommends that towns close wells.", "Wells")
    assert one.role is Role.RECOMMENDATION


def test_a_participle_behind_a_noun_decides_nothing():
    text = "Recalled the Conclusions adopted at the session and was gravely preoccupied by the situation;"
    one = said_of(paragraph("The Executive Committee,"), paragraph(text, "1"), symbol="A/1")[1]
    assert one.role is Role.OBSERVATION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The law is old, and the Commission has come to the view that an Act would be too much."),
        ("fr", "Le Comité est parvenu à la conclusion que les puits sont sûrs."),
        ("es", "El Comité llegó a la conclusión de que los pozos son seguros."),
        ("pt", "O Comitê chegou à conclusão de que os poços são seguros."),
        ("ru", "Комитет пришел к выводу, что колодцы безопасны."),
        ("de", "Der Ausschuss kam zu dem Schluss, dass die Brunnen sicher sind."),
        ("it", "Il Comitato è giunto alla conclusione che i pozzi sono sicuri."),
    ],
)
def test_what_a_body_came_to_hold_it_finds(language, text):
    assert said_of(paragraph(text, "7"), language=language, symbol="A/1")[0].role is Role.OBSERVATION


def test_thanks_of_those_who_met_are_their_own():
    one = said_of(
        paragraph("Ministers conveyed their condolences to the people of Norland."),
        title="Forum Foreign Ministers Meeting Communiqué",
    )[0]
    assert one.role is Role.OBSERVATION


def test_what_the_terms_of_reference_said_is_told():
    one = said_of(
        section("Conclusions"),
        paragraph("The Terms of Reference for this Inquiry directed the Commission to consider the law."),
    )[0]
    assert one.role is Role.BACKGROUND


def test_by_whom_something_is_chosen_that_should_be_is_not_asked():
    one = said_of(
        section("Recommendations"),
        paragraph("Inquiries should be the form of review that is chosen by the Department of Lands."),
        title="Royal Commissions and official inquiries",
    )[0]
    assert one.addressees == ["implicit"]


@pytest.mark.parametrize(
    ("language", "text", "whom"),
    [
        (
            "es",
            "Las Administraciones destinatarias deberán comunicar si aceptan la resolución.",
            "national-authority",
        ),
        ("fr", "Les pays de programme devraient fermer les puits.", "specific-state"),
    ],
)
def test_administrations_and_programme_countries_can_be_asked(language, text, whom):
    one = said_of(section(RECOMMENDATIONS[language]), paragraph(text), language=language)[0]
    assert one.addressees == [whom]


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("fr", "Constats", "Plusieurs personnes ont dit aux contrôleurs qu’elles dormaient par terre."),
        ("pt", "Constatações", "Várias pessoas disseram aos inspetores que a comida estava fria."),
        ("it", "Osservazioni", "Diverse persone hanno detto agli ispettori che il cibo era freddo."),
    ],
)
def test_whoever_told_inspectors_something_makes_a_statement(language, heading, text):
    nodes = section(heading), paragraph(text, "7")
    assert said_of(*nodes, language=language, title="Report on a visit")[0].role is Role.STATEMENT
