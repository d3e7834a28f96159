"""Doubts about the file and whole pages, which extraction alone can see: they are kept with the report."""

from __future__ import annotations

from collections.abc import Iterable

from model.doubts import Doubt, DoubtKind
from model.reading import ocr

# In the order in which they are told.
PAGE_KINDS = (DoubtKind.MENDED, DoubtKind.UNREAD, DoubtKind.PICTURED, DoubtKind.DAMAGED, DoubtKind.GARBLED,
              DoubtKind.ILLEGIBLE, DoubtKind.VERTICAL)  # fmt: skip
_MENDED = "The file is damaged and was read as far as possible: if words are missing, look for a better copy."


def page_doubts(pages: Iterable[tuple[int, DoubtKind]]) -> list[Doubt]:
    """Of pages without readable text, each with what is wrong with it; the file is told of with its first."""
    again = "File > Extract again"
    how = (
        f"{again} reads it"
        if ocr.is_available()
        else f"to read Latin or Chinese letters on it, {ocr.INSTALL}; then {again}"
    )
    what = {
        DoubtKind.UNREAD: f"is a picture: {how}",
        DoubtKind.PICTURED: f"has a picture with words: {how}",
        DoubtKind.DAMAGED: "is damaged in the file: look for a better copy",
        DoubtKind.GARBLED: f"shows other letters than the file holds: look for a better copy, or {how}",
        DoubtKind.ILLEGIBLE: f"shows words that were not read: {ocr.LEGIBLE}",
        DoubtKind.VERTICAL: "is written from top to bottom, which is not put in order: draw its parts",
    }
    ordered = sorted(pages, key=lambda told: (PAGE_KINDS.index(told[1]), told[0]))
    return [
        Doubt(kind, "", page, f"Page {page} {what[kind]}." if kind in what else _MENDED)
        for page, kind in ordered
    ]
