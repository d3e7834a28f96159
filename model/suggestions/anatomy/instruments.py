"""Instruments that a recommendation cites, with their names normalised.

Four ways, each with what it finds best: the table of instruments known by name in nine languages, numbered
references ("resolution 5/3", "paragraphs 8 and 9"), document symbols, and names by their capitals.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from model.labels import InstrumentKind, Span
from model.suggestions.anatomy.parts import Cited, Name, apart, overlap
from model.suggestions.anatomy.tables import REFERENCES, NameKind, Tables, instruments
from model.suggestions.reading import Reading
from model.symbols import SYMBOL, may_hold_symbols

# An organ whose resolution it is stands this near, in characters.
_ORGAN_REACH = 50
_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"\s+")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩–‑", "0123456789--")
# Abbreviations of instruments are not longer.
_SHORT = 8
# References that say little without what they are of.
_PARTIAL = (InstrumentKind.PARAGRAPH, InstrumentKind.ARTICLE, InstrumentKind.ANNEX, InstrumentKind.SECTION)


def names_in(reading: Reading, tables: Tables) -> list[Name]:
    """The instruments, beneficiaries and things that a text calls by names of the tables, in order."""
    found = []
    words = None if tables.language == "zh" else reading.words
    for start, end, code in tables.names.find(reading.text, words):
        sort, _, named = code.partition(":")
        found.append(Name(sort, named, Span(start, end)))
    return found


def cited_in(
    reading: Reading,
    tables: Tables,
    start: int,
    end: int,
    asked: Sequence[Span],
    verb: Span | None,
    names: Sequence[Name] | None = None,
) -> list[Cited]:
    """The instruments that are cited between two offsets, in order, each once.

    `asked` are the words that say whom the recommendation asks; `names` the names in the text, where they are
    known already.
    """
    names = names_in(reading, tables) if names is None else names
    known = list(_known(reading, tables, start, end, names))
    taken = [one.words for one in known]
    wholes = [one for one in _symbols(reading, start, end) if apart(taken, one.words)]
    taken += [one.words for one in wholes]
    numbered = [one for one in _numbered(reading, tables, start, end) if apart(taken, one.words)]
    taken += [one.words for one in numbered]
    for head in _by_capitals(reading, tables, start, end, verb):
        inside = [one for one in known if overlap(one.words, head.words)]
        if len(inside) == 1 and _belongs(inside[0].words, head.words):
            known.remove(inside[0])  # a protocol to a known convention
        elif inside or not apart(taken, head.words):
            continue
        if apart(asked, head.words):
            wholes.append(head)
    wholes += known
    found = sorted([*wholes, *_of_what(reading, tables, numbered, wholes)], key=lambda one: one.words)
    once: dict[str, Cited] = {}
    for one in found:
        once.setdefault(one.name, one)
    return list(once.values())


def _belongs(inner: Span, outer: Span) -> bool:
    return outer.start < inner.start and inner.end == outer.end


def _known(reading: Reading, tables: Tables, start: int, end: int, names: Sequence[Name]) -> Iterator[Cited]:
    vocabulary, kinds = instruments()
    for sort, code, words in names:
        if sort != NameKind.INSTRUMENT or words.start < start or words.end > end:
            continue
        if (
            tables.body
            and words.end - words.start <= _SHORT
            and tables.body.search(reading.low[: words.start])
        ):
            continue  # "the Committee on the CRC"
        yield Cited(kinds[code], vocabulary.label(code), words, "instrument known by name")


def _symbols(reading: Reading, start: int, end: int) -> Iterator[Cited]:
    if not may_hold_symbols(reading.text):
        return
    for match in SYMBOL.finditer(reading.text, start, end):
        symbol = match[0].rstrip(".")
        if _DIGIT.search(symbol):
            span = Span(match.start(), match.start() + len(symbol))
            yield Cited(InstrumentKind.DOCUMENT, symbol, span, "document symbol")


def _by_capitals(
    reading: Reading, tables: Tables, start: int, end: int, verb: Span | None
) -> Iterator[Cited]:
    if not any(map(reading.text.__contains__, tables.head_words)):
        return
    for match in tables.heads.finditer(reading.text, start, end):
        low, high = match.span()
        if verb is not None and verb.start <= low < verb.end < high:
            low = verb.end + 1  # "Ratify Optional Protocol": a capital because it opens
        name = _SPACE.sub(" ", reading.text[low:high]).strip("《》«»“” ")
        if not name or (_at_start(reading, low) and " " not in name):
            continue
        kind = tables.kind_of(name)
        if tables.language != "en" and len(name.split()) == 1 and (tables.language != "zh" or len(name) <= 3):
            name = kind.value.capitalize()  # "the Protocol", in whatever language
        yield Cited(
            kind, name if " " in name else name.removesuffix("s"), Span(low, high), "name by its capitals"
        )


def _at_start(reading: Reading, offset: int) -> bool:
    """Whether a sentence begins there: its first word has a capital anyway."""
    return reading.sentence(offset) == offset


def _numbered(reading: Reading, tables: Tables, start: int, end: int) -> Iterator[Cited]:
    if tables.numerals is not None and not tables.numerals.search(reading.text, start, end):
        return
    for match in tables.references.finditer(reading.text, start, end):
        name = match.lastgroup or ""
        reference = REFERENCES[name]
        numbers = list(tables.numbers[name].finditer(match[0], _digits_from(match[0], name, tables)))
        organ, begins = "", match.start()
        if reference.kind is InstrumentKind.RESOLUTION:
            organ, begins = _organ(reading, tables, *match.span())
        here = tables.here.match(reading.text, match.end(), end)
        elsewhere = here is None and _elsewhere(reading, tables, match, reference.kind)
        for place, number in enumerate(numbers):
            low = begins if not place else match.start() + number.start()
            last = place == len(numbers) - 1
            high = here.end() if here and last else match.end() if last else match.start() + number.end()
            said = _said(tables.reach.sub("-", number[0].strip()), reference.kind, tables)
            label = f"{organ} {reference.name} {said}".strip()
            words = Span(low, high)
            yield Cited(reference.kind, _SPACE.sub(" ", label), words, "numbered reference", elsewhere)


def _elsewhere(reading: Reading, tables: Tables, match: re.Match[str], kind: InstrumentKind) -> bool:
    """Whether a reference is to a part of another document: "of the report", "ibid., para. 7".

    A report says "above" or "below" of its own paragraphs.
    """
    return kind is InstrumentKind.PARAGRAPH or tables.of.match(reading.text, match.end()) is not None


def _said(number: str, kind: InstrumentKind, tables: Tables) -> str:
    """A reference's number as English prints it: annexes and sections have Roman numerals."""
    count = tables.ordinals.get(number)
    if count is None:
        return number.translate(_DIGITS)
    return str(count) if kind is InstrumentKind.ARTICLE or count > len(_ROMAN) else _ROMAN[count - 1]


def _digits_from(words: str, name: str, tables: Tables) -> int:
    """Where a reference's numbers begin: after its words, one of which may look like a number."""
    number = tables.first_number[name].search(words)
    return number.start("n") if number is not None else 0


def _organ(reading: Reading, tables: Tables, start: int, end: int) -> tuple[str, int]:
    """The organ whose resolution it is, named right before or right after, and where its words begin."""
    low = max(0, start - _ORGAN_REACH)
    ahead = tables.organs.find(reading.words, reading.words.within(low, start))
    if ahead and not reading.low[ahead[-1].end : start].strip(" '’s"):
        return ahead[-1].value, ahead[-1].start
    behind = tables.organs.find(reading.words, reading.words.within(end, end + _ORGAN_REACH))
    return (behind[0].value if behind and _near(reading, end, behind[0].start, 2) else ""), start


def _of_what(
    reading: Reading, tables: Tables, numbered: Sequence[Cited], wholes: Sequence[Cited]
) -> Iterator[Cited]:
    """Numbered references, with what they are of ("article 5 of the Convention")."""
    acts = [one for one in numbered if one.kind not in _PARTIAL]
    things = sorted([*wholes, *acts], key=lambda one: one.words)
    starts = [one.words.start for one in things]
    for place, one in enumerate(numbered):
        if one.kind not in _PARTIAL:
            yield one
            continue
        last = place
        while (
            last + 1 < len(numbered)
            and numbered[last + 1].kind is one.kind
            and (numbered[last + 1].words.start - numbered[last].words.end < 8)
        ):
            last += 1
        of = tables.of.match(reading.text, numbered[last].words.end)
        behind = bisect_left(starts, of.end()) if of else len(things)
        ahead = bisect_left(starts, one.words.start) - 1
        if of and behind < len(things) and _near(reading, of.end(), starts[behind], 4):
            yield one._replace(name=f"{one.name} of {things[behind].name}", elsewhere=True)
        elif ahead >= 0 and _right_before(reading, things[ahead], one):
            yield one._replace(name=f"{one.name} of {things[ahead].name}", elsewhere=True)
        else:
            yield one


def _right_before(reading: Reading, whole: Cited, part: Cited) -> bool:
    """Whether the whole is named first: "A/80/567, para. 19", "《公约》第五条"."""
    return not reading.text[whole.words.end : part.words.start].strip("》的, ")


def _near(reading: Reading, start: int, end: int, words: int) -> bool:
    """Whether little stands between two offsets: an organ's name, an article, no comma."""
    between = reading.low[start:end]
    return len(between.split()) <= words and "," not in between
