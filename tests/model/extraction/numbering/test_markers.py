"""What the grammar reads at the start of a row."""

from __future__ import annotations

import pytest

from model.extraction.numbering.forms import Form
from model.extraction.numbering.markers import read_markers
from model.extraction.numbering.systems import System


@pytest.mark.parametrize(
    ("text", "form", "system", "value", "printed"),
    [
        ("12. At its second meeting", Form.STOP, System.DIGITS, 12, "12"),
        ("㈡公布检查结果", Form.BRACKETS, System.CHINESE, 2, "㈡"),
        ("⑶ 公布检查结果", Form.BRACKETS, System.DIGITS, 3, "⑶"),
        ("⒋公布检查结果", Form.STOP, System.DIGITS, 4, "⒋"),
        ("1.At its second meeting", Form.STOP, System.DIGITS, 1, "1"),
        ("20- At its second meeting", Form.STOP, System.DIGITS, 20, "20"),
        ("1 – Introduction", Form.STOP, System.DIGITS, 1, "1"),
        ("II - Les quais", Form.STOP, System.UPPER_ROMAN, 2, "II"),
        ("B – Une gestion dispersée", Form.STOP, System.UPPER, 2, "B"),
        ("1.- Solicitar al Ministerio", Form.STOP, System.DIGITS, 1, "1"),
        ("III.- CONSIDERACIONES", Form.STOP, System.UPPER_ROMAN, 3, "III"),
        ("B. — Les quais", Form.STOP, System.UPPER, 2, "B"),
        ("2º.- Que la obra se pagó", Form.STOP, System.DIGITS, 2, "2º"),
        ("2.º Que a obra foi paga", Form.STOP, System.DIGITS, 2, "2º"),
        ("3° De modifier la loi", Form.BRACKET, System.DIGITS, 3, "3°"),
        ("PRIMERA. Instruya a quien corresponda", Form.STOP, System.WORD, 1, "PRIMERA"),
        ("SEGUNDO: Exhortar al Ayuntamiento", Form.STOP, System.WORD, 2, "SEGUNDO"),
        ("3º) Aprobar el informe", Form.BRACKET, System.DIGITS, 3, "3º"),
        ("12a. At its second meeting", Form.STOP, System.DIGITS, 12, "12a"),
        ("(3b) At its second meeting", Form.BRACKETS, System.DIGITS, 3, "3b"),
        ("2.c. Jetties", Form.DOTTED, System.LOWER, 3, "2.c"),
        ("SEGUNDO.- Aprobar el informe", Form.STOP, System.WORD, 2, "SEGUNDO"),
        ("Terza. — Si approva la relazione", Form.STOP, System.WORD, 3, "Terza"),
        ("l. At its second meeting", Form.STOP, System.DIGITS, 1, "1"),
        ("lU. At its second meeting", Form.STOP, System.DIGITS, 14, "14"),
        ("2k. At its second meeting", Form.STOP, System.DIGITS, 24, "24"),
        ("bb. At its second meeting", Form.STOP, System.DIGITS, 44, "44"),
        ("U3. At its second meeting", Form.STOP, System.DIGITS, 43, "43"),
        ("3l+. At its second meeting", Form.STOP, System.DIGITS, 34, "34"),
        ("1*1. At its second meeting", Form.STOP, System.DIGITS, 41, "41"),
        ("Il. At its second meeting", Form.STOP, System.UPPER_ROMAN, 2, "II"),
        ("Til. Credentials", Form.STOP, System.UPPER_ROMAN, 3, "III"),
        ("Vil. Credentials", Form.STOP, System.UPPER_ROMAN, 7, "VII"),
        ("Annex IT", Form.LABEL, System.UPPER_ROMAN, 2, "II"),
        ("17^ At its second meeting", Form.STOP, System.DIGITS, 17, "17"),
        ("IV. Adoption of the report", Form.STOP, System.UPPER_ROMAN, 4, "IV"),
        ("A. Opening", Form.STOP, System.UPPER, 1, "A"),
        ("(a) Opening of the meeting;", Form.BRACKETS, System.LOWER, 1, "a"),
        ("( b ) Opening of the meeting;", Form.BRACKETS, System.LOWER, 2, "b"),
        ("(aa) Beyond the alphabet", Form.BRACKETS, System.LOWER, 27, "aa"),
        ("“(a) Opening of the meeting;", Form.BRACKETS, System.LOWER, 1, "a"),
        ("“2. Requests the Secretariat", Form.STOP, System.DIGITS, 2, "2"),
        ("(iv) The fourth", Form.BRACKETS, System.LOWER_ROMAN, 4, "iv"),
        ("a) Ouverture de la session", Form.BRACKET, System.LOWER, 1, "a"),
        ("б) Доклад о работе", Form.BRACKET, System.CYRILLIC, 2, "б"),
        (".3 approved the guidelines;", Form.POINT, System.DIGITS, 3, "3"),
        (".12 “safe” routes", Form.POINT, System.DIGITS, 12, "12"),
        ("128.14 Ratify the Convention", Form.DOTTED, System.DIGITS, 14, "128.14"),
        ("1.2.3. Site details", Form.DOTTED, System.DIGITS, 3, "1.2.3"),
        ("1.2) Site details", Form.DOTTED, System.DIGITS, 2, "1.2"),
        ("١٢- وفي الجلسة الثانية", Form.STOP, System.DIGITS, 12, "١٢"),
        ("أولا - مقدمة", Form.STOP, System.WORD, 1, "أولا"),
        ("جيم - تجارة السلع", Form.STOP, System.UPPER, 3, "جيم"),
        ("'2' ضآلة الغرامات", Form.BRACKETS, System.DIGITS, 2, "2"),
        ("’3‘ غياب التفتيش", Form.BRACKETS, System.DIGITS, 3, "3"),
        ("(أ) افتتاح الدورة", Form.BRACKETS, System.ABJAD, 1, "أ"),
        ("二、主要工作", Form.COMMA, System.CHINESE, 2, "二"),
        ("二. 工作", Form.COMMA, System.CHINESE, 2, "二"),
        ("（三）依申请公开", Form.BRACKETS, System.CHINESE, 3, "三"),
        ("• The sign of a list", Form.BULLET, System.SIGN, 0, "•"),
        ("– The sign of a list", Form.DASH, System.SIGN, 0, "-"),
        ("Annex II", Form.LABEL, System.UPPER_ROMAN, 2, "II"),
        ("Chapter IV Future work", Form.LABEL, System.UPPER_ROMAN, 4, "IV"),
        ("Part Two: The session", Form.LABEL, System.WORD, 2, "Two"),
        ("Second part", Form.LABEL, System.WORD, 2, "Second"),
        ("Segunda parte: El informe", Form.LABEL, System.WORD, 2, "Segunda"),
        ("DEUXIÈME PARTIE – Les faits", Form.LABEL, System.WORD, 2, "DEUXIÈME"),
        ("Seconde partie", Form.LABEL, System.WORD, 2, "Seconde"),
        ("Часть вторая", Form.LABEL, System.WORD, 2, "вторая"),
        ("Вторая часть", Form.LABEL, System.WORD, 2, "Вторая"),
        ("Раздел второй", Form.LABEL, System.WORD, 2, "второй"),
        ("Terceira parte", Form.LABEL, System.WORD, 3, "Terceira"),
        ("Draft resolution II", Form.LABEL, System.UPPER_ROMAN, 2, "II"),
        ("Recommendation 3 The Assembly should", Form.LABEL, System.DIGITS, 3, "3"),
        ("Safety Recommendation 2026-014", Form.LABEL, System.DIGITS, 14, "2026-014"),
        ("Recommendation A-26-14 The agency should", Form.LABEL, System.DIGITS, 14, "A-26-14"),
        ("Приложение I", Form.LABEL, System.UPPER_ROMAN, 1, "I"),
        ("第5/1号决定", Form.LABEL, System.DIGITS, 1, "5/1"),
        ("第2231号决议", Form.LABEL, System.DIGITS, 2231, "2231"),
        ("‧ 指标一", Form.BULLET, System.SIGN, 0, "•"),
        ("第二章 总体要求", Form.LABEL, System.CHINESE, 2, "二"),
        ("3 Safety actions", Form.BARE, System.DIGITS, 3, "3"),
        ("4.II Financial situation", Form.DOTTED, System.UPPER_ROMAN, 2, "4.II"),
        ("I.A. Aims of the audit", Form.DOTTED, System.UPPER, 1, "I.A"),
        ("II.C.3. Aims of the audit", Form.DOTTED, System.DIGITS, 3, "II.C.3"),
        ("A.II Aims of the audit", Form.DOTTED, System.UPPER_ROMAN, 2, "A.II"),
        ("§ 3. Aims of the audit", Form.STOP, System.DIGITS, 3, "§ 3"),
        ("§12 Aims of the audit", Form.STOP, System.DIGITS, 12, "§12"),
        ("§ 2.1 The auditors", Form.DOTTED, System.DIGITS, 1, "§ 2.1"),
        ("§ 4 Łódź and its wells", Form.STOP, System.DIGITS, 4, "§ 4"),
        ("II.2 水井的状况", Form.DOTTED, System.DIGITS, 2, "II.2"),
        ("I.1. Aims of the audit", Form.DOTTED, System.DIGITS, 1, "I.1"),
        ("III.4 Internal control", Form.DOTTED, System.DIGITS, 4, "III.4"),
        ("II.2.13. “Sound” accounts", Form.DOTTED, System.DIGITS, 13, "II.2.13"),
        ("2.3.- Objeto", Form.DOTTED, System.DIGITS, 3, "2.3"),
        ("II.1.– Objeto", Form.DOTTED, System.DIGITS, 1, "II.1"),
        ("B.2.3 État des lieux", Form.DOTTED, System.DIGITS, 3, "B.2.3"),
        ("EX.CL/Dec.1302(XLVIII)", Form.LABEL, System.DIGITS, 1302, "EX.CL/Dec.1302(XLVIII)"),
        ("Assembly/AU/Dec.812(XXXV)", Form.LABEL, System.DIGITS, 812, "Assembly/AU/Dec.812(XXXV)"),
        ("GC(68)/RES/7", Form.LABEL, System.DIGITS, 7, "GC(68)/RES/7"),
        ("RESOLUTION A/RES/78/1", Form.LABEL, System.DIGITS, 1, "A/RES/78/1"),
        ("DÉCISION IG.27/3", Form.LABEL, System.DIGITS, 3, "IG.27/3"),
        ("Décision 4.COM 6.2", Form.LABEL, System.DIGITS, 2, "4.COM 6.2"),
        ("Decision: 48 COM 7B.1", Form.LABEL, System.DIGITS, 1, "48 COM 7B.1"),
        ("Decision 15/COP.12", Form.LABEL, System.DIGITS, 15, "15/COP.12"),
        ("Artículo 12 bis", Form.LABEL, System.DIGITS, 12, "12 bis"),
        ("قرار رقم 841", Form.LABEL, System.DIGITS, 841, "841"),
        ("أولا: الموافقة", Form.STOP, System.WORD, 1, "أولا"),
    ],
)
def test_printed_number_is_read(text: str, form: Form, system: System, value: int, printed: str) -> None:
    marker = read_markers(text)[0]
    assert (marker.form, marker.system, marker.value, marker.printed) == (form, system, value, printed)


@pytest.mark.parametrize("text", ["i", "v", "x", "c", "d", "l", "m"])
def test_letter_that_may_be_roman_has_both_meanings(text: str) -> None:
    systems = {marker.system for marker in read_markers(f"({text}) Something")}
    assert systems == {System.LOWER, System.LOWER_ROMAN}


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("III.4 Internal control", {((System.UPPER_ROMAN,), (3,))}),
        ("II.2.1. Staff", {((System.UPPER_ROMAN, System.DIGITS), (2, 2))}),
        ("B.2.3 Staff", {((System.UPPER, System.DIGITS), (2, 2))}),
        ("C.1 Staff", {((System.UPPER,), (3,))}),
        ("I.1 Staff", {((System.UPPER_ROMAN,), (1,)), ((System.UPPER,), (9,))}),
        ("II.B. Staff", {((System.UPPER_ROMAN,), (2,))}),
        ("A.II.1 Staff", {((System.UPPER, System.UPPER_ROMAN), (1, 2))}),
        ("4.B Staff", {((), (4,))}),
        ("4.B.1 Staff", {((System.DIGITS, System.UPPER), (4, 2))}),
        ("A.B. Staff", set()),
    ],
)
def test_dotted_number_may_begin_with_a_roman_numeral_or_a_letter(
    text: str, begins: set[tuple[tuple[System, ...], tuple[int, ...]]]
) -> None:
    markers = [marker for marker in read_markers(text) if marker.form is Form.DOTTED]
    assert {(marker.outer, marker.prefix) for marker in markers} == begins
    assert not {marker.run for marker in markers} & {marker.run for marker in read_markers("2.1 Staff")}


@pytest.mark.parametrize(
    "text",
    [
        "The Working Group",
        "2.05 million dollars",
        "2.05) million dollars",
        ".5",
        ".75 17 20",
        "... and others",
        "1,500 ships",
        "annex II to the report",
        "part of it",
        "Second part of the session",
        "Segunda parte del informe",
        "second part",
        "U.S. ships",
        "A. B. Smith chaired",
        "E.1 visas are given",
        "B.1.1.7 was found",
        "C.2/79 Rights of the child",
        "A.05 Fuel",
        "I.1",
        "Art. I.1 Scope",
        "MIX.2 Fuel",
        "FCCC/SBI/2026/L.7",
        "WP/Dec/talk about",
        "A/RES/78/323 was adopted",
        "15. März gegraben",
        "1. Mai 2020",
        "3. August 2021 und später",
    ],
)
def test_running_text_is_no_number(text: str) -> None:
    assert not [
        marker for marker in read_markers(text) if marker.printed and marker.system is not System.UPPER
    ]


def test_text_begins_behind_the_number() -> None:
    for text in ("(a) Ships", "12. Ships", "• Ships", "1.1 Ships", "1.1) Ships", "1.1.- Ships", "一、Ships"):
        marker = read_markers(text)[0]
        assert text[marker.end :].strip() == "Ships"


@pytest.mark.parametrize("text", ["2 – 5 ships", "15 - year-old ships"])
def test_dash_before_a_number_or_a_small_letter_closes_no_number(text: str) -> None:
    assert Form.STOP not in {marker.form for marker in read_markers(text)}


@pytest.mark.parametrize(
    ("text", "label", "printed"),
    [
        ("决议草案 一", "决议草案", "一"),
        ("决议草案二", "决议草案", "二"),
        ("决定草案 III", "决定草案", "III"),
        ("结论草案 3", "结论草案", "3"),
        ("决议草案 A/C.6/78/L.9", "决议草案", ""),
        ("Draft resolution A/C.6/78/L.9", "draft resolution", ""),
        ("Projet de résolution A/C.6/78/L.9", "projet de résolution", ""),
        ("Проект резолюции A/C.3/78/L.5", "проект резолюции", ""),
        ("Draft resolution A", "draft resolution", "A"),
    ],
)
def test_a_draft_has_its_number_and_no_letter_of_its_symbol(text: str, label: str, printed: str) -> None:
    found = {(marker.label, marker.printed) for marker in read_markers(text)}
    assert (label, printed) in found
    assert not {one for one in found if one[1] != printed}


def test_what_stands_behind_a_misread_label_begins_behind_its_number() -> None:
    marker, *_ = read_markers("Annex IT")
    assert marker.behind("Annex IT Decisions of the Meeting") == len("Annex IT")
