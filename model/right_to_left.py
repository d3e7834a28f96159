"""Letters that run from right to left: Hebrew, Arabic, and the forms of Arabic letters within words."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
# A text's first characters tell which way it runs.
_REACH = 400
_STRONG = {"L": False, "R": True, "AL": True}
_LOOKED_AT = 200  # characters: beyond them a text's first strong letter is not looked for


def holds_rtl(text: str) -> bool:
    """Whether a text has any such letter."""
    return not text.isascii() and RTL.search(text) is not None


def is_rtl(text: str) -> bool:
    """Whether most of its letters are such."""
    if not holds_rtl(text):
        return False
    letters = "".join(_LETTER.findall(text[:_REACH]))
    return len(RTL.findall(letters)) * 2 > len(letters)


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is of a script written from right to left (UAX 9, P2)."""
    for letter in islice(text, _LOOKED_AT):
        direction = _STRONG.get(unicodedata.bidirectional(letter))
        if direction is not None:
            return direction
    return False
