"""Signs before headings: ornaments, or the bullets of a list."""

from __future__ import annotations

import pytest

from model.extraction.rows import Row, Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_decisions import headings
from tests.model.extraction.test_structure import named, paragraph, row


@pytest.mark.parametrize("sign", ["►", "■", "❖"])
def test_large_bold_rows_with_a_sign_over_text_are_headings(sign: str) -> None:
    rows: list[Row] = []
    chapters = [f"{sign} Introduction", f"{sign} I. Findings", f"{sign} II. Proposals"]
    for at, (chapter, part) in enumerate(zip(chapters, ("", "A. Offices", "B. Costs"), strict=True)):
        y = 40.0 + 120 * at
        rows.append(row(chapter, y, size=14, bold=True))
        if part:
            rows.append(row(part, y + 25, size=12, bold=True))
        rows += paragraph(f"{at + 1}.", y + 50)
    assert headings(rows) == [
        (1, "", "Introduction"), (1, "I", "Findings"), (2, "A", "Offices"), (1, "II", "Proposals"),
        (2, "B", "Costs"),
    ]  # fmt: skip


def test_large_bold_rows_with_a_sign_below_each_other_are_a_list() -> None:
    entries = ["► Ports are closed at night", "► Harbours are too small", "► Lights are out"]
    rows = [
        *paragraph("1.", 40),
        *[row(text, 90.0 + 20 * at, size=14, bold=True) for at, text in enumerate(entries)],
        *paragraph("2.", 180),
    ]
    assert named(build(rows), Kind.ITEM) == [("•", text[2:]) for text in entries]


def test_the_mark_of_a_note_takes_no_weight_from_a_bold_heading() -> None:
    heading = row("Attendance", 84, bold=True, width=50)
    (span,) = heading.spans
    mark = span._replace(
        text="1", x0=150.0, x1=154.0, x=150.0, size=6.0, bold=False, raised=True, baseline=80.0
    )
    note = row("1 The list is in annex II.", 760, size=8)
    rows = [
        row("Opening", 20, bold=True), *paragraph("1.", 44),
        heading._replace(spans=(span, mark)), *paragraph("2.", 108),
        note._replace(zone=Zone.FOOTNOTE, group=1),
    ]  # fmt: skip
    assert [text for *_, text in headings(rows)] == ["Opening", "Attendance"]
