"""The grammar of printed numbers at the start of a row.

A marker is a numeral in a dress: "12." "(a)" "a)" "1.2.3" "Annex II" "•". One printed form may have several
meanings (`(i)` is the ninth letter or the first Roman numeral), so reading gives a list.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

from model.dates import find_date
from model.extraction.numbering.forms import DIGIT, INSERTED, SPACE, Form, Marker, all_but_figures, meanings
from model.extraction.numbering.labelled import filed_markers, label_markers
from model.extraction.numbering.labels import LABELS, SECTION_SIGN, SYMBOL_LABEL
from model.extraction.numbering.misread import misread_digits, misread_roman
from model.extraction.numbering.systems import (
    LETTER_NAMES,
    NUMBER_WORDS,
    ORDINALS,
    System,
    digits,
    readings,
    word,
)
from model.extraction.wording import all_of

BULLETS = "•‧·●○◦▪■□▫◆◇❖➢➤►▶✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d∙⁃‣❑❒➔→⇒"
DASHES = "-–—‒−‐‑"

_ALPHA = r"(?:[ivxlcIVXLC]{1,8}|[A-Za-z]|(?P<twin>[a-z])(?P=twin)|[А-Яа-я]|[\u0621-\u064a]\u0640?)"
_BULLET = re.compile(rf"{SPACE}*([{re.escape(BULLETS)}]|o(?=\s\s*\S)|\*(?=\s)|›{{1,2}}(?=\s))")
# A typesetter's dash may come as two hyphens.
_DASH = re.compile(rf"{SPACE}*(--(?={SPACE})|[{re.escape(DASHES)}](?={SPACE}|[^\W\d]|$))")
_BRACKETS = re.compile(
    rf"{SPACE}*([(\[（﴾])\s*({DIGIT}{{1,3}}[a-z]?|{_ALPHA}|[一二三四五六七八九十]{{1,3}})\s*([)\]）﴿])"
)
# "'1'", as Arabic reports count lists within lists.
_IN_MARKS = re.compile(rf"{SPACE}*['‘’]({DIGIT}{{1,2}})['‘’](?={SPACE})")
_BRACKET = re.compile(rf"{SPACE}*({DIGIT}{{1,3}}[a-z]?|{_ALPHA})\s?[)）](?!\w)")
# A word with a capital, or in a script that has none.
_CAPITAL = rf"{SPACE}+[“\"«(\[]?[^\W\d_a-zß-ÿа-яё]"
_PART = r"\d{1,2}|[IVX]{1,5}|[A-Z]"
_DOTTED = re.compile(
    rf"{SPACE}*({DIGIT}{{1,3}}(?:\.{DIGIT}{{1,3}}){{1,4}})([.)）]?)(?:(?<=\.)[-–—])?(?={SPACE}|[^\W\d]|[“\"«(]|$)"
)
# "4.I", "II.1.", "B.2.3", "I.A", "2.b": parts of one system within those of another; after them a
# capital, because symbols look like this too.
_MIXED = re.compile(
    rf"{SPACE}*((?:{_PART})(?:\.(?:{_PART}|(?<=\d\.)[a-z])){{1,4}})[.)]?(?:(?<=\.)[-–—])?(?={_CAPITAL})"
)
# "§ 3", "§2.1": after it a capital, because citations look like this too.
_SECTION_SIGN = re.compile(
    rf"{SPACE}*(§{SPACE}?({DIGIT}{{1,3}}(?:\.{DIGIT}{{1,3}}){{0,3}}))\.?(?={_CAPITAL})"
)
_CENTS = re.compile(r"\.[0٠].")
_IN_SYMBOLS = ("/", ".")
# Recognition may see a stop as a caret; "10a.m." is an hour, "1990s." a time.
_STOP = re.compile(
    rf"{SPACE}*(?!{DIGIT}{{1,2}}[ap]\.\s?m\b)({DIGIT}{{1,4}}(?:{INSERTED})?|{DIGIT}{{1,3}}[A-Za-z]|[ivxlcIVXLC]{{1,8}}|[A-Za-z]|[А-Яа-я]|[\u0621-\u064a]\u0640?)"
    rf"\s?[.．^](?:\s?[-–—](?={SPACE}|[^\W\d_]))?(?={SPACE}|[^\W\d_]|[“\"«(\[*]|$)"
)
# "1° ...", "2º) ...": an ordinal of a law's list; with a stop after it, "1º.-", "2.ª", it counts like others.
_DEGREE = re.compile(rf"{SPACE}*(\d{{1,2}})(\.?)([°ºª])\s?([).]?)\s?[-–—]?(?={SPACE}+[^\W\d]{{2}})")
# "PRIMERO.- Aprobar", "Segunda. — Se recomienda", "TERCERA. Colabore": with a dash, or in capitals, ordinals
# in words count too.
_WORD_COUNTED = re.compile(
    rf"{SPACE}*([^\W\d_]{{5,10}})(?:\.\s?(?P<dash>[-–—])(?={SPACE}|[^\W\d_])|[.:](?={SPACE}+[^\W\d_]))"
)
_ARABIC_DASH = re.compile(
    rf"{SPACE}*([0-9٠-٩]{{1,4}}|[\u0621-\u064a])\u0640?\s?[-–—](?={SPACE}|[\u0600-\u06ff]|$)"
)
# "15. März": where ordinals are written with a stop, a day begins like this.
_DAY = re.compile(rf"{SPACE}*\d{{1,2}}\.{SPACE}*(?:{'|'.join(all_of('numerals', 'months'))})\b")
# "1 - Introduction", "20- The Committee", "II - Facts", "B – Law": a capital after the dash, thus no range.
_DASHED = re.compile(rf"{SPACE}*(\d{{1,3}}|[IVX]{{1,5}}(?=\s)|[A-H](?=\s))\s?[-–—]\s+(?=[«“\"]?[A-ZÀ-ÞА-Я])")
# ".1": so maritime law counts its lists, at every depth; ".5 per cent" begins with a fraction.
_POINT = re.compile(rf"{SPACE}*\.({DIGIT}{{1,2}})(?=[\s\u2002\u2003]+[“\"«(\[]?[^\W\d])")
_COMMA = re.compile(rf"{SPACE}*(?:([一二三四五六七八九十]{{1,3}})\s?[、.．]|({DIGIT}{{1,3}})、)")
# "第5/1号决定": a decision's or a resolution's number, alone on its row.
_FILED_CHINESE = re.compile(rf"{SPACE}*第\s?((?:\d{{1,3}}/)?(\d{{1,4}}))\s?号(决定|决议)\s*$")
_CHAPTER = re.compile(rf"{SPACE}*第([一二三四五六七八九十]{{1,3}}|{DIGIT}{{1,3}})([章节条部分编款])")
_BARE = re.compile(rf"{SPACE}*({DIGIT}{{1,4}})(?=[\s\u2002\u2003])")
_SET_OFF = re.compile(rf"{SPACE}*({DIGIT}{{1,4}}|[IVXLC]{{1,7}}|[ivxlc]{{1,7}}|[A-Za-z]|[А-Яа-я])\s*")
# "2024/1": the first of a year's or a session's decisions.
_SESSION = re.compile(rf"{SPACE}*(\d{{1,4}}/(\d{{1,3}}))\.?\s*")
_CIRCLED = re.compile(rf"{SPACE}*([①-⑳])")
# "㈠", "⑴", "⒜", "⒈": a numeral in its brackets or with its stop as one sign.
_DRESSED = re.compile(rf"{SPACE}*([㈠-㈩⑴-⒇⒜-⒵⒈-⒛])")
_ORDINAL = re.compile(rf"{SPACE}*((?:{'|'.join(ORDINALS)})ً?)\s*[-–—:]")
_LETTER_NAME = re.compile(rf"{SPACE}*({'|'.join(LETTER_NAMES)})\s*[-–—]")
_LABEL_WORDS = NUMBER_WORDS.union([label.split()[0] for label in LABELS])
# After these a quoted part begins; numbers in other dresses may well be words of a quotation.
_OPENING = ("“", "«", "„")
_IN_QUOTES = (Form.BRACKETS, Form.STOP)
_ROMAN_LETTERS = "ivxlcIVXLC"
_LONGER = 7  # than Roman numerals
_LAST_LETTER = 26  # no report counts parts within so many chapters that C or L would be Roman
# A word: three letters, or fewer with another word or a number after it ("o" may be a bullet).
_RUN_OF_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f][^\W\d_]{2,}|(?!o )[A-Za-z]{1,2}(?= [^\W_])")
_QUICK = re.compile(rf"{SPACE}*['‘’.\(\[（\w§{re.escape(BULLETS)}{re.escape(DASHES)}*›①-⑳]")


def read_markers(head: str) -> tuple[Marker, ...]:
    """All that the start of a row (its first 40 characters or so) may mean; empty if it is plain text."""
    run = _RUN_OF_LETTERS.match(head)
    if run is not None and (first := run[0]).strip(_ROMAN_LETTERS):
        # most rows begin with a word, which can be a label's or a symbol's at most
        if len(first) < _LONGER and (meant := misread_roman(head)):
            return (meant,)
        if first.casefold() in _LABEL_WORDS:
            return tuple(_word_counted(head) or label_markers(head))
        return tuple(filed_markers(head)) if head.startswith(_IN_SYMBOLS, run.end()) else ()
    if head.startswith(_OPENING):
        return _quoted(head)
    if not _QUICK.match(head):
        return ()
    for reader in (
        _dotted,
        _section_sign,
        _brackets,
        _bracket,
        _point,
        _degree,
        _stop,
        _comma,
        _ordinal,
        _signs,
        label_markers,
        _bare,
    ):
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
    return [Marker(form, system, value, numeral, end) for system, value in meanings(numeral)]


def _dotted(head: str) -> list[Marker]:
    match = _DOTTED.match(head)
    if not match:
        return _mixed(head)
    parts = tuple(digits(part) for part in match[1].split("."))
    if len(parts) == 2 and match[2] != "." and _CENTS.search(match[1]):
        return []  # 2.05 is a quantity
    return [Marker(Form.DOTTED, System.DIGITS, parts[-1], match[1], match.end(), parts[:-1])]


def _section_sign(head: str) -> list[Marker]:
    match = _SECTION_SIGN.match(head)
    if not match:
        return []
    *prefix, value = map(digits, match[2].split("."))
    form = Form.DOTTED if prefix else Form.STOP
    return [Marker(form, System.DIGITS, value, match[1], match.end(), tuple(prefix), SECTION_SIGN)]


def _mixed(head: str) -> list[Marker]:
    match = _MIXED.match(head)
    if not match or _CENTS.search(match[1]):
        return []
    found = []
    for parts in itertools.product(*[readings(part) for part in match[1].split(".")]):
        systems, values = zip(*parts, strict=True)
        if max(values[:-1]) <= _LAST_LETTER and not any(map(_is_twice, systems, systems[1:])):
            prefix, outer = values[:-1], all_but_figures(systems[:-1])
            found.append(
                Marker(Form.DOTTED, systems[-1], values[-1], match[1], match.end(), prefix, "", outer)
            )
    return found + _stop(head) if match[1][0].isdecimal() else found


def _is_twice(one: System, two: System) -> bool:
    """Whether letters or Roman numerals stand within others of their kind, as no parts are counted."""
    return one is two is not System.DIGITS


def _brackets(head: str) -> list[Marker]:
    if match := _IN_MARKS.match(head):
        return _all_of(Form.BRACKETS, match[1], match.end())
    match = _BRACKETS.match(head)
    return _all_of(Form.BRACKETS, match[2], match.end()) if match else []


def _bracket(head: str) -> list[Marker]:
    match = _BRACKET.match(head)
    return _all_of(Form.BRACKET, match[1], match.end()) if match else []


def _point(head: str) -> list[Marker]:
    match = _POINT.match(head)
    return _all_of(Form.POINT, match[1], match.end()) if match else []


def _degree(head: str) -> list[Marker]:
    match = _DEGREE.match(head)
    if not match:
        return []
    form = Form.STOP if "." in match.groups() else Form.BRACKET
    return [Marker(form, System.DIGITS, digits(match[1]), match[1] + match[3], match.end())]


def _word_counted(head: str) -> list[Marker]:
    match = _WORD_COUNTED.match(head)
    if not match or not (match[1].isupper() or (match["dash"] and match[1][0].isupper())):
        return []
    value = word(match[1])
    return [Marker(Form.STOP, System.WORD, value, match[1], match.end())] if value else []


def _stop(head: str) -> list[Marker]:
    meant = misread_digits(head) or misread_roman(head)
    misread = [meant] if meant else []
    match = _STOP.match(head) or _DASHED.match(head)
    if match:
        if match[1].isdecimal() and _DAY.match(head):
            return []
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
            for system, value in meanings(match[1])
        ]
    match = _FILED_CHINESE.match(head)
    if match:
        return [Marker(Form.LABEL, System.DIGITS, int(match[2]), match[1], 0, (), match[3])]
    match = _DRESSED.match(head)
    if match:
        signs = unicodedata.normalize("NFKC", match[1])
        read = _brackets(signs) or _stop(signs)
        return [marker._replace(printed=match[1], end=match.end()) for marker in read]
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


def _bare(head: str) -> list[Marker]:
    match = _BARE.match(head)
    if not match or ((date := find_date(head)) is not None and head.lstrip().startswith(date[0])):
        return []
    return [Marker(Form.BARE, System.DIGITS, digits(match[1]), match[1], match.end())]


def read_set_off(printed: str) -> tuple[Marker, ...]:
    """What a numeral or a letter may mean that stands by itself before its text, without stop or bracket."""
    if filed := _SESSION.fullmatch(printed):
        return (Marker(Form.LABEL, System.DIGITS, int(filed[2]), filed[1], filed.end(1), (), SYMBOL_LABEL),)
    match = _SET_OFF.fullmatch(printed)
    if not match:
        return ()
    return tuple(_all_of(Form.BARE, match[1], match.end(1)))


def _has_arabic(head: str) -> bool:
    return any("\u0621" <= sign <= "\u064a" for sign in head)
