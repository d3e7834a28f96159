from __future__ import annotations

import pymupdf
import pytest

from model.extraction.extract import extract
from model.extraction.rows import Row
from model.extraction.structure.texts import row_text
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


@pytest.mark.parametrize(
    ("across", "down", "word", "mark", "origin"),
    [
        (0.0, 1.0, (90.0, 180.0), (180.0, 190.0), (103.5, 180.0)),
        (0.0, -1.0, (100.0, 190.0), (90.0, 100.0), (96.5, 100.0)),
    ],
)
def test_parts_of_a_turned_line_stand_along_it(across, down, word, mark, origin):
    start = 90.0 if down > 0 else 190.0
    line = Span("of wells.²", 95.0, 90.0, 107.0, 190.0, 100.0, start, 10.0, "Serif", False, False, False)
    one, two = parted(line, "", across, down)
    assert [(span.x0, span.x1) for span in (one, two)] == [(95.0, 107.0)] * 2
    assert (one.y0, one.y1, two.y0, two.y1) == (*word, *mark)
    assert (two.x, two.baseline) == pytest.approx(origin)


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("a hall of 40 metres²", True),
        ("of 1 200 kilómetros²", True),
        ("of 60 Kilometer²", True),
        ("площадью 40 метров²", True),
        ("the depth in metres²", False),
        ("it is 40 metres¹", False),
        ("the first 40 parameters²", False),
    ],
)
def test_a_length_and_its_power_are_one(text, belongs):
    assert (len(cut(text)) == 1) is belongs


@pytest.mark.parametrize(
    ("before", "text", "marks"),
    [
        ("a hall of 40 m", "a hall of 40 m2", []),
        ("12 persons per km", "12 persons per km2", []),
        ("at a cost of £40m", "at a cost of £40m", ["2"]),
        ("a cost of EUR 1.5–2.5m", "a cost of EUR 1.5–2.5m", ["2"]),
        ("at its farm", "at its farm", ["2"]),
    ],
)
def test_a_raised_figure_after_a_length_is_no_mark_though_a_note_has_it(before, text, marks):
    line = LINE._replace(text=before)
    raised = LINE._replace(text="2", x0=200.0, x1=204.0, baseline=96.0, size=6.0, raised=True)
    found = row_text(Row(1, (line, raised), 100.0, 90.0, 204.0, 102.0, 100.0, 10.0, 100.0, 500.0), {"2"})
    assert (found.text, [mark.mark for mark in found.marks]) == (text, marks)
