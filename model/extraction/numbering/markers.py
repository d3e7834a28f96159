"""The grammar of printed numbers at the start of a row.

A marker is a numeral in a dress: "12." "(a)" "a)" "1.2.3" "Annex II" "•". One printed form may have several
meanings (`(i)` is the ninth letter or the first Roman numeral), so reading gives a list.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from model.extraction.numbering.labels import (
    CHAPTER_LABELS,
    FILED_LABELS,
    LABELS,
    NUMBERED_LABELS,
    RECOMMENDATION_LABELS,
    SYMBOL_LABEL,
)
from model.extraction.numbering.systems import (
    LETTER_NAMES,
    NUMBER_WORDS,
    ORDINALS,
    System,
    digits,
    readings,
    word,
)


class Form(StrEnum):
    """The dress of a numeral."""

    STOP = "1."
    BRACKETS = "(1)"
    BRACKET = "1)"
    DOTTED = "1.1"
    BARE = "1"
    COMMA = "一、"
    LABEL = "Annex 1"
    BULLET = "•"
    DASH = "-"


class Marker(NamedTuple):
    """One meaning of a printed number.

    `value` is its place in a run, `prefix` the numbers before the last of a dotted one, `label` the label's
    word. `printed` is what a node's `number` holds, `end` the offset behind it, where the text begins (0 for
    a label, whose words stay in the text).
    """

    form: Form
    system: System
    value: int
    printed: str
    end: int
    prefix: tuple[int, ...] = ()
    label: str = ""

    def behind(self, text: str) -> int:
        """Where what stands behind a label and its number begins in the row that they open."""
        start = len(self.label) if text[: len(self.label)].casefold() == self.label else 0
        end = text.find(self.printed, start) + len(self.printed)
        if not start and text[end:].lstrip().casefold().startswith(self.label):
            end = text.casefold().find(self.label, end) + len(self.label)
        return end

    @property
    def inserted(self) -> bool:
        """Whether it was put in later behind the number whose value it has: "2 bis", "Article 3a"."""
        return self.system is System.DIGITS and self.printed[-1:].isalpha()

    @property
    def run(self) -> tuple[Form, System, tuple[int, ...], str]:
        """Markers of one run are alike in this; a forgotten stop ("1 Facts", "2. Aims") makes no other."""
        bare = self.form is Form.BARE and self.system is System.DIGITS
        return Form.STOP if bare else self.form, self.system, self.prefix, self.label


BULLETS = "•·●○◦▪■□▫◆◇❖➢➤►▶✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d∙⁃‣❑❒➔→⇒"
DASHES = "-–—‒−‐‑"

_NUM = r"[0-9٠-٩۰-۹０-９]"
_ALPHA = r"(?:[ivxlcIVXLC]{1,8}|[A-Za-z]|(?P<twin>[a-z])(?P=twin)|[А-Яа-я]|[\u0621-\u064a]\u0640?)"
# What tells a number that was put in later from the one before it: "2 bis", "Article 3a".
_INSERTED = r"\s?(?:bis|ter|quater|quinquies)\b"
_SPACE = r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_BULLET = re.compile(rf"{_SPACE}*([{re.escape(BULLETS)}]|o(?=\s\s*\S)|\*(?=\s)|›{{1,2}}(?=\s))")
# A typesetter's dash may come as two hyphens.
_DASH = re.compile(rf"{_SPACE}*(--(?={_SPACE})|[{re.escape(DASHES)}](?={_SPACE}|[^\W\d]|$))")
_BRACKETS = re.compile(
    rf"{_SPACE}*([(\[（﴾])\s*({_NUM}{{1,3}}|{_ALPHA}|[一二三四五六七八九十]{{1,3}})\s*([)\]）﴿])"
)
_BRACKET = re.compile(rf"{_SPACE}*({_NUM}{{1,3}}|{_ALPHA})\s?[)）](?!\w)")
_DOTTED = re.compile(
    rf"{_SPACE}*({_NUM}{{1,3}}(?:\.{_NUM}{{1,3}}){{1,4}})([.)）]?)(?={_SPACE}|[^\W\d]|[“\"«(]|$)"
)
# "4.I", "12.B": a part that another numeral counts within a number.
_MIXED = re.compile(rf"{_SPACE}*({_NUM}{{1,2}})\.([IVX]{{1,5}}|[A-H])(?=\s)")
# "EX.CL/Dec.1302(XLVIII)", "GC(68)/RES/7": what a decision or a resolution is filed under.
_SYMBOL = re.compile(
    r"(?:[A-Z][\w.-]*(?:\(\w+\))?/)+(?:[\w.-]+/)*"
    r"(?:DEC|RES|Dec|Res|Decl|DECL)[./(][\w./-]*\d[\w./-]*(?:\s?\([\w.-]+\))?\W*"
)
# "Decision IG.27/3", "Resolution Conf. 10.4 (Rev. CoP14)", "Decision -/CP.33": the word with such a symbol.
_FILED = re.compile(
    rf"((?i:{'|'.join(FILED_LABELS)}))\s*:?\s+(?:[Nn]o\.?\s?)?"
    r"((?=[^\s]*\d)(?=[^\s]*[/.-])[-A-Z][\w().-]*(?:/[-\w().]+)*|Conf\. \d+\.\d+"
    r"|\d{1,3} [A-Z]{1,5}[ /][\w.]*\d[\w.]*)(?![\w/])"
)
_CENTS = re.compile(r"\.[0٠].")
_INSERTED_NUMBER = re.compile(rf"({_NUM}{{1,4}})(?:{_INSERTED}|[a-z])")
_INTEGER = re.compile(r"\d+")
_IN_SYMBOLS = ("/", ".")
# Recognition may see a stop as a caret.
_STOP = re.compile(
    rf"{_SPACE}*({_NUM}{{1,4}}(?:{_INSERTED})?|[ivxlcIVXLC]{{1,8}}|[A-Za-z]|[А-Яа-я]|[\u0621-\u064a]\u0640?)"
    rf"\s?[.．^](?={_SPACE}|[^\W\d_]|[“\"«(\[*]|$)"
)
_ARABIC_DASH = re.compile(
    rf"{_SPACE}*([0-9٠-٩]{{1,4}}|[\u0621-\u064a])\u0640?\s?[-–—](?={_SPACE}|[\u0600-\u06ff]|$)"
)
# "1 - Introduction", "20- The Committee", "II - Facts", "B – Law": a capital behind the dash, thus no range.
_DASHED = re.compile(rf"{_SPACE}*(\d{{1,3}}|[IVX]{{1,5}}(?=\s)|[A-H](?=\s))\s?[-–—]\s+(?=[«“\"]?[A-ZÀ-ÞА-Я])")
# What recognition makes of a typewriter's "1." "4." "14." "24." "34." "40." "41." "44.".
_FOUR = re.compile(r"[l1][+*]|[Ubkh]")
_MISREAD = re.compile(rf"{_SPACE}*([lU]|(?:[l1][+*]|[\dlOUbkh]){{2,3}})\s?[.](?={_SPACE}[^\W_])")
_MEANT = str.maketrans("lO", "10")
_COMMA = re.compile(rf"{_SPACE}*(?:([一二三四五六七八九十]{{1,3}})\s?[、.．]|({_NUM}{{1,3}})、)")
_CHAPTER = re.compile(rf"{_SPACE}*第([一二三四五六七八九十]{{1,3}}|{_NUM}{{1,3}})([章节条部分编款])")
_BARE = re.compile(rf"{_SPACE}*({_NUM}{{1,4}})(?=[\s\u2002\u2003])")
_SET_OFF = re.compile(rf"{_SPACE}*({_NUM}{{1,4}}|[IVXLC]{{1,7}}|[ivxlc]{{1,7}}|[A-Za-z]|[А-Яа-я])\s*")
_CIRCLED = re.compile(rf"{_SPACE}*([①-⑳])")
_ORDINAL = re.compile(rf"{_SPACE}*((?:{'|'.join(ORDINALS)})ً?)\s*[-–—:]")
_LETTER_NAME = re.compile(rf"{_SPACE}*({'|'.join(LETTER_NAMES)})\s*[-–—]")
_LABEL = re.compile(
    rf"{_SPACE}*({'|'.join(sorted(map(re.escape, LABELS), key=len, reverse=True))})"
    r"(?:(?:\s+(?:no\.?|n°|№|رقم)?\s*|\s?[-–—]\s?(?=[IVXLC\d]))"
    rf"({_NUM}{{1,4}}(?:/[A-Z]{{2,5}}[./]{_NUM}{{1,3}}|[./]{_NUM}{{1,4}}|{_INSERTED}|[a-z])?|[IVXLC]{{1,8}}|[ivxlc]{{1,6}}|[A-Z]|[А-Я]|\w{{3,12}})(?!\w))?(?P<rest>.?)",
    re.IGNORECASE,
)
# "Segunda parte", "Deuxième partie – Les faits": a sentence would go on with a word.
_COUNTED_LABEL = re.compile(
    rf"{_SPACE}*({'|'.join(sorted(NUMBER_WORDS))})\s+({'|'.join(CHAPTER_LABELS)})\s*(?=[.:–—-]|$)",
    re.IGNORECASE,
)
# "附件一": Chinese sets no space before the numeral.
_CHINESE_LABEL = re.compile(
    rf"{_SPACE}*(附件|附录)\s*([一二三四五六七八九十]{{1,3}}|{_NUM}{{1,2}})(?![\d年月])"
)
_LABEL_WORDS = NUMBER_WORDS.union([label.split()[0] for label in LABELS])
# Behind these a quoted part begins; numbers in other dresses may well be words of a quotation.
_OPENING = ("“", "«", "„")
_IN_QUOTES = (Form.BRACKETS, Form.STOP)
_ROMAN_LETTERS = "ivxlcIVXLC"
# A word: three letters, or fewer with another word or a number behind ("o" may be a bullet).
_RUN_OF_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f][^\W\d_]{2,}|(?!o )[A-Za-z]{1,2}(?= [^\W_])")
_QUICK = re.compile(rf"{_SPACE}*[\(\[（\w{re.escape(BULLETS)}{re.escape(DASHES)}*›①-⑳]")


def read_markers(head: str) -> tuple[Marker, ...]:
    """All that the start of a row (its first 40 characters or so) may mean; empty where it is plain text."""
    run = _RUN_OF_LETTERS.match(head)
    if run is not None and (first := run[0]).strip(_ROMAN_LETTERS):
        # most rows begin with a word, which can be a label's or a symbol's at most
        if first.casefold() in _LABEL_WORDS:
            return tuple(_label(head))
        return tuple(_filed(head)) if head.startswith(_IN_SYMBOLS, run.end()) else ()
    if head.startswith(_OPENING):
        return _quoted(head)
    if not _QUICK.match(head):
        return ()
    for reader in (_dotted, _brackets, _bracket, _stop, _comma, _ordinal, _signs, _label, _bare):
        found = reader(head)
        if found:
            return tuple(found)
    return ()


def _quoted(head: str) -> tuple[Marker, ...]:
    """The numbers of a text that is quoted at length: each of its parts opens with a quotation mark."""
    inner = read_markers(head[1:])
    return tuple([marker._replace(end=marker.end + 1) for marker in inner if marker.form in _IN_QUOTES])


def _all_of(form: Form, numeral: str, end: int) -> list[Marker]:
    """What a numeral may mean in this dress, the text beginning at `end`."""
    return [Marker(form, system, value, numeral, end) for system, value in _read(numeral)]


def _dotted(head: str) -> list[Marker]:
    match = _DOTTED.match(head)
    if not match:
        return _mixed(head)
    parts = tuple(digits(part) for part in match[1].split("."))
    if len(parts) == 2 and match[2] != "." and _CENTS.search(match[1]):
        return []  # 2.05 is a quantity
    return [Marker(Form.DOTTED, System.DIGITS, parts[-1], match[1], match.end(), parts[:-1])]


def _mixed(head: str) -> list[Marker]:
    match = _MIXED.match(head)
    if not match:
        return []
    printed, prefix = f"{match[1]}.{match[2]}", (digits(match[1]),)
    found = _all_of(Form.DOTTED, match[2], match.end())
    return [marker._replace(printed=printed, prefix=prefix) for marker in found] + _stop(head)


def _brackets(head: str) -> list[Marker]:
    match = _BRACKETS.match(head)
    return _all_of(Form.BRACKETS, match[2], match.end()) if match else []


def _bracket(head: str) -> list[Marker]:
    match = _BRACKET.match(head)
    return _all_of(Form.BRACKET, match[1], match.end()) if match else []


def _stop(head: str) -> list[Marker]:
    misread: list[Marker] = []
    if match := _MISREAD.match(head):
        meant = _FOUR.sub("4", match[1]).translate(_MEANT)
        if meant != match[1] and meant[0] != "0":
            misread.append(Marker(Form.STOP, System.DIGITS, digits(meant), meant, match.end()))
    match = _STOP.match(head) or _DASHED.match(head)
    if match:
        return misread + _all_of(Form.STOP, match[1], match.end())
    if misread:
        return misread
    match = _ARABIC_DASH.match(head)
    if match and (match[1][0] > "\u0600" or _has_arabic(head)):
        return _all_of(Form.STOP, match[1], match.end())
    return []


def _comma(head: str) -> list[Marker]:
    match = _COMMA.match(head)
    if match:
        return _all_of(Form.COMMA, match[1] or match[2], match.end())
    match = _CHAPTER.match(head)
    if match:
        return [
            Marker(Form.LABEL, system, value, match[1], 0, (), f"第{match[2]}")
            for system, value in _read(match[1])
        ]
    match = _CIRCLED.match(head)
    if match:
        return [Marker(Form.BARE, System.CIRCLED, ord(match[1]) - ord("①") + 1, match[1], match.end())]
    return []


def _ordinal(head: str) -> list[Marker]:
    match = _LETTER_NAME.match(head)
    if match:
        return [Marker(Form.STOP, System.UPPER, LETTER_NAMES.index(match[1]) + 1, match[1], match.end())]
    match = _ORDINAL.match(head)
    value = word(match[1]) if match else None
    return [Marker(Form.STOP, System.WORD, value, match[1], match.end())] if match and value else []


def _signs(head: str) -> list[Marker]:
    match = _BULLET.match(head)
    if match:
        return [Marker(Form.BULLET, System.SIGN, 0, "•", match.end(), (), match[1])]
    match = _DASH.match(head)
    if match and match.end() < len(head):
        return [Marker(Form.DASH, System.SIGN, 0, "-", match.end())]
    return []


def is_filed_symbol(text: str) -> bool:
    """Whether a row is nothing but a decision's or a resolution's symbol, or the word with its symbol."""
    text = text.strip()
    if "/" not in text:
        return False
    if _SYMBOL.fullmatch(text):
        return True
    marker = next(iter(_label(text)), None)
    if marker is None or marker.label not in FILED_LABELS or not marker.printed:
        return False
    return not text[marker.behind(text) :].strip()


def _filed(head: str) -> list[Marker]:
    """A decision's or resolution's symbol, by itself on a row or behind the word."""
    if symbol := _SYMBOL.fullmatch(head):
        printed = symbol[0].strip(" *∗")
        return [Marker(Form.LABEL, System.DIGITS, _last_of(printed), printed, 0, (), SYMBOL_LABEL)]
    match = _FILED.match(head)
    if match and match[1][0].isupper():
        return [Marker(Form.LABEL, System.DIGITS, _last_of(match[2]), match[2], 0, (), match[1].casefold())]
    return []


def _last_of(symbol: str) -> int:
    """The last number of a symbol, its session in brackets aside."""
    return int(_INTEGER.findall(symbol.partition(" (")[0])[-1])


def _label(head: str) -> list[Marker]:
    if filed := _filed(head):
        return filed
    if match := _CHINESE_LABEL.match(head):
        return [
            Marker(Form.LABEL, system, value, match[2], 0, (), match[1]) for system, value in _read(match[2])
        ]
    if counted := _COUNTED_LABEL.match(head):
        numeral, value = counted[1], word(counted[1])
        if value and numeral[0].isupper():
            return [Marker(Form.LABEL, System.WORD, value, numeral, 0, (), counted[2].casefold())]
    match = _LABEL.match(head)
    if not match or match["rest"].isalnum():
        return []
    label, numeral = match[1].casefold(), match[2]
    if not match[1][0].isupper() and match[1][0].lower() != match[1][0].upper():
        return []
    if label in NUMBERED_LABELS and not (numeral and (numeral[0].isdecimal() or numeral.isupper())):
        return []
    read: list[tuple[System, int]] = []
    if numeral and (numeral[0].isdecimal() or numeral.isupper() or numeral.islower()):
        parts = re.split(r"[./]", numeral)  # 15/4 is the fourth of a series, 4/CP.15 too
        read = _read(parts[0] if len(parts) > 2 and parts[1].isalpha() else parts[-1])
    if numeral and not read and (value := word(numeral)):
        read = [(System.WORD, value)]
    if not read:
        return [Marker(Form.LABEL, System.SIGN, 0, "", 0, (), label)]
    if label in RECOMMENDATION_LABELS and head[match.end() :].lstrip()[:1].islower():
        return []  # the subject of a sentence: "Recommendation 1 is met."
    return [Marker(Form.LABEL, system, value, numeral, 0, (), label) for system, value in read]


def _bare(head: str) -> list[Marker]:
    match = _BARE.match(head)
    if not match:
        return []
    return [Marker(Form.BARE, System.DIGITS, digits(match[1]), match[1], match.end())]


def read_set_off(printed: str) -> tuple[Marker, ...]:
    """What a numeral or a letter may mean that stands by itself before its text, without stop or bracket."""
    match = _SET_OFF.fullmatch(printed)
    if not match:
        return ()
    return tuple(_all_of(Form.BARE, match[1], match.end(1)))


def _read(numeral: str) -> list[tuple[System, int]]:
    if inserted := _INSERTED_NUMBER.fullmatch(numeral):
        return [(System.DIGITS, digits(inserted[1]))]
    return readings(numeral.rstrip("\u0640"))


def _has_arabic(head: str) -> bool:
    return any("\u0621" <= sign <= "\u064a" for sign in head)
