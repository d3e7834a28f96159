"""Documents before a body: symbol, item of the agenda, title; from tables, lists and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from model.labels import Span
from model.lists.entries import ListEntry, ListKind
from model.lists.in_text import sentences
from model.lists.wording import Wording
from model.symbols import SYMBOL

_TRIM = " \t\n.,;:،؛；。"


@cache
def _item_alone(wording: Wording) -> re.Pattern[str]:
    return re.compile(f"{_item(wording)}$")


@cache
def _item_first(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"(?P<item>{_item(wording)})\s+(?=\D)")


def _item(wording: Wording) -> str:
    """Items of the agenda by their numbers alone: "3", "4 (a) and (b)"."""
    number = r"\d{1,2}(?:\s?\([a-z]+\))*"
    joined = rf"\s?(?:[,–-]|{wording.words['and']}|{wording.words['until']})\s?"
    return rf"{number}(?:{joined}(?:{number}|\([a-z]+\)))*"


def in_table(text: str, rows: Sequence[Sequence[str]], wording: Wording) -> list[ListEntry]:
    """The documents of a table: a row with a symbol begins one, rows without go on with it."""
    alone = _item_alone(wording)
    documents: list[tuple[str, str, str]] = []
    for row in rows:
        at = next((index for index, cell in enumerate(row) if _is_symbol(cell)), None)
        if at is not None:
            rest = [cell for index, cell in enumerate(row) if index != at]
            item = next((cell for cell in rest if alone.match(cell.strip())), "")
            title = " ".join(cell for cell in rest if cell != item)
            documents.append((row[at].strip(), item.strip(), title.strip()))
        elif documents and row:
            symbol, item, title = documents[-1]
            documents[-1] = (symbol, item, " ".join([title, *(cell.strip() for cell in row)]).strip())
    return list(_found(text, documents))


def is_table_of_documents(rows: Sequence[Sequence[str]], heading: str, wording: Wording) -> bool:
    """Whether a table lists documents: its section's heading says so, or its first row names its columns."""
    if wording.documents["headings"].search(heading):
        return True
    return bool(rows) and any(wording.documents["symbol"].search(cell) for cell in rows[0])


def in_line(text: str, wording: Wording, item: str = "") -> list[ListEntry]:
    """The document of an entry in a list: its symbol first, or at its end in brackets."""
    first = SYMBOL.match(text.lstrip())
    if first and _is_symbol(first[0]):
        start = len(text) - len(text.lstrip())
        symbol = first[0].rstrip(".")
        title = text[start + len(symbol) :].strip(_TRIM)
        if numbered := _item_first(wording).match(title):
            item, title = numbered["item"], title[numbered.end() :]
        return [_document(Span(start, start + len(symbol)), symbol, item, title)] if title else []
    return list(_bracketed(text, 0, len(text), wording, item))


def in_sentences(text: str, wording: Wording, item: str = "") -> list[ListEntry]:
    """The documents that a paragraph says were before the body, with their titles where it gives them."""
    found: list[ListEntry] = []
    if "/" not in text or "documents" not in wording.held(text):
        return found
    for low, high in sentences(text):
        item = wording.item_in(text, low, high) or item
        if lead := wording.documents["leads"].search(text, low, high):
            found += _bracketed(text, lead.end(), high, wording, item)
    return found


def _bracketed(text: str, start: int, end: int, wording: Wording, item: str) -> Iterator[ListEntry]:
    """Documents by their titles, with symbols in brackets: "Note by the Secretariat (A/1/2)"."""
    low = start
    for match in SYMBOL.finditer(text, start, end):
        if not _is_symbol(match[0]):
            continue
        symbol = match[0].rstrip(".")
        before = text[low : match.start()]
        opened = before.rstrip().endswith(("(", "（"))
        title = before.rstrip(" (（").strip(_TRIM)
        lead = wording.documents["before_title"].match(title)
        title = title[lead.end() if lead else 0 :] if opened else ""
        low = match.end() + 1 if opened else match.end()
        span = Span(match.start(), match.start() + len(symbol))
        yield _document(span, symbol, item, title)


def _found(text: str, documents: list[tuple[str, str, str]]) -> Iterator[ListEntry]:
    """The documents with their symbols' places in the table's text, in order."""
    at = 0
    for symbol, item, title in documents:
        start = text.find(symbol, at)
        if start < 0:
            continue
        at = start + len(symbol)
        yield _document(Span(start, at), symbol, item, title)


def _document(span: Span, symbol: str, item: str, title: str) -> ListEntry:
    return ListEntry(ListKind.DOCUMENTS, symbol, span).with_more(title=title, agenda_item=item)


def _is_symbol(cell: str) -> bool:
    words = cell.strip().rstrip("*.")
    match = SYMBOL.match(words)
    return match is not None and match.end() == len(words) and any(letter.isdigit() for letter in words)
