"""Press releases on meetings: what a body did this morning, who spoke, and what a text would ask."""

from __future__ import annotations

import pytest

from model.labels import Role
from model.suggestions.lexicon_files import lexicon
from model.suggestions.places import Place, place_of
from tests.model.suggestions.said import item, paragraph, said, said_of, section

COUNCIL = {"title": "Economic and Social Council Adopts Resolution on Wells", "body": ""}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Human Rights Council this morning discussed a progress report on wells.", Role.PROCEDURAL),
        ("The Committee on Wells today concluded its fifty-second session.", Role.PROCEDURAL),
        ("The Council then took up the report of the Commission on Wells.", Role.PROCEDURAL),
        (
            "The Economic and Social Council (ECOSOC) concluded its humanitarian segment today.",
            Role.PROCEDURAL,
        ),
        ("Action on applications of 12 organizations was deferred.", Role.PROCEDURAL),
        ("At its meeting today, the Council granted consultative status to 5 of them.", Role.DECISION),
        ("The Council will reconvene at 10 a.m. on Tuesday, 5 June.", Role.PROCEDURAL),
        ("Also speaking today were the representatives of Norway and Chile.", Role.PROCEDURAL),
        ("The Council today adopted a resolution on wells by a recorded vote of 40 to 2.", Role.DECISION),
        (
            "Ending its session, the Sixth Committee kept its custom and approved without a vote 15 drafts.",
            Role.DECISION,
        ),
        (
            "On 31 May, the Committee pursuant to resolution 1267 (1999) approved the removal of a name.",
            Role.DECISION,
        ),
        ("By the terms of the text, the Council would urge member States to count wells.", Role.BACKGROUND),
        ("One was a draft which would have the General Assembly invite Governments.", Role.BACKGROUND),
    ],
)
def test_a_summary_of_a_meeting_tells_what_the_body_did(text, role):
    assert said_of(paragraph(text), **COUNCIL)[0].role is role


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "en",
            "Lothar Friedrich Krapp, the Committee Rapporteur, noted that wells are dry.",
            "Lothar Friedrich",
        ),
        (
            "en",
            "Opening the session, Ann Moor (Norway), President of the Council, said wells are dry.",
            "Ann",
        ),
        ("fr", "Ann Moor, Rapporteuse du Comité, a noté que les puits étaient à sec.", "Ann Moor"),
    ],
)
def test_a_person_named_before_their_office_speaks(language, text, name):
    found = said(text, "Wells", language)
    assert found.role is Role.STATEMENT
    assert any(spoken.startswith(name) for spoken in found.evidence(next(iter(found.by_slot))))


def test_what_a_text_would_ask_is_not_asked_now():
    text = "The Committee approved a draft by which it would request the Secretary-General to report."
    assert said(text, "Wells").role is not Role.RECOMMENDATION


@pytest.mark.parametrize(
    "text",
    [
        "The Committee, the Working Group, noted that wells are dry.",
        "Last Monday, the Panel, meeting in New York, said wells are dry.",
        "At Bonn, the Committee, in its report, concluded that wells are dry.",
    ],
)
def test_bodies_days_and_places_are_no_person(text):
    assert said(text, "Wells").role is Role.OBSERVATION


def test_a_sessions_business_within_what_somebody_says_is_said():
    text = (
        "In closing remarks, Ann Moor, the Chairperson, said that the Committee had held its first meeting."
    )
    assert said(text, "Wells").role is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "At its 3rd meeting, the Assembly decided to include in the agenda of its session the item."),
        (
            "fr",
            "L’Assemblée a décidé d’inscrire à l’ordre du jour de sa session la question des puits.",
        ),
        ("es", "La Asamblea decidió incluir en el programa de su período de sesiones el tema «Pozos»."),
    ],
)
def test_what_is_put_on_the_agenda_of_the_session_is_its_business(language, text):
    assert said(text, "Wells", language).role is Role.PROCEDURAL


def test_a_body_established_by_an_act_has_decided_nothing():
    text = "The Committee established pursuant to resolution 1591 (2005) met with the neighbouring States."
    assert said(text, "Wells").role is not Role.DECISION


def test_an_act_with_its_date_says_which_body_is_meant_that_met():
    act = "established in accordance with Human Rights Council resolution 5/1 of 18 June 2007"
    text = f"The Working Group on Wells, {act}, held its first session from 7 to 18 April 2008."
    assert said(text, "Wells").role is Role.PROCEDURAL


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Committee adopted pursuant to rule 12 of its rules the following text."),
        ("en", "The Committee approved, in accordance with paragraph 5, exemptions for wells."),
        ("es", "El Comité decidió de conformidad con el artículo 12 prorrogar el mandato."),
        ("ru", "Комитет постановил в соответствии с резолюцией 1591 (2005) продлить мандат."),
        ("pt", "O Comité decidiu nos termos do artigo 12 prorrogar o mandato."),
        ("zh", "委员会决定根据第1591号决议延长任务期限。"),
    ],
)
def test_a_body_may_decide_pursuant_to_an_act(language, text):
    assert said(text, "Wells", language).role is Role.DECISION


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("de", "Die Aktuelle Stunde wurde durchgeführt.", Role.PROCEDURAL),
        (
            "de",
            "Der Gesetzentwurf wurde mit den Stimmen der Fraktionen von A und B in 2. Lesung verabschiedet.",
            Role.DECISION,
        ),
        ("pt", "O projeto foi aprovado com votos a favor do PS e votos contra do PSD.", Role.DECISION),
        ("fr", "L’amendement est adopté par 20 voix contre 3.", Role.DECISION),
        ("es", "La enmienda fue rechazada por 20 votos contra 3.", Role.DECISION),
        ("it", "L’emendamento è respinto con 20 voti contro 3.", Role.DECISION),
        ("ru", "Проект резолюции был принят 20 голосами против 3.", Role.DECISION),
        ("pt", "Feitas as averiguações, concluiu-se pela procedência da queixa.", Role.OBSERVATION),
        (
            "de",
            "Überprüfungen zeigen, dass die Empfehlungen des Amtes weitgehend bekannt sind.",
            Role.OBSERVATION,
        ),
        ("ar", "تعرب اللجنة عن امتنانها للدولة الطرف لقبولها الإجراء المبسط.", Role.OBSERVATION),
        ("zh", "根据审计法规定,区审计局依法审计了预算。审计结果表明,财务管理不断完善。", Role.OBSERVATION),
        (
            "es",
            "El Consejo eligió al siguiente grupo de relatores (troika): Italia y Kuwait.",
            Role.PROCEDURAL,
        ),
        ("pt", "Com os melhores cumprimentos,", Role.OTHER),
        ("en", "Corrections should be submitted in one of the working languages.", Role.OTHER),
        ("fr", "Le présent compte rendu est sujet à rectifications.", Role.OTHER),
        ("zh", "主任、各位副主任、各位委员:", Role.OTHER),
    ],
)
def test_other_languages_decide_find_and_greet(language, text, role):
    assert said(text, "", language).role is role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Departments could potentially use their control over budgets as a lever.", Role.RECOMMENDATION),
        ("There is a risk that wells run dry. Ministers could possibly close them.", Role.RECOMMENDATION),
    ],
)
def test_what_could_be_a_danger_is_not_offered(text, role):
    assert said(text, "Conclusions and recommendations").role is not role


@pytest.mark.parametrize(
    ("heading", "lead"), [("Results", "The Town failed to:"), ("Objectives", "The Board did not:")]
)
def test_what_a_board_did_not_do_is_found(heading, lead):
    found = said_of(
        section(heading),
        paragraph(lead),
        item("Ensure that the bylaws were adequate.", "-"),
        item("Conduct an annual audit of the books.", "-"),
        title="Report of Examination: Financial Audit",
    )
    assert {one.role for one in found[1:]} == {Role.OBSERVATION}


@pytest.mark.parametrize(
    ("language", "criteria", "norm", "condition", "found"),
    [
        (
            "en",
            "Criteria",
            "Reports should be shared with the Board.",
            "Condition",
            "Reports went to the Board in May.",
        ),
        (
            "es",
            "Criterio",
            "Los informes deberían entregarse a la Junta.",
            "Condición",
            "Los informes se entregaron en mayo.",
        ),
    ],
)
def test_elements_of_an_audits_finding(language, criteria, norm, condition, found):
    first, second = said_of(
        section(criteria), paragraph(norm), section(condition), paragraph(found), language=language
    )
    assert (first.role, second.role) == (Role.BACKGROUND, Role.OBSERVATION)


def test_a_longer_heading_is_no_element_of_a_finding():
    assert place_of("Condition", lexicon("en"), Place.UNKNOWN) is Place.OBSERVATIONS
    assert place_of("Condition of the bridge", lexicon("en"), Place.UNKNOWN) is Place.UNKNOWN


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“We had no water,” one resident said."),
        ("en", "“The villages need wells,” said Ann Moor, deputy director at Water Watch."),
        ("fr", "« Nous n’avions pas d’eau », a déclaré Ann Moor."),
        ("es", "«No teníamos agua», dijo Ann Moor."),
    ],
)
def test_quoted_words_before_who_said_them_are_a_statement(language, text):
    assert said(text, "Wells", language).role is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Deep wells” is a report of 2020. The Committee noted it."),
        ("en", "“Deep wells” noted an increase in 2020."),
        ("en", "“Water for all”, the plan says."),
        ("en", "“Wells must be dug”, noted the Committee."),
        ("es", "«Los pozos están secos», señaló el Comité."),
        ("ru", "«Колодцы сухие», — отметил Комитет."),
    ],
)
def test_a_quoted_title_and_what_a_body_or_paper_says_is_no_statement(language, text):
    assert said(text, "Wells", language).role is not Role.STATEMENT


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Donor governments should fund wells.", ["specific-state"]),
        ("Concerned governments should speak up.", ["member-states"]),
    ],
)
def test_governments_of_other_states_are_no_authorities(text, whom):
    found = said_of(section("Recommendations"), paragraph(text), body="Water Watch", title="Dry villages")
    assert found[0].addressees == whom


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "The Ombudsman orders the Ministry to delete the data.", Role.RECOMMENDATION),
        ("en", "The office imposes a fine of 5,000 euros.", Role.DECISION),
        ("es", "La Directora resuelve imponer a Pozos una multa de 5.000 euros.", Role.DECISION),
    ],
)
def test_orders_and_fines(language, text, role):
    found = said_of(
        paragraph(text), language=language, body="Data Protection Authority", title="Decision on wells"
    )
    assert found[0].role is role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bill was passed by Parliament in 2019."),
        ("en", "Parliament enacted the amendments in 2015."),
        ("ar", "تتخذ اللجنة قراراتها بتوافق الآراء."),
        ("ar", "دعا أحد المتكلمين إلى اتخاذ القرارات بتوافق الآراء."),
    ],
)
def test_what_others_decided_and_how_a_body_decides_is_no_decision(language, text):
    assert said(text, "Wells", language).role is not Role.DECISION
