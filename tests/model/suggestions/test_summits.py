"""Communiqués and declarations of those who met at a summit: they speak as one body."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said_of, section

SUMMITS = [
    (
        "en",
        "Final communiqué of the Lake Summit",
        "Heads of State welcomed the opening of the ferry line.",
        "Heads of State urged all States to ratify the Lake Convention.",
    ),
    (
        "fr",
        "Communiqué final du Sommet des lacs",
        "Les chefs d'État se sont félicités de l'ouverture de la ligne.",
        "Les chefs d'État ont exhorté les États membres à ratifier la Convention.",
    ),
    (
        "es",
        "Declaración de la Cumbre de los Lagos",
        "Las jefas y los jefes de Estado expresaron su satisfacción por la apertura de la línea.",
        "Los jefes de Estado y de Gobierno exhortaron a los Estados Miembros a ratificar el Convenio.",
    ),
    (
        "ru",
        "Коммюнике озерного саммита",
        "Главы государств приветствовали открытие паромной линии.",
        "Главы государств настоятельно призвали государства-члены ратифицировать Конвенцию.",
    ),
    (
        "ar",
        "البيان الختامي لقمة البحيرات",
        "رحب القادة بافتتاح خط العبارات.",
        "حث القادة الدول الأعضاء على التصديق على الاتفاقية.",
    ),
    (
        "zh",
        "湖区国家峰会公报",
        "成员国元首高度评价渡轮航线的开通。",
        "成员国元首敦促会员国批准该公约。",
    ),
]


@pytest.mark.parametrize(("language", "title", "finds", "asks"), SUMMITS)
def test_heads_of_state_speak_as_the_body_of_their_summit(language, title, finds, asks):
    found, asked = said_of(paragraph(finds, "1"), paragraph(asks, "2"), language=language, title=title)
    assert found.role is Role.OBSERVATION
    assert (asked.role, asked.force, asked.addressees) == (Role.RECOMMENDATION, 4, ["member-states"])


def test_heads_of_state_elsewhere_are_those_whose_words_are_reported():
    (one,) = said_of(
        paragraph("Several leaders stressed the need for funds.", "1"), title="Report on ferries"
    )
    assert one.role is Role.STATEMENT


def test_some_leaders_are_not_their_summit():
    (one,) = said_of(
        paragraph("Some leaders stressed the need for funds.", "1"), title="Lake Summit communiqué"
    )
    assert one.role is Role.STATEMENT


DECIDED = [
    ("en", "It was decided to found a school of navigation."),
    ("fr", "Il a été décidé de fonder une école de navigation."),
    ("es", "Se acordó fundar una escuela de navegación."),
    ("ru", "Принято решение учредить школу судоходства."),
    ("ar", "تقرر إنشاء مدرسة للملاحة."),
]


@pytest.mark.parametrize(("language", "text"), DECIDED)
def test_what_opens_with_it_was_decided_is_a_decision(language, text):
    (one,) = said_of(paragraph(text, "4"), language=language)
    assert one.role is Role.DECISION


MET = [
    ("en", "The leaders met in Port Lene on 4 May.", "Communiqué of the Lake Summit"),
    ("ru", "Заседание состоялось 4 мая в Лене.", "Коммюнике озерного саммита"),
    ("zh", "会议于5月4日在莱内举行。", "湖区国家峰会公报"),
]


@pytest.mark.parametrize(("language", "text", "title"), MET)
def test_when_and_where_a_summit_met_is_its_business(language, text, title):
    (one,) = said_of(paragraph(text, "1"), language=language, title=title)
    assert one.role is Role.PROCEDURAL


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Recalling the Convention of 1994 on the use of the lake,"),
        ("fr", "Rappelant la Convention de 1994 relative à l'usage du lac,"),
        ("es", "Recordando el Convenio de 1994 sobre el uso del lago,"),
    ],
)
def test_a_participle_with_its_comma_is_preambular_in_a_declaration(language, text):
    we = paragraph("We met as neighbours.")
    assert said_of(we, paragraph(text), we, language=language)[1].role is Role.PREAMBULAR


def test_a_numbered_paragraph_with_a_participle_is_not():
    assert said_of(paragraph("Noting that rain fell, they left,", "4"))[0].role is not Role.PREAMBULAR


@pytest.mark.parametrize("lead", ["Leaders agreed:", "Leaders decided:"])
def test_what_stands_behind_agreed_is_decided(lead):
    acts = item("to keep the ferry line until 2029;", "a"), item("that lakes be counted.", "b")
    found = said_of(paragraph(lead, "8"), *acts, title="Lake Forum Leaders’ Meeting")
    assert [one.role for one in found] == [Role.DECISION] * 3


@pytest.mark.parametrize("lead", ["Leaders disagreed:", "Leaders have not agreed:"])
def test_what_a_body_did_not_agree_on_is_no_decision(lead):
    acts = item("to keep the ferry line until 2029;", "a"), item("that lakes be counted.", "b")
    found = said_of(paragraph(lead, "8"), *acts, title="Lake Forum Leaders’ Meeting")
    assert Role.DECISION not in [one.role for one in found]


def test_an_ordinary_session_of_a_conference_is_the_conference_s_own():
    condemns, decides, notes, splits = said_of(
        section("Sécurité des lacs"),
        paragraph("La Conférence condamne fermement l’attaque contre le port.", "1"),
        paragraph("Elle approuve le plan de la force et adopte son budget.", "2"),
        paragraph("La Conférence prend acte de ce délai et décide d’ouvrir une période de six mois.", "3"),
        paragraph("Les délégués se sont ensuite répartis en deux groupes de travail.", "4"),
        language="fr",
        title="Communiqué final de la huitième session ordinaire de la Conférence des lacs",
    )
    assert condemns.role is Role.OBSERVATION
    assert (decides.role, notes.role) == (Role.DECISION, Role.DECISION)
    assert splits.role is Role.PROCEDURAL


@pytest.mark.parametrize(
    ("heading", "role"),
    [("Main points raised", Role.STATEMENT), ("The Chair’s reflections", Role.OBSERVATION)],
)
def test_headings_of_a_chair_s_summary_say_who_speaks(heading, role):
    text = "The gap between a forecast and what is done with it is wide."
    assert said_of(section(heading), paragraph(text, "1"), title="Chair’s summary")[0].role is role


def test_what_ministers_bind_themselves_to_is_decided_and_whom_they_call_upon_is_asked():
    found = said_of(
        paragraph("We, the Ministers responsible for lakes, meeting in Port Lene on 4 May,"),
        paragraph("Recalling the Lakes Convention,"),
        paragraph("Commit ourselves to clean lakes by 2030;", "1"),
        paragraph("Resolve to place repair ahead of building;", "2"),
        paragraph("Pledge our support to the Lakes Fund;", "3"),
        paragraph("Call upon the development banks to align their help.", "4"),
        title="Port Lene Statement",
    )
    assert [one.role for one in found[2:]] == [Role.DECISION] * 3 + [Role.RECOMMENDATION]
