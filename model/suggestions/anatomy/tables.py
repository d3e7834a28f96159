"""What a language's file in `resources/anatomy/` says, as tables that are made once."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import product
from typing import Any

import resources
from model.labels import ConditionKind, InstrumentKind, Response, TimeKind
from model.patterns import Pattern
from model.suggestions.lexicon_files import LANGUAGES
from model.suggestions.phrases import Phrases
from model.vocabularies import Vocabulary, default_vocabulary
from model.vocabularies.as_csv import load_csv
from model.vocabularies.matching import Matcher

# At the end of a phrase: the clause after it belongs to it.
_RUNS_ON = ">"
_PART = re.compile(r"\{([a-z]+)\}")


class NameKind(StrEnum):
    """What a name is of; a `Matcher`'s codes are `sort:code`."""

    INSTRUMENT = "instrument"
    BENEFICIARY = "beneficiary"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Condition:
    """A phrase that conditions; `runs_on`: with the clause after it."""

    kind: ConditionKind
    runs_on: bool


@dataclass(frozen=True, slots=True)
class Time:
    """A phrase that says when; `when` as ISO 8601 where it can be told."""

    kind: TimeKind
    when: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A sort of numbered reference: of which kind, how it is named, and the form of its numbers."""

    kind: InstrumentKind
    name: str
    number: str


# The forms of the numbers that references have.
_NO_MORE = r"(?![A-Za-z\d])"  # Chinese goes on without a space
_DIVIDED = (
    rf"(?:[A-Z]{{1,4}}-?)?\d{{1,4}}/(?:CP\.|CMP\.|CMA\.)?\d{{1,4}}(?: [A-Z]{_NO_MORE})?|[IVXLC]+/\d{{1,3}}"
)
_DATED = r"\d{1,4}(?: [A-Z]+)? ?[(（](?:\d{4}|[IVXLC]+|S-[IVXLC]+)年?[)）]"
_COUNTED = r"\d{1,3}(?:\.\d{1,3})?(?: ?\((?:[a-zа-я]{1,4}|\d{1,2})\)){0,2}(?!\d|[./]\d)"
_ROMAN = rf"[IVXLC]{{1,6}}(?:\.[A-Z]{_NO_MORE})?{_NO_MORE}"
REFERENCES = {
    "resolution": Reference(InstrumentKind.RESOLUTION, "resolution", f"{_DIVIDED}|{_DATED}"),
    "decision": Reference(InstrumentKind.DECISION, "decision", f"{_DIVIDED}|{_DATED}|\\d{{3}}{_NO_MORE}"),
    "paragraph": Reference(InstrumentKind.PARAGRAPH, "paragraph", _COUNTED),
    "article": Reference(InstrumentKind.ARTICLE, "article", f"{_COUNTED}|{_ROMAN}"),
    "annex": Reference(InstrumentKind.ANNEX, "annex", f"{_ROMAN}|[A-H](?![\\w/.])|\\d{{1,2}}(?![\\w./])"),
    "section": Reference(InstrumentKind.SECTION, "section", _ROMAN),
    "recommendation": Reference(InstrumentKind.RECOMMENDATION, "recommendation", _COUNTED),
    "comment": Reference(InstrumentKind.DOCUMENT, "general comment No.", rf"\d{{1,3}}{_NO_MORE}"),
    "numbered": Reference(InstrumentKind.CONVENTION, "Convention No.", rf"\d{{1,3}}{_NO_MORE}"),
}
# One class of signs first, so that a search skips all else quickly.
_NUMERAL = re.compile(r"[\dA-IVXL](?:(?<=\d)|(?<!\w[A-IVXL])[A-IVXL]{0,5}(?!\w))")
_DIGITS = "0123456789"
# Times are looked for in this order: what says most of a date goes first.
_ORDER = (TimeKind.SESSION, TimeKind.DEADLINE, TimeKind.PERIOD, TimeKind.RECURRING, TimeKind.DATE)
# References whose numbers some languages spell.
_SPELLED = ("article", "annex", "section")


@dataclass(frozen=True)
class Tables:
    """A language's words for the parts of a recommendation."""

    language: str
    task_lead: frozenset[str]  # what introduces what is to be done
    task_tail: frozenset[str]  # what joins it to the next item
    before_verb: frozenset[str]  # what stands before the verb of what is to be done
    conditions: Phrases[Condition]
    names: Matcher  # instruments, beneficiaries, and what is called by whom it is about; see `NameKind`
    times: Phrases[Time]
    dated_signs: tuple[str, ...]  # without one there is none of `dated`; empty: not told
    dated: Pattern  # times with numbers in them, in lowered text; groups as `kind_number`
    whose: Pattern | None  # after a session: whose it is
    units: tuple[tuple[str, str], ...]  # words for units of time, with their ISO 8601 duration of n
    counts: tuple[tuple[Pattern, str], ...]  # spelled numbers
    references: Pattern  # a group for each of REFERENCES
    reach: re.Pattern[str]  # between the ends of a range
    numbers: Mapping[str, Pattern]  # by a reference's name its numbers in a list
    first_number: Mapping[str, Pattern]  # its words, and as `n` the first number
    ordinals: Mapping[str, int]  # spelled numerals of annexes and the like
    here: Pattern  # after a reference: in the document itself
    of: Pattern  # between a paragraph or article and what it is of
    organs: Phrases[str]
    body: Pattern | None  # before an instrument's short name: the body that it sets up
    numerals: re.Pattern[str] | None  # without one there is no numbered reference; None: numbers are spelled
    head_words: tuple[str, ...]  # without one there is no instrument by its capitals
    heads: Pattern  # instruments by their capitals, that no table holds
    kinds: tuple[tuple[InstrumentKind, Pattern], ...]
    chair: Phrases[str]
    secretariat: Phrases[str]
    responses: Phrases[Response]
    statuses: Phrases[
        Response
    ]  # with which a last sentence opens that says how far a recommendation has come

    def kind_of(self, name: str) -> InstrumentKind:
        """What an instrument is, by the first word of its name that says so."""
        found = [(match.start(), kind) for kind, words in self.kinds if (match := words.search(name.lower()))]
        return min(found)[1] if found else InstrumentKind.TREATY


@cache
def instruments() -> tuple[Vocabulary, Mapping[str, InstrumentKind]]:
    """The instruments that are known by name in nine languages, and what each is."""
    text = resources.read_text("anatomy", "instruments.csv")
    kinds = {row["code"]: InstrumentKind(row["kind"]) for row in csv.DictReader(text.splitlines())}
    return load_csv(text, "Instruments"), kinds


@lru_cache(maxsize=len(LANGUAGES))
def tables(language: str) -> Tables:
    """The tables of one of the lexicons' languages."""
    language = language if language in LANGUAGES else "en"
    data = tomllib.loads(resources.read_text("anatomy", f"{language}.toml"))
    cjk = language == "zh"
    references = data["references"]
    heads = data["instruments"]
    return Tables(
        language=language,
        task_lead=frozenset(data["task"]["lead"]),
        task_tail=frozenset(data["task"]["tail"]),
        before_verb=frozenset(data["task"]["before_verb"]),
        conditions=Phrases(_conditions(data["conditions"]), cjk),
        names=Matcher(_names(language, data["beneficiaries"]["things"]), language),
        times=Phrases(_times(data["time"]), cjk),
        dated_signs=(*_DIGITS, *data["patterns"]["signs"]) if "signs" in data["patterns"] else (),
        dated=_dated(data["patterns"], data["parts"], cjk),
        whose=Pattern(data["patterns"]["whose"]) if "whose" in data["patterns"] else None,
        units=tuple(data["units"].items()),
        counts=tuple((_word(word, cjk), str(number)) for word, number in data["counts"].items()),
        references=_references(references, cjk),
        reach=re.compile(f"(?<=[\\w)])(?:{references['reach']})"),
        numbers={name: _numbers(name, references) for name in REFERENCES},
        first_number={
            name: _first_number(name, references, cjk) for name in REFERENCES if name in references
        },
        ordinals=data.get("ordinals", {}),
        here=Pattern(references["here"], re.IGNORECASE),
        of=Pattern(references["of"], re.IGNORECASE),
        organs=Phrases(
            ((phrase, name) for name, phrases in data["organs"].items() for phrase in phrases), cjk
        ),
        body=Pattern(heads["body"]) if "body" in heads else None,
        numerals=None if "spelled" in references else _NUMERAL,
        head_words=tuple(heads["words"]),
        heads=Pattern(heads["heads"]),
        kinds=tuple((InstrumentKind(kind), Pattern(words)) for kind, words in heads["kinds"].items()),
        chair=Phrases(((phrase, "") for phrase in data["attribution"]["chair"]), cjk),
        secretariat=Phrases(((phrase, "") for phrase in data["attribution"]["secretariat"]), cjk),
        responses=Phrases(_responses(data["responses"]), cjk),
        statuses=Phrases(_responses(data["statuses"]), cjk),
    )


def _names(language: str, things: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The words of all names with what they name: of two within each other the longer counts."""
    for named, vocabulary in (
        (NameKind.INSTRUMENT, instruments()[0]),
        (NameKind.BENEFICIARY, default_vocabulary("beneficiaries")),
    ):
        for concept in vocabulary.concepts:
            for _, words in concept.terms(language):
                yield words, f"{named}:{concept.code}"
    for thing in things:
        for forms in product(*(word.split("/") for word in thing.split())):
            yield " ".join(forms), f"{NameKind.THING}:"


def _conditions(table: Mapping[str, list[str]]) -> Iterator[tuple[str, Condition]]:
    for kind, phrases in table.items():
        for phrase in phrases:
            yield (
                phrase.removesuffix(_RUNS_ON).strip(),
                Condition(ConditionKind(kind), phrase.endswith(_RUNS_ON)),
            )


def _times(table: Mapping[str, Any]) -> Iterator[tuple[str, Time]]:
    for phrase in table["urgency"]:
        yield phrase, Time(TimeKind.URGENCY)
    for when, phrases in table["recurring"].items():
        for phrase in phrases:
            yield phrase, Time(TimeKind.RECURRING, "" if when == "any" else when)


def _responses(table: Mapping[str, list[str]]) -> Iterator[tuple[str, Response]]:
    for response, phrases in table.items():
        for phrase in phrases:
            yield phrase, Response(response)


def _word(word: str, cjk: bool) -> Pattern:
    return Pattern(re.escape(word) if cjk else rf"(?<!\w){re.escape(word)}(?!\w)")


def _dated(patterns: Mapping[str, list[str]], parts: Mapping[str, str], cjk: bool) -> Pattern:
    def filled(pattern: str) -> str:
        while _PART.search(pattern):
            pattern = _PART.sub(lambda match: parts[match[1]], pattern)
        return pattern

    named = [
        _named(f"{kind.value}_{number}", filled(pattern))
        for kind in _ORDER
        for number, pattern in enumerate(patterns.get(kind.value, ()))
    ]
    edge = ("", "") if cjk else (r"(?<!\w)", r"(?!\w)")
    return Pattern(f"{edge[0]}(?:{'|'.join(named)}){edge[1]}")


def _named(name: str, pattern: str) -> str:
    """An alternative that says by its name that it was the one: an empty group after it, for one around it
    keeps the engine from passing over alternatives by their first letters."""
    return f"(?:{pattern})(?P<{name}>)"


def _references(table: Mapping[str, str], cjk: bool) -> Pattern:
    """Words and numbers, such as "paragraphs 8 and 9": each sort in a group of its own."""
    found = []
    for name in REFERENCES:
        if name not in table:
            continue
        number = _number(name, table)
        more = f"(?:(?:{table['joins']}|{table['reach']})(?:{table.get('again', '')})?(?:{number}))*"
        words = table[name]
        behind = table.get(f"{name}_behind", "")
        gap = "" if cjk else r"[ \n]"
        found.append(_named(name, f"(?i:{words}){gap}(?:{number}){more}{behind}"))
    edge = "" if cjk else r"(?<!\w)"
    return Pattern(f"{edge}(?:{'|'.join(found)})")


def _numbers(name: str, table: Mapping[str, str]) -> Pattern:
    number = _number(name, table)
    return Pattern(f"(?:{number})(?:(?:{table['reach']})(?:{number}))?")


def _first_number(name: str, table: Mapping[str, str], cjk: bool) -> Pattern:
    gap = "" if cjk else r"[ \n]"
    return Pattern(f"(?i:{table[name]}){gap}(?P<n>{_number(name, table)})")


def _number(name: str, table: Mapping[str, str]) -> str:
    """The form of a reference's numbers, with the language's spelled ones where they stand for numerals."""
    number, spelled = REFERENCES[name].number, table.get("spelled", "")
    return f"{number}|{spelled}" if spelled and name in _SPELLED else number
