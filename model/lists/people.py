"""People in a text: "Ana Ruiz (Spain), Vice-Chair", "the Minister of Health of Ireland, Mary Byrne"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

import resources
from model.countries import Country, find, mentions
from model.labels import Span
from model.lists.wording import Wording

_BY_LANGUAGE = tomllib.loads(resources.read_text("name-particles.toml"))
_PARTICLES = "|".join(dict.fromkeys(chain.from_iterable(_BY_LANGUAGE.values())))
_LETTERS = r"\w\u0300-\u036f’'"
_WORD = rf"(?:[^\W\d_a-zа-яё][{_LETTERS}.\-]*|[a-z]{{1,3}}[-’'][A-Z][{_LETTERS}\-]*)"
_NAME = re.compile(rf"{_WORD}(?:\s+(?:(?:{_PARTICLES})\s+){{0,2}}{_WORD}){{0,7}}$")
_FULL_NAME = re.compile(rf"{_WORD}(?:\s+(?:(?:{_PARTICLES})\s+){{0,2}}{_WORD}){{1,7}}$")
_BRACKET = re.compile(r"[(（](?P<state>[^()（）]{3,90}(?:[(（][^()（）]*[)）])?)[)）]")
# Where the words before a bracket begin: after another bracket, a comma, a colon.
_BEFORE = re.compile(r"[,;:，；：、،؛)）•]\s*")
_REACH = 140


class Person(NamedTuple):
    """Somebody with a State in brackets: `text[start:end]` is the name, else the office."""

    start: int
    end: int
    state: Span
    country: Country
    office: str = ""
    named: bool = True

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def with_states(text: str, wording: Wording) -> Iterator[Person]:
    """Everybody in a text whose State follows in brackets."""
    if "(" not in text and "（" not in text:
        return
    for bracket in _BRACKET.finditer(text):
        country = find(bracket["state"])
        if country is None:
            continue
        state = Span(*bracket.span("state"))
        low = _start(text, bracket.start())
        words = text[low : bracket.start()].rstrip()
        office = _office_at_end(wording).search(words)
        if office is not None:
            at = low + office.start("office")
            yield Person(at, low + len(words), state, country, office["office"], named=False)
            continue
        name = _NAME.search(words)
        if name is None:
            continue
        at = name.start() + _skipped(words[name.start() :], wording)
        given = _office_before(wording).search(text, max(0, low - _REACH), low + at)
        if at < len(words) and find(words[at:]) is None:
            follows = _office_after(wording).match(text, bracket.end())
            held = given["office"] if given else follows["office"] if follows else ""
            yield Person(low + at, low + len(words), state, country, held)


def singular(office: str) -> str:
    """The office of one of several: each of the "Vice-Chairs: Ana Ruiz and Bo Li" is a Vice-Chair."""
    return _PLURAL.sub("", office)


_PLURAL = re.compile(r"(?<=[a-zé])s(?=-|$)")


class Titled(NamedTuple):
    """Somebody with a title: the place of the name (else of the title), the title, the State."""

    span: Span
    title: str = ""
    state: str = ""
    country: Country | None = None


def titled(text: str, start: int, end: int, wording: Wording) -> Titled:
    """Somebody with a title, in either order: "the Director of X, Ana Ruiz" and "Ana Ruiz, Director of X"."""
    state, country = "", None
    bracket = _BRACKET_LAST.search(text, start, end)
    if bracket is not None:
        end = bracket.start()
        country = find(bracket["state"])
        state = bracket["state"] if country else ""
    start = _behind_honorific(text, start, wording)
    words = text[start:end]
    title = _title(wording)
    head, comma, tail = words.partition(", ")
    if comma and _FULL_NAME.match(head) and find(head) is None and title.match(tail):
        return Titled(Span(start, start + len(head)), tail.strip(), state, country or state_of(tail, wording))
    head, comma, tail = words.rpartition(", ")
    if comma and _FULL_NAME.match(tail.strip()) and find(tail) is None:
        at = _behind_honorific(text, start + len(head) + len(comma), wording)
        return Titled(
            Span(at, start + len(words.rstrip())), head.strip(), state, country or state_of(head, wording)
        )
    return Titled(Span(start, end), "", state, country or state_of(words, wording))


_BRACKET_LAST = re.compile(r"\s*[(（](?P<state>[^()（）]{3,90}(?:[(（][^()（）]*[)）])?)[)）]$")


@cache
def _title(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"(?:{wording.words['articles']})?(?:{wording.words['titles']})", re.IGNORECASE)


def _behind_honorific(text: str, start: int, wording: Wording) -> int:
    match = _honorific(wording).match(text, start)
    return match.end() if match else start


@cache
def _honorific(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{wording.words['honorifics']})\.?\s+(?=[^a-z]))+")


def is_office(words: str, wording: Wording) -> bool:
    """Whether words name somebody by an office: "Chair of the Bureau"."""
    return wording.offices["words"].match(words) is not None


def state_of(title: str, wording: Wording) -> Country | None:
    """The State in whose service a title is: "Minister of Health of Ireland"."""
    found = list(mentions(title))
    if "state_of" not in wording.words or len(found) != 1:
        return None
    state = found[0]
    serves = _of_state(wording).search(title[: state.start])
    after = title[state.end :].strip()
    return state.country if serves and (not after or _abroad(wording).match(after)) else None


@cache
def _of_state(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording.words['state_of']})$", re.IGNORECASE)


@cache
def _abroad(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"(?:{wording.words['abroad']})\b")


def _start(text: str, bracket: int) -> int:
    """Where the words that belong to a bracket begin."""
    low = max(0, bracket - _REACH)
    for match in _BEFORE.finditer(text, low, bracket):
        low = match.end()
    return low


def _skipped(words: str, wording: Wording) -> int:
    """How much stands before a name that is none of it: an honorific, an office, a joining word."""
    match = _prefix(wording).match(words)
    return match.end() if match else 0


@cache
def _prefix(wording: Wording) -> re.Pattern[str]:
    words, office = wording.words, wording.offices["words"].pattern
    joins = rf"(?:{words['and']})\s+|(?:{words['articles']})\s*"
    return re.compile(rf"(?:{joins}|(?:{office})[,:]?\s+|(?:{words['honorifics']})\.?\s+)+")


@cache
def _office_at_end(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"{_office(wording)}{_reach(wording)}$")


@cache
def _office_before(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"{_office(wording)}{_reach(wording)}[,:]?\s+(?:[^\s,;:()]+\s+)?$")


@cache
def _office_after(wording: Wording) -> re.Pattern[str]:
    takes = wording.words.get("takes_office", "")
    return re.compile(rf"\s*[,—–]?\s*(?:{takes})?\s*(?:{wording.words['articles']})?{_office(wording)}")


def _office(wording: Wording) -> str:
    of_a_title = "".join(f"(?<!{word} )" for word in wording.words["not_heads"].split("|") if word)
    return rf"(?<!\w){of_a_title}(?P<office>(?:{wording.offices['words'].pattern}))(?!\w)"


def _reach(wording: Wording) -> str:
    """Of what somebody holds an office: "of the Bureau"."""
    return rf"(?:\s(?:{wording.offices['of'].pattern})[^,;:()]{{1,90}})?"
