"""What inquiries, inspectorates and regional bodies say of their work, their thanks and their annexes."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from model.suggestions.lexicon_files import lexicon
from model.suggestions.reading import read
from model.suggestions.weighing import tells_its_mandate
from tests.model.suggestions.said import RECOMMENDATIONS, item, paragraph, said, said_of, section


@pytest.mark.parametrize(
    ("heading", "text", "role"),
    [
        ("Findings", "Figure 4 shows the share of wells by depth.", Role.BACKGROUND),
        ("Recommendations", "Further proposals on wells are set forth in Attachment B.", Role.BACKGROUND),
        ("Conclusion", "We have consulted with the agencies listed in Appendix B.", Role.BACKGROUND),
        ("How I considered this complaint", "I spoke to Mr X and read his letters.", Role.BACKGROUND),
        ("The Ombudsman’s role and powers", "We investigate failures of service.", Role.BACKGROUND),
        ("Introduction", "The Mission would like to thank the Ministry for its help.", Role.OBSERVATION),
        ("Committee view", "The Committee accepts the evidence that wells ran dry.", Role.OBSERVATION),
        ("Outlook", "The Policy Committee met on 23 November 2011.", Role.PROCEDURAL),
        ("Outlook", "The Session convened on 4 June 2017 in Northam.", Role.PROCEDURAL),
    ],
)
def test_what_inquiries_say_of_their_work(heading, text, role):
    assert said(text, heading).role is role


def test_the_spelling_in_ise_says_the_same():
    noted = said("It should be emphasised that wells were dry.", "Recommendations")
    assert noted.role is not Role.RECOMMENDATION

    asked = said("Civil society organisations should monitor the wells.", "Recommendations")
    assert asked.evidence(Slot.ADDRESSEES) == ["Civil society organisations"]


def test_what_others_decided_should_be_is_told_not_asked():
    told = said("The panel met in May 2017. It decided that the works should wait.", "What I found")
    assert told.role is not Role.RECOMMENDATION


def test_a_clause_that_introduces_a_request_asks_nothing():
    asked = said(
        "Considering that membership must imply duties, the Committee calls on Norway to send a delegation.",
        "Recommendations",
    )
    assert (asked.force, asked.all_addressees) == (4, {"specific-state"})


def test_a_request_counts_whatever_its_sentence_opens_with():
    asked = said("To remedy this, I recommend the Ministry review its grants.", "Recommended action")
    assert asked.all_addressees == {"national-authority"}


def test_a_reply_states_what_its_writer_does_with_what_it_repeats():
    nodes = said_of(
        section("Recommendation 4"),
        paragraph("We call on the Department to review the rules on wells.", "4"),
        paragraph("The rules will be discussed with drillers in the autumn."),
        title="Government Response to the Committee’s Fourth Report: wells",
    )
    assert [one.role for one in nodes] == [Role.RECOMMENDATION, Role.STATEMENT]


def test_lettered_recitals_are_a_resolutions_preamble():
    nodes = said_of(
        paragraph("The European Parliament,"),
        paragraph("whereas wells remain a valid source of water;", "A"),
        paragraph("Calls on the Member States to map their wells;", "1"),
        title="European Parliament resolution on wells",
    )
    assert [one.role for one in nodes] == [Role.PREAMBULAR, Role.PREAMBULAR, Role.RECOMMENDATION]


def test_another_organizations_organ_is_asked_as_such():
    asked = said(
        "The Summit calls upon the United Nations Security Council to authorize the force.",
        "Decisions",
        body="African Union",
    )
    assert asked.all_addressees == {"un-igo"}


def test_an_organ_whose_longer_name_ends_like_another_organs_is_not_that_one():
    asked = said(
        "The Summit calls upon the United Nations Security Council to authorize the force.",
        "Decisions",
        body="Peace and Security Council",
    )
    assert asked.all_addressees == {"un-igo"}


def test_the_authority_of_heads_of_state_acts():
    acted = said(
        "The Authority endorses the plan for the river basin.",
        "Rivers",
        body="Authority of Heads of State and Government",
    )
    assert acted.role is Role.DECISION


def test_what_a_body_must_do_is_its_duty_and_asks_nobody():
    assert said("The Committee must examine many wells.", "Wells").role is not Role.RECOMMENDATION


def test_english_leaves_that_out_before_what_a_body_considers():
    asked = said("The Committee considers the Ministry should map the wells.", RECOMMENDATIONS["en"])
    assert asked.all_addressees == {"national-authority"}


def test_a_name_that_no_table_holds_is_a_companys_in_an_accidents_report():
    asked = said(
        "Northam Rail should test the doors of its trains.",
        RECOMMENDATIONS["en"],
        body="Rail Accident Investigation Branch",
    )
    assert asked.all_addressees == {"private-sector"}


def test_an_international_study_tells_facts_where_a_national_inspectorate_assesses():
    text = "Wells and pumps are working at a commercial stage in the north."
    nodes = (section("Wells"), paragraph(text, "7"))
    study = said_of(*nodes, title="Report of the Special Rapporteur on wells", symbol="A/80/1")[0]
    inspection = said_of(*nodes, title="Inspection report on wells", body="Inspectorate")[0]
    assert (study.role, inspection.role) == (Role.BACKGROUND, Role.OBSERVATION)


def test_a_heading_of_back_matter_names_a_subject_within_a_chapter():
    text = "The Group recommends that declarations be published."
    within = said_of(section("Ministers"), section("Conflicts of interest", 2), paragraph(text, "9"))
    assert within[0].role is Role.RECOMMENDATION

    of_authors = said_of(section("Conflicts of interest"), paragraph("The authors declare none."))
    assert of_authors[0].role is Role.OTHER


def test_that_recommendations_blame_nobody_asks_nobody():
    text = "Safety recommendations shall in no case create a presumption of blame or liability."
    assert said(text, "Recommendations").role is Role.OTHER


def test_all_are_asked_whom_a_numbered_recommendation_asks():
    text = "Recommendation 3: Lend less. Management is advised to plan. Member States are invited to pay."
    asked = said(text, "Recommendations", body="Evaluation report")
    assert asked.force == 3
    assert asked.all_addressees == {"management", "member-states"}


def test_a_flag_s_administration_is_its_state():
    text = "The Administration of Norland is recommended to review its rules on watches."
    asked = said(text, "Safety recommendations", body="Marine Accident Investigation Board")
    assert asked.addressees == ["specific-state"]


def test_the_permanent_members_of_a_council_are_certain_states():
    nodes = said_of(
        paragraph("The Security Council,"),
        paragraph("Requests the permanent members of the Council to appoint officers;", "1"),
        body="Security Council",
    )
    assert nodes[1].addressees == ["specific-state"]


def test_lessons_below_lessons_and_recommendations_are_found():
    nodes = said_of(
        section("Lessons and recommendations"),
        paragraph("The evaluation draws three lessons for other operations:", "21"),
        item("Hiring takes longer than building.", "•"),
        item("A rule that staff know is followed.", "•"),
        section("Lessons", 2),
        item("Costs that leave out repairs mislead the board.", "•"),
        body="Independent Evaluation Office",
    )
    assert {node.role for node in nodes} == {Role.OBSERVATION}


@pytest.mark.parametrize(
    "text",
    [
        "We recommend that Standing Order No. 145 (Liaison Committee) be amended.",
        "We recommend that Standing Order No. 134 (Select committees (reports)) be amended to allow this.",
        "The rules should be reviewed.",
    ],
)
def test_a_parliaments_committee_asks_nobody_to_amend_a_rule_where_it_names_nobody(text):
    found = said(text, "Conclusions and recommendations", body="House of Commons Liaison Committee")
    assert (found.role, found.force, found.addressees) == (Role.RECOMMENDATION, 3, ["implicit"])


def test_a_bracket_after_no_number_names_who_is_asked():
    found = said("The Committee recommends that the lead agency (Ministry of Health) publish the list.")
    assert "national-authority" in found.addressees


def test_a_summary_that_begins_with_a_complaint_asks_where_the_body_does():
    told = "Summary: Mrs X complains about the Council's decision to close the well. We find it at fault."
    asks = " We recommend the Council provide an apology."
    body = "Local Government Ombudsman"
    assert said(told + asks, "The decision", body=body).role is Role.RECOMMENDATION
    assert said(told, "The decision", body=body).role is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        (
            "en",
            "The Ombudsman’s role and powers",
            "We cannot question whether a decision is right because somebody disagrees with it. "
            "We must consider whether there was fault in the way it was made.",
        ),
        (
            "en",
            "My role",
            "The Ombudsman may investigate any act or omission of a public agency that relates to "
            "a matter of administration.",
        ),
        (
            "fr",
            "Notre rôle",
            "Nous ne pouvons pas annuler une décision. Nous pouvons seulement dire si elle est "
            "insuffisamment motivée.",
        ),
        (
            "es",
            "Funciones y atribuciones",
            "La Comisión puede investigar toda falta de la administración, pero no revisar una sentencia.",
        ),
    ],
)
def test_what_a_body_may_and_must_do_is_its_mandate(language, heading, text):
    assert said(text, heading, language, body="Ombudsman").role is Role.BACKGROUND


def test_a_mandate_in_chinese_begins_with_words_of_two_signs():
    assert tells_its_mandate(read("委员会无权质疑裁决。", lexicon("zh")))
    assert not tells_its_mandate(read("委员会建议公布姓名。", lexicon("zh")))
