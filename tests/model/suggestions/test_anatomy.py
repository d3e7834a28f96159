"""What a recommendation is made of, beside what test_slots compares, and what lead-ins pass down."""

from __future__ import annotations

import pytest

from model.labels import Slot
from tests.model.suggestions.said import RECOMMENDATIONS, Said, item, paragraph, said, said_of, section

REVIEW = {
    "body": "Human Rights Council Working Group on the Universal Periodic Review",
    "title": "Report of the Working Group on the Universal Periodic Review: Norland",
}


def value(one: Said, slot: Slot, frame: int = 0):
    decision = one.frames[frame].get(slot)
    return None if decision is None else decision.value


@pytest.mark.parametrize(
    ("text", "task"),
    [
        (
            "The Committee requested the Secretariat to publish the data, within existing resources.",
            "publish the data",
        ),
        (
            "The Committee recommends that States parties ratify the Protocol, as appropriate.",
            "ratify the Protocol",
        ),
        ("States parties are encouraged to exchange charts by 2030.", "exchange charts"),
        ("States parties should also, where possible, repair lights.", "repair lights"),
        ("The data should be published.", "be published"),
        (
            "The Committee urges States parties that have not replied to the letter to do so without delay.",
            "do so",
        ),
        (
            "The Committee urges all companies operating in the sector to exercise due diligence.",
            "exercise due diligence",
        ),
        ("The Committee calls for renewed efforts to mark channels.", "renewed efforts to mark channels"),
        ("The Committee recommends that the proposed post be abolished.", "the proposed post be abolished"),
    ],
)
def test_the_task_is_what_is_to_be_done_without_whom_it_asks_and_hedges_at_the_end(text, task):
    found = said(text, "Recommendations")
    assert value(found, Slot.TASK) == task
    assert found.evidence(Slot.TASK) == [task]


def test_a_lead_in_that_says_no_task_has_none_and_its_items_have_theirs():
    lead, first = said_of(
        section("Recommendations"),
        paragraph("The Committee recommends that States parties:", "3"),
        item("To ratify the Protocol, where appropriate;", "a"),
    )
    assert value(lead, Slot.TASK) is None
    assert value(first, Slot.TASK) == "ratify the Protocol"


def test_conditions_and_time_come_down_from_the_lead_in_at_any_depth_until_an_item_says_its_own():
    found = said_of(
        section("Recommendations"),
        paragraph("The Committee requests the Secretariat, within existing resources, by 2030:", "3"),
        item("To take practical steps, in particular:", "a"),
        item("To mark channels;", "i", 2),
        item("To train pilots by 2027;", "ii", 2),
    )
    times = [value(one, Slot.TIME_FRAME)[0]["when"] for one in found]
    assert times == ["2030", "2030", "2030", "2027"]
    assert [value(one, Slot.CONDITIONS)[0]["text"] for one in found] == ["within existing resources"] * 4
    assert [found[2].evidence(Slot.TIME_FRAME), found[3].evidence(Slot.TIME_FRAME)] == [[""], ["by 2027"]]
    assert found[2].rule(Slot.CONDITIONS) == "inherited from the lead-in"
    assert not found[3].rule(Slot.TIME_FRAME).startswith("inherited")


def test_a_lead_ins_last_recommendation_is_the_one_that_its_items_complete():
    found = said_of(
        section("Recommendations"),
        paragraph(
            "The Committee requests the Secretariat to publish data, and invites Member States, by 2030, to:",
            "3",
        ),
        item("Mark channels;", "a"),
    )
    assert [frame[Slot.VERB].value for frame in found[0].frames] == ["requests", "invites"]
    assert (found[1].verb, found[1].force, found[1].addressees) == ("invites", 2, ["member-states"])
    assert value(found[1], Slot.TIME_FRAME)[0]["text"] == "by 2030"


def test_the_next_paragraph_does_not_take_what_a_list_before_it_said():
    found = said_of(
        section("Recommendations"),
        paragraph("States parties are invited, as appropriate, to take these steps:", "3"),
        item("To mark channels.", "a"),
        paragraph("States parties should train pilots.", "4"),
    )
    assert value(found[2], Slot.CONDITIONS) is None


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("by the end of 2030", "deadline", "2030"),
        ("not later than 31 March 2026", "deadline", "2026-03-31"),
        ("within two years", "period", "P2Y"),
        ("within 90 days", "period", "P90D"),
        ("annually", "recurring", "P1Y"),
        ("at least once every three years", "recurring", "P3Y"),
        ("at its sixty-second session", "session", ""),
        ("as soon as possible", "urgency", ""),
    ],
)
def test_a_time_frame_says_its_kind_and_where_it_can_be_told_when(text, kind, when):
    found = said(f"The Secretariat should publish the data {text}.", "Recommendations")
    assert value(found, Slot.TIME_FRAME) == [{"kind": kind, "text": text, "when": when}]


def test_dates_of_what_was_adopted_are_no_time_frame():
    found = said(
        "States parties should apply General Assembly resolution 70/1 of 25 September 2015, adopted in 2015.",
        "Recommendations",
    )
    assert value(found, Slot.TIME_FRAME) is None


def test_a_subject_says_whose_word_it_is_and_without_one_the_reports_body():
    own, other = said_of(
        section("Recommendations"),
        paragraph("The Working Group requested the Secretariat to publish the data.", "1"),
        paragraph("States parties should mark channels.", "2"),
        body="Working Group on Harbour Data",
    )
    assert value(own, Slot.ATTRIBUTION) == {"by": "body", "name": "Working Group"}
    assert own.evidence(Slot.ATTRIBUTION) == ["Working Group"]
    assert value(other, Slot.ATTRIBUTION) == {"by": "body", "name": "Working Group on Harbour Data"}
    assert other.evidence(Slot.ATTRIBUTION) == []


@pytest.mark.parametrize(
    ("title", "text", "by"),
    [
        ("", "The participants recommended that States mark channels.",
         {"by": "speaker", "name": "participants"}),
        ("Report of the Secretary-General", "States should mark channels.",
         {"by": "secretariat", "name": "Secretary-General"}),
        ("Note by the Secretariat", "States should mark channels.",
         {"by": "secretariat", "name": "Secretariat"}),
    ],
)  # fmt: skip
def test_those_who_met_and_the_secretariat_may_be_who_says_it(title, text, by):
    found = said_of(section("Recommendations"), paragraph(text, "1"), title=title)[0]
    assert value(found, Slot.ATTRIBUTION) == by


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Commission invites the Chair to convene a meeting, requests the Secretariat to prepare a "
         "note, and urges States parties to mark channels."),
        ("fr", "La Commission prie le Secrétariat d’établir une étude et invite les États à agir."),
    ],
)  # fmt: skip
def test_clauses_that_are_joined_are_the_word_of_the_first_ones_subject(language, text):
    found = said_of(section("Recommendations"), paragraph(text, "1"), language=language)[0]
    assert len(found.frames) > 1
    said = [value(found, Slot.ATTRIBUTION, frame) for frame in range(len(found.frames))]
    assert said == [{"by": "body", "name": "Commission"}] * len(found.frames)


def test_an_organ_that_is_reported_to_is_not_taken_for_who_says_it():
    found = said_of(
        section("Recommendations"), paragraph("States should mark channels.", "1"), body="General Assembly"
    )[0]
    assert value(found, Slot.ATTRIBUTION) == {"by": "body", "name": ""}


def test_a_resolutions_clauses_are_the_word_of_the_organ_that_enacts_it():
    found = said_of(
        paragraph("The General Assembly,"),
        paragraph(
            "Takes note of the report of the Commission, and requests the Secretary-General to print it;", "1"
        ),
    )[1]
    assert value(found, Slot.ATTRIBUTION) == {"by": "body", "name": "General Assembly"}


def test_listed_recommendations_of_a_review_are_the_states_in_brackets_with_its_response():
    found = said_of(
        section("Conclusions and/or recommendations"),
        paragraph("The following recommendations enjoy the support of Norland:", "128"),
        item("Ratify the Convention against Torture (Chile, Iran (Islamic Republic of));", "128.1"),
        item("Adopt a law by 2030 (Ghana); consider signing the Optional Protocol (Fiji).", "128.2"),
        **REVIEW,
    )
    first, second = found[1], found[2]
    assert value(first, Slot.ATTRIBUTION) == {"by": "state", "name": "Chile, Iran (Islamic Republic of)"}
    assert first.evidence(Slot.ATTRIBUTION) == ["Chile", "Iran (Islamic Republic of)"]
    assert value(first, Slot.TASK) == "Ratify the Convention against Torture"
    assert value(first, Slot.FOLLOW_UP) == [{"target": None, "response": "accepted"}]
    assert [value(second, Slot.ATTRIBUTION, frame)["name"] for frame in (0, 1)] == ["Ghana", "Fiji"]
    assert [value(second, Slot.TASK, frame) for frame in (0, 1)] == [
        "Adopt a law",
        "consider signing the Optional Protocol",
    ]


def test_states_may_stand_each_in_brackets_of_its_own():
    found = said_of(
        section("Conclusions and/or recommendations"),
        paragraph("The following recommendations will be examined by Norland:", "128"),
        item("Ratify the Convention (No. 169) (Chile) (Iran (Islamic Republic of));", "128.1"),
    )[1]
    assert value(found, Slot.ATTRIBUTION) == {"by": "state", "name": "Chile, Iran (Islamic Republic of)"}
    assert value(found, Slot.TASK) == "Ratify the Convention (No. 169)"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ratify the Convention (Chile and Ghana);"),
        ("fr", "Ratifier la Convention (Chili et Ghana) ;"),
        ("es", "Ratificar la Convención (Chile y Ghana);"),
        ("pt", "Ratificar a Convenção (Chile e Canadá);"),
        ("ru", "ратифицировать Конвенцию (Чили и Гана);"),
        ("de", "Das Übereinkommen ratifizieren (Chile und Ghana);"),
    ],
)
def test_states_in_brackets_are_joined_by_a_word_of_the_language(language, text):
    found = said_of(
        section(RECOMMENDATIONS[language]),
        *(item(text, f"128.{number}") for number in range(1, 5)),
        language=language,
    )
    assert all(len(one.evidence(Slot.ATTRIBUTION)) == 2 for one in found)


@pytest.mark.parametrize(
    ("lead", "response"),
    [
        ("The following recommendations did not enjoy the support of Norland:", "rejected"),
        ("The following recommendations will be examined by Norland:", "under consideration"),
        ("The following recommendations were noted by Norland:", "noted"),
    ],
)
def test_a_reviews_lead_in_says_what_became_of_its_recommendations(lead, response):
    found = said_of(
        section("Conclusions and/or recommendations"),
        paragraph(lead, "3"),
        item("Ratify it (Chile);", "3.1"),
        **REVIEW,
    )
    assert value(found[1], Slot.FOLLOW_UP) == [{"target": None, "response": response}]


@pytest.mark.parametrize(
    ("language", "heading", "text", "codes"),
    [
        ("en", "Recommendations", "States parties should protect women, children and migrant workers.",
         ["women", "children", "migrant-workers"]),
        ("fr", "Recommandations", "Les États parties devraient protéger femmes et personnes handicapées.",
         ["women", "persons-with-disabilities"]),
        ("es", "Recomendaciones", "Los Estados partes deberían proteger a las mujeres y a los refugiados.",
         ["women", "refugees"]),
        ("ru", "Рекомендации", "Государствам-участникам следует защищать женщин и беженцев.",
         ["women", "refugees"]),
        ("ar", "التوصيات", "ينبغي للدول الأطراف أن تحمي النساء والأطفال.", ["women", "children"]),
        ("zh", "建议", "缔约国应保护妇女和儿童。", ["women", "children"]),
    ],
)  # fmt: skip
def test_beneficiaries_are_found_in_what_is_to_be_done(language, heading, text, codes):
    assert value(said(text, heading, language), Slot.BENEFICIARIES) == codes


@pytest.mark.parametrize(
    "text",
    [
        "States parties should ratify the Convention on the Rights of the Child.",
        "States parties should prevent the smuggling of migrants.",
        "States parties should support the Office of the High Commissioner for Refugees.",
    ],
)
def test_names_of_instruments_crimes_and_offices_benefit_nobody(text):
    assert value(said(text, "Recommendations"), Slot.BENEFICIARIES) is None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("Review the plan. Completed to planned scope in 2023.", "implemented"),
        ("Review the plan. On track for completion by 2028.", "in progress"),
        ("Review the plan. Status: closed.", "closed"),
    ],
)
def test_a_last_sentence_says_how_far_a_recommendation_has_come(text, response):
    found = said_of(
        section("Recommendations"),
        paragraph("The review made the following recommendations:", "3"),
        item(text, "a"),
    )[1]
    assert value(found, Slot.FOLLOW_UP) == [{"target": None, "response": response}]
    assert value(found, Slot.TASK) == "Review the plan"


def test_a_listed_recommendation_that_names_whom_it_asks_has_its_task_behind_the_name():
    found = said_of(
        section("Conclusions and/or recommendations"),
        paragraph("The following recommendations enjoy the support of Norland:", "3"),
        item("That Algeria ratify the Convention by 2030 (Chile);", "a"),
        **REVIEW,
    )
    assert value(found[1], Slot.TASK) == "ratify the Convention"


def test_a_number_with_a_point_ends_no_sentence():
    found = said("The Committee recommends to release $11.8 million by 2030.", "Recommendations")
    assert value(found, Slot.TIME_FRAME)[0]["text"] == "by 2030"


TWO = [
    ("en", "The Committee requests the Secretariat to publish the data by 2030, and invites Member States to "
     "help.", ("requests", "publish the data", "by 2030"), ("invites", "help")),
    ("fr", "Le Comité prie le Secrétariat de publier les données d’ici à 2030 et invite les États Membres à "
     "aider.", ("prie", "publier les données", "d’ici à 2030"), ("invite", "aider")),
    ("es", "El Comité pide a la Secretaría que publique los datos antes de 2030 e invita a los Estados "
     "Miembros a que ayuden.", ("pide", "publique los datos", "antes de 2030"), ("invita", "ayuden")),
    ("ru", "Комитет просит Секретариат опубликовать данные к 2030 году и предлагает государствам-членам "
     "помочь.", ("просит", "опубликовать данные", "к 2030 году"), ("предлагает", "помочь")),
    ("ar", "تطلب اللجنة إلى الأمانة أن تنشر البيانات بحلول عام 2030، وتدعو الدول الأعضاء إلى المساعدة.",
     ("تطلب", "تنشر البيانات", "بحلول عام 2030"), ("وتدعو", "المساعدة")),
    ("zh", "委员会请秘书处在2030年之前公布数据，并邀请会员国提供海图。",
     ("请", "公布数据", "在2030年之前"), ("邀请", "提供海图")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "first", "second"), TWO, ids=[one[0] for one in TWO])
def test_two_clauses_in_a_sentence_are_two_recommendations_with_their_own_parts(
    language, text, first, second
):
    found = said(text, RECOMMENDATIONS[language], language)
    assert [value(found, Slot.ADDRESSEES, frame) for frame in (0, 1)] == [["secretariat"], ["member-states"]]
    (time,) = value(found, Slot.TIME_FRAME)
    assert (value(found, Slot.VERB), value(found, Slot.TASK), time["text"]) == first
    assert (value(found, Slot.VERB, 1), value(found, Slot.TASK, 1)) == second
    assert value(found, Slot.TIME_FRAME, 1) is None


def test_an_instruments_years_belong_to_its_name():
    found = said(
        "States should apply the Sendai Framework for Disaster Risk Reduction 2015–2030.", "Recommendations"
    )
    assert found.evidence(Slot.INSTRUMENTS) == ["Sendai Framework for Disaster Risk Reduction 2015–2030"]
