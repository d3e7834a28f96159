"""Pieces of a Word document that python-docx has no words for, or makes slowly.

Styles are given by their ids, for to look one up by its name takes longer than all else of a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from storage.exporting.xml_text import xml_text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

TITLE, HEADING, SUBHEADING, LISTED = "Title", "Heading1", "Heading2", "ListBullet"
PATH, TEXT, LABEL = "Path", "EntryText", "LabelText"
_GREY = "5A6672"
# Twentieths of a point: what a label is called, its value, and whose word it is.
_WIDTHS = (1500, 5500, 2300)


def prepare(made: Document) -> None:
    """The styles of the report, and a number on each page."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    for style, size, after in ((PATH, 9, 2), (TEXT, 11, 4), (LABEL, 9, 1)):
        added = made.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
        added.base_style = made.styles["Normal"]
        added.font.size = Pt(size)
        # A recommendation stays on one page with its labels and its picture, where it finds room.
        added.paragraph_format.keep_with_next = True
        added.paragraph_format.space_before, added.paragraph_format.space_after = Pt(0), Pt(after)
        added.paragraph_format.line_spacing = 1.1
    made.styles[PATH].font.color.rgb = RGBColor.from_string(_GREY)
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(22)
    foot = page.footer.paragraphs[0]
    foot.alignment = 2  # at the right
    foot._p.append(_parsed('<w:fldSimple {} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))


def add_text(made: Document, text: str, style: str, *, turned: bool = False) -> Paragraph:
    """A paragraph; `turned` runs from right to left."""
    paragraph = made.add_paragraph(xml_text(text))
    paragraph._p.style = style
    if turned:
        paragraph._p.get_or_add_pPr().append(_parsed("<w:bidi {}/>"))
        for run in paragraph.runs:
            run.font.rtl = True
    return paragraph


def add_table(made: Document, rows: Iterable[tuple[str, str, str]], description: str) -> None:
    """A table of labels without lines; `description` is its alternative text."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    table = (
        f'<w:tbl {{}}><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblDescription w:val={quoteattr(description)}/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{''.join(map(_row, rows))}</w:tbl>"
    )
    made.element.body.sectPr.addprevious(_parsed(table))


def _row(words: tuple[str, str, str]) -> str:
    # What is said stands out; what it is called and who said it is quiet.
    colors = f'<w:color w:val="{_GREY}"/>', "", f'<w:color w:val="{_GREY}"/>'
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{LABEL}"/>'
        f'</w:pPr><w:r><w:rPr>{color}</w:rPr><w:t xml:space="preserve">{escape(xml_text(text))}</w:t></w:r>'
        "</w:p></w:tc>"
        for text, width, color in zip(words, _WIDTHS, colors, strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def add_picture(made: Document, data: bytes, number: int, widest: float, dots: float) -> None:
    """As `made.add_picture`, which looks through all pictures before for one that is the same. At most
    `widest` inches wide, with so many dots an inch where it is smaller."""
    from docx.image.image import Image
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml.shape import CT_Inline
    from docx.parts.image import ImagePart
    from docx.shared import Inches

    image = Image.from_blob(data)
    name = f"image{number}.png"
    part = ImagePart.from_image(image, PackURI(f"/word/media/{name}"))
    relation = made.part.rels.add_relationship(
        RELATIONSHIP_TYPE.IMAGE, part, made.part.rels._next_rId
    ).rId  # fmt: skip
    width, height = image.scaled_dimensions(Inches(min(widest, image.px_width / dots)))
    inline = CT_Inline.new_pic_inline(number, relation, name, width, height)
    inline.docPr.set("descr", "The passage on the page")
    made.add_paragraph().add_run()._r.add_drawing(inline)


def _parsed(xml: str) -> Any:
    """An element; `{}` is where its namespace is declared."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(xml.replace("{}", nsdecls("w"), 1))
