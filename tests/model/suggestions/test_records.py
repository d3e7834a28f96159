"""Records of meetings: what presides, what is said, and what the meeting did."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said, said_of, section


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "The Acting President: We shall now proceed to consider the draft.", Role.PROCEDURAL),
        ("en", "I give the floor to the representative of the Secretariat.", Role.PROCEDURAL),
        ("en", "Against:", Role.PROCEDURAL),
        ("en", "Chile, Norway, Kenya, Fiji, Peru and Ghana", Role.PROCEDURAL),
        ("en", "Draft decision 12, as amended, was adopted.", Role.DECISION),
        ("en", "Harbours matter to all of us, and we shall keep them open.", Role.STATEMENT),
        ("fr", "Je donne la parole au représentant du Secrétariat.", Role.PROCEDURAL),
        ("es", "Doy la palabra al representante de la Secretaría.", Role.PROCEDURAL),
    ],
)
def test_a_record_tells_what_presides_from_what_is_said(language, text, role):
    found = said_of(paragraph(text), language=language, symbol="A/79/PV.64", title="Verbatim record")
    assert found[0].role is role


def test_in_a_summary_of_acts_the_body_is_understood_before_each_verb():
    told = said_of(
        section("Ports"),
        paragraph("Adopted the programme for harbours of the coming decade;", "1"),
        paragraph("invited the authorities of Chile to publish the report on ports;", "2"),
        paragraph("Recommended that the Conference approve the chart (para. 6)", "3"),
        title="Decisions of the Harbour Group",
    )
    assert [one.role for one in told] == [Role.DECISION, Role.RECOMMENDATION, Role.RECOMMENDATION]
    assert [one.force for one in told] == [None, 2, 3]


def test_a_participle_alone_is_no_act_of_the_body():
    texts = (
        "Requested by the owners in 2031.",
        "Adopted at noon by 13 votes.",
        "Noted in the log by the mate.",
    )
    told = said_of(section("Notes"), *map(paragraph, texts), title="Log of the harbour")
    assert not any(one.role is Role.RECOMMENDATION for one in told)


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "La séance est ouverte à 15 h 5.", Role.PROCEDURAL),
        ("fr", "Sur l'invitation du Président, le chef du port prend place à la table.", Role.PROCEDURAL),
        ("fr", "L'ordre du jour est adopté.", Role.PROCEDURAL),
        ("fr", "Le projet de résolution est adopté.", Role.DECISION),
        ("es", "Se declara abierta la sesión a las 15.05 horas.", Role.PROCEDURAL),
        ("es", "Por invitación del Presidente, la delegación toma asiento a la mesa.", Role.PROCEDURAL),
        ("ru", "Заседание открывается в 10 ч 05 мин.", Role.PROCEDURAL),
        ("ru", "По приглашению Председателя делегация занимает места за столом.", Role.PROCEDURAL),
        ("ru", "Проект резолюции принимается.", Role.DECISION),
        ("ar", "بناء على دعوة الرئيس، اتخذ الوفد أماكنهم إلى طاولة اللجنة.", Role.PROCEDURAL),
        ("zh", "下午3时35分宣布开会。", Role.PROCEDURAL),
        ("zh", "应主席邀请，代表团在委员会议席就座。", Role.PROCEDURAL),
        ("zh", "主席声明草案获得通过。", Role.DECISION),
    ],
)
def test_a_records_own_formulas_tell_what_the_meeting_did(language, text, role):
    assert said(text, "", language).role is role


def test_what_editors_note_in_a_record_in_brackets_is_business():
    text = "[Subsequently, the delegation of Mali informed the Secretariat that it had intended to abstain.]"
    assert said_of(paragraph(text), symbol="A/79/PV.64")[0].role is Role.PROCEDURAL


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("The Executive Board noted the report.", "The decision was adopted.")),
        ("fr", ("Le Conseil exécutif prend note du rapport.", "La décision est adoptée.")),
    ],
)
def test_a_record_of_what_was_said_tells_acts_in_short(language, texts):
    title = {"en": "Summary record of the fourth meeting", "fr": "Procès-verbal de la quatrième séance"}
    found = said_of(*map(paragraph, texts), language=language, title=title[language])
    assert {one.role for one in found} == {Role.DECISION}


def test_whoever_leads_a_record_invites_to_consider():
    text = "La Présidente invite le Conseil à examiner le rapport sur les ports."
    found = said_of(paragraph(text), language="fr", title="Procès-verbal de la quatrième séance")
    assert found[0].role is Role.PROCEDURAL


def test_a_summary_record_tells_what_the_body_asked_and_found():
    told = said_of(
        paragraph("Later in the meeting, the Committee requested the Secretariat to map the wells."),
        paragraph("The Committee expressed its concern at the depth of the wells."),
        paragraph("Mr. Ali said that the Committee requested too much."),
        title="Summary record of the 14th meeting",
    )
    assert [one.role for one in told] == [Role.RECOMMENDATION, Role.OBSERVATION, Role.STATEMENT]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Committee believed that the wells were dry.", Role.OBSERVATION),
        ("The Committee believes that the wells are dry.", Role.STATEMENT),  # a speaker's word for it
        ("The Committee decided that wells should be mapped.", Role.DECISION),  # "should" asks nobody
    ],
)
def test_a_summary_record_tells_in_the_past_what_the_body_did(text, role):
    found = said_of(paragraph(text, "7"), title="Summary record of the fourth meeting")
    assert found[0].role is role


def test_a_name_with_a_capital_may_stand_behind_a_verb_whose_body_is_understood():
    texts = ("Adopted Norland’s plan.", "Adopted Ms. Cruz’s report.", "Adopted Harbours 2030.")
    found = said_of(*map(paragraph, texts))
    assert [one.role for one in found] == [Role.DECISION] * 3


def test_an_organ_decides_in_a_record_in_one_short_sentence():
    text = "The Executive Board noted the report"
    sent = ", which had been sent to all of its members a month before with the annexes, the tables and the"
    title = "Summary record of the fourth meeting"
    told = said_of(
        paragraph(f"{text}."), paragraph(f"{text}{sent} charts of the wells of the north."), title=title
    )
    assert [one.role for one in told] == [Role.DECISION, Role.STATEMENT]
    told = said_of(paragraph(f"For its part, the{text.removeprefix('The')}."), title=title)
    assert told[0].role is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "(225 EX/SR.5)", Role.PROCEDURAL),
        ("en", "(Sixth meeting, 5 February 2026)", Role.PROCEDURAL),
        ("fr", "(Sixième séance, 5 février 2026)", Role.PROCEDURAL),
        ("en", "(see document 225 EX/5)", Role.OTHER),
        ("en", "(Document GB.316/INS/12(Add.), paragraph 23.)", Role.OTHER),
        ("ar", "(ق 3063 / د 60 / جـ 1 - 11 / 9 / 1973)", Role.OTHER),
        ("en", "(The wells were counted after the session of 2019.)", Role.BACKGROUND),
    ],
)
def test_a_bracket_alone_is_a_reference_and_with_a_meeting_or_its_record_the_sessions_business(
    language, text, role
):
    assert said_of(section("Wells"), paragraph(text), language=language)[0].role is role


@pytest.mark.parametrize(
    ("language", "title", "text", "role"),
    [
        ("en", "Summary record", "The CHAIRMAN asked the Board to resume its survey.", Role.PROCEDURAL),
        ("fr", "Compte rendu analytique", "Le PRÉSIDENT invite le Norland à poursuivre.", Role.PROCEDURAL),
        ("en", "Summary record", "The CHAIRMAN regretted the delay. He asked for more.", Role.STATEMENT),
        ("en", "Summary record", "The general comment on wells was adopted.", Role.DECISION),
        ("fr", "Compte rendu analytique", "L’observation générale no 5 est adoptée.", Role.DECISION),
    ],
)
def test_in_a_record_the_chair_calls_and_the_meeting_adopts(language, title, text, role):
    told = said_of(
        paragraph(text), paragraph("Mr. OAK said that wells were dry."), title=title, language=language
    )
    assert told[0].role is role


def test_a_body_that_is_told_apart_by_its_resolution_establishes_nothing():
    text = (
        "On 5 May 2018, the Security Council Committee established pursuant to resolution 1970 (2011) "
        "concerning Norland held informal consultations on the report of its Panel."
    )
    assert said_of(paragraph(text), body="Security Council Committee")[0].role is Role.PROCEDURAL


VISITED = [
    ("en", "List of places of deprivation of liberty visited by the Subcommittee", "Stara Reka prison"),
    ("fr", "Annexe 1. Liste des syndicats contrôlés", "Syndicat mixte de la Basse-Orvane"),
    ("es", "Lista de centros visitados", "Cárcel de Puerto Viejo"),
]


@pytest.mark.parametrize(("language", "heading", "name"), VISITED)
def test_a_list_of_places_visited_is_background(language, heading, name):
    names = [item(name, "•"), paragraph(name), paragraph(name), paragraph(name)]
    told = said_of(section(heading), section("Police", 2), *names, language=language, symbol="CAT/OP/1")
    assert {one.role for one in told} == {Role.BACKGROUND}
