"""A report's language is read from its words, without a network."""

from __future__ import annotations

import pytest

from model.languages import language_of, language_of_all

TEXTS = [
    ("en", "The Committee notes that the wells of the district have been repaired by the authorities."),
    ("fr", "Le Comité note que les puits du district ont été réparés par les autorités et qu’ils sont sûrs."),
    ("es", "El Comité observa que los pozos del distrito han sido reparados por las autoridades y que son."),
    (
        "pt",
        "O Tribunal observa que os poços do distrito foram reparados pelas autoridades e que são seguros.",
    ),
    (
        "de",
        "Der Ausschuss stellt fest, dass die Brunnen des Bezirks von den Behörden instand gesetzt wurden.",
    ),
    ("it", "Il Comitato osserva che i pozzi del distretto sono stati riparati dalle autorità."),
    ("ru", "Комитет отмечает, что колодцы в округе были отремонтированы властями."),
    ("ar", "تلاحظ اللجنة أن السلطات أصلحت الآبار في المنطقة."),
    ("zh", "委员会注意到当局已修复该地区的水井。"),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_sentence_tells_its_language(language, text):
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "A/80/16", "128.1", "Kofi Mensah (Ghana)", "2024–2025"])
def test_a_name_or_a_number_tells_none(text):
    assert language_of(text) == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "it",
            "La Commissione chiede al Ministero la relazione sul bilancio, con gli allegati, per il 2020.",
        ),
        ("es", "El Comité pide al Ministerio el informe con los anexos del presupuesto en el año 2020."),
        ("fr", "Le rapport sur la situation des puits a été remis en juin."),
        ("pt", "O convênio não foi cadastrado no prazo previsto em lei."),
        ("de", "Am 9. Mai kam ein Schiff auf die Sandbank."),
    ],
)
def test_what_two_languages_share_tells_neither_from_the_other(language, text):
    assert language_of(text) == language


def test_japanese_is_not_taken_for_chinese():
    assert language_of("委員会は、当局が井戸を修理したことに留意する。") == "ja"


def test_a_report_has_the_language_of_most_of_it():
    english, french = TEXTS[0][1], TEXTS[1][1]
    assert language_of_all([french, french, english]) == "fr"


def test_texts_that_are_too_short_to_tell_tell_together():
    short = ["Os poços foram reparados.", "A água não foi analisada.", "É o dever das autoridades."]
    assert [language_of(text) for text in short] == ["", "", ""]
    assert language_of_all(short) == "pt"


def test_a_cover_letter_outweighs_no_report_of_short_texts():
    letter = [f"{TEXTS[0][1]} It has the honour to transmit what was said of it in the report."] * 4
    short = ["Reparación de los pozos", "Informe de la oficina sobre el agua", "Medidas para el año"] * 40
    assert [language_of(text) for text in short[:3]] == ["", "", ""]
    assert language_of_all([*letter, *short]) == "es"


def test_a_report_that_says_nothing_is_taken_for_english():
    assert language_of_all(["A/80/16", "12"]) == "en"


def test_dots_of_a_contents_list_leave_room_for_the_short_texts_behind_it():
    listed = f"ÍNDICE Introducción{'.' * 150}3 Primera parte{'.' * 150}5 Segunda parte{'.' * 150}9"
    texts = ["Los hechos y las conclusiones", "Las familias pidieron ayuda", "La Comisión no los ha visto"]
    assert language_of_all([listed, *texts]) == "es"
