"""Files that open, of which parts are damaged: what can be read is read, and what can't is said."""

from __future__ import annotations

import pymupdf
import pytest

from model.doubts import DoubtKind
from model.errors import UnreadableFile
from model.extraction.extract import extract
from model.reading.pdf import Pdf
from model.reading.text import readable

_SENTENCES = (
    "Wells are dug by hand where no water runs.",
    "The Committee visited four of them in the dry season.",
    "Two had been closed, and nobody could say why.",
)


def _with_a_lost_page(path, pages):
    """A report whose last page leads back to all of its pages, so that it is not to be found."""
    with pymupdf.open() as pdf:
        for number in range(1, pages + 1):
            pdf.new_page().insert_text((72, 100 + 200 * number), _SENTENCES[number - 1])
        tree = int(pdf.xref_get_key(pdf.pdf_catalog(), "Pages")[1].split()[0])
        kept = "".join(f"{pdf.page_xref(number)} 0 R " for number in range(pages - 1))
        pdf.xref_set_key(tree, "Kids", f"[{kept} {tree} 0 R]")
        path.write_bytes(pdf.tobytes())
    return path


def test_a_lost_page_is_in_doubt_and_the_others_are_read(tmp_path):
    with Pdf(_with_a_lost_page(tmp_path / "wells.pdf", 3)) as pdf:
        found = extract(pdf, lambda done, total: None)
    assert [node.text for node in found.nodes] == list(_SENTENCES[:2])
    assert [(doubt.kind, doubt.page) for doubt in found.doubts] == [(DoubtKind.DAMAGED, 3)]


def test_a_page_whose_contents_are_lost_is_in_doubt_and_an_empty_one_is_not(tmp_path):
    with pymupdf.open() as pdf:
        for sentence in (*_SENTENCES, ""):
            pdf.new_page().insert_text((72, 100), sentence)
        pdf.new_page()
        pdf.xref_set_key(pdf.page_xref(2), "Contents", "999 0 R")
        pdf.save(tmp_path / "wells.pdf")
    with Pdf(tmp_path / "wells.pdf") as pdf:
        found = extract(pdf, lambda done, total: None)
    assert [(doubt.kind, doubt.page) for doubt in found.doubts] == [(DoubtKind.DAMAGED, 3)]


def test_a_file_that_was_cut_short_is_in_doubt(tmp_path):
    with pymupdf.open() as pdf:
        for sentence in _SENTENCES:
            pdf.new_page().insert_text((72, 100), sentence)
        whole = pdf.tobytes()
    path = tmp_path / "wells.pdf"
    told = []
    for data in (whole, whole[: whole.rindex(b"xref") - 8]):
        path.write_bytes(data)
        with Pdf(path) as pdf:
            found = extract(pdf, lambda done, total: None)
        told.append([(doubt.kind, doubt.page) for doubt in found.doubts])
    assert told == [[], [(DoubtKind.MENDED, 1)]]


@pytest.mark.parametrize(
    "ask",
    [lambda pdf: pdf.render(3, 1.0), lambda pdf: pdf.png(3, 1.0, (0, 0, 9, 9)), lambda pdf: pdf.layer(3)],
)
def test_who_asks_for_a_damaged_page_is_told_which_and_what_to_do(tmp_path, ask):
    with (
        Pdf(_with_a_lost_page(tmp_path / "wells.pdf", 3)) as pdf,
        pytest.raises(UnreadableFile, match=r"wells\.pdf: page 3 is damaged; download"),
    ):
        ask(pdf)


def test_a_file_that_tells_more_pages_than_a_file_can_hold_is_named(tmp_path):
    with pymupdf.open() as pdf:
        pdf.new_page()
        path = tmp_path / "wells.pdf"
        path.write_bytes(pdf.tobytes().replace(b"/Count 1", b"/Count 999999999"))
    with pytest.raises(UnreadableFile, match=r"wells\.pdf: no page can be read"):
        Pdf(path)


def test_a_file_without_a_page_to_read_is_named(tmp_path):
    with (
        Pdf(_with_a_lost_page(tmp_path / "wells.pdf", 1)) as pdf,
        pytest.raises(UnreadableFile, match=r"wells\.pdf: .*download it again"),
    ):
        extract(pdf, lambda done, total: None)


@pytest.mark.parametrize(
    ("contents", "said"),
    [(b"PK\x03\x04" + b"\x00" * 400, "not a PDF, or damaged; save it as a PDF first"),
     (b"<!DOCTYPE html><p>Sign in</p>", "not a PDF, or damaged; save it as a PDF first"),
     (b"%PDF-1.7\n" + b"\x00\xff" * 400, "wells.pdf: damaged; download it again")],
)  # fmt: skip
def test_a_file_of_another_program_is_told_from_a_damaged_one(tmp_path, contents, said):
    path = tmp_path / "wells.pdf"
    path.write_bytes(contents)
    with pytest.raises(UnreadableFile, match=said):
        Pdf(path)


def test_what_is_no_character_is_shown_as_one():
    assert readable("a\x00\u200bb\ud800c\n") == "ab\ufffdc\n"


def test_signs_that_are_the_same_as_others_are_read_as_these() -> None:
    assert readable("small harbours\u037e 2\u212a") == "small harbours; 2K"


def test_signs_for_radicals_are_read_as_words() -> None:
    assert readable("安全管理的意⻅，人⺠⽂件") == "安全管理的意见，人民文件"
