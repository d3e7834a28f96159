"""Reading: turned pages, drawings, pictures."""

from __future__ import annotations

import pymupdf
import pytest

from model.errors import UnreadableFile
from model.folding import needle_of
from model.reading.lines import lines_of
from model.reading.pdf import Pdf
from model.reading.text import Rect
from model.reading.turning import to_shown, to_unrotated


@pytest.fixture
def page(tmp_path):
    def make(draw, rotation: int = 0):
        pdf = pymupdf.open()
        made = pdf.new_page(width=400, height=600)
        draw(made)
        made.set_rotation(rotation)
        pdf.save(tmp_path / "a.pdf")
        return Pdf(tmp_path / "a.pdf")

    return make


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_text_that_is_upright_on_a_turned_page_is_read_as_level_text(page, rotation):
    with page(lambda p: p.insert_text((200, 300), "Hello world", rotate=rotation), rotation) as pdf:
        text = pdf.text(1)
        (line,) = text.lines
        (span,) = line.spans
        word = pdf.layer(1).words[0]
        assert line.level
        assert line.text == "Hello world"
        assert (text.width, text.height) == ((400, 600) if rotation == 180 else (600, 400))
        back = to_unrotated((span.x0, span.y0, span.x1, span.y1), pdf.pages[0])
        # the first word lies in the span's rectangle on the unrotated page
        assert back.x0 - 1 <= word.x0 <= back.x1 + 1
        assert back.y0 - 1 <= word.y0 <= back.y1 + 1


def test_a_file_that_is_gone_when_its_hash_is_asked_for_is_named(page):
    with page(lambda p: None) as pdf:
        pdf.path.unlink()
        with pytest.raises(UnreadableFile, match=r"a\.pdf: there is no such file"):
            assert pdf.sha256


def test_a_file_is_hashed_once(page):
    with page(lambda p: None) as pdf:
        hashed = pdf.sha256
        pdf.path.unlink()
        assert pdf.sha256 == hashed


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_turning_there_and_back_is_the_start(page, rotation):
    with page(lambda p: None, rotation) as pdf:
        rect = Rect(10, 20, 110, 50)
        assert to_unrotated(to_shown(rect, pdf.pages[0]), pdf.pages[0]) == rect


def test_filled_rules_and_boxes_are_found(page):
    def draw(p):
        p.draw_rect((50, 100, 350, 100.5), color=None, fill=(0, 0, 0), width=0)
        p.draw_rect((50, 200, 350, 300), color=None, fill=(0.9, 0.9, 0.9), width=0)

    with page(draw) as pdf:
        text = pdf.text(1)
    assert [tuple(round(v) for v in rule) for rule in text.rules] == [(50, 100, 350, 100)]
    assert [tuple(round(v) for v in box) for box in text.boxes] == [(50, 200, 350, 300)]


def test_strokes_lie_where_they_are_drawn(page):
    def draw(p):
        p.draw_line((50, 100), (350, 100), width=1)
        p.draw_rect((60, 200, 340, 300), color=(0, 0, 0), width=1)

    with page(draw) as pdf:
        text = pdf.text(1)
    assert [tuple(round(v) for v in rule) for rule in text.rules] == [(50, 100, 350, 100)]
    assert [tuple(round(v) for v in box) for box in text.boxes] == [(60, 200, 340, 300)]


def test_hairlines_are_found_without_reading_their_page_again(page, monkeypatch):
    monkeypatch.delattr(pymupdf.Page, "get_cdrawings")
    with page(lambda p: p.draw_line((50, 100), (350, 100), width=0.25)) as pdf:
        assert [tuple(round(v) for v in rule) for rule in pdf.text(1).rules] == [(50, 100, 350, 100)]


def test_a_hairline_that_is_filled_and_stroked_is_one_rule(page):
    def draw(p):
        p.draw_rect((50, 100, 350, 100.3), color=None, fill=(0, 0, 0), width=0)
        p.draw_rect((50, 100, 350, 100.3), color=(0, 0, 0), width=0.1)

    with page(draw) as pdf:
        assert len(pdf.text(1).rules) == 1


@pytest.mark.parametrize(
    "drawing",
    [
        b"1 w 340 300 -280 -100 re S",  # from right to left
        b"0 1 -1 0 400 0 cm 1 w 200 60 100 280 re S",  # on its side: the engine gives its edges
    ],
)
def test_a_rectangle_is_a_box_however_it_is_drawn(page, drawing):
    def draw(p):
        p.draw_line((0, 0), (1, 1))
        p.parent.update_stream(p.get_contents()[0], drawing)

    with page(draw) as pdf:
        text = pdf.text(1)
    assert (len(text.boxes), len(text.rules)) == (1, 0)
    assert tuple(round(v) for v in text.boxes[0]) == (60, 300, 340, 400)


@pytest.mark.parametrize("rotation", [0, 90])
def test_a_picture_beside_text_is_found_in_its_place(page, rotation):
    pixels = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 40, 40))

    def draw(p):
        p.insert_text((50, 50), "A caption")
        p.insert_image((100, 200, 140, 240), pixmap=pixels)

    with page(draw, rotation) as pdf:
        (place,) = pdf.text(1).pictures
        back = to_unrotated(place, pdf.pages[0])
    assert tuple(round(v) for v in back) == (100, 200, 140, 240)


def test_a_picture_that_is_only_a_speck_is_none(page):
    pixels = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 40, 40))

    def draw(p):
        p.insert_text((50, 50), "A caption")
        p.insert_image((100, 200, 103, 240), pixmap=pixels, keep_proportion=False)

    with page(draw) as pdf:
        assert pdf.text(1).pictures == ()


def test_fonts_tell_bold_and_italic(page):
    def draw(p):
        for y, name in ((50, "helv"), (80, "hebo"), (110, "heit")):
            p.insert_text((50, y), "Text", fontname=name)

    with page(draw) as pdf:
        spans = [line.spans[0] for line in pdf.text(1).lines]
    assert [(span.bold, span.italic) for span in spans] == [(False, False), (True, False), (False, True)]


@pytest.mark.parametrize(
    ("font", "told"),
    [
        ("ABCDEF+C059-BdIta", (True, True)),
        ("Univers-Bd", (True, False)),
        ("FranklinGothic-Demi", (True, False)),
        ("Frutiger-HvObl", (True, True)),
        ("MyriadPro-It", (False, True)),
        ("ItcBdoni", (False, False)),
    ],
)
def test_shortened_styles_of_fonts_tell_bold_and_italic(font: str, told: tuple[bool, bool]) -> None:
    span = {
        "text": "Harbours",
        "bbox": (72, 90, 120, 102),
        "origin": (72, 100),
        "size": 10,
        "font": font,
        "flags": 4,
        "color": 0,
        "char_flags": 0,
    }
    made = next(lines_of([{"lines": [{"spans": [span], "dir": (1, 0)}]}])).spans[0]
    assert (made.bold, made.italic) == told


def test_ligatures_are_read_as_their_letters_in_lines_and_words(page):
    def draw(p):
        writer = pymupdf.TextWriter(p.rect)
        writer.append((72, 100), "It conﬁrms the eﬀect", font=pymupdf.Font("tiro"), fontsize=11)
        writer.write_text(p)

    with page(draw) as pdf:
        assert [line.text for line in pdf.text(1).lines] == ["It confirms the effect"]
        assert [word.text for word in pdf.layer(1).words] == ["It", "confirms", "the", "effect"]


def test_annotations_are_no_text_and_no_drawings_but_fields_of_forms_are(page):
    def draw(p):
        p.insert_text((72, 100), "The board met twice.")
        p.add_highlight_annot(pymupdf.Rect(72, 90, 180, 104))
        p.add_freetext_annot((300, 90, 400, 110), "Check this")
        p.add_rect_annot((60, 80, 250, 120))
        field = pymupdf.Widget()
        field.rect, field.field_name = pymupdf.Rect(72, 120, 272, 140), "place"
        field.field_type, field.field_value = pymupdf.PDF_WIDGET_TYPE_TEXT, "Harbour office"
        p.add_widget(field)

    with page(draw) as pdf:
        read = pdf.text(1)
        assert [line.text.strip() for line in read.lines] == ["The board met twice.", "Harbour office"]
        assert not read.boxes
        assert not read.rules


def test_ligatures_whose_bytes_are_the_wrong_way_round_are_read_as_their_letters(page):
    def draw(p):
        p.insert_text((72, 100), "signi\u6600\u6900cant o\u6600\u6600ers", fontname="china-s")

    with page(draw) as pdf:
        assert [line.text for line in pdf.text(1).lines] == ["significant offers"]
        assert [word.text for word in pdf.layer(1).words] == ["significant", "offers"]
        assert [*pdf.folded(1).find(needle_of("significant offers"))]


def test_chinese_signs_that_look_like_half_a_ligature_stay(page):
    with page(lambda p: p.insert_text((72, 100), "昀山 木椀", fontname="china-s")) as pdf:
        assert [line.text for line in pdf.text(1).lines] == ["昀山 木椀"]
