"""Rows: pieces that share a baseline.

Boxes of a PDF's lines overlap and differ with the font; baselines do not. Numbers that hang in the margin,
superscripts and words of a badly justified line arrive as pieces of their own and join their row here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.extraction.rows import Row
from model.extraction.zones.pieces import Piece, is_rtl
from model.reading.text import Span

# Baselines of one row differ by up to this much (points): measured in the corpus.
SAME_BASELINE = 2.0
# A superscript stands at most this share of the row's size above its baseline.
_RAISE = 0.75
# From this share of the size on a gap between two pieces is a space.
_SPACE = 0.12


def grouped(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces by baseline, from top to bottom."""
    rows: list[list[Piece]] = []
    base: list[Piece] = []
    small: list[Piece] = []
    ordered = sorted(pieces, key=_baseline)
    for piece in ordered:
        (small if _is_mark(piece) else base).append(piece)
    for piece in base:
        if rows and abs(piece.baseline - rows[-1][0].baseline) <= SAME_BASELINE:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    if small:
        _attach(small, rows)
    return rows


def _attach(marks: Sequence[Piece], rows: list[list[Piece]]) -> None:
    """Puts marks (superscripts, small digits) into the row whose text they stand beside."""
    loose: list[Piece] = []
    start = 0
    for mark in marks:
        while start < len(rows) and rows[start][0].baseline < mark.baseline - SAME_BASELINE:
            start += 1
        home: list[Piece] | None = None
        nearest = 1e9
        for row in rows[max(0, start - 1) : start + 3]:
            drop = row[0].baseline - mark.baseline
            if not -SAME_BASELINE <= drop <= _RAISE * row[0].size:
                continue
            gap = min(max(mark.x0 - piece.x1, piece.x0 - mark.x1) for piece in row)
            if gap < 2.0 * row[0].size and gap + drop < nearest:
                home, nearest = row, gap + drop
        if home is None:
            loose.append(mark)
        else:
            home.append(mark)
    for mark in loose:
        row = next((r for r in rows if abs(r[0].baseline - mark.baseline) <= SAME_BASELINE), None)
        if row is None:
            rows.append([mark])
        else:
            row.append(mark)
    rows.sort(key=lambda row: row[0].baseline)


def _is_mark(piece: Piece) -> bool:
    text = piece.text.strip()
    return len(text) <= 4 and (piece.spans[0].raised or (piece.size < 8.0 and not text.isalpha()))


def _baseline(piece: Piece) -> float:
    return piece.baseline


def row_of(page: int, pieces: Sequence[Piece], left: float, right: float) -> Row:
    """One row of pieces that share a baseline, in reading order, spaces set where gaps are."""
    text = "".join(piece.text for piece in pieces)
    rtl = is_rtl(text)
    ordered = sorted(pieces, key=_right_edge if rtl else _left_edge)
    spans: list[Span] = []
    for piece in ordered:
        if spans and not spans[-1].text.endswith((" ", "\t")):
            last = spans[-1]
            gap = last.x0 - piece.x1 if rtl else piece.x0 - last.x1
            if gap > _SPACE * min(last.size, piece.size) and not piece.text.startswith(" "):
                spans[-1] = last._replace(text=last.text + " ")
        spans.extend(piece.spans)
    if spans[0].text[:1].isspace():
        spans[0] = spans[0]._replace(text=spans[0].text.lstrip())
    main = max(pieces, key=_length)
    return Row(
        page,
        tuple(spans),
        min(piece.x0 for piece in pieces),
        min(piece.y0 for piece in pieces),
        max(piece.x1 for piece in pieces),
        max(piece.y1 for piece in pieces),
        main.baseline,
        main.size,
        left,
        right,
    )


def _left_edge(piece: Piece) -> float:
    return piece.x0


def _right_edge(piece: Piece) -> float:
    return -piece.x1


def _length(piece: Piece) -> int:
    return sum(len(span.text) for span in piece.spans)
