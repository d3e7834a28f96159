"""What leads from page to page and is not text: "(continued on next page)", the next page's first words set
again below a page's last line, and the notice on a page that is blank except for it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from model.extraction.rows import Zone
from model.extraction.wording import BLANK, OVERLEAF
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet

# Longer lines are text (letters); a blank page has this many pieces at most.
_LONGEST, _FEW = 60, 2
# Catchwords have this many words at most. A single page with some tells nothing unless a stroke stands before
# them, as in typed documents: "/The".
_WORDS, _PAGES = 3, 2
_STROKE = "/"
# A running line's index on its page.
_At = tuple[int, int]


def add(sheets: Sequence[Sheet], running: dict[int, dict[int, Zone]]) -> None:
    """Adds such lines to `running` (zones by page and piece)."""
    found: list[_At] = []
    words: list[_At] = []
    stroke = False
    for sheet, after in itertools.zip_longest(sheets, sheets[1:]):
        gone = running[sheet.number]
        if len(sheet.pieces) - len(gone) <= _FEW:
            found += [(sheet.number, at) for at in _notice(sheet, gone)]
            continue
        at = _lowest(sheet, gone)
        if at is None:
            continue
        text = sheet.pieces[at].text.strip()
        if OVERLEAF.fullmatch(text):
            found.append((sheet.number, at))
        elif after is not None and _are_next(sheet, sheet.pieces[at], after, running[after.number]):
            words.append((sheet.number, at))
            stroke = stroke or text.startswith(_STROKE)
    if stroke or len(words) >= _PAGES:
        found += words
    for page, at in found:
        running[page][at] = Zone.FOOTER


def _notice(sheet: Sheet, gone: Mapping[int, Zone]) -> Iterator[int]:
    """What a page says that is blank except for its running lines; all other pages say nothing."""
    rest = [index for index in range(len(sheet.pieces)) if index not in gone]
    if BLANK.fullmatch(" ".join([sheet.pieces[index].text.strip() for index in rest])):
        yield from rest


def _lowest(sheet: Sheet, gone: Mapping[int, Zone]) -> int | None:
    """The short line that stands lowest on a page, by itself."""
    furniture = {id(sheet.pieces[index]) for index in gone}
    last: Piece | None = None
    for piece in reversed(sheet.ordered):
        if id(piece) in furniture:
            continue
        if last is None:
            if len(piece.text) > _LONGEST:
                return None
            last = piece
        elif last.baseline - piece.baseline < last.size / 2:
            return None
        else:
            break
    return next((at for at, piece in enumerate(sheet.pieces) if piece is last), None)


def _are_next(sheet: Sheet, piece: Piece, after: Sheet, gone: Mapping[int, Zone]) -> bool:
    """Whether a line at the right says with what the page `after` it begins."""
    said = piece.text.lstrip(f" {_STROKE}").split()
    if not 0 < len(said) <= _WORDS or piece.x0 < sheet.middle:
        return False
    if not any(map(str.isalpha, piece.text)):
        return False
    furniture = {id(after.pieces[index]) for index in gone}
    first = [other for other in after.ordered if id(other) not in furniture][:_WORDS]
    line = sorted([p for p in first if p.baseline - first[0].baseline < p.size / 2], key=lambda p: p.x0)
    return " ".join([p.text for p in line]).split()[: len(said)] == said
