"""Sessions of governing bodies: what they settle for themselves, whom they ask, who speaks there."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said, said_of, section

COUNCIL = "Report of the Council of FAO, eighty-eighth session"


@pytest.mark.parametrize(
    "text",
    [
        "The Committee agreed that the item should be placed on the agenda again.",
        "The Committee was unable to adopt them and agreed that they should be taken up at its next session.",
        "The Committee agreed that this item be kept on its agenda.",
    ],
)
def test_when_a_body_takes_something_up_is_its_decision(text):
    assert said(text, "Standards for wells", body="Committee on Wells").role is Role.DECISION


def test_who_should_act_is_asked_though_the_session_is_named():
    text = "The Committee agreed that States should submit their comments before the next session."
    found = said_of(section("Standards for wells"), paragraph(text, "7"), symbol="X/1")
    assert found[0].addressees == ["member-states"]


def test_what_things_are_expected_to_do_is_asked_of_nobody():
    text = "The Committee adopted changes. The amendments are expected to enter into force in June."
    assert said(text, "Standards for wells", body="Committee on Wells").role is Role.DECISION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Le Comité a pris note avec satisfaction de l’opinion selon laquelle la FAO devrait continuer.",
        ),
        ("es", "El Comité tomó nota con satisfacción de la opinión según la cual la FAO debería continuar."),
    ],
)
def test_what_should_be_in_a_view_that_a_body_notes_is_not_asked(language, text):
    assert said(text, language=language).role is Role.OBSERVATION


@pytest.mark.parametrize(
    "text",
    [
        "El Sr. Juan Vélez destacó la importancia de los pozos.",
        "El Ing. Juan Vélez dio la bienvenida a los participantes y se refirió a los pozos.",
        "La Lic. Ana Vélez agradeció a la Organización su apoyo.",
    ],
)
def test_who_speaks_at_an_opening_is_a_speaker_by_a_shortened_title(text):
    assert said(text, "Apertura de la reunión", "es").role is Role.STATEMENT


def test_an_organization_is_its_own_councils_secretariat():
    text = "The Council requested FAO to continue its work on wells."
    asked = said_of(paragraph(text, "7"), title=COUNCIL, symbol="CL 88/REP")[0]
    assert asked.addressees == ["secretariat"]


def test_an_organization_is_asked_as_another_by_a_meeting_of_experts():
    text = "The meeting recommended that FAO continue its work on wells."
    title = "Expert meeting on wells held by FAO"
    assert said_of(paragraph(text, "7"), title=title, symbol="X/1")[0].addressees == ["un-igo"]


def test_all_parties_with_a_capital_are_those_of_their_conference():
    title = "Report of the Conference of the Parties"
    asked = said_of(
        section("Decision 3"),
        paragraph("Invites interested Parties to send their views;", "1"),
        title=title,
        symbol="X/1",
    )
    assert asked[0].addressees == ["states-parties"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Requests the Director of the Wells Centre to report to it;", "secretariat"),
        ("Requests the Chair of the third session to report to it;", "own-body"),
    ],
)
def test_an_officer_whom_a_decision_asks_is_no_state(text, asked):
    nodes = (section("Decision 3"), paragraph("The Committee,"), paragraph("Decides to meet in June;", "1"))
    assert said_of(*nodes, paragraph(text, "2"), symbol="X/1")[-1].addressees == [asked]


def test_a_government_complained_of_is_a_states_whatever_the_report_lacks():
    nodes = (paragraph("The complaint is from a union.", "1"), section("The Committee's recommendations"))
    asked = said_of(
        *nodes,
        paragraph("The Committee requests the Government to register the union.", "2"),
        title="Complaint against the Government of Norland presented by a union",
    )
    assert asked[-1].addressees == ["specific-state"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Members of civil society should work together.", ["civil-society"]),
        ("Regional intergovernmental organizations should share their data.", ["regional-org"]),
    ],
)
def test_the_head_of_a_name_says_who_is_asked(text, asked):
    assert said(text, "Recommendations").addressees == asked


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "en",
            (
                "The Conference:",
                "Recalled that wells were few.",
                "Urged countries to dig.",
                "Took note of the report.",
            ),
        ),
        (
            "fr",
            (
                "La Conférence:",
                "A rappelé que les puits étaient rares.",
                "A exhorté les pays à creuser.",
                "A pris note du rapport.",
            ),
        ),
    ],
)
def test_numbered_paragraphs_below_a_bodys_name_say_what_it_did(language, texts):
    lead, *acts = (paragraph(text, str(number) if number else "") for number, text in enumerate(texts))
    told = said_of(section("Débat" if language == "fr" else "Debate"), lead, *acts, language=language)
    assert [one.role for one in told[1:]] == [Role.OBSERVATION, Role.RECOMMENDATION, Role.DECISION]


def test_a_commission_recommends_in_its_own_report_whatever_others_call_it():
    text = "La Comisión Interamericana recomienda al Estado que investigue los hechos."
    nodes = (section("Recomendaciones"), paragraph(text, "1"))
    body = "Comisión Interamericana de Derechos Humanos"
    found = said_of(*nodes, language="es", body=body, title="Los pozos de Norlandia", symbol="OEA/1")
    assert (found[0].role, found[0].addressees) == (Role.RECOMMENDATION, ["specific-state"])
    told = said_of(*nodes, language="es", body="Comité de los Pozos", title="Los pozos", symbol="X/1")
    assert told[0].role is not Role.RECOMMENDATION


def test_what_was_done_to_a_body_behind_a_comma_is_no_decision_of_it():
    text = "The Forum, established by the Council in its resolution 6/15, provides a place for talks."
    assert said(text, "Forum on Wells").role is not Role.DECISION


def test_a_committee_whom_a_decision_asks_is_the_organs_own():
    nodes = (section("Decision 3"), paragraph("The Conference,"), paragraph("Decides to meet in June;", "1"))
    text = "Requests the Standing Committee on Finance to report to it;"
    told = said_of(*nodes, paragraph(text, "2"), title="Report of the Conference", symbol="X/1")
    assert told[-1].addressees == ["own-body"]
    assert told[-2].role is Role.DECISION


def test_a_standing_committee_makes_no_parliament_of_an_international_report():
    text = "The office should send the paper to members before the meeting."
    nodes = (section("Review of the Standing Committee"), section("Recommendations"), paragraph(text, "1"))
    assert said_of(*nodes, symbol="X/1")[0].addressees == ["implicit"]
    assert said_of(*nodes)[0].addressees == ["national-authority"]


def test_an_enacting_formula_may_lack_its_comma():
    nodes = (section("Decision 3"), paragraph("The Conference of the Parties"))
    told = said_of(*nodes, paragraph("Decides to meet in June;", "1"), symbol="X/1")
    assert [one.role for one in told] == [Role.PREAMBULAR, Role.DECISION]


@pytest.mark.parametrize("verb", ["invité instamment", "instamment invité", "engagé instamment"])
def test_who_invites_urgently_requests_in_french(verb):
    assert said(f"Le Comité a {verb} les États à creuser des puits.", language="fr").force == 4


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The report was introduced by Ms. A. Fen of the secretariat."),
        ("en", 'The Council considered document CL 88/9, "Wells".'),
        ("en", "The Council elected three Vice-Chairmen: A. Fen, B. Moor and C. Heath."),
        ("en", "Adopted at the 2982nd meeting by 10 votes to 3."),
        ("fr", "Le Conseil a pris note de la Déclaration de compétences et droits de vote de l’Union."),
        ("es", "El Sr. Vélez, Presidente Independiente, estuvo presente en la reunión."),
    ],
)
def test_a_sessions_business_is_procedural(language, text):
    told = said(text, "Wells", language, body={"en": "Council", "fr": "Conseil", "es": "Comité"}[language])
    assert told.role is Role.PROCEDURAL


@pytest.mark.parametrize("verb", ["urge al", "urge de nuevo al", "urgió al"])
def test_who_urges_in_spanish_requests(verb):
    asked = said(f"El Comité {verb} Gobierno a que investigue los hechos.", "Recomendaciones", "es")
    assert (asked.role, asked.force) == (Role.RECOMMENDATION, 4)


@pytest.mark.parametrize(
    ("language", "text", "whom"),
    [
        ("en", "The Council requested the International Council on Archives to help.", "un-igo"),
        ("en", "The Council requested the National Council for Water to help.", "national-authority"),
        ("fr", "Le Conseil demande au Conseil international des archives d’aider.", "un-igo"),
        ("fr", "Le Conseil demande à la Commission nationale de l’eau d’aider.", "national-authority"),
        ("es", "El Consejo solicita al Consejo Internacional de Archivos que ayude.", "un-igo"),
        ("es", "El Consejo solicita al Consejo Nacional del Agua que ayude.", "national-authority"),
    ],
)
def test_a_council_of_another_name_is_not_the_one_that_asks(language, text, whom):
    body = {"en": "Council", "fr": "Conseil exécutif", "es": "Consejo Ejecutivo"}[language]
    assert said(text, "Wells", language, body=body).addressees == [whom]


@pytest.mark.parametrize(
    ("language", "formula", "text"),
    [
        ("en", "The Governing Council,", "Requests the Executive Director to dig wells."),
        ("fr", "Le Conseil d’administration,", "Prie le Directeur exécutif de creuser des puits."),
        ("es", "La Asamblea General,", "Solicita al Director Ejecutivo que excave pozos."),
        ("ru", "Генеральная Ассамблея,", "Просит Исполнительного директора вырыть колодцы."),
    ],
)
def test_a_governing_body_asks_the_head_of_its_secretariat(language, formula, text):
    nodes = [section("X"), paragraph(formula), paragraph(text, "1")]
    asked = said_of(*nodes, language=language, symbol="UNEP/GC.24/3")[-1]
    assert asked.addressees == ["secretariat"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Representatives of States and invited panellists participated in the twentieth session."),
        ("fr", "Tous les États ont été invités. Y ont pris part les Parties suivantes."),
        ("fr", "Pour tous les autres participants, voir l’annexe I."),
        ("es", "La reunión fue declarada abierta por el Sr. José Vélez, Embajador de México."),
        ("ru", "Сессия была объявлена открытой г-ном Береговым, послом Мексики."),
        ("en", "In line with rule 62, he invited the Assembly to observe one minute of silence."),
    ],
)
def test_who_attended_and_opened_a_session_is_business(language, text):
    assert said(text, "Wells", language).role is Role.PROCEDURAL


def test_a_letters_address_is_other():
    assert said("Distinguida Señora Procuradora:", language="es").role is Role.OTHER


def test_what_an_audit_established_is_a_finding():
    nodes = [
        paragraph("В ходе проверки выявлено:"),
        item("незаконных расходов на сумму 154 тыс. рублей;", "-"),
    ]
    assert [one.role for one in said_of(section("X"), *nodes, language="ru")] == [Role.OBSERVATION] * 2
