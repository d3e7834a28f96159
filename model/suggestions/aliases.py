"""Short names that a report gives itself: "the Standing Committee on Wells (SCoW)", "X Ltd (the operator)".

No table can hold them; where the long name says who it is, the short one means the same from there on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from model import countries
from model.labels import Addressee
from model.suggestions import wordlists
from model.suggestions.first_person import speaks_as_we
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Phrases
from model.suggestions.reading import Reading
from model.suggestions.voice import Genre, Voice
from model.suggestions.wordlists import Actor
from model.words import LONGEST_TEXT, Words

# The long name's head stands this near before the bracket, in characters.
_REACH = 60
# A report has few short names; more are a list of abbreviations.
_MOST = 200
_ROMAN = re.compile(r"[IVXLC]+$")
_NAME = re.compile(r"[\w’'&,.\-]+")
_STATE = Actor("asked", (Addressee.SPECIFIC_STATE,))
# A name of this many words is an organ's own on a cover, too.
_FULL = 4


def call_by_short_names(readings: Collection[Reading], lexicon: Lexicon, voice: Voice) -> None:
    """Adds to each reading the actors that it calls by a short name."""
    explained = _explained(readings, lexicon, voice)
    names = {**_bodies(readings, lexicon, voice), **_that_state(lexicon, voice), **explained}
    if not names:
        return
    table = Phrases(names.items(), lexicon.cjk)
    for reading in readings:
        if not any(map(reading.low.__contains__, names)):
            continue
        ends = {actor.start: actor.end for actor in reading.actors}
        more = {
            hit.start: hit
            for hit in table.find(reading.words)
            if ends.get(hit.start, hit.end) <= hit.end
            and not any(one.start < hit.start < one.end for one in reading.actors)
        }
        if more:
            kept = [actor for actor in reading.actors if actor.start not in more]
            reading.put_actors(list(more.values()), kept)


def _explained(readings: Iterable[Reading], lexicon: Lexicon, voice: Voice) -> dict[str, Actor]:
    """The short names in brackets after long ones that say who it is."""
    found: dict[str, Actor] = {}
    for reading in readings:
        if "(" not in reading.text:
            continue
        for match in lexicon.short_name.finditer(reading.text, 0, LONGEST_TEXT):
            short = match.group(1)
            if _ROMAN.match(short) or not any(c.isupper() for c in short[1:]):
                continue
            said = Words(short, lexicon.cjk)
            if lexicon.actors.find(said):
                continue  # a State's or an organization's name that is known anyway
            actor = _named(reading, match.start(), voice)
            if actor is not None and len(found) < _MOST:
                found.setdefault(said.low, actor)
    return found


def _that_state(lexicon: Lexicon, voice: Voice) -> dict[str, Actor]:
    """What may be one State or many, without a plural, in a report that is on one State alone."""
    named = {one.country for one in countries.mentions(voice.body)} if lexicon.numberless else set()
    alone = len(named) == 1 or _STATE.types == voice.whom
    return dict.fromkeys(lexicon.numberless, _STATE) if alone else {}


def _bodies(readings: Collection[Reading], lexicon: Lexicon, voice: Voice) -> dict[str, Actor]:
    """The bodies that a report calls by a word of their names ("the European Commission", "the Commission").

    Only where it is not of a body that is itself called this.
    """
    front = Words(f"{voice.body} {voice.front}").words
    words = lexicon.bodies if speaks_as_we(readings) else lexicon.bodies.difference(front)
    by_union = _of_unions(voice, lexicon)
    words |= by_union.keys()
    called = {word: [by_union[word]] if word in by_union else [] for word in words}
    for reading in readings if words else ():
        for actor in reading.actors:
            if actor.value.sort == "asked" and actor.end - actor.start > _LONG:
                name = reading.low_at(actor).split()
                for word in {name[0], name[-1]}.intersection(words) - by_union.keys():
                    called[word].append(actor.value)
    return {word: max(set(named), key=named.count) for word, named in called.items() if named}


def _of_unions(voice: Voice, lexicon: Lexicon) -> dict[str, Actor]:
    """The organs of a union of States that its reports call by one word, except the one that reports.

    The European Union's Commission and Council are organizations that Parliament and Court of Auditors ask;
    the Commission of the African Union and of ECOWAS is their secretariat (Constitutive Act, article 20;
    revised Treaty of ECOWAS, article 17).
    """
    said = " ".join(Words(f"{voice.body} {voice.front}").words)
    for names, organs, type_ in (
        (lexicon.union, lexicon.union_bodies, Addressee.REGIONAL_ORG),
        (lexicon.commissioned, lexicon.secretariats, Addressee.SECRETARIAT),
    ):
        if any(f" {name} " in f" {said} " for name in names):
            named = (organ for organ in organs if not _reports(organ, lexicon, voice))
            return dict.fromkeys(named, Actor("asked", (type_,)))
    return {}


def _reports(organ: str, lexicon: Lexicon, voice: Voice) -> bool:
    """Whether a report's title or masthead says that an organ reports ("Communication from the Commission"),
    or has one of a longer name ("Commission on Human and Peoples' Rights"); not a complaint "against the
    European Commission".
    """
    said, cover = (Words(text, lexicon.cjk) for text in (voice.body, voice.front))

    def says(templates: Iterable[str], where: Words) -> bool:
        named = wordlists.plain(template.replace("_", organ) for template in templates)
        return bool(Phrases(named, lexicon.cjk).find(where))

    full = (name for name in lexicon.reporting if len(name.split()) >= _FULL)
    return (says(lexicon.reporting, said) and not says(lexicon.accused, said)) or says(full, cover)


def _of_a_name(reading: Reading, start: int) -> bool:
    """Whether a name ends there which says before "of" what it is of, in languages where names go on so."""
    lexicon = reading.lexicon
    spots = reading.words_between(max(0, start - _REACH), start)[-2:]
    if lexicon.attributes_first or len(spots) < 2:
        return False
    return reading.text[spots[0][0]].isupper() and reading.low_at(spots[1]) in lexicon.of


# Names with another word beside a body's are longer.
_LONG = 10


def _named(reading: Reading, bracket: int, voice: Voice) -> Actor | None:
    """Whom the long name before a bracket names: the last head in it whose name goes on to the bracket."""
    lexicon = reading.lexicon
    last = reading.text[max(0, bracket - _REACH) : bracket].rstrip(" .").rpartition(" ")[2]
    if last in lexicon.legal_forms:
        return Actor("asked", (Addressee.PRIVATE_SECTOR,))
    near = [
        actor
        for actor in reading.actors_between(max(0, bracket - _REACH), bracket)
        if actor.value.sort != "state"  # "the Support Office in Haiti (UNSO)" is the Office
    ]
    if not near or near[-1].value.sort == "speaker":
        return None
    if near[-1].value.types == _STATE.types and _of_a_name(reading, near[-1].start):
        return None  # "Organismo Público Puertos del Estado (OPPE)"
    rest = reading.text[near[-1].end : bracket]
    following = _NAME.findall(rest)
    if following and following[0] not in lexicon.within_names:
        return None  # "the Management and Accountability Framework (MAF)" is not management
    goes_on = all(word[0].isupper() or word in lexicon.within_names for word in following)
    if not goes_on or any(stop in rest for stop in ",;:."):
        return None
    if near[-1].value.is_body:
        itself = (
            reading.low[near[-1].start : bracket].strip() in voice.body
            and Genre.OVERSIGHT not in voice.genres
        )
        return near[-1].value if itself else None  # else another body's short name
    return near[-1].value
