"""What the letters of picture fonts show: the "§" that a word processor writes in Wingdings is a bullet.

Source: Proposal to add Wingdings and Webdings symbols (Unicode document L2/12-368), for the signs that stand
before items, in boxes to tick and between words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_WINGDINGS = re.compile(r"wingdings(?![\s-]*[23])", re.IGNORECASE)
_SIGNS = {
    "l": "●", "n": "■", "o": "□", "q": "❑", "r": "❒", "s": "◆", "t": "◆", "u": "◆", "v": "❖", "w": "◆",
    "¡": "○", "§": "▪", "¨": "□", "x": "☒", "þ": "☑", "ý": "☒", "ü": "✓", "û": "✗", "Ø": "➢", "à": "→",
    "ß": "←", "è": "➔", "ð": "⇒", "F": "☞", "(": "☎", "*": "✉",
}  # fmt: skip
# Files that know no character for a picture write its code in Unicode's private area.
_PRIVATE = 0xF000
# Any other picture in the place of a letter is taken for a bullet: most often it is one.
_BULLET = "•"
_OF_WINGDINGS = {
    code + area: _SIGNS.get(chr(code), _BULLET)
    for code in (*range(0x21, 0x7F), *range(0xA1, 0x100))
    for area in (0, _PRIVATE)
}
_OF_SYMBOL = {_PRIVATE + 0xB7: _BULLET, _PRIVATE + 0x2D: "−", _PRIVATE + 0xB0: "°"}


def pictures_of(font: str) -> Mapping[int, str]:
    """What the characters of a picture font show, by their codes; empty for a font of letters."""
    if _WINGDINGS.match(font):
        return _OF_WINGDINGS
    return _OF_SYMBOL if font.startswith("Symbol") else {}
