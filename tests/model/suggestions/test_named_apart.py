"""Whom headings, labels, brackets and titles name, apart from the clause that asks."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from model.suggestions.addressing import heading_asks
from model.suggestions.lexicon_files import lexicon
from model.suggestions.voice import Voice
from tests.model.suggestions.said import RECOMMENDATIONS, item, paragraph, said, said_of, section

SYMBOL = "A/HRC/58/2"


@pytest.mark.parametrize(
    ("language", "heading", "text", "asked"),
    [
        ("en", "Member States", "Establish registries of wells.", ["member-states"]),
        ("en", "To all owners and operators of ferries", "Promulgate the lessons.", ["private-sector"]),
        ("en", "For civil society organizations", "Monitor the quality of water.", ["civil-society"]),
        ("en", "States’ obligations", "Establish registries of wells.", ["implicit"]),
        (
            "fr",
            "Recommandation 2 adressée au ministère de la santé",
            "Réviser la liste.",
            ["national-authority"],
        ),
        ("es", "A las clínicas privadas", "Abstenerse de exigir garantías.", ["private-sector"]),
    ],
)
def test_whom_a_heading_among_recommendations_names(language, heading, text, asked):
    one = said_of(
        section(RECOMMENDATIONS[language]),
        section(heading, 2),
        paragraph(text, "7"),
        language=language,
        symbol=SYMBOL,
    )[0]
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, asked)


@pytest.mark.parametrize(
    ("call", "asked"),
    [("To Member States:", ["member-states"]), ("For the Government:", ["specific-state"])],
)
def test_a_paragraph_that_only_calls_somebody_is_no_decision_and_its_items_are_for_them(call, asked):
    call, *items = said_of(
        section("Recommendations"),
        paragraph(call),
        item("Adopt a law on wells.", "a"),
        item("Ensure access to water.", "b"),
        symbol=SYMBOL,
    )
    assert call.role is not Role.DECISION
    assert [(one.role, one.addressees) for one in items] == [(Role.RECOMMENDATION, asked)] * 2


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "A la Ministra de Obras Públicas: elaborar un plan de caminos.", "Ministra de"),
        ("pt", "Às câmaras municipais: reforçar a fiscalização dos poços.", "câmaras municipais"),
        ("en", "Ministry of Lands: publish a map of wells.", "Ministry of"),
    ],
)
def test_whom_a_recommendation_calls_before_a_colon(language, text, name):
    one = said(text, heading=RECOMMENDATIONS[language], language=language)
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["national-authority"])
    assert one.evidence(Slot.ADDRESSEES) == [name]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Publish the results of the stress tests (Central Bank; Ministry of Finance).",
            ["national-authority"],
        ),
        ("Publish the results of the stress tests (World Bank, 2019).", ["implicit"]),
        ("Publish the results of the stress tests (Norway).", ["implicit"]),
    ],
)
def test_whom_a_bracket_behind_a_recommendation_names(text, asked):
    assert said(text, heading="Recommendations").addressees == asked


CONCLUDING = [
    ("en", "Concluding observations on the report of Norland", "The Committee recommends wide publicity."),
    (
        "ru",
        "Заключительные замечания по пятому докладу Норландии",
        "Комитет рекомендует широко распространить замечания.",
    ),
    ("zh", "关于诺兰第三次定期报告的结论性意见", "委员会促请缔约国采取一切必要措施。"),
]


@pytest.mark.parametrize(("language", "title", "text"), CONCLUDING)
def test_concluding_observations_are_for_the_state_that_reported(language, title, text):
    one = said_of(paragraph(text, "7"), title=title, language=language, symbol="CRC/C/NOR/CO/5")[0]
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["specific-state"])


def test_actions_to_be_taken_by_an_organ_are_asked_of_it():
    found = said_of(
        section("Conclusion"),
        paragraph("The actions to be taken by the General Assembly are:", "9"),
        item("To approve three posts;", "a"),
        item("To appropriate the amount of $1,450,000.", "b"),
        symbol="A/78/614",
    )
    assert [one.addressees for one in found[1:]] == [["parent-body"], ["parent-body"]]


LABELS = [
    ("en", "Repair all public wells by 2027. Responsible: the Ministry of Lands.", ["national-authority"]),
    ("fr", "Réparer tous les puits publics. Responsable : le ministère de la santé.", ["national-authority"]),
    (
        "ru",
        "Обеспечить ремонт колодцев. Ответственный исполнитель: Министерство финансов.",
        ["national-authority"],
    ),
]


@pytest.mark.parametrize(("language", "text", "asked"), LABELS)
def test_a_label_says_who_is_to_act(language, text, asked):
    heading = section(RECOMMENDATIONS[language])
    one = said_of(heading, paragraph(text, "1"), language=language, symbol=SYMBOL)[0]
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, asked)


def test_a_line_that_only_names_somebody_is_whom_its_items_ask():
    *_, one = said_of(
        section("Recommendations"), paragraph("To Member States"), item("Map all wells of the basin.", "a")
    )
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["member-states"])


def test_a_title_says_to_whom_recommendations_are_addressed():
    one = said_of(
        section("Police custody"),
        paragraph("The Subcommittee recommends that registers of wells be kept.", "7"),
        title="Visit to Mali: recommendations and observations addressed to the State party",
        symbol="CAT/OP/MLI/1",
    )[0]
    assert one.addressees == ["specific-state"]


def test_a_heading_directs_what_stands_below_it_to_an_organ_of_the_body_itself():
    told, range_ = said_of(
        section("Directed to the Wells Committee"),
        paragraph("The Wells Committee shall, at its next meeting, review the report.", "21.4"),
        section("Directed to Parties"),
        paragraph("Parties that are transit or consumer States of reeds are encouraged to act.", "21.5"),
        title="Decisions of the Conference of the Parties in effect after its 21st meeting",
    )
    assert (told.role, told.force, told.addressees) == (Role.RECOMMENDATION, 5, ["own-body"])
    assert range_.addressees == ["states-parties"]


@pytest.mark.parametrize(
    ("language", "heading", "whom"),
    [
        ("en", "Ministry of Lands", "national-authority"),
        ("en", "The Government of Norland", "specific-state"),
        ("fr", "Ministère de la justice", "national-authority"),
        ("es", "Ministerio de Justicia", "national-authority"),
        ("ru", "Министерству внутренних дел", "national-authority"),
        ("ar", "وزارة العدل", "national-authority"),
        ("en", "States’ obligations", "implicit"),
        ("en", "States and markets", "implicit"),
        ("fr", "États et marchés", "implicit"),
        ("ru", "Государства и рынки", "implicit"),
    ],
)
def test_a_heading_that_is_a_name_says_whom_what_stands_below_it_asks(language, heading, whom):
    said = {
        "en": "Create a unit.",
        "fr": "Créer une unité.",
        "es": "Crear una unidad.",
        "ru": "Рассмотреть вопрос о передаче изоляторов.",
        "ar": "إنشاء وحدة متخصصة.",
    }
    found = said_of(
        section(RECOMMENDATIONS[language]),
        section(heading, 2),
        paragraph(said[language], "1"),
        language=language,
    )[-1]

    assert found.addressees == [whom]


FOR_WHOM = [
    ("en", "Recommendations to Member States", "Adopt a law on wells.", "member-states"),
    (
        "fr",
        "Recommandations à l’intention des États Membres",
        "Adopter une loi sur les puits.",
        "member-states",
    ),
    ("es", "Recomendaciones dirigidas al Gobierno", "Adoptar una ley de pozos.", "specific-state"),
    ("ru", "Рекомендации государствам-членам", "Принять закон.", "member-states"),
    ("ar", "توصيات موجهة إلى الدول الأعضاء", "اعتماد قانون.", "member-states"),
    ("zh", "对会员国的建议", "通过一项法律。", "member-states"),
    ("zh", "向政府提出的建议", "通过一项法律。", "specific-state"),
    ("en", "Recommendations for the attention of the Council", "Adopt a law on wells.", "parent-body"),
]


@pytest.mark.parametrize(("language", "heading", "text", "whom"), FOR_WHOM)
def test_a_heading_says_for_whom_its_recommendations_are(language, heading, text, whom):
    found = said(text, heading, language)
    assert (found.role, found.addressees) == (Role.RECOMMENDATION, [whom])


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "Recommendations of the Third Committee"),
        ("en", "Recommendations of the Secretary-General"),
        ("fr", "Recommandations du Comité"),
        ("es", "Recomendaciones del Grupo de Trabajo"),
    ],
)
def test_whose_recommendations_a_heading_names_is_not_asked(language, heading):
    assert heading_asks(heading, lexicon(language), Voice(), True) == ()


@pytest.mark.parametrize(
    ("title", "text", "whom"),
    [
        ("关于乍得第四次定期报告的结论性意见", "委员会建议缔约国增加投资。", "specific-state"),
        ("关于乍得第四次定期报告的结论性意见", "委员会建议各缔约国增加投资。", "states-parties"),
        ("缔约国会议的报告", "委员会建议缔约国增加投资。", "states-parties"),
    ],
)
def test_in_chinese_the_title_says_whether_one_state_is_meant(title, text, whom):
    (found,) = said_of(paragraph(text, "7"), language="zh", title=title)
    assert found.addressees == [whom]


@pytest.mark.parametrize("heading", ["To staff and the Ministry of Lands:", "To all and any States:"])
def test_those_to_whom_a_heading_turns_may_stand_behind_others(heading):
    found = said_of(
        section("Recommendations"), section(heading, 2), paragraph("Wells should be mapped.", "1")
    )
    assert found[0].addressees == ["national-authority"]


@pytest.mark.parametrize("text", ["ACTION: FAO to", "ACTION: The Clerk to"])
def test_a_label_whose_words_break_off_asks_nobody(text):
    assert said_of(section("Minutes"), paragraph(text, "1"))[0].role is Role.BACKGROUND


def test_whoever_began_to_do_something_is_not_called_to_do_it():
    text = "Министерство начало проводить проверки."
    assert said(text, RECOMMENDATIONS["ru"], "ru").role is Role.OBSERVATION
    assert said("Министерству проводить проверки.", RECOMMENDATIONS["ru"], "ru").role is Role.RECOMMENDATION
