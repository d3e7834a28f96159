"""Whether two texts say the same, however they are set: a heading and its entry in a contents list."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = re.compile(r"[\W_]+")
# A footnote's mark at the end of a heading, and its length with the letter before it.
_MARK = re.compile(r"(?<=[^\W\d])\d{1,2}$")
_LONGEST_MARK = 4


def letters_of(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return _SIGNS.sub("", text.casefold())


def heading_key(text: str) -> str:
    """The letters of a heading, in one form of Unicode and without a footnote's mark at the end."""
    mark = _MARK.search(text, max(0, len(text) - _LONGEST_MARK))
    kept = text[: mark.start()] if mark is not None else text
    return letters_of(unicodedata.normalize("NFKC", kept))


def same_heading(key: str, other: str) -> bool:
    """Whether two headings' keys are alike: both the same, one the other's beginning, or a part of some
    letters."""
    if key == other or (len(key) > 3 and other.startswith(key)):
        return True
    return len(key) > 8 and len(other) > 5 and (key in other or other in key)
