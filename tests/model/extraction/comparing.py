"""Compares what extraction finds in a generated report with the outline that its generator knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from model.extraction.extract import Extraction, extract
from model.nodes import Kind, Node
from model.outline import Outline
from model.reading.pdf import Pdf
from tests.reports import drawing
from tests.reports.blocks import Expected, Report
from tests.reports.styles import Style


class Seen(NamedTuple):
    """What a reader can say of a node; `parent` is the text of the node above, with its number."""

    kind: str
    number: str
    level: int | None
    page: int
    parent: str
    text: str


def extracted(folder: Path, report: Report, style: Style) -> tuple[Extraction, Sequence[Expected]]:
    """Writes the report as a PDF into the folder and extracts it."""
    data, laid_out = drawing.write(report, style)
    path = folder / "report.pdf"
    path.write_bytes(data)
    with Pdf(path) as pdf:
        found = extract(pdf, _quiet)
    return found, laid_out.outline


def _quiet(done: int, total: int) -> None:
    assert done <= total


def expected_rows(rows: Sequence[Expected]) -> list[Seen]:
    """What the generator knows; footnotes without their place in the tree, tables without their words."""
    out = []
    for row in rows:
        above = rows[row.parent] if row.parent is not None else None
        parent = f"{above.number} {plain(above.text)}" if above is not None and row.kind != "footnote" else ""
        text = plain(row.text) if row.kind not in ("table", "contents") else ""
        out.append(Seen(row.kind, row.number, row.level, row.page, parent, text))
    return out


def found_rows(nodes: Sequence[Node]) -> list[Seen]:
    outline = Outline(nodes)
    out = []
    for node in nodes:
        if node.kind is Kind.FURNITURE:
            continue
        above = outline.get(node.parent)
        parent = (
            f"{above.number} {plain(above.text)}"
            if above is not None and node.kind is not Kind.FOOTNOTE
            else ""
        )
        text = plain(node.text) if node.kind not in (Kind.TABLE, Kind.CONTENTS) else ""
        out.append(Seen(node.kind.value, node.number, node.level, node.page, parent, text))
    return out


def plain(text: str) -> str:
    """Without hyphens and spaces: where lines break is the printer's business."""
    return re.sub(r"[\s\-\u00ad\u2010]+", "", text)
