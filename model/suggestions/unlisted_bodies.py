"""Bodies that no table holds, found where they are asked: "recommends that ORVAK review", "Norvania should".

Whom a text asks has a name with capitals that stands right before a verb of asking, or right after one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from model.labels import Addressee, Span
from model.suggestions.asked_names import asked_names, is_attribute
from model.suggestions.called_names import called_names, calling
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit, Phrases
from model.suggestions.reading import Reading
from model.suggestions.voice import Genre, Voice
from model.suggestions.wordlists import Actor
from model.words import Words

_INITIALS = range(2, 11)
_ROMAN = re.compile(r"[IVXLC]+")
# A sentence's first word stands in its first characters, after a bracket or quotation mark.
_OPENS = 3
# "The GEF Secretariat" is not the GEF.
_GOES_ON = re.compile(r" (?=\w)[^a-z\d]")


class _Found(NamedTuple):
    """A name where somebody is asked. `told`: after it stands what only somebody does."""

    reading: Reading
    span: Span
    told: bool


def call_strangers(
    readings: Collection[Reading], headings: Iterable[str], lexicon: Lexicon, voice: Voice
) -> Phrases[Actor]:
    """Adds to each reading those whom the report asks by names that no table holds; gives these names."""
    if lexicon.cjk or lexicon.verb_first:
        return Phrases(())  # no capitals
    _settle_units(readings, voice)
    known: dict[str, Actor] = {}
    for found in chain(_asked(readings), _called(chain(calling(headings, lexicon), readings))):
        name = found.reading.low_at(found.span)
        if name in known:
            continue
        actor = _typed(found, lexicon, voice)
        if actor is None and found.told and not lexicon.inverts and _is_state(name, readings, lexicon):
            actor = _actor(_unknown(voice) if voice.national else Addressee.SPECIFIC_STATE)
        if actor is not None:
            known[name] = actor
    table = Phrases(known.items())
    for reading in readings if known else ():
        name_in(reading, table)
    return table


def name_in(reading: Reading, names: Phrases[Actor]) -> None:
    """Puts those into a reading whose names a report has that no table holds."""
    hits = [
        hit
        for hit in names.find(reading.words)
        if reading.text[hit.start].isupper()
        and not _GOES_ON.match(reading.text, hit.end)
        and not _known(reading, hit.span)
        and not is_attribute(reading, hit.end)
    ]
    if hits:
        reading.put_actors(hits)


def _settle_units(readings: Iterable[Reading], voice: Voice) -> None:
    """Says whose the departments and directorates are that tables hold as a State's or a management."""
    for reading in readings:
        for at, hit in enumerate(reading.actors):
            kinds = hit.value.types
            if len(kinds) == 1 and kinds[0] in _UNITS and _is_unit(reading, hit):
                reading.actors[at] = hit._replace(value=_actor(_unit(voice)))


def _is_unit(reading: Reading, hit: Hit[Actor]) -> bool:
    """Whether a name begins with a department's ("la Direction"), and with a capital."""
    lexicon = reading.lexicon
    for low, high in reading.words_between(hit.start, hit.end):
        if reading.low[low:high] not in lexicon.nominal:
            return reading.text[low].isupper() and reading.low[low:high] in lexicon.units
    return False


_UNITS = frozenset({Addressee.MANAGEMENT, Addressee.NATIONAL_AUTHORITY})


def _asked(readings: Iterable[Reading]) -> Iterator[_Found]:
    """The names of strangers where somebody is asked."""
    for reading in readings:
        for name, told in asked_names(reading):
            if not _known(reading, name):
                yield _Found(reading, name, told)


def _called(readings: Iterable[Reading]) -> Iterator[_Found]:
    """The names of strangers where somebody is called."""
    for reading in readings:
        for name in called_names(reading):
            if not _known(reading, name):
                yield _Found(reading, name, True)


def _known(reading: Reading, name: Span) -> bool:
    """Whether a table holds somebody in a name who can be asked: a "Director" is one who speaks."""
    return any(one.start < name.end and name.start < one.end and one.value.types for one in reading.actors)


def _typed(found: _Found, lexicon: Lexicon, voice: Voice) -> Actor | None:
    """Who it is whose name stands where somebody is asked; None if it may be no body at all."""
    reading, (low, high), told = found
    name = reading.text[low:high]
    if name.isupper() and name.isalnum() and len(name) in _INITIALS:
        numbered = reading.text[high : high + 5].strip().startswith(("No", "n°", "no."))
        if not told or numbered or _ROMAN.fullmatch(name):
            return None
        named = Genre.RESOLUTION in voice.genres and _has_article(reading, low)
        return _actor(Addressee.SPECIFIC_STATE if named else _unknown(voice))  # "the M23"
    if Genre.OVERSIGHT in voice.genres and name.casefold() in voice.body:
        return _actor(voice.reviewed)  # "the University", of a report on the accounts of one
    said = Words(name)
    head = _head(said, lexicon)
    kind = _kind(said, head, lexicon, voice)
    if kind is not None:
        return _actor(kind)
    if not told or said.words[head] in lexicon.things:
        return None
    if lexicon.inverts or len(said.words) == 1:
        return None  # all nouns have capitals in German
    return _actor(_unknown(voice))


def _is_state(name: str, readings: Collection[Reading], lexicon: Lexicon) -> bool:
    """Whether a word is a name of its own, as those of States are: with a capital in the middle of sentences,
    and nowhere without one or after an article.
    """
    if not name.isalpha() or name in lexicon.things or name in lexicon.it:
        return False
    within = False
    for reading in readings:
        if name not in reading.low:
            continue
        for match in re.finditer(rf"\b{name}\b", reading.low):
            if not reading.text[slice(*match.span())].istitle() or _has_article(reading, match.start()):
                return False
            within = within or match.start() - reading.sentence(match.start()) > _OPENS
    return within


def _has_article(reading: Reading, low: int) -> bool:
    return not reading.lexicon.articles.isdisjoint(reading.ahead(low)[-1:])


def _head(said: Words, lexicon: Lexicon) -> int:
    """Which of a name's words says what it is: "Directorate of Vessels", "Lake Rescue Service"."""
    within = lexicon.within_names - lexicon.conjunctions
    joined = (at for at, word in enumerate(said.words) if at and word in within)
    end = next(joined, len(said.words))
    return end - 1 if lexicon.attributes_first else 0


def _kind(said: Words, head: int, lexicon: Lexicon, voice: Voice) -> Addressee | None:
    """Who a body is by what its name calls it; None if that is not a usual name of bodies."""
    for table in (lexicon.heads, lexicon.offices):
        for hit in table.find(said):
            if hit.start <= said.edges[2 * head] < hit.end and hit.value.types:
                return hit.value.types[0]
        if said.words[head] in lexicon.units:
            elected = len(said.words) == 1 and voice.governs and bool(lexicon.routine.find(said))
            return Addressee.OWN_BODY if elected else _unit(voice)  # "the Bureau" of a conference
    return None


def _actor(kind: Addressee) -> Actor:
    return Actor("asked", (kind,))


def _unit(voice: Voice) -> Addressee:
    """Whose a department is: a State's, the organization's under review, or a secretariat's."""
    if voice.national or voice.whom == (Addressee.SPECIFIC_STATE,):
        return Addressee.NATIONAL_AUTHORITY
    return Addressee.MANAGEMENT if Genre.OVERSIGHT in voice.genres else Addressee.SECRETARIAT


def _unknown(voice: Voice) -> Addressee:
    """Who a body is whose name does not say it: one like those that reports of its kind ask."""
    if Genre.ACCIDENT in voice.genres:
        return Addressee.PRIVATE_SECTOR
    if voice.national or voice.whom == (Addressee.SPECIFIC_STATE,):
        return Addressee.NATIONAL_AUTHORITY
    return Addressee.MANAGEMENT if Genre.OVERSIGHT in voice.genres else Addressee.UN_IGO
