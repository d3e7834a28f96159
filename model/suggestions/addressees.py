"""Whom a clause asks: the typed addressees in a stretch of text before or after the operative word."""

from __future__ import annotations

import re
from itertools import pairwise

from model.labels import Addressee, Span
from model.suggestions.naming import NOBODY, Asked, leading
from model.suggestions.reading import Reading

# A name further from the operative word than this belongs to another thought.
_REACH = 260
# "That" stands this near after the verb which it belongs to.
_THAT_REACH = 91


def before(reading: Reading, start: int, verb: int) -> Asked:
    """The subject of a modal or passive clause: the nearest noun phrase before the verb that names somebody.

    A chunk between commas counts only where its first noun is the actor: in "measures by States should"
    nobody is asked.
    """
    start = after_that(reading, max(start, verb - _REACH), verb)
    if (described := _described(reading, start, verb)) is not None:
        return leading(reading, start, described)
    bounds = _chunks(reading, start, verb)
    for low, high in reversed(bounds):
        found = leading(reading, low, high)
        if not found.types and (behind := _behind_that(reading, low, high)):
            found = leading(reading, behind, high)
        if found.types == (Addressee.OWN_BODY,) and _says_that(reading, found.spans[-1], verb):
            # "the Group concurred that programmes must", "is of the view that the Agency should"
            return leading(reading, _behind_that(reading, low, high), high)
        if found.types == (Addressee.OWN_BODY,) and (anew := _anew(reading, found.spans[-1], verb)):
            return leading(reading, anew, high)
        if found.types and not _names_thing(reading, found.spans[-1], verb):
            return _enumerated(reading, start, low, found)
    return NOBODY


def _names_thing(reading: Reading, name: Span, verb: int) -> bool:
    """Whether a name only says whose a thing is that should be or do something ("the central bank law")."""
    lexicon = reading.lexicon
    words = reading.words.words[reading.words.between(name.end, verb)]
    while words and words[-1] in lexicon.adverbs:
        words.pop()
    closed = lexicon.prepositions | lexicon.conjunctions | lexicon.that
    return lexicon.attributes_first and not lexicon.things.isdisjoint(words[-1:]) and closed.isdisjoint(words)


def _described(reading: Reading, start: int, end: int) -> int | None:
    """Where the name ends with which a stretch opens, if a clause after it says which of them are meant
    ("Parties that are range, transit or consumer States should")."""
    lexicon = reading.lexicon
    first = next(iter(reading.actors_between(start, end)), None)
    if first is None or first.value.sort != "asked" or not first.value.types:
        return None
    ahead = reading.words.words[reading.words.between(start, first.start)]
    behind = reading.words_from(first.end, 1)
    plain = behind and reading.low[first.end : behind[0][0]] == " " and lexicon.determiners.issuperset(ahead)
    return first.end if plain and reading.low_at(behind[0]) in lexicon.relatives else None


def _behind_that(reading: Reading, low: int, high: int) -> int:
    """Where a clause begins after the last "that" of a stretch; 0 if there is none."""
    lexicon = reading.lexicon
    ends = (end for start, end in reading.words_between(low, high) if reading.low[start:end] in lexicon.that)
    return max(ends, default=0)


def _says_that(reading: Reading, body: Span, verb: int) -> bool:
    """Whether a body only says what a verb asks. What "we" say that should be asks nobody."""
    lexicon = reading.lexicon
    words = reading.words.words[reading.words.between(body.end, verb)]
    said = not lexicon.that.isdisjoint(words)
    return said and reading.low_at(body) not in lexicon.we


def _anew(reading: Reading, body: Span, verb: int) -> int:
    """Where a clause begins after a subject, as English leaves "that" out ("the Committee considers the bill
    should"): at an article without a preposition before it. 0 if none does.
    """
    lexicon = reading.lexicon
    if reading.low_at(body) in lexicon.we:
        return 0
    joined = lexicon.prepositions | lexicon.conjunctions
    for ahead, (low, high) in pairwise([body, *reading.words_between(body.end, verb)]):
        if reading.low[low:high] in lexicon.articles and reading.low_at(ahead) not in joined:
            return low
    return 0


def after(reading: Reading, start: int, end: int) -> Asked:
    """The object of a performative verb: the actors between the verb and what they are to do."""
    lexicon = reading.lexicon
    end = min(end, start + _REACH)
    first = reading.words_from(start, 1)
    if first and (reading.low_at(first[0]) in lexicon.called_for or _is_adverb(reading, *first[0])):
        start = first[0][1]  # "its call for all parties to", "insta firmemente al Gobierno"
    if lexicon.verb_first:
        start = _behind_verb(reading, start)
    stop, last = end, ""
    for low, high in reading.words_between(start, end):
        word = reading.low[low:high]
        if word in lexicon.enders and last not in lexicon.conjunctions and _ends(reading, start, low):
            stop = low
            break
        last = word
    return leading(reading, start, stop)


def opening_subject(reading: Reading, start: int = 0) -> Asked:
    """Who is to act in a clause that completes "recommends that:": the names with which it begins, if a word
    follows that may be their verb ("the Ministry of Lands reviews it").
    """
    lexicon = reading.lexicon
    found = leading(reading, start, reading.sentence_end(start))
    behind = reading.words_from(found.spans[-1].end, 1) if found.spans else []
    if not behind or reading.text[found.spans[-1].end : behind[0][0]] != " ":
        return NOBODY
    closed = lexicon.prepositions | lexicon.conjunctions | lexicon.things
    return NOBODY if reading.low_at(behind[0]) in closed else found


def further(reading: Reading, verb: Span, end: int) -> Asked:
    """Whom further clauses ask that a verb governs ("recommends that A meet and that B pay")."""
    lexicon = reading.lexicon
    spots = reading.words_between(verb.start, end)
    words = [reading.low[low:high] for low, high in spots]
    own = sum(low < verb.end for low, _ in spots)
    if lexicon.that.isdisjoint(words[own - 1 : own + 1]):
        return NOBODY
    found = NOBODY
    for at in range(own + 1, len(words)):
        if words[at] in lexicon.that and words[at - 1] in lexicon.conjunctions:
            asked = leading(reading, spots[at][1], end)
            found = Asked(found.types + asked.types, found.spans + asked.spans)
    return found


def _is_adverb(reading: Reading, low: int, high: int) -> bool:
    """Whether a word ends as adverbs do, and is not a name ("gouvernement")."""
    lexicon = reading.lexicon
    return reading.low.endswith(lexicon.adverb_endings, low, high) and not reading.actors_between(low, high)


def _behind_verb(reading: Reading, start: int) -> int:
    """Past "that" and its verb, where verbs come first ("بأن تقوم الدولة الطرف"): its subject is asked."""
    spots = reading.words_from(start, 2)
    if reading.lexicon.that.isdisjoint(reading.ahead(start)[-1:]):  # "that" may be of the verb's own words
        spots = spots[1:] if spots and reading.low_at(spots[0]) in reading.lexicon.that else []
    if not spots:
        return start
    subject = reading.subject_behind(spots[0][1])
    return spots[0][1] if subject is not None and subject.start == spots[0][1] + 1 else start


def agent(reading: Reading, verb: int) -> Asked:
    """Who is to act, in a passive clause ("data should be collected by all States")."""
    lexicon = reading.lexicon
    end = min(reading.sentence_end(verb), verb + _REACH)
    for low, high in reading.words_between(verb, end):
        if reading.low[low:high] in lexicon.through:
            found = leading(reading, high, end)
            if found.types and not reading.low.startswith(_OWNING, found.spans[-1].end):
                return found
    return NOBODY


# "guided by States' obligations"
_OWNING = ("'", "’")


def _ends(reading: Reading, start: int, low: int) -> bool:
    """Whether a word stands after a name, and in none."""
    names = [hit for hit in reading.actors if start <= hit.start < low]
    return bool(names) and names[-1].end <= low


def _enumerated(reading: Reading, start: int, low: int, found: Asked) -> Asked:
    """With the names before it, where the last of "A, B and C" was found: chunks that hold just a name."""
    if len(found.spans) < 2:
        return found
    types, spans = found.types, found.spans
    for before_low, before_high in reversed(_chunks(reading, start, max(start, low - 1))):
        earlier = leading(reading, before_low, before_high)
        if not earlier.types or reading.low[earlier.spans[-1].end : before_high].strip():
            break
        types = earlier.types + tuple(kind for kind in types if kind not in earlier.types)
        spans = earlier.spans + spans
    return Asked(types, spans)


def after_that(reading: Reading, start: int, verb: int) -> int:
    """Past what introduces a reported clause: "the Committee stressed that measures should" asks others."""
    lexicon = reading.lexicon
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
    """The stretches between commas and other stops."""
    out, low = [], start
    for stop in _STOP.finditer(reading.low, start, end):
        if stop.start() > low:
            out.append((low, stop.start()))
        low = stop.end()
    out.append((low, end))
    return out


_STOP = re.compile("[,;:—–،؛，；：、]")
