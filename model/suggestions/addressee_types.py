"""Which types of addressee a name stands for in the document at hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from model.labels import Addressee
from model.suggestions.naming import Asked
from model.suggestions.organs import of_united_nations
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading
from model.suggestions.voice import Genre, Voice
from model.suggestions.wordlists import Actor
from model.words import Words


def as_meant(asked: Asked, reading: Reading, voice: Voice) -> Asked:
    """Types as they are meant in this document."""
    starts = {span.start for span in asked.spans}
    hits = [hit for hit in reading.actors if hit.start in starts]
    types: list[Addressee] = []
    for at in reversed(range(len(hits))):
        typed = _typed(hits[at], reading, voice)
        if typed == (Addressee.SECRETARIAT,) and _is_one_of(hits[at:], reading):
            continue
        types[:0] = [kind for kind in typed if kind not in types]
    return Asked(tuple(types) or asked.types, asked.spans)


def _is_one_of(hits: Sequence[Hit[Actor]], reading: Reading) -> bool:
    """Whether the first of those asked is an office, and one of others after it ("OHCHR, UNITAR and other
    United Nations entities"); the Secretary-General is none of these."""
    lexicon = reading.lexicon
    name = reading.text[hits[0].start : hits[0].end]
    if not name.isupper() and lexicon.units.isdisjoint(reading.low_at(hits[0]).split()[:-1]):
        return False
    return any(
        Addressee.UN_IGO in other.value.types
        and lexicon.other.find(reading.words, reading.words.between(one.end, other.start))
        for one, other in pairwise(hits)
    )


def _typed(hit: Hit[Actor], reading: Reading, voice: Voice) -> tuple[Addressee, ...]:
    words = reading.low_at(hit)
    actor = hit.value
    if actor.sort == "principal" and (
        _of_another(hit, reading, voice) or _of_organization(hit, reading, voice)
    ):
        return (Addressee.UN_IGO,)
    name = reading.text[hit.start : hit.end]
    own = name.isupper() and (_in_title(words, voice) or voice.is_in_series_of(words))
    if actor.proper and Genre.OVERSIGHT in voice.genres and not voice.national and _in_title(words, voice):
        return (Addressee.MANAGEMENT,)  # "the Office", of a report on the accounts of one
    if voice.governs and actor.types == (Addressee.UN_IGO,) and own:
        return (Addressee.SECRETARIAT,)  # "the Council requested FAO to": of FAO's own Council
    if Genre.ACCIDENT in voice.genres and actor.types == (Addressee.MANAGEMENT,):
        if _is_of_a_flag(hit, reading):
            return (Addressee.SPECIFIC_STATE,)  # "the Administration of Norland", whose flag a ship flies
        return (Addressee.PRIVATE_SECTOR,)  # "the ship's managers"
    if actor.types == (Addressee.MEMBER_STATES,) and " " not in name and voice.is_of_treaty_body:
        return (Addressee.STATES_PARTIES,)  # "States" in a general comment
    if actor.types == (Addressee.NATIONAL_AUTHORITY,) and _are_a_state(hit, reading, voice):
        return (Addressee.SPECIFIC_STATE,)
    if actor.types == (Addressee.UN_IGO,) and _are_of_people(hit, reading):
        return (Addressee.CIVIL_SOCIETY,)
    if Genre.PARLIAMENT in voice.genres and _is_its_house(actor, words, reading, voice):
        return (Addressee.PARENT_BODY,)
    if Genre.PARLIAMENT in voice.genres and actor.sort in ("own", "principal"):
        return (Addressee.OWN_BODY,)
    if actor.sort == "principal" and words in voice.body and Genre.RESOLUTION not in voice.genres:
        return (Addressee.OWN_BODY,) if voice.is_of(words) else actor.types
    return actor.types


def _are_of_people(hit: Hit[Actor], reading: Reading) -> bool:
    """Whether organizations are those of some people, who stand before them in the plural ("fishers'
    organizations"): not "the system's organizations"."""
    whose = "".join(reading.ahead(hit.start)[-1:])
    plain = reading.text[hit.start].islower() and " " not in reading.low_at(hit)
    plural = whose.endswith(reading.lexicon.possessive) and not whose[-1].isalnum()
    return plain and plural


def _is_its_house(actor: Actor, name: str, reading: Reading, voice: Voice) -> bool:
    """Whether a committee asks the house of parliament that its own name holds ("the Senate")."""
    if actor.types != (Addressee.NATIONAL_AUTHORITY,) or not _in_title(name, voice):
        return False
    kinds = reading.lexicon.kinds.find(Words(name, reading.lexicon.cjk))
    return any(hit.value == Genre.PARLIAMENT for hit in kinds)


def _is_of_a_flag(hit: Hit[Actor], reading: Reading) -> bool:
    """Whether somebody is the office of a State by whose flag ships sail, with whose it is after it: not "the
    Management of Blue Ferries"."""
    office = reading.low_at(reading.words_between(hit.start, hit.end)[-1])
    whose = (reading.low_at(spot) in reading.lexicon.of for spot in reading.words_from(hit.end, 1))
    return office in reading.lexicon.flag_states and any(whose)


def _are_a_state(hit: Hit[Actor], reading: Reading, voice: Voice) -> bool:
    """Whether authorities are a State: its adjective stands before them ("the Ivorian authorities"), where a
    language writes it with a capital, or nothing does in a report on one State ("the authorities").
    """
    lexicon = reading.lexicon
    if reading.low_at(hit).rpartition(" ")[2] not in lexicon.authorities:
        return False
    said = reading.text[reading.sentence(hit.start) : hit.end].split()[:-1]
    if voice.on_state and said and said[-1].lower() in lexicon.articles:
        return True
    return len(said) > 1 and said[-1].istitle()


def _of_another(hit: Hit[Actor], reading: Reading, voice: Voice) -> bool:
    """Whether a principal organ is the United Nations' in a report of somebody else's."""
    lexicon = reading.lexicon
    name = re.escape(reading.low_at(hit))
    # "and" is part of a longer name: the African Union's Peace and Security Council
    joined = "".join(rf"(?<!\b{re.escape(word)} )" for word in lexicon.conjunctions)
    reports = re.search(joined + name, voice.body) is not None
    return not reports and of_united_nations(hit, reading)


def _of_organization(hit: Hit[Actor], reading: Reading, voice: Voice) -> bool:
    """Whether the name of an organization says whose an organ is: "the Assembly of the Seabed Authority", and
    where an organ asks others "the governing bodies of all organizations"."""
    named = reading.text[hit.start].isupper() or (voice.governs and not _in_title(reading.low_at(hit), voice))
    whose = reading.owner(hit) if named else None
    return whose is not None and whose.value.types == (Addressee.UN_IGO,)


def _in_title(name: str, voice: Voice) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", voice.body) is not None
