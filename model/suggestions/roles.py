"""Which role a paragraph has: what settles it, else what weighs most."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from model.dates import says_when
from model.labels import Addressee, Force, Role, Span
from model.suggestions.clauses import Clause
from model.suggestions.deciding import decided_in, decides_too, notes_facts, undertakes
from model.suggestions.first_person import first_person
from model.suggestions.passives import is_passive
from model.suggestions.places import Place
from model.suggestions.reading import Reading, between, is_past
from model.suggestions.saying import says_that
from model.suggestions.sittings import papers_passed, sits_when
from model.suggestions.speakers import spoken
from model.suggestions.voice import Genre, Voice
from model.suggestions.weighing import (
    OPEN,
    SAYINGS,
    cues_of,
    in_passing,
    itself_told,
    sayings,
    small_signs,
    weigh,
)

# Where a body that says what it will do decides it; where it tells of itself it plans.
_ACTS = (Place.UNKNOWN, Place.RECOMMENDATIONS, Place.OBSERVATIONS, Place.RESOLUTION)
# Where what it adopts or elects is its session's business.
_DOES_BUSINESS = (*OPEN, Place.PROCEDURAL)
# Where nobody tells when the reported session was.
_NO_SITTING = (Place.STATEMENTS, Place.RESOLUTION)
# Where a reply answers what it repeats; its introduction tells of how it came about.
_ANSWERED = (Place.UNKNOWN, Place.RECOMMENDATIONS, Place.OBSERVATIONS)
# Where what a body asked on a day is what the report has to ask, or its session's business.
_TELLS_ASKING = (Place.RECOMMENDATIONS, Place.PROCEDURAL)
# What counts this much as back matter is nothing else.
_OTHER = 5.0
# A text in brackets, and the symbol of a meeting's record in it.
_BRACKETED = re.compile(r"[(（\[]([^()（）]{3,90})[)）\]]\.?")
_RECORD = re.compile(r"/(?:SR|PV|VR)[./ ]?\d")
# A reference in brackets has figures.
_REFERENCE = re.compile(r"[(（](?=[^)）]*\d)[^:;；：]{3,110}[)）]\.?")
SPOKEN = "speaker and verb of saying"
# A paragraph of so many sentences tells of one thing.
_BRIEF = 2
# A sentence has its verb of saying among this many words.
_SAYS = 12
# A cue of this weight settles that a paragraph is a session's business.
_FORMAL = 7.0
# In a procedural section, business weighs at least this much; below it a speaker's view is a view.
_BUSINESS = 9.5


class Verdict(NamedTuple):
    """A role, the words that gave it, how sure it is, and by which rule."""

    role: Role
    rule: str
    confidence: float
    spans: tuple[Span, ...] = ()


class _Case(NamedTuple):
    """A paragraph and what is known about it."""

    reading: Reading
    place: Place
    voice: Voice
    asking: list[Clause]
    follows: bool
    speaker: tuple[Span, ...] | None
    scores: defaultdict[Role, float]


def judge(
    reading: Reading, place: Place, voice: Voice, asking: list[Clause], follows: bool = False
) -> Verdict:
    """The role of a paragraph that is neither part of a resolution nor below a lead-in.

    `follows`: the paragraph before begins with the reporting body, which "it" may mean.
    """
    speaker = spoken(reading, voice, together=place is Place.RECOMMENDATIONS)
    scores = weigh(reading, place, voice, is_spoken=speaker is not None)
    case = _Case(reading, place, voice, asking, follows, speaker, scores)
    return _settled(case) or _done(case) or _weighed(case)


def _settled(case: _Case) -> Verdict | None:
    """The role from a section that holds nothing else, a formula, a session's business, or the speaker."""
    reading, place, scores = case.reading, case.place, case.scores
    if place is Place.OTHER:
        return Verdict(Role.OTHER, "section above", 0.9)
    if scores.get(Role.OTHER, 0.0) >= _OTHER:
        return Verdict(Role.OTHER, "formula", 0.8, cues_of(reading, Role.OTHER))
    if _names_a_record(reading):
        return Verdict(Role.PROCEDURAL, "where it is recorded", 0.8)
    if _refers(reading):
        return Verdict(Role.OTHER, "a reference in brackets", 0.75)
    formal = _unreported(case, formal_words(reading))
    brief = place is not Place.STATEMENTS or _sentences(reading) <= _BRIEF
    if formal and (_tells_on(reading) or _says_besides(reading, formal[-1])):
        return Verdict(Role.STATEMENT, "goes on with what was said", 0.7, sayings(reading))
    if not formal and place not in _NO_SITTING:
        told = sits_when(reading, case.voice) or papers_passed(reading)
        formal = (told,) if told is not None else ()
    if formal and brief and not any(clause.sort == "performative" for clause in case.asking):
        if (decided := _decided_before(case, formal[0].start)) is not None:
            return Verdict(Role.DECISION, "the body decides", 0.8, (decided,))
        return Verdict(Role.PROCEDURAL, "the session's business", 0.85, formal)
    speaker = case.speaker if not _asks_behind(case) else None
    if speaker is not None and _only_addresses(reading, speaker[-1]):
        return Verdict(Role.PROCEDURAL, "the session's business", 0.8, speaker)
    if speaker is not None and (place is not Place.PROCEDURAL or scores[Role.PROCEDURAL] < _BUSINESS):
        return Verdict(Role.STATEMENT, SPOKEN, 0.85, speaker)
    return None


def _decided_before(case: _Case, start: int) -> Span | None:
    """The words by which a body decided something, ahead of those of a session's business, which tell how
    ("The Council adopted the resolution by a recorded vote")."""
    reading = case.reading
    decided = decided_in(reading, case.voice, case.follows)
    if decided is None:
        cues = (hit for hit in reading.cues if hit.value.role is Role.DECISION)
        decided = next((hit.span for hit in cues if hit.value.weight >= _FORMAL), None)
    if decided is None or decided.end > start or notes_facts(reading, decided):
        return None
    said = reading.words.words[reading.words.between(decided.end, start)]
    return decided if reading.lexicon.decided.isdisjoint(said) else None  # "decided to hear the statements"


def _unreported(case: _Case, formal: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words of a session's business that stand ahead of what a speaker says, where one does ("The Chair
    said that the Committee had held its first meeting")."""
    reading = case.reading
    if case.speaker is None or case.place is Place.PROCEDURAL:
        return formal
    said = case.speaker[-1]
    behind = reading.words_from(said.end, 1)
    that = reading.low.endswith(reading.lexicon.that_behind, said.start, said.end) or (
        bool(behind) and reading.low_at(behind[0]) in reading.lexicon.that
    )
    return tuple(span for span in formal if span.start < said.end) if that else formal


def _names_a_record(reading: Reading) -> bool:
    """Whether a text is a bracket with the meeting at which something was done, or the record of it
    ("(225 EX/SR.5)", "(Sixth meeting, 5 February 2026)")."""
    bracket = _BRACKETED.fullmatch(reading.text.strip())
    if bracket is None or not reading.lexicon.finite.isdisjoint(reading.words.words):
        return False
    met = not reading.lexicon.sessions.isdisjoint(reading.words.words)
    return met or _RECORD.search(bracket[1]) is not None


def _refers(reading: Reading) -> bool:
    """Whether a text is a bracket with a reference and no sentence ("(Document GB.316/INS/12, para. 23.)",
    "(D 3063 / S 60 - 11/9/1973)")."""
    bracket = _REFERENCE.fullmatch(reading.text.strip())
    if bracket is None or not reading.lexicon.finite.isdisjoint(reading.words.words):
        return False
    return not (reading.asks or reading.deciding or reading.saying or reading.within_quotes(1))


def _only_addresses(reading: Reading, said: Span) -> bool:
    """Whether a text ends with the body to which somebody spoke, and no word of it is given ("At the same
    meeting, the President of the Council addressed the Forum (by video).")."""
    if len(reading.starts) > 1 or reading.low_at(said) not in reading.lexicon.addressing:
        return False
    body = next((one for one in reading.actors if one.start >= said.end and one.value.is_body), None)
    return body is not None and not reading.text[reading.past_bracket(body.end) :].strip(" .")


def _asks_behind(case: _Case) -> bool:
    """Whether the body asks in a sentence of its own after somebody's words ("Several delegations regretted
    the delay. The Committee requested the secretariat to", "Mrs X complains. We recommend that").
    """
    reading = case.reading
    for clause in case.asking:
        start = reading.sentence(clause.verb.start)
        if not start or clause.sort != "performative":
            continue
        first = next(iter(reading.actors_between(start, clause.verb.start)), None)
        if first is None or first.start - start > _OPENS or not first.value.is_body:
            continue
        told = any(ask.value.sort == "modal" for ask in between(reading.asks, first.end, clause.verb.start))
        ours = reading.low_at(first) in reading.lexicon.we or reading.low_at(first) in case.voice.body
        if ours and not told:
            return True
    return False


def _done(case: _Case) -> Verdict | None:
    """The role from what the body asks, decides or is going to do."""
    reading, place, voice = case.reading, case.place, case.voice
    procedural = case.scores.get(Role.PROCEDURAL, 0.0)
    if not case.voice.narrated or case.voice.national:
        told = _asked_before(case) if place not in _TELLS_ASKING else None
        if told is not None and all(c.verb.start <= told.start for c in case.asking):
            return Verdict(Role.BACKGROUND, "what was asked before", 0.7, (told,))
    if case.asking and _counts(reading, case.asking, place, voice, procedural):
        first = case.asking[0]
        sure = 0.9 if first.force > Force.OFFERS else 0.75
        return Verdict(Role.RECOMMENDATION, f"{first.sort} verb", sure, (first.verb,))
    decided = decided_in(reading, voice, case.follows, enacting=place is Place.RESOLUTION)
    if decided is not None and procedural < 13:
        if notes_facts(reading, decided) and not decides_too(reading, decided):
            return Verdict(Role.OBSERVATION, "takes note of what is so", 0.7, (decided,))
        return Verdict(Role.DECISION, "the body decides", 0.8, (decided,))
    if (
        place in _ACTS
        and Genre.REPLY not in voice.genres
        and (meant := undertakes(reading, voice)) is not None
    ):
        of_session = not reading.lexicon.sessions.isdisjoint(reading.words.words[:_SAYS])
        role = Role.PROCEDURAL if of_session else Role.DECISION  # "will hold its next session"
        return Verdict(role, "what the body is going to do", 0.7, (meant,))
    if (
        place in _DOES_BUSINESS
        and (adopted := decided_in(reading, voice, case.follows, business=True)) is not None
    ):
        return Verdict(Role.PROCEDURAL, "the session's business", 0.7, (adopted,))
    return None


def _asked_before(case: _Case) -> Span | None:
    """The words by which the first sentence tells what was asked before, after when or where it was ("In its
    report of 2021, the Board recommended", "En 2019 se recomendó"). What a meeting asked that a report tells
    of is asked in it."""
    reading, lexicon = case.reading, case.reading.lexicon
    first = next((ask for ask in reading.asks if ask.value.sort != "modal"), None)
    if first is None or first.start >= reading.first_end:
        return None
    opening = reading.words_from(0, 1)
    dated = bool(opening) and reading.low_at(opening[0]).isdecimal()  # "2021 wurde empfohlen"
    if not (dated or (opening and reading.low_at(opening[0]) in lexicon.prepositions)):
        return None
    words = reading.low_at(first).split()
    others = {word for word in words if not word.endswith(lexicon.past)}
    told = not others.issuperset(words) and lexicon.finite.isdisjoint(others - lexicon.having)
    told = told or not lexicon.was.isdisjoint(words)
    now = first.value.sort == "passive" and not lexicon.finite.isdisjoint(words)  # "sont invités"
    past = told or (is_past(reading, first.start) and not now)  # not "it is recommended", "il est recommandé"
    met = any(word in lexicon.sessions for word in reading.ahead(first.start))
    if not past or met or not says_when(reading.low, 0, first.start):
        return None
    return None if any(True for _ in lexicon.leaning.each(reading.words)) else first.span


def _weighed(case: _Case) -> Verdict:
    """The role with the most weight, small signs of a plain sentence included."""
    reading, scores = case.reading, case.scores
    small = small_signs(reading, case.place, case.voice)
    for sign in small:
        scores[sign.role] += sign.weight
    role = max(scores, key=lambda one: scores[one])
    ordered = sorted(scores.values(), reverse=True)
    margin = ordered[0] - (ordered[1] if len(ordered) > 1 else 0.0)
    answers = case.place in _ANSWERED or first_person(reading) or _of_who_answers(reading)
    if Genre.REPLY in case.voice.genres and answers and role in (Role.OBSERVATION, Role.BACKGROUND):
        return Verdict(Role.STATEMENT, "answers a recommendation", 0.75)
    spans = cues_of(reading, role)
    known = frozenset(span.start for span in spans)
    spans += tuple(
        sign.span for sign in small if sign.role is role and sign.span and sign.span.start not in known
    )
    if role is Role.BACKGROUND:
        spans = itself_told(reading) + spans
    elif role is Role.STATEMENT:
        spans += sayings(reading)
    rule = "words and section above" if spans else "section above"
    return Verdict(role, rule, min(0.95, 0.5 + margin / 12), spans[:6])


def _of_who_answers(reading: Reading) -> bool:
    """Whether a paragraph begins with a government or an authority, as a reply begins with whoever
    replies."""
    first = next(iter(reading.actors), None)
    return first is not None and first.start <= _OPENS and bool(_ANSWERING.intersection(first.value.types))


_ANSWERING = frozenset({Addressee.NATIONAL_AUTHORITY, Addressee.SPECIFIC_STATE})
# It is named in the first characters.
_OPENS = 4


def _tells_on(reading: Reading) -> bool:
    """Whether most sentences after the first continue what somebody said ("He recalled that ..."), or the
    second of three gives a speaker's words after an introduction ("Noting the delay, President Falk said
    that")."""
    behind = reading.starts[1:]
    said = sum(_says_on(reading, start) for start in behind)
    if len(behind) == _BRIEF and _quoted_after_comma(reading, behind[0]):
        return True
    return said >= min(SAYINGS, len(behind)) and 2 * said >= len(behind) > 0


def _quoted_after_comma(reading: Reading, start: int) -> bool:
    """Whether a sentence has a speaker after a comma, with at most a name behind the title, and a verb of
    saying with what is said."""
    for said in between(reading.saying, start, reading.sentence_end(start)):
        speaker = next((one for one in reversed(reading.actors_between(start, said.start))), None)
        if speaker is None or speaker.value.sort != "speaker" or not says_that(reading, said):
            continue
        name = reading.text[speaker.end : said.start].split()
        if len(name) <= _BRIEF and all(word[0].isupper() for word in name):
            return "," in reading.text[start : speaker.start]
    return False


def _says_besides(reading: Reading, formal: Span) -> bool:
    """Whether whoever opens an item says something with it ("introduced the item and explained that")."""
    lexicon = reading.lexicon
    spots = reading.words_from(formal.end, 2)
    if len(spots) < 2 or reading.low_at(spots[0]) not in lexicon.conjunctions:
        return False
    said = next((hit for hit in reading.saying if hit.start == spots[1][0]), None)
    if said is None or any(hit.start == said.start for hit in reading.deciding):
        return False
    behind = reading.words_from(said.end, 1)
    return reading.low.endswith(lexicon.that_behind, said.start, said.end) or (
        bool(behind) and reading.low_at(behind[0]) in lexicon.that
    )


def _says_on(reading: Reading, start: int) -> bool:
    """Whether a sentence has a speaker, or a word for one, before a verb of saying among its first words."""
    lexicon = reading.lexicon
    spots = reading.words_from(start, _SAYS)
    verb = next(iter(between(reading.saying, start, spots[-1][1])), None) if spots else None
    if verb is None or reading.low_at(verb) in lexicon.doing:
        return False
    first = reading.low_at(spots[0])
    if first in lexicon.it or first in lexicon.persons:
        return True
    return any(one.value.sort == "speaker" for one in reading.actors_between(start, verb.start))


def _sentences(reading: Reading) -> int:
    """How many sentences a paragraph has; parts divided by a semicolon count as one ("made by Ms. A; Mr.
    B")."""
    return sum(not reading.text[:start].rstrip().endswith((";", "；", "؛")) for start in reading.starts)


def formal_words(reading: Reading) -> tuple[Span, ...]:
    """The words of the first sentence that tell of a session's business, whatever is said around them."""
    end = min(reading.starts[1], 300) if len(reading.starts) > 1 else len(reading.text)
    return tuple(
        hit.span
        for hit in reading.cues
        if hit.value.role is Role.PROCEDURAL
        and hit.value.weight >= _FORMAL
        and hit.start < end
        and not in_passing(reading, hit.start, Role.PROCEDURAL)
    )


def _says_must(reading: Reading, clause: Clause) -> bool:
    """Whether a body says itself what must be done ("The Committee stresses that efforts must be made")."""
    start = reading.sentence(clause.verb.start)
    first = next(iter(reading.actors_between(start, clause.verb.start)), None)
    if first is None or first.value.sort != "own" or first.start - start > _OPENS:
        return False
    lexicon = reading.lexicon
    said = (hit.start for hit in reading.saying if first.end < hit.start < clause.verb.start)
    itself = any(lexicon.was.isdisjoint(reading.ahead(verb)[-1:]) for verb in said)  # not "was told that"
    return itself and is_passive(reading, clause.verb.end)


def _counts(reading: Reading, asking: list[Clause], place: Place, voice: Voice, procedural: float) -> bool:
    """Whether asking clauses make a recommendation in this section."""
    strong = any(clause.sort != "modal" for clause in asking)
    if not strong and place is not Place.RECOMMENDATIONS:
        # "must" of nobody finds; where it asks it says whom, or the body says it
        asking = [
            one
            for one in asking
            if one.force is not Force.REQUIRES or one.asked.types or _says_must(reading, one)
        ]
        if not asking:
            return False
    if place is Place.PROCEDURAL:
        return any(clause.sort == "performative" for clause in asking) and procedural < 11
    if place is Place.STATEMENTS:
        return any(clause.sort == "performative" for clause in asking)
    if Genre.ACCIDENT in voice.genres and place in (Place.UNKNOWN, Place.BACKGROUND, Place.OBSERVATIONS):
        return strong
    if place is Place.BACKGROUND and Genre.GUIDELINE not in voice.genres:
        asking = [clause for clause in asking if clause.force in (Force.OFFERS, Force.RECOMMENDS)]
        # "To close these gaps, the Code should be amended"
        means = not reading.lexicon.purpose.isdisjoint(reading.words.words[:1])
        return strong or means or any(clause.asked.types for clause in asking)
    return strong or any(clause.force > Force.OFFERS or clause.asked.types for clause in asking)
