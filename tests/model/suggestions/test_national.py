"""Reports made inside a State: their words for offices, their own names, and what their sections say."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import RECOMMENDATIONS, item, paragraph, said, said_of, section


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The Government should consult on a duty to secure bus services.", ["specific-state"]),
        ("The Marine Office should inspect the doors of all ferries.", ["national-authority"]),
        ("The Committee calls on Ferry Office Limited to publish its hours.", ["private-sector"]),
        ("Ferry operators should let crews report defects in confidence.", ["private-sector"]),
        ("The Administrator of the Service should compare results with goals.", ["national-authority"]),
    ],
)
def test_offices_of_one_state_are_asked_in_its_own_reports(text, whom):
    found = said(text, RECOMMENDATIONS["en"])

    assert found.role is Role.RECOMMENDATION
    assert found.addressees == whom


@pytest.mark.parametrize(
    "text",
    [
        "The department told the committee that it had no records.",
        "Witnesses said that services had been withdrawn.",
        "The complainant contended that she had not been informed.",
    ],
)
def test_whoever_gives_evidence_makes_a_statement(text):
    assert said(text, "Buses").role is Role.STATEMENT


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Proposition n° 2 : Confier cette mission aux agences.", 3),
        ("Recommendation 3: Offer two visits.", 3),
    ],
)
def test_a_paragraph_that_labels_itself_a_recommendation_is_one(text, force):
    found = said(text, "Aides", "fr" if text.startswith("Prop") else "en")

    assert found.role is Role.RECOMMENDATION
    assert found.force == force


def test_a_sentence_about_a_numbered_recommendation_is_none():
    found = said("Recommendation 128.2 is noted, for the Protocol is not yet in force.", "Views")

    assert found.role is not Role.RECOMMENDATION


def test_what_nobody_should_bear_asks_nobody():
    found = said("It is not acceptable that small harbours should rest on volunteers.", "Conclusions")

    assert found.role is not Role.RECOMMENDATION


def test_what_was_not_done_is_no_recommendation():
    found = said("The crew should have conducted a go-around at 500 feet.", "Findings")

    assert found.role is not Role.RECOMMENDATION


AUDITED = [
    ("ar", "ديوان المحاسبة", "يوصي الديوان وزارة المالية بتخصيص الموارد.", ["national-authority"]),
    ("ar", "ديوان المحاسبة", "على الحكومة اعتماد استراتيجية وطنية.", ["specific-state"]),
    ("ar", "ديوان المحاسبة", "ينبغي أن تضع هيئة المياه خطة للصيانة.", ["national-authority"]),
    ("zh", "审计署", "各级政府应加大投入。", ["national-authority"]),
    (
        "ru",
        "Счетная палата",
        "Рекомендовать Федеральному казначейству усилить контроль.",
        ["national-authority"],
    ),
    ("es", "Contraloría General", "Los alcaldes deberían elaborar un registro.", ["national-authority"]),
    ("fr", "Cour des comptes", "Les grossistes devraient déclarer leurs stocks.", ["private-sector"]),
    ("en", "National Audit Office", "The Inland Revenue should review its forms.", ["national-authority"]),
]


@pytest.mark.parametrize(("language", "body", "text", "asked"), AUDITED)
def test_whom_an_audit_office_of_a_state_asks(language, body, text, asked):
    heading = section(RECOMMENDATIONS[language])
    one = said_of(heading, paragraph(text, "1"), language=language, body=body, title=body)[0]
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, asked)


@pytest.mark.parametrize(
    ("language", "body", "text"),
    [
        ("en", "European Committee for Wells", "The Government should open its registers."),
        ("en", "Application of Conventions and Recommendations", "It urges the Government to open wells."),
        ("es", "Aplicación de Convenios y Recomendaciones", "El Gobierno debería abrir los registros."),
        ("fr", "Commission africaine des puits", "Au Gouvernement : ouvrir les registres."),
        ("es", "Organismo Internacional de Aguas", "El Gobierno debería abrir los registros."),
        ("pt", "Agência Internacional da Água", "O Governo deve abrir os registos."),
        ("ru", "Международное агентство по воде", "Правительству следует открыть реестры."),
        ("ar", "الوكالة الدولية للمياه", "ينبغي للحكومة أن تفتح السجلات."),
        ("zh", "国际劳工组织", "政府应公开登记册。"),
    ],
)
def test_a_government_is_one_of_several_where_an_international_body_reports(language, body, text):
    one = said_of(section(RECOMMENDATIONS[language]), paragraph(text, "7"), language=language, body=body)[0]
    assert one.addressees == ["specific-state"]


@pytest.mark.parametrize(
    "text",
    [
        "A Comissão, tendo examinado o caso, recomenda ao Ministério que publique as contas.",
        "A Assembleia da República resolve, nos termos do artigo 166.º, recomendar ao Ministério que aja.",
    ],
)
def test_a_portuguese_article_that_is_a_preposition_too_opens_a_subject(text):
    (found,) = said_of(
        paragraph(text, "1"), language="pt", body="Assembleia da República", title="Resolução sobre os poços"
    )

    assert (found.role, found.addressees) == (Role.RECOMMENDATION, ["national-authority"])


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Report on the visit to Norway", "It invites the authorities to open their registers."),
        (
            "2025 Article IV Consultation with Norland",
            "The authorities are encouraged to open their registers.",
        ),
        ("Development Co-operation Peer Review of Norland", "Open the registers of wells."),
    ],
)
def test_whom_an_international_report_on_one_state_asks(title, text):
    (one,) = said_of(section(RECOMMENDATIONS["en"]), paragraph(text, "7"), title=title)
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["specific-state"])


def test_an_ombudsman_asks_whom_the_letter_is_to_in_formal_words():
    lead, first, last = said_of(
        paragraph("Pelo exposto, recomendo a V. Exa. que:", "13"),
        item("fixe um calendário para os poços;", "a"),
        paragraph("Nos termos da lei, solicito a V. Exa. que me comunique a sua posição.", "14"),
        language="pt",
        title="Recomendação n.º 3/A/2026: atraso na construção de poços",
    )
    assert {lead.role, first.role, last.role} == {Role.RECOMMENDATION}
    assert lead.addressees == first.addressees == last.addressees == ["national-authority"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("There should be a register of wells.", ["implicit"]),
        ("The repair of the wells should await the survey.", ["implicit"]),
        ("Publish a register of wells.", ["implicit"]),
        ("The Treasury counts the wells. The Committee encourages further surveys.", ["national-authority"]),
        ("The Committee recommends a yearly survey of the wells.", ["implicit"]),
        ("The Committee will request a briefing from the Treasury on the wells.", ["national-authority"]),
    ],
)
def test_a_parliaments_committee_asks_an_authority_where_it_speaks_of_one(text, whom):
    found = said_of(
        section("Recommendations"),
        item(text, "•") if text.startswith("Publish") else paragraph(text, "1"),
        title="Report of the Select Committee on Wells",
        body="House of Commons",
    )
    assert (found[0].role, found[0].addressees) == (Role.RECOMMENDATION, whom)


def test_audits_inside_a_state_that_name_nobody_ask_nobody():
    found = said_of(
        section("Key Recommendations"),
        item("Audit all claims before payment.", "-"),
        title="Report of Examination: Financial Audit",
        body="Office of the State Comptroller",
    )
    assert (found[0].role, found[0].addressees) == (Role.RECOMMENDATION, ["implicit"])


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Discussion on the UPR", "States should count their wells."),
        ("fr", "Débat sur l’EPU", "Les gouvernements devraient compter leurs puits."),
        ("es", "Debate sobre el EPU", "Los Gobiernos deberían contar sus pozos."),
    ],
)
def test_states_in_a_report_on_their_review_are_member_states(language, title, text):
    found = said_of(section(RECOMMENDATIONS[language]), paragraph(text), language=language, title=title)
    assert found[0].addressees == ["member-states"]
