"""States and territories by the names that reports call them, in the United Nations' six languages.

`find` knows a name by itself, `mentions` finds names in running text. The table is `resources/countries.csv`;
docs/decisions says where it comes from. It is read when first asked for. How names are declined and
joined is in `resources/countries.toml`.
"""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import compress, islice
from typing import NamedTuple

import resources
from model.words import Words

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
# The standing of names that hold a country's but are not one: "Lake Chad".
_NONE = "no-country"
# Marks a name that is not a country's in running text, such as "Réunion" (a meeting), but is one in a list.
_ALONE = "~"
_HAN = "\u4e00-\u9fff"
_TOKEN = re.compile(rf"[{_HAN}]|[^\W\d_{_HAN}][^\W\d_{_HAN}\u064b-\u0652]*")
_RUN = re.compile(rf"[{_HAN}]+")
# A word that may begin a name: with a capital, or in a script that has none.
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŇŐŒŘŚŞŠŢŤŪŮŰŹŻŽА-ЯЁ][^\W\d_]*"
_NO_CAPITALS_THERE = re.compile(rf"[\u0620-\u064a{_HAN}]")
_NO_CAPITALS = rf"(?<![\u0620-\u06ff])[\u0620-\u064a][\u0620-\u0652]*|[{_HAN}]"
_LETTERS = re.compile(r"(?:[^\W\d_]|[\u064b-\u0652])+")
# The next word of a name, with what may stand between.
_NEXT = re.compile(rf"[\s\-\u2010-\u2015'’ʼ.,(（&]{{0,4}}({_TOKEN.pattern})")
_OPENING, _CLOSING = frozenset("(（"), frozenset(")）")
_WRITTEN = tomllib.loads(resources.read_text("countries.toml"))
_ARTICLES = frozenset(_WRITTEN["articles"].split())
_PREFIXES: str = _WRITTEN["arabic_prefixes"]
_JOINED = _ARTICLES | frozenset(_PREFIXES)
# A letter with its vowel marks, which stand in the text and not in a folded word.
_SIGNED = re.compile(r"\w[\u0640\u064b-\u0652]*")
_MARKS = dict.fromkeys([*range(0x64B, 0x653), 0x640]) | {0x649: "ي", 0x451: "е"}
_RUSSIAN: dict[str, str] = _WRITTEN["russian"]
_UNDECLINED = frozenset(_RUSSIAN["undeclined"].split())
_ADJECTIVES = tuple(_RUSSIAN["adjectives"].split())
_ENDINGS = frozenset(_RUSSIAN["cases"].split())
# This many words are remembered.
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True, eq=False)
class Country:
    """A State, a territory, a former State, or the European Union. There is one object of each.

    `iso2` and `iso3` are ISO 3166 codes (of part 3 for former States), `m49` the United Nations' three
    digits; empty if there is none. `standing` is `member` or `observer` of the United Nations, `state`
    (neither, but a State), `territory`, `former`, or `organization`. `names` holds the short names in the
    order of LANGUAGES, empty if the source has none.
    """

    iso3: str
    iso2: str
    m49: str
    standing: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The short name in English."""
        return self.names[0]

    @property
    def code(self) -> str:
        """The three letters, or what there is in their place."""
        return self.iso3 or self.iso2 or self.name


class Mention(NamedTuple):
    """A country named in a text, by code points: `text[start:end]`."""

    start: int
    end: int
    country: Country


@lru_cache(maxsize=4096)  # a report names the same States and bodies again and again
def find(name: str) -> Country | None:
    """The country of this name, however it is written: accents, case, articles, inversion, brackets."""
    words = [_fold(word) for word in _TOKEN.findall(name)]
    if name.isascii() and _table().words.isdisjoint(words):
        return None  # none of its words is a country's
    found = _table().names.get(_key(name, words))
    if found is None and (first := next(mentions(name), None)) is not None:
        before, after = name[: first.start], name[first.end :]
        if not _TOKEN.search(after) and all(_fold(word) in _JOINED for word in _TOKEN.findall(before)):
            return first.country  # declined, or with a prefix
    return found


def mentions(text: str, words: Words | None = None) -> Iterator[Mention]:
    """The countries named in a text, in order; the longest name where several begin at one place.

    `words` are the text's, where they are known already.
    """
    at = 0
    for match in _beginnings(text, words):
        if match.start() < at:
            continue  # within the name before
        for cut, branch in _BEGUN[match[0]]:
            hit = _longest(branch, text, match.end(), match[0].isupper())
            if hit is not None:
                at, country = hit
                if country is not None:
                    yield Mention(match.start() + cut, at, country)
                break


def _beginnings(text: str, words: Words | None) -> Iterable[re.Match[str]]:
    """The words of a text that may begin a name. Where a script has no capitals, any letter may."""
    starts = _table().starts
    if not text.isascii() and _NO_CAPITALS_THERE.search(text):
        return starts.finditer(text)
    words = words or Words(text)
    begun = compress(words.edges[::2], map(_BEGUN.__getitem__, words.words))
    return [match for start in begun if (match := starts.match(text, start))]


@dataclass(slots=True)
class _Branch:
    """What may follow the words of names so far, and whose name they are as a whole.

    `ends` are the names that end here, each with whether it counts in capitals only.
    """

    below: dict[str, _Branch] = field(default_factory=dict)
    ends: list[tuple[bool, Country | None]] = field(default_factory=list)


@dataclass(frozen=True)
class _Table:
    names: dict[tuple[str, ...], Country]
    words: frozenset[str]  # all words of all names
    root: _Branch
    starts: re.Pattern[str]


@cache
def _table() -> _Table:
    names: dict[tuple[str, ...], Country] = {}
    known: set[str] = set()
    root = _Branch()
    small: set[str] = set()
    for row in csv.DictReader(resources.read_text("countries.csv").splitlines()):
        country = None if row["standing"] == _NONE else _country(row)
        short = [row[language] for language in LANGUAGES]
        for name in filter(None, [*short, row["official"], *row["aliases"].split("|")]):
            words = [_fold(word) for word in _TOKEN.findall(name)]
            known.update(words)
            if country is not None:
                names.setdefault(_key(name, words), country)
            if f"{_ALONE}{name}" not in row["aliases"] and name[0] != _ALONE:
                _plant(root, name, words, country)
                if name[0].islower():
                    small.add(words[words[0] == "the"])
    starts = re.compile(rf"(?<![^\W_])(?:{_CAPITAL}|(?:{'|'.join(sorted(small))})(?![^\W_]))|{_NO_CAPITALS}")
    return _Table(names, frozenset(known), root, starts)


def _country(row: dict[str, str]) -> Country:
    return Country(
        row["iso3"],
        row["iso2"],
        row["m49"],
        row["standing"],
        tuple(row[language] for language in LANGUAGES),
    )


@lru_cache(maxsize=8192)
def _fold(word: str) -> str:
    """A word without case, accents and vowel marks; Cyrillic letters stay apart (й, и)."""
    if word.isascii():
        return word.lower()
    low = word.lower().translate(_MARKS)
    if _is_cyrillic(low):
        return low
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", low) if not unicodedata.combining(letter)
    )


def _is_cyrillic(folded: str) -> bool:
    """Whether a word is written in Cyrillic letters; one that has none left, like a lone tatweel, is not."""
    return "а" <= folded[:1] <= "я"


def _key(name: str, words: list[str]) -> tuple[str, ...]:
    """The words that tell a name, in no order: "Korea (Republic of)" is the Republic of Korea."""
    runs = _RUN.findall(name)
    return tuple(runs) if runs else tuple(sorted(word for word in words if word not in _ARTICLES))


def _plant(branch: _Branch, name: str, words: list[str], country: Country | None) -> None:
    for word in words[words[0] == "the" :]:
        branch = branch.below.setdefault(_stem(word), _Branch())
    branch.ends.append((name.isupper() and name.isascii(), country))


class _Begun(dict[str, Sequence[tuple[int, _Branch]]]):
    """The names that a word may begin, and where in it: of nearly all words there are none."""

    def __missing__(self, word: str) -> Sequence[tuple[int, _Branch]]:
        if len(self) == _REMEMBERED:
            self.clear()
        below = _table().root.below
        found: Sequence[tuple[int, _Branch]] = ()
        if word.isascii() and word.isalpha():
            if (branch := below.get(word.lower())) is not None:
                found = ((0, branch),)
        elif letters := _LETTERS.match(word):
            found = [(cut, below[form]) for cut, form in _first_words(letters[0]) if form in below]
        self[word] = found
        return found


_BEGUN = _Begun()


def _first_words(word: str) -> Iterator[tuple[int, str]]:
    """A word as it may begin a name, and where: as it is, without its ending, without Arabic's prefixes."""
    form = _fold(word)
    for whole in _forms(form):
        yield 0, whole
    for prefix in islice(_SIGNED.finditer(word), 2):
        if len(form) <= 3 or form[0] not in _PREFIXES:
            break
        form = "ال" + form[2:] if form.startswith("لل") else form[1:]
        yield prefix.end(), form


def _longest(branch: _Branch, text: str, end: int, capitals: bool) -> tuple[int, Country | None] | None:
    """Where the longest of the names ends whose first word ends at `end`, and whose it is."""
    best: tuple[int, Country | None] | None = None
    at, branches = end, [branch]
    while branches:
        fitting = [country for one in branches for only, country in one.ends if capitals or not only]
        best = (at, fitting[0]) if fitting else best
        below = [one.below for one in branches if one.below]
        if not below or (word := _NEXT.match(text, at)) is None:
            break
        at = word.end()
        forms = _forms(_fold(word[1]))
        branches = [names[form] for names in below for form in forms if form in names]
    if best is None or best[0] == end:
        return best
    at, country = best
    opened = not _OPENING.isdisjoint(text[end:at])
    return at + (opened and text[at : at + 1] in _CLOSING), country


def _stem(word: str) -> str:
    """A Russian name's word without its ending in the nominative; others as they are."""
    if not _is_cyrillic(word) or word in _UNDECLINED:
        return word
    if word.endswith(_ADJECTIVES):
        return word[:-2]
    return word[:-1] if word.endswith(("а", "я", "ь", "й", "ы", "ство")) else word


def _forms(word: str) -> tuple[str, ...]:
    """A word as it stands and, in Russian, what it may be without a case's ending."""
    if not _is_cyrillic(word):
        return (word,)
    return (word, *(word[:-size] for size in (1, 2, 3) if word[-size:] in _ENDINGS and len(word) > size + 2))
