"""Whom a clause asks: the typed addressees in a stretch of text before or after the operative word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from model.labels import Addressee, Span
from model.suggestions.lexicon import Actor, Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading

# A name further from the operative word than this belongs to another thought.
_REACH = 260
# "That" stands this near behind the verb which it belongs to.
_THAT_REACH = 91


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a document.

    `body` is its title and masthead in lower case, `front` what its first pages say of it. What sort of
    report it is: `review` (of a State by States), `oversight` (of an organization, on whose management
    recommendations fall), `resolution` (an organ's own), `parliament`, `analysis`, `accident`, `letter`
    (`addressed` to a principal organ), `verbatim` (everything is said by a speaker). `narrated`: it tells in
    the past tense what its body did. `whom` its recommendations are for, where its first pages say.
    `national`: made inside a State, or by nobody's organ. `advising`: it speaks of recommendations somewhere.
    `article`: parted as studies are, into methods, results and their discussion.
    """

    body: str = ""
    front: str = ""
    review: bool = False
    oversight: bool = False
    resolution: bool = False
    parliament: bool = False
    analysis: bool = False
    accident: bool = False
    letter: bool = False
    addressed: bool = False
    verbatim: bool = False
    narrated: bool = True
    whom: tuple[Addressee, ...] = ()
    national: bool = False
    advising: bool = True
    article: bool = False


class Asked(NamedTuple):
    """The addressees of a clause and the words that name them."""

    types: tuple[Addressee, ...]
    spans: tuple[Span, ...]


NOBODY = Asked((), ())


def before(reading: Reading, lexicon: Lexicon, start: int, verb: int) -> Asked:
    """The subject of a modal or passive clause: the nearest noun phrase before the verb that names somebody.

    A chunk between commas counts only where its first noun is the actor: in "measures by States should"
    nobody is asked.
    """
    start = after_that(reading, lexicon, max(start, verb - _REACH), verb)
    bounds = _chunks(reading, start, verb)
    for low, high in reversed(bounds):
        found = _leading(reading, lexicon, low, high)
        if found.types:
            return _enumerated(reading, lexicon, start, low, found)
    return NOBODY


def after(reading: Reading, lexicon: Lexicon, start: int, end: int) -> Asked:
    """The object of a performative verb: the actors between the verb and what they are to do."""
    end = min(end, start + _REACH)
    first = reading.words_from(start, 1)
    if first and reading.low[slice(*first[0])] in _CALLED_FOR:
        start = first[0][1]  # "its call for all parties to"
    stop, last = end, ""
    for low, high in reading.words_between(start, end):
        word = reading.low[low:high]
        if word in lexicon.enders and last not in _AND and _ends(reading, start, low):
            stop = low
            break
        last = word
    return _leading(reading, lexicon, start, stop)


def _ends(reading: Reading, start: int, low: int) -> bool:
    """Whether a word stands behind a name, and in none."""
    names = [hit for hit in reading.actors if start <= hit.start < low]
    return bool(names) and names[-1].end <= low


_CALLED_FOR = frozenset({"for", "à", "a", "к"})


def named(hit: Hit[Actor], voice: Voice, reading: Reading) -> tuple[Addressee, ...]:
    """An actor's types in this document: its own body is not its parent."""
    return _typed(hit, voice, reading)


def settle(asked: Asked, reading: Reading, voice: Voice) -> Asked:
    """Types as they are meant in this document."""
    types: list[Addressee] = []
    for span in asked.spans:
        hits = [hit for hit in reading.actors if hit.start == span.start]
        for hit in hits:
            for kind in _typed(hit, voice, reading):
                if kind not in types:
                    types.append(kind)
    return Asked(tuple(types) or asked.types, asked.spans)


def _typed(hit: Hit[Actor], voice: Voice, reading: Reading) -> tuple[Addressee, ...]:
    words = reading.low[hit.start : hit.end]
    actor = hit.value
    if (
        voice.oversight
        and Addressee.UN_IGO in actor.types
        and _titled(reading.text[hit.start : hit.end], voice)
    ):
        return (Addressee.MANAGEMENT,)  # the organization under review
    if voice.parliament and actor.types and actor.sort in ("own", "principal"):
        return (Addressee.OWN_BODY,)
    if actor.sort == "principal" and words in voice.body and not voice.resolution:
        return (Addressee.OWN_BODY,) if voice.body.startswith(words) else actor.types
    return actor.types


def meet_in(actor: Hit[Actor], name: str, voice: Voice) -> bool:
    """Whether a report is of those it names: "the Contracting Parties" of their meeting's."""
    return bool(_MEETING.intersection(actor.value.types)) and not voice.oversight and name in voice.body


_MEETING = frozenset({Addressee.STATES_PARTIES, Addressee.MEMBER_STATES})


def _titled(name: str, voice: Voice) -> bool:
    """Whether a report's title, masthead or first pages hold an organization's short name."""
    return name.isupper() and f" {name.lower()} " in f"{voice.body} {voice.front} "


def _enumerated(reading: Reading, lexicon: Lexicon, start: int, low: int, found: Asked) -> Asked:
    """With the names before it, where the last of "A, B and C" was found: chunks that hold just a name."""
    if len(found.spans) < 2:
        return found
    types, spans = found.types, found.spans
    for before_low, before_high in reversed(_chunks(reading, start, max(start, low - 1))):
        earlier = _leading(reading, lexicon, before_low, before_high)
        if not earlier.types or reading.low[earlier.spans[-1].end : before_high].strip():
            break
        types = earlier.types + tuple(kind for kind in types if kind not in earlier.types)
        spans = earlier.spans + spans
    return Asked(types, spans)


def after_that(reading: Reading, lexicon: Lexicon, start: int, verb: int) -> int:
    """Past what introduces a reported clause: "the Committee stressed that measures should" asks others."""
    for said in sorted([*reading.saying, *reading.deciding]):
        if said.end > verb:
            break
        if said.start < start:
            continue
        for low, high in reading.words_between(said.start, min(verb, said.end + _THAT_REACH)):
            if high <= verb and reading.low[low:high] in lexicon.that:
                start = high
                break
    return start


def _chunks(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between commas and other stops."""
    out, low = [], start
    for stop in _STOP.finditer(reading.low, start, end):
        if stop.start() > low:
            out.append((low, stop.start()))
        low = stop.end()
    out.append((low, end))
    return out


_STOP = re.compile("[,;:—–،؛，；：、]")


def _leading(reading: Reading, lexicon: Lexicon, start: int, end: int) -> Asked:
    """The actors at the head of a stretch, with what is joined to the first by commas and "and"."""
    actors = [hit for hit in reading.actors_between(start, end) if hit.value.types]
    if not actors:
        return NOBODY
    taken: list[Hit[Actor]] = []
    edge = start
    for hit in actors:
        gap = reading.words.words[reading.words.between(edge, hit.start)]
        allowed = lexicon.determiners
        if lexicon.cjk:
            if hit.start - edge > 12:
                break
        elif (
            any(word not in allowed for word in gap)
            and not _other_name(reading, edge, hit.start, gap, allowed)
            and not (taken and _listed(reading, edge, hit.start, gap))
        ):
            break
        if taken and not reading.low[edge : hit.start].strip():
            # a name right before another belongs to it: "JIU participating organizations"
            edge = hit.end
            if Addressee.MANAGEMENT in hit.value.types and taken[-1].value.sort == "asked":
                continue  # "the UNDP Administrator": another organization's head
            if taken[-1].value.sort == "own" or _UN in taken[-1].value.types:
                taken.pop()
        taken.append(hit)
        edge = hit.end
    types: list[Addressee] = []
    for hit in taken:
        types += [kind for kind in hit.value.types if kind not in types]
    return Asked(tuple(types), tuple(Span(hit.start, hit.end) for hit in taken))


# "The United Nations High Commissioner" is who comes last.
_UN = Addressee.UN_IGO


def _other_name(reading: Reading, start: int, end: int, gap: list[str], allowed: frozenset[str]) -> bool:
    """Whether what stands before a name is another that no table holds: "urges the DRC and Rwanda"."""
    strange = [word for word in gap if word not in allowed]
    return (
        len(strange) == 1
        and strange[0].upper() in reading.text[start:end]
        and len(strange[0]) > 1
        and any(word in _AND for word in gap)
    )


# Between two names may stand an aside of so many words.
_ASIDE = 10
_AND = frozenset({"and", "et", "y", "e", "и"})


def _listed(reading: Reading, start: int, end: int, gap: list[str]) -> bool:
    """Whether two names belong to one enumeration: little but commas and joining words between them."""
    if len(gap) <= _ASIDE and gap[-3:] == ["as", "well", "as"]:
        return True  # "enterprises, both transnational and others, as well as banks"
    return (
        len(gap) <= 4
        and ("," in reading.low[start:end] or "and" in gap or "as" in gap)
        and not ({"of", "in", "on", "by", "for"} & set(gap))
    )
