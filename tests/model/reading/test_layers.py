"""The words of real PDF pages: in reading order, with the edges of their characters, and the links."""

from __future__ import annotations

import pymupdf
import pytest

from model.documents import PageInfo
from model.layer import Caret
from model.nodes import Region
from model.reading.layers import laid_words
from model.reading.pdf import Pdf

LEFT = [f"left column line {n} runs on and on here" for n in range(8)]
RIGHT = [f"right column line {n} runs on and on too" for n in range(8)]


@pytest.fixture
def write(tmp_path):
    def make(draw, rotation=0):
        path = tmp_path / "page.pdf"
        with pymupdf.open() as document:
            document.new_page()
            document.new_page()
            page = document[0]
            draw(page)
            page.set_rotation(rotation)
            document.save(path)
        return path

    return make


def layer_of(path, page=1):
    with Pdf(path) as pdf:
        return pdf.layer(page)


def said(layer):
    return " ".join(word.text for word in layer.words)


def two_columns(page):
    page.insert_text((72, 60), "A heading that stands over both of the columns of this page", fontsize=14)
    for row, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        page.insert_text((320, 100 + 16 * row), right, fontsize=10)
        page.insert_text((72, 100 + 16 * row), left, fontsize=10)


def test_columns_are_read_one_after_the_other_below_their_heading(write):
    heading = "A heading that stands over both of the columns of this page"
    assert said(layer_of(write(two_columns))) == " ".join([heading, *LEFT, *RIGHT])


def test_a_page_number_above_the_columns_is_read_before_them(write):
    def draw(page):
        two_columns(page)
        page.insert_text((500, 30), "17", fontsize=10)
        page.insert_text((72, 30), "Policy brief", fontsize=10)
        page.insert_text((500, 300), "wells.example", fontsize=10)

    words = said(layer_of(write(draw)))
    assert words.startswith("Policy brief 17 A heading")
    assert words.endswith(f"{RIGHT[-1]} wells.example")


def test_numbers_hanging_in_the_margin_are_read_with_their_lines(write):
    def draw(page):
        for row in range(12):
            page.insert_text((130, 100 + 16 * row), f"paragraph {row} of the text goes on for a while")
            page.insert_text((90, 100 + 16 * row), f"{row}.")

    expected = " ".join(f"{row}. paragraph {row} of the text goes on for a while" for row in range(12))
    assert said(layer_of(write(draw))) == expected


def test_text_that_the_file_holds_out_of_order_is_read_from_the_top(write):
    def draw(page):
        for row in (2, 0, 1):
            page.insert_text((72, 100 + 30 * row), f"line {row}")

    assert said(layer_of(write(draw))) == "line 0 line 1 line 2"


def test_search_reads_the_same_order(write):
    path = write(two_columns)
    with Pdf(path) as pdf:
        assert pdf.folded(1).text.split() == said(pdf.layer(1)).casefold().split()


def test_edges_follow_the_characters(write):
    layer = layer_of(write(lambda page: page.insert_text((72, 100), "iiiWWW end")))
    word = layer.words[0]
    assert len(word.edges) == 7
    assert word.edges[0] == pytest.approx(word.x0, abs=0.5)
    assert word.edges[-1] == pytest.approx(word.x1, abs=0.5)
    assert word.edges[3] - word.edges[0] < (word.edges[6] - word.edges[3]) / 2
    assert layer.caret_at(word.edges[3] + 0.3, 97) == Caret(0, 3)
    assert layer.caret_at(500, 97) == Caret(1, 3)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_on_a_turned_page_words_and_links_stay_where_the_unrotated_page_has_them(write, rotation):
    def draw(page):
        page.insert_text((72, 100), "first line")
        page.insert_text((72, 130), "second line")
        page.insert_link({"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(72, 88, 130, 104),
                          "uri": "https://undocs.org/A/1"})  # fmt: skip

    layer = layer_of(write(draw, rotation))
    first = next(word for word in layer.words if word.text == "first")
    assert (round(first.x0), first.y0 < 100 < first.y1) == (72, True)
    (link,) = layer.links
    assert link.address == "https://undocs.org/A/1"
    assert [round(value) for value in link[:4]] == [72, 88, 130, 104]


def test_links_lead_to_their_page(write):
    def draw(page):
        page.insert_link({"kind": pymupdf.LINK_GOTO, "from": pymupdf.Rect(10, 10, 60, 30), "page": 1,
                          "to": pymupdf.Point(0, 300)})  # fmt: skip

    (link,) = layer_of(write(draw)).links
    assert (link.page, round(link.y), link.address) == (2, 300, "")
    assert link.holds(20, 20)
    assert not link.holds(70, 20)


def test_copied_lines_are_joined_and_broken_words_healed(write):
    def draw(page):
        for row, line in enumerate(["The recom-", "mendation of the", "Group."]):
            page.insert_text((72, 100 + 13 * row), line)
        page.insert_text((72, 170), "Another paragraph.")

    layer = layer_of(write(draw))
    assert layer.text(layer.start, layer.end) == "The recommendation of the Group.\nAnother paragraph."
    assert layer.text(Caret(0, 1), Caret(1, 3)) == "he rec"
    assert layer.text(Caret(1, 3), Caret(2, 6)) == "ommendat"
    assert len(layer.boxes(layer.start, layer.end)) == 4


def test_words_within_a_rectangle_and_the_rectangles_around_words(write):
    layer = layer_of(write(two_columns))
    left = layer.within([Region(1, 60, 85, 310, 240)])
    assert " ".join(layer.words[index].text for index in left) == " ".join(LEFT)
    assert len(layer.around(left)) == 1
    both = layer.within([Region(1, 60, 85, 600, 240)])
    assert len(layer.around(both)) == 2


def test_a_page_without_words_has_no_place_for_a_cursor(write):
    layer = layer_of(write(lambda page: None))
    assert layer.caret_at(10, 10) is None
    assert layer.text(layer.start, layer.end) == ""


def test_letters_with_accents_are_one_character_each(write):
    """Some producers write them in two; an accent that no letter takes stays."""

    def draw(page):
        writer = pymupdf.TextWriter(page.rect)
        writer.append((72, 100), "Le Comite\u0301 a de\u0301cide\u0301 q\u0301", font=pymupdf.Font("cjk"))
        writer.write_text(page)

    path = write(draw)
    layer = layer_of(path)
    assert said(layer) == "Le Comit\xe9 a d\xe9cid\xe9 q\u0301"
    assert all(len(word.edges) == len(word.text) + 1 for word in layer.words)
    assert list(layer.words[1].edges) == sorted(layer.words[1].edges)
    with Pdf(path) as pdf:
        assert [line.text.strip() for line in pdf.text(1).lines] == [said(layer)]


def _raw(*pieces):
    """A line as the engine has it, of characters with their left edges."""
    chars = [{"c": sign, "bbox": (x, 50.0, x + width, 60.0)} for sign, x, width in pieces]
    return [{"lines": [{"dir": (1.0, 0.0), "spans": [{"chars": chars}]}]}]


def test_word_that_runs_both_ways_has_edges_from_end_to_end():
    # as "20،" stands in Arabic: the comma left of the digits
    (word,) = laid_words(_raw(("2", 104, 5), ("0", 109, 5), ("\u060c", 100, 4)), PageInfo(1, 595, 842))
    assert word.edges == pytest.approx((114, 109, 104, 100))


def test_word_of_one_letter_from_right_to_left_begins_at_its_right():
    (word,) = laid_words(_raw(("\u0648", 100, 5)), PageInfo(1, 595, 842))
    assert word.edges == (105, 100)


def test_sign_that_shows_nothing_parts_no_word():
    (word,) = laid_words(_raw(("a", 100, 5), ("\u200b", 105, 0), ("b", 105, 5)), PageInfo(1, 595, 842))
    assert word.text == "ab"
