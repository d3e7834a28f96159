"""What headings are set in, and how high each type stands."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from model.extraction.numbering.forms import Form
from model.extraction.numbering.runs import Key
from model.extraction.structure.fragments import PARAGRAPH, SECTION, Fragment
from model.extraction.structure.lines import Line
from model.extraction.structure.looks import Style, style_of
from model.extraction.structure.looks import rank as _rank
from model.extraction.structure.same_parts import with_parts_below

# "Core component 5: Multimodal strategies"
_COUNTED = re.compile(r"([^\W\d_][^\d:.]{3,30}) \d{1,3}\s?[:.–—-]")
# How much lower a heading ranks that is set in, where nothing is bold.
_SET_IN = 0.3
# What stands this far from the margin is in the middle of the page, and this near at the margin (points).
_MIDDLE, _MARGIN = 40.0, 12.0
# The same words in sizes that differ by no more are one heading's type, the difference a slip (points).
_SLIP = 1.5
# How much lower than another a type ranks that comes below that one only.
_NEXT = 0.25


def looks_of(found: Sequence[Fragment]) -> dict[int, tuple[Style, float]]:
    """How each heading is set, and the rank of that type, by its index.

    Where one comes in a size of its own, and the same words elsewhere in that of more others, the difference
    is a slip. The words before a number count ("Core component 5: ..."). Of two types that differ
    in slant and underlining alone, the lower one is that which comes below the other only; also of others of
    one size, where it stands right below.
    """
    main = {at: _main_line(block) for at, block in enumerate(found) if block.kind == SECTION}
    inner = {at for at, line in main.items() if not line.centred and _is_set_in(found, at)}
    inner -= _hung_alike(found, main, inner)
    usual = Counter([style_of(line) for line in main.values()])
    sizes: defaultdict[Style, set[float]] = defaultdict(set)
    for at, line in main.items():
        sizes[_words(found[at]), *style_of(line)[1:]].add(line.style[0])
    looks = {}
    for at, line in main.items():
        size, rest = line.style[0], style_of(line)[1:]
        near = [other for other in sizes[_words(found[at]), *rest] if abs(other - size) <= _SLIP]
        most = max(near, key=lambda other: (usual[other, *rest], other == size))
        looks[at] = (most, *rest, at in inner), _rank(line) + 4.0 * (most - size) - _SET_IN * (at in inner)
    _part_centred(found, looks)
    return with_parts_below(found, _ordered(looks))


def _part_centred(found: Sequence[Fragment], looks: dict[int, tuple[Style, float]]) -> None:
    """Makes two types of bold headings of which some stand in the middle and others at the margin: those in
    the middle are higher."""
    middle: defaultdict[Style, list[int]] = defaultdict(list)
    margin: Counter[Style] = Counter()
    for at, (style, _) in looks.items():
        last = found[at].last
        if not last.bold or found[at].number:
            continue
        if last.row.centred and last.indent > _MIDDLE:
            middle[style].append(at)
        elif found[at].first.indent < _MARGIN:
            margin[style] += 1
    for style, places in middle.items():
        if len(places) > 1 and margin[style] > 1:
            for at in places:
                looks[at] = (*style, "centred"), looks[at][1] + _NEXT


def _ordered(looks: dict[int, tuple[Style, float]]) -> dict[int, tuple[Style, float]]:
    ranks = dict(looks.values())
    often = Counter([style for style, _ in looks.values()])
    right_below = Counter([
        (style, looks[at + 1][0]) for at, (style, _) in looks.items() if at + 1 in looks
    ])  # fmt: skip
    for upper, lower in itertools.permutations([style for style in ranks if often[style] > 1], 2):
        if upper[0] != lower[0] or ranks[lower] < ranks[upper] or right_below[lower, upper]:
            continue
        # weight and capitals tell for themselves, but where nothing stands between the two
        alike = (upper[1], upper[3]) == (lower[1], lower[3]) and upper[-1] == lower[-1]
        if (alike or right_below[upper, lower]) and _comes_below(looks, ranks, upper, lower):
            ranks[lower] = ranks[upper] - _NEXT
    return {at: (style, min(rank, ranks[style])) for at, (style, rank) in looks.items()}


def _comes_below(
    looks: Mapping[int, tuple[Style, float]], ranks: Mapping[Style, float], upper: Style, lower: Style
) -> bool:
    """Whether no heading of the lower type is the first below a higher one, and some of the upper are."""
    top = max(ranks[upper], ranks[lower])
    opened, opens = False, False  # a heading of the upper type stands above; one was the first
    for style, rank in looks.values():
        if style == upper:
            opens, opened = opens or not opened, True
        elif style == lower and not opened:
            return False
        elif rank > top:
            opened = False
    return opens


def is_higher(above: Fragment, block: Fragment) -> bool:
    """Whether a heading has a number, or stands higher by its type than one without."""
    return above.choice.marker is not None or _rank(_main_line(above)) > _rank(_main_line(block))


def _words(block: Fragment) -> str:
    """The words that headings of one kind share: all of them, or those before a number."""
    text = block.text.casefold()
    counted = _COUNTED.match(text)
    return counted[1] if counted else text


def _is_set_in(found: Sequence[Fragment], at: int) -> bool:
    """Whether a heading in the type of the text below is set in from its margin, as the lower ones of
    typewritten reports are."""
    line = found[at].first
    for block in found[at + 1 : at + 4]:
        if block.kind == PARAGRAPH and len(block.lines) > 1 and block.lines[1].row.page == line.row.page:
            below = block.lines[1]
            return abs(line.size - below.size) < 0.6 and 10 < line.row.x0 - below.row.x0 < 60
    return False


def _hung_alike(found: Sequence[Fragment], main: Mapping[int, Line], inner: Set[int]) -> set[int]:
    """Bold headings that are set in and yet no lower: numbered ones, and those of a type of which none, or
    not the first, begins at the margin."""
    first: dict[Style, bool] = {}
    for at, line in main.items():
        if line.bold and not found[at].number:
            first.setdefault(style_of(line), at not in inner)
    return {at for at in inner if main[at].bold and not (not found[at].number and first[style_of(main[at])])}


def _main_line(block: Fragment) -> Line:
    """The line that a heading's type is told by: under a label its text's, where that is set higher."""
    if block.choice.marker is None or block.choice.marker.form is not Form.LABEL:
        return block.first
    return max(block.lines, key=_rank)


def over_counts(
    found: Sequence[Fragment], looks: Mapping[int, tuple[Style, float]]
) -> set[tuple[Style, Key]]:
    """The looks of headings without a number below which a count of headings begins again, each with the
    count: it opens right below two of them, "The facts: I, II" and "The law: I, II"."""
    opened: Counter[tuple[Style, Key]] = Counter()
    above: Style | None = None
    for at, (style, _) in looks.items():
        marker = found[at].choice.marker
        if marker is None:
            above = style
            continue
        if above is not None and found[at].choice.opens and marker.value == 1:
            opened[above, marker.run] += 1
        above = None
    return {key for key, count in opened.items() if count > 1}
