"""Marks in a copy of a PDF: over words where there are some, over the rectangle where there are none."""

from __future__ import annotations

import pymupdf
import pytest

from model.errors import PasswordNeeded, UnreadableFile
from model.highlights import Highlight
from model.nodes import Region
from model.reading.annotating import annotate, marks_in

BLUE = "#0072B2"


def write(path, pages=2, **how):
    with pymupdf.open() as pdf:
        for number in range(1, pages + 1):
            page = pdf.new_page()
            page.insert_text((72, 100), f"The first line of page {number}")
            page.insert_text((72, 120), "and the second one")
        pdf.save(path, no_new_id=True, **how)
    return path


def test_a_mark_on_two_pages_is_a_highlight_on_each_with_the_words_lines(tmp_path):
    source = write(tmp_path / "a.pdf")
    before = source.read_bytes()
    regions = (Region(1, 60, 85, 400, 130), Region(2, 60, 85, 400, 105))
    annotate(
        source, None, tmp_path / "b.pdf", "doc-1", [Highlight("n", regions, BLUE, "Ann", "Role: x", "note")]
    )
    document, found = marks_in(tmp_path / "b.pdf")
    assert document == "doc-1"
    assert [(one.name, one.page, one.kind) for one in found] == [
        ("n", 1, "Highlight"), ("n+note", 1, "Text"), ("n+1", 2, "Highlight"),
    ]  # fmt: skip
    assert [len(one.boxes) for one in found] == [2, 0, 1]
    assert {(one.author, one.text) for one in found} == {("Ann", "Role: x"), ("Ann", "note")}
    assert source.read_bytes() == before


def test_where_no_words_are_the_rectangle_is_marked(tmp_path):
    source = write(tmp_path / "a.pdf")
    box = (100.0, 400.0, 200.0, 450.0)
    annotate(source, None, tmp_path / "b.pdf", "d", [Highlight("n", (Region(1, *box),), BLUE, "", "")])
    (found,) = marks_in(tmp_path / "b.pdf")[1]
    assert found.boxes[0] == pytest.approx(box)


def test_a_locked_pdf_needs_its_password_and_its_copy_none(tmp_path):
    locked = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "user_pw": "please", "owner_pw": "mine"}
    source = write(tmp_path / "a.pdf", **locked)
    mark = Highlight("n", (Region(1, 60, 85, 400, 105),), BLUE, "Ann", "x")
    with pytest.raises(PasswordNeeded):
        annotate(source, None, tmp_path / "b.pdf", "d", [mark])
    assert not (tmp_path / "b.pdf").exists()
    annotate(source, "please", tmp_path / "b.pdf", "d", [mark])
    assert [one.name for one in marks_in(tmp_path / "b.pdf")[1]] == ["n"]


def test_what_is_no_pdf_says_so(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"nothing")
    with pytest.raises(UnreadableFile):
        annotate(path, None, tmp_path / "b.pdf", "d", [])


def test_a_pdf_of_somebody_else_has_no_document(tmp_path):
    assert marks_in(write(tmp_path / "a.pdf")) == ("", [])
