"""Letters that run from right to left: Hebrew, Arabic, and the forms of Arabic letters within words."""

from __future__ import annotations

import re

RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
# A text's first characters tell which way it runs.
_REACH = 400


def holds_rtl(text: str) -> bool:
    """Whether a text has any such letter."""
    return not text.isascii() and RTL.search(text) is not None


def is_rtl(text: str) -> bool:
    """Whether most of its letters are such."""
    if not holds_rtl(text):
        return False
    letters = _LETTER.findall(text[:_REACH])
    return sum(map(bool, map(RTL.match, letters))) * 2 > len(letters)
