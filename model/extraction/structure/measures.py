"""What is usual in a document's running text: its size, weight and indents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from model.extraction.structure.lines import Line

# From this many rows a font's usual width is told.
_ENOUGH = 200


class Measures(NamedTuple):
    """`size` of most of the running text in points; `bold`, `italic`, `caps`, `coloured`: most of it is set
    so, and it tells nothing; `plain`: nothing is bold, as in typewritten prints and their scans; `indent` of
    most lines' beginnings, `first` of most paragraphs' first lines; `font` of most, and the `advance` of a
    letter in it as a share of the size (0: not known)."""

    size: float = 10.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    plain: bool = False
    indent: float = 0.0
    first: float = 24.0
    font: str = ""
    advance: float = 0.0
    coloured: bool = False


def measure(lines: Sequence[Line]) -> Measures:
    """The measures of a document's running text; usual ones where there is little of it."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    if not sizes:
        return Measures()
    size = sizes.most_common(1)[0][0]
    plain = [line for line in lines if abs(line.size - size) < 0.8]
    total = sum([len(line.text) for line in plain]) or 1
    size = sum([line.size * len(line.text) for line in plain]) / total
    bold = sum([len(line.text) for line in plain if line.bold]) > 0.55 * total
    italic = sum([len(line.text) for line in plain if line.italic]) > 0.55 * total
    caps = sum([len(line.text) for line in plain if line.caps]) > 0.55 * total
    coloured = sum([len(line.text) for line in plain if line.coloured]) > 0.55 * total
    full = [line for line in plain if line.full]
    indents = Counter([round(line.indent) for line in full])
    firsts = Counter([
        round(line.indent) for line in full if line.markers and line.markers[0].form == "1."
    ])  # fmt: skip
    indent = indents.most_common(1)[0][0] if indents else 0
    first = firsts.most_common(1)[0][0] if firsts else indent
    no_bold = not any(line.bold or line.head_bold for line in lines)
    return Measures(
        size, bold, italic, caps, no_bold, float(indent), float(first), *_advance(plain), coloured
    )


def _advance(plain: Sequence[Line]) -> tuple[str, float]:
    """The font that most rows begin in, and how far a letter of those rows goes on."""
    some = plain[:: max(1, len(plain) // _ENOUGH)]
    fonts = Counter([line.row.spans[0].font for line in some])
    font = fonts.most_common(1)[0][0] if fonts else ""
    rows = [line for line in some if line.row.spans[0].font == font]
    return font, sum([advance(line) for line in rows]) / (len(rows) or 1)


def advance(line: Line) -> float:
    """How far a letter of a row goes on, as a share of its size; what stands between its spans aside."""
    spans = line.row.spans
    letters = sum([len(span.text) for span in spans])
    return sum([span.x1 - span.x0 for span in spans]) / (line.size * (letters or 1))
