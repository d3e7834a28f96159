"""Text that a scanner's program laid over the picture of a page, unseen as a rule: its words are as they were
recognized, their size and weight are told from the picture."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from model.reading.boxes import Drawn
from model.reading.recognized_lines import FONT
from model.reading.text import Line, Rect, Span, around, covers_page, line_of, with_text
from model.reading.type_shown import types
from model.reading.underlines import Baseline
from model.recognized import Lean

# As a share of the page's letters, or of its long rows, of which there are some; sizes are in points.
_MOST, _LONG, _FEW, _SAME = 0.5, 20, 4, 0.1
# Boxes of words of one size differ by these shares.
_LEAST, _LARGEST = 0.72, 1.4
# A page leans from this slope on; what leans more than this is not a line. Rows this long show it (points),
# if there are this many.
_ASKEW, _STEEP, _TELLING, _ROWS = 0.0015, 0.1, 100.0, 5
# Of so few letters the baseline is guessed, by no more than so much (a share of the size).
_SHORT, _ASIDE = 5, 0.35
# A space between words, as typewriters make it after a sentence (of the page's letters); how level words
# stand and how far their sizes may differ, as shares of the size.
_SPACE, _LEVEL, _ALIKE = 2.7, 0.1, 0.15


def is_recognized(
    blocks: Iterable[Mapping[str, Any]],
    lines: Sequence[Line],
    pictures: Sequence[Rect],
    width: float,
    height: float,
) -> bool:
    """Whether a picture covers a page and its words, as the engine reads them, are recognized ones: most are
    not drawn, or the rows come in sizes of their own, as boxes of words are guessed to be."""
    return covers_page(pictures, width, height) and (_are_unseen(blocks) or _waver(lines))


def _waver(lines: Iterable[Line]) -> bool:
    sizes = [line.spans[0].size for line in lines if len(line.text) >= _LONG]
    return sum([abs(one - two) > _SAME for one, two in pairwise(sizes)]) > _MOST * max(_FEW, len(sizes))


def _are_unseen(blocks: Iterable[Mapping[str, Any]]) -> bool:
    shown = unseen = 0
    for block in blocks:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                if span["alpha"]:
                    shown += len(span["text"])
                else:
                    unseen += len(span["text"])
    return unseen > _MOST * (shown + unseen)


def typed(lines: Sequence[Line], drawn: Drawn) -> tuple[tuple[Line, ...], Lean | None]:
    """The lines levelled, with the size and weight that the picture of the page shows, drawn at the scale of
    `strokes` without rules, and how the page leans."""
    told = [at for at, line in enumerate(lines) if line.level and any(map(str.isalnum, line.text))]
    if not told:
        return tuple(lines), None
    boxes = [around([span[1:5] for span in lines[at].spans if span.text.strip()]) for at in told]
    read = [(lines[at].text.strip(), [box[:2], box[2:]]) for at, box in zip(told, boxes, strict=True)]
    found = list(lines)
    usual = median([lines[at].spans[0].size for at in told if len(lines[at].text) >= _LONG] or [0.0])
    for at, (size, bold) in zip(told, types(read, drawn), strict=True):
        spans = [
            span._replace(size=size or _evened(span.size, usual), bold=bold, font=FONT)
            for span in lines[at].spans
        ]
        found[at] = line_of((tuple(spans), True))
    lean = _lean_of(found)
    return tuple(_joined(_in_rows([_levelled(line, lean) for line in found] if lean else found))), lean


def _lean_of(lines: Iterable[Line]) -> Lean | None:
    """How a page that was laid askew leans, which the baselines of the words in its rows tell; None where
    they stand level."""
    slopes, ends = list[float](), list[float]()
    for line in lines:
        first, last = line.spans[0], line.spans[-1]
        ends += (first.x0, last.x1)
        if line.level and last.x - first.x > _TELLING:
            slopes.append((last.baseline - first.baseline) / (last.x - first.x))
    slopes = [slope for slope in slopes if abs(slope) < _STEEP]
    slope = median(slopes) if len(slopes) >= _ROWS else 0.0
    return Lean(slope, (min(ends) + max(ends)) / 2) if abs(slope) > _ASKEW else None


def _levelled(line: Line, lean: Lean) -> Line:
    return _moved(line, lambda span: lean.down(span.x))


def _moved(line: Line, down: Callable[[Span], float]) -> Line:
    """The line, its words by so much higher as they are too low."""
    spans = []
    for span in line.spans:
        by = down(span)
        spans.append(span._replace(y0=span.y0 - by, y1=span.y1 - by, baseline=span.baseline - by))
    return line_of((tuple(spans), line.level))


def baselines_of(lines: Iterable[Line]) -> list[Baseline]:
    """What the words of a page stand on."""
    ends = [(line.spans[0], line.spans[-1]) for line in lines if line.level and line.text.strip()]
    return [Baseline(one.x0, one.baseline, two.x1, two.baseline, one.size) for one, two in ends]


def _evened(size: float, usual: float) -> float:
    """The usual size for one that differs from it no more than boxes of words do by chance."""
    return usual if _LEAST * usual < size < _LARGEST * usual else size


def _in_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, short ones, such as numbers, on the baseline of the long one beside which they stand: it is
    guessed from few letters."""
    long = sorted([
        (line.spans[0].baseline, line.spans[0].x0, line.spans[-1].x1)
        for line in lines if line.level and len(line.text) >= _LONG
    ])  # fmt: skip
    return [_in_row(line, long) if line.level and len(line.text) <= _SHORT else line for line in lines]


def _in_row(line: Line, long: Sequence[tuple[float, float, float]]) -> Line:
    first, last = line.spans[0], line.spans[-1]
    reach = _ASIDE * first.size
    near = long[bisect_left(long, (first.baseline - reach,)) : bisect_left(long, (first.baseline + reach,))]
    beside = [row[0] for row in near if last.x1 <= row[1] or row[2] <= first.x0]
    if not beside:
        return line
    down = first.baseline - min(beside, key=lambda baseline: abs(baseline - first.baseline))
    return _moved(line, lambda _: down)


def _joined(lines: Sequence[Line]) -> list[Line]:
    """The lines, those in one that stand on one baseline with no more than a wide space between: the words of
    a stretched line come one by one."""
    spaces = [
        _SPACE * (line.spans[-1].x1 - line.spans[0].x0) / len(line.text) for line in lines if line.level
    ]
    space = median(spaces) if spaces else 0.0
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if before and before.level and line.level and _goes_on(before.spans[-1], line.spans[0], space):
            last = before.spans[-1]
            spans = (*before.spans[:-1], with_text(last, last.text.rstrip() + " "), *line.spans)
            sizes = [span.size for span in max((before, line), key=lambda line: len(line.text)).spans]
            found[-1] = line_of((tuple([span._replace(size=sizes[0]) for span in spans]), True))
        else:
            found.append(line)
    return found


def _goes_on(one: Span, two: Span, space: float) -> bool:
    size = max(one.size, two.size)
    level = abs(two.baseline - one.baseline) < _LEVEL * size and abs(two.size - one.size) < _ALIKE * size
    return level and one.x0 < two.x0 and two.x0 - one.x1 < space
