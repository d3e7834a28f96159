"""Pages that are pictures of text: which ones, and how they are read when they lie on their side."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.doubts import DoubtKind
from model.errors import NoTextLayer
from model.extraction.extract import Extraction, extract
from model.nodes import Kind
from model.page_doubts import page_doubts
from model.reading import ocr, pictured, scanned
from model.reading.boxes import Drawn
from model.reading.ocr import Recognized
from model.reading.pdf import Pdf
from model.reading.recognized_lines import FONT
from model.reading.text import Line, PageText, Rect, Span
from model.recognized import Lean, as_json, from_json

_WORDS = [f"{n}. Keepers of lights report to the harbour once a month and after storms." for n in range(1, 6)]
_TOP = 300


def _typed(page: pymupdf.Page, lines: list[str]) -> None:
    for row, text in enumerate(lines):
        page.insert_text((72, _TOP + 30 * row), text, fontsize=12)


def _picture_of(page: pymupdf.Page, turn: int = 0) -> pymupdf.Pixmap:
    page.set_rotation(turn)
    return page.get_pixmap(dpi=100, colorspace=pymupdf.csGRAY)


def _scan(path: Path, stamp: str = "", tone: int = 255) -> Path:
    """A page that is a picture of five paragraphs on paper of a tone."""
    with pymupdf.open() as typed, pymupdf.open() as made:
        sheet = typed.new_page()
        sheet.draw_rect(sheet.rect, fill=(tone / 255,) * 3, color=None)
        _typed(sheet, _WORDS)
        page = made.new_page()
        page.insert_image(page.rect, pixmap=_picture_of(sheet))
        if stamp:
            page.insert_text((60, 30), stamp, fontsize=8)
        made.save(path)
    return path


def _line(text: str, x: float, y: float) -> Line:
    return Line((Span(text, x, y - 9, x + 6 * len(text), y + 3, x, y, 12, FONT, False, False, False),), True)


_READ = tuple(_line(text, 72, _TOP + 30 * row) for row, text in enumerate(_WORDS))


@pytest.fixture
def reads(monkeypatch):
    """Makes character recognition give what a test says; returns how many pages it was asked for."""
    asked: list[int] = []

    def give(found: Recognized) -> list[int]:
        def recognize(picture: object) -> Recognized:
            asked.append(1)
            return found

        monkeypatch.setattr(ocr, "is_available", lambda: True)
        monkeypatch.setattr(ocr, "recognize", recognize)
        return asked

    return give


def _extracted(path: Path) -> Extraction:
    with Pdf(path) as pdf:
        return extract(pdf, lambda done, total: None)


def _texts(found: Extraction) -> list[str]:
    return [node.text for node in found.nodes if node.kind is Kind.PARAGRAPH]


# --- which pages


def test_a_scan_with_a_library_s_stamp_is_read_beside_the_stamp(tmp_path: Path, reads) -> None:
    again = _line("Held by the Library of the Coast", 60, 30)
    reads(Recognized((again, *_READ), 0.97))
    found = _extracted(_scan(tmp_path / "a.pdf", stamp="Held by the Library of the Coast"))
    assert [text[:7] for text in _texts(found) if "harbour" in text] == ["Keepers"] * 5
    assert sum("Library" in node.text for node in found.nodes) == 1


@pytest.mark.parametrize(("drawn", "known"), [((), 1), ((Rect(60, 60, 500, 500),), 0)])
def test_rules_are_told_from_a_picture_where_the_page_draws_none_itself(drawn, known) -> None:
    page = PageText(1, 595, 842, 0, (), (), drawn, ())
    read = Recognized(_READ, 0.9, rules=(Rect(72, 280, 300, 281),))
    assert len(scanned.recognized(page, read, instead=False).rules) == known


def test_what_was_recognized_is_kept_for_its_page_and_never_quite_sure(tmp_path: Path, reads) -> None:
    reads(Recognized(_READ, 0.997))
    found = _extracted(_scan(tmp_path / "a.pdf", stamp="Held by the Library of the Coast"))
    (page,) = found.recognized
    assert (page.number, page.rotation, page.alone) == (1, 0, False)
    assert [line.text for line in page.lines] == _WORDS
    keepers = next(node for node in found.nodes if node.text.startswith("Keepers"))
    assert keepers.confidence <= 0.99
    assert "read by character recognition, 99 % sure" in keepers.reasons


def test_a_scan_with_a_stamp_is_a_doubt_where_nothing_reads_it(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: False)
    found = _extracted(_scan(tmp_path / "a.pdf", stamp="Held by the Library of the Coast"))
    assert [(doubt.kind, doubt.page) for doubt in found.doubts] == [(DoubtKind.UNREAD, 1)]


def test_a_scan_whose_words_are_there_as_text_is_not_read_again(tmp_path: Path, reads) -> None:
    asked = reads(Recognized(_READ, 0.97))
    path = _scan(tmp_path / "a.pdf")
    with pymupdf.open(path) as pdf:
        for row, text in enumerate(_WORDS[:3]):
            pdf[0].insert_text((72, _TOP + 30 * row), text, fontsize=12, render_mode=3)
        pdf.save(tmp_path / "b.pdf")
    _extracted(tmp_path / "b.pdf")
    assert asked == []


def test_a_cover_with_a_photograph_is_not_read(tmp_path: Path, reads) -> None:
    asked = reads(Recognized(_READ, 0.97))
    shades = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 64, 64), False)
    for row in range(64):
        shades.set_rect((0, row, 64, row + 1), (4 * row,))
    with pymupdf.open() as made:
        page = made.new_page()
        page.insert_image(page.rect, pixmap=shades, keep_proportion=False)
        page.insert_text((72, 300), "Lights of the coast", fontsize=30)
        made.save(tmp_path / "cover.pdf")
    _extracted(tmp_path / "cover.pdf")
    assert asked == []


def test_a_blank_sheet_is_no_doubt(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: False)
    with pymupdf.open() as made:
        _typed(made.new_page(), _WORDS)
        blank = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 50, 70), False)
        blank.clear_with(240)
        page = made.new_page()
        page.insert_image(page.rect, pixmap=blank, keep_proportion=False)
        made.save(tmp_path / "a.pdf")
    assert _extracted(tmp_path / "a.pdf").doubts == []


def test_words_drawn_as_shapes_are_a_picture(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: False)
    with pymupdf.open() as made:
        page = made.new_page()
        page.draw_circle((200, 200), 40)
        made.save(tmp_path / "a.pdf")
    with Pdf(tmp_path / "a.pdf") as pdf:
        assert pdf.text(1).doubt is DoubtKind.UNREAD


# --- how they lie


@pytest.mark.parametrize(("turn", "width"), [(90, 842), (180, 595), (270, 842)])
def test_a_page_that_was_turned_to_be_read_has_its_places_on_the_page_as_it_is(
    tmp_path: Path, reads, turn: int, width: int
) -> None:
    reads(Recognized(_READ, 0.97, turn))
    path = _scan(tmp_path / "a.pdf")
    with Pdf(path) as pdf:
        page = pdf.text(1)
        assert (page.width, page.rotation) == (width, turn)
    first = next(node for node in _extracted(path).nodes if node.number == "1").anchor.regions[0]
    left, top, right, bottom = 72, _TOP - 9, 72 + 6 * len(_WORDS[0]), _TOP + 3
    places = {
        90: (top, 842 - right, bottom, 842 - left),
        180: (595 - right, 842 - bottom, 595 - left, 842 - top),
        270: (595 - bottom, left, 595 - top, right),
    }
    assert (first.x0, first.y0, first.x1, first.y1) == pytest.approx(places[turn], abs=1)


def test_rules_that_the_picture_shows_are_the_page_s(tmp_path: Path, reads) -> None:
    rule = Rect(72, 500, 172, 500.6)
    reads(Recognized(_READ, 0.97, rules=(rule,)))
    with Pdf(_scan(tmp_path / "a.pdf")) as pdf:
        assert pdf.text(1).rules == (rule,)


@pytest.mark.parametrize("slope", [0.01, -0.04])
@pytest.mark.parametrize("turn", [0, 90])
def test_entries_and_words_of_a_page_laid_askew_stand_where_they_are_on_it(
    tmp_path: Path, reads, slope: float, turn: int
) -> None:
    lean = Lean(slope, 300)
    reads(Recognized(_READ, 0.97, turn, lean=lean))
    path = _scan(tmp_path / "a.pdf")
    found = _extracted(path)
    (page,) = from_json(as_json(found.recognized)).values()
    with Pdf(path) as pdf:
        layer = pdf.layer(1, page)
    for number, words in enumerate(_WORDS):
        regions = next(n for n in found.nodes if n.number == str(number + 1)).anchor.regions
        held = [layer.words[at] for at in layer.within(regions)]
        assert " ".join(word.text for word in held) == words
        x, y = held[-1].middle
        across, down = (842 - y, x) if turn else (x, y)
        assert down == pytest.approx(_TOP + 30 * number - 3 + lean.down(across), abs=1.5)
        thick = [region.x1 - region.x0 if turn else region.y1 - region.y0 for region in regions]
        assert max(thick) < 12 + 5.1


# --- what is said


def test_pages_whose_words_cannot_be_read_say_which_letters_can(tmp_path: Path, reads) -> None:
    reads(Recognized((), 0.0, illegible=True))
    with pytest.raises(NoTextLayer, match=r"a\.pdf: .*Latin and Chinese letters.*better copy"):
        _extracted(_scan(tmp_path / "a.pdf"))


def test_one_such_page_among_others_is_a_doubt(tmp_path: Path, reads) -> None:
    reads(Recognized((), 0.0, illegible=True))
    with pymupdf.open(_scan(tmp_path / "a.pdf")) as pdf:
        _typed(pdf.new_page(), _WORDS)
        pdf.save(tmp_path / "b.pdf")
    assert [(d.kind, d.page) for d in _extracted(tmp_path / "b.pdf").doubts] == [(DoubtKind.ILLEGIBLE, 1)]


def test_an_unread_page_can_be_read_once_recognition_is_installed(monkeypatch) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: False)
    (before,) = page_doubts([(2, DoubtKind.UNREAD)])
    monkeypatch.setattr(ocr, "is_available", lambda: True)
    (after,) = page_doubts([(2, DoubtKind.UNREAD)])
    assert ocr.INSTALL in before.text
    assert "Extract again" in before.text
    assert after.text == "Page 2 is a picture: File > Extract again reads it."


@pytest.mark.skipif(not ocr.is_available(), reason="character recognition is not installed")
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_scans_are_read_however_they_lie(tmp_path: Path, turn: int) -> None:
    with pymupdf.open() as typed, pymupdf.open() as made:
        _typed(typed.new_page(), _WORDS)
        picture = typed[0].get_pixmap(dpi=200, colorspace=pymupdf.csGRAY)
        page = made.new_page(width=picture.width * 0.36, height=picture.height * 0.36)
        page.insert_image(page.rect, pixmap=picture)
        page.set_rotation(turn)
        made.save(tmp_path / "a.pdf")
    found = _extracted(tmp_path / "a.pdf")
    assert [node.number for node in found.nodes if node.kind is Kind.PARAGRAPH] == list("12345")
    assert all("harbour" in text for text in _texts(found))


# --- pictures beside text


def _with_picture(path: Path, pixmap: pymupdf.Pixmap, strips: int = 1) -> Path:
    """A page of text with a picture below it, in one piece or in strips."""
    with pymupdf.open() as made:
        page = made.new_page()
        for row in range(12):
            page.insert_text((72, 80 + 18 * row), f"{row + 1}. Boats are counted in each harbour at noon.")
        high = 300 / strips
        for number in range(strips):
            box = (0, number * pixmap.height // strips, pixmap.width, (number + 1) * pixmap.height // strips)
            part = pymupdf.Pixmap(pixmap.colorspace, pymupdf.IRect(box), False)
            part.copy(pixmap, pymupdf.IRect(box))
            place = pymupdf.Rect(72, 400 + number * high, 522, 400 + (number + 1) * high)
            page.insert_image(place, pixmap=part, keep_proportion=False)
        made.save(path)
    return path


def _typed_picture() -> pymupdf.Pixmap:
    with pymupdf.open() as typed:
        sheet = typed.new_page(width=450, height=300)
        for row, text in enumerate(_WORDS):
            sheet.insert_text((20, 40 + 40 * row), text, fontsize=11)
        return sheet.get_pixmap(dpi=150, colorspace=pymupdf.csGRAY)


def _chart() -> pymupdf.Pixmap:
    """Columns with a word below each: dark on paper, but no rows of text."""
    with pymupdf.open() as drawn:
        sheet = drawn.new_page(width=450, height=300)
        for column in range(6):
            left = 40 + 65 * column
            sheet.draw_rect(pymupdf.Rect(left, 250 - 35 * (column + 1), left + 25, 250), fill=(0.3, 0.3, 0.3))
            sheet.insert_text((left, 270), f"20{column}0", fontsize=9)
        return sheet.get_pixmap(dpi=150, colorspace=pymupdf.csGRAY)


@pytest.mark.parametrize("strips", [1, 5])
def test_a_picture_of_words_beside_text_is_a_doubt_where_nothing_reads_it(
    tmp_path: Path, monkeypatch, strips: int
) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: False)
    found = _extracted(_with_picture(tmp_path / "a.pdf", _typed_picture(), strips))
    (doubt,) = [one for one in found.doubts if one.page == 1]
    assert doubt.kind is DoubtKind.PICTURED
    assert doubt.text.startswith("Page 1 has a picture with words: to read Latin or Chinese")


def test_a_picture_of_words_beside_text_is_read_where_it_stands(tmp_path: Path, reads) -> None:
    asked = reads(Recognized((_line("Keepers of lights report to the harbour.", 20, 40),), 0.95))
    found = _extracted(_with_picture(tmp_path / "a.pdf", _typed_picture()))
    assert asked == [1]
    keepers = next(node for node in found.nodes if "Keepers" in node.text)
    (region,) = keepers.anchor.regions
    assert (region.x0, region.y0) == pytest.approx((92, 431), abs=1)
    assert "read by character recognition, 95 % sure" in keepers.reasons
    others = [node for node in found.nodes if "Boats" in node.text]
    assert len(others) == 12
    assert not any("recognition" in reason for node in others for reason in node.reasons)
    (page,) = found.recognized
    assert (page.alone, len(page.lines)) == (False, 1)


def test_a_picture_of_words_that_cannot_be_read_is_illegible(tmp_path: Path, reads) -> None:
    reads(Recognized((), 0.0, illegible=True))
    found = _extracted(_with_picture(tmp_path / "a.pdf", _typed_picture()))
    assert DoubtKind.ILLEGIBLE in [doubt.kind for doubt in found.doubts]


def test_a_chart_beside_text_is_no_picture_of_words(tmp_path: Path, reads) -> None:
    asked = reads(Recognized(_READ, 0.95))
    found = _extracted(_with_picture(tmp_path / "a.pdf", _chart()))
    assert asked == []
    assert not [doubt for doubt in found.doubts if doubt.kind is DoubtKind.PICTURED]


def _photograph() -> pymupdf.Pixmap:
    shades = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 90, 60), False)
    for row in range(60):
        shades.set_rect((0, row, 90, row + 1), (40 + 2 * (row % 30),))
    return shades


@pytest.fixture
def drawn(monkeypatch) -> list[tuple[float, float]]:
    """Scale and width of each part of a page that is drawn."""
    parts: list[tuple[float, float]] = []
    draw = Pdf.drawn

    def watched(pdf: Pdf, page: int, clip: Rect, scale: float) -> Drawn:
        parts.append((scale, clip.width))
        return draw(pdf, page, clip, scale)

    monkeypatch.setattr(Pdf, "drawn", watched)
    return parts


def test_a_photograph_beside_text_is_drawn_small_alone(tmp_path: Path, reads, drawn) -> None:
    asked = reads(Recognized(_READ, 0.95))
    _extracted(_with_picture(tmp_path / "a.pdf", _photograph()))
    assert asked == []
    assert [scale for scale, _ in drawn] == [scanned.SCALE]


def test_several_pictures_of_a_page_are_drawn_at_once(tmp_path: Path, reads, drawn) -> None:
    """A picture of words between two charts is found among them."""
    asked = reads(Recognized((_line("Keepers of lights report to the harbour.", 20, 40),), 0.95))
    with pymupdf.open() as made:
        page = made.new_page()
        page.insert_text((72, 60), "1. Boats are counted in each harbour at noon.")
        for number, picture in enumerate((_chart(), _typed_picture(), _chart())):
            left, top = 72 + 20 * number, 90 + 240 * number
            page.insert_image(pymupdf.Rect(left, top, left + 330, top + 220), pixmap=picture)
        made.save(tmp_path / "a.pdf")
    found = _extracted(tmp_path / "a.pdf")
    assert asked == [1]
    assert [scale for scale, _ in drawn] == [scanned.SCALE, pictured.SCALE]
    (region,) = next(node for node in found.nodes if "Keepers" in node.text).anchor.regions
    assert region.x0 == pytest.approx(92 + 20, abs=1)


@pytest.mark.parametrize("caption", [False, True])
def test_strips_with_blank_bands_between_them_are_one_picture(tmp_path: Path, reads, caption: bool) -> None:
    """As scans below a letterhead are stored; each strip holds a line or two. With words of the page's own
    between them they are pictures of their own, too low to be looked at."""
    asked = reads(Recognized((_line("Keepers of lights report to the harbour.", 20, 40),), 0.95))
    with pymupdf.open() as typed, pymupdf.open() as made:
        sheet = typed.new_page(width=450, height=700)
        for row in range(24):
            sheet.insert_text((20, 20 + 14 * row + 40 * (row // 2)), _WORDS[row % 5], fontsize=10)
        page = made.new_page()
        page.insert_text((72, 50), "Office of Harbours and Lights", fontsize=14)
        for strip in range(12):
            box = pymupdf.Rect(0, 6 + 68 * strip, 450, 40 + 68 * strip) & sheet.rect
            if box.is_empty:
                break
            place = pymupdf.Rect(72, 70 + box.y0, 522, 70 + box.y1)
            page.insert_image(place, pixmap=sheet.get_pixmap(dpi=150, clip=box), keep_proportion=False)
            if caption:
                page.insert_text((80, 70 + box.y1 + 15), "Seen from the harbour, noon", fontsize=9)
        made.save(tmp_path / "a.pdf")
    _extracted(tmp_path / "a.pdf")
    assert asked == ([] if caption else [1])
