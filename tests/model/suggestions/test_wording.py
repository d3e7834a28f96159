"""Words that mean another thing than they look like, as languages write them."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

import resources
from model.labels import Role
from model.suggestions.lexicon_files import LANGUAGES
from tests.model.suggestions.said import item, paragraph, said, said_of


def test_an_arabic_title_names_the_conference_without_its_article():
    one = said_of(
        paragraph("وطلب المؤتمر من الدول الأعضاء مواصلة تقديم المساعدة للسكان.", "9"),
        language="ar",
        title="البيان الختامي لمؤتمر القمة",
    )[0]
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["member-states"])


def test_a_verb_of_deciding_before_its_noun_decides_nothing_in_chinese():
    plan = "根据委员会批准的计划,工作组访问了三个港口。"
    assert said(plan, "工作", "zh", body="委员会").role is not Role.DECISION


def test_a_french_pronoun_is_no_title_of_a_speaker():
    told = said("La Cour m’a demandé d’appeler votre attention sur les puits.", "Puits", "fr")
    assert told.role not in (Role.STATEMENT, Role.RECOMMENDATION)
    assert said("M. Durand a demandé la liste des puits.", "Puits", "fr").role is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("fr", "Le suivi des recommandations", "Le suivi a porté sur trois puits."),
        ("es", "Seguimiento de las recomendaciones", "El seguimiento se refirió a tres pozos."),
        ("ru", "Выполнение рекомендаций", "За год построены три колодца."),
        ("ar", "متابعة التوصيات", "شملت المتابعة ثلاث آبار."),
        ("zh", "建议的执行情况", "今年修建了三口井。"),
        ("pt", "Seguimento das recomendações", "O seguimento abrangeu três poços."),
    ],
)
def test_a_section_on_what_came_of_recommendations_tells_of_facts(language, heading, text):
    assert said(text, heading, language).role is Role.BACKGROUND


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The delegation was headed by the Minister of Wells."),
        ("fr", "La délégation était conduite par la Ministre des puits."),
        ("es", "La delegación estuvo encabezada por la Ministra de Pozos."),
        ("ru", "Делегацию возглавила министр колодцев."),
        ("ar", "ترأس الوفد وزير الآبار."),
    ],
)
def test_who_headed_a_delegation_is_a_meetings_business(language, text):
    assert said(text, "", language).role is Role.PROCEDURAL


def test_each_country_is_all_of_them():
    one = said("The meeting recommended that each country map its wells.", "Recommendations")
    assert one.addressees == ["member-states"]


def test_what_a_commission_adopted_is_a_decision_under_whatever_heading():
    told = said(
        "At the same meeting, the Commission adopted the draft resolution.", "Activities", body="Commission"
    )
    assert told.role is Role.DECISION


def test_a_sentence_about_a_body_before_a_list_enacts_nothing():
    lead, one = said_of(
        paragraph("Mrs X complains the Council did not:"),
        item("count the wells of the parish in the summer;", "•"),
        title="Decision on a complaint",
    )
    assert (lead.role, one.role) == (Role.STATEMENT, Role.STATEMENT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_list_of_a_language_says_a_phrase_twice(language):
    def lists(value):
        if isinstance(value, dict):
            for below in value.values():
                yield from lists(below)
        elif isinstance(value, list):
            yield [one for one in value if isinstance(one, str)]
            for below in value:
                yield from lists(below)

    listed = lists(tomllib.loads(resources.read_text("operative", f"{language}.toml")))
    assert [phrase for one in listed for phrase, count in Counter(one).items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_who_can_be_asked_stands_in_two_lists(language):
    actors = tomllib.loads(resources.read_text("operative", f"{language}.toml"))["actors"]
    asked = Counter(
        name
        for part in ("asked", "proper")
        for whom, names in actors.get(part, {}).items()
        if whom != "speaker"
        for name in names
    )
    assert [name for name, count in asked.items() if count > 1] == []
