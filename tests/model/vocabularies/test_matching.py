"""Finding concepts in texts, and completing what somebody types."""

from __future__ import annotations

import pytest

from model.vocabularies import default_vocabulary, load_csv
from model.vocabularies.matching import Matcher
from model.words import Words

THEMES = default_vocabulary("themes")


def named(text, language, vocabulary=THEMES):
    return [(text[start:end], code) for start, end, code in vocabulary.matches(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "prevent trafficking in persons and torture of detainees",
            ["trafficking", "torture", "detention"],
        ),
        ("en", "the PEOPLE TRAFFICKING of women", ["trafficking"]),
        ("en", "promote women’s\nrights", ["women-rights"]),
        ("fr", "abolir la peine  de mort; lutter contre la xénophobie", ["death-penalty", "racism"]),
        ("es", "los derechos de las mujeres y los pueblos indigenas", ["women-rights", "indigenous-peoples"]),
        ("ru", "мораторий на смертную казнь и предупреждение пыток", ["death-penalty", "torture"]),
        ("ar", "مكافحة الاتجار بالأشخاص وعقوبة الإعدام", ["trafficking", "death-penalty"]),
        ("zh", "废除死刑并打击贩运人口", ["death-penalty", "trafficking"]),
    ],
)
def test_labels_and_synonyms_are_found_in_six_languages(language, text, expected):
    vocabulary = load_csv(
        "code,label:en,label:ru,synonyms:ru\ndeath-penalty,Death penalty,Смертная казнь,\n"
        "torture,Torture,Пытки,пыток\n"
    )
    used = vocabulary if language == "ru" else THEMES
    assert [code for _, code in named(text, language, used)] == expected


def test_plurals_meet_in_english():
    vocabulary = load_csv("code,label:en\np,Policy\nb,Business\nc,Churches\nl,Class\n")
    assert [code for _, code in named("policies of businesses, a church and classes", "en", vocabulary)] == [
        "p", "b", "c", "l",
    ]  # fmt: skip


def test_the_longer_words_win_and_sentences_are_not_crossed():
    vocabulary = load_csv("code,label\nr,rights\nc,rights of the child\n")
    assert named("the rights of the child", "en", vocabulary) == [("rights of the child", "c")]
    assert named("Of rights. Of the child", "en", vocabulary) == [("rights", "r")]
    assert named("rights of the parent", "en", vocabulary) == [("rights", "r")]


def test_words_within_longer_ones_that_were_found_do_not_count_again():
    vocabulary = load_csv("code,label\na,child rights law\nb,rights law\nc,law\nd,laws of war\n")
    assert named("child rights law", "en", vocabulary) == [("child rights law", "a")]
    found = [("child rights law", "a"), ("law", "c")]
    assert named("child rights law law", "en", vocabulary) == found


def test_an_abbreviation_is_no_word():
    assert named("it aids victims", "en") == []
    assert named("victims of AIDS", "en") == [("AIDS", "hiv")]


def test_capitals_count_in_short_words_only():
    vocabulary = load_csv("code,label\na,UNICEF\nb,UNESCAP\n")
    assert named("unicef and unescap, UNICEF", "en", vocabulary) == [("unescap", "b"), ("UNICEF", "a")]


def test_words_of_two_concepts_give_both():
    assert named("bank", "en", load_csv("code,label\na,Bank\nb,banks\n")) == [("bank", "a"), ("bank", "b")]


def test_words_of_another_language_are_not_found():
    assert named("la peine de mort", "en") == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("death", "death-penalty"),
        ("capital pun", "death-penalty"),
        ("mort pein", "death-penalty"),
        ("смер", "death-penalty"),
        ("死", "death-penalty"),
        ("educación", "education"),
        ("EDUCATI", "education"),
    ],
)
def test_it_completes_over_labels_and_synonyms_of_all_languages(typed, first):
    assert THEMES.complete(typed)[0].code == first


def test_each_concept_is_given_once_with_the_words_that_were_found():
    found = THEMES.complete("traf", limit=50)
    assert len({one.code for one in found}) == len(found)
    assert all("traf" in one.words.casefold() for one in found)
    assert len(THEMES.complete("r", limit=3)) == 3


@pytest.mark.parametrize("typed", ["", "  ", "qqq", "\U0010ffff"])
def test_nothing_is_found_for_nothing(typed):
    assert THEMES.complete(typed) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Trafficking in persons – “AIDS”, Women’s rights, aids", "en"),
        ("La traite d’êtres humains", "fr"),
    ],
)
def test_words_that_are_known_already_make_no_difference(text, language):
    terms = [("trafficking in persons", "1"), ("AIDS", "2"), ("women's rights", "3"), ("êtres humains", "4")]
    matcher = Matcher(terms, language)
    assert matcher.find(text, Words(text)) == matcher.find(text) != []
