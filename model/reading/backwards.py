"""Lines from right to left in the order in which they are read.

The data of such a line follows no order that holds for all programs: words come from the left or from the
right, digits, brackets and dashes from another font at the line's end or as lines of their own, and the
engine turns round what it takes for visual order. The places on the page tell: what stands in a row is
joined, put from left to right, and read by the Unicode bidirectional algorithm turned about (`bidi`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from model.reading import bidi
from model.reading.bidi import Atom, BidiClass
from model.reading.fonts import FontMap
from model.reading.ligatures import SAME_PLACE, THIN, Char, Trace, mend_ligatures
from model.reading.lines import ITALIC
from model.reading.text import Line
from model.right_to_left import holds_rtl, is_rtl

# A word goes on with a letter that stands this much of the size before or after its end.
_OVER, _NEAR = 0.5, 0.12
# Lines belong together this far apart, and are in a row where their baselines are this close (shares of the
# size); footnote marks and the like are smaller and raised.
_TOGETHER, _LEVEL, _RAISED, _SMALLER = 0.6, 0.2, 0.55, 0.85
# No space between words is this wide, as a share of the size.
_FAR = 4
# Slanted letters lean by more than this.
_SLANTED = 0.1

Block = Mapping[str, Any]
Fonts = Mapping[str, Sequence[FontMap]]
_NOTHING: Fonts = {}


def has_rtl(lines: Iterable[Line]) -> bool:
    """Whether a page's text has letters that run from right to left."""
    others = [span.text for line in lines for span in line.spans if not span.text.isascii()]
    return holds_rtl("".join(others))


def in_order(
    blocks: Sequence[Block], trace: Trace, office: bool = False, fonts: Fonts = _NOTHING
) -> Sequence[Block]:
    """The blocks of a page, read with their characters, with spans as those without have them; the lines of
    a row from right to left are one line in reading order.

    `trace` gives the engine's trace of the glyphs. `office`: made by Microsoft Office, which puts the numbers
    about a slash from right to left, as other programs do not. `fonts`: the characters that they name.
    """
    level = []
    for block in blocks:
        lines = block.get("lines", [])
        for span in (span for line in lines for span in line["spans"]):
            span["text"] = "".join([char["c"] for char in span["chars"]])
            _straighten(span)
        lines[:] = [part for line in lines for part in _parts(line)]
        for line in lines:
            line["text"] = "".join([span["text"] for span in line["spans"]])
            if line["dir"][0] > 0.99 and line["text"].strip():
                level.append(line)
    page_back = is_rtl("".join([line["text"] for line in level]))
    mend_ligatures(level, trace)
    joined: list[tuple[list[Any], list[Atom]]] = []
    for row in _rows(level):
        text = "".join([line["text"] for line in row])
        back = is_rtl(text) if _has_letters(text) else page_back
        for lines in _together(row):
            own = "".join([line["text"] for line in lines])
            if is_rtl(own) if _has_letters(own) else back:
                joined.append((lines, bidi.read(list(_atoms(lines, office, fonts)))))
            elif any(map(_stands_in, lines[1:], lines)):
                joined.append((lines, sorted(_atoms(lines, office, fonts), key=_atom_left)))
    mirrored = sum([bidi.brackets(atoms) for _, atoms in joined]) < 0
    for lines, atoms in joined:
        _put(lines, bidi.mirrored(atoms) if mirrored else atoms)
    return blocks


def _straighten(span: Any) -> None:
    """Takes the lean from the boxes of letters that the program slants, as it does for want of italic ones:
    they reach over the spaces beside them. Such a span is italic, though its font is not."""
    first = next((char for char in span["chars"] if not char["c"].isspace()), None)
    lean = _lean(first) if first is not None else 0.0
    if not _SLANTED < lean < 1:
        return
    span["flags"] |= ITALIC
    for char in span["chars"]:
        (x0, y0, x1, y1), (_, y) = char["bbox"], char["origin"]
        char["bbox"] = (x0 + lean * (y1 - y), y0, x1 - lean * (y - y0), y1)


def _lean(char: Any) -> float:
    """How far a letter's box begins before the letter, for each point that it reaches below the baseline."""
    (x0, _, _, y1), (x, y) = char["bbox"], char["origin"]
    return float((x - x0) / (y1 - y)) if y1 > y else 0.0


def _parts(line: Any) -> Iterator[Any]:
    """A line, cut where its spans stand far apart: the engine ends lines from the left there, not those from
    the right, and so joins what stands at both edges of a page."""
    part: list[Any] = []
    left = right = 0.0
    for span in line["spans"]:
        x0, _, x1, _ = span["bbox"]
        if part and max(left - x1, x0 - right) > _FAR * span["size"]:
            yield _line_of(line, part)
            part = []
        left, right = (min(left, x0), max(right, x1)) if part else (x0, x1)
        part.append(span)
    if len(part) < len(line["spans"]):
        line = _line_of(line, part)
    yield line


def _line_of(line: Any, spans: list[Any]) -> dict[str, Any]:
    """A line that holds some of another's spans."""
    lefts, tops, rights, bottoms = zip(*[span["bbox"] for span in spans], strict=True)
    return {**line, "spans": spans, "bbox": (min(lefts), min(tops), max(rights), max(bottoms))}


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _rows(lines: Iterable[Any]) -> Iterator[list[Any]]:
    """The lines that stand in a row, each row from left to right."""
    row: list[Any] = []
    for line in sorted(lines, key=_baseline):
        if row and not _in_row(row, line):
            yield sorted(row, key=_left)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=_left)


def _in_row(row: Sequence[Any], line: Any) -> bool:
    """Whether a line's baseline is that of the row; `row` has those above it."""
    size = _size(line)
    for other in row:
        large, small = max(size, _size(other)), min(size, _size(other))
        allowed = _RAISED if small < _SMALLER * large else _LEVEL
        if _baseline(line) - _baseline(other) > allowed * large:
            return False
    return True


def _together(row: Sequence[Any]) -> Iterator[list[Any]]:
    """The lines of a row that stand beside or over one another."""
    lines: list[Any] = []
    end = 0.0
    for line in row:
        apart = bool(lines) and line["bbox"][0] - end > _TOGETHER * max(_size(line), _size(lines[-1]))
        if apart or any(_is_over(line, other) for other in lines):
            yield lines
            lines = []
        end = max(end, line["bbox"][2]) if lines else line["bbox"][2]
        lines.append(line)
    yield lines


def _is_over(line: Any, other: Any) -> bool:
    """Whether a line is printed over another, as headers are where a page has no margin for them."""
    if line["bbox"][0] >= other["bbox"][2] - _size(line):
        return False
    taken = {at for x0, x1 in _inked(other) for at in range(round(x0), round(x1))}
    places = [round((x0 + x1) / 2) for x0, x1 in _inked(line)]
    return sum([at in taken for at in places]) * 2 > len(places)


def _stands_in(line: Any, other: Any) -> bool:
    """Whether a line stands where another leaves room: a slash between the digits of a symbol."""
    return bool(line["bbox"][2] < other["bbox"][2] and line["bbox"][0] > other["bbox"][0])


def _inked(line: Any) -> Iterator[tuple[float, float]]:
    for span in line["spans"]:
        for char in span["chars"]:
            if not char["c"].isspace():
                yield char["bbox"][0], char["bbox"][2]


def _baseline(line: Any) -> float:
    return float(max(line["spans"], key=_span_size)["origin"][1])


def _size(line: Any) -> float:
    return float(max(map(_span_size, line["spans"])))


def _span_size(span: Any) -> float:
    return float(span["size"])


def _left(line: Any) -> float:
    return float(line["bbox"][0])


def _atom_left(atom: Atom) -> float:
    return atom.x0


def _atoms(lines: Sequence[Any], office: bool, fonts: Fonts) -> Iterator[Atom]:
    """Words from right to left as the data has them, and all other characters one by one. After Arabic
    letters, unlike Hebrew ones, a hyphen parts numbers (rules W2 and W4 of the bidirectional algorithm)."""
    arabic = any(unicodedata.bidirectional(sign) == "AL" for line in lines for sign in line["text"])
    parting = ("/" if office else "") + ("-" if arabic else "")
    for line in lines:
        for span in line["spans"]:
            word: Atom | None = None
            known = fonts.get(span["font"].rpartition("+")[2], ())
            for char in span["chars"]:
                sign, (x0, _, x1, _) = char["c"], char["bbox"]
                kind = bidi.kind(sign)
                if kind is BidiClass.ADDED and word is not None:
                    word.add(sign, x0, x1)
                    continue
                if (
                    kind is BidiClass.BACK
                    and word is not None
                    and word.kind is kind
                    and _goes_on(word, x0, x1)
                ):
                    word.add(sign, x0, x1)
                    continue
                if word is not None:
                    yield word
                parts = sign in parting
                unnamed = bool(known) and kind is not BidiClass.BACK
                if unnamed:
                    width = (x1 - x0) / span["size"]
                    unnamed = not any(font.names(sign, width) for font in known)
                word = None if char.get("synthetic") else Atom(sign, x0, x1, kind, span, parts, unnamed)
            if word is not None:
                yield word


def _goes_on(word: Atom, x0: float, x1: float) -> bool:
    gap = (word.x0 - x1) / word.size
    return -_OVER < gap < _NEAR or (x1 - x0 < THIN and word.x0 <= x1 < word.x1 + SAME_PLACE)


def _put(lines: Sequence[Any], atoms: Sequence[Atom]) -> None:
    """Leaves the first of some lines with what is read, the others with nothing."""
    if len(lines) == 1 and lines[0]["text"].split() == "".join([atom.text for atom in atoms]).split():
        return
    made: list[dict[str, Any]] = []
    last: Any = None
    for atom in atoms:
        if atom.span is last:
            _extend(made[-1], atom)
        else:
            made.append(_cut(atom))
        last = atom.span
    boxes = [line["bbox"] for line in lines]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    lines[0]["spans"], lines[0]["bbox"] = made, (min(lefts), min(tops), max(rights), max(bottoms))
    for line in lines[1:]:
        line["spans"] = []


def _cut(atom: Atom) -> dict[str, Any]:
    _, top, _, bottom = atom.span["bbox"]
    return {
        **atom.span,
        "text": atom.text,
        "chars": list(_chars(atom)),
        "bbox": (atom.x0, top, atom.x1, bottom),
        "origin": (atom.x0, atom.span["origin"][1]),
    }


def _chars(atom: Atom) -> Iterator[Char]:
    _, top, _, bottom = atom.span["bbox"]
    for sign, (x0, x1) in zip(atom.text, atom.places, strict=True):
        yield {"c": sign, "bbox": (x0, top, x1, bottom)}


def _extend(span: dict[str, Any], atom: Atom) -> None:
    x0, top, x1, bottom = span["bbox"]
    span["text"] += atom.text
    span["chars"] += _chars(atom)
    span["bbox"] = (min(x0, atom.x0), top, max(x1, atom.x1), bottom)
