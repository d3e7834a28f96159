"""Which paragraph of a later report answers a recommendation, told by the numbers that both print.

An addendum answers the report whose symbol it extends, a response the report whose symbol it prints in its
first pages, and a report its own recommendations. "128.44" is a printed number; "recommendation 3" is the one
that calls itself so, else the only one of that number.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import resources
from model.labels import Response

# A report says in its first parts what it answers.
_FRONT = 40
# Numbers from 128.1 to 128.90 are a list; longer ones are a mistake of reading.
_LONGEST_RANGE = 400
_DOTTED = r"\d{1,3}\.\d{1,3}"
_NUMBER = rf"(?:{_DOTTED}|\d{{1,3}})(?![\d.]*\d)"
# Chinese does not part its words.
_BEGINS, _ENDS = r"(?<![^\W\u3400-\u9fff])", r"(?![^\W\u3400-\u9fff])"
_CLAUSE = re.compile(r"(?<=[;!?\n])|(?<=\.)(?<!\b[Nn]o\.)(?<!\b[Nn]os\.)(?=\s)")
# This far after a number alone what is said of it is looked for.
_BEHIND = 200
_ADDENDUM = re.compile(r"/(?:Add|Corr|Rev)\.\d+$")


@dataclass(frozen=True, slots=True)
class FollowUpPart:
    """An entry of a report. `above` are the texts that it hangs below: its lead-in, then the headings."""

    id: str
    number: str
    text: str
    above: tuple[str, ...] = ()
    recommends: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpReport:
    """A report with its parts in reading order."""

    id: str
    symbol: str
    language: str
    parts: Sequence[FollowUpPart]


class Answer(NamedTuple):
    """A part that answers a recommendation: `number` is how it names it."""

    report: str
    recommendation: str
    target: str
    response: Response
    number: str


class _Mention(NamedTuple):
    """A number of a recommendation, and what is said of it; `named` where the word stands before it."""

    number: str
    named: bool
    response: Response


def answers(reports: Iterable[FollowUpReport]) -> list[Answer]:
    """For each recommendation the parts that answer it, each part once, the reports in their order."""
    every = list(reports)
    found: dict[tuple[str, str], Answer] = {}
    for answering in every:
        front = "\n".join(part.text for part in answering.parts[:_FRONT])
        answered = [report for report in every if _answers(answering, front, report)]
        tables = [(report, _numbers(report)) for report in answered]
        if not any(table for _, table in tables):
            continue
        for part in answering.parts:
            for mention in _mentions(part, answering.language):
                for report, table in tables:
                    own = report is answering
                    node = table.get((mention.number, True)) or table.get((mention.number, False))
                    if node is None or node == part.id or (own and (part.recommends or not mention.named)):
                        continue
                    answer = Answer(report.id, node, part.id, mention.response, mention.number)
                    found.setdefault((node, part.id), answer)
    return list(found.values())


def response_in(text: str, language: str) -> Response | None:
    """What a text says became of a recommendation, by its first words that say so."""
    return next((response for _, _, response in _said(text, language)), None)


def _answers(answering: FollowUpReport, front: str, report: FollowUpReport) -> bool:
    if answering is report:
        return True
    if not report.symbol:
        return False
    if _ADDENDUM.sub("", answering.symbol) == report.symbol != answering.symbol:
        return True
    cited = rf"(?<![\w/]){re.escape(report.symbol)}(?![\w/]|\.\d)"
    return report.symbol in front and re.search(cited, front) is not None


def _numbers(report: FollowUpReport) -> dict[tuple[str, bool], str]:
    """Recommendations by their numbers: those that call themselves so (True), and by printed numbers (False)
    that are no other's."""
    word = _words(report.language).called
    called: dict[tuple[str, bool], str] = {}
    printed: dict[str, list[str]] = {}
    for part in report.parts:
        if not part.recommends:
            continue
        own = next(filter(None, map(word.match, (part.text, *part.above[:1]))), None)
        if own is not None:
            called.setdefault((own[1], True), part.id)
        if part.number:
            printed.setdefault(part.number.strip("."), []).append(part.id)
    return called | {(number, False): ids[0] for number, ids in printed.items() if len(ids) == 1}


def _mentions(part: FollowUpPart, language: str) -> Iterator[_Mention]:
    """What a part says of which recommendations; its own printed number is one where it has two places."""
    otherwise = next(filter(None, (response_in(above, language) for above in part.above)), None)
    if re.fullmatch(_DOTTED, part.number):
        response = response_in(part.text, language) or otherwise
        if response is not None:
            yield _Mention(part.number, True, response)
        return
    heading = _words(language).called.match(part.above[0]) if part.above else None
    if heading is not None and not part.recommends:
        response = response_in(part.text, language)
        if response is not None:
            yield _Mention(heading[1], True, response)
    end, goes_on, last = 0, False, None
    for clause in _CLAUSE.split(part.text):
        end += len(clause)
        numbers = list(_cited(clause, language))
        said = _said(clause, language) if numbers else []
        last = last if goes_on else None
        for at, number, named in numbers:
            behind = part.text[end : end + _BEHIND]
            response = _nearest(said, at) or last or response_in(behind, language) or otherwise
            if response is not None:
                yield _Mention(number, named, response)
        last = said[-1][2] if said else last
        goes_on = clause.endswith(";")


def _cited(clause: str, language: str) -> Iterator[tuple[int, str, bool]]:
    """(offset, number, whether the word stands before it) of the recommendations that a clause names."""
    seen: set[int] = set()
    words = _words(language)
    for run in words.runs.finditer(clause):
        for found in words.ranges.finditer(clause, run.start("numbers"), run.end("numbers")):
            seen.update(range(*found.span()))
            for number in _between(found[1], found[2] or found[1]):
                yield found.start(), number, True
    for found in words.dotted.finditer(clause):
        if found.start() not in seen:
            ends = re.findall(_DOTTED, found[0])
            for number in _between(ends[0], ends[-1]):
                yield found.start(), number, False


def _between(first: str, last: str) -> list[str]:
    """All numbers from one to another: 128.3 to 128.5, or 3 to 5."""
    front, _, low = first.rpartition(".")
    other, _, high = last.rpartition(".")
    if other != front or not int(low) <= int(high) <= int(low) + _LONGEST_RANGE:
        return [first] if first == last else [first, last]
    return [f"{front}.{number}".lstrip(".") for number in range(int(low), int(high) + 1)]


def _nearest(said: list[tuple[int, int, Response]], at: int) -> Response | None:
    """What is said last before a number ("accepts 128.3"), else first after it ("128.3: accepted")."""
    before = [response for _, end, response in said if end <= at]
    after = [response for start, _, response in said if start > at]
    return before[-1] if before else after[0] if after else None


def _said(text: str, language: str) -> list[tuple[int, int, Response]]:
    words = _words(language)
    return [
        (match.start(), match.end(), words.responses[int(match.lastgroup[1:])])
        for match in words.saying.finditer(text.replace("’", "'"))
        if match.lastgroup
    ]


class _Words(NamedTuple):
    """A language's patterns: the word and a number at a text's beginning, runs of numbers and ranges in them,
    numbers with dots that stand alone, and responses."""

    called: re.Pattern[str]
    runs: re.Pattern[str]
    ranges: re.Pattern[str]
    dotted: re.Pattern[str]
    saying: re.Pattern[str]
    responses: tuple[Response, ...]


@cache
def _words(language: str) -> _Words:
    tables = tomllib.loads(resources.read_text("follow-up.toml"))
    to, joined = ("|".join(table.pop(key) for table in tables.values()) for key in ("to", "and"))
    to = rf"\s?(?:[-–—‑~～]|{to})\s?"
    joined = rf"(?:,\s?(?:{joined})?|;|{joined}|&)"
    table = tables.get(language, tables["en"])
    word = rf"{table.pop('recommendation')}\s*(?:(?:[Nn]os?|[Nn]úms?|[Nn]r|№|n[º°.]|رقم|第)\.?\s*)?"
    phrases = sorted(
        ((phrase, Response(response)) for response, phrases in table.items() for phrase in phrases),
        key=lambda one: -len(one[0]),
    )
    saying = "|".join(f"(?P<r{place}>{phrase})" for place, (phrase, _) in enumerate(phrases))
    return _Words(
        re.compile(rf"\W*{word}({_NUMBER})(?=\W|$)", re.IGNORECASE),
        re.compile(
            rf"{_BEGINS}{word}(?P<numbers>{_NUMBER}(?:(?:\s?{joined}\s?|{to}){_NUMBER})*)", re.IGNORECASE
        ),
        re.compile(rf"({_NUMBER})(?:{to}({_NUMBER}))?"),
        re.compile(rf"(?<![\d./]){_DOTTED}(?!\.?\d)(?:{to}{_DOTTED}(?!\.?\d))?"),
        re.compile(rf"{_BEGINS}(?:{saying}){_ENDS}", re.IGNORECASE),
        tuple(response for _, response in phrases),
    )
