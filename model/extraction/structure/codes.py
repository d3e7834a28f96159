"""Numbers after letters that say what they count, and those that count on through a year: "R1.", "EQ2:",
"F-12", "2026/114". Alone, such a sign may be a name ("G20", "M23") or a period ("2024/25"); several that
count on are not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from model.extraction.numbering.forms import Form, Marker
from model.extraction.numbering.labels import SYMBOL_LABEL
from model.extraction.numbering.systems import System
from model.extraction.structure.lines import Line

_CODE = re.compile(r"([A-Z]{1,4})([-.]?)([1-9]\d{0,2})(?:\s?([.:：)–—-])\s*|\s+)(?=[“\"«(]?[^\W\d_])")
_CENTURIES = ("19", "20")
# After it a capital, because what is cited looks like this too.
_YEARLY = re.compile(r"((?:19|20)\d\d)/(\d{1,3})\s+(?=[“\"«(]?[^\W\d_])(?![“\"«(]?[a-zß-ÿа-яё])")
# Two that count on are a run where a year, a sign or a tabulator sets them off, three where a space does.
_SET_OFF, _LOOSE = 2, 3
# The dress of a code: its letters or its year, the sign before its number, the sign after it.
_Dress = tuple[str, str, str]


def read_codes(lines: Sequence[Line]) -> None:
    """Gives rows that open with codes their numbers, where these count from one on, or on through a year."""
    runs: defaultdict[_Dress, list[tuple[Line, Marker]]] = defaultdict(list)
    for line in lines:
        if line.markers or line.label:
            continue
        if code := _code(line.text):
            dress, marker = code
            runs[dress].append((line, marker))
    for (opening, _, behind), run in runs.items():
        yearly = opening.isdecimal()
        needed = _SET_OFF if behind or yearly or all(line.set_off for line, _ in run) else _LOOSE
        values = [marker.value for _, marker in run]
        if len(set(values)) >= needed and _counts(values, values[0] if yearly else 1):
            for line, marker in run:
                line.number_by(marker)


def _code(text: str) -> tuple[_Dress, Marker] | None:
    """The code that a row opens with, and its dress."""
    if text[:1].isupper() and (match := _CODE.match(text)):
        letters, sign, numeral, behind = match.groups()
        printed = f"{letters}{sign}{numeral}"
        marker = Marker(Form.CODE, System.DIGITS, int(numeral), printed, match.end(), (), letters.lower())
        return (letters, sign, behind or ""), marker
    if text[:2] in _CENTURIES and (match := _YEARLY.match(text)):
        year, numeral = match.groups()
        printed = f"{year}/{numeral}"
        marker = Marker(Form.LABEL, System.DIGITS, int(numeral), printed, len(printed), (), SYMBOL_LABEL)
        return (year, "/", ""), marker
    return None


def _counts(values: Sequence[int], first: int) -> bool:
    """Whether numbers count on from the first one, again and again perhaps: summaries list what chapters
    hold."""
    steps = zip([first - 1, *values], values, strict=False)
    return all(value in (first, before + 1) for before, value in steps)
