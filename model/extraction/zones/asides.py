"""What stands beside the text without a frame: words set large that it runs around, notes in the margin."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from model.extraction.rows import Zone
from model.extraction.zones.baselines import grouped
from model.extraction.zones.cells import Area
from model.extraction.zones.margin_headings import are_headings
from model.extraction.zones.pieces import Piece, extent
from model.reading.text import Rect

# This much larger than the text it is (points); this many rows it has at least.
_LARGER, _FEWEST = 1.8, 2
# Its rows begin or end within this many points, or have their middle there.
_ALIKE = 3.0
# Points between it and the text beside it at least; the text is this near above or below it (sizes).
_SPACE, _NEAR = 5.0, 3.0
# Notes in the margin are this much smaller than the text (points), of which the page has this many rows.
_SMALLER, _ROWS, _RUNNING = 1.0, 8, 40
# A paragraph stands so many times the usual leading below another, or below a line that fills no more of the
# column's width.
_PARTED, _FULL = 1.3, 0.8
_NUMBERED = re.compile(r"(?:\d{1,3}[.)]?|\*{1,3}|[†‡])\s*[^\W\d_]")
_COUNTED = re.compile(r"\d{1,3}\.(?:\s|$)")


def set_apart(rest: list[Piece], body_size: float) -> tuple[list[Area], list[Piece]]:
    """The areas of what stands so beside the text, and the other pieces; they come from top to bottom."""
    large = [piece for piece in rest if piece.size > body_size + _LARGER]
    if len(large) < _FEWEST:
        return [], rest
    text = [piece for piece in rest if abs(piece.size - body_size) < 0.6]
    made: list[Area] = []
    for block in _blocks(large):
        rect = Rect(*extent(block))
        if len(block) >= _FEWEST and _runs_around(text, rect, body_size):
            made.append(Area(Zone.BODY, rect, block, []))
    gone = {id(piece) for area in made for piece in area.pieces}
    return made, [piece for piece in rest if id(piece) not in gone]


def margin_notes(rest: list[Piece], body_size: float) -> tuple[list[Area], list[Piece]]:
    """The areas of small words that stand wholly left or right of all running text, and the other pieces; so
    do words in italics, where numbered paragraphs begin beside them. Bold ones left of it may be headings."""
    running = [p for p in rest if len(p.text) > _RUNNING and p.size > body_size - 0.6]
    if len(running) < _ROWS:
        return [], rest
    left, right = min([p.x0 for p in running]) - _SPACE, max([p.x1 for p in running]) + _SPACE
    outside = [p for p in rest if p.x1 < left or p.x0 > right]
    small = [p for p in outside if p.size < body_size - _SMALLER] or _beside_numbers(outside, rest)
    if not small or sum(map(_letters, small)) > 0.3 * sum(map(_letters, running)):
        return [], rest
    bold = all(piece.x1 < left and piece.spans[0].bold for piece in small)
    if bold and are_headings(small, [piece for piece in rest if piece.x0 > left]):
        return [], rest
    gone = set(map(id, small))
    rest = [piece for piece in rest if id(piece) not in gone]
    lines = grouped([piece for piece in rest if left < piece.x0 and piece.x1 < right])
    made = []
    for block in _blocks(small):
        zone = Zone.FOOTNOTE if _NUMBERED.match(block[0].text) else Zone.BODY
        made.append(Area(zone, Rect(*extent(block)), block, [], _above(lines, block[0])))
    return made, rest


def _above(lines: Sequence[Sequence[Piece]], note: Piece) -> float:
    """A height at which a note beside some lines is read without cutting a paragraph: just above the one that
    it stands beside, or above the next where that comes from the page before."""
    level = next(
        (at for at, line in enumerate(lines) if line[0].baseline > note.baseline - _ALIKE), len(lines)
    )
    steps = sorted([two[0].baseline - one[0].baseline for one, two in itertools.pairwise(lines)])
    solid = _PARTED * steps[len(steps) // 2]
    ends = [max([piece.x1 for piece in line]) for line in lines]
    left = min([piece.x0 for line in lines for piece in line])
    full = left + _FULL * (max(ends) - left)

    def begins(at: int) -> bool:
        if at == 0:
            return not lines[0][0].text.lstrip()[:1].islower()
        return lines[at][0].baseline - lines[at - 1][0].baseline > solid or ends[at - 1] < full

    before = next((at for at in range(min(level, len(lines) - 1), -1, -1) if begins(at)), None)
    if before is None:
        before = next((at for at in range(level, len(lines)) if begins(at)), len(lines))
    return lines[before][0].baseline - 1 if before < len(lines) else lines[-1][0].baseline + 1


def _beside_numbers(outside: Sequence[Piece], rest: Sequence[Piece]) -> list[Piece]:
    """Words in italics of which each block begins level with the number of a paragraph."""
    slanted = [piece for piece in outside if all(span.italic for span in piece.spans)]
    if len(slanted) < _FEWEST:
        return []  # the usual case
    numbered = [p.baseline for p in rest if _COUNTED.match(p.text) and not p.spans[0].italic]
    level = [any(abs(block[0].baseline - y) < _ALIKE for y in numbered) for block in _blocks(slanted)]
    return slanted if len(level) >= _FEWEST and all(level) else []


def _letters(piece: Piece) -> int:
    return sum(map(str.isalpha, piece.text))


def _blocks(large: Sequence[Piece]) -> list[list[Piece]]:
    blocks: list[list[Piece]] = []
    for piece in large:
        last = blocks[-1][-1] if blocks else None
        if last is not None and piece.baseline - last.baseline < 1.8 * piece.size and _alike(last, piece):
            blocks[-1].append(piece)
        else:
            blocks.append([piece])
    return blocks


def _alike(one: Piece, two: Piece) -> bool:
    middles = abs(one.x0 + one.x1 - two.x0 - two.x1) / 2
    return (
        abs(one.size - two.size) < 0.3 and min(abs(one.x0 - two.x0), abs(one.x1 - two.x1), middles) < _ALIKE
    )


def _runs_around(text: Sequence[Piece], rect: Rect, size: float) -> bool:
    """True if rows of the text stop before the rectangle, or begin after it, and one near by does not.
    Rows of another column tell nothing."""
    beside = [piece for piece in text if rect.y0 < piece.baseline - 0.3 * size < rect.y1]
    if len(beside) < _FEWEST:
        return False
    reach = _NEAR * size
    around = [p for p in text if rect.y0 - reach < p.baseline < rect.y1 + reach and p not in beside]
    return any(
        sum(row.x0 < piece.x1 and row.x1 > piece.x0 for row in beside) >= _FEWEST
        for piece in around
        if piece.x0 < rect.x0 - _SPACE and piece.x1 > rect.x0 + 4 * size
    )
