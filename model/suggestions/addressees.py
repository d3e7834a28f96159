"""Whom a clause asks: the typed addressees in a stretch of text before or after the operative word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from model.labels import Addressee, Span
from model.suggestions.lexicon import Lexicon
from model.suggestions.naming import NOBODY, Asked, leading
from model.suggestions.organs import of_united_nations
from model.suggestions.phrases import Hit, Phrases
from model.suggestions.reading import Reading
from model.suggestions.wordlists import Actor

# A name further from the operative word than this belongs to another thought.
_REACH = 260
# "That" stands this near behind the verb which it belongs to.
_THAT_REACH = 91


_NOBODY_ELSE: Phrases[Actor] = Phrases(())
# The series of the human rights treaty bodies.
_TREATY_BODIES = frozenset({"cat", "ccpr", "ced", "cedaw", "cerd", "cmw", "crc", "crpd"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a document.

    `body` is its title and masthead in lower case, `front` what its first pages say of it. What sort of
    report it is: `review` (of a State by States), `oversight` (of an organization, on whose management
    recommendations fall), `resolution` (an organ's own), `parliament`, `analysis`, `guideline` (which says
    anywhere what should be), `accident`, `letter` (`addressed` to a principal organ), `verbatim` (everything
    is said by a speaker). `narrated`: it tells in the past tense what its body did. `whom` its
    recommendations are for, where its first pages say, or its kind: lists of issues ask a State.
    `national`: made inside a State, or by nobody's organ. `advising`: it speaks of recommendations
    somewhere. `article`: parted as studies are, into methods, results and their discussion.
    `governs`: it is a council's or committee's, whose organization its title may name.
    `reply`: it answers the recommendations of others, which it repeats. `symbol`: its own, in lower case.
    `strangers`: whom it asks by names that no table holds.
    """

    body: str = ""
    front: str = ""
    review: bool = False
    oversight: bool = False
    resolution: bool = False
    parliament: bool = False
    analysis: bool = False
    guideline: bool = False
    accident: bool = False
    letter: bool = False
    addressed: bool = False
    verbatim: bool = False
    narrated: bool = True
    whom: tuple[Addressee, ...] = ()
    national: bool = False
    advising: bool = True
    article: bool = False
    governs: bool = False
    reply: bool = False
    strangers: Phrases[Actor] = _NOBODY_ELSE
    symbol: str = ""

    @property
    def reviewed(self) -> Addressee:
        """On whom the recommendations of an oversight body fall."""
        return Addressee.NATIONAL_AUTHORITY if self.national else Addressee.MANAGEMENT

    @property
    def national_front(self) -> str | None:
        """What the first pages of a report made inside a State say of it; None for other reports."""
        return self.front if self.national else None

    def names(self, name: str, article: str) -> bool:
        """Whether a report's title or body has a name, which texts may write with an article ("المؤتمر")."""
        return name.removeprefix(article) in self.body

    def is_in_series_of(self, name: str) -> bool:
        """Whether a document symbol is of an organization's series: E/ICEF of UNICEF, DP of UNDP."""
        return any(len(part) > 1 and name in (part, f"un{part}") for part in self.symbol.split("/")[:2])

    @property
    def is_of_treaty_body(self) -> bool:
        """Whether a document is of a human rights treaty body, by its symbol (CRC/C/GC/27)."""
        return self.symbol.partition("/")[0] in _TREATY_BODIES

    def is_of(self, organ: str) -> bool:
        """Whether a principal organ reports, by its name or its second word ("the Executive Board")."""
        return self.body.startswith(organ) or self.body.split(" ", 2)[1:2] == [organ]


def before(reading: Reading, lexicon: Lexicon, start: int, verb: int) -> Asked:
    """The subject of a modal or passive clause: the nearest noun phrase before the verb that names somebody.

    A chunk between commas counts only where its first noun is the actor: in "measures by States should"
    nobody is asked.
    """
    start = after_that(reading, lexicon, max(start, verb - _REACH), verb)
    bounds = _chunks(reading, start, verb)
    for low, high in reversed(bounds):
        found = leading(reading, lexicon, low, high)
        if not found.types and (behind := _behind_that(reading, lexicon, low, high)):
            found = leading(reading, lexicon, behind, high)
        if found.types == (Addressee.OWN_BODY,) and _says_that(reading, lexicon, found.spans[-1], verb):
            # "the Group concurred that programmes must", "is of the view that the Agency should"
            return leading(reading, lexicon, _behind_that(reading, lexicon, low, high), high)
        if found.types == (Addressee.OWN_BODY,) and (anew := _anew(reading, lexicon, found.spans[-1], verb)):
            return leading(reading, lexicon, anew, high)
        if found.types:
            return _enumerated(reading, lexicon, start, low, found)
    return NOBODY


def _behind_that(reading: Reading, lexicon: Lexicon, low: int, high: int) -> int:
    """Where a clause begins behind the last "that" of a stretch; 0 where there is none."""
    ends = (end for start, end in reading.words_between(low, high) if reading.low[start:end] in lexicon.that)
    return max(ends, default=0)


def _says_that(reading: Reading, lexicon: Lexicon, body: Span, verb: int) -> bool:
    """Whether a body only says what a verb asks. What "we" say that should be asks nobody."""
    words = reading.words.words[reading.words.between(body.end, verb)]
    said = not lexicon.that.isdisjoint(words)
    return said and reading.low[body.start : body.end] not in lexicon.we


def _anew(reading: Reading, lexicon: Lexicon, body: Span, verb: int) -> int:
    """Where a clause begins behind a subject, as English leaves "that" out ("the Committee considers the bill
    should"): at an article without a preposition before it. 0 where none does.
    """
    if reading.low[body.start : body.end] in lexicon.we:
        return 0
    joined = lexicon.prepositions | lexicon.conjunctions
    for ahead, (low, high) in pairwise([body, *reading.words_between(body.end, verb)]):
        if reading.low[low:high] in lexicon.articles and reading.low[slice(*ahead)] not in joined:
            return low
    return 0


def after(reading: Reading, lexicon: Lexicon, start: int, end: int) -> Asked:
    """The object of a performative verb: the actors between the verb and what they are to do."""
    end = min(end, start + _REACH)
    first = reading.words_from(start, 1)
    if first and (
        reading.low[slice(*first[0])] in lexicon.called_for or _is_adverb(reading, lexicon, *first[0])
    ):
        start = first[0][1]  # "its call for all parties to", "insta firmemente al Gobierno"
    if lexicon.verb_first:
        start = _behind_verb(reading, lexicon, start)
    stop, last = end, ""
    for low, high in reading.words_between(start, end):
        word = reading.low[low:high]
        if word in lexicon.enders and last not in lexicon.conjunctions and _ends(reading, start, low):
            stop = low
            break
        last = word
    return leading(reading, lexicon, start, stop)


def further(reading: Reading, lexicon: Lexicon, verb: Span, end: int) -> Asked:
    """Whom further clauses ask that a verb governs ("recommends that A meet and that B pay")."""
    spots = reading.words_between(verb.start, end)
    words = [reading.low[low:high] for low, high in spots]
    own = sum(low < verb.end for low, _ in spots)
    if lexicon.that.isdisjoint(words[own - 1 : own + 1]):
        return NOBODY
    found = NOBODY
    for at in range(own + 1, len(words)):
        if words[at] in lexicon.that and words[at - 1] in lexicon.conjunctions:
            asked = leading(reading, lexicon, spots[at][1], end)
            found = Asked(found.types + asked.types, found.spans + asked.spans)
    return found


def _is_adverb(reading: Reading, lexicon: Lexicon, low: int, high: int) -> bool:
    """Whether a word ends as adverbs do, and is no name ("gouvernement")."""
    return reading.low.endswith(lexicon.adverb_endings, low, high) and not reading.actors_between(low, high)


def _behind_verb(reading: Reading, lexicon: Lexicon, start: int) -> int:
    """Past "that" and its verb, where verbs come first ("بأن تقوم الدولة الطرف"): its subject is asked."""
    spots = reading.words_from(start, 2)
    if len(spots) < 2 or reading.low[slice(*spots[0])] not in lexicon.that:
        return start
    subject = reading.subject_behind(spots[1][1])
    return spots[1][1] if subject is not None and subject.start == spots[1][1] + 1 else start


def agent(reading: Reading, lexicon: Lexicon, verb: int) -> Asked:
    """By whom something should be done, behind a passive verb ("data should be collected by all States")."""
    end = min(reading.sentence_end(verb), verb + _REACH)
    for low, high in reading.words_between(verb, end):
        if reading.low[low:high] in lexicon.through:
            found = leading(reading, lexicon, high, end)
            if found.types and not reading.low.startswith(_OWNING, found.spans[-1].end):
                return found
    return NOBODY


# "guided by States' obligations"
_OWNING = ("'", "’")


def _ends(reading: Reading, start: int, low: int) -> bool:
    """Whether a word stands behind a name, and in none."""
    names = [hit for hit in reading.actors if start <= hit.start < low]
    return bool(names) and names[-1].end <= low


def settle(asked: Asked, reading: Reading, lexicon: Lexicon, voice: Voice) -> Asked:
    """Types as they are meant in this document."""
    types: list[Addressee] = []
    for span in asked.spans:
        hits = [hit for hit in reading.actors if hit.start == span.start]
        for hit in hits:
            for kind in _typed(hit, reading, lexicon, voice):
                if kind not in types:
                    types.append(kind)
    return Asked(tuple(types) or asked.types, asked.spans)


def _typed(hit: Hit[Actor], reading: Reading, lexicon: Lexicon, voice: Voice) -> tuple[Addressee, ...]:
    words = reading.low[hit.start : hit.end]
    actor = hit.value
    if (
        voice.oversight
        and Addressee.UN_IGO in actor.types
        and _titled(reading.text[hit.start : hit.end], actor.proper, voice)
    ):
        return (Addressee.MANAGEMENT,)  # the organization under review
    if actor.sort == "principal" and _of_another(hit, reading, lexicon, voice):
        return (Addressee.UN_IGO,)
    name = reading.text[hit.start : hit.end]
    own = name.isupper() and (_in_title(words, voice) or voice.is_in_series_of(words))
    if voice.governs and actor.types == (Addressee.UN_IGO,) and own:
        return (Addressee.SECRETARIAT,)  # "the Council requested FAO to": of FAO's own Council
    if voice.accident and actor.types == (Addressee.MANAGEMENT,):
        return (Addressee.PRIVATE_SECTOR,)  # "the ship's managers"
    if actor.types == (Addressee.MEMBER_STATES,) and " " not in name and voice.is_of_treaty_body:
        return (Addressee.STATES_PARTIES,)  # "States" in a general comment
    if actor.types == (Addressee.NATIONAL_AUTHORITY,) and _of_a_state(hit, reading):
        return (Addressee.SPECIFIC_STATE,)
    last = name.rpartition(" ")[2]
    if actor.types == (Addressee.ALL_STAKEHOLDERS,) and last[0].isupper() and _in_title(last.lower(), voice):
        return (Addressee.STATES_PARTIES,)  # "all Parties" of their Conference
    if voice.parliament and actor.types and actor.sort in ("own", "principal"):
        return (Addressee.OWN_BODY,)
    if actor.sort == "principal" and words in voice.body and not voice.resolution:
        return (Addressee.OWN_BODY,) if voice.is_of(words) else actor.types
    return actor.types


def _of_a_state(hit: Hit[Actor], reading: Reading) -> bool:
    """Whether a State's adjective stands before its authorities ("the Ivorian authorities"): English alone
    writes it with a capital."""
    ahead = reading.text[reading.sentence(hit.start) : hit.start].split()[1:]
    named = reading.low[hit.start : hit.end] == "authorities" and reading.text[hit.start].islower()
    return named and bool(ahead) and ahead[-1].isalpha() and ahead[-1].istitle()


def _of_another(hit: Hit[Actor], reading: Reading, lexicon: Lexicon, voice: Voice) -> bool:
    """Whether a principal organ is the United Nations' in a report of somebody else's."""
    # the African Union's Peace and Security Council is no Security Council
    reporting = voice.body.replace("peace and security", "")
    return reading.low[hit.start : hit.end] not in reporting and of_united_nations(hit, reading, lexicon)


def meet_in(actor: Hit[Actor], name: str, voice: Voice) -> bool:
    """Whether a report is of those it names: "the Contracting Parties" of their meeting's."""
    return bool(_MEETING.intersection(actor.value.types)) and not voice.oversight and name in voice.body


_MEETING = frozenset({Addressee.STATES_PARTIES, Addressee.MEMBER_STATES})


def _in_title(name: str, voice: Voice) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", voice.body) is not None


def _titled(name: str, proper: bool, voice: Voice) -> bool:
    """Whether a report's title, masthead or first pages hold an organization's short name ("UNDP")."""
    known = name.isupper() or proper
    if known and f" {name.lower()} " in f"{voice.body} {voice.front} ":
        return True
    return " " in name and name.istitle() and _in_title(name.lower(), voice)  # "World Bank"


def _enumerated(reading: Reading, lexicon: Lexicon, start: int, low: int, found: Asked) -> Asked:
    """With the names before it, where the last of "A, B and C" was found: chunks that hold just a name."""
    if len(found.spans) < 2:
        return found
    types, spans = found.types, found.spans
    for before_low, before_high in reversed(_chunks(reading, start, max(start, low - 1))):
        earlier = leading(reading, lexicon, before_low, before_high)
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
