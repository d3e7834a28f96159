"""Chinese reports: headings in the black face, set no larger than the text, perhaps right above a table."""

from __future__ import annotations

import re
from pathlib import Path

import pymupdf
import pytest

from model.extraction.structure import build
from model.extraction.zones import zone_pages
from model.nodes import Kind
from model.reading.pdf import Pdf

# The second draws traditional letters only.
_FACE, _TEXT = "china-s", "china-t"
# "黑体" as names of fonts write it: in UTF-8, in GBK, in Latin letters.
_SENTENCE = (*["各部門推進信息公開工作並完善制度建設與平台管理服務"] * 5, "全面完成年度任務。")
_NAMES = ("/#E9#BB#91#E4#BD#93", "/#BA#DA#CC#E5", "/ABCDEF+SimHei")


def _named(pdf: pymupdf.Document, page: pymupdf.Page, name: str) -> None:
    """Gives the headings' font of a page another name."""
    font = next(font[0] for font in page.get_fonts() if font[4] == _FACE)
    child = int(re.search(r"DescendantFonts \[ (\d+)", pdf.xref_object(font))[1])
    described = int(re.search(r"FontDescriptor (\d+)", pdf.xref_object(child))[1])
    for xref, key in ((font, "BaseFont"), (child, "BaseFont"), (described, "FontName")):
        pdf.xref_set_key(xref, key, name)


@pytest.mark.parametrize("name", _NAMES)
def test_headings_in_the_black_face_are_headings_also_above_a_table(tmp_path: Path, name: str) -> None:
    pdf = pymupdf.open()
    page = pdf.new_page(width=595, height=842)
    y = 100.0

    def write(text: str, x: float, font: str = _TEXT) -> None:
        page.insert_text((x, y), text, fontname=font, fontsize=16)

    for heading in ("一、总体情况", "二、存在的主要问题"):
        write(heading, 106, _FACE)
        for line, text in enumerate(_SENTENCE):
            y += 28
            write(text, 106 if line == 0 else 74)
        y += 28
    write("三、收到和处理申请情况", 106, _FACE)
    for row in (("項目", "數量", "總計"), ("公開", "50", "95"), ("其他", "31", "31"), ("部分", "9", "9")):
        page.draw_line((74, y + 6), (520, y + 6))
        y += 24
        for x, text in zip((80, 240, 400), row, strict=True):
            write(text, x)
    page.draw_line((74, y + 6), (520, y + 6))
    for x in (74, 230, 390, 520):
        page.draw_line((x, y + 6 - 96), (x, y + 6))
    _named(pdf, page, name)
    pdf.save(tmp_path / "a.pdf")
    with Pdf(tmp_path / "a.pdf") as opened:
        nodes = build(zone_pages(opened.texts()))
    headings = [(node.number, node.level, node.text) for node in nodes if node.kind is Kind.SECTION]
    assert headings == [("一", 1, "总体情况"), ("二", 1, "存在的主要问题"), ("三", 1, "收到和处理申请情况")]
    assert [node.kind for node in nodes].count(Kind.TABLE) == 1
