"""From a place on a page, as a format gives it, to the words that stand there in the PDF."""

from __future__ import annotations

import re

import pymupdf


def words_in(page, rect) -> str:
    """The words whose middle is in a rectangle of the unrotated page, from the CropBox's corner."""
    box = pymupdf.Rect(rect)
    found = []
    for x0, y0, x1, y1, word, *_ in page.get_text("words"):
        if box.contains(pymupdf.Point((x0 + x1) / 2, (y0 + y1) / 2)):
            found.append(word)
    return " ".join(found)


def letters(text: str) -> str:
    """A text without spaces, hyphens and the marks of footnotes, to compare what was joined from lines."""
    return re.sub(r"[\W\d_]+", "", text).casefold()


def assert_words_are_there(pdf, regions, quote: str) -> None:
    """`regions` are (page from 1, x0, y0, x1, y1)."""
    there = letters(" ".join(words_in(pdf[page - 1], rect) for page, *rect in regions))
    assert letters(quote) in there, (quote, there)
