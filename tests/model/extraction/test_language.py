"""The language of texts and documents."""

from __future__ import annotations

import pytest

from model.extraction.language import document_language, language_of
from tests.model.extraction.zones.pages import Maker, write

TEXTS = {
    "en": "The Working Group recommended that the following topics be considered by the Conference.",
    "fr": "Le Groupe de travail a recommandé que les questions ci-après soient examinées par la Conférence.",
    "es": "El Grupo de Trabajo recomendó que la Conferencia examinara los siguientes temas.",
    "ru": "Рабочая группа рекомендовала Конференции рассмотреть следующие вопросы на ее седьмой сессии.",
    "ar": "أوصى الفريق العامل بأن ينظر المؤتمر في المواضيع التالية في دورته السابعة",
    "zh": "工作组建议缔约方会议第七届会议审议下列专题",
    "pt": "O Grupo de Trabalho recomendou que os temas seguintes fossem considerados pela Conferência.",
    "ja": "作業部会は、次の議題を会議で検討するよう勧告した。",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_sentence_tells_its_language(code):
    assert language_of(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "I.", "CTOC/COP/WG.7/2013/5", "12 345", "Introduction"])
def test_a_text_too_short_to_tell_takes_the_default(text):
    assert language_of(text) == ""
    assert language_of(text, "fr") == "fr"


def test_a_symbol_in_an_arabic_sentence_does_not_make_it_english():
    assert language_of(f"{TEXTS['ar']} CTOC/COP/2014/13") == "ar"


def test_a_document_has_the_language_of_most_of_its_text(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    for n in range(20):
        write(page, 72, 90 + 14 * n, TEXTS["fr" if n % 4 else "en"][:90])
    rows = make.rows()
    assert document_language(rows, "en-US") == "fr"
    assert document_language([], "es-ES") == "es"
