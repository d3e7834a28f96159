"""How strongly a paragraph asks, by its operative word, and whom: in the United Nations' six languages."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import RECOMMENDATIONS, item, paragraph, said, said_of, section

# language, force, addressees, operative words, text
ASKING = [
    ("en", 5, ["states-parties"], "shall", "States parties shall report to the Secretariat every year."),
    ("en", 5, ["states-parties"], "must", "States parties must ensure that nobody is punished."),
    (
        "en",
        4,
        ["secretariat"],
        "requested",
        "The Working Group requested the Secretariat to publish the data.",
    ),
    ("en", 4, ["states-parties"], "urged", "The Working Group urged all States parties to reply at once."),
    (
        "en",
        4,
        ["member-states"],
        "calls upon",
        "The Committee calls upon Member States to fund the programme.",
    ),
    ("en", 3, ["states-parties"], "should", "States parties should mark every harbour entrance."),
    (
        "en",
        3,
        ["parent-body"],
        "recommended",
        "The Working Group recommended to the Conference that it be considered.",
    ),
    ("en", 2, ["states-parties"], "are encouraged to", "States parties are encouraged to exchange charts."),
    ("en", 2, ["member-states"], "invites", "The Committee invites Member States to share their experience."),
    ("en", 1, ["states-parties"], "may wish to", "States parties may wish to appoint a liaison officer."),
    ("en", 1, ["private-sector"], "may consider", "The private sector may consider lending equipment."),
    ("fr", 5, ["states-parties"], "exige", "Le Comité exige que les États parties publient les données."),
    ("fr", 5, ["states-parties"], "doivent", "Les États parties doivent veiller à ce que nul ne soit puni."),
    ("fr", 4, ["secretariat"], "prie", "Le Comité prie le Secrétariat de publier les données."),
    (
        "fr",
        4,
        ["states-parties"],
        "exhorte",
        "Le Comité exhorte tous les États parties à répondre sans tarder.",
    ),
    (
        "fr",
        3,
        ["states-parties"],
        "recommande",
        "Le Comité recommande aux États parties de marquer l’entrée.",
    ),
    ("fr", 3, ["states-parties"], "devraient", "Les États parties devraient marquer chaque entrée de port."),
    (
        "fr",
        2,
        ["member-states"],
        "encourage",
        "Le Comité encourage les États membres à échanger leurs cartes.",
    ),
    ("fr", 2, ["states-parties"], "sont invités", "Les États parties sont invités à échanger leurs cartes."),
    (
        "fr",
        1,
        ["states-parties"],
        "souhaiteront peut-être",
        "Les États parties souhaiteront peut-être y songer.",
    ),
    ("es", 5, ["states-parties"], "deberán", "Los Estados partes deberán presentar un informe cada año."),
    ("es", 4, ["secretariat"], "solicita", "El Comité solicita a la Secretaría que publique los datos."),
    (
        "es",
        4,
        ["states-parties"],
        "insta",
        "El Comité insta a todos los Estados partes a que respondan sin demora.",
    ),
    (
        "es",
        3,
        ["states-parties"],
        "recomienda",
        "El Comité recomienda a los Estados partes que señalicen el puerto.",
    ),
    ("es", 3, ["states-parties"], "deberían", "Los Estados partes deberían señalizar cada puerto."),
    (
        "es",
        2,
        ["member-states"],
        "alienta",
        "El Comité alienta a los Estados Miembros a intercambiar cartas.",
    ),
    ("es", 1, ["states-parties"], "podrían", "Los Estados partes podrían nombrar a un oficial de enlace."),
    ("ru", 5, ["states-parties"], "должны", "Все государства-участники должны представлять доклад."),
    ("ru", 4, ["secretariat"], "просит", "Комитет просит Секретариат публиковать данные."),
    (
        "ru",
        4,
        ["states-parties"],
        "настоятельно призывает",
        "Комитет настоятельно призывает государства-участники ответить.",
    ),
    (
        "ru",
        3,
        ["states-parties"],
        "рекомендует",
        "Комитет рекомендует государствам-участникам обозначить гавань.",
    ),
    ("ru", 3, ["states-parties"], "следует", "Государствам-участникам следует обозначить каждую гавань."),
    ("ru", 4, ["member-states"], "призывает", "Комитет призывает государства-члены обмениваться картами."),
    (
        "ru",
        1,
        ["states-parties"],
        "могли бы",
        "Государства-участники могли бы назначить сотрудника по связи.",
    ),
    ("ar", 5, ["states-parties"], "يجب", "يجب على الدول الأطراف أن تقدم تقريرا كل سنة."),
    ("ar", 4, ["secretariat"], "تطلب", "تطلب اللجنة إلى الأمانة العامة أن تنشر البيانات كل سنة."),
    ("ar", 4, ["states-parties"], "تحث", "تحث اللجنة جميع الدول الأطراف على الرد دون تأخير."),
    ("ar", 3, ["states-parties"], "وتوصي", "وتوصي اللجنة الدول الأطراف بأن تضع علامة على كل مرفأ."),
    ("ar", 3, ["states-parties"], "ينبغي", "ينبغي للدول الأطراف أن تضع علامة على كل مرفأ."),
    ("ar", 2, ["member-states"], "تشجع", "تشجع اللجنة الدول الأعضاء على تبادل الخرائط."),
    ("zh", 5, ["states-parties"], "必须", "缔约国必须每年提交报告。"),
    ("zh", 4, ["states-parties"], "敦促", "委员会敦促缔约国毫不拖延地答复。"),
    ("zh", 4, ["secretariat"], "请", "委员会请秘书处每年公布数据。"),
    ("zh", 3, ["states-parties"], "建议", "委员会建议缔约国为每个港口设置标志。"),
    ("zh", 3, ["states-parties"], "应当", "缔约国应当为每个港口设置标志。"),
    ("zh", 2, ["member-states"], "鼓励", "委员会鼓励会员国交换海图。"),
    ("zh", 1, ["states-parties"], "不妨考虑", "缔约国不妨考虑任命一名联络官。"),
]


@pytest.mark.parametrize(("language", "force", "addressees", "verb", "text"), ASKING)
def test_the_operative_word_gives_the_force_and_names_whom_it_asks(language, force, addressees, verb, text):
    found = said(text, RECOMMENDATIONS[language], language)
    assert found.role is Role.RECOMMENDATION
    assert (found.force, found.addressees, found.verb) == (force, addressees, verb)
    assert found.evidence(Slot.FORCE) == [verb]
    assert found.evidence(Slot.VERB) == [verb]


def test_each_operative_clause_is_a_recommendation_of_its_own():
    text = (
        "States parties should publish the data. The Secretariat is requested to keep a list of them, and "
        "civil society is invited to comment on it."
    )
    found = said(text, "Recommendations")
    assert [(frame[Slot.FORCE].value, frame[Slot.VERB].value) for frame in found.frames] == [
        (3, "should"),
        (4, "is requested to"),
        (2, "is invited to"),
    ]
    assert [frame[Slot.ADDRESSEES].value for frame in found.frames] == [
        ["states-parties"],
        ["secretariat"],
        ["civil-society"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Committee recommends that States parties should publish the data, and these should be free.",
        "States parties should publish the data and should make them known.",
        "The Committee strongly encourages and invites States parties to publish the data.",
        "States parties should publish the data. This should help those who need them.",
    ],
)
def test_clauses_that_go_on_with_one_another_are_one_recommendation(text):
    assert len(said(text, "Recommendations").frames) == 1


def test_a_pronoun_asks_whom_the_clause_before_asked():
    found = said("The Secretariat should publish the data. It should also list them.", "Recommendations")
    assert [frame[Slot.ADDRESSEES].value for frame in found.frames] == [["secretariat"]] * 2


def test_a_resolutions_paragraph_holds_the_clauses_that_are_joined_in_it():
    found = said_of(
        paragraph("The General Assembly,"),
        paragraph(
            "Requests the Secretary-General to publish the data, and invites Member States to use them;", "1"
        ),
    )[1]
    assert [(frame[Slot.VERB].value, frame[Slot.ADDRESSEES].value) for frame in found.frames] == [
        ("Requests", ["secretariat"]),
        ("invites", ["member-states"]),
    ]


def test_several_addressees_joined_by_and_are_all_asked():
    found = said(
        "Intergovernmental organizations and regional organizations are encouraged to lend sounding equipment"
        " to States parties upon request.",
        "Recommendations",
    )
    assert found.addressees == ["un-igo", "regional-org"]
    assert found.evidence(Slot.ADDRESSEES) == ["Intergovernmental organizations", "regional organizations"]


def test_an_enumeration_before_its_verb_is_asked_as_a_whole():
    found = said(
        "The private sector, academia and civil society may consider lending boats.", "Recommendations"
    )
    assert found.addressees == ["private-sector", "academia", "civil-society"]


def test_a_name_behind_a_preposition_is_not_asked():
    found = said("The charts of States parties should be kept up to date.", "Recommendations")
    assert found.role is Role.RECOMMENDATION
    assert found.addressees == ["implicit"]


@pytest.mark.parametrize(
    "text",
    [
        "It should be noted that most accidents are never reported.",
        "Before considering a claim, the Committee must decide whether it is admissible.",
        "The panel discussed how harbours should be marked.",
        "The Committee welcomes the fact that soundings, which should be taken every year, were published.",
        "The old manual stated: “States parties should mark every harbour.”",
    ],
)
def test_an_operative_word_that_asks_nobody_makes_no_recommendation(text):
    assert said(text, "Conclusions").role is not Role.RECOMMENDATION


def test_a_language_without_words_of_its_own_is_read_with_the_english_ones():
    found = said("States parties should mark every harbour.", "Recommendations", "nl")
    assert (found.role, found.force) == (Role.RECOMMENDATION, 3)


LISTED = [
    ("Accept the request for a visit of the Rapporteur (Norway);", 3),
    ("Respond to the urgent appeals of the Rapporteurs (Norway);", 3),
    ("Request technical assistance from the Office (Togo);", 3),
    ("Urge the Government to sign the Convention (Togo);", 4),
    ("Call on the international community to provide support (Togo);", 4),
    ("To strongly urge the Government to sign the Convention (Togo);", 4),
]


@pytest.mark.parametrize(("text", "force"), LISTED)
def test_only_who_asks_somebody_requests_in_a_list(text, force):
    lead = paragraph("The recommendations listed below will be examined by Mali:", "128")
    title = "Report of the Working Group on the Universal Periodic Review: Mali"
    one = said_of(section("Conclusions and/or recommendations"), lead, item(text, "128.1"), title=title)[1]
    assert (one.role, one.force) == (Role.RECOMMENDATION, force)


def test_what_could_be_done_is_offered_in_a_guideline_and_possible_elsewhere():
    for text in (
        "Employers’ organizations could draw up model contracts.",
        "Where ports are closed, employers could draw up model contracts.",
    ):
        offered = said_of(paragraph(text, "5"), title="Guidelines on decent work in fishing")[0]
        assert (offered.role, offered.force) == (Role.RECOMMENDATION, 1)
        assert said_of(paragraph(text, "5"), title="Report on fishing")[0].role is not Role.RECOMMENDATION
    happens = said_of(paragraph("The burden on health workers could grow."), title="Guidelines on fishing")
    assert happens[0].role is not Role.RECOMMENDATION
