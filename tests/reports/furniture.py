"""What stands on a page around the text: masthead, running headers and footers, footnotes at the foot."""

from __future__ import annotations

from tests.reports.blocks import Report
from tests.reports.sheets import Column, Rule, Sheet, put, put_line
from tests.reports.styles import Style
from tests.reports.typeset import break_lines


def masthead(sheet: Sheet, report: Report, style: Style) -> float:
    """Writes the first page's masthead and foot. Returns the y where the title may start."""
    head, out = report.masthead, sheet.furniture
    edge, far = style.edge, style.far_edge
    put(out, head.institution, edge, style.header_y, 14)
    put(out, head.symbol, 0, style.header_y, 14, end=far)
    sheet.rules.append(Rule(edge, far, style.header_y + 8, 1.0))
    y = style.header_y + 34
    column = edge + (far - edge) * 0.72
    for n, line in enumerate(head.organ):
        put(out, line, edge, y + 18 * n, 15, "bold")
    for n, line in enumerate((head.distribution, head.date, "", head.original)):
        if line:
            put(out, line, column, y + 13 * n, 10)
    y += max(18 * len(head.organ), 52) - 4
    sheet.rules.append(Rule(edge, far, y, 2.0))
    y += 20
    if head.body:
        put(out, head.body, edge, y, 10, "bold")
        y += 13
    for line in head.session:
        put(out, line, edge, y, 10)
        y += 13
    put(out, f"{head.job_number}    {head.job_dates}".strip(), edge, style.footer_y - 5, 8)
    if head.bar_code:
        put(out, head.bar_code, edge, style.footer_y + 10, 10)
    return y + 28


def running(sheet: Sheet, sheets: int, report: Report, style: Style) -> None:
    """Running header and footer: left on even pages, right on odd ones."""
    left = sheet.number % 2 == 0
    out, head = sheet.furniture, report.masthead
    printed = f"{sheet.number}/{sheets}" if style.page_of else str(sheet.number)
    for text, y, size, face, here in (
        (head.symbol, style.header_y, 9, "bold", left),
        (printed, style.footer_y, 9, "bold", left),
        (head.job_number.split(" (")[0], style.footer_y, 8, "roman", not left),
    ):
        put(out, text, style.edge, y, size, face, end=None if here else style.far_edge)
    if style.header_rule:
        sheet.rules.append(Rule(style.edge, style.far_edge, style.header_y + 6, 1.0))


def note_leading(style: Style) -> float:
    return style.note_size + 1.6


def note_lines(text: str, style: Style, column: Column) -> list:
    room = column.x1 - column.x0
    return break_lines(text, style.note_size, (room - 12, room))


def note_room(style: Style, column: Column, added: int) -> float:
    """The height that `added` more lines of footnotes take in a column, the rule above the first included."""
    return added * note_leading(style) + (0.0 if column.notes else 14.0)


def footnotes(sheet: Sheet, column: Column, style: Style) -> list[tuple[str, list[tuple[float, ...]]]]:
    """Sets a column's footnotes. Returns each mark with its lines' rectangles."""
    y = column.bottom - column.notes_height + 8
    if style.note_rule == "typed":
        put(sheet.body, "_" * 15, column.x0, y - 2, style.note_size)
    else:
        sheet.rules.append(Rule(column.x0, column.x0 + 144, y, 0.6))
    placed = []
    y += 2
    for mark, lines in column.notes:
        regions = []
        for n, line in enumerate(lines):
            y += note_leading(style)
            if not n:
                put(sheet.body, mark, column.x0, y - 3, style.note_size * 0.65)
            x = column.x0 + (0 if n else 12)
            put_line(sheet.body, line, x, y, None)
            size = style.note_size
            regions.append((column.sheet, column.x0, y - 0.9 * size, x + line.width, y + 0.25 * size))
        placed.append((mark, regions))
    return placed
