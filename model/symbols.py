"""Document symbols ("CTOC/COP/WG.7/2013/5", "S/RES/2773 (2025)") by their grammar.

Organ or series, then subsidiary body, nature, year or session, number, suffix, parted by strokes; the World
Health Assembly writes its own ("WHA66.9"). https://research.un.org/en/docs/symbols
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PART = r"[A-Z0-9][A-Za-z0-9.]*(?:\(\d{1,4}\))?"
# Which of several parts or volumes: "(Part I)", "(Première partie)", "(Часть II)".
_OF_SEVERAL = r"(?:Part(?:ie|e)?|Vol|SUPP|Часть)[^)]{1,12}|[A-ZÀ-Ý][^\W\d_]{2,9} part(?:ie|e)"
SYMBOL = re.compile(
    rf"(?<![\w/])(?:[A-Z]{{1,8}}(?:/{_PART})+(?:\s?\(\d{{4}}\)|\s?\((?:{_OF_SEVERAL})\))?|(?:WHA|EB)\d{{1,3}}\.R?\d{{1,3}})"
)
_DIGIT = re.compile(r"\d")


# Without one of these a text holds no symbol.
_SIGNS = ("/", "WHA", "EB")


def may_hold_symbols(text: str) -> bool:
    """Whether to look for symbols in a text is worth while: a quick look, because most texts hold none."""
    return any(map(text.__contains__, _SIGNS))


def symbols_in(text: str) -> list[str]:
    """The symbols that a text names, in order."""
    return [m[0].rstrip(".") for m in SYMBOL.finditer(text) if _DIGIT.search(m[0])]


def only_symbols(text: str) -> list[str]:
    """The symbols of a text that holds nothing else (marks and hyphens aside), else none."""
    rest = SYMBOL.sub("", text)
    return symbols_in(text) if not any(letter.isalnum() for letter in rest) else []


def distinct(found: Iterable[str]) -> tuple[str, ...]:
    """Each of them once, in the order in which they come."""
    return tuple(dict.fromkeys(found))
