"""Which paragraph answers which recommendation, by the numbers that both print."""

from __future__ import annotations

import pytest

from model.follow_up import FollowUpPart, FollowUpReport, answers, response_in
from model.labels import Response

REVIEW = FollowUpReport("review", "X/REV/28/10", "en", [
    FollowUpPart("lead", "128", "The recommendations below will be examined:", ("Conclusions",)),
    *[FollowUpPart(f"r{n}", f"128.{n}", f"Mend the lights of harbour {n} (Norway);", ("The recommendations",),
                   True) for n in range(1, 12)],
])  # fmt: skip


def addendum(*texts, above=(), language="en", symbol="X/REV/28/10/Add.1"):
    parts = [FollowUpPart(f"p{n}", str(n), text, above) for n, text in enumerate(texts, 1)]
    return FollowUpReport("addendum", symbol, language, parts)


def said(*reports):
    return {one.recommendation: one.response for one in answers(reports) if one.report == "review"}


def test_an_addendum_answers_the_report_that_its_symbol_extends():
    (answer,) = answers([REVIEW, addendum("Recommendation 128.4 is accepted.")])
    assert answer == ("review", "r4", "p1", Response.ACCEPTED, "128.4")
    assert answers([REVIEW, addendum("Recommendation 128.4 is accepted.", symbol="X/REV/29/1")]) == []


def test_a_response_answers_the_report_that_it_names():
    plan = addendum("Reply to the report X/REV/28/10.", "128.4: noted.", symbol="Y/5")
    assert said(REVIEW, plan) == {"r4": Response.NOTED}
    other = addendum("Reply to the report X/REV/28/101.", "128.4: noted.", symbol="Y/5")
    assert said(REVIEW, other) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Government accepts recommendations 128.1, 128.3 and 128.5–128.7.", {1, 3, 5, 6, 7}),
        ("Recommendations 128.1 to 128.3 enjoy the support of the State.", {1, 2, 3}),
        ("128.9: accepted", {9}),
        ("Accepted: 128.2; 128.4", {2, 4}),
    ],
)
def test_lists_and_ranges_of_numbers_are_answered_together(text, expected):
    assert said(REVIEW, addendum(text)) == {f"r{n}": Response.ACCEPTED for n in expected}


def test_each_number_has_what_is_said_of_it():
    text = (
        "The Government accepts recommendations 128.1 and 128.2, and notes recommendation 128.3. "
        "Recommendation 128.4 does not enjoy its support; recommendation 128.5 has been implemented."
    )
    assert said(REVIEW, addendum(text)) == {
        "r1": Response.ACCEPTED,
        "r2": Response.ACCEPTED,
        "r3": Response.NOTED,
        "r4": Response.REJECTED,
        "r5": Response.IMPLEMENTED,
    }


def test_what_stands_above_says_what_became_of_a_list():
    above = ("The following recommendations are noted:", "Annex")
    listed = FollowUpReport("addendum", "X/REV/28/10/Add.1", "en", [
        FollowUpPart("a", "128.1", "Mend the lights of harbour 1;", above),
        FollowUpPart("b", "128.2", "Rejected. There are no lights.", above),
    ])  # fmt: skip
    assert said(REVIEW, listed) == {"r1": Response.NOTED, "r2": Response.REJECTED}


def test_a_number_of_which_nothing_is_said_has_no_answer():
    assert said(REVIEW, addendum("See recommendation 128.4.", "Version 128.5 of 12.30 hours.")) == {}


INSPECTION = FollowUpReport("review", "JI/2024/3", "en", [
    FollowUpPart("one", "41", "Recommendation 1: The head should publish the accounts.", (), True),
    FollowUpPart("two", "52", "The head should close the wells.", ("Recommendation 2",), True),
    FollowUpPart("three", "3", "The head should mend the pumps.", ("Chapter III",), True),
])  # fmt: skip


def test_recommendations_are_known_by_what_they_call_themselves():
    plan = addendum(
        "Response to JI/2024/3",
        "The Department accepted recommendation 1.",
        "Recommendation 2 is in progress.",
        "Recommendation No. 3: not yet started.",
        symbol="R/1",
    )
    assert said(INSPECTION, plan) == {
        "one": Response.ACCEPTED,
        "two": Response.IN_PROGRESS,
        "three": Response.NOT_STARTED,
    }


def test_the_heading_above_names_the_recommendation():
    plan = FollowUpReport("addendum", "R/1", "en", [
        FollowUpPart("t", "", "Response to JI/2024/3"),
        FollowUpPart("p", "1", "Partially accepted, within the means there are.",
                     ("Recommendation 2", "Responses")),
    ])  # fmt: skip
    assert said(INSPECTION, plan) == {"two": Response.PARTLY_ACCEPTED}


def test_a_report_may_answer_its_own_recommendations():
    own = FollowUpReport("review", "", "en", [
        FollowUpPart("r", "5", "Recommendation 5. The Office should mend it.", (), True),
        FollowUpPart("p", "6", "Management accepted recommendation 5 and will act by May."),
        FollowUpPart("q", "7", "Another is that of 2.5 per cent, accepted widely."),
    ])  # fmt: skip
    assert [(one.recommendation, one.target) for one in answers([own])] == [("r", "p")]


@pytest.mark.parametrize(
    ("language", "text", "response"),
    [
        ("en", "Not accepted", Response.REJECTED),
        ("en", "The recommendation is accepted in part.", Response.PARTLY_ACCEPTED),
        ("en", "It has not been implemented", Response.NOT_STARTED),
        ("en", "It is partially implemented.", Response.IN_PROGRESS),
        ("en", "It will be examined", Response.UNDER_CONSIDERATION),
        ("en", "overtaken by events", Response.CLOSED),
        ("en", "An acceptable level", None),
        ("fr", "Le Gouvernement n’accepte pas la recommandation", Response.REJECTED),
        ("fr", "Recommandations acceptées", Response.ACCEPTED),
        ("es", "El Estado toma nota de la recomendación", Response.NOTED),
        ("es", "no acepta", Response.REJECTED),
        ("de", "Die Regierung lehnt die Empfehlung ab.", Response.REJECTED),
        ("de", "Die Empfehlung wurde teilweise umgesetzt.", Response.IN_PROGRESS),
        ("it", "La raccomandazione non è stata accolta.", Response.REJECTED),
        ("it", "Il Governo prende atto della raccomandazione.", Response.NOTED),
        ("pt", "O Estado não aceita a recomendação.", Response.REJECTED),
        ("pt", "A recomendação foi parcialmente acolhida.", Response.PARTLY_ACCEPTED),
        ("ru", "Рекомендация не принимается.", Response.REJECTED),
        ("ru", "Рекомендация выполняется.", Response.IN_PROGRESS),
        ("ar", "لا تقبل الدولة هذه التوصية.", Response.REJECTED),
        ("ar", "هذه التوصية قيد التنفيذ.", Response.IN_PROGRESS),
        ("zh", "中国不接受这项建议。", Response.REJECTED),
        ("zh", "这项建议已执行。", Response.IMPLEMENTED),
    ],
)
def test_responses_are_told_by_their_words(language, text, response):
    assert response_in(text, language) == response


def test_french_and_spanish_answers_are_read():
    text = "La France accepte les recommandations 128.1 à 128.3."
    accepted = dict.fromkeys(("r1", "r2", "r3"), Response.ACCEPTED)
    assert said(REVIEW, addendum(text, language="fr")) == accepted
    text = "El Estado rechaza la recomendación 128.2"
    assert said(REVIEW, addendum(text, language="es")) == {"r2": Response.REJECTED}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Regierung hat die Empfehlungen 128.1 bis 128.3 angenommen."),
        ("it", "Il Governo accetta le raccomandazioni 128.1, 128.2 e 128.3."),
        ("pt", "O Governo aceita as recomendações 128.1 a 128.3."),
        ("ru", "Правительство принимает рекомендации 128.1, 128.2 и 128.3."),
        ("ar", "تقبل الحكومة التوصيات 128.1 إلى 128.3."),
        ("zh", "中国政府接受建议128.1至128.3。"),
    ],
)
def test_answers_of_other_languages_are_read(language, text):
    accepted = dict.fromkeys(("r1", "r2", "r3"), Response.ACCEPTED)
    assert said(REVIEW, addendum(text, language=language)) == accepted


@pytest.mark.parametrize(
    ("text", "recommends"), [("See recommendation 128.1, accepted.", True), ("128.1 was accepted.", False)]
)
def test_in_its_own_report_an_answer_names_the_recommendation_and_is_none(text, recommends):
    parts = [
        FollowUpPart("r", "128.1", "Mend the lights.", (), True),
        FollowUpPart("p", "9", text, (), recommends),
    ]
    assert answers([FollowUpReport("review", "", "en", parts)]) == []
    parts[1] = FollowUpPart("p", "9", "Recommendation 128.1 was accepted.")
    assert [one.target for one in answers([FollowUpReport("review", "", "en", parts)])] == ["p"]
