"""Sizes and weights of fonts: a Medium is bold beside text set in the Light or Regular of its family, and
the Chinese black face beside text set in another.

A font's name says its weight; the page's data flags only what is called bold. Families of five and more
weights set their headings one or two steps above the text instead.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from model.extraction.zones.cells import segments
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet

# The names of cuts, as CSS counts their weights.
_WEIGHTS = (
    ("thin", 100), ("hairline", 100), ("extralight", 200), ("ultralight", 200), ("light", 300),
    ("regular", 400), ("book", 400), ("roman", 400), ("medium", 500), ("demi", 600),
)  # fmt: skip
_CUT = re.compile(r"[-,]|(?:italic|oblique|it)$", re.IGNORECASE)
# From this weight on (OpenType, usWeightClass) a font may be bold beside a lighter one.
_MEDIUM = 500
# Chinese reports set headings in the black face, of one weight. Its Chinese name may be in UTF-8 or GBK, each
# byte of it shown as a letter.
_BLACK = ("SimHei", "黑体", *("黑体".encode(code).decode("latin-1") for code in ("utf-8", "gbk")))


# A size this much larger, with this share of the most frequent one's letters, may be the running text's.
_LARGER, _SHARE = 0.3, 0.1
# Sizes are told apart by eye from this much of them on.
_SEEN = 0.03
# A line of running text has this many letters, and no gap between its words is this many sizes wide.
_LINE, _WORDS = 60, 1.3
# How many letters are set in each font and size.
Letters = Mapping[tuple[str, float], int]


def letters_of(sheets: Sequence[Sheet]) -> Letters:
    """The letters of a document by font and size."""
    letters: defaultdict[tuple[str, float], int] = defaultdict(int)
    for sheet in sheets:
        for spans, _, _, _, _, _, size, _, text, _ in sheet.pieces:
            letters[spans[0].font, size] += len(text)
    return letters


def evened(sheets: Sequence[Sheet], letters: Letters) -> Letters:
    """Sets, in place, text in the most frequent of the sizes that differ from its own by too little to be
    seen; its letters by font and size then."""
    counts: Counter[float] = Counter()
    about: Counter[float] = Counter()
    for (_, size), count in letters.items():
        counts[size] += count
        about[round(size, 1)] += count
    meant: dict[float, float] = {}
    usual: list[float] = []
    for size in sorted(counts, key=lambda size: (about[round(size, 1)], counts[size]), reverse=True):
        meant[size] = next((other for other in usual if abs(other - size) < _SEEN * other), size)
        if meant[size] == size:
            usual.append(size)
    if len(usual) == len(meant):
        return letters
    for sheet in sheets:
        sheet.pieces[:] = [_set(piece, meant) for piece in sheet.pieces]
    told: defaultdict[tuple[str, float], int] = defaultdict(int)
    for (font, size), count in letters.items():
        told[font, meant[size]] += count
    return told


def _set(piece: Piece, meant: Mapping[float, float]) -> Piece:
    size = meant[piece.size]
    if size == piece.size:
        return piece
    spans = tuple([span._replace(size=meant.get(span.size, span.size)) for span in piece.spans])
    return piece._replace(size=size, spans=spans)


def body_size(sheets: Sequence[Sheet], letters: Letters) -> float:
    """The size that most of the letters are set in; of the running text where most are set in tables, in a
    smaller size."""
    exact: defaultdict[float, int] = defaultdict(int)
    for (_, size), count in letters.items():
        exact[size] += count
    sizes: Counter[float] = Counter()
    for size, count in exact.items():
        sizes[round(size, 1)] += count
    if not sizes:
        return 10.0
    usual, most = sizes.most_common(1)[0]
    if not any(size > usual + _LARGER and count > _SHARE * most for size, count in sizes.items()):
        return usual
    running: Counter[float] = Counter()
    long = (row for sheet in sheets for row in sheet.rows if _letters_in(row) >= _LINE)
    for cell in (cell for row in long for cell in segments(row, _WORDS)):
        if (count := _letters_in(cell)) >= _LINE:
            running[round(cell[0].size, 1)] += count
    return max(usual, running.most_common(1)[0][0]) if running else usual


def _letters_in(pieces: Sequence[Piece]) -> int:
    return sum([len(piece.text) for piece in pieces])


def weighed(sheets: Sequence[Sheet], letters: Letters) -> None:
    """Marks as bold, in place, the text in a heavier cut of the family that most of the text is set in."""
    fonts: defaultdict[str, int] = defaultdict(int)
    for (font, _), count in letters.items():
        fonts[font] += count
    heavy = _heavier(fonts)
    if heavy:
        for sheet in sheets:
            sheet.pieces[:] = [_marked(piece, heavy) for piece in sheet.pieces]


def _heavier(fonts: Mapping[str, int]) -> frozenset[str]:
    if not fonts:
        return frozenset()
    main = max(fonts, key=fonts.__getitem__)
    family, weight = _weight(main)
    heavy = frozenset(filter(_is_black, fonts)) if not _is_black(main) else frozenset[str]()
    if weight is None or weight >= _MEDIUM:
        return heavy
    return heavy | {
        font for font in fonts if (cut := _weight(font))[0] == family and (cut[1] or 0) >= _MEDIUM
    }


def _is_black(font: str) -> bool:
    return font.startswith(_BLACK)


def _weight(font: str) -> tuple[str, int | None]:
    """The family of a font and the weight that its name says; None for bold ones, which are flagged."""
    parts = _CUT.split(font, maxsplit=1)
    cut = parts[1].lower() if len(parts) > 1 else ""
    if "bold" in cut or "black" in cut or "heavy" in cut:
        return parts[0], None
    return parts[0], next((weight for name, weight in _WEIGHTS if name in cut), 400)


def _marked(piece: Piece, heavy: frozenset[str]) -> Piece:
    if not any(span.font in heavy for span in piece.spans):
        return piece
    return piece._replace(
        spans=tuple(span._replace(bold=True) if span.font in heavy else span for span in piece.spans)
    )
