"""Which pages are pictures of text, told from a page drawn small: they have to be recognized.

A page without text that shows something is one. So is a sheet of paper as one picture over the page with
little text on it, such as a library's stamp, where most of the ink stands beside that text; a photograph
with words on it has no tone of paper.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.documents import PageInfo
from model.doubts import DoubtKind
from model.reading.boxes import Drawn
from model.reading.ocr import Recognized
from model.reading.text import Line, PageText, Span, covers_page
from model.reading.turning import line_to_shown, shown_size, to_shown
from model.recognized import Lean

# Pixels a point; a line of text is three pixels high.
SCALE = 0.25
# Letters of a page that has text of its own, a stamp and running lines being less.
_LITTLE = 200
# Of 16 tones, paper is one of the light ones, and most of a page (measured on scans since 1980: tone 15 on
# 0.55 to 0.93 of it; photographs have no tone on more than 0.3). More of it than `_BLANK` is a blank page.
_TONES, _LIGHT, _PAPER, _BLANK = 16, 10, 0.4, 0.9998
_TONE_OF = bytes([value * _TONES // 256 for value in range(256)])
# Ink is darker than paper by this many tones.
_DARKER = 3


def may_be_scanned(page: PageText) -> bool:
    """Whether a page is worth drawing: it has no text, or little of it on one large picture."""
    letters = 0
    for line in page.lines:
        letters += len(line.text.replace(" ", ""))
        if letters > _LITTLE:
            return False
    return not letters or covers_page(page.pictures, page.width, page.height)


def is_scanned(drawn: Drawn, lines: Sequence[Line]) -> bool:
    """Whether a page shows words that are none of its text."""
    paper, share = _commonest_tone(drawn)
    if share > _BLANK:
        return False
    spans = [span for line in lines for span in line.spans if span.text.strip()]
    if not spans:
        return True
    limit = _limit_of_ink(paper, share)
    if not limit:
        return False
    beside = bytearray(drawn.grey)
    for span in spans:
        left, right = (min(drawn.width, max(0, round(x * SCALE))) for x in (span.x0 - 4, span.x1 + 4))
        top, bottom = (min(drawn.height, max(0, round(y * SCALE))) for y in (span.y0 - 4, span.y1 + 4))
        for row in range(top, bottom):
            at = row * drawn.stride
            beside[at + left : at + right] = b"\xff" * (right - left)
    return _ink(beside, limit) > _ink(drawn.grey, limit) / 2


def ink_below(drawn: Drawn) -> int:
    """Below which grey (0 to 255) there is ink; 0 if most of what is drawn is not paper."""
    return _limit_of_ink(*_commonest_tone(drawn))


def has_light_paper(drawn: Drawn) -> bool:
    """Whether the commonest tone is one that paper has: a dark photograph is told by that alone."""
    tone, _ = _commonest_tone(drawn)
    return tone >= _LIGHT


def _commonest_tone(drawn: Drawn) -> tuple[int, float]:
    """Of 16, with its share."""
    toned = drawn.grey.translate(_TONE_OF)
    tones = [toned.count(tone) for tone in range(_TONES)]
    paper = max(range(_TONES), key=tones.__getitem__)
    return paper, tones[paper] / max(1, sum(tones))


def _limit_of_ink(paper: int, share: float) -> int:
    return (paper - _DARKER + 1) * 256 // _TONES if paper >= _LIGHT and share >= _PAPER else 0


def _ink(grey: bytes | bytearray, limit: int) -> int:
    return len(grey) - len(grey.translate(None, bytes(range(limit))))


def recognized(page: PageText, read: Recognized, instead: bool) -> PageText:
    """A page with what was recognized on it, beside its own text or instead of it; turned, where its picture
    lies on its side.

    A page that needs other text than its own and got none is illegible, as one with words not read is.
    """
    if read.illegible or (instead and not read.lines):
        return page._replace(doubt=DoubtKind.ILLEGIBLE)
    if instead:
        page = page._replace(lines=())
    if read.turn:
        page = _turned(page, read.turn)
    own = [span for line in page.lines for span in line.spans if span.text.strip()]
    lean = read.lean
    new = tuple([line for line in read.lines if not any(_is_on(line.spans[0], span, lean) for span in own)])
    if not new:
        return page._replace(recognized=0.0, lean=None)
    drawn = page.rules or page.boxes  # what a page draws itself need not be told from its picture
    rules = page.rules if drawn else read.rules
    return page._replace(lines=(*page.lines, *new), rules=rules, recognized=read.confidence, lean=lean)


def _is_on(line: Span, own: Span, lean: Lean | None) -> bool:
    """Whether a page's own text stands on a recognized line: it is the same words once more."""
    across, down = (own.x0 + own.x1) / 2, (own.y0 + own.y1) / 2
    if lean:
        down -= lean.down(across)
    return line.x0 <= across <= line.x1 and line.y0 <= down <= line.y1


def _turned(page: PageText, turn: int) -> PageText:
    frame = PageInfo(page.number, page.width, page.height, turn)
    lines = [line_to_shown(line, frame) for line in page.lines]
    rules, boxes, pictures = (
        tuple([to_shown(shape, frame) for shape in shapes])
        for shapes in (page.rules, page.boxes, page.pictures)
    )
    width, height = shown_size(frame)
    rotation = (page.rotation + turn) % 360
    return PageText(page.number, width, height, rotation, tuple(lines), rules, boxes, pictures)
