"""Enumerations taken apart: "A, B (on behalf of C) and D" into names with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from model.countries import Country, find, mentions
from model.labels import Span
from model.lists.wording import Wording

_OPENING, _CLOSING = "([（［“«", ")]）］”»"
_COMMAS, _SEMICOLONS = ",،、，", ";؛；"
_SIGN = re.compile(f"[{re.escape(_OPENING + _CLOSING + _COMMAS + _SEMICOLONS)}]")
_MARKS = " \t\n.,;:،؛、，；。*†[]"
_ACRONYM = re.compile(r"\s*[(（]([A-ZÀ-Ý][\w&/.\-]{1,14})[)）]$")
_BRACKET = re.compile(r"\s*[(（](?P<note>[^()（）]*(?:[(（][^()（）]*[)）])?[^()（）]*)[)）]$")
# Fewer names side by side are not columns.
_A_FEW = 2
# A name longer than this is a clause.
_LONGEST = 170


def spoken_for(words: str, wording: Wording) -> str:
    """Whom a part speaks for that names nobody itself: "speaking on behalf of the Group of 77"."""
    match = _behalf(wording).search(words) if words[:1].islower() else None
    return match["whom"].strip() if match else ""


class ListedName(NamedTuple):
    """Who a part names: `text[start:end]` as printed, and what followed in brackets."""

    start: int
    end: int
    country: Country | None
    acronym: str = ""
    on_behalf_of: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def parts_of(text: str, start: int, end: int, wording: Wording) -> list[Span]:
    """The parts of the enumeration in `text[start:end]`: at semicolons where it has them, else at commas."""
    cuts = _cuts(text, start, end, _SEMICOLONS)
    if not cuts or sum(1 for _ in mentions(text[start:end])) > len(cuts) + 1:
        cuts = sorted([*cuts, *_cuts(text, start, end, _COMMAS)])
    bounds = [start, *(at + 1 for at in cuts)], [*cuts, end]
    parts = [trimmed(text, low, high, wording) for low, high in zip(*bounds, strict=True)]
    if parts:
        parts[-1:] = _joined(text, parts[-1], wording, len(parts) > 1)
    return [part for part in parts if part.end > part.start]


def named(text: str, part: Span, wording: Wording) -> ListedName | None:
    """Who a part names, a State or else an organization; None if it reads like no name."""
    start, end = part
    words = text[start:end]
    country = find(words)
    if country is not None:
        return ListedName(start, end, country)
    acronym = on_behalf_of = ""
    if match := _BRACKET.search(words):
        if behalf := _behalf(wording).match(match["note"]):
            on_behalf_of = behalf["whom"].strip()
        elif found := _ACRONYM.match(match[0]):
            acronym = found[1] if sum(map(str.isupper, found[1])) > 1 else ""
        short = words[: match.start()].rstrip()
        if acronym or on_behalf_of or match["note"][:1].islower() or find(short) is not None:
            end = start + len(short)
            country = find(short)
    if country is None:
        first = next(mentions(text[start:end]), None)
        if first is not None and first.start == 0 and _loose(wording).match(text, start + first.end):
            return ListedName(start, start + first.end, first.country, "", on_behalf_of)
        end = end if acronym else without_tail(text, Span(start, end), wording).end
    name = text[start:end].rstrip(_MARKS)
    if country is None and not _likely(name, "capitals" in wording.words):
        return None
    return ListedName(start, start + len(name), country, acronym, on_behalf_of)


def run_of_countries(text: str, start: int, end: int) -> list[ListedName]:
    """Countries that stand side by side without commas, as in columns; none where much else stands there."""
    found = [ListedName(start + m.start, start + m.end, m.country) for m in mentions(text[start:end])]
    if len(found) <= _A_FEW:
        return []
    held = sum(name.end - name.start for name in found)
    letters = sum(map(len, text[start:end].split()))
    return found if held * 10 >= letters * 7 else []


def trimmed(text: str, start: int, end: int, wording: Wording) -> Span:
    """Without the space, marks, joining word and article around it."""
    while start < end and text[start] in _MARKS + "-–—•":
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    if match := _lead(wording).match(text, start, end):
        start = match.end()
    return Span(start, end)


def without_tail(text: str, span: Span, wording: Wording) -> Span:
    """Without what a sentence goes on with after a name: "on agenda item 2", "who spoke first"."""
    tail = _tails(wording).search(text, span.start, span.end)
    return Span(span.start, tail.start()) if tail else span


def _joined(text: str, part: Span, wording: Wording, listed: bool) -> Iterator[Span]:
    """The last part cut at its "and": between two countries, or before what begins a name."""
    start, end = part
    words = text[start:end]
    if find(words) is None:
        cuts = [m for m in _and(wording).finditer(words) if _depth(words[: m.start()]) == 0]
        for cut in cuts:
            left, right = words[: cut.start()], words[cut.end() :]
            begins = _heads(wording).match(right) or _titled(wording).match(right)
            if begins or _both_known(left, right) or (listed and len(cuts) == 1):
                yield trimmed(text, start, start + cut.start(), wording)
                yield from _joined(text, trimmed(text, start + cut.end(), end, wording), wording, False)
                return
    yield part


def _both_known(left: str, right: str) -> bool:
    return find(left) is not None and next(mentions(right), None) is not None


def _cuts(text: str, start: int, end: int, marks: str) -> list[int]:
    """Where the marks stand outside brackets and quotation marks."""
    cuts, depth = [], 0
    for match in _SIGN.finditer(text, start, end):
        if match[0] in _OPENING:
            depth += 1
        elif match[0] in _CLOSING:
            depth = max(0, depth - 1)
        elif match[0] in marks and depth == 0:
            cuts.append(match.start())
    return cuts


def _depth(text: str) -> int:
    return sum((c in _OPENING) - (c in _CLOSING) for c in text)


def _likely(name: str, in_capitals: bool) -> bool:
    """Whether something may be a name: short, no number, and where names are in capitals, mostly so."""
    if not 1 < len(name) <= _LONGEST or name[0].isdigit() or name[0] in _OPENING:
        return False
    if not in_capitals:
        return len(name.split()) <= _MOST_WORDS
    words = [word for word in re.split(r"[\s/]+", name) if len(word.strip("()“”’,.")) > _JOINING]
    capitals = sum(word.strip("(“‘").lstrip()[:1].isupper() for word in words)
    return name[0].isupper() and capitals * 10 >= len(words) * 6


# Shorter words may join the words of a name: "of", "and", "for".
_JOINING = 3
_MOST_WORDS = 16


@cache
def _and(wording: Wording) -> re.Pattern[str]:
    words = wording.words["and"]
    return re.compile(rf"\s(?:{words})\s|\s?(?:{words})(?=[\u4e00-\u9fff\u0600-\u06ff])")


@cache
def _lead(wording: Wording) -> re.Pattern[str]:
    joins = "|".join(f"{word}\\s" for word in wording.words["and"].split("|"))
    return re.compile(rf"(?:(?:{joins}|{wording.words['articles']})\s*)+")


@cache
def _tails(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{wording.words['tails']})\b")


@cache
def _loose(wording: Wording) -> re.Pattern[str]:
    """What may stand after a State's name that is all of a part."""
    return re.compile(rf"\s*(?:$|[(（,;.]|(?:{wording.words['tails']})\b)")


@cache
def _behalf(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"(?:{wording.words['behalf']})\s*(?P<whom>.+)", re.IGNORECASE)


@cache
def _heads(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"(?:{wording.words['articles']})?(?:{wording.words['name_heads']})")


@cache
def _titled(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"(?:{wording.words['titled']}) ?(?:{wording.words['titles']})")
