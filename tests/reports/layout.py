"""Puts a report on sheets and says what a perfect reader would find there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.reports import furniture
from tests.reports.blocks import Block, Contents, Expected, Heading, Item, PageBreak, Paragraph, Report, Table
from tests.reports.sheets import ASCENT, DESCENT, Column, Rule, Sheet, columns_of, put, put_line
from tests.reports.styles import Style
from tests.reports.typeset import Line, break_lines, plain, width


@dataclass(frozen=True, slots=True)
class LaidOut:
    sheets: tuple[Sheet, ...]
    outline: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A heading as the contents page lists it, with its range of paragraphs and its page."""

    heading: Heading
    paragraphs: str
    page: int


def lay_out(report: Report, style: Style) -> LaidOut:
    """Lays the report out; twice where a contents page needs the headings' pages."""
    flow = _Flow(report, style, _contents_rows(report, {}))
    if any(isinstance(block, Contents) for block in report.blocks):
        flow = _Flow(report, style, _contents_rows(report, flow.pages))
    return LaidOut(tuple(flow.sheets), tuple(flow.outline))


def _contents_rows(report: Report, pages: dict[int, int]) -> list[ContentsRow]:
    """The headings of the first two levels; `pages` are by index among the blocks."""
    rows = []
    headings = [n for n, block in enumerate(report.blocks) if isinstance(block, Heading)]
    for n in headings:
        heading = report.blocks[n]
        if not isinstance(heading, Heading) or heading.level > 2:
            continue
        later = (m for m in headings if m > n and report.blocks[m].level <= heading.level)  # type: ignore[union-attr]
        below = report.blocks[n + 1 : next(later, len(report.blocks))]
        numbers = [b.number for b in below if isinstance(b, Paragraph) and b.number]
        span = "" if not numbers or heading.label else numbers[0]
        if span and numbers[-1] != numbers[0]:
            span += f"–{numbers[-1]}"
        rows.append(ContentsRow(heading, span, pages.get(n, 1)))
    return rows


class _Flow:
    """One pass over the report's blocks."""

    def __init__(self, report: Report, style: Style, contents: list[ContentsRow]) -> None:
        self.report, self.style, self.contents = report, style, contents
        self.sheets: list[Sheet] = []
        self.outline: list[Expected] = []
        self.pages: dict[int, int] = {}
        self._columns: list[Column] = []
        self._open: list[int] = []  # the sections above, as rows of the outline
        self._holders: list[int] = []  # the paragraph and the items above
        self._noted: set[str] = set()
        self._gap = 0.0
        self._start()
        for n, block in enumerate(report.blocks):
            self._block(n, block)
        self._close_columns(all_of_them=True)
        for sheet in self.sheets[1:]:
            furniture.running(sheet, len(self.sheets), report, style)

    # -- columns ---------------------------------------------------------------------------------------

    def _start(self) -> None:
        style = self.style
        sheet = Sheet(1)
        self.sheets.append(sheet)
        y = furniture.masthead(sheet, self.report, style)
        whole = Column(1, style.left, style.right, y, style.bottom)
        self._columns, self._y = [whole], y
        row = self._row("title", self.report.title, None)
        lines = break_lines(self.report.title, style.title_size, (whole.x1 - whole.x0,) * 2, bold=True)
        for line in lines:
            self._line(row, line, 0.0, style.title_size * 1.22, style.title_size)
        self._columns = columns_of(style, 1, self._y + 12)
        self._y += 12

    def _next_column(self) -> None:
        if len(self._columns) == 1:
            self._close_columns(all_of_them=True)
            self.sheets.append(Sheet(len(self.sheets) + 1))
            self._columns = columns_of(self.style, len(self.sheets), self.style.top)
        else:
            self._close_columns()
        self._y = self._columns[0].top
        self._gap = 0.0

    def _close_columns(self, all_of_them: bool = False) -> None:
        closing = self._columns if all_of_them else self._columns[:1]
        for column in closing:
            if not column.notes:
                continue
            for mark, regions in furniture.footnotes(self.sheets[column.sheet - 1], column, self.style):
                text, marks = plain(self.report.notes[mark])
                self.outline.append(
                    Expected("footnote", text, column.sheet, number=mark, marks=marks, regions=tuple(regions))
                )
        self._columns = self._columns[len(closing) :]

    def _room(self) -> float:
        column = self._columns[0]
        return column.bottom - column.notes_height - self._y - self._gap

    # -- rows and lines --------------------------------------------------------------------------------

    def _row(self, kind: str, text: str, parent: int | None, **more) -> int:
        own, marks = plain(text)
        self.outline.append(Expected(kind, own, 0, parent, marks=marks, **more))
        return len(self.outline) - 1

    def _line(
        self,
        row: int | None,
        line: Line,
        indent: float,
        leading: float,
        size: float,
        spread=None,
        number=None,
    ):
        """Puts a line in the current column or the next one; `number` is (text, x on the page, face)."""
        column = self._columns[0]
        fresh = [mark for mark in line.marks if mark in self.report.notes and mark not in self._noted]
        notes = [(mark, furniture.note_lines(self.report.notes[mark], self.style, column)) for mark in fresh]
        needed = (
            furniture.note_room(self.style, column, sum(len(lines) for _, lines in notes)) if notes else 0.0
        )
        if self._room() < leading + needed and self._y > column.top:
            self._next_column()
            return self._line(row, line, indent, leading, size, spread, number)
        self._y += self._gap
        self._gap = 0.0
        column.notes += notes
        column.notes_height += needed
        self._noted.update(fresh)
        x, baseline = column.x0 + indent, self._y + leading * 0.82
        body = self.sheets[column.sheet - 1].body
        left = x
        if number and number[0]:
            put(body, number[0], number[1], baseline, size, number[2])
            left = min(x, number[1])
        put_line(body, line, x, baseline, spread)
        self._y += leading
        if row is not None:
            self._claim(row, column.sheet, left, baseline, x + (spread or line.width), size)
        return None

    def _claim(self, row: int, sheet: int, x0: float, baseline: float, x1: float, size: float) -> None:
        old = self.outline[row]
        region = (sheet, x0, baseline - ASCENT * size, x1, baseline + DESCENT * size)
        self.outline[row] = replace(old, page=old.page or sheet, regions=(*old.regions, region))

    def _text(
        self,
        row: int,
        text: str,
        first: float,
        wrap: float,
        size: float,
        number=None,
        after: float | None = None,
    ) -> None:
        """A block of text: its first line at the indent `first`, the others at `wrap`."""
        column, style = self._columns[0], self.style
        room = column.x1 - column.x0
        lines = break_lines(text, size, (room - first, room - wrap))
        for n, line in enumerate(lines):
            indent = wrap if n else first
            spread = room - indent if style.justified and n < len(lines) - 1 else None
            mark = number(self._columns[0], style, line) if number and not n else None
            if mark and self._needs_new_column(line):
                self._next_column()
                mark = number(self._columns[0], style, line)
            self._line(row, line, indent, style.leading, size, spread, mark)
        self._gap = style.paragraph_gap if after is None else after

    def _needs_new_column(self, line: Line) -> bool:
        """Whether the column's change is certain before the number's place is asked for."""
        column = self._columns[0]
        fresh = [mark for mark in line.marks if mark in self.report.notes and mark not in self._noted]
        added = sum(len(furniture.note_lines(self.report.notes[mark], self.style, column)) for mark in fresh)
        needed = furniture.note_room(self.style, column, added) if added else 0.0
        return self._room() < self.style.leading + needed and self._y > column.top

    # -- blocks ----------------------------------------------------------------------------------------

    def _block(self, n: int, block: Block) -> None:
        if isinstance(block, Heading):
            self._heading(n, block)
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Item):
            self._item(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Contents):
            self._contents(block)
        elif isinstance(block, PageBreak):
            while len(self._columns) > 1:
                self._next_column()
            self._next_column()

    def _heading(self, n: int, block: Heading) -> None:
        style = self.style
        size = style.heading_sizes[min(block.level, len(style.heading_sizes)) - 1]
        leading = size * 1.22
        column = self._columns[0]
        self._gap = max(self._gap, size * 0.9) if self._y > column.top else 0.0
        texts = [block.label] if block.label else []
        measure = (column.x1 - column.x0,) * 2
        lines = break_lines(block.text, size, measure, bold=True, italic=block.level == 5)
        if self._room() < leading * (len(lines) + len(texts)) + 2 * style.leading + 8:
            self._next_column()
            column = self._columns[0]
        del self._open[block.level - 1 :]
        parent = self._open[-1] if self._open else None
        self._holders.clear()
        text = f"{block.label} {block.text}".strip()
        row = self._row("section", text, parent, level=block.level, number=block.number)
        self._open.append(row)
        for label in texts:
            self._line(row, break_lines(label, size, measure, bold=True)[0], 0.0, leading * 1.2, size)
        printed = self._heading_number(block)
        for m, line in enumerate(lines):
            mark, indent = None, 0.0
            if printed and not m and style.heading_numbers:
                mark = (
                    printed,
                    style.heading_numbers[block.level - 1],
                    "bold italic" if block.level == 5 else "bold",
                )
            elif printed and not m:
                indent = width(printed, "bold", size) + size * 0.6
                mark = (printed, column.x0, "bold")
            self._line(row, line, indent, leading, size, None, mark)
        self.pages[n] = self.outline[row].page
        self._gap = 8.0

    @staticmethod
    def _heading_number(block: Heading) -> str:
        if not block.number or block.label:
            return ""
        return f"({block.number})" if block.level > 3 else f"{block.number}."

    def _paragraph(self, block: Paragraph) -> None:
        style = self.style
        labels = {"role": block.role, "force": block.force, "addressees": block.addressees}
        row = self._row(
            "paragraph", block.text, self._open[-1] if self._open else None, number=block.number, **labels
        )
        self._holders[:] = [row]
        first = 0.0 if block.continues else style.first_line
        printed = f"{block.number}." if block.number else ""

        def number(column: Column, style: Style, line: Line):
            return (printed, column.x0, "roman")

        self._text(
            row, block.text, max(first, width(printed, "roman", style.size) + 4), 0.0, style.size, number
        )

    def _item(self, block: Item) -> None:
        style = self.style
        level = min(block.level, len(style.item_indents))
        indent, wrap = style.item_indents[level - 1], style.item_wraps[level - 1]
        del self._holders[block.level :]
        parent = self._holders[-1] if self._holders else (self._open[-1] if self._open else None)
        labels = {"role": block.role, "force": block.force, "addressees": block.addressees}
        row = self._row("item", block.text, parent, level=block.level, number=block.number, **labels)
        self._holders.append(row)
        hang = max(style.item_hang, width(block.printed, "roman", style.size) + 4)

        def number(column: Column, style: Style, line: Line):
            return (block.printed, column.x0 + indent, "roman")

        self._text(row, block.text, indent + hang, wrap, style.size, number)

    def _table(self, block: Table) -> None:
        style = self.style
        column = self._columns[0]
        full = column.x1 - column.x0 if style.columns > 1 else column.x1 - style.edge
        left = column.x0 if style.columns > 1 else style.edge
        row = self._row(
            "table", "", self._open[-1] if self._open else None, cells=(block.header, *block.rows)
        )
        self._gap = 10.0
        self._cells(row, block.header, block.widths, left, full, 8.0, italic=True)
        self._table_rule(left, full)
        for cells in block.rows:
            self._cells(row, cells, block.widths, left, full, 9.0)
        self._table_rule(left, full)
        self._gap = 12.0

    def _table_rule(self, left: float, full: float) -> None:
        rule = Rule(left, left + full, self._y + 2, 0.7)
        self.sheets[self._columns[0].sheet - 1].rules.append(rule)
        self._gap = 5.0

    def _cells(
        self, row: int, cells, widths, left: float, full: float, size: float, italic: bool = False
    ) -> None:
        columns = [
            break_lines(cell, size, (full * w - 10,) * 2, italic=italic)
            for cell, w in zip(cells, widths, strict=True)
        ]
        leading = size + 2
        height = max((len(lines) for lines in columns), default=1) * leading
        if self._room() < height:
            self._next_column()
        self._y += self._gap
        sheet = self.sheets[self._columns[0].sheet - 1]
        x = left
        for lines, share in zip(columns, widths, strict=True):
            for n, line in enumerate(lines):
                baseline = self._y + leading * n + leading * 0.82
                put_line(sheet.body, line, x, baseline, None)
                self._claim(row, sheet.number, x, baseline, x + line.width, size)
            x += full * share
        self._y += height
        self._gap = 3.0

    def _contents(self, block: Contents) -> None:
        """Heading, column titles and one row a heading; all of it is one node."""
        style, column = self.style, self._columns[0]
        row = self._row("contents", block.title, None)
        self._line(row, break_lines(block.title, 12, (400, 400), bold=True)[0], 0.0, 15, 12)
        span_x, page_x = column.x1 - 70, column.x1 - 6
        for title, end in ((block.paragraphs, span_x + 36), (block.page, column.x1)):
            put(self.sheets[column.sheet - 1].body, title, 0, self._y + 10, 8, "italic", end=end)
            self._claim(row, column.sheet, end - 30, self._y + 10, end, 8)
        self._y += 18
        for entry in self.contents:
            heading, indent = entry.heading, 26.0 * (entry.heading.level - 1)
            printed = f"{heading.number}." if heading.number and not heading.label else ""
            title = f"{heading.label}. {heading.text}" if heading.label else heading.text
            for n, line in enumerate(break_lines(title, style.size, (span_x - column.x0 - indent - 60,) * 2)):
                if self._room() < style.leading:
                    self._next_column()
                    column = self._columns[0]
                number = (printed, column.x0 + indent, "roman") if not n else None
                self._line(row, line, indent + 26, style.leading, style.size, None, number)
            self._leaders(row, column, column.x0 + indent + 30 + line.width, span_x, page_x, entry)
            self._gap = 2.0

    def _leaders(
        self, row, column: Column, start: float, span_x: float, page_x: float, entry: ContentsRow
    ) -> None:
        baseline, size = self._y - self.style.leading * 0.18, self.style.size
        body = self.sheets[column.sheet - 1].body
        dots = max(0, int((span_x - 8 - start) / width(" .", "roman", size)))
        put(body, " ." * dots, start, baseline, size)
        put(body, entry.paragraphs, 0, baseline, size, end=span_x + 36)
        put(body, str(entry.page), 0, baseline, size, end=page_x + 6)
        self._claim(row, column.sheet, start, baseline, page_x + 6, size)
