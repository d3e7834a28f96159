"""Numbers after letters that say what they count, and those that count on through a year or a file: "R1.",
"EQ2:", "F-12", "2026/114", "RO-2025-004-SR-01". Alone, such a sign may be a name ("G20", "M23") or a period
("2024/25"); several that count on are not, nor is a file's number that is set apart."""

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
# What investigators file a recommendation under: letters and figures with hyphens, its own number last.
_FILED = re.compile(
    r"([A-Z]{1,5}(?:-(?:\d{2,4}|[A-Z]{1,5})){1,4})-(\d{1,3})\s+(?=[“\"«(]?[^\W\d_])(?![“\"«(]?[a-zß-ÿа-яё])"
)
# A code is set apart where its words begin this far after it (sizes), or in another weight.
_APART = 0.8
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
        filed = "-" in opening
        yearly = filed or opening.isdecimal()
        needed = _SET_OFF if behind or yearly or all(line.set_off for line, _ in run) else _LOOSE
        if filed and all(_is_apart(line) for line, _ in run):
            needed = 1
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
    if text[:1].isupper() and (match := _FILED.match(text)):
        opening, numeral = match.groups()
        printed = f"{opening}-{numeral}"
        marker = Marker(Form.LABEL, System.DIGITS, int(numeral), printed, len(printed), (), SYMBOL_LABEL)
        return (opening, "-", ""), marker
    return None


def _is_apart(line: Line) -> bool:
    """Whether a row begins with words that hold no space, set apart from the others."""
    first, *others = [span for span in line.row.spans if not span.text.isspace()]
    if not others or " " in first.text.strip():
        return False
    return others[0].x0 - first.x1 > _APART * line.size or first.bold > others[0].bold


def _counts(values: Sequence[int], first: int) -> bool:
    """Whether numbers count on from the first one, again and again perhaps: summaries list what chapters
    hold."""
    steps = zip([first - 1, *values], values, strict=False)
    return all(value in (first, before + 1) for before, value in steps)
