"""States by the names that reports call them."""

from __future__ import annotations

import csv

import pytest

import resources
from model.countries import LANGUAGES, find, mentions


@pytest.mark.parametrize(
    ("name", "iso3", "m49"),
    [
        ("Iran (Islamic Republic of)", "IRN", "364"),
        ("Islamic Republic of Iran", "IRN", "364"),
        ("the Netherlands", "NLD", "528"),
        ("Netherlands (Kingdom of the)", "NLD", "528"),
        ("COTE D'IVOIRE", "CIV", "384"),
        ("Côte d’Ivoire", "CIV", "384"),
        ("Korea, Republic of", "KOR", "410"),
        ("Democratic People’s Republic of Korea", "PRK", "408"),
        ("Republic of the Congo", "COG", "178"),
        ("DRC", "COD", "180"),
        ("Bahamas (the)", "BHS", "044"),
        ("Turkey", "TUR", "792"),
        ("Burma", "MMR", "104"),
        ("Swaziland", "SWZ", "748"),
        ("the former Yugoslav Republic of Macedonia", "MKD", "807"),
        ("Lao PDR", "LAO", "418"),
        ("U.S.A.", "USA", "840"),
        ("St. Lucia", "LCA", "662"),
        ("Holy See", "VAT", "336"),
        ("State of Palestine", "PSE", "275"),
        ("l’Algérie", "DZA", "012"),
        ("République bolivarienne du Venezuela", "VEN", "862"),
        ("Estados Unidos de América", "USA", "840"),
        ("Российской Федерации", "RUS", "643"),
        ("Боливии (Многонациональное Государство)", "BOL", "068"),
        ("Вьетнама", "VNM", "704"),
        ("والأردن", "JOR", "400"),
        ("伊朗（伊斯兰共和国）", "IRN", "364"),
        ("Réunion", "REU", "638"),
    ],
)
def test_a_name_is_found_however_it_is_written(name, iso3, m49):
    country = find(name)
    assert country is not None
    assert (country.iso3, country.m49) == (iso3, m49)


@pytest.mark.parametrize(
    "name", ["", "the", "Republic", "France and Germany", "Lake Chad", "ООН", "Working Group"]
)
def test_what_is_no_country_is_none(name):
    assert find(name) is None


def _table():
    """The table's rows, but for those of names that are no country's."""
    rows = csv.DictReader(resources.read_text("countries.csv").splitlines())
    return [row for row in rows if row["standing"] != "no-country"]


def test_every_name_of_the_table_finds_its_own_country():
    names = [
        (name, row["en"])
        for row in _table()
        for name in (*(row[language] for language in LANGUAGES), row["official"], *row["aliases"].split("|"))
        if name
    ]
    assert [(name, own) for name, own in names if find(name.lstrip("~")).name != own] == []


def test_the_members_are_those_of_the_united_nations_and_all_have_codes():
    members = [find(row["en"]) for row in _table() if row["standing"] == "member"]
    assert len(members) == 193
    assert all(len(c.iso3) == 3 and len(c.iso2) == 2 and len(c.m49) == 3 for c in members)
    assert all(all(c.names) for c in members)
    assert {find(row["en"]).iso3 for row in _table() if row["standing"] == "observer"} == {"VAT", "PSE"}


def _named(text):
    return [(text[start:end], country.code) for start, end, country in mentions(text)]


def test_countries_in_running_text_are_found_with_their_words():
    text = (
        "Statements were made by the representatives of Iran (Islamic Republic of), the Netherlands (Kingdom "
        "of the), Guinea-Bissau, Guinea, the UK and the European Union on Lake Chad and Northern Ireland."
    )
    assert _named(text) == [
        ("Iran (Islamic Republic of)", "IRN"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("Guinea-Bissau", "GNB"),
        ("Guinea", "GIN"),
        ("UK", "GBR"),
        ("European Union", "EU"),
    ]


def test_lower_case_words_are_no_countries_in_running_text():
    assert _named("The turkey was served on china; us, chad and la réunion.") == []
    assert _named("La Conférence a tenu sa première Réunion.") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Представители Германии, Республики Корея, Соединенных Штатов и Китая",
            ["DEU", "KOR", "USA", "CHN"],
        ),
        ("Les représentants de l’Algérie, du Brésil et des États-Unis d’Amérique", ["DZA", "BRA", "USA"]),
        ("los representantes de Bélgica, el Brasil y la Federación de Rusia", ["BEL", "BRA", "RUS"]),
        ("ممثلو الأردن والبحرين والاتحاد الروسي", ["JOR", "BHR", "RUS"]),
        ("阿根廷、南非、索马里和伊朗伊斯兰共和国代表", ["ARG", "ZAF", "SOM", "IRN"]),
    ],
)
def test_names_in_other_languages_are_found_in_their_cases(text, codes):
    assert [country.code for _, _, country in mentions(text)] == codes


def test_a_name_behind_arabic_prefixes_begins_with_its_own_first_letter():
    assert _named("والأردن وَالأُرْدُنُّ وَبِفَرَنْسا") == [("الأردن", "JOR"), ("الأُرْدُنُّ", "JOR"), ("فَرَنْسا", "FRA")]


def test_an_arabic_dash_is_a_word_without_letters():
    assert [mention.country.iso3 for mention in mentions("إسلام أباد ـ باكستان")] == ["PAK"]
