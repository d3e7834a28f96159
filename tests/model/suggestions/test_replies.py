"""Replies to a report: they repeat what they answer."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said, said_of, section

REPLY = "Government response to the Committee’s second report: wells"


def roles(*nodes, **about):
    return [one.role for one in said_of(*nodes, **about)]


def test_a_reply_repeats_what_it_cites_and_answers_with_the_rest():
    assert roles(
        section("Conclusions and recommendations"),
        paragraph("Half of the wells are dry. It is absurd that nobody counts them. (Paragraph 12)", "1"),
        paragraph("The Department should count the wells. (Paragraphs 14 and 15)", "2"),
        paragraph("The figures must be read with care. A survey will be published in spring."),
        paragraph("The Department should map the wells. (Paragraph 19)", "3"),
        title=REPLY,
    ) == [Role.OBSERVATION, Role.RECOMMENDATION, Role.STATEMENT, Role.RECOMMENDATION]


REFERRED = [
    ["Pumps are dear. (Paragraph 9)"],
    ["Pumps are dear (paragraph 12).", "Pipes are cheap (paragraph 12)."],
    ["Pumps are dear (paragraph 12).", "Pipes are cheap (paragraph 3).", "Wells are deep (paragraph 2)."],
]


@pytest.mark.parametrize("others", REFERRED)
def test_some_references_do_not_make_all_the_rest_answers(others):
    asked = paragraph("The Ministry should count the wells.", "1")
    found = roles(section("Wells"), asked, *map(paragraph, others), title=REPLY)
    assert found[0] is Role.RECOMMENDATION


def test_a_list_that_a_reply_repeats_goes_up_to_the_reference():
    assert roles(
        section("Recommendations"),
        paragraph("The Ministry should count the wells. (Para 12)", "1"),
        paragraph("The Ministry should map the wells. (Para 30)", "2"),
        paragraph("We recommend that the Ministry publish:", "3"),
        item("a map of wells;", "•"),
        item("a list of their owners. (Para 31)", "•"),
        item("ask owners without a licence to explain why.", "•"),
        title=REPLY,
    ) == [Role.RECOMMENDATION] * 5 + [Role.STATEMENT]


ANSWERS = [
    ("en", "Response: Accepted in principle, subject to funding."),
    ("fr", "Réponse : Acceptée, sous réserve de moyens."),
    ("es", "Respuesta: Aceptada, con sujeción a los fondos."),
    ("de", "Stellungnahme: Das Ministerium stimmt zu."),
]


@pytest.mark.parametrize(("language", "text"), ANSWERS)
def test_an_answer_below_a_recommendation_is_a_statement(language, text):
    assert roles(paragraph(text), language=language) == [Role.STATEMENT]


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "The Committee of Ministers has carefully examined Recommendation 1995.", Role.PROCEDURAL),
        ("en", "It has been forwarded to the CDDH for information and possible comments.", Role.PROCEDURAL),
        ("fr", "Le Comité l’a transmise au CDDH pour information et commentaires.", Role.PROCEDURAL),
        ("en", "It shares the view that wells matter.", Role.OBSERVATION),
        ("fr", "Il partage l’avis de l’Assemblée sur les puits.", Role.OBSERVATION),
        ("es", "Comparte la opinión de la Asamblea sobre los pozos.", Role.OBSERVATION),
        ("pt", "Partilha a opinião da Assembleia sobre os poços.", Role.OBSERVATION),
        ("it", "Condivide il parere dell’Assemblea sui pozzi.", Role.OBSERVATION),
        ("de", "Er teilt die Auffassung der Versammlung zu den Brunnen.", Role.OBSERVATION),
        ("ru", "Он разделяет мнение Ассамблеи о колодцах.", Role.OBSERVATION),
    ],
)
def test_an_organ_that_answers_handles_papers_and_has_views(language, text, role):
    assert said(text, "", language).role is role
