from __future__ import annotations

import pymupdf
import pytest

from model.extraction.extract import extract
from model.nodes import Kind
from model.reading.pdf import Pdf
from model.reading.superscripts import parted
from model.reading.text import Span

LINE = Span("", 100.0, 90.0, 200.0, 102.0, 100.0, 100.0, 10.0, "Serif", False, False, False)


def cut(text, before=""):
    return [(span.text, span.raised) for span in parted(LINE._replace(text=text), before)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the wells.² The Board", [("the wells.", False), ("2", True), (" The Board", False)]),
        ("of the wells¹²", [("of the wells", False), ("12", True)]),
        ("¹ See the annex.", [("1", True), (" See the annex.", False)]),
        ("“a well”³", [("“a well”", False), ("3", True)]),
        ("a field of 4 km²", [("a field of 4 km²", False)]),
        ("10⁶ litres", [("10⁶ litres", False)]),
    ],
)
def test_marks_of_notes_are_cut_out_and_units_are_not(text, parts):
    assert cut(text) == parts


def test_the_span_before_says_whether_a_numeral_begins_the_line():
    assert cut("² of land", before="40 m") == [("² of land", False)]
    assert cut("² of land", before="the Board.")[0] == ("2", True)


def test_parts_stand_where_their_letters_do_and_a_mark_is_small_and_high():
    word, mark = parted(LINE._replace(text="of wells.²"), "")
    assert (word.x0, word.x1, mark.x0, mark.x1) == (100.0, 190.0, 190.0, 200.0)
    assert mark.size < 0.8 * word.size
    assert mark.baseline < word.baseline - 0.3 * word.size


@pytest.mark.parametrize("size", [6, 9])
@pytest.mark.parametrize(("mark", "number"), [("¹", "1"), ("²", "2")])
def test_a_note_with_such_a_mark_is_tied_to_its_place_in_the_text(tmp_path, size, mark, number):
    path = tmp_path / "wells.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        for line in range(20):
            text = f"The committee took note of {line} more reports on wells in the north of the region"
            page.insert_text((72, 100 + 14 * line), text + mark * (line == 9), fontsize=11)
        page.draw_line((72, 700), (200, 700), width=0.5)
        page.insert_text((72, 712), mark, fontsize=size)
        page.insert_text((78, 714), "Report of the committee, page 7.", fontsize=9)
        document.save(path)
    with Pdf(path) as pdf:
        nodes = extract(pdf, lambda done, total: None).nodes
    (note,) = (node for node in nodes if node.kind is Kind.FOOTNOTE)
    (text,) = (node for node in nodes if node.kind is Kind.PARAGRAPH)
    assert (note.number, note.text) == (number, "Report of the committee, page 7.")
    assert mark not in text.text
    assert [one[1] for one in text.extra["marks"]] == [number]
