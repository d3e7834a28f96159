"""What the engine reads on a page: its blocks and their lines, in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import pymupdf

from model.documents import PageInfo
from model.reading import backwards, spaced
from model.reading.emboldened import has_edges, is_printed_twice
from model.reading.fonts import named
from model.reading.garbled import is_garbled
from model.reading.lines import lines_of
from model.reading.text import Line
from model.reading.vertical import is_vertical

# Pictures in the text make picture-heavy files 16 times slower to read; drawings come nearly for nothing.
# Ligatures are read as their letters, or the index of a project would not find "confirms" in "conﬁrms".
LETTERS = ~pymupdf.TEXT_PRESERVE_LIGATURES
_TEXT = (pymupdf.TEXTFLAGS_DICT & ~pymupdf.TEXT_PRESERVE_IMAGES & LETTERS) | pymupdf.TEXT_COLLECT_VECTORS
# Bold that no font gives is told too, in four times the time.
_STYLED = _TEXT | pymupdf.TEXT_COLLECT_STYLES
# Programs make letters bold by their edges throughout a report or not at all.
_FIRST_PAGES = 12
# How Microsoft Office names itself in a PDF, and what printed from it or saved in it.
_OFFICE = re.compile(r"Microsoft|PScript5|PDFMaker")
# Programs that name no character for the strokes that lengthen Arabic words.
_UNNAMING = re.compile(r"LibreOffice|OpenOffice")


class Parsed(NamedTuple):
    """The engine's blocks of a page, and their lines; whether the file does not say which letters it shows,
    and whether its columns run from top to bottom."""

    blocks: Sequence[Mapping[str, Any]]
    lines: tuple[Line, ...]
    garbled: bool
    vertical: bool


class Parser:
    """Reads the pages of one PDF. `made_by` is what it says of the programs that made it."""

    def __init__(self, made_by: str) -> None:
        self._unnaming = _UNNAMING.search(made_by) is not None
        self._of_office = _OFFICE.search(made_by) is not None
        self._unedged = 0  # pages

    def parsed(self, loaded: Any, info: PageInfo) -> Parsed:
        """What the engine reads on a page, in the order in which it is read."""
        # it tells more of text that is level before it
        turn = loaded.rotation_matrix if info.rotation else None
        parsed = loaded.get_textpage(clip=loaded.rect if turn else None, flags=_TEXT, matrix=turn)
        blocks = parsed.extractDICT()["blocks"]
        lines = tuple(lines_of(blocks))
        if is_printed_twice(lines) or self._is_edged(loaded):
            parsed = loaded.get_textpage(clip=loaded.rect if turn else None, flags=_STYLED, matrix=turn)
            blocks = parsed.extractDICT()["blocks"]
            lines = tuple(lines_of(blocks))
        garbled, vertical = is_garbled(blocks), is_vertical(blocks)
        if backwards.has_rtl(lines):
            blocks = self.in_order(loaded, parsed.extractRAWDICT()["blocks"], turn)
            lines = tuple(lines_of(blocks))
        elif spaced.has_spaced(lines):
            blocks = spaced.closed(parsed.extractRAWDICT()["blocks"])
            lines = tuple(lines_of(blocks))
        return Parsed(blocks, lines, garbled, vertical)

    def _is_edged(self, loaded: Any) -> bool:
        """Whether letters of a page are made bold by their edges; no more of a report is looked through where
        its first pages have none."""
        if self._unedged >= _FIRST_PAGES:
            return False
        edged = has_edges(loaded)
        self._unedged += 0 if edged else 1
        return edged

    def in_order(
        self, loaded: Any, raw: Sequence[Mapping[str, Any]], turn: pymupdf.Matrix | None = None
    ) -> Sequence[Mapping[str, Any]]:
        """The blocks of a page with letters from right to left, read with their characters. `turn` leads from
        the unrotated page to where they stand."""
        fonts = named(loaded) if self._unnaming else {}
        return backwards.in_order(raw, partial(_traced, loaded, turn), self._of_office, fonts)


def _traced(page: Any, turn: pymupdf.Matrix | None) -> Sequence[Mapping[str, Any]]:
    """The engine's trace of a page's glyphs, at the places that `turn` leads to."""
    runs: list[Any] = page.get_texttrace()
    if turn is not None:
        for run in runs:
            run["chars"] = [(char, glyph, pymupdf.Point(at) * turn) for char, glyph, at, *_ in run["chars"]]
    return runs
