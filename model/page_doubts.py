"""Doubts about whole pages, which the extraction alone can see: they are kept with the report."""

from __future__ import annotations

from collections.abc import Iterable

from model.doubts import Doubt, DoubtKind
from model.reading.ocr import INSTALL

_HOW = f"look for a better copy, or to read what it shows, {INSTALL}"


def page_doubts(unread: Iterable[int], damaged: Iterable[int], garbled: Iterable[int] = ()) -> list[Doubt]:
    """Of pages without readable text: pictures that nothing here can read, those damaged in the file, and
    those of which the file does not say which letters they show."""
    return [
        *(
            Doubt(DoubtKind.UNREAD, "", page, f"Page {page} is a picture of text: to read it, {INSTALL}.")
            for page in unread
        ),
        *(
            Doubt(DoubtKind.DAMAGED, "", page, f"Page {page} is damaged in the file: look for a better copy.")
            for page in damaged
        ),
        *(
            Doubt(
                DoubtKind.GARBLED, "", page, f"Page {page} shows other letters than the file holds: {_HOW}."
            )
            for page in garbled
        ),
    ]
