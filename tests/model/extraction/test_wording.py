"""The words of all languages by which the parts of a report are known."""

import re
import tomllib

import pytest

import resources
from model.extraction import wording
from model.extraction.numbering.forms import Form
from model.extraction.numbering.markers import read_markers

# What English has no word for.
_NOT_ENGLISH = {
    "numerals.ordinals",
    "numerals.letters",
    "front.body_whole",
    "front.document_part",
    "front.part_whole",
}


def _file(language: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.read_text("structure", f"{language}.toml"))


def _keys(language: str) -> set[str]:
    return {f"{section}.{key}" for section, keys in _file(language).items() for key in keys}


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_a_language_has_no_key_that_is_not_explained(language: str) -> None:
    assert _keys(language) <= _keys("en") | _NOT_ENGLISH


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_each_word_is_a_regular_expression_by_itself(language: str) -> None:
    words = [word for keys in _file(language).values() for one in keys.values() for word in one]
    assert words
    assert all(re.compile(word) and word.strip("|") == word != "" for word in words)


@pytest.mark.parametrize(
    ("pattern", "rows"),
    [
        (
            wording.CONTENTS,
            [
                "Table of contents",
                "Table des matières",
                "Índice",
                "Inhaltsverzeichnis",
                "Indice",
                "Sumário",
                "Содержание",
                "المحتويات",
                "目 录",
            ],
        ),
        (wording.DISTRIBUTION, ["Distr.: General", "Distribution:", "Распространение", "التوزيع", "分发"]),
        (wording.NOTES, ["Endnotes", "Notes de fin", "Notas finales", "Примечания", "الحواشي", "注释"]),
        (wording.NOTES, ["Anmerkungen", "Note", "Notas de fim"]),
        (wording.COMMITTEE, ["Deutscher Bundestag", "Petitionsausschuss", "Camera dei deputati"]),
        (wording.COMMITTEE, ["Assembleia da República"]),
        (wording.UNITED_NATIONS, ["United Nations", "Nations Unies", "Организация Объединенных Наций"]),
        (wording.FIGURE_CAPTION, ["Abbildung 3", "Grafico 2", "Gráfico 4", "Exhibit 3A: Losses"]),
        (wording.SOURCE, ["Quelle:", "Fonte:", "Fontes:"]),
        (wording.RECITAL, ["In der Erwägung", "Premesso che", "Tendo em conta"]),
        (
            wording.MEETING,
            ["64th plenary meeting", "12e séance", "8ª sesión", "9561-е заседание", "第64次全体会议"],
        ),
        (
            wording.TABLE_CAPTION,
            ["Table 1.", "Tableau 2:", "Cuadro N.º 3.", "Таблица 4.", "الجدول 5.", "表1.", "Tabelle 6:"],
        ),
        (
            wording.REFERENCES,
            ["References", "Références", "Referencias", "Литература", "المراجع", "参考文献", "Literatur"],
        ),
        (
            wording.BODY,
            [
                "The Committee",
                "Le Conseil",
                "La Comisión",
                "Генеральная Ассамблея",
                "مجلس الأمن",
                "安全理事会",
                "Der Landesrechnungshof",
                "La Commissione",
                "O Conselho",
            ],
        ),
    ],
)
def test_parts_are_known_in_each_language(pattern: re.Pattern[str], rows: list[str]) -> None:
    missed = [row for row in rows if not pattern.match(row)]
    assert missed == []


@pytest.mark.parametrize(
    ("row", "label", "number"),
    [
        ("Chapter II", "chapter", "II"),
        ("Annexe 3", "annexe", "3"),
        ("Proyecto de resolución I", "proyecto de resolución", "I"),
        ("Приложение 2", "приложение", "2"),
        ("المرفق الثاني", "المرفق", "الثاني"),
        ("附件一", "附件", "一"),
        ("Kapitel II", "kapitel", "II"),
        ("Anlage 3", "anlage", "3"),
        ("Empfehlung 4", "empfehlung", "4"),
        ("Capitolo II", "capitolo", "II"),
        ("Allegato B", "allegato", "B"),
        ("Raccomandazione 4", "raccomandazione", "4"),
        ("Recomendação 4", "recomendação", "4"),
    ],
)
def test_labels_open_headings_in_each_language(row: str, label: str, number: str) -> None:
    marker = read_markers(row)[0]
    assert (marker.form, marker.label, marker.printed) == (Form.LABEL, label, number)


@pytest.mark.parametrize(
    "text", ["Table 4.1, section 4.6) and nine more", "Table 3) shows", "Tableau 2; elle"]
)
def test_a_table_named_in_a_sentence_is_no_caption(text: str) -> None:
    assert not wording.TABLE_CAPTION.match(text)


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("Unfallbericht 12/3", True),
        ("Beschlussempfehlung und Bericht", False),
        ("Proposte e relazione", False),
    ],
)
def test_two_papers_in_one_are_no_series(text: str, series: bool) -> None:
    assert bool(wording.SERIES.match(text)) is series


@pytest.mark.parametrize(
    ("row", "goes_on"),
    [
        ("Table 3 (continued)", True),
        ("Tableau 3 – suite", True),
        ("Таблица 3 (продолжение)", True),
        ("Table 3: Wells that continued to give water in May", False),
        ("Tableau 3 : Suite donnée aux recommandations", False),
    ],
)
def test_what_goes_on_says_so_at_its_end(row, goes_on):
    assert (wording.ENDS_CONTINUED.search(row) is not None) is goes_on


@pytest.mark.parametrize("text", ["摘要", "概要", "内容摘要", "执行摘要", "内容提要", "Executive summary"])
def test_a_summary_opens_a_report(text: str) -> None:
    assert wording.opens_report(text)
