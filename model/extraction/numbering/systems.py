"""Systems of numerals: how reports write 1, 2, 3, and how to read it back."""

from __future__ import annotations

import re
from enum import StrEnum

from model.extraction.wording import all_of


class System(StrEnum):
    """What a number is written in."""

    DIGITS = "digits"
    UPPER_ROMAN = "I"
    LOWER_ROMAN = "i"
    UPPER = "A"
    LOWER = "a"
    CYRILLIC_UPPER = "А"
    CYRILLIC = "а"
    ABJAD = "أ"
    CHINESE = "一"
    CIRCLED = "①"
    WORD = "one"
    SIGN = "•"


_ROMAN = re.compile(r"m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
# The letters that lists count with: Russian ones leave out ё, й, ъ, ы, ь (GOST 2.105 leaves out з and ч too,
# which the United Nations' documents do not).
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
# The alphabetical order of Arabic lists in United Nations documents is the old one, abjad.
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CHINESE = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
# Arabic-Indic, extended Arabic-Indic and full-width digits.
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)
# Arabic reports of the United Nations count sections with ordinals, and call those that are A, B, C in
# English by the letters' names.
ORDINALS = all_of("numerals", "ordinals")
LETTER_NAMES = all_of("numerals", "letters")
_WORDS = [*[row.split() for row in all_of("numerals", "words")], ORDINALS]
_WORD_VALUES = {word: value for row in _WORDS for value, word in enumerate(row, 1)}
NUMBER_WORDS = frozenset(_WORD_VALUES)


def digits(text: str) -> int:
    """The value of a number in any script's digits."""
    return int(text.translate(_DIGITS))


def roman(text: str) -> int | None:
    """The value of a Roman numeral in lower case; None if it is not one."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    total = 0
    for sign, after in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN_VALUES[sign]
        total += -value if _ROMAN_VALUES.get(after, 0) > value else value
    return total


def letter(text: str) -> int | None:
    """a = 1 ... z = 26, aa = 27, bb = 28 as reports count on."""
    if not text or len(text) > 2 or text.strip(text[0]) or not ("a" <= text[0] <= "z"):
        return None
    return ord(text[0]) - 96 + 26 * (len(text) - 1)


def chinese(text: str) -> int | None:
    """一 ... 九十九."""
    if not text or any(sign not in _CHINESE and sign != "十" for sign in text):
        return None
    if "十" not in text:
        return _CHINESE[text] if len(text) == 1 else None
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return None
    return (_CHINESE[tens] if tens else 1) * 10 + (_CHINESE[ones] if ones else 0)


def word(text: str) -> int | None:
    """The value of a number word or an ordinal ("two", "second")."""
    return _WORD_VALUES.get(text.casefold().replace("\u064b", ""))


def readings(text: str) -> list[tuple[System, int]]:
    """Every meaning of a numeral that stands alone, the likelier first: `i` is Roman, then a letter."""
    if not text:
        return []
    if text[0].isdecimal():
        return [(System.DIGITS, digits(text))] if text.isdecimal() and len(text) <= 4 else []
    first = text[0]
    if first.isascii() and text.isalpha():
        return _latin(text)
    low = text.casefold()
    if len(text) == 1 and low in _CYRILLIC:
        system = System.CYRILLIC if text == low else System.CYRILLIC_UPPER
        return [(system, _CYRILLIC.index(low) + 1)]
    if first in _ABJAD or first == "ا":
        bare = text.replace("ـ", "").replace("ا", "أ") if len(text) <= 2 else ""
        return [(System.ABJAD, _ABJAD.index(bare) + 1)] if len(bare) == 1 else []
    if "①" <= first <= "⑳" and len(text) == 1:
        return [(System.CIRCLED, ord(first) - ord("①") + 1)]
    value = chinese(text)
    return [(System.CHINESE, value)] if value else []


def _latin(text: str) -> list[tuple[System, int]]:
    upper = text.isupper()
    if not upper and not text.islower():
        return []
    low = text.lower()
    found = []
    as_roman, as_letter = roman(low), letter(low)
    if as_roman is not None:
        found.append((System.UPPER_ROMAN if upper else System.LOWER_ROMAN, as_roman))
    if as_letter is not None:
        found.append((System.UPPER if upper else System.LOWER, as_letter))
    if as_letter is not None and as_roman is not None and low[0] not in "ivx":
        found.reverse()  # c, d, l, m: letters nearly always
    return found
