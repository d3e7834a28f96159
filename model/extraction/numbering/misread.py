"""Numbers of which recognition misread signs, as they were printed."""

from __future__ import annotations

import re

from model.extraction.numbering.forms import SPACE, Form, Marker
from model.extraction.numbering.systems import System, digits, roman

# What recognition makes of a typewriter's "1." "4." "14." "24." "34." "40." "41." "44.".
_FOUR = re.compile(r"[l1][+*]|[Ubkh]")
_DIGITS = re.compile(rf"{SPACE}*([lU]|(?:[l1][+*]|[\dlOUbkh]){{2,3}})\s?[.](?={SPACE}[^\W_])")
_DIGIT = str.maketrans("lO", "10")
# What it makes of "II." "III." "VII.": Il., Til., Vil., If., VIL.
_ROMAN = re.compile(rf"{SPACE}*(?=[IVXTilf1|]*[IVXT])([IVXTLilf1|]{{2,6}})\s?[.](?={SPACE}|$)")
_CAPITAL_I = str.maketrans(dict.fromkeys("TLilf1|", "I"))


def misread_digits(head: str) -> Marker | None:
    """The number that a row begins with though some of its signs are letters; None if there is none."""
    match = _DIGITS.match(head)
    meant = _FOUR.sub("4", match[1]).translate(_DIGIT) if match else ""
    if not match or meant == match[1] or meant[0] == "0":
        return None
    return Marker(Form.STOP, System.DIGITS, digits(meant), meant, match.end())


def misread_roman(head: str) -> Marker | None:
    """The Roman numeral that a row begins with though some of its signs are others; None as above."""
    match = _ROMAN.match(head)
    if not match or (match[1].isupper() and roman(match[1].lower())):
        return None
    meant = match[1].translate(_CAPITAL_I)
    value = roman(meant.lower())
    return Marker(Form.STOP, System.UPPER_ROMAN, value, meant, match.end()) if value else None


def misread_numeral(numeral: str) -> str:
    """The Roman numeral that a label's one is meant to be, such as "IT"; empty if it is not one."""
    meant = numeral.translate(_CAPITAL_I)
    changed = meant != numeral and len(numeral) > 1 and numeral[0] in "IVXT"
    return meant if changed and roman(meant.lower()) else ""
