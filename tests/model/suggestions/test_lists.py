"""A lead-in passes its role, force, addressees and verb down to its items, and says that it did."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import RECOMMENDATIONS, item, paragraph, said, said_of, section

INHERITED = "inherited from the lead-in"
SLOTS = (Slot.ROLE, Slot.FORCE, Slot.ADDRESSEES, Slot.VERB)

LISTS = [
    (
        "en",
        "Recommendations",
        "The Committee recommends that States parties:",
        "recommends",
        ("Ratify it;", "Adopt a law."),
    ),
    (
        "fr",
        "Recommandations",
        "Le Comité recommande aux États parties :",
        "recommande",
        ("De ratifier la Convention;", "D’adopter une loi."),
    ),
    (
        "es",
        "Recomendaciones",
        "El Comité recomienda a los Estados partes que:",
        "recomienda",
        ("Ratifiquen la Convención;", "Aprueben una ley."),
    ),
    (
        "ru",
        "Рекомендации",
        "Комитет рекомендует государствам-участникам:",
        "рекомендует",
        ("ратифицировать Конвенцию;", "принять закон."),
    ),
    (
        "ar",
        "التوصيات",
        "توصي اللجنة الدول الأطراف بما يلي:",
        "توصي",
        ("التصديق على الاتفاقية؛", "اعتماد قانون."),
    ),
    ("zh", "建议", "委员会建议缔约国：", "建议", ("批准《公约》；", "通过一项法律。")),
]


@pytest.mark.parametrize(("language", "heading", "lead", "verb", "items"), LISTS)
def test_items_inherit_from_their_lead_in(language, heading, lead, verb, items):
    first, *rest = said_of(
        section(heading),
        paragraph(lead, "10"),
        *(item(text, letter) for text, letter in zip(items, "ab", strict=True)),
        language=language,
    )
    assert (first.role, first.verb) == (Role.RECOMMENDATION, verb)
    for one in rest:
        assert one.role is Role.RECOMMENDATION
        assert (one.force, one.addressees, one.verb) == (3, ["states-parties"], verb)
        assert [one.rule(slot) for slot in SLOTS] == [INHERITED] * 4
        assert one.evidence(Slot.FORCE) == []


def test_inner_items_inherit_through_the_item_above_them():
    found = said_of(
        section("Recommendations"),
        paragraph("The Working Group recommended to the Conference that the following be considered:", "10"),
        item("Practical measures, in particular:", "a"),
        item("The marking of ice;", "i", 2),
        item("The training of pilots.", "ii", 2),
    )
    assert [one.addressees for one in found] == [["parent-body"]] * 4
    assert [one.force for one in found] == [3] * 4


def test_an_item_that_asks_for_itself_keeps_its_own_force_and_addressee():
    found = said_of(
        section("Recommendations"),
        paragraph("The Committee recommends the following steps:", "10"),
        item("The Secretariat is requested to publish the data;", "a"),
        item("Soundings every three years.", "b"),
    )
    assert (found[1].force, found[1].addressees, found[1].verb) == (4, ["secretariat"], "is requested to")
    assert found[1].rule(Slot.FORCE) == "the item's own words"
    assert (found[2].force, found[2].rule(Slot.FORCE)) == (3, INHERITED)


def test_items_of_a_list_that_asks_nothing_share_its_role_and_have_no_force():
    found = said_of(
        section("Attendance"),
        paragraph("The following States were represented at the meeting:", "3"),
        item("Norway;", "a"),
        item("Chile.", "b"),
    )
    assert [one.role for one in found] == [Role.PROCEDURAL] * 3
    assert [one.force for one in found] == [None] * 3


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Ratify the Convention (Canada);", 3),
        ("Consider ratifying the Convention (Chile);", 3),
        ("Urge all armed groups to lay down their arms (Ghana).", 4),
    ],
)
def test_recommendations_of_a_periodic_review_ask_the_state_under_review(text, force):
    found = said_of(
        section("Conclusions and/or recommendations"),
        paragraph("The following recommendations will be examined by Norland:", "128"),
        item(text, "128.1"),
        body="Human Rights Council Working Group on the Universal Periodic Review",
        title="Report of the Working Group on the Universal Periodic Review: Norland",
    )
    assert (found[1].role, found[1].force, found[1].addressees) == (
        Role.RECOMMENDATION,
        force,
        ["specific-state"],
    )


REVIEW = {
    "body": "Human Rights Council Working Group on the Universal Periodic Review",
    "title": "Report of the Working Group on the Universal Periodic Review: Norland",
}


def test_a_reviews_lead_in_announces_in_its_first_sentence_what_its_last_one_leads_into():
    found = said_of(
        section("Conclusions and/or recommendations"),
        paragraph(
            "The following recommendations will be examined by Norland, which will respond in due time. Its "
            "responses will be included in the outcome report adopted by the Council at its next session:",
            "116",
        ),
        item("Reduce the number of crimes carrying the death penalty (Chile, Ghana);", "1"),
        item("That the scheme is implemented without discrimination (India).", "2"),
        **REVIEW,
    )
    assert [one.role for one in found] == [Role.PROCEDURAL, Role.RECOMMENDATION, Role.RECOMMENDATION]


def test_what_a_mandate_says_that_a_body_should_do_is_no_recommendation():
    lead = (
        "The Working Group recalled its mandate under resolution 3/27, in which it was stated that the "
        "Working Group should perform the following functions:"
    )
    found = said_of(
        section("Report of the Group"), paragraph(lead, "5"), item("Consideration of letters;", "a")
    )
    assert all(one.role is not Role.RECOMMENDATION for one in found)


def test_which_recommendations_a_state_refused_is_business_however_many_they_are():
    numbers = ", ".join(f"{number} (a), (b), (c)" for number in range(27, 60))
    noted = f"The recommendations noted in the report in paragraphs {numbers}"
    text = f"{noted} did not enjoy the support of Norland."
    found = said_of(section("Conclusions and/or recommendations"), paragraph(text, "117"), **REVIEW)
    assert found[0].role is Role.PROCEDURAL


def test_a_purpose_before_what_somebody_will_do_is_no_recommendation():
    will = "To align with the plan of the Government, the next programme will be drawn up with the ports."
    found = said_of(
        section("Recommendations"), paragraph(will), paragraph("To align the plans, and to test.")
    )
    assert [one.role for one in found] == [Role.OBSERVATION, Role.RECOMMENDATION]


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "To fully reinstate, without any qualifications, the Act on wells;", Role.RECOMMENDATION),
        ("en", "To promptly and fairly investigate every complaint;", Role.RECOMMENDATION),
        ("en", "To further develop the wells;", Role.RECOMMENDATION),
        ("fr", "De pleinement rétablir la loi sur les puits ;", Role.RECOMMENDATION),
        ("en", "To fully reinstate the Act, the port will hire two divers.", Role.OBSERVATION),
    ],
)
def test_an_adverb_may_stand_between_to_and_its_verb(language, text, role):
    assert said(text, RECOMMENDATIONS[language], language).role is role


READS = [
    ("en", "Findings", "We recall Article 2 of the Agreement, which reads:", "Members shall publish it."),
    ("fr", "Conclusions", "L'article 2 de l'Accord dispose :", "Les Membres doivent publier la mesure."),
    ("es", "Conclusiones", "El artículo 2 del Acuerdo dispone:", "Los Miembros deben publicar la medida."),
    ("ru", "Выводы", "Статья 2 Соглашения гласит:", "Государства-члены должны публиковать меры."),
    ("ar", "الاستنتاجات", "تنص المادة 2 على ما يلي:", "يجب على الدول الأعضاء نشر التدابير."),
    ("zh", "结论", "《协定》第二条规定：", "各会员国必须公布该措施。"),
]


@pytest.mark.parametrize(("language", "heading", "lead", "article"), READS)
def test_an_article_that_is_quoted_is_nobodys_recommendation(language, heading, lead, article):
    found = said_of(section(heading), paragraph(lead, "7.6"), paragraph(article), language=language)
    assert found[1].role is Role.BACKGROUND
    found = said_of(section(heading), paragraph(lead, "7.6"), item(article, "1"), language=language)
    assert found[1].role is Role.BACKGROUND
    found = said_of(section(heading), paragraph(lead, "7.6"), paragraph(article, "7.7"), language=language)
    assert found[1].role is Role.RECOMMENDATION


DRAFTS = [
    ("en", "The Committee recommends that rule 5 be amended to read:", "Every State shall:", "report; and"),
    ("fr", "Le Comité recommande que l'article 5 se lise comme suit :", "Chaque État doit :", "publier ;"),
    ("es", "El Comité recomienda que el artículo 5 diga lo siguiente:", "Cada Estado deberá:", "publicar;"),
    ("de", "Der Ausschuss empfiehlt, Artikel 5 wie folgt zu fassen:", "Jeder Staat muss:", "berichten;"),
    ("ru", "Комитет рекомендует изложить пункт 5 в следующей редакции:", "Государства должны:", "доложить;"),
    ("zh", "委员会建议将第五条修改为：", "各国必须：", "提交报告；"),
]


@pytest.mark.parametrize(("language", "lead", "draft", "limb"), DRAFTS)
def test_a_draft_asks_no_more_than_the_words_before_it_recommend(language, lead, draft, limb):
    found = said_of(paragraph(lead, "4"), paragraph(draft), item(limb, "a"), language=language)
    assert {(one.role, one.force) for one in found} == {(Role.RECOMMENDATION, 3)}
    assert found[1].addressees == found[2].addressees == found[0].addressees


def test_a_draft_that_is_decided_on_asks_nobody():
    lead = paragraph("The Committee decided to amend rule 5 to read:", "4")
    assert said_of(lead, item("Every State shall report.", "1"))[1].role is Role.DECISION


def test_items_say_each_what_the_body_did_that_their_lead_in_begins_with():
    found = said_of(
        paragraph("The Council endorsed the findings of the Joint Meeting, and:", "8"),
        item("welcomed the focus on small island States;", "a"),
        item("requested Management to present a revised strategy;", "b"),
        item("encouraged Members to contribute to the fund;", "c"),
        item("approved the transfer between chapters;", "d"),
        title="Report of the Council of the Food Organization on its 170th session",
        symbol="CL 170/REP",
    )
    assert [(one.role, one.force) for one in found[1:]] == [
        (Role.OBSERVATION, None),
        (Role.RECOMMENDATION, 4),
        (Role.RECOMMENDATION, 2),
        (Role.DECISION, None),
    ]
    assert found[3].addressees == ["member-states"]


def test_an_item_about_others_below_the_body_is_what_they_said():
    found = said_of(
        paragraph("The Committee held a discussion, in which:", "8"),
        item("Some delegations called for more funds and encouraged the secretariat to find donors;", "a"),
        symbol="A/78/1",
    )
    assert found[1].role is not Role.RECOMMENDATION


@pytest.mark.parametrize(("lead", "numbers"), [("", ("1", "2")), ("7.2", ("7.2.1", "7.2.2"))])
def test_paragraphs_counted_below_a_lead_in_are_its_items(lead, numbers):
    found = said_of(
        paragraph("We recommend to all Member States to:", lead),
        paragraph("Recognize that wells are shared by those who live around them.", numbers[0]),
        paragraph("Grant access in times of drought.", numbers[1]),
        paragraph("Wells are deepest in the north.", "9"),
    )
    assert [one.role for one in found] == [Role.RECOMMENDATION] * 3 + [Role.BACKGROUND]
    assert all(one.addressees == ["member-states"] for one in found[:3])


def test_names_are_a_list_of_participants_though_semicolons_end_them():
    found = said_of(
        section("Annex"),
        section("Composition of the delegation"),
        section("Advisers"),
        item("Ms. Anna Berg, Director, Department of Justice, Ministry of Justice;", "•"),
        item("Mr. Per Dahl, Counsellor, Permanent Mission of Norland;", "•"),
    )
    assert [one.role for one in found] == [Role.PROCEDURAL] * 2


def test_a_name_without_capitals_is_one_among_names():
    names = ["Harbour Watch International", "beHumane", "Centre pour la protection du littoral et des ports"]
    rows = (section("Annex II"), *(item(name, str(n)) for n, name in enumerate(names, 1)))
    assert {one.role for one in said_of(*rows)} == {Role.PROCEDURAL}


def test_a_line_that_calls_those_whom_its_items_ask_recommends_with_them():
    line, one = said_of(
        section("Recommendations"),
        paragraph("To the Ministry of Health:"),
        item("Publish the results of all well tests.", "•"),
    )
    assert (line.role, line.addressees) == (Role.RECOMMENDATION, ["national-authority"])
    assert (one.addressees, one.verb) == (["national-authority"], "Publish")


def test_a_commissioners_office_that_others_ask_is_an_international_body():
    asked = said_of(
        section("Recommendations"),
        section("To the Office of the High Commissioner for Human Rights", 2),
        item("Publish the results of all well tests.", "•"),
    )
    assert asked[0].addressees == ["un-igo"]


def test_a_lead_in_that_ends_in_a_comma_goes_on_in_the_numbered_paragraphs_below():
    found = said_of(
        section("Beschlussempfehlung"),
        paragraph("Der Ausschuss empfiehlt dem Ministerium,"),
        paragraph("die Brunnen auf Drucksache 3/12 zu zählen;", "1"),
        paragraph("die Häfen zu beleuchten.", "2"),
        language="de",
    )
    assert [one.addressees for one in found] == [["national-authority"]] * 3


@pytest.mark.parametrize(
    ("language", "heading", "lead", "task"),
    [
        ("en", "", "They meet every week. The committees may:", "Agree on the return of strayed cattle;"),
        ("en", "Findings", "It agreed on planned actions, such as:", "Coordinate with the harbours;"),
        ("pt", "", "A Comissão tem por objeto:", "Apurar as condições de cada poço;"),
        ("es", "", "La Comisión tiene por objeto:", "Revisar las condiciones de cada pozo;"),
    ],
)
def test_what_somebody_may_or_is_to_do_recommends_nothing(language, heading, lead, task):
    above = (section(heading),) if heading else ()
    found = said_of(*above, paragraph(lead), item(task, "a"), item(task, "b"), language=language)
    assert [one.role for one in found[1:]] == [Role.BACKGROUND] * 2


def test_an_annex_that_costs_a_resolution_is_none():
    found = said_of(
        section("Annex: Financial statement on resolution 12"),
        paragraph("The activities would require more money.", "1"),
    )
    assert found[0].role is Role.BACKGROUND


@pytest.mark.parametrize(
    ("language", "lead", "asked"),
    [
        ("fr", "Les puits font l’objet des recommandations suivantes :", "Contrôler chaque puits ;"),
        ("it", "I pozzi sono oggetto delle seguenti raccomandazioni:", "Controllare ogni pozzo;"),
    ],
)
def test_the_subject_of_recommendations_is_no_task(language, lead, asked):
    heading = section(RECOMMENDATIONS[language])
    found = said_of(heading, paragraph(lead), item(asked, "a"), item(asked, "b"), language=language)
    assert [one.role for one in found[1:]] == [Role.RECOMMENDATION] * 2


CLAUSES = [
    (
        "en",
        "On this ground, the Committee recommends that:",
        (
            "the National Treasury examines the funds of the wells;",
            "States parties amend their laws;",
            "the laws of States parties be amended.",
        ),
    ),
    (
        "fr",
        "Pour ces motifs, le Comité recommande que :",
        (
            "le Parlement modifie la loi sur les puits ;",
            "les États parties modifient leurs lois ;",
            "les lois des États parties soient modifiées.",
        ),
    ),
    (
        "es",
        "Por ello, el Comité recomienda que:",
        (
            "el Parlamento modifique la ley de pozos;",
            "los Estados partes modifiquen sus leyes;",
            "las leyes de los Estados partes se modifiquen.",
        ),
    ),
]


@pytest.mark.parametrize(("language", "lead", "items"), CLAUSES)
def test_items_that_complete_a_that_clause_name_whom_it_asks(language, lead, items):
    _, *found = said_of(
        section("Wells"),
        paragraph(lead, "3"),
        *(item(text, letter) for text, letter in zip(items, "abc", strict=True)),
        language=language,
    )
    assert [one.addressees for one in found] == [["national-authority"], ["states-parties"], ["implicit"]]
    assert Slot.ADDRESSEES not in {slot for slot in SLOTS if found[0].rule(slot) == INHERITED}


def test_an_aim_is_listed_with_a_verb_and_nothing_else_is():
    found = said_of(
        section("Findings"),
        paragraph("The tasks of the office are as follows:", "7"),
        item("Creation of a register of wells.", "a"),
        item("Publish the data.", "b"),
    )
    assert [one.role for one in found[1:]] == [Role.OBSERVATION, Role.BACKGROUND]


def test_an_item_that_opens_with_what_is_to_be_done_keeps_its_lead_ins_force():
    found = said_of(
        section("Recommendations"),
        paragraph("The Committee recommends that the State party:", "7"),
        item("Clarify that wells must be mapped.", "a"),
    )
    assert [one.force for one in found] == [3, 3]


def test_behind_its_opening_words_an_item_asks_where_it_says_whom():
    found = said_of(
        section("Findings"),
        paragraph("The Committee noted:", "7"),
        item("The wells are dry in all districts. At least a register should be a beginning.", "a"),
        item("The wells are dry in all districts. States should map them.", "b"),
    )
    assert [one.role for one in found[1:]] == [Role.OBSERVATION, Role.RECOMMENDATION]


def test_an_item_that_names_nobody_asks_whom_its_lead_in_asks():
    found = said_of(
        section("Recommendations"),
        paragraph("The Committee recommends that the State party:", "7"),
        item("The wells should be mapped.", "a"),
    )
    assert found[1].rule(Slot.ADDRESSEES) == "inherited from the lead-in"


@pytest.mark.parametrize(
    ("lead", "asked"),
    [
        ("The Committee makes the following recommendations to the Secretariat:", ["secretariat"]),
        ("We make the following recommendations to Member States:", ["member-states"]),
        ("Among these were recommendations that Member States review the following:", ["member-states"]),
    ],
)
def test_a_lead_in_recommends_that_says_whose_recommendations_follow_and_for_whom(lead, asked):
    found = said_of(paragraph(lead, "4"), item("Publish the charts.", "a"), body="Committee on Harbours")
    assert [(one.role, one.force, one.addressees) for one in found] == [(Role.RECOMMENDATION, 3, asked)] * 2


@pytest.mark.parametrize(
    "lead",
    [
        "The following recommendations were made:",
        "In 2020 the Committee made the following recommendations to the Secretariat:",
        "These are the following recommendations that Member States accepted:",
        "The Ministry makes the following recommendations to the Secretariat:",
        "The Ministry makes recommendations that Member States review the following:",
        "The Committee finds that the following recommendations to the Ministry have been implemented:",
    ],
)
def test_any_other_lead_in_of_recommendations_only_announces_them(lead):
    found = said_of(paragraph(lead, "4"), item("Publish the charts.", "a"), body="Committee on Harbours")
    assert [one.role is Role.RECOMMENDATION for one in found] == [False, True]


WELCOME = [
    ("en", "The Committee welcomes the following measures taken by the State party:",
     "The Wells Act, in 2024;", "The national plan, under which all ministries should report;"),
    ("en", "The Committee notes with appreciation the adoption of the following measures:",
     "The Wells Act, in 2024;", "Establishment of a council, to which every owner must report;"),
    ("es", "El Comité celebra las siguientes medidas legislativas:", "La Ley de Pozos, de 2024;",
     "La creación de un consejo, que recomienda medidas al Gobierno;"),
    ("fr", "Le Comité accueille avec satisfaction les mesures suivantes :", "La loi sur les puits ;",
     "La création d'un conseil, auquel les ministères doivent rendre compte ;"),
    ("pt", "O Comité acolhe com satisfação as seguintes medidas:", "A aprovação da Lei dos Poços, em 2024;",
     "A criação de um conselho, a que os ministérios devem responder;"),
    ("it", "Il Comitato accoglie con favore le seguenti misure:", "L'adozione della legge sui pozzi;",
     "La creazione di un consiglio, al quale i ministeri devono riferire;"),
    ("de", "Der Ausschuss begrüßt die folgenden Maßnahmen:", "Das Brunnengesetz von 2024;",
     "Die Einrichtung eines Rates, dem die Ministerien berichten sollen;"),
    ("ru", "Комитет приветствует следующие меры:", "Принятие закона о колодцах в 2024 году;",
     "Создание совета, которому министерства должны сообщать о колодцах;"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "lead", "first", "second"), WELCOME)
def test_measures_that_a_body_welcomes_are_found_good(language, lead, first, second):
    nodes = (paragraph(lead, "4"), item(first, "a"), item(second, "b"))
    found = said_of(*nodes, language=language, body="Committee on Wells")
    assert {one.role for one in found} == {Role.OBSERVATION}


@pytest.mark.parametrize(
    "lead",
    [
        "The Committee welcomes the law, but considers that:",
        "The Committee notes the law with interest and emphasizes that:",
        "The Committee welcomes the law, and many who spoke asked that:",
    ],
)
def test_what_follows_after_something_welcome_may_be_recommended(lead):
    found = said_of(
        section("Conclusions"), paragraph(lead, "4"), item("The State party should train its staff;", "a"),
        body="Committee on Wells",
    )  # fmt: skip
    assert found[1].role is Role.RECOMMENDATION


ANNOUNCED = [
    "The Committee recommends the following measures to be taken by the State party:",
    "The Committee welcomes the report and recommends the following measures:",
    "The Committee welcomes the dialogue and makes the following recommendations:",
    "The Committee welcomes the following recommendations:",
]


@pytest.mark.parametrize("lead", ANNOUNCED)
def test_measures_that_are_to_be_taken_are_recommended(lead):
    found = said_of(
        paragraph(lead, "4"), item("The adoption of a Wells Act;", "a"), body="Committee on Wells"
    )
    assert found[1].role is Role.RECOMMENDATION
