"""What every format says of a document: as a table of facts, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from model.documents import Document, Masthead, PageInfo


def document_facts(document: Document) -> dict[str, Any]:
    """What every row says of its document."""
    head = document.masthead
    return {
        "id": document.id, "symbol": head.symbol, "symbols": head.symbols, "title": head.title,
        "date": head.date, "date_printed": head.date_printed, "distribution": head.distribution,
        "original_language": head.original_language, "body": head.body, "session": head.session,
        "agenda_item": head.agenda_item, "job_number": head.job_number, "language": document.language,
        "pages": len(document.pages), "coverage": document.coverage, "file": document.name,
        "sha256": document.sha256, "extractor": document.extractor,
    }  # fmt: skip


def document_columns(document: Document, split: str = "") -> dict[str, Any]:
    """The same by the names of columns, with the split that the document is in."""
    return {**document_facts(document), "document": document.id, "split": split}


def document_from(facts: Mapping[str, Any], pages: tuple[PageInfo, ...]) -> Document:
    """The document that `document_facts` says this of."""
    head = {name: value for name, value in facts.items() if name not in _NOT_OF_MASTHEAD}
    masthead = Masthead(**{**head, "symbols": tuple(facts["symbols"])})
    return Document(
        facts["id"], facts["file"], facts["sha256"], pages, masthead, facts["language"], facts["extractor"],
        facts["coverage"],
    )  # fmt: skip


_NOT_OF_MASTHEAD = frozenset({"id", "language", "pages", "coverage", "file", "sha256", "extractor"})
FACTS = tuple(document_facts(Document("", "", "", (), Masthead())))


def is_date(text: str) -> bool:
    """Whether it is a day as documents have it: "2024-09-30", and none of ISO 8601's other ways."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
