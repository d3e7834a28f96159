"""The cells of a table by where its words stand on the page, for a table that was drawn by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from model.cells import Cells, as_cells
from model.layer import LaidWord
from model.right_to_left import is_rtl

# Heights of a word. Words of one cell are about a third of that apart, and the spaces of several lines rarely
# stand below each other.
_BETWEEN_COLUMNS = 0.8
_ON_ONE_LINE = 0.5


class _Column(NamedTuple):
    left: float
    right: float


def cells_of_words(pages: Iterable[Sequence[LaidWord]]) -> Cells:
    """Rows are the lines, and columns what empty strips down all lines part, the first one where reading
    begins; a line with nothing in the first column goes on with the row above. The words of a page come in
    reading order. No cells where there is only one column, or a word that is not upright."""
    lines = [line for words in pages for line in _lines(words)]
    words = [word for line in lines for word in line]
    if not words or not all(word.upright for word in words):
        return ()
    columns = _columns(words, _BETWEEN_COLUMNS * median(word.y1 - word.y0 for word in words))
    if len(columns) < 2:
        return ()
    if is_rtl(" ".join(word.text for word in words)):
        columns.reverse()
    rows: list[list[list[str]]] = []
    for line in lines:
        cells = [[word.text for word in line if column.left <= word.x0 <= column.right] for column in columns]
        if rows and not cells[0]:
            for cell, more in zip(rows[-1], cells, strict=True):
                cell += more
        else:
            rows.append(cells)
    return as_cells([" ".join(cell) for cell in row] for row in rows)


def _lines(words: Sequence[LaidWord]) -> list[list[LaidWord]]:
    """Words by their height on the page, each in reading order: the page's own lines end at each cell."""
    lines: list[list[int]] = []
    for at in sorted(range(len(words)), key=lambda at: words[at].middle[1]):
        word = words[at]
        if lines and word.middle[1] - words[lines[-1][0]].middle[1] < _ON_ONE_LINE * (word.y1 - word.y0):
            lines[-1].append(at)
        else:
            lines.append([at])
    return [[words[at] for at in sorted(line)] for line in lines]


def _columns(words: Sequence[LaidWord], gap: float) -> list[_Column]:
    columns: list[_Column] = []
    for word in sorted(words, key=lambda word: word.x0):
        if columns and word.x0 - columns[-1].right < gap:
            columns[-1] = columns[-1]._replace(right=max(columns[-1].right, word.x1))
        else:
            columns.append(_Column(word.x0, word.x1))
    return columns
