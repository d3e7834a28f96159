"""Signs that files write as other characters: bullets of picture fonts, ligatures, quotation marks."""

from __future__ import annotations

import pymupdf
import pytest

from model.extraction.extract import extract
from model.nodes import Kind
from model.reading.pdf import Pdf
from model.reading.text import readable


def _bulleted(path, sign: str, font: str) -> None:
    pdf = pymupdf.open()
    page = pdf.new_page()
    page.insert_text((72, 100), "1.  The board asks the branches to take these steps:", fontname="tiro")
    for at, words in enumerate(("Count the boats in each harbour.", "Mend the lamps on the pier.")):
        page.insert_text((90, 120 + 20 * at), sign, fontname="helv")
        page.insert_text((108, 120 + 20 * at), words, fontname="tiro")
    page.insert_text((72, 160), "2.  The board thanks the branches for their letters.", fontname="tiro")
    for xref, *_, name, _ in page.get_fonts():
        if name == "helv":
            pdf.xref_set_key(xref, "BaseFont", f"/ABCDEF+{font}")
    pdf.save(path)


@pytest.mark.parametrize(
    ("font", "sign", "shown"),
    [
        ("Wingdings-Regular", "\xa7", "▪"),
        ("Wingdings-Regular", "n", "■"),
        ("Wingdings", "y", "•"),
        ("Helvetica", "n", "n"),
    ],
)
def test_a_letter_of_a_picture_font_is_the_bullet_that_it_shows(tmp_path, font, sign, shown):
    _bulleted(tmp_path / "a.pdf", sign, font)
    with Pdf(tmp_path / "a.pdf") as pdf:
        signs = {span.text.strip() for line in pdf.text(1).lines for span in line.spans if span.font == font}
        nodes = extract(pdf, lambda _done, _all: None).nodes
    assert shown in signs
    items = [node.text for node in nodes if node.kind is Kind.ITEM]
    assert (items == ["Count the boats in each harbour.", "Mend the lamps on the pier."]) is (shown != "n")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("the o\u21b5set\x92s di\u21b5erent \x93boats\x94", "the offset’s different “boats”"),
        ("\x9fItem \x9d", "Item "),
        ("Press \u21b5 twice", "Press \u21b5 twice"),
    ],
)
def test_characters_that_a_file_writes_for_others_are_the_ones_meant(written, meant):
    assert readable(written) == meant
