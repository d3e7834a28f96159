"""The lines of a report's first pages, and what they look like."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from model.extraction import wording
from model.extraction.numbering.forms import Form
from model.extraction.numbering.labels import ANNEX_LABELS, APPENDIX_LABELS
from model.extraction.numbering.markers import read_markers
from model.extraction.zones.baselines import grouped, longest
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.words import ends_in_colon

_x0 = attrgetter("x0")
# Display type is this much larger than the text (points).
DISPLAY = 1.5
# The last row of a sentence has more letters than this; "No. 4." has fewer.
_SENTENCE = 8
# A label over names has no more letters: "Report prepared for:".
_A_LABEL = 32
# What stands above this share of a page's height stands in its upper part.
_UPPER = 0.6
# Points by which the edges of rows that stand on one axis differ together.
_AXIS = 8.0


class FrontLine(NamedTuple):
    """A baseline row of a front page."""

    pieces: tuple[Piece, ...]
    text: str
    x0: float
    x1: float
    baseline: float
    size: float

    @property
    def style(self) -> tuple[float, bool]:
        """Size in tenths of a point, and weight: rows of one style are set alike."""
        return round(self.size, 1), self.bold

    @property
    def bold(self) -> bool:
        """Whether most of its letters and digits are bold, raised ones and marks of notes aside."""
        counted = [
            (sum(map(str.isalnum, s.text)), s.bold) for p in self.pieces for s in p.spans if not s.raised
        ]
        return sum([n for n, bold in counted if bold]) > 0.8 * sum([n for n, _ in counted])


def lines_of(pieces: Iterable[Piece]) -> list[FrontLine]:
    """The rows of `each_line`, all at once."""
    return list(each_line(pieces))


def each_line(pieces: Iterable[Piece]) -> Iterator[FrontLine]:
    """The rows that pieces of level text stand in, from top to bottom."""
    for row in grouped([p for p in pieces if p.level]):
        main = longest(row)
        ordered = tuple(sorted(row, key=_x0))
        text = " ".join([p.text.strip() for p in ordered])
        yield FrontLine(ordered, text, ordered[0].x0, max([p.x1 for p in row]), main.baseline, main.size)


def is_text(sheet: Sheet, body_size: float) -> bool:
    """True for a page of running text or of a contents list, and for a short page that is written as text is:
    a letter, a heading such as "Summary" over text, paragraphs that are counted, three that a stop closes,
    a list that a sentence leads into."""
    long = 0
    lines = []
    for line in each_line(sheet.pieces):
        long += is_long(line, sheet) and line.size < body_size + 1.5
        if long >= 4 or wording.CONTENTS.match(line.text):
            return True
        lines.append(line)
    heads = (
        wording.HEADING.fullmatch(line.text.strip())
        and below.size < body_size + 1.5
        and is_long(below, sheet)
        for line, below in itertools.pairwise(lines)
    )
    closed = sum(_is_closed(line, body_size) for line in lines)
    return is_letter(sheet) or any(heads) or counts(lines) or _leads_into_list(lines) or closed >= 3


def counts(lines: Sequence[FrontLine]) -> bool:
    """Whether rows begin with "1." and "2.", one below the other."""
    found = [(m.form, m.system, m.value) for line in lines for m in read_markers(line.text.strip()[:48])[:1]]
    pairs = itertools.pairwise([one for one in found if one[0] in (Form.STOP, Form.BRACKET)])
    return any(one[:2] == two[:2] and one[2] == 1 and two[2] == 2 for one, two in pairs)


def _leads_into_list(lines: Sequence[FrontLine]) -> bool:
    """Whether two rows with the same bullet or dash stand below one that ends in a colon, as long as a
    sentence: a cover has labels ("Authors:")."""
    return any(
        len(line.text) > _A_LABEL and ends_in_colon(line.text) and _bullet(one) == _bullet(two) != ""
        for line, one, two in zip(lines, lines[1:], lines[2:], strict=False)
    )


def _bullet(line: FrontLine) -> str:
    """The bullet or dash that a row begins with; "" where it begins with none."""
    marks = (Form.BULLET, Form.DASH)
    return next((m.printed for m in read_markers(line.text.strip()[:48])[:1] if m.form in marks), "")


def breaks_off(lines: Sequence[FrontLine], sheet: Sheet, body_size: float, after: Sheet) -> bool:
    """Whether the rows of a page end in its upper part with a sentence in the text's size that is counted, or
    fills a row and has text on the next page to go on with: a page break stands after a first paragraph. A
    cover has something further down, or something else after it."""
    if not lines or lines[-1].baseline > _UPPER * sheet.height or not _is_closed(lines[-1], body_size):
        return False
    if any(map(_is_first, lines[-2:])):
        return True
    below = next(each_line(after.pieces), None)
    return (
        below is not None
        and _fills_row(below, after, body_size)
        and any(_fills_row(line, sheet, body_size) for line in lines[-2:])
    )


def _fills_row(line: FrontLine, sheet: Sheet, body_size: float) -> bool:
    """Whether a row is set as the text is, and as long."""
    return abs(line.size - body_size) < 1 and not line.bold and is_long(line, sheet)


def _is_closed(line: FrontLine, body_size: float) -> bool:
    """Whether a row in the text's size ends a sentence."""
    ends = len(line.text) > _SENTENCE and line.text.rstrip()[-1] in ".;。"
    return ends and abs(line.size - body_size) < 1


def _is_first(line: FrontLine) -> bool:
    """Whether a row begins with "1."."""
    return any(m.form is Form.STOP and m.value == 1 for m in read_markers(line.text.strip()[:48]))


def is_letter(sheet: Sheet) -> bool:
    """True for a page that greets somebody in its upper part, as a letter does."""
    return any(
        wording.SALUTATION.match(p.text) for p in sheet.pieces if p.level and p.baseline < 0.6 * sheet.height
    )


def is_long(line: FrontLine, sheet: Sheet) -> bool:
    """True for a line as long as those of running text; Chinese fills it with fewer letters, fields side by
    side leave most of it empty."""
    filled = sum([piece.x1 - piece.x0 for piece in line.pieces])
    return len(line.text) > 48 or (len(line.text) > 18 and filled > 0.55 * sheet.width)


def is_centred(line: FrontLine, sheet: Sheet) -> bool:
    """Whether a line stands in the middle of its page, or of the text on it: margins may be unlike."""
    middle = (line.x0 + line.x1) / 2
    off = min(abs(middle - sheet.width / 2), abs(middle - sheet.middle))
    return off < 0.06 * sheet.width and line.x1 - line.x0 < 0.72 * sheet.width


def same_style(one: FrontLine, other: FrontLine) -> bool:
    """Whether a row below another one may go on with it: in one weight and size, not far below."""
    gap = other.baseline - one.baseline
    return one.bold == other.bold and abs(one.size - other.size) < 0.6 and gap < 2.2 * other.size


def solid(one: FrontLine, other: FrontLine) -> bool:
    """Whether two rows are set one right below the other, without space between them."""
    return same_style(one, other) and other.baseline - one.baseline < 1.45 * other.size


def solid_text(lines: Sequence[FrontLine], at: int) -> str:
    """The text of a row and of those below it that are set solid with it."""
    stop = at + 1
    while stop < len(lines) and solid(lines[stop - 1], lines[stop]):
        stop += 1
    return " ".join([line.text for line in lines[at:stop]])


def on_one_axis(one: FrontLine, other: FrontLine) -> bool:
    """Whether two rows of unlike width are centred, one below the other."""
    return abs(one.x0 + one.x1 - other.x0 - other.x1) < _AXIS and abs(one.x0 - other.x0) > _AXIS


def runs_on(lines: Sequence[FrontLine], at: int) -> bool:
    """Whether the row above is set alike and ends where the next word found no room."""
    if not at or not solid(lines[at - 1], lines[at]):
        return False
    line = lines[at]
    word = (line.x1 - line.x0) * len(line.text.split()[0]) / len(line.text)
    return lines[at - 1].x1 + word > max([other.x1 for other in lines])


def is_divider(lines: Sequence[FrontLine]) -> bool:
    """True for a page that begins with a chapter's or an annex's label."""
    first = next((line.text for line in lines if sum(map(str.isalpha, line.text)) > 3), "")
    return bool(wording.CHAPTER.match(first) or wording.ANNEXES.fullmatch(first) or _is_annexed(first))


def _is_annexed(text: str) -> bool:
    """Whether a row is an annex's label, or begins with a numbered one."""
    markers = read_markers(text.strip()[:48])
    return bool(markers) and markers[0].label in ANNEX_LABELS | APPENDIX_LABELS
