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
    if actor.proper and Genre.OVERSIGHT in voice.genres and _is_reviewed(actor, words, voice):
        return (Addressee.MANAGEMENT,)  # "the Office", of a report on the accounts of one
    if voice.governs and actor.types == (Addressee.UN_IGO,) and own:
        return (Addressee.SECRETARIAT,)  # "the Council requested FAO to": of FAO's own Council
    if Genre.ACCIDENT in voice.genres and actor.types == (Addressee.MANAGEMENT,):
        if _is_of_a_flag(hit, reading):
            return (Addressee.SPECIFIC_STATE,)  # "the Administration of Norland", whose flag a ship flies
        return (Addressee.PRIVATE_SECTOR,)  # "the ship's managers"
    if words in reading.lexicon.chief_officers and _REVIEWS.isdisjoint(voice.genres) and not voice.national:
        return (Addressee.SECRETARIAT,)  # "Requests the Executive Director to"
    if actor.types in _STATES and _are_few(hit, reading):
        return (Addressee.SPECIFIC_STATE,)
    if actor.types == (Addressee.MEMBER_STATES,) and " " not in name and voice.is_of_treaty_body:
        return (Addressee.STATES_PARTIES,)  # "States" in a general comment
    if actor.types == (Addressee.NATIONAL_AUTHORITY,) and _are_a_state(hit, reading, voice):
        return (Addressee.SPECIFIC_STATE,)
    of_reviewed = Genre.OVERSIGHT in voice.genres and not voice.national
    if of_reviewed and actor.types == (Addressee.NATIONAL_AUTHORITY,) and _is_a_unit(words, reading):
        return (Addressee.MANAGEMENT,)  # "Area departments"
    if actor.types in _HEADS and _is_of_a_company(hit, reading):
        return (Addressee.PRIVATE_SECTOR,)
    last = name.rpartition(" ")[2]
    if actor.types == (Addressee.ALL_STAKEHOLDERS,) and last[0].isupper() and _in_title(last.lower(), voice):
        return (Addressee.STATES_PARTIES,)  # "all Parties" of their Conference
    if actor.types == (Addressee.OWN_BODY,) and actor.proper and _goes_on(hit, reading):
        return (Addressee.SECRETARIAT,)  # "the Bureau of Statistics"
    if actor.types == (Addressee.UN_IGO,) and _are_of_people(hit, reading):
        return (Addressee.CIVIL_SOCIETY,)
    if Genre.PARLIAMENT in voice.genres and _is_its_house(actor, words, reading, voice):
        return (Addressee.PARENT_BODY,)
    if Genre.PARLIAMENT in voice.genres and actor.types and actor.sort in ("own", "principal"):
        return (Addressee.OWN_BODY,)
    if voice.serves and actor.sort == "own" and actor.types == (Addressee.OWN_BODY,) and not actor.proper:
        return (Addressee.PARENT_BODY,)  # "The Working Group may wish to", of a note for it
    if actor.sort == "principal" and words in voice.body and Genre.RESOLUTION not in voice.genres:
        return (Addressee.OWN_BODY,) if voice.is_of(words) else actor.types
    return actor.types


# Who writes these reviews somebody, whose head is the management; else an organ asks its own chief officer.
_REVIEWS = frozenset({Genre.OVERSIGHT, Genre.ACCIDENT, Genre.ANALYSIS, Genre.PARLIAMENT})
# Who heads an office may head a company.
_HEADS = ((Addressee.NATIONAL_AUTHORITY,), (Addressee.MANAGEMENT,))
# A company's name has so many words.
_A_COMPANY = 7


def _is_of_a_company(hit: Hit[Actor], reading: Reading) -> bool:
    """Whether a company's name says whose head is meant ("the Chief Executive of Blue Ferries Limited")."""
    lexicon = reading.lexicon
    spots = [*reading.words_between(hit.start, hit.end)[-1:], *reading.words_from(hit.end, 1 + _A_COMPANY)]
    of = next((at for at, spot in enumerate(spots[:2]) if reading.low_at(spot) in lexicon.of), None)
    if of is None:
        return False
    forms = {form.lower() for form in lexicon.legal_forms}
    for spot in spots[of + 1 :]:
        if not reading.text[spot[0]].isupper() and reading.low_at(spot) not in lexicon.within_names:
            return False
        if reading.low_at(spot) in forms:
            return True
    return False


def _goes_on(hit: Hit[Actor], reading: Reading) -> bool:
    """Whether a name is only the first word of a longer one ("Bureau of Statistics"): a word with a capital
    follows after "of" or the like, without an article."""
    spots = reading.words_from(hit.end, 2)
    if len(spots) < len(("of", "Statistics")) or reading.text[hit.end] != " ":
        return False
    small = reading.lexicon.within_names - reading.lexicon.conjunctions
    return reading.low_at(spots[0]) in small and reading.text[spots[1][0]].isupper()


def _are_of_people(hit: Hit[Actor], reading: Reading) -> bool:
    """Whether organizations are those of some people, who stand before them in the plural ("fishers'
    organizations"): not "the system's organizations", nor "Governments' agencies"."""
    whose = "".join(reading.ahead(hit.start)[-1:])
    plain = reading.text[hit.start].islower() and " " not in reading.low_at(hit)
    plural = whose.endswith(reading.lexicon.possessive) and not whose[-1].isalnum()
    near = hit.start - len("’ ")
    return plain and plural and not any(one.start < near <= one.end for one in reading.actors)


def _is_its_house(actor: Actor, name: str, reading: Reading, voice: Voice) -> bool:
    """Whether a committee asks the house of parliament that its own name holds ("the Senate")."""
    if actor.types != (Addressee.NATIONAL_AUTHORITY,) or not _in_title(name, voice):
        return False
    kinds = reading.lexicon.kinds.find(Words(name, reading.lexicon.cjk))
    return any(hit.value == Genre.PARLIAMENT for hit in kinds)


def _is_of_a_flag(hit: Hit[Actor], reading: Reading) -> bool:
    """Whether somebody is the office of a State by whose flag ships sail, with the State's name after it: not
    "the Management of Blue Ferries"."""
    lexicon = reading.lexicon
    office = reading.words_between(hit.start, hit.end)[-1]
    behind = reading.words_from(hit.end, 3)
    whose = bool(behind) and reading.low_at(behind[0]) in lexicon.of
    name = next((spot for spot in behind[1:] if reading.low_at(spot) not in lexicon.nominal), None)
    if reading.low_at(office) not in lexicon.flag_states or not whose or name is None:
        return False
    return reading.text[office[0]].isupper() and reading.text[name[0]].isupper()


def _is_reviewed(actor: Actor, name: str, voice: Voice) -> bool:
    """Whether a report is on what one general word names: its title has it, or, where an organization's own
    office reports, its first pages ("Evaluation Office", "for the Fund for Wells")."""
    if not voice.national:
        return _in_title(name, voice)
    return actor.types == (Addressee.UN_IGO,) and _holds(voice.front, name)


def _is_a_unit(name: str, reading: Reading) -> bool:
    """Whether a name is just a word for parts of an organization, in the singular or plural."""
    return not reading.lexicon.units.isdisjoint((name, name.removesuffix("s")))


def _are_few(hit: Hit[Actor], reading: Reading) -> bool:
    """Whether States are some that a report has spoken of: a small number before them, after an article
    where a language has one ("the four Parties", not "all Parties", nor "four Parties")."""
    lexicon = reading.lexicon
    ahead = reading.ahead(hit.start)[-2:]
    if not ahead or ahead[-1] not in lexicon.few:
        return False
    before = lexicon.nominal if lexicon.attributes_first else lexicon.determiners  # "aux quatre Parties"
    return not lexicon.before_names or not before.isdisjoint(ahead[:-1])


_STATES = ((Addressee.MEMBER_STATES,), (Addressee.STATES_PARTIES,))


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
    return len(said) > 1 and said[-1].isalpha() and said[-1].istitle() and reading.text[hit.start].islower()


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
    return _holds(voice.body, name)


def _holds(text: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text) is not None
