"""Doubts about whole pages, which the extraction alone can see: they are kept with the report."""

from __future__ import annotations

from collections.abc import Iterable

from model.doubts import Doubt, DoubtKind
from model.reading.ocr import INSTALL


def page_doubts(unread: Iterable[int], damaged: Iterable[int]) -> list[Doubt]:
    """Of pages without text: pictures that nothing here can read, and those damaged in the file."""
    return [
        *(
            Doubt(DoubtKind.UNREAD, "", page, f"Page {page} is a picture of text: to read it, {INSTALL}.")
            for page in unread
        ),
        *(
            Doubt(DoubtKind.DAMAGED, "", page, f"Page {page} is damaged in the file: look for a better copy.")
            for page in damaged
        ),
    ]
