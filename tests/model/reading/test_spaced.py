"""Words whose letters are set apart."""

from __future__ import annotations

from pathlib import Path

import pymupdf

from model.reading.pdf import Pdf


def _apart(page: pymupdf.Page, x: float, y: float, text: str, space: float) -> None:
    """Writes letters with this much space between them, as the operator for it in PDF sets them."""
    page.insert_text((x, y), text, fontsize=12, fontname="helv")
    (xref,) = page.get_contents()[-1:]
    stream = page.parent.xref_stream(xref).replace(b"BT", b"BT %g Tc" % space, 1)
    page.parent.update_stream(xref, stream)


def _texts(path: Path, space: float, text: str) -> list[str]:
    pdf = pymupdf.open()
    _apart(pdf.new_page(), 72, 100, text, space)
    pdf.save(path)
    with Pdf(path) as opened:
        return [line.text.strip() for line in opened.text(1).lines]


def test_letters_set_apart_are_words(tmp_path: Path) -> None:
    assert _texts(tmp_path / "a.pdf", 3.5, "STATE OF THE MUSEUMS") == ["STATE OF THE MUSEUMS"]


def test_letters_far_apart_are_no_word(tmp_path: Path) -> None:
    text = " ".join(_texts(tmp_path / "a.pdf", 9.0, "ABCDEF"))
    assert text.split() == list("ABCDEF")
