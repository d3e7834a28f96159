"""How much of what stands on the pages the nodes hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.extraction.rows import Row
from model.nodes import Node

_ASCII = bytes(range(128))
_NO_PLAIN_LETTERS = bytes(code for code in range(256) if not (code < 128 and chr(code).isalnum()))


def coverage_of(rows: Iterable[Row], nodes: Iterable[Node]) -> float:
    """The share of the rows' letters and digits that the nodes hold, from 0 to 1."""
    there = _letters([span.text for row in rows for span in row.spans])
    held = _letters([text for node in nodes for text in _held(node, node.text)])
    return min(1.0, held / there) if there else 1.0


def letters_held(nodes: Iterable[Node]) -> int:
    """How many of the pages' letters and digits the nodes hold, even if their words were changed since."""
    return _letters([text for node in nodes for text in _held(node, node.anchor.quote)])


def _held(node: Node, text: str) -> Iterator[str]:
    """The text that a node holds of its rows: its words, its number, the marks of its footnotes."""
    yield text
    head, number = text[: len(node.number) + 1], node.number
    if not head.startswith(number) or head[len(number) :].isalnum():  # "I" before "Introduction"
        yield number
    for _, mark in node.extra.get("marks", ()):
        yield mark


def _letters(texts: Iterable[str]) -> int:
    """How many letters and digits there are; those of ASCII are counted all at once."""
    data = "".join(texts).encode(errors="replace")
    others = data.translate(None, _ASCII).decode()
    return len(data.translate(None, _NO_PLAIN_LETTERS)) + sum(map(str.isalnum, others))
