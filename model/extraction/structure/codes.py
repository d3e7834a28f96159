"""Numbers after letters that say what they count: "R1.", "EQ2:", "F-12". Alone, such a sign may be a name
("G20", "M23"); several that count on are not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from model.extraction.numbering.forms import Form, Marker
from model.extraction.numbering.systems import System
from model.extraction.structure.lines import Line

_CODE = re.compile(r"([A-Z]{1,4})([-.]?)([1-9]\d{0,2})(?:\s?([.:：)–—-])\s*|\s+)(?=[“\"«(]?[^\W\d_])")
# Two that count on are a run where a sign or a tabulator sets them off, three where a mere space does.
_SET_OFF, _LOOSE = 2, 3
# The dress of a code: its letters, the sign before its number, the sign after it.
_Dress = tuple[str, str, str]


def read_codes(lines: Sequence[Line]) -> None:
    """Gives rows that open with codes their numbers, where these count from one on."""
    runs: defaultdict[_Dress, list[tuple[Line, Marker]]] = defaultdict(list)
    for line in lines:
        if line.markers or line.label or not line.text[:1].isupper():
            continue
        if match := _CODE.match(line.text):
            letters, sign, numeral, behind = match.groups()
            printed = f"{letters}{sign}{numeral}"
            marker = Marker(Form.CODE, System.DIGITS, int(numeral), printed, match.end(), (), letters.lower())
            runs[letters, sign, behind or ""].append((line, marker))
    for (*_, behind), run in runs.items():
        needed = _SET_OFF if behind or all(line.set_off for line, _ in run) else _LOOSE
        values = [marker.value for _, marker in run]
        if len(set(values)) >= needed and _counts(values):
            for line, marker in run:
                line.number_by(marker)


def _counts(values: Sequence[int]) -> bool:
    """Whether numbers count from one on, again and again perhaps: summaries list what chapters hold."""
    return all(value in (1, before + 1) for before, value in zip([0, *values], values, strict=False))
