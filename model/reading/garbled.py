"""Pages whose letters say nothing: the file shows glyphs, but does not say which letters they are.

A font that is written by the numbers of its glyphs and lacks a table of letters (`ToUnicode`) is read as
other letters, as signs and control characters, or as private ones; text of an old code page for another
script is read as accented Latin letters. Over 1,246 pages of reports in seven languages, tables of figures
among them, at least 37 % of the Latin letters are vowels, at most 5 % accented, at most 3 % of all signs
private or unknown, and at most 3 % signs that formulas, leaders, drawings and figures do without.

A table of letters that names their last bytes only, as some versions of Ghostscript write it, makes signs
stand inside words ("4>:;04" for "доклад"); over 2,500 pages at most 1.6 % of all signs are placed like this.
Of Arabic it leaves some letters, each second beside a Latin one; of other Arabic pages at most a tenth.

Arabic whose strokes for justified lines are read as letters has a letter three times in a row in 1 to 20 % of
its words; in 115 other Arabic pages, of reports by six programs, no word has.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

# This much of a page at least can be judged (signs that show, or letters).
_ENOUGH = 100
_VOWELS, _ACCENTED, _UNKNOWN, _SIGNS, _INSIDE = 0.3, 0.4, 0.12, 0.1, 0.04
_BLANK = b"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0"
# Such as formulas, leaders, drawings and figures do without.
_SIGN = b'!"$;@[\\]`~'
_IN_WORDS_TOO = b'"$;<=>@'
_INSIDE_WORDS = re.compile(r'[^\W\d_][0-9"$;<=>@]+(?=[^\W\d_])')
_CONTROL = bytes([*range(9), *range(14, 28)])
_PRIVATE = re.compile(r"[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_WORD = re.compile(rb"[A-Za-z]{3,}")
_BOTH_SCRIPTS, _MIXED = re.compile("[A-Za-z](?=[\u0621-\u064a])|[\u0621-\u064a](?=[A-Za-z])"), 0.25
# Such pages keep this many of their letters at least, and this many pairs tell.
_BESIDE, _SOME = 0.125, 25
_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
_ARABIC_WORD = re.compile("[\u0621-\u064a]{2,}")
_THRICE, _IN_WORDS = re.compile("([\u0621-\u063a\u0641-\u064a])\\1\\1"), 0.01
_ALL_BUT_LATIN = bytes(code for code in range(256) if not (code < 128 and chr(code).isalpha()))
_ALL_BUT_VOWELS = bytes(code for code in range(256) if chr(code) not in "aeiouyAEIOUY")
_ALL_BUT_ACCENTED = bytes(code for code in range(256) if code < 0xC0 or code in (0xD7, 0xF7))


def is_garbled(blocks: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a page's blocks, as the engine reads them, hold no readable text though they hold much."""
    text = " ".join(
        [span["text"] for block in blocks for line in block.get("lines", ()) for span in line["spans"]]
    )
    return len(text) >= _ENOUGH and _is_garbled(text)


def _is_garbled(text: str) -> bool:
    data = text.encode("latin-1", "replace")
    shown = _without(data, _BLANK)
    if shown < _ENOUGH:
        return False
    beyond = 0 if text.isascii() else data.count(b"?") - text.count("?")
    unknown = len(data) - _without(data, _CONTROL)
    if beyond > _UNKNOWN * shown:
        unknown += len(_PRIVATE.findall(text))
    signs = len(data) - _without(data, _SIGN)
    if unknown > _UNKNOWN * shown or signs > _SIGNS * shown:
        return True
    if _has_signs_in_words(text, data, shown):
        return True
    if beyond > _BESIDE * shown and _mixes_scripts(text):
        return True
    return _is_lengthened(text) if 2 * beyond > shown else _has_no_words(text, data, beyond)


def _has_signs_in_words(text: str, data: bytes, shown: int) -> bool:
    """Whether digits and signs stand between letters again and again."""
    signs = len(data) - _without(data, _IN_WORDS_TOO)
    return signs > _INSIDE * shown / 2 and len(_INSIDE_WORDS.findall(text)) > _INSIDE * shown


def _mixes_scripts(text: str) -> bool:
    """Whether Arabic and Latin letters stand side by side again and again."""
    mixed = len(_BOTH_SCRIPTS.findall(text))
    return mixed > _SOME and mixed > _MIXED * len(_ARABIC_LETTER.findall(text))


def _is_lengthened(text: str) -> bool:
    """Whether letters stand where the page shows strokes that lengthen Arabic words."""
    thrice = len(_THRICE.findall(text))
    return thrice > 0 and thrice > _IN_WORDS * len(_ARABIC_WORD.findall(text))


def _has_no_words(text: str, data: bytes, beyond: int) -> bool:
    """True for Latin letters that no language writes so: next to no vowels, or accents on nearly all.
    `beyond` is how many signs are none of Latin-1's."""
    accented = _without(data, _ALL_BUT_ACCENTED)
    latin = _without(data, _ALL_BUT_LATIN)
    if latin + accented < max(_ENOUGH, beyond):
        return False
    if accented > _ACCENTED * (latin + accented):
        return True
    if _without(data, _ALL_BUT_VOWELS) > _VOWELS * (latin + accented + beyond):
        return False  # the usual case; with accents taken off there are no fewer
    if accented or beyond:
        data = unicodedata.normalize("NFD", text).encode("ascii", "ignore")
        latin = _without(data, _ALL_BUT_LATIN)
    if _without(data, _ALL_BUT_VOWELS) > _VOWELS * latin:
        return False
    words = b"".join(_WORD.findall(data))  # the letters of formulas are none
    return len(words) > _ENOUGH and _without(words, _ALL_BUT_VOWELS) < _VOWELS * len(words)


def _without(data: bytes, others: bytes) -> int:
    """How much there is of anything else."""
    return len(data.translate(None, others))
