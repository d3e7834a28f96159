"""Text that a scanner's program laid, unseen, over the picture of a page: its words are as they were
recognized, their size and weight are told from the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from model.reading.boxes import Drawn
from model.reading.recognized_type import OTHER_SIZE, widths
from model.reading.strokes import INK_OF
from model.reading.text import Line, Rect, around, covers_page, line_of

# Pixels a point: at 150 dpi bold lines were told best.
SCALE = 150 / 72
# As a share of the page's letters.
_MOST = 0.5
# Strokes of bold letters are this much wider than those of regular ones of one size. Of 4,064 lines of nine
# reports, drawn and recognized, it tells 89 % of the bold ones, and takes 1 in 1,000 others for bold.
_BOLD = 1.2
# Ratios of sizes this near to one another are one size's.
_NEAR = 0.08
# A stroke is what is darker than the middle tones.
_STROKE = bytes(1 if tone < 140 else 0 for tone in range(256))


def is_hidden(
    blocks: Iterable[Mapping[str, Any]], pictures: Sequence[Rect], width: float, height: float
) -> bool:
    """Whether most letters of a page, as the engine reads them, are not drawn, and a picture covers it."""
    if not covers_page(pictures, width, height):
        return False
    shown = unseen = 0
    for block in blocks:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                if span["alpha"]:
                    shown += len(span["text"])
                else:
                    unseen += len(span["text"])
    return unseen > _MOST * (shown + unseen)


def typed(lines: Sequence[Line], drawn: Drawn) -> tuple[Line, ...]:
    """The lines with the size and weight that the picture of the page, drawn at `SCALE`, shows."""
    told = [at for at, line in enumerate(lines) if line.level and any(map(str.isalnum, line.text))]
    boxes = [around([span[1:5] for span in lines[at].spans if span.text.strip()]) for at in told]
    read = [(lines[at].text, [box[:2], box[2:]]) for at, box in zip(told, boxes, strict=True)]
    usual, wide = widths(read)
    found = list(lines)
    ratios = _together([ratio if abs(ratio - 1) > OTHER_SIZE else 1.0 for ratio in wide])
    for at, heavy, ratio in zip(told, _bold(drawn, boxes), ratios, strict=True):
        size = round(usual * ratio, 1)
        spans = [span._replace(size=size or span.size, bold=heavy) for span in lines[at].spans]
        found[at] = line_of((tuple(spans), True))
    return tuple(found)


def _together(ratios: Sequence[float]) -> list[float]:
    """The ratios with those made one that lie near one another."""
    groups: list[list[float]] = []
    for ratio in sorted(ratios):
        if groups and ratio - groups[-1][-1] < _NEAR:
            groups[-1].append(ratio)
        else:
            groups.append([ratio])
    one = {ratio: median(group) for group in groups for ratio in group}
    return [one[ratio] for ratio in ratios]


def _bold(drawn: Drawn, boxes: Sequence[Rect]) -> list[bool]:
    """Which boxes (in points) hold text of wider strokes than the usual ones, also for its height."""
    strokes = [_stroke(drawn, Rect(*[edge * SCALE for edge in box])) for box in boxes]
    told = [stroke for stroke in strokes if stroke]
    if not told:
        return [False] * len(boxes)
    usual, height = median(told), median([box.height for box in boxes])
    return [
        stroke > _BOLD * usual * max(1.0, box.height / height)
        for stroke, box in zip(strokes, boxes, strict=True)
    ]


def _stroke(drawn: Drawn, box: Rect) -> float:
    """The width of the strokes in a box of pixels: its ink over how many strokes its rows cross."""
    left, right = max(0, int(box.x0)), min(drawn.width, int(box.x1) + 1)
    starts = range(
        max(0, int(box.y0)) * drawn.stride, min(drawn.height, int(box.y1) + 1) * drawn.stride, drawn.stride
    )
    rows = b"\xff".join([drawn.grey[start + left : start + right] for start in starts])
    crossed = rows.translate(_STROKE).count(b"\0\1")
    return sum(rows.translate(INK_OF)) / 255 / crossed if crossed else 0.0
