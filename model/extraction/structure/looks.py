"""What rows are set in: how much that stands out from running text, and how high it ranks."""

from __future__ import annotations

from model.extraction.structure.fragments import Fragment
from model.extraction.structure.lines import Line
from model.extraction.structure.measures import Measures, advance

Style = tuple[object, ...]
# A heading's type stands out at least this much (`distinction`, mended by length and stops).
HEADING = 1.9
_CENTRED = 1.0
_IN_COLOUR = 0.8
# More letters by themselves than this are not a formula.
_FEW = 4
# Letters that are set apart go on this many times as far as others.
_SPACED = 1.33


def distinction(fragment: Fragment, usual: Measures) -> float:
    """How clearly a fragment's type stands out from running text: 0 not at all, 2 and more clearly."""
    return sum([weight for _, weight in signs(fragment, usual)])


def signs(fragment: Fragment, usual: Measures) -> list[tuple[str, float]]:
    """What distinguishes a fragment's type from running text, each sign with its weight."""
    found: list[tuple[str, float]] = []
    lines = fragment.lines
    first = lines[0]  # most are plain, and then one line tells
    if len(lines) > 1 and is_bracketed(lines[-1]):
        lines = lines[:-1]  # "(Item 4 of the agenda)" below a heading
    if first.bold and not usual.bold and all(line.bold for line in lines):
        found.append(("bold", 2.0))
    sizes = [line.size for line in lines]
    size = min(sizes)
    if size > usual.size + 0.9:
        found.append(("larger than the text", 1.4 + min(1.0, (size - usual.size) / 6)))
    elif max(sizes) < usual.size - 1.3:
        found.append(("smaller than the text", -1.0))
    if first.caps and not usual.caps and all(line.caps for line in lines):
        found.append(("in capitals", 1.5))
    if first.italic and not usual.italic and all(line.italic for line in lines):
        found.append(("in italics", 1.3))
    if (
        first.coloured
        and not usual.coloured
        and all(line.coloured for line in lines)
        and not lines[-1].ends_sentence
    ):
        # a sentence in colour is stressed, or a caption
        found.append(("in colour", _IN_COLOUR))
    if first.underlined and all(line.underlined for line in lines):
        found.append(("underlined", 1.6))
    if first.centred and all(line.centred for line in lines):
        found.append(("centred", _CENTRED))
    if sum([weight for _, weight in found]) <= _CENTRED and all(_is_spaced(line, usual) for line in lines):
        found.append(("with letters set apart", 1.6))
    return found


def is_bracketed(line: Line) -> bool:
    """Whether a row is a remark in brackets: "(At Step 5)"."""
    text = line.text.strip()
    return text[:1] == "(" and text[-1:] == ")" and text.count("(") == 1


def _is_spaced(line: Line, usual: Measures) -> bool:
    """Whether the letters of a row stand apart, as those of headings do in typewritten and old prints: in the
    text's font it is a third wider than other rows, though it has room enough."""
    if not usual.advance or line.full or line.row.spans[0].font != usual.font:
        return False
    letters = line.text.split()
    if len(letters) > _FEW and max(map(len, letters)) == 1:
        return True
    low = sum(map(str.islower, line.text))
    return low > 0.6 * len(line.text) and low > 4 and advance(line) > _SPACED * usual.advance


def rank(line: Line) -> float:
    """How high a heading's type stands: size first, then weight, capitals, place."""
    return (
        4.0 * line.style[0]
        + (3.0 if line.bold else 0.0)
        + 1.0 * line.caps
        + (1.0 if line.centred and not line.bold else 0.0)
        + (0.5 if line.underlined else 0.0)
        - (1.0 if line.italic else 0.0)
    )


def style_of(line: Line) -> Style:
    """What two headings share that are set alike."""
    return (*line.style, line.centred and not line.bold, line.underlined)
