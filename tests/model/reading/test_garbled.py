"""Pages of which the file does not say which letters they show."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.doubts import DoubtKind
from model.extraction.extract import extract
from model.reading import ocr
from model.reading.garbled import is_garbled
from model.reading.ocr import Recognized
from model.reading.pdf import Pdf
from model.reading.text import Line, Span

_SENTENCE = "The committee considered the report of the secretariat and took note of it in 2024."
_ACRONYMS = "FAO ILO IMF ITU UNDP UNEP UNESCO UNFPA UNHCR UNICEF UNIDO WFP WHO WIPO WMO (list of agencies)"
_FIGURES = "Programme 1   271 328.7   (13 814.4)   -   40.5%   <0.1   $2,500   n/a   1990/91   [12]"
_FORMULAS = "f(x) = a + b * x^2 - {c | c < d & d > 0}, where sigma = 0.05 and p <= 0.01 (n = 40)"
_CYRILLIC = "Комитет рассмотрел доклад секретариата и принял его к сведению на своей сессии"
_VIETNAMESE = "Ủy ban đã xem xét báo cáo của ban thư ký và ghi nhận báo cáo đó tại phiên họp này"
# The strokes that lengthen its words in justified lines are read as letters.
_LENGTHENED = "نظرت اللجنة في تقرير الأمانة العاؤؤؤمة وأحاااطت به علما في دورتها العادية"
_ARABIC = "نظرت اللجنة في تقرير الأمانة العامة وأحاطت به علما في دورتها العادية"


def _page(pdf: pymupdf.Document) -> None:
    page = pdf.new_page()
    page.insert_font(fontname="F0", fontbuffer=pymupdf.Font("helv").buffer)
    for line in range(8):
        page.insert_text((60, 80 + 14 * line), _SENTENCE, fontname="F0", fontsize=9)


def _without_letters(pdf: pymupdf.Document) -> None:
    """Takes the tables out that say which letter a glyph is, as some producers leave them out."""
    for xref in range(1, pdf.xref_length()):
        if pdf.xref_get_key(xref, "ToUnicode")[0] != "null":
            pdf.xref_set_key(xref, "ToUnicode", "null")


def _garbled(path: Path) -> Path:
    with pymupdf.open() as pdf:
        _page(pdf)
        _without_letters(pdf)
        pdf.new_page().insert_text((60, 80), _SENTENCE)
        pdf.save(path)
    return path


def _is_garbled(sentence: str) -> bool:
    return is_garbled([{"lines": [{"spans": [{"text": sentence}]}] * 8}])


@pytest.fixture
def without_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: False)


@pytest.mark.usefixtures("without_recognition")
def test_a_page_of_garbled_letters_is_in_doubt(tmp_path: Path) -> None:
    with Pdf(_garbled(tmp_path / "a.pdf")) as pdf:
        assert "committee" not in "".join(line.text for line in pdf.text(1).lines)
        doubts = [doubt for doubt in extract(pdf, lambda done, total: None).doubts if not doubt.node]
    assert [(doubt.kind, doubt.page) for doubt in doubts] == [(DoubtKind.GARBLED, 1)]
    assert ocr.INSTALL in doubts[0].text


def test_a_page_of_garbled_letters_is_read_as_a_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Line((Span(_SENTENCE, 60, 70, 400, 84, 60, 80, 9.0, "recognized", False, False, False),), True)
    monkeypatch.setattr(ocr, "is_available", lambda: True)
    monkeypatch.setattr(ocr, "recognize", lambda picture: Recognized((read,), 0.9))
    with Pdf(_garbled(tmp_path / "a.pdf")) as pdf:
        found = extract(pdf, lambda done, total: None)
    assert [node.text for node in found.nodes] == [_SENTENCE, _SENTENCE]
    assert not [doubt for doubt in found.doubts if doubt.kind is DoubtKind.GARBLED]


def test_a_page_of_garbled_letters_that_recognition_cannot_read_is_illegible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: True)
    monkeypatch.setattr(ocr, "recognize", lambda picture: Recognized((), 0.0))
    with Pdf(_garbled(tmp_path / "a.pdf")) as pdf:
        page = pdf.text(1)
    assert page.doubt is DoubtKind.ILLEGIBLE
    assert page.lines


def _last_bytes(text: str) -> str:
    """As a table of letters that names only their last bytes gives them, none of them a control character."""
    return "".join([chr(low if (low := ord(sign) & 0xFF) >= 32 else low + 32) for sign in text])


_BY_USE = dict(zip(dict.fromkeys(_SENTENCE), map(chr, range(33, 90)), strict=False))


@pytest.mark.parametrize(
    "sentence",
    [
        "".join(chr(0xF000 + ord(sign)) for sign in _SENTENCE),  # a symbol font's private letters
        "".join([_BY_USE[sign] for sign in _SENTENCE]),  # letters counted in the order of their use
        _CYRILLIC.encode("cp1251").decode("latin-1"),
        _LENGTHENED,
        _last_bytes(_CYRILLIC),
        "".join([_last_bytes(sign) if at % 2 else sign for at, sign in enumerate(_ARABIC)]),
    ],
)
def test_private_letters_signs_other_code_pages_and_halves_of_letters_are_garbled(sentence: str) -> None:
    assert _is_garbled(sentence)


@pytest.mark.parametrize(
    "sentence",
    [_SENTENCE, _ACRONYMS, _FIGURES, _FORMULAS, _CYRILLIC, _ARABIC, _VIETNAMESE, "委员会审议了秘书处的报告"],
)
def test_figures_formulas_and_other_scripts_are_not(sentence: str) -> None:
    assert not _is_garbled(sentence)
