"""Numbers that come with a word, such as "Annex II", and what a decision or a resolution is filed under."""

from __future__ import annotations

import re

from model.extraction.numbering.forms import DIGIT, INSERTED, SPACE, Form, Marker, meanings
from model.extraction.numbering.labels import (
    CHAPTER_LABELS,
    FILED_LABELS,
    ITEM_LABELS,
    LABELS,
    NUMBERED_LABELS,
    RECOMMENDATION_LABELS,
    SYMBOL_LABEL,
    TOP_LABELS,
)
from model.extraction.numbering.misread import misread_numeral
from model.extraction.numbering.systems import NUMBER_WORDS, System, word
from model.extraction.wording import BESIDE_LABEL

# "EX.CL/Dec.1302(XLVIII)", "GC(68)/RES/7", "747(XL)": what a decision or a resolution is filed under.
_SYMBOL = re.compile(
    r"\d{1,4} ?\([IVXLC]{1,8}\)\W*|(?:[A-Z][\w.-]*(?:\(\w+\))?/)+(?:[\w.-]+/)*"
    r"(?:DEC|RES|Dec|Res|Decl|DECL)[./(][\w./-]*\d[\w./-]*(?:\s?\([\w.-]+\))?\W*"
)
# "Decision IG.27/3", "Resolution Conf. 10.4 (Rev. CoP14)", "Decision -/CP.33": the word with such a symbol.
_FILED = re.compile(
    rf"((?i:{'|'.join(FILED_LABELS)}))\s*:?\s+(?:[Nn]o\.?\s?)?"
    r"((?=[^\s]*\d)(?=[^\s]*[/.-])[-A-Z][\w().-]*(?:/[-\w().]+)*|Conf\. \d+\.\d+"
    r"|\d{1,3}[ .][A-Z]{1,5}[ /][\w.]*\d[\w.]*)(?![\w/])"
)
# What stands between an item's number and its title; nothing, where that stands below.
_BEFORE_TITLE = ("", ".", ":", "：", "–", "—", "-")
_SESSION = re.compile(r"\([^()]{1,20}\)")
_INTEGER = re.compile(r"\d+")
_LABEL = re.compile(
    rf"{SPACE}*({'|'.join(sorted(map(re.escape, LABELS), key=len, reverse=True))})"
    r"(?:(?:\s+(?:no\.?|n°|№|رقم)?\s*|\s?[-–—]\s?(?=[IVXLC\d]))"
    rf"({DIGIT}{{1,4}}(?:/[A-Z]{{2,5}}[./]{DIGIT}{{1,3}}|(?:[./]{DIGIT}{{1,4}}){{1,3}}|{INSERTED}|[a-z])?|[IVXLC]{{1,8}}|[ivxlc]{{1,6}}|[IVXT]{{2,6}}|[A-ZА-Я](?!/)|\w{{3,12}})(?!\w))?(?P<rest>.?)",
    re.IGNORECASE,
)
# "Safety Recommendation 2026-014", "Recommendation A-26-14": how investigators count theirs, year by year.
_YEARLY_LABEL = re.compile(
    rf"{SPACE}*({'|'.join(sorted(RECOMMENDATION_LABELS, key=len, reverse=True))})\s+(?:no\.?\s?|n°\s?)?"
    r"((?-i:[A-Z]{1,4}-?\d{2,4}|(?:19|20)\d\d)-\d{1,3})(?![\w-])",
    re.IGNORECASE,
)
# "Segunda parte", "Deuxième partie – Les faits": a sentence would go on with a word.
_COUNTED_LABEL = re.compile(
    rf"{SPACE}*({'|'.join(sorted(NUMBER_WORDS))})\s+({'|'.join(CHAPTER_LABELS)})\s*(?=[.:–—-]|$)",
    re.IGNORECASE,
)
_CHINESE = [label for label in LABELS if re.fullmatch("[\u4e00-\u9fff]+", label)]
# "附件一": Chinese sets no space before the numeral.
_CHINESE_LABEL = re.compile(
    rf"{SPACE}*({'|'.join(_CHINESE)})\s*([一二三四五六七八九十]{{1,3}}|{DIGIT}{{1,2}}|[IVX]{{1,5}})(?![\d年月/])"
)


def is_filed_symbol(text: str) -> bool:
    """Whether a row is nothing but a decision's or a resolution's symbol, or the word with its symbol or its
    number and session: "Resolution 1 (Cg-19)"."""
    text = text.strip()
    if not any(map(text.__contains__, "/(")):
        return False
    if _SYMBOL.fullmatch(text):
        return True
    marker = next(iter(label_markers(text)), None)
    if marker is None or marker.label not in FILED_LABELS or not marker.printed:
        return False
    rest = text[marker.behind(text) :].strip()
    return not rest or _SESSION.fullmatch(rest) is not None


def filed_markers(head: str) -> list[Marker]:
    """A decision's or resolution's symbol, by itself on a row or after the word."""
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


def label_markers(head: str) -> list[Marker]:
    """What a row may be numbered that opens with a label: "Annex II", "Segunda parte", "附件一"."""
    if filed := filed_markers(head):
        return filed
    if match := _CHINESE_LABEL.match(head):
        if match[1] in ITEM_LABELS and not _names_item(head[match.end() :]):
            return []
        found = meanings(match[2])
        return [Marker(Form.LABEL, system, value, match[2], 0, (), match[1]) for system, value in found]
    if counted := _COUNTED_LABEL.match(head):
        numeral, value = counted[1], word(counted[1])
        if value and numeral[0].isupper():
            return [Marker(Form.LABEL, System.WORD, value, numeral, 0, (), counted[2].casefold())]
    if "-" in head and (yearly := _YEARLY_LABEL.match(head)) and yearly[1][0].isupper():
        if head[yearly.end() :].lstrip()[:1].islower():
            return []
        label, printed = yearly[1].casefold(), yearly[2]
        return [Marker(Form.LABEL, System.DIGITS, _last_of(printed), printed, 0, (), label)]
    match = _LABEL.match(head)
    if not match or match["rest"].isalnum():
        return []
    label, numeral = match[1].casefold(), match[2]
    if numeral and match.end() == len(head.rstrip()):
        numeral = misread_numeral(numeral) or numeral
    if not match[1][0].isupper() and match[1][0].lower() != match[1][0].upper():
        return []
    if label in NUMBERED_LABELS and not (numeral and (numeral[0].isdecimal() or numeral.isupper())):
        return []
    if label in ITEM_LABELS and not _names_item(head[match.end(2) :]):
        return []
    read: list[tuple[System, int]] = []
    if numeral and (numeral[0].isdecimal() or numeral.isupper() or numeral.islower()):
        parts = re.split(r"[./]", numeral)  # 15/4 is the fourth of a series, 4/CP.15 too
        read = meanings(parts[0] if len(parts) > 2 and parts[1].isalpha() else parts[-1])
    if numeral and not read and (value := word(numeral)):
        read = [(System.WORD, value)]
    if not read:
        return [Marker(Form.LABEL, System.SIGN, 0, "", 0, (), label)]
    if label in RECOMMENDATION_LABELS and head[match.end() :].lstrip()[:1].islower():
        return []  # the subject of a sentence: "Recommendation 1 is met."
    return [Marker(Form.LABEL, system, value, numeral, 0, (), label) for system, value in read]


def _names_item(rest: str) -> bool:
    """Whether what follows an agenda's item and its number is a title or nothing, and no sentence whose
    subject it is: "Item 3 was closed"."""
    return BESIDE_LABEL.sub("", rest).strip()[:1] in _BEFORE_TITLE


def is_labelled(text: str) -> bool:
    """True for what begins with the label of a chapter or an annex and its number: "ANNEX I: RESULTS"."""
    return any(marker.printed and marker.label in TOP_LABELS for marker in label_markers(text.strip()))


def says_no_more(label: Marker, text: str) -> bool:
    """Whether a row that a label opens says nothing but that and its number: "Agenda item 13 (continued)"."""
    return not any(map(str.isalnum, BESIDE_LABEL.sub("", text[label.behind(text) :])))


def is_label_alone(text: str) -> bool:
    """True for nothing but a label and its number: "Part Two"."""
    text = text.strip()
    return any(marker.printed and says_no_more(marker, text) for marker in label_markers(text))
