"""Footnotes of scans: recognition misreads their small raised marks, or misses them. The rule above the notes
tells where they are, and their order which marks they have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from model.extraction.zones.baselines import grouped
from model.extraction.zones.note_rules import FLUSH, SHORT, rules_of_notes
from model.extraction.zones.pieces import Piece
from model.extraction.zones.scans import is_scan
from model.extraction.zones.sheets import Sheet
from model.reading.text import span_of, with_text

# Rules above notes stand in the lower part of a page; most letters of the notes are smaller than the text by
# this much.
_LOW, _SMALLER, _MOST = 0.4, 0.4, 0.7
# A mark as it was read, and what is made of one: "' See", "'4 The", "+ Ibid.", "> Decision".
_READ = re.compile(r"\s*(\d{1,3})(?=[\s“A-Z]|$)")
_MISREAD = re.compile(r"(?![\"“(\[«]\w{2})[^\w\s(\[/]\S{0,2}(?=\s|$)|\S[^\w\s.,:;)/-](?=\s|$)")
_SIGN = "*∗"
_WORD = re.compile(r"[^\W\d_]{3}")
# A mark with a typewriter's stroke after it, whatever it was read as, and what the stroke is read as.
_TYPED = re.compile(r"\s*(\S{1,2}) ?/[.,]?(?=\s|$)")
_STROKE = "17Il|!"
# A number within a note's rows begins the next one where so few are left out before it.
_SKIPPED = 3
# Where this many sizes stay free after a row that ends a sentence, the note ends.
_ROOM = 2.0
# How large a raised mark is and how high it stands, as shares of the size.
_MARK, _RAISED = 0.6, 0.3
_x0 = attrgetter("x0")


def marked(sheets: Sequence[Sheet], body_size: float) -> list[Sheet]:
    """The sheets, with raised marks before the notes of scans, in one size."""
    expected, typed, open_note, found = 1, 1, False, []
    for sheet in sheets:
        below = _below_rule(sheet) if is_scan(sheet) else []
        meant, typed = _typed(below, typed)
        if meant:
            sheet = sheet.holding([meant.get(id(piece), piece) for piece in sheet.pieces])
        rows = below if not meant and _are_small(below, body_size) else []
        if rows:
            right = max([piece.x1 for piece in sheet.ordered])
            begun = list(_begun(rows, right, open_note, expected))
            size = max([piece for row in rows for piece in row], key=lambda piece: len(piece.text)).size
            notes = {id(piece): _sized(piece, size) for row in rows for piece in row}
            for piece, mark, end in begun:
                notes[id(piece)] = _marked(notes[id(piece)], mark, end)
                expected = mark + 1
            sheet = sheet.holding([notes.get(id(piece), piece) for piece in sheet.pieces])
        open_note = bool(rows) and not _ends(rows[-1], right)
        found.append(sheet)
    return found


def _below_rule(sheet: Sheet) -> list[list[Piece]]:
    """The rows below the rule at the foot of a page."""
    rules = [rule for rule in rules_of_notes(sheet) if rule.width <= SHORT and rule.y0 > _LOW * sheet.height]
    if not rules:
        return []
    rule = rules[-1]
    below = [piece for piece in sheet.ordered if piece.baseline - piece.size / 2 > rule.y0]
    rows = [sorted(row, key=_x0) for row in grouped(below)]
    return [row for row in rows if rule.x0 - FLUSH < row[0].x0 < rule.x1]


def _are_small(rows: Sequence[Sequence[Piece]], body_size: float) -> bool:
    letters = [(piece.size, len(piece.text)) for row in rows for piece in row]
    small = sum([count for size, count in letters if size < body_size - _SMALLER])
    return bool(letters) and small > _MOST * sum([count for _, count in letters])


def _typed(rows: Sequence[Sequence[Piece]], expected: int) -> tuple[dict[int, Piece], int]:
    """The first pieces of typewritten notes with their marks as they were typed, by the pieces that they
    stand for, and the next mark."""
    meant: dict[int, Piece] = {}
    for piece in [row[0] for row in rows]:
        first, *others = piece.spans
        mark = _TYPED.match(first.text) or re.match(rf"\s*({expected})[{_STROKE}](?=\s|$)", first.text)
        if mark:
            number = int(mark[1]) if mark[1].isdecimal() else expected
            typed, rest = f"{number}/", slice(mark.end(), None)
            spans = with_text(first, typed + first.text[rest]), *others
            meant[id(piece)] = piece._replace(spans=spans, text=typed + piece.text[rest])
            expected = number + 1
    return meant, expected


def _begun(
    rows: Sequence[Sequence[Piece]], right: float, open_note: bool, expected: int
) -> Iterator[tuple[Piece, int, int]]:
    """The first piece of each note, its mark, and how much of the piece is made of that."""
    ended = not open_note
    for row in rows:
        text = row[0].text
        read, misread = _READ.match(text), _MISREAD.match(text)
        if read and (ended or expected <= int(read[1]) <= expected + _SKIPPED):
            # "2" may be what is left of 12, or of 22
            mark = expected if read[1] in str(expected) else int(read[1])
            yield row[0], mark, read.end()
            expected = mark + 1
        elif expected == 1 and text[0] in _SIGN:
            pass  # a first note may well be marked so
        elif misread or (ended and _WORD.search(text) and not text[0].islower()):
            yield row[0], expected, misread.end() if misread else 0
            expected += 1
        ended = _ends(row, right)


def _ends(row: Sequence[Piece], right: float) -> bool:
    """Whether a note ends with a row of a page whose text reaches to `right`: the next word had room."""
    return row[-1].text.endswith(".") and right - row[-1].x1 > _ROOM * row[-1].size


def _sized(piece: Piece, size: float) -> Piece:
    return piece._replace(size=size, spans=tuple([span._replace(size=size) for span in piece.spans]))


def _marked(piece: Piece, mark: int, end: int) -> Piece:
    """The piece with a raised mark for what it begins with up to `end`."""
    first, *others = piece.spans
    _, x0, y0, _, y1, _, baseline, size, font, *_ = first
    wide, up = _MARK * size, _RAISED * size
    raised = span_of(
        (str(mark), x0, y0, x0 + wide, y1, x0, baseline - up, wide, font, False, False, True, False)
    )
    rest = [with_text(first, first.text[end:]), *others]
    return piece._replace(
        spans=(raised, *[span for span in rest if span.text]), text=str(mark) + piece.text[end:]
    )
