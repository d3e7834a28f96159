"""What was recognized is kept as a text, and read from it instead of from the page."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.doubts import DoubtKind
from model.reading import kept, ocr
from model.reading.ocr import Recognized
from model.reading.pdf import Pdf
from model.reading.recognized_lines import FONT
from model.reading.text import Line, Rect, Span
from model.recognition_cache import RecognitionCache
from model.recognized import Lean
from model.workers.engine import PdfEngine
from model.workers.messages import Extract
from model.workers.messages import RecognizedPlace as Told

_TEXT = "1. Keepers report “daily”."
_SPAN = Span(_TEXT, 72.0, 100.25, 300.5, 112.0, 72.0, 109.31, 9.8, FONT, True, False, False)
_RULE = Rect(72.0, 500.25, 172.0, 500.9)
_READ = Recognized((Line((_SPAN,), True),), 0.97125, 90, False, Lean(0.0123, 298.4), (_RULE,))


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Two pages that are pictures."""
    grey = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 100, 140), False)
    grey.clear_with(230)
    grey.set_rect((5, 10, 35, 12), (30,))
    with pymupdf.open() as made:
        for _ in range(2):
            page = made.new_page()
            page.insert_image(page.rect, pixmap=grey, keep_proportion=False)
        made.save(tmp_path / "scan.pdf")
    return tmp_path / "scan.pdf"


@pytest.fixture
def asked(monkeypatch) -> list[int]:
    pages: list[int] = []
    monkeypatch.setattr(ocr, "is_available", lambda: True)
    monkeypatch.setattr(kept, "is_available", lambda: True)
    monkeypatch.setattr(ocr, "recognize", lambda picture: pages.append(1) or _READ)
    return pages


def test_it_comes_back_as_it_was() -> None:
    assert kept.from_text(kept.as_text(_READ)) == _READ
    assert kept.from_text(kept.as_text(Recognized((), 0.0, illegible=True))) == Recognized((), 0.0, 0, True)


def test_places_on_a_page_are_told_apart() -> None:
    pictures = [kept.place_of(3, Rect(1, 2, 3, bottom)) for bottom in (4, 5)]
    assert len({kept.place_of(3), kept.place_of(31), *pictures}) == 4


def test_another_reader_reads_anew(monkeypatch, asked) -> None:
    text = kept.as_text(_READ)
    monkeypatch.setattr(kept, "_reader", lambda: "a newer one")
    assert kept.from_text(text) is None


def test_each_page_is_told_of_when_it_was_read_and_is_not_read_again(scan, asked) -> None:
    engine, told = PdfEngine(), []
    with Pdf(scan) as pdf:
        request = Extract(str(scan), None, pdf.sha256)
    first = engine.answer(request, told.append)
    known = {reply.place: reply.text for reply in told if isinstance(reply, Told)}
    assert list(known) == ["1", "2"]
    assert len(asked) == 2
    again = engine.answer(request._replace(known={"1": known["1"]}), told.append)
    assert len(asked) == 3
    assert again.recognized == first.recognized
    engine.close()


def test_what_is_known_of_another_file_is_not_used(scan, asked) -> None:
    known = {"1": kept.as_text(_READ), "2": kept.as_text(_READ)}
    engine, told = PdfEngine(), []
    engine.answer(Extract(str(scan), None, "another hash", known), told.append)
    assert len(asked) == 2
    assert not [reply for reply in told if isinstance(reply, Told)]
    engine.close()


def test_what_was_read_elsewhere_is_there_where_nothing_can_read(scan, monkeypatch) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(kept, "_reader", lambda: "a reader elsewhere")
        known = {"1": kept.as_text(_READ)}
    monkeypatch.setattr(ocr, "is_available", lambda: False)
    monkeypatch.setattr(kept, "is_available", lambda: False)
    with Pdf(scan) as pdf:
        pdf.recognition = RecognitionCache(known=known)
        assert [line.text for line in pdf.text(1).lines] == [_TEXT]
        assert pdf.text(2).doubt is DoubtKind.UNREAD
