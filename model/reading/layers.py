"""A page's words with the edges of their characters, in reading order, and its links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise, zip_longest
from typing import Any, NamedTuple

from model.documents import PageInfo
from model.layer import LaidWord, Link
from model.page_search import PageWord
from model.reading.order import OrderedLine, arranged
from model.reading.text import ACCENT, Rect, around, readable, with_ligatures
from model.reading.turning import to_shown, to_unrotated
from model.right_to_left import holds_rtl

# A paragraph begins where a line stands further below the one before than so many heights of a line.
_BREAK = 0.75
# A character runs against the others where it begins this far after the end of the one before (points).
_TURN = 1.0
_Box = tuple[float, float, float, float]
# Rows of the engine's list of words: box, word, block, line, number.
EngineWord = tuple[float, float, float, float, str, int, int, int]


class _Word(NamedTuple):
    text: str
    box: Rect
    edges: tuple[float, ...]
    upright: bool


def laid_words(blocks: Sequence[Mapping[str, Any]], info: PageInfo) -> tuple[LaidWord, ...]:
    """The words of a page's raw dictionary."""
    lines = [list(_words(line)) for block in blocks for line in block.get("lines", ())]
    pieces = [_piece(key, words, info) for key, words in enumerate(lines) if words]
    found: list[LaidWord] = []
    block, below = 0, None
    for number, row in enumerate(arranged(pieces)):
        top, bottom = min(p.box.y0 for p in row), max(p.box.y1 for p in row)
        if below is not None and not -_BREAK < (top - below) / max(bottom - top, 1.0) < _BREAK:
            block += 1
        below = bottom
        for piece in row:
            for word in lines[piece.key]:
                found.append(LaidWord(word.text, *word.box, number, block, word.edges, word.upright))
    return tuple(found)


def laid_to_search(words: Sequence[LaidWord]) -> Iterator[PageWord]:
    """Words that are laid out already."""
    for word, after in zip_longest(words, words[1:]):
        last = after is None or after.line != word.line
        yield PageWord(word.x0, word.y0, word.x1, word.y1, word.text, last)


def words_to_search(words: Sequence[EngineWord], info: PageInfo) -> Iterator[PageWord]:
    """The words of the engine's own list in reading order."""
    lines: dict[tuple[int, int], list[EngineWord]] = {}
    for word in words:
        lines.setdefault(word[5:7], []).append(word)
    rows = list(lines.values())
    pieces = []
    for key, row in enumerate(rows):
        box = Rect(*row[0][:4]) if len(row) == 1 else around([word[:4] for word in row])
        text = row[0][4] if len(row) == 1 else " ".join([word[4] for word in row])
        pieces.append(OrderedLine(key, to_shown(box, info) if info.rotation else box, text))
    for arranged_row in arranged(pieces):
        together = [word for piece in arranged_row for word in rows[piece.key]]
        for index, word in enumerate(together):
            yield PageWord(*word[:4], with_ligatures(word[4]), index == len(together) - 1)


def links_of(page: Any, info: PageInfo, pages: int) -> Iterator[Link]:
    """The links that lead somewhere in this PDF, or have an address."""
    for link in page.get_links():
        box = to_unrotated(tuple(link["from"]), info)
        target = link.get("page", -1)
        if isinstance(target, int) and 0 <= target < pages:
            to = link.get("to")
            yield Link(*box, target + 1, max(0.0, getattr(to, "y", 0.0)))
        elif link.get("uri") or link.get("file"):
            yield Link(*box, address=str(link.get("uri") or link["file"]))


def _words(line: Mapping[str, Any]) -> Iterator[_Word]:
    """A line cut at its spaces."""
    across, down = line["dir"]
    upright = abs(across) >= abs(down)
    chars: list[tuple[str, _Box]] = []
    for span in line["spans"]:
        for char in span["chars"]:
            text = readable(char["c"])
            if not text:
                continue
            if chars and ACCENT.match(text) and len(both := readable(chars[-1][0] + text)) == 1:
                chars[-1] = both, chars[-1][1]
            elif not text.isspace():
                chars.append((text, char["bbox"]))
            elif chars:
                yield _word(chars, upright)
                chars = []
    if chars:
        yield _word(chars, upright)


def _word(chars: Sequence[tuple[str, _Box]], upright: bool) -> _Word:
    low, high = (0, 2) if upright else (1, 3)
    first, last = chars[0][1], chars[-1][1]
    along = (last[low] + last[high]) - (first[low] + first[high])
    forwards = along > 0 or (along == 0 and not holds_rtl(chars[0][0]))
    start, end = (low, high) if forwards else (high, low)
    edges: list[float] = []
    for text, box in chars:
        # one sign of the PDF may stand for several characters
        edges.extend(box[start] + (box[end] - box[start]) * part / len(text) for part in range(len(text)))
    edges.append(last[end])
    box = around([box for _, box in chars])
    if edges != sorted(edges, reverse=not forwards) and _turns(edges, forwards):
        widths = [one[high] - one[low] for text, one in chars for _ in text]
        edges = _spread(box[start], box[end], widths)
    return _Word(with_ligatures("".join(char for char, _ in chars)), box, tuple(edges), upright)


def _turns(edges: Sequence[float], forwards: bool) -> bool:
    """Whether some characters run against the others, as digits and signs do beside Arabic."""
    steps = [after - before for before, after in pairwise(edges)]
    return min(steps) < -_TURN if forwards else max(steps) > _TURN


def _spread(start: float, end: float, widths: Sequence[float]) -> list[float]:
    """Edges from one end to the other: characters that run both ways have no place each in reading order."""
    each = (end - start) / (sum(widths) or 1.0)
    return [start, *(start + each * width for width in accumulate(widths))]


def _piece(key: int, words: Sequence[_Word], info: PageInfo) -> OrderedLine:
    box = around([word.box for word in words])
    return OrderedLine(key, to_shown(box, info), " ".join(word.text for word in words))
