"""Recommendations that call whom they ask by a label, and guidelines that recommend."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import RECOMMENDATIONS, paragraph, said, said_of, section

CALLED = [
    (
        "fr",
        "Recommandation 4. À l'attention du ministère de la santé : élaborer un plan de garde.",
        ["national-authority"],
    ),
    ("en", "Recommendation 4. For the attention of Member States: publish the tables.", ["member-states"]),
    ("es", "Recomendación 4. Dirigida a los Estados Miembros: publicar los cuadros.", ["member-states"]),
]


@pytest.mark.parametrize(("language", "text", "whom"), CALLED)
def test_a_numbered_recommendation_calls_whom_it_asks(language, text, whom):
    one = said(text, RECOMMENDATIONS[language], language)
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, whom)


LABELLED = [
    ("en", "Publish the tables every year. Addressed to: Member States."),
    ("en", "Publish the tables every year. Implementing entity: Member States."),
    ("fr", "Publier les tableaux chaque année. Entité chargée : États Membres."),
    ("es", "Publicar los cuadros cada año. Dirigida a: Estados Miembros."),
    ("ru", "Публиковать таблицы ежегодно. Адресат: государства-члены."),
    ("ar", "نشر الجداول كل سنة. موجهة إلى: الدول الأعضاء."),
    ("zh", "公布统计表。牵头机构：会员国。"),
]


@pytest.mark.parametrize(("language", "text"), LABELLED)
def test_a_label_behind_a_recommendation_says_whom_it_asks(language, text):
    one = said(text, RECOMMENDATIONS[language], language)
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["member-states"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Норландавиа: пересмотреть порядок допуска."),
        ("en", "To the Lene Pilots: install a light on the pier."),
        ("en", "Training: hold two courses a year."),
    ],
)
def test_what_stands_before_a_colon_may_be_a_name_that_no_table_holds(language, text):
    assert said(text, RECOMMENDATIONS[language], language).role is Role.RECOMMENDATION


def test_a_label_before_a_colon_recommends_nothing_by_itself():
    assert said("Training: the courses were short.", "Recommendations").role is not Role.RECOMMENDATION


def test_headquarters_can_be_asked():
    one = said("Recommandation 2. Le siège devrait allouer des fonds au suivi.", "Recommandations", "fr")
    assert one.addressees == ["management"]


def test_a_guideline_suggests():
    one = said("In adults with asthma, we suggest a spacer rather than a mask.", "Recommendations")
    assert (one.role, one.force) == (Role.RECOMMENDATION, 2)


@pytest.mark.parametrize(
    ("text", "action"), [("推荐对成人每年检测一次血压。", 5), ("推荐使用口服补液盐。", 4)]
)
def test_a_chinese_guideline_recommends_with_its_verb(text, action):
    one = said(text, "推荐意见", "zh")
    assert (one.role, one.force, one.value(Slot.ACTION)) == (Role.RECOMMENDATION, 3, action)


def test_what_a_panel_judged_is_its_finding():
    one = said_of(
        section("Rationale"),
        paragraph("The panel judged that spacers help.", "5"),
        title="Guideline on asthma",
    )[0]
    assert one.role is Role.OBSERVATION


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Debería reforzarse la vigilancia de las obras.", 4),
        ("Convendría que el Gobierno modificase el reglamento.", 5),
    ],
)
def test_spanish_verbs_name_their_action_in_every_form(text, action):
    assert said(text, "Recomendaciones", "es").value(Slot.ACTION) == action


def test_convendria_que_asks_whom_it_names():
    one = said("Convendría que los Estados Miembros modificasen el reglamento.", "Recomendaciones", "es")
    assert one.addressees == ["member-states"]
