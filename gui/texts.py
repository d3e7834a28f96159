"""Texts at the boundary with Qt: code points and UTF-16, reading direction, the words for what is shown."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt

from model.nodes import Kind, Node
from model.right_to_left import reads_right_to_left

# Languages that are written from right to left, by ISO 639-1 code.
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})
_FIRST_UPRIGHT = "\u0590"  # after Armenian: Hebrew, Arabic, the scripts of Asia
LONGEST_NUMBER = 60  # letters of a number that is typed
_LINE = 400  # characters of a text that are shown in one line
# A word so long is cut between its signs, else in pieces: a file's name, or a path.
_LONG_WORD = re.compile(r"\S{60,}")
_PIECE = re.compile(r"[^/\\_.-]{0,39}[/\\_.-]+|.{40}")
_MAY_END = "\u200b"  # no width, and a line may end there

KIND_WORDS = {
    Kind.TITLE: "Title",
    Kind.CONTENTS: "Contents",
    Kind.SECTION: "Heading",
    Kind.PARAGRAPH: "Paragraph",
    Kind.ITEM: "Item",
    Kind.TABLE: "Table",
    Kind.FIGURE: "Figure",
    Kind.FOOTNOTE: "Footnote",
    Kind.FURNITURE: "Header or footer",
}


def direction_of(text: str) -> Qt.LayoutDirection:
    right = reads_right_to_left(text)
    return Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight


def slants(text: str) -> bool:
    """Whether letters of a text have an italic: Latin, Greek, Cyrillic and Armenian ones do, Arabic and
    Chinese ones would be bent."""
    first = next((sign for sign in text if sign.isalpha()), "")
    return first < _FIRST_UPRIGHT


def document_direction(language: str) -> Qt.LayoutDirection:
    """The direction of a document by its language's ISO 639-1 code."""
    right = language[:2].lower() in _RIGHT_TO_LEFT
    return Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight


def to_utf16(text: str, offset: int) -> int:
    """The position in UTF-16, which Qt counts in, of the code point at `offset`."""
    head = text[:offset]
    return len(head) + sum(letter > "\uffff" for letter in head)


def to_code_points(text: str, position: int) -> int:
    """The code point at a position in UTF-16; within a surrogate pair, the letter that the pair stands
    for."""
    if text.isascii():
        return min(position, len(text))
    counted = 0
    for offset, letter in enumerate(text):
        counted += 2 if letter > "\uffff" else 1
        if counted > position:
            return offset
    return len(text)


def telling(number: str) -> str:
    """A printed number; empty for a bullet, which identifies no entry."""
    return number if any(sign.isalnum() for sign in number) else ""


def place_words(number: str, page: int, report: str = "") -> str:
    """Where an entry stands: its printed number unless that is a bullet, its page and its report."""
    return " · ".join(filter(None, (telling(number), f"page {page}", report)))


def shown_line(node: Node) -> str:
    """A node's text in one line, its beginning where it is long; what has no text is named by its kind."""
    if node.text:
        line = " ".join(node.text[:_LINE].split())
        return line if len(node.text) <= _LINE else f"{line}…"
    cells = [cell for row in node.extra.get("cells", ()) for cell in row if cell][:6]
    words = KIND_WORDS[node.kind]
    return f"{words}: {' · '.join(cells)}" if cells else words


def breakable(text: str) -> str:
    """The text with places where a line may break inside long words. Not to be copied."""
    return _LONG_WORD.sub(lambda word: _PIECE.sub(rf"\g<0>{_MAY_END}", word[0]), text)


def percent(share: float) -> str:
    """A share of 0 to 1 in words, never rounded up to certainty."""
    return f"{min(round(share * 100), 99 if share < 1 else 100)} %"
