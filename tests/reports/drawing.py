"""Writes laid-out sheets as a PDF: embedded subsets of MuPDF's base-14 faces, the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence

import pymupdf

from tests.reports.blocks import Report
from tests.reports.layout import LaidOut, lay_out
from tests.reports.sheets import Sheet
from tests.reports.styles import Style
from tests.reports.typeset import font

_MADE = "D:20240930120000Z"


def write(report: Report, style: Style) -> tuple[bytes, LaidOut]:
    """The report as PDF bytes, and where everything stands in it."""
    laid_out = lay_out(report, style)
    return draw(report, style, laid_out), laid_out


def draw(report: Report, style: Style, laid_out: LaidOut) -> bytes:
    with pymupdf.open() as pdf:
        for sheet in laid_out.sheets:
            _page(pdf, sheet, style)
        if style.bookmarks:
            pdf.set_toc(_bookmarks(laid_out))
        pdf.set_metadata({"title": report.title, "creationDate": _MADE, "modDate": _MADE})
        pdf.subset_fonts()
        return pdf.tobytes(garbage=4, deflate=True, use_objstms=1, no_new_id=True)


def _page(pdf: pymupdf.Document, sheet: Sheet, style: Style) -> None:
    page = pdf.new_page(width=style.width, height=style.height)
    parts = (sheet.furniture, sheet.body) if style.furniture_first else (sheet.body, sheet.furniture)
    names = {}
    for fragment in (*parts[0], *parts[1]):
        if fragment.face not in names:
            names[fragment.face] = fragment.face.replace(" ", "")
            page.insert_font(fontname=names[fragment.face], fontbuffer=font(fragment.face).buffer)
    shape = page.new_shape()
    for rule in sheet.rules:
        shape.draw_line((rule.x0, rule.y), (rule.x1, rule.y))
        shape.finish(width=rule.width)
    for part in parts:
        for fragment in part:
            place = (fragment.x, fragment.y)
            shape.insert_text(place, fragment.text, fontsize=fragment.size, fontname=names[fragment.face])
    shape.commit()


def _bookmarks(laid_out: LaidOut) -> Sequence[list]:
    rows: list[list] = []
    for row in laid_out.outline:
        if row.kind == "section" and row.level:
            level = min(row.level, rows[-1][0] + 1 if rows else 1)
            rows.append([level, f"{row.number}. {row.text}".removeprefix(". "), row.page])
    return rows
