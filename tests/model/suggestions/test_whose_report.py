"""Who speaks in a report, by its title: officers, bodies by a word of their names, initials."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said_of, section

OFFICERS = [
    (
        "es",
        "Situación en Norlandia: informe del Alto Comisionado",
        "El Alto Comisionado recomienda al Gobierno que publique los datos.",
    ),
    (
        "es",
        "Situación en Norlandia: informe de la Alta Comisionada",
        "La Alta Comisionada recomienda al Gobierno que publique los datos.",
    ),
    (
        "en",
        "Wells in Norland: report of the High Commissioner",
        "The High Commissioner recommends that the Government publish the data.",
    ),
    (
        "ru",
        "Колодцы в Норландии: доклад Генерального секретаря",
        "Генеральный секретарь рекомендует государствам публиковать данные.",
    ),
    ("zh", "诺尔兰的水井：秘书长的报告", "秘书长建议各国公布数据。"),
]


@pytest.mark.parametrize(("language", "title", "text"), OFFICERS)
def test_an_officer_recommends_in_a_report_of_his_own(language, title, text):
    told = said_of(paragraph(text, "7"), language=language, title=title, symbol="A/99/1", body="X")
    assert told[0].role is Role.RECOMMENDATION


def test_an_officer_in_the_report_of_his_office_is_a_speaker():
    text = "The High Commissioner said that wells were few."
    title = "Panel on wells: report of the Office of the United Nations High Commissioner for Human Rights"
    assert said_of(paragraph(text, "7"), title=title, symbol="A/99/1")[0].role is Role.STATEMENT


def test_a_body_is_called_by_a_word_of_its_name():
    title = "Accounts of the wells fund: report of the Board of Auditors"
    found = said_of(paragraph("The Board noted that wells were few.", "7"), title=title, symbol="A/99/1")
    assert found[0].role is Role.OBSERVATION


def test_initials_of_the_title_with_a_session_number_are_the_body():
    title = "Report of the 27th session of the Fruit Committee on Apples and Pears"
    agreed, first = said_of(
        paragraph("FCAP27 agreed to:", "7"),
        item("forward the draft to the plenary; and", "a"),
        title=title,
        symbol="REP/27",
    )
    assert agreed.role is Role.DECISION
    assert first.role is Role.DECISION


def test_special_rapporteurs_speak_in_the_report_of_a_commission():
    text = "The Special Rapporteur said that the draft had been welcomed."
    title = "Report of the Commission on Rivers on its tenth session"
    assert said_of(paragraph(text, "7"), title=title, symbol="A/99/1")[0].role is Role.STATEMENT
    title = "Rivers: report of the Special Rapporteur"
    assert said_of(paragraph(text, "7"), title=title, symbol="A/99/1")[0].role is not Role.STATEMENT


def test_a_body_that_is_only_named_acts_in_the_items_below():
    lead, noted, asked = said_of(
        paragraph("The Governing Body:", "7"),
        item("took note of the report;", "a"),
        item("requested the Director-General to submit a plan.", "b"),
        symbol="GB/99/1",
    )
    assert (lead.role, noted.role, asked.role) == (Role.DECISION, Role.DECISION, Role.RECOMMENDATION)
    assert asked.addressees == ["secretariat"]


def test_a_session_with_its_year_is_an_earlier_one():
    text = "At its sixtieth session (2015), the Commission decided to study rivers."
    title = "Report of the Commission on Rivers on its seventieth session"
    assert said_of(paragraph(text, "7"), title=title, symbol="A/99/1")[0].role is Role.BACKGROUND
    text = "At its last meeting, the Commission decided to study rivers."
    assert said_of(paragraph(text, "7"), title=title, symbol="A/99/1")[0].role is Role.DECISION


def test_below_recommendations_a_heading_names_their_subject():
    headings = (section("Recommendations"), section("Assessment", 2))
    assert said_of(*headings, paragraph("Offer a test within a week.", "7"))[0].role is Role.RECOMMENDATION
    lead, first = said_of(*headings, paragraph("For wells in sand:", "7"), item("test the water", "•"))
    assert first.role is Role.RECOMMENDATION
    assert lead.role is not Role.RECOMMENDATION


UNNAMED = [
    ("en", "It was suggested that the draft be shortened."),
    ("en", "A view was expressed that the draft was long."),
    ("fr", "Il a été proposé de raccourcir le projet."),
    ("es", "Se propuso acortar el proyecto."),
    ("ru", "Было предложено сократить проект."),
    ("zh", "有人建议缩短草案。"),
]


@pytest.mark.parametrize(("language", "text"), UNNAMED)
def test_what_a_meeting_reports_of_nobody_named_is_a_statement(language, text):
    assert said_of(paragraph(text, "7"), language=language, symbol="A/99/1")[0].role is Role.STATEMENT


def test_according_to_those_who_have_a_say_is_a_statement():
    for text, role in (
        ("According to civil society, wells are few.", Role.STATEMENT),
        ("According to the map, wells are few.", Role.OBSERVATION),
    ):
        assert said_of(paragraph(text, "7"), symbol="A/99/1")[0].role is role


def test_who_is_asked_says_nothing_by_what_follows():
    text = "The State party is requested to publish the report submitted to the Committee."
    assert said_of(paragraph(text, "7"), symbol="A/99/1")[0].role is Role.RECOMMENDATION


def test_a_report_that_says_we_names_others():
    told = said_of(
        paragraph("We found fault with how the Council acted in 2020."),
        paragraph("We spoke to the parents and to the school."),
        paragraph("We gave both of them a draft of our report."),
        section("Recommendations"),
        paragraph("The Council should apologise to Mr. Doe within a month."),
        title="Complaint about Aville Council: report by the Ombudsman",
    )
    assert told[-1].addressees == ["national-authority"]


def test_the_commission_is_the_unions_where_auditors_say_we():
    told = said_of(
        paragraph("We audited how the EU pays farmers."),
        paragraph("We found that the rules came late."),
        paragraph("We conclude that our earlier advice was not taken."),
        section("Recommendations"),
        paragraph("The Commission should publish the data."),
        title="Special report: EU payments to farmers, with the replies of the Commission",
        body="European Court of Auditors",
    )
    assert told[-1].addressees == ["regional-org"]


VISITS = [
    (
        "en",
        "Report on the visit made by the Panel to Norland",
        "The Panel recommends that registers be kept.",
    ),
    ("fr", "Rapport sur la visite effectuée en Norlandie", "Le Comité recommande de tenir des registres."),
    ("es", "Situación de los derechos humanos en Norlandia", "El Comité recomienda llevar registros."),
]


@pytest.mark.parametrize(("language", "title", "text"), VISITS)
def test_what_is_recommended_after_a_visit_is_for_the_state(language, title, text):
    found = said_of(paragraph(text, "7"), language=language, title=title, symbol="A/99/1")
    assert found[0].addressees == ["specific-state"]


def test_a_report_on_members_of_parliament_is_not_parliaments():
    title = "Corruption prevention in respect of members of parliament"
    found = said_of(paragraph("The code must be published."), title=title)
    assert found[0].role is not Role.RECOMMENDATION


def test_what_we_say_is_not_told_for_its_dates():
    text = "We honour the meetings of 21 June 2022 and 27 November 2023 in this hall."
    assert said_of(paragraph(text, "7"), symbol="A/99/1")[0].role is Role.OBSERVATION


def test_an_answer_behind_a_label_is_no_recommendation():
    text = "Recommendation 6.12: Norland supports this recommendation."
    assert said_of(paragraph(text, "7"), symbol="A/99/1/Add.1")[0].role is not Role.RECOMMENDATION


def test_arabic_says_on_whom_it_is_to_act():
    told = said_of(paragraph("على البلدان الأعضاء أن تقدم تقاريرها.", "7"), language="ar", symbol="A/99/1")
    assert told[0].role is Role.RECOMMENDATION
    assert (told[0].force, told[0].addressees) == (3, ["member-states"])


def test_chinese_recommendations_of_others_are_nouns():
    text = (
        "大会在2021年9月17日第2次全体会议上根据总务委员会的建议,决定将该项目列入议程,并将其分配给第六委员会。"
    )
    found = said_of(paragraph(text, "1"), language="zh", title="第六委员会的报告", symbol="A/99/1")
    assert found[0].role is not Role.RECOMMENDATION


def test_who_speaks_for_the_committee_asks_in_its_name():
    found = said_of(
        paragraph("The Committee agreed to invite observers to its next meeting.", "1"),
        paragraph("The Chairperson, on behalf of the Committee, encouraged Members to light harbours.", "2"),
        title="Summary of the meeting of the Committee on Harbours",
    )[1]
    assert (found.role, found.addressees) == (Role.RECOMMENDATION, ["member-states"])


def test_who_speaks_for_a_group_of_countries_makes_a_statement():
    found = said_of(
        paragraph(
            "The representative of Chile, on behalf of the Group of 77, urged States to light harbours."
        ),
        title="Report of the Working Group on Harbours",
        symbol="A/99/1",
    )
    assert found[0].role is Role.STATEMENT


def test_a_staff_report_is_the_staffs():
    found = said_of(
        section("Policy discussions"),
        paragraph("Staff urged the central bank to publish an audit of its reserves.", "1"),
        paragraph("Staff analysis suggests that the ferries cost too much.", "2"),
        paragraph("The ferry subsidy should be allowed to lapse.", "3"),
        title="Norland: 2025 Article IV consultation – staff report",
    )
    asks, finds = Role.RECOMMENDATION, Role.OBSERVATION
    assert [one.role for one in found] == [asks, finds, asks]


def test_an_aside_says_of_whom_a_name_is_that_says_something():
    text = "Doug Moor, of the Coastal Society, explained that crews had been laid off each March."
    assert said_of(paragraph(text), title="Lost gear")[0].role is Role.STATEMENT


def test_who_visits_a_state_speaks_for_the_body():
    found = said_of(
        paragraph("The delegation gained a good impression of the wells. It heard no complaints.", "7"),
        title="Report to the Government of Norland on the visit carried out by the Committee on Wells",
    )
    assert found[0].role is Role.OBSERVATION


STATES = [
    ("en", "National report submitted by Norway", "Norway calls on the international community to give aid."),
    ("en", "National report submitted by Norway", "The Government invites the Office to open a mission."),
    ("fr", "Rapport national présenté par le Togo", "Le Togo demande aux donateurs de soutenir la réforme."),
    ("es", "Informe nacional presentado por Chile", "Chile solicita a los donantes que apoyen la reforma."),
]


@pytest.mark.parametrize(("language", "title", "text"), STATES)
def test_a_state_asks_in_a_report_of_its_own(language, title, text):
    told = said_of(paragraph(text, "7"), language=language, title=title, symbol="A/HRC/WG.6/54/X/1", body="X")
    assert told[0].role is Role.RECOMMENDATION


def test_another_state_is_a_speaker_in_the_report_of_a_state():
    title = "National report submitted by Norway"
    text = "The Government of Chile said that wells were few."
    assert said_of(paragraph(text, "7"), title=title, symbol="A/HRC/WG.6/54/X/1")[0].role is Role.STATEMENT


def test_what_is_said_of_the_report_of_a_state_is_not_its_own():
    title = "Concluding observations on the initial report submitted by Norway"
    text = "Norway calls on the international community to give aid."
    told = said_of(paragraph(text, "7"), title=title, symbol="CRC/C/X/1")
    assert told[0].role is not Role.RECOMMENDATION


def test_a_national_commission_is_the_states_in_a_report_on_it():
    text = "The National Human Rights Commission may wish to monitor evictions."
    found = said_of(
        section("Recommendations"), paragraph(text, "24"), title="Visit to Norway: report of the Commission"
    )
    assert found[0].addressees == ["national-authority"]


def test_a_regional_organization_is_not_made_inside_a_state():
    name = "Inter-Regional Fisheries Organization"
    found = said_of(
        paragraph("The Conference requested the Director-General to report on its progress.", "11"),
        title=f"Report of the Conference of the {name}",
        body=name,
    )
    assert found[0].addressees == ["secretariat"]


@pytest.mark.parametrize(
    ("language", "opening", "asking"),
    [
        ("en", "The present note was prepared by the secretariat.",
         "The Working Group may wish to buy wells."),
        ("fr", "La présente note a été établie par le secrétariat.",
         "Le Groupe de travail voudra peut-être creuser des puits."),
        ("es", "La presente nota ha sido preparada por la secretaría.",
         "El Grupo de Trabajo tal vez desee excavar pozos."),
        ("ru", "Настоящая записка подготовлена секретариатом.",
         "Рабочая группа, возможно, пожелает рассмотреть вопрос о колодцах."),
    ],
)  # fmt: skip
def test_a_note_asks_the_body_for_which_it_was_written(language, opening, asking):
    note = said_of(section("X"), paragraph(opening), paragraph(asking), language=language)[1]
    assert (note.role, note.addressees) == (Role.RECOMMENDATION, ["parent-body"])
    own = said_of(section("X"), paragraph(asking), language=language)[0]
    assert own.addressees == ["own-body"]
