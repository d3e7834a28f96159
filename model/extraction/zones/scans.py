"""Pages that are pictures with recognized text: of what repeats at their edges some letters are misread."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from model.extraction.zones.sheets import Sheet
from model.reading.text import covers_page

# Misread texts are alike where this share of their letters is; longer ones are not running lines.
_ALIKE = 0.7
_LONGEST = 40


def is_scan(sheet: Sheet) -> bool:
    """True for a page that is a picture, with text that was recognized on it."""
    return covers_page(sheet.pictures, sheet.width, sheet.height)


def meant(text: str, known: Sequence[str]) -> str:
    """Which of the known running lines a misread one is; itself where it is like none."""
    alike = get_close_matches(text, known, 1, _ALIKE) if len(text) <= _LONGEST else []
    return alike[0] if alike else text
