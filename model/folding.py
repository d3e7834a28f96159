"""Texts folded so that they can be compared and searched: accents, case and hyphens make no difference."""

from __future__ import annotations

import unicodedata

# Hyphens are passed over on both sides, so that "co-operation" and a word broken at a line's end are found.
_PASSED_OVER = str.maketrans("", "", "-\u2010\u2011\u00ad\u0640\u200b\u200c\u200d\ufeff")
_QUOTES = str.maketrans("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u02bc", "''''\"\"\"'")


def folded(text: str) -> str:
    """Small letters without accents, ligatures taken apart, quotation marks straight, without hyphens."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_QUOTES))
        text = "".join(char for char in text if not unicodedata.combining(char))
    return text.casefold().translate(_PASSED_OVER)


def plain(text: str) -> str:
    """Small letters and straight apostrophes, at a tenth of what `folded` costs: for what is filtered while
    somebody types."""
    return text.casefold().replace("\u2019", "'")


def needle_of(words: str) -> str:
    """What is looked for, as it stands in folded text; empty for nothing to look for."""
    return " ".join(folded(words).split())
