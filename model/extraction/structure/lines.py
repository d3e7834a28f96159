"""Rows of running text as the structure's rules see them: text, indent, weight, gap."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from model.extraction.numbering.forms import Form, Marker
from model.extraction.numbering.markers import read_markers, read_set_off
from model.extraction.rows import Row
from model.extraction.structure.texts import Text, row_text
from model.extraction.zones.pieces import SMALL_CAPITALS
from model.reading.text import Span
from model.right_to_left import is_rtl

_MUCH = 12.0  # points of room at a row's end that may be more than its own column has
_FLUSH = 2.0  # points within which rows begin at one place
# What is quoted is set in by so many points, and takes so much of its column; its justified rows end within
# so many points of each other.
_SET_IN, _WIDE, _ALIKE = 6.0, 0.5, 0.3
_BLANKS = 3  # at a text's beginning, as far as a tabulator
_SIGNS = 9  # of what a tabulator sets off: a number, with what files it ("2024/10.")
_COLUMN = 2.0  # sizes of the type before a value in a column of its own at least
# Rows of a text are so many sizes apart at most; a word processor sets double lines at 2.3.
_DOUBLE = 2.45
_HEAD = 48  # characters that a marker and what tells it apart may take
# "A Education", "IV Programme": what may be a heading's number.
_HEADED = re.compile(r"(?:[A-H]|[IVX]{1,5}) (?=[A-Z])")
_REMARK = re.compile(r"\s\([^()]*\)[\s*∗\d]*$")
_NO_SPACES = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
# "... by 2035. (page 12)", "... cameras. [R-23-5]": a recommendation in a list of them.
REFERRED = re.compile(r"\w[.!?] [(\[][^()\[\]]*\d[^()\[\]]*[)\]]$")
_TERMINAL = ".;:!?。；：！？؟؛…।"
_CLOSING = ")]”’\"'»）」』* 0123456789"


class Line:
    """One row of running text.

    `indent` is from the left of its column (from the right in right-to-left text); `gap` the distance to the
    row above in leadings (1.0: set solid; None at the top of a page or column); `room` the empty space at its
    end in points. `set_off`: a short sign stands so far before the rest as only a tabulator puts it.
    `apart`: a table, a figure or the like stands between it and the row before. `bold`, `italic` and `caps`
    are true where all of it is, the printed number aside; `caps` is 1 for small capitals, 2 for large ones.
    `coloured`: all of it has a colour.
    """

    __slots__ = (
        "apart", "bold", "caps", "centred", "coloured", "end_bold", "first_width", "full", "gap",
        "head_bold", "indent", "italic", "label", "marker_end", "markers", "marks", "room", "row",
        "rtl", "set_off", "size", "text", "underlined",
    )  # fmt: skip

    def __init__(self, row: Row, text: Text) -> None:
        self.row = row
        self.text = text.text
        self.marks = text.marks
        self.size = row.size
        self.gap: float | None = None
        self.underlined = row.underlined
        self.centred = row.centred
        self.rtl = is_rtl(text.text)
        if self.rtl:
            self.indent, self.room = row.right - row.x1, row.x0 - row.left
        else:
            self.indent, self.room = row.x0 - row.left, row.right - row.x1
        self.full = False
        self.apart = False
        self.markers: tuple[Marker, ...] = ()
        self.label = ""
        self.marker_end = 0
        found = read_markers(self.text[:_HEAD])
        self.set_off = len(row.spans) > 1 and _sets_off(row.spans, row.size)
        if not found and self.set_off:
            found = read_set_off(row.spans[0].text)
        elif not found and (row.centred or row.spans[0].bold) and (match := _HEADED.match(self.text)):
            found = read_set_off(match[0])
        if found:  # most rows begin with no number
            self.markers = tuple([marker for marker in found if marker.printed])
            self.label = found[0].label if not found[0].printed else ""
            self.marker_end = self.markers[0].end if self.markers else 0
        self._weigh()

    def number_by(self, marker: Marker) -> None:
        """Takes what other rows tell for its number."""
        self.markers, self.marker_end = (marker,), marker.end
        self._weigh()

    def _weigh(self) -> None:
        """What its letters are set in, and how wide its first word is."""
        spans = self.row.spans
        if len(spans) == 1:
            span = spans[0]
            said = (span.bold or span.italic) and bool(_letters(span.text))
            self.bold = self.head_bold = self.end_bold = said and span.bold
            self.italic = said and span.italic
            self.coloured = span.coloured or span.text.isspace()
        else:
            self._weigh_spans(spans)
            self.coloured = all(span.coloured or span.text.isspace() for span in spans)
        body = self.text[self.marker_end :]
        self.caps = 0 if not _in_capitals(body) else 1 if spans[0].font.endswith(SMALL_CAPITALS) else 2
        word = body.split(" ", 1)[0] if body else ""
        if not word.isascii() and _NO_SPACES.match(word):
            word = word[0]  # a line of Chinese may be broken behind any letter
        whole = len(self.text) or 1
        self.first_width = (self.row.x1 - self.row.x0) * (len(word) + self.marker_end + 1) / whole

    def _weigh_spans(self, spans: Sequence[Span]) -> None:
        skip = self.marker_end
        bold = italic = total = 0
        self.head_bold = self.end_bold = False
        seen = first = False
        for span in spans:
            letters = _letters(span.text)
            if not letters:
                continue
            if skip > 0:
                skip -= len(span.text.strip())
                if skip >= -1:
                    seen = span.bold
                    continue
            if not first:
                self.head_bold, first = span.bold, True
            total += letters
            bold += letters if span.bold else 0
            italic += letters if span.italic else 0
            self.end_bold = span.bold
        if not total:
            self.bold, self.italic = seen, False
        else:
            self.bold = bold >= 0.93 * total
            self.italic = italic >= 0.93 * total

    @property
    def body(self) -> str:
        """Its text without the printed number."""
        return self.text[self.marker_end :].lstrip()

    @property
    def style(self) -> tuple[float, bool, bool, int]:
        return round(2 * self.size) / 2, self.bold, self.italic, self.caps

    @property
    def ends_sentence(self) -> bool:
        return ends_sentence(self.text)

    @property
    def starts_low(self) -> bool:
        """Whether it starts with a small letter, and no printed number: it goes on from above."""
        if self.markers:
            return False
        for sign in self.text:
            if sign.isalpha():
                return sign.islower()
            if sign.isdigit():
                return False
        return False


def _sets_off(spans: Sequence[Span], size: float) -> bool:
    """Whether a short sign stands so far before the rest of its row as only a tabulator puts it, or above, or
    in the right margin."""
    first = spans[0]
    rest = next((span for span in spans[1:] if not span.text.isspace()), None)
    if len(first.text) > _SIGNS or rest is None:
        return False
    if rest.text[:_BLANKS].isspace() and len(rest.text) > _BLANKS:
        return True
    apart = max(rest.x0 - first.x1, rest.baseline - first.baseline, first.x0 - rest.x1)
    return apart > 0.8 * size


def _before_value(spans: Sequence[Span], size: float) -> float:
    """The space before an amount or a page number in a column of its own at a row's end; 0 without one."""
    if len(spans) == 1:
        return 0.0
    *before, last = spans
    text = last.text.strip()
    if not text or text[-1].isalpha() or any(map(str.isalpha, text)):
        return 0.0
    gap = last.x0 - max([span.x1 for span in before if not span.text.isspace()], default=last.x0)
    return gap if gap > _COLUMN * size and any(map(str.isdigit, text)) else 0.0


def _letters(text: str) -> int:
    """About how many letters and digits a span has; exactly, where it is short."""
    if len(text) < 8:
        return len(text) if text.isalnum() else sum(map(str.isalnum, text))
    return len(text) - text.count(" ") if not text.isspace() else 0


def _in_capitals(text: str) -> bool:
    if text.rstrip(" *∗0123456789").endswith(")"):
        text = _REMARK.sub("", text)  # "ADOPTION OF THE AGENDA (Agenda item 1)"
    if sum(map(str.islower, text[:16])) > 4:
        return False
    alphabetic = sum(map(str.isalpha, text))
    return alphabetic >= 3 and sum(map(str.isupper, text)) >= 0.9 * alphabetic


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does; where it is from or how it is counted may stand behind."""
    if text[-1:].isalpha():
        return False
    bare = text.rstrip(_CLOSING) or text
    return bare[-1:] in _TERMINAL or (text[-1:] in ")]" and REFERRED.search(text) is not None)


def lines_of(rows: Sequence[Row], marks: frozenset[str]) -> list[Line]:
    """Rows of running text, in reading order, as lines."""
    lines = [Line(row, row_text(row, marks)) for row in rows]
    leadings = _leadings(rows)
    for above, line in itertools.pairwise(lines):
        one, two = above.row, line.row
        if line.markers and line.markers[0].form is Form.BRACKET and _is_open(above.text):
            line.markers, line.marker_end = (), 0  # "(page" / "12)"
        if one.page != two.page or (one.column != two.column and abs(one.left - two.left) > 20):
            continue
        down = two.baseline - one.baseline
        if down <= 0:
            continue
        # between two sizes the larger one's leading is the normal distance
        size = max(above.size, line.size)
        line.gap = down / leadings.get(round(size), 1.2 * size)
    for at, line in enumerate(lines):
        if line.centred:
            line.centred = not any(_aligned(line, other) for other in _beside(lines, at))
    reach = _reach(rows)
    for at, (line, follower) in enumerate(itertools.zip_longest(lines, lines[1:])):
        row = line.row
        if not line.rtl and (end := reach.get((row.page, row.column))) is not None:
            line.room = min(line.room, end - row.x1)
        line.room = max(0.0, min(line.room, _edge(lines, at)) if line.room >= _MUCH else line.room)
        if line.room > 0 and any(_is_filled_by(line, other) for other in _beside(lines, at)):
            line.room = 0.0
        line.room = max(line.room, _before_value(row.spans, row.size))
        need = follower.first_width + 0.25 * line.size if follower is not None else 30.0
        heads = line.centred and (line.bold or line.caps == 2)  # plain rows may look centred by chance
        room = line.room + line.indent if heads else line.room  # it has that of both its sides
        line.full = room < need + 1.0 and not _flush_right(lines, at)
    return lines


def _is_filled_by(one: Line, two: Line) -> bool:
    """Whether a row fills a column that is set in on both sides, as what is quoted at length is: the one
    above or below it begins and ends where it does."""
    row, other = one.row, two.row
    if one.indent < _SET_IN or one.centred or row.page != other.page or abs(row.x0 - other.x0) > _ALIKE:
        return False
    return abs(row.x1 - other.x1) < _ALIKE and row.x1 - row.x0 > _WIDE * (row.right - row.left)


def _is_open(text: str) -> bool:
    """Whether a row leaves a bracket open."""
    return text.rfind("(") > text.rfind(")")


def _beside(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines right before and right behind one."""
    return [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]


def _flush_right(lines: Sequence[Line], at: int) -> bool:
    """Whether a row ends at the margin because it is set there, as a remark alone is; no rows of a block."""
    half = 0.5 * (lines[at].row.right - lines[at].row.left)
    if lines[at].rtl or lines[at].indent < half or not any(map(str.isalpha, lines[at].text)):
        return False
    return not any(other.indent > half for other in _beside(lines, at))


def _reach(rows: Sequence[Row]) -> dict[tuple[int, int], float]:
    """How far to the right the running text of each page's column comes, where there is enough to tell.

    A row of the page that stands further out (a header, a wide table) does not widen the paragraphs' column.
    """
    ends: dict[tuple[int, int], list[float]] = {}
    for row in rows:
        ends.setdefault((row.page, row.column), []).append(row.x1)
    return {key: max(found) for key, found in ends.items() if len(found) >= 12 and _is_filled(found)}


def _is_filled(ends: Sequence[float]) -> bool:
    """Whether rows end where a paragraph's would, not here and there as names in a list do."""
    edge = max(ends) - 30
    return sum(end > edge for end in ends) > 0.35 * len(ends)


def _aligned(one: Line, two: Line) -> bool:
    """Whether two rows of a page begin or end alike: neither is centred then."""
    if one.row.page != two.row.page:
        return False
    return abs(one.row.x0 - two.row.x0) < 1.2 or abs(one.row.x1 - two.row.x1) < 1.2


def _edge(lines: Sequence[Line], at: int) -> float:
    """The room at a line's end within its own, perhaps narrower, column: where lines around it end alike, and
    none that begins where it does ends further out by chance."""
    line = lines[at]
    ends = []
    for other in lines[max(0, at - 3) : at + 4]:
        if other.row.page == line.row.page and other.row.column == line.row.column and not other.centred:
            chance = other.room > _MUCH and abs(other.indent - line.indent) < _FLUSH
            ends.append((other.row.x0 if line.rtl else -other.row.x1, chance))
    ends.sort()
    mine = line.row.x0 if line.rtl else -line.row.x1
    wide = (line.row.right - line.row.left) * 0.45
    for (one, chance), (two, _) in itertools.pairwise(ends):
        if two - one <= 1.5:
            reach = -one - line.row.left if not line.rtl else line.row.right - one
            if reach > wide:
                return mine - one
        if chance and not line.ends_sentence:
            break
    return line.room


def _leadings(rows: Sequence[Row]) -> dict[int, float]:
    """The usual distance of baselines for each size, in points."""
    counts: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for one, two in itertools.pairwise(rows):
        size = two.size
        down = two.baseline - one.baseline
        near = 0.85 * size < down < _DOUBLE * size and one.page == two.page and one.column == two.column
        if near and abs(one.size - size) < 0.6:
            counts[round(size)][round(down * 2) / 2] += 1
    usual = {}
    for size, found in counts.items():
        most = max(found.values())
        if sum(found.values()) >= 6:
            # the smallest of the frequent distances: gaps between short paragraphs may be as frequent
            usual[size] = min(down for down, count in found.items() if count >= 0.2 * most)
    if usual:
        # headings in nearly the text's size have its leading, though all stand apart from what is beside them
        most_rows = max(usual, key=lambda size: sum(counts[size].values()))
        for size in (most_rows - 1, most_rows + 1):
            if size in usual:
                usual[size] = min(usual[size], usual[most_rows] * max(1.0, size / most_rows))
    return usual
