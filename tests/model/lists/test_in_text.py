"""Lists in sentences of the reports' own wording, English and the five other languages."""

from __future__ import annotations

import pytest

from model.lists.in_text import entries_in
from model.lists.votes import Ballots
from model.lists.wording import LANGUAGES, wording


def found(text, language="en"):
    """(list, category, name, code) of each entry; every name is the text at its place."""
    entries = entries_in(text, wording(language))
    assert all(text[entry.span.start : entry.span.end] == entry.name for entry in entries)
    return [
        (entry.list.value, entry.category and entry.category.value, entry.name,
         entry.country.code if entry.country else "")
        for entry in entries
    ]  # fmt: skip


def more(text, key, language="en"):
    return [entry.more.get(key, "") for entry in entries_in(text, wording(language))]


def test_observers_who_took_part_are_found_whatever_else_the_sentence_says():
    assert found("Observers from Norway and Chad took part.") == [
        ("attendance", "observers", "Norway", "NOR"),
        ("attendance", "observers", "Chad", "TCD"),
    ]


@pytest.mark.parametrize(
    "lead", ["List of participants", "The following were elected by acclamation", "panellists"]
)
def test_every_cue_has_its_sign(lead):
    assert wording("en").list_of(lead) is not None


@pytest.mark.parametrize(
    ("lead", "category"),
    [
        ("The following States parties to the Protocol were represented at the meeting", "states-parties"),
        ("The following 3 States Parties participated in the Meeting", "states-parties"),
        ("The following States signatories to the Protocol were represented by observers", "signatories"),
        ("The following States not parties to the Protocol were represented", "other-states"),
        ("The following States attended the Meeting as observers", "observers"),
        ("The session was attended by the following States members of the Board", "member-states"),
        ("The following States were represented", "states"),
    ],
)  # fmt: skip
def test_a_lead_in_says_whose_list_it_is(lead, category):
    states = "Norway, Trinidad and Tobago and Netherlands (Kingdom of the)."
    assert found(f"{lead}: {states}") == [
        ("attendance", category, "Norway", "NOR"),
        ("attendance", category, "Trinidad and Tobago", "TTO"),
        ("attendance", category, "Netherlands (Kingdom of the)", "NLD"),
    ]


def test_organizations_are_kept_as_printed_with_their_acronyms():
    text = (
        "The following intergovernmental organizations were represented by observers: Northern Harbours "
        "Commission (NHC), League of Pilots and Organization for Charts and Soundings of the East."
    )
    assert [name for _, _, name, _ in found(text)] == [
        "Northern Harbours Commission",
        "League of Pilots",
        "Organization for Charts and Soundings of the East",
    ]
    assert {category for _, category, _, _ in found(text)} == {"intergovernmental"}
    assert more(text, "acronym") == ["NHC", "", ""]


def test_one_who_was_represented_is_an_entry_without_a_colon():
    assert found(
        "The European Union, a regional integration organization that is a party to the Protocol, was "
        "represented at the meeting."
    ) == [("attendance", "other-organizations", "European Union", "EU")]
    assert found("The United Nations Harbour Fund was represented by an observer.") == [
        ("attendance", "united-nations", "United Nations Harbour Fund", "")
    ]
    assert found("All minors were represented by a lawyer of their choice.") == []


def test_speakers_change_their_group_within_a_sentence():
    text = (
        "At the 3rd meeting, statements were made by the representatives of Japan, Brazil and the Republic "
        "of Korea and by the observers for Poland (on behalf of the European Union), Tonga and the Holy See."
    )
    assert found(text) == [
        ("speakers", "states", "Japan", "JPN"),
        ("speakers", "states", "Brazil", "BRA"),
        ("speakers", "states", "Republic of Korea", "KOR"),
        ("speakers", "observers", "Poland", "POL"),
        ("speakers", "observers", "Tonga", "TON"),
        ("speakers", "observers", "Holy See", "VAT"),
    ]
    assert more(text, "on_behalf_of") == ["", "", "", "the European Union", "", ""]


def test_the_group_may_stand_right_before_its_first_name():
    text = "The observers for the signatory States Thailand, Japan and Sri Lanka made statements."
    assert [(category, code) for _, category, _, code in found(text)] == [
        ("signatories", "THA"),
        ("signatories", "JPN"),
        ("signatories", "LKA"),
    ]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Under agenda items 2–4, the representative of Chile made a statement.", "2–4"),
        ("The representative of Chile made a statement on agenda item 3 (b) (i).", "3 (b) (i)"),
        ("Under item 7, statements were made by the representatives of Chile and Peru.", "7"),
        ("The representative of Chile made a statement.", ""),
    ],
)
def test_speakers_have_the_item_of_the_agenda(text, item):
    assert set(more(text, "agenda_item")) == {item}


def test_people_with_titles_are_named_and_the_title_is_kept():
    text = (
        "Presentations were made by the Director of the Northern Harbour Board of Iceland, Anna Jónsdóttir; "
        "a member of the League of Pilots, Omar El Hadi; and the Chair of the Panel, Bo Li (China)."
    )
    assert [(name, code) for _, _, name, code in found(text)] == [
        ("Anna Jónsdóttir", "ISL"),
        ("Omar El Hadi", ""),
        ("Bo Li", "CHN"),
    ]
    assert more(text, "title")[0] == "Director of the Northern Harbour Board of Iceland"


def test_groups_within_a_sentence_have_lead_ins_of_their_own():
    text = (
        "The session was attended by observers from the following organizations: (a) Organizations of the "
        "United Nations system: International Harbour Fund (IHF) and World Tide Office; (b) Invited "
        "non-governmental organizations: Keepers and Pilots and Centre for Moorings."
    )
    assert [(category, name) for _, category, name, _ in found(text)] == [
        ("united-nations", "International Harbour Fund"),
        ("united-nations", "World Tide Office"),
        ("non-governmental", "Keepers and Pilots"),
        ("non-governmental", "Centre for Moorings"),
    ]
    assert more(text, "acronym")[0] == "IHF"


def test_officers_share_an_office_that_is_said_of_several():
    text = (
        "The Committee elected the following officers: Chair: Ms. Anna Berg (Norway); Vice-Chairs: Mr. "
        "Carlos Diaz (Peru), Ms. Efua Mensah (Ghana); Rapporteur: Mr. Gholam Hosseini "
        "(Iran (Islamic Republic of))."
    )
    assert [(name, code) for _, _, name, code in found(text)] == [
        ("Anna Berg", "NOR"), ("Carlos Diaz", "PER"), ("Efua Mensah", "GHA"), ("Gholam Hosseini", "IRN"),
    ]  # fmt: skip
    assert more(text, "office") == ["Chair", "Vice-Chair", "Vice-Chair", "Rapporteur"]


def test_one_may_speak_for_others():
    text = "The representative of Egypt, speaking on behalf of the Group of Pilots, made a statement."
    assert found(text) == [("speakers", "states", "Egypt", "EGY")]
    assert more(text, "on_behalf_of") == ["the Group of Pilots"]


def test_panellists_have_their_states():
    text = (
        "The discussion was led by the following panellists: José E. Nieto Barroso (Spain), Menglong Has "
        "(Cambodia) and Louis van der Meer (Netherlands (Kingdom of the))."
    )
    assert found(text) == [
        ("panellists", None, "José E. Nieto Barroso", "ESP"),
        ("panellists", None, "Menglong Has", "KHM"),
        ("panellists", None, "Louis van der Meer", "NLD"),
    ]
    assert more(text, "state") == ["Spain", "Cambodia", "Netherlands (Kingdom of the)"]


@pytest.mark.parametrize(
    "text",
    [
        "At the same meeting, statements were made by 21 delegations.",
        "During the general discussion, several members made statements, with the following main points:",
        "The Working Group noted that the measures of France and Germany had been effective.",
        "States parties should strengthen their cooperation with the following: transit States and ports.",
        "A list of participants is contained in document HARB/CONF/WG.2/2024/INF/1.",
    ],
)
def test_sentences_that_only_sound_like_lists_give_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("fr", "Des déclarations ont été faites par les représentants de l’Algérie, du Brésil et du Tchad.",
         ["DZA", "BRA", "TCD"]),
        ("fr", "Les États parties ci-après étaient représentés : Belgique, Bosnie-Herzégovine et Türkiye.",
         ["BEL", "BIH", "TUR"]),
        ("es", "Hicieron declaraciones los representantes de Bélgica, el Brasil y Trinidad y Tabago.",
         ["BEL", "BRA", "TTO"]),
        ("es", "Estuvieron representados los siguientes Estados: Argelia, el Ecuador y los Países Bajos.",
         ["DZA", "ECU", "NLD"]),
        ("ru", "С заявлениями выступили представители Германии, Республики Корея и Соединенных Штатов.",
         ["DEU", "KOR", "USA"]),
        ("ru", "Были представлены следующие государства-участники: Алжир, Босния и Герцеговина и Египет.",
         ["DZA", "BIH", "EGY"]),
        ("ar", "وأدلى ببيانات ممثلو الأردن والبحرين والاتحاد الروسي ومصر.", ["JOR", "BHR", "RUS", "EGY"]),
        ("ar", "وكانت الدول الأطراف التالية ممثلة في الدورة: الجزائر، بلجيكا، مصر والمغرب.",
         ["DZA", "BEL", "EGY", "MAR"]),
        ("zh", "阿根廷、南非、马里和伊朗伊斯兰共和国代表发了言。", ["ARG", "ZAF", "MLI", "IRN"]),
        ("zh", "下列缔约国派代表出席了会议：比利时、刚果和刚果民主共和国。", ["BEL", "COG", "COD"]),
    ],
)  # fmt: skip
def test_the_five_other_languages(language, text, codes):
    assert [code for *_, code in found(text, language)] == codes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The draft resolution was adopted by a recorded vote of 30 to 13, with 4 abstentions."),
        ("en", "Draft decision HARB/L.2 was adopted by 30 votes to 13, with 4 abstentions."),
        ("fr", "La résolution a été adoptée par 30 voix contre 13, avec 4 abstentions."),
        ("es", "El proyecto fue aprobado por 30 votos contra 13 y 4 abstenciones."),
        ("ru", "Проект резолюции принимается 30 голосами против 13 при 4 воздержавшихся."),
        ("ar", "اعتمد مشروع القرار بأغلبية ٣٠ صوتا مقابل ١٣ وامتناع ٤ أعضاء عن التصويت."),
        ("zh", "以30票对13票、4票弃权通过。"),
    ],
)
def test_results_of_votes_in_six_languages(language, text):
    (entry,) = Ballots(wording(language)).read(text)
    assert (entry.more["for"], entry.more["against"], entry.more["abstaining"]) == (30, 13, 4)
    assert text[entry.span.start : entry.span.end] == entry.name


def test_every_language_has_its_words():
    assert all(wording(language).frames and wording(language).groups for language in LANGUAGES)
    assert wording("de") == wording("en")
