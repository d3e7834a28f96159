"""Who says a thing: the body, a speaker, another; and what a list's lead-in makes of its items."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said, said_of, section

SPEAKERS = [
    "The UNDP Deputy Director (Wells) emphasized that springs should be protected.",
    "Another delegation urged all States to repair their wells.",
    "Mr. Osei recalled that the fund was small.",
    "On 3 May, North Water advised that the pumps had been replaced.",
    "Member States stressed the importance of springs.",
    "A member welcomed the report and asked for more data.",
]


@pytest.mark.parametrize("text", SPEAKERS)
def test_what_somebody_else_says_is_a_statement(text):
    assert said(text, "Review of the work").role is Role.STATEMENT


def test_a_speaker_under_a_procedural_heading_still_speaks():
    assert said("The Minister of Water stressed that wells mattered.", "Opening").role is Role.STATEMENT


def test_that_statements_were_made_is_business():
    assert said("The observers for two States made statements.", "Statements").role is Role.PROCEDURAL


def test_a_paragraph_that_goes_on_with_what_was_said_is_a_statement():
    _, second = said_of(
        section("Review of the work"),
        paragraph("The Minister noted that wells were few.", "1"),
        paragraph("Moreover, springs in the north had run dry for two years.", "2"),
    )
    assert second.role is Role.STATEMENT


def test_the_participants_of_a_workshop_recommend_as_one_in_its_recommendations():
    text = "The participants recommended that the registry be opened."
    assert said(text, "Recommendations").role is Role.RECOMMENDATION
    assert said(text, "Summary of the discussion").role is Role.STATEMENT


def test_a_report_in_the_present_tells_of_what_was_recommended_before():
    _, before = said_of(
        section("Wells"),
        paragraph("The Committee recommends that the Secretary-General close the fund.", "1"),
        paragraph("In 2019 the Committee recommended that the fund be opened.", "2"),
    )
    assert before.role is not Role.RECOMMENDATION


def test_must_of_nobody_is_a_finding():
    assert said("Wells must never run dry again.", "Wells").role is not Role.RECOMMENDATION


def test_we_shall_is_a_commitment():
    assert said("We shall protect our springs.", "Wells").role is not Role.RECOMMENDATION


def test_a_verbatim_record_is_all_said_by_speakers():
    first, second = said_of(
        paragraph("The President: I call to order the meeting.", ""),
        paragraph("All States must repair their wells.", ""),
        symbol="A/79/PV.64",
    )
    assert (first.role, second.role) == (Role.STATEMENT, Role.STATEMENT)


def test_outcomes_of_recommendations_are_not_recommendations():
    _, one = said_of(
        section("Results"),
        paragraph("Outcomes of the implementation of the recommendations included:", "4"),
        item("Increased use of wells;", "a"),
    )
    assert one.role is not Role.RECOMMENDATION


def test_how_far_recommendations_have_come_recommends_nothing():
    _, one = said_of(
        section("Overview"),
        paragraph("Of the 12 recommendations:", "4"),
        item("The fund accepted 9, of which 7 have been implemented;", "a"),
    )
    assert one.role is Role.BACKGROUND


def test_conclusions_that_are_led_in_are_findings():
    lead, one = said_of(
        section("Working group on wells"),
        paragraph("The group made the following conclusions:", "4"),
        item("Data on springs are scarce.", "a"),
    )
    assert (lead.role, one.role) == (Role.OBSERVATION, Role.OBSERVATION)


def test_an_item_below_a_lead_in_may_report_a_speaker():
    _, one = said_of(
        section("Summary of the discussion"),
        paragraph("The Chair opened the meeting and presided over an exchange of views:", "4"),
        item("Many representatives welcomed the registry;", "a"),
    )
    assert one.role is Role.STATEMENT


def test_an_agenda_is_no_act():
    *_, one = said_of(
        paragraph("The Economic and Social Council,", ""),
        paragraph("Recalling its resolution 2019/3,", ""),
        paragraph("Approves the provisional agenda as set out below:", "1"),
        item("Election of officers", "1"),
    )
    assert one.role is Role.PROCEDURAL


def test_names_in_a_row_are_those_who_met():
    texts = ("Amina Owusu (Ghana)", "Pierre Dupont (France)", "Li Na (China)", "Ana Ruiz (Peru)")
    assert {one.role for one in said_of(*(paragraph(text) for text in texts))} == {Role.PROCEDURAL}


def test_whom_a_heading_addresses_its_recommendations_are_for():
    one = said_of(section("Recommendations to States"), item("Establish a registry of wells.", "a"))[0]
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["member-states"])


def test_an_annex_in_another_language_is_read_in_its_own():
    _, annex = said_of(
        paragraph("The Committee notes that the wells of the district have been repaired in time.", "1"),
        section("Annexe Recommandations"),
        paragraph("Les États parties devraient ratifier la Convention et veiller à ce que les puits du pays "
                  "soient réparés dans les meilleurs délais.", "1"),
    )[-2:]  # fmt: skip
    assert (annex.role, annex.force, annex.addressees) == (Role.RECOMMENDATION, 3, ["states-parties"])


def test_a_preamble_without_its_formula_is_known_by_its_participles():
    first, second, third, ask = said_of(
        paragraph("Considering that wells are few,", ""),
        paragraph("Noting the report of the fund,", ""),
        paragraph("That springs are fewer still,", ""),
        paragraph("Urges States parties to repair their wells.", "1"),
    )
    assert [one.role for one in (first, second, third)] == [Role.PREAMBULAR] * 3
    assert ask.role is Role.RECOMMENDATION


def test_a_report_that_opens_with_what_was_considered_is_no_resolution():
    _, one = said_of(
        paragraph(
            "The Committee on Wells, having considered the accounts of the fund, reports as follows:", ""
        ),
        section("Introduction"),
        paragraph("The fund appeared before the Committee in May.", "1.1"),
    )
    assert one.role is not Role.OBSERVATION


def test_a_short_name_means_whom_the_long_one_names():
    *_, company, office = said_of(
        section("Wells"),
        paragraph(
            "The Panel visited Northern Pumps Limited (North Pumps) and the Support Office in Haiti (SOIH).",
            "1",
        ),
        paragraph("North Pumps should replace its valves.", "2"),
        paragraph("SOIH should publish its accounts.", "3"),
    )
    assert (company.addressees, office.addressees) == (["private-sector"], ["secretariat"])


def test_what_an_earlier_act_decided_recommends_nothing_now():
    told = "In its resolution 6/3, the Conference decided that the Fund should meet once a year."
    assert said(told, "Introduction").role is Role.BACKGROUND


def test_what_an_authors_team_advised_is_told():
    told = "I sent a team to the valley. The team recommended that an inquiry should be held by experts."
    assert said(told).role is not Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "Annex: comments received from the Office", "The Office is grateful for the evaluation."),
        ("fr", "Réponse de l'administration", "La direction remercie les auteurs du rapport."),
        ("es", "Comentarios recibidos de la Oficina", "La Oficina agradece el informe."),
    ],
)
def test_the_comments_of_those_reviewed_are_theirs(language, heading, text):
    assert said(text, heading, language).role is Role.STATEMENT


def test_said_goes_on_without_that():
    told = "As the train came in, the driver said he had braked at the signal."
    (one,) = said_of(paragraph(told, "1.4"), title="Railway accident investigation report: derailment")
    assert one.role is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The wells were far apart. According to the speaker, States should repair them."),
        ("fr", "Les puits étaient loin. Selon l’orateur, les États devraient les réparer."),
        ("es", "Los pozos estaban lejos. Según la oradora, los Estados deberían repararlos."),
        ("es", "Los pozos estaban lejos. A juicio del orador, los Estados deberían repararlos."),
    ],
)
def test_what_a_later_sentence_gives_as_a_speakers_view_is_no_recommendation(language, text):
    assert said_of(paragraph(text, "1"), language=language)[0].role is not Role.RECOMMENDATION


def test_a_view_that_an_instrument_gives_is_asked_for():
    text = "The wells were far apart. According to the guidelines, States should repair them."
    assert said(text, "Recommendations").role is Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("La Mesa Directiva tomó nota del informe y decidió prorrogar el mandato del grupo.", Role.DECISION),
        ("La Mesa Directiva aprobó el siguiente temario:", Role.PROCEDURAL),
    ],
)
def test_the_board_of_a_spanish_speaking_conference_acts_itself(text, role):
    assert said_of(paragraph(text, "1"), language="es")[0].role is role
