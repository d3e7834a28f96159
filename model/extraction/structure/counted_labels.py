"""Words that number headings in one report and in no grammar: "Theme 1: Water", "Theme 2: Land"."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence

from model.extraction.numbering.systems import digits, readings
from model.extraction.structure.fragments import SECTION, Fragment
from model.languages import has_function_word

_WORD = r"[^\W\d_][\w’'-]*"
# Chinese has no space before a numeral: "主题1：", "专题二：".
_LABEL = re.compile(
    rf"({_WORD}(?: {_WORD}){{0,3}})(?:\s|(?<=[一-鿿]))(?:[Nn][o°º]\.?\s?|№\s?)?"
    r"(\d{1,3}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[A-Z]|[一二三四五六七八九十]{1,3})(?=\s?[:：.–—]|\s-\s|$)"
)
_Place = tuple[int, ...]


def number_by_labels(found: Sequence[Fragment]) -> None:
    """Gives headings that begin with the same word and a numeral their numbers, where these count on. The
    label stays in their text, as that of a chapter does."""
    alike: defaultdict[str, list[tuple[Fragment, str, _Place]]] = defaultdict(list)
    for block in found:
        if block.kind != SECTION or block.number:
            continue
        match = _LABEL.match(block.text) or _LABEL.fullmatch(block.first.text.strip())
        if match is None or has_function_word((label := match[1].casefold()).split()):
            continue
        if place := _place(match[2]):
            alike[label].append((block, match[2], place))
    for label, headings in alike.items():
        steps = [_counts_on(one, two) for (*_, one), (*_, two) in itertools.pairwise(headings)]
        if any(place != headings[0][2] for *_, place in headings) and all(steps):
            for block, number, _ in headings:
                block.number = number
                block.reasons.append(f"counted among those that begin with “{label}”")


def _place(numeral: str) -> _Place:
    """Its place in a run; empty if it is not a numeral."""
    if numeral[0].isdecimal():
        return tuple(map(digits, numeral.split(".")))
    return tuple([value for _, value in readings(numeral)][:1])


def _counts_on(one: _Place, two: _Place) -> bool:
    """Whether a number may stand after another: the same again, the next, or the first of a part."""
    return two in (one, (*one[:-1], one[-1] + 1)) or two[-1] == 1
