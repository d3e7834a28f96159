"""Running headers and footers, page numbers and job numbers: what repeats at the edges of pages.

A line is furniture when its words come again at the same edge of other pages, digits aside, or when it is a
number that counts the pages. Sides may swap between odd and even pages, so only heights count.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from operator import attrgetter

from model.extraction.numbering.labelled import is_filed_symbol
from model.extraction.numbering.labels import RECOMMENDATION_LABELS, TOP_LABELS
from model.extraction.rows import Zone
from model.extraction.wording import RECYCLE
from model.extraction.zones.edge_numbers import (
    RUNNING,
    are_counted,
    counts_on,
    is_entry,
    numbers_at_ends,
    numbers_heading,
    numbers_note,
    numbers_text,
    page_number,
)
from model.extraction.zones.edge_rows import NOTE, EdgeRow, Edges
from model.extraction.zones.pieces import Piece
from model.extraction.zones.scans import is_scan, meant
from model.extraction.zones.sheets import Sheet

# The rows of a note stand this close (points).
_SOLID = 13.0
# The rows of a running header stand this close (sizes).
_LINE = 1.5
# Running lines stand at the same height on every page, give or take this many points.
_SAME_HEIGHT = 6.0
# Every sheet lies differently under the glass of a scanner, by a quarter of an inch either way.
_SCANNED_HEIGHT = 36.0
# Recognition may see 1 as I or l, and 0 as O.
_JOB = re.compile(
    r"^\*?(?:[A-Z]{1,4}\.)?\d{2}-[\dIlO]{4,6}X?\*?(?:\s+\d{4}[A-Za-z])?"
    r"(?:\s*\([A-Z]\))?(?:\s*\d{6})*\s*(?:/\.\.\.)?$"
    r"|^\*\s?\d{6,8}\s?\*$|^\d{6}(?:\s+\d{6})+$|^(?:[A-Z]{1,4}\.)\d{2}-(?:\d{4,6}\b.{0,30})?$"
    # "K2604127 [E] 130326", "CB1234EN"
    r"|^[A-Z]\d{7}(?:\s?\[[A-Z]\])?(?:\s*\d{6})*$|^[A-Z]{2}\d{4}/?[A-Z]{1,2}$"
)
# A title is set this much larger than the running head that says it again (points), and has this many spaces.
_TITLE, _WORDS = 1.5, 2
# The fonts of bar codes and other signs hold what they draw as ASCII in the private use area.
_CODED = {0xF000 + code: code for code in range(0x20, 0x7F)}
# No page number is set so small beside the text; a footnote's mark is, and it may happen to count the pages.
_TOO_SMALL = 0.62
# What is set this much larger than the text is a heading, though its number counts the pages (points).
_LARGER = 2.5
# A small Roman numeral alone at the foot counts the front matter: by no more is it off the page in the file.
_FRONT = 4
_ITEM_NUMBER = re.compile(r"^\(?[ivxlc]{1,7}[.)]$")
# "/...": the page is not the last; recognition sees some of the dots, or all and an upright stroke.
_CONTINUED = re.compile(r"^(?:/\s?[.…•·]{1,3}|[1lI|]\s?\.{3})$")
# "A/60/7", "GC(68)/RES/9", "CL 176/REP": organ, session, number.
_SYMBOL = re.compile(r"[A-Z](?=\D*\d)[\w.()-]*(?: \d+)?(?:/[\w.()-]+)+")
# What the labels of chapters, annexes and recommendations are folded to.
_LABELS = frozenset([f"{''.join(label.split())}#" for label in TOP_LABELS | RECOMMENDATION_LABELS])
# The same without a number, which may stand in a row below: "CHAPTER" over "TWO"; none is longer.
_BARE_LABELS = frozenset([label[:-1] for label in _LABELS])
_NUMBER = 12


class _Places:
    """Where a folded text was seen: on which pages, at which baselines."""

    def __init__(self) -> None:
        self.found: list[tuple[int, float]] = []
        self.size = math.inf  # of the smallest of them
        self.labels: set[str] = set()  # of a chapter's label: each with its number
        self._level: dict[tuple[float, float], list[int]] = {}

    def level(self, baseline: float, reach: float) -> list[int]:
        """The pages on which it is at this height, give or take `reach` points."""
        pages = self._level.get((baseline, reach))
        if pages is None:
            pages = [page for page, other in self.found if abs(other - baseline) <= reach]
            self._level[baseline, reach] = pages
        return pages


# By edge (the top or not) and folded text.
_Seen = dict[tuple[bool, str], _Places]


@lru_cache(maxsize=4096)
def _tells(folded: str) -> bool:
    """True if a folded text is more than a number: it has three letters, or is a symbol's.

    An item's `(iii)` may well stand at the top of several pages.
    """
    if _ITEM_NUMBER.match(folded):
        return False
    return "/#" in folded or len(list(itertools.islice(filter(str.isalpha, folded), 3))) == 3


def _liken(seen: _Seen, scanned: set[int]) -> None:
    """Counts misread running lines of scans as the ones that they are meant to be."""
    if not scanned:
        return
    for edge in (True, False):
        places = {text: found for (top, text), found in seen.items() if top is edge}
        known = [text for text, found in places.items() if len(found.found) > 1]
        for text, found in places.items():
            if (
                len(found.found) == 1
                and found.found[0][0] in scanned
                and (right := meant(text, known)) != text
            ):
                places[right].found += found.found
                seen[edge, text] = places[right]


def _counted(sheet: Sheet, row: EdgeRow) -> Iterator[int]:
    for index in row.indices:
        value = page_number(sheet.pieces[index].text)
        if value is not None:
            yield value - sheet.number


class Said:
    """What all pages of a document have at their edges, and which of it is furniture. `size` is that of
    the document's text."""

    def __init__(self, sheets: Sequence[Sheet], edges: Edges, size: float) -> None:
        self._seen: _Seen = defaultdict(_Places)
        self._offsets: Counter[int] = Counter()
        self._ending: defaultdict[tuple[bool, int], list[tuple[int, float]]] = defaultdict(list)
        self._count, self._size = len(sheets), size
        self._symbols: Set[str] = frozenset()
        for sheet in sheets:
            for top, rows in zip((True, False), edges[sheet.number], strict=True):
                for row, inner in itertools.zip_longest(rows, rows[1:]):
                    self._note(sheet, top, row, inner)
            if sheet.number == 1 and len(sheets) == 2:
                self._symbols = _symbols(sheet, edges[1][0])
            self._offsets.update(
                {offset for rows in edges[sheet.number] for row in rows for offset in _counted(sheet, row)}
            )
        _liken(self._seen, {sheet.number for sheet in sheets if is_scan(sheet)})

    def _note(self, sheet: Sheet, top: bool, row: EdgeRow, inner: EdgeRow | None) -> None:
        for index, text in zip(row.indices, row.folds, strict=True):
            label = text.rstrip(".:") in _LABELS
            for value in () if label else numbers_at_ends(sheet.pieces[index].text):
                self._ending[top, value - sheet.number].append((sheet.number, row.baseline))
            if _tells(text):
                places = self._seen[top, text]
                places.found.append((sheet.number, row.baseline))
                places.size = min(places.size, sheet.pieces[index].size)
                if label or is_filed_symbol(sheet.pieces[index].text):
                    places.labels.add(sheet.pieces[index].text)
                elif top and inner is not None and text in _BARE_LABELS and len(inner.folds) == 1:
                    number = inner.of(sheet)[0].text.strip()
                    if number.isalnum() and len(number) <= _NUMBER:
                        places.labels.add(number)

    def furniture(
        self, sheet: Sheet, edges: tuple[list[EdgeRow], list[EdgeRow]]
    ) -> Iterator[tuple[int, Zone]]:
        """The pieces of a page, by index, that are furniture, each with its zone."""
        for top, rows in zip((True, False), edges, strict=True):
            yield from self.at(sheet, top, rows)

    def at(
        self, sheet: Sheet, top: bool, rows: Sequence[EdgeRow], known: int = 0
    ) -> Iterator[tuple[int, Zone]]:
        """The same at one edge of a page; this many outermost rows are known to be furniture."""
        for row, zones in self._running(sheet, top, rows, known):
            for index, zone in zip(row.indices, zones, strict=True):
                if zone is not None:
                    yield index, zone
                else:
                    yield index, Zone.HEADER if top else Zone.FOOTER

    def _running(
        self, sheet: Sheet, top: bool, rows: Sequence[EdgeRow], known: int
    ) -> list[tuple[EdgeRow, list[Zone | None]]]:
        """The rows from the edge inwards that are running lines, with the zones of their pieces."""
        looked: list[tuple[EdgeRow, list[Zone | None]]] = [
            (row, [None] * len(row.indices)) for row in rows[:known]
        ]
        reach = known
        numbered = any(
            str(sheet.number) in piece.text.split() for row in rows[:known] for piece in row.of(sheet)
        )
        for depth, row in enumerate(rows[known:], known):
            inner = rows[depth + 1] if depth + 1 < len(rows) else None
            pieces = row.of(sheet)
            beside = inner.of(sheet) if inner is not None else ()
            upper, lower = (pieces, beside) if top else (beside, pieces)
            if is_entry(pieces):
                break
            needed = self._needed(depth, not top and inner is not None and _ends_note(row, inner))
            if top and depth and reach == depth and self._wraps(sheet, rows[depth - 1], row):
                needed = self._needed(0, False)
            zones = [
                self._zone(sheet, piece, text, top, depth, needed)
                for piece, text in zip(pieces, row.folds, strict=True)
            ]
            if numbered:  # no page has two numbers
                zones = [None if zone is Zone.PAGE_NUMBER else zone for zone in zones]
            if not top and not any(zones) and _is_job_number(_together(pieces)):
                zones = [Zone.JOB_NUMBER] * len(pieces)  # the ends of a bar code may be pieces of their own
            looked.append((row, zones))
            if any(zones) and not (
                are_counted(upper, lower)
                or (not top and numbers_note(pieces, zones, sheet))
                or numbers_heading(pieces, sheet.pieces, self._size, self._offsets, sheet.number)
                or (
                    numbers_text(pieces, zones, self._offsets, sheet.number)
                    and (depth or counts_on(beside, pieces))
                )
            ):
                reach = len(looked)
            elif not is_scan(sheet) or any(len(piece.text) > RUNNING for piece in pieces):
                break  # of a scan's running lines some are misread
        return looked[:reach]

    def _wraps(self, sheet: Sheet, above: EdgeRow, row: EdgeRow) -> bool:
        """Whether a row goes on with the running header set solid above: they stand on the same pages."""
        if len(row.folds) > 1 or row.baseline - above.baseline > _LINE * row.of(sheet)[0].size:
            return False
        pages = self._pages(row.folds[0])
        return bool(pages) and any(self._pages(text) == pages for text in above.folds)

    def _pages(self, folded: str) -> list[int]:
        """The pages at whose top a folded text stands."""
        places = self._seen.get((True, folded))
        return [page for page, _ in places.found] if places is not None else []

    def _needed(self, depth: int, ends_note: bool) -> int:
        """On how many pages a row has to stand, the deeper in the more, to be a running line."""
        least = 2 if self._count <= 6 else 3
        needed = max(least, self._count // 4) if depth else least
        return max(needed, self._count // 2 + 1) if ends_note else needed

    def _zone(
        self, sheet: Sheet, piece: Piece, folded: str, top: bool, depth: int, needed: int
    ) -> Zone | None:
        text = piece.text.strip()
        if not top and _is_job_number(text):
            return Zone.JOB_NUMBER
        if not top and (_CONTINUED.match(text) or RECYCLE.search(text)):
            return Zone.FOOTER
        value = page_number(text)
        low = piece.size < self._size + _LARGER
        if value is not None and low and piece.size > _TOO_SMALL * self._size:
            ahead = value - sheet.number
            # a number counts the pages as the file does, or as another page does, too
            least = 2 if ahead else 1
            counts = self._offsets.get(ahead, 0) >= max(least, min(3, self._count // 2))
            named = text[0].isalpha() and text[-1].isdecimal()  # "Page 3", below the symbol and the language
            edge = (0.12 if named else 0.1) * sheet.height
            outer = piece.baseline < edge or piece.baseline > sheet.height - edge
            lone = not text.isalpha() or (not top and text.islower() and abs(ahead) <= _FRONT)
            alone = outer and (named or depth == 0) and lone
            return Zone.PAGE_NUMBER if counts or alone else None
        if top and not depth and sheet.number > 1 and text in self._symbols:
            return Zone.HEADER
        if not depth and low and self._counts_at_end(sheet, piece, top) and not folded.startswith(NOTE):
            return Zone.HEADER if top else Zone.FOOTER
        places = self._seen.get((top, folded))
        if places is None or len(places.found) < needed:
            return None
        if top and sheet.number == 1 and piece.size > places.size + _TITLE and text.count(" ") >= _WORDS:
            return None  # the title that the running heads of the other pages say again
        if len(places.labels) == len(places.found):
            return None  # "Chapter 1", "Chapter 2": a label that counts on every time heads what is below it
        level = places.level(piece.baseline, _SCANNED_HEIGHT if is_scan(sheet) else _SAME_HEIGHT)
        if len(level) < needed or (folded.startswith(NOTE) and sheet.number == min(level)):
            return None
        return Zone.HEADER if top else Zone.FOOTER

    def _counts_at_end(self, sheet: Sheet, piece: Piece, top: bool) -> bool:
        """Whether a line begins or ends with the number of its page, as lines level with it do on other
        pages."""
        for value in numbers_at_ends(piece.text):
            level = {
                page for page, y in self._ending[top, value - sheet.number]
                if abs(y - piece.baseline) < _SAME_HEIGHT
            }  # fmt: skip
            if len(level) >= max(3, self._count // 4):
                return True
        return False


def _is_job_number(text: str) -> bool:
    return _JOB.match(text if text.isascii() else text.translate(_CODED)) is not None


def _together(pieces: Sequence[Piece]) -> str:
    return "".join([piece.text.strip() for piece in sorted(pieces, key=attrgetter("x0"))])


def _symbols(sheet: Sheet, rows: Sequence[EdgeRow]) -> Set[str]:
    """The document's symbols, as in its masthead: if there is only one more page, a symbol is its running
    head although nothing repeats."""
    texts = {piece.text.strip() for row in rows for piece in row.of(sheet)}
    return {text for text in texts if _SYMBOL.fullmatch(text)}


def _ends_note(row: EdgeRow, above: EdgeRow) -> bool:
    """True for a row directly below the first one of a note: the second rows of several notes may cite the
    same at the same height."""
    return above.folds[0].startswith(NOTE) and row.baseline - above.baseline < _SOLID
