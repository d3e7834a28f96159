"""Extraction: from a PDF to a document's tree of nodes and the machine's first labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from model.documents import Document, Masthead
from model.errors import NoTextLayer
from model.extraction.doubts import Doubt, doubts_of
from model.extraction.rows import Row
from model.extraction.structure import build
from model.extraction.zones import zone_pages
from model.ids import new_id
from model.labels import Decision
from model.languages import language_of_all
from model.nodes import Kind, Node
from model.outline import Outline
from model.reading.pdf import Pdf
from model.suggestions import suggest

EXTRACTOR = "paraph-grammar@1"


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an extraction gives: the document, its nodes in reading order, the machine's decisions, doubts."""

    document: Document
    nodes: list[Node]
    decisions: list[Decision]
    doubts: list[Doubt]


def extract(pdf: Pdf, progress: Callable[[int, int], None]) -> Extraction:
    """Reads a whole PDF. `progress` is told pages done of all pages.

    Raises NoTextLayer, naming the file, where no page has text.
    """
    total = len(pdf)

    def on_page(number: int) -> None:
        progress(number, total)

    rows = zone_pages(pdf.texts(), on_page)
    if not any(row.text.strip() for row in rows):
        raise NoTextLayer(f"{pdf.name}: its pages are pictures without text; recognise the text first (OCR).")
    nodes = build(rows)
    language = language_of_all(node.text for node in nodes if node.kind is not Kind.FURNITURE)
    document = Document(
        id=new_id(),
        name=pdf.name,
        sha256=pdf.sha256(),
        pages=pdf.pages,
        masthead=_masthead(rows, nodes),
        language=language,
        extractor=EXTRACTOR,
        coverage=_coverage(rows, nodes),
    )
    outline = Outline(nodes)
    doubts = doubts_of(nodes, pdf.bookmarks, document.coverage)
    return Extraction(document, nodes, suggest(document, outline, language), doubts)


def _masthead(rows: Sequence[Row], nodes: Sequence[Node]) -> Masthead:
    title = next((node.text for node in nodes if node.kind is Kind.TITLE), "")
    return Masthead(title=title)


def _coverage(rows: Sequence[Row], nodes: Sequence[Node]) -> float:
    """The share of the rows' letters and digits that the nodes hold."""
    there = sum(sum(map(str.isalnum, span.text)) for row in rows for span in row.spans)
    if not there:
        return 1.0
    held = 0
    for node in nodes:
        held += sum(map(str.isalnum, node.text))
        if not node.text.startswith(node.number):
            held += sum(map(str.isalnum, node.number))
        held += sum(sum(map(str.isalnum, mark)) for _, mark in node.extra.get("marks", ()))
    return min(1.0, held / there)
