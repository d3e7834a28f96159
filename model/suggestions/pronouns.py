"""Whom a pronoun means that stands where a clause has whom it asks."""

from __future__ import annotations

from model.labels import Addressee, Span
from model.suggestions.naming import NOBODY, Asked
from model.suggestions.passives import acts_on_subject, is_passive
from model.suggestions.reading import Reading
from model.suggestions.subjects import is_subject, owns

# A body that asks opens its sentence, an article ahead.
_BODY = 4


def meant_by_subject(reading: Reading, start: int, verb: int) -> Asked:
    """Whom "it" before a modal means: whom the sentence before is about ("Accordingly, it must")."""
    lexicon = reading.lexicon
    subject = reading.words.words[reading.words.between(start, verb)]
    subject = [word for word in subject if word not in lexicon.determiners]
    if not start or not subject or not lexicon.it.issuperset(subject):
        return NOBODY
    opening = reading.sentence(start - 1)
    for actor in reading.actors_between(opening, start):
        if actor.value.types and is_subject(reading, actor, opening):
            return Asked(actor.value.types, (actor.span,))
    return NOBODY


def tells_it(reading: Reading, verb: Span) -> bool:
    """Whether a text begins with "it", and with nothing else before a modal that says what it is to do: not
    what is to be done to it, nor as in "il devrait y avoir", where it means nobody."""
    lexicon = reading.lexicon
    ahead = reading.words.within(0, verb.start)
    it = [word for word in reading.words.words[ahead] if word not in lexicon.joining]
    if not it or not (lexicon.it - lexicon.persons).issuperset(it) or is_passive(reading, verb.end):
        return False
    return not lexicon.expletive.find(reading.words, ahead) and not acts_on_subject(reading, verb.end)


def meant_behind(reading: Reading) -> tuple[Addressee, ...]:
    """Whom "it" means with which the next paragraph or item begins: whom the first sentence is about."""
    for actor in reading.actors_between(0, reading.first_end):
        if actor.value.types and is_subject(reading, actor, 0) and not owns(reading, actor):
            return () if actor.value.is_body else actor.value.types
    return ()


def meant_by_object(reading: Reading, start: int, verb: Span) -> Asked:
    """Whom a pronoun beside a verb that asks means ("commends the Secretary-General and requests him to").

    It is who the sentence, or the one before, names first, except the body that asks.
    """
    words = reading.words
    beside = slice(max(0, words.since(verb.start).start - 1), words.within(0, verb.end).stop + 1)
    if not reading.lexicon.them.find(words, beside):
        return NOBODY
    sentences = (start, reading.sentence(start - 1)) if start else (start,)
    for opening in sentences:
        for actor in reading.actors_between(opening, verb.start):
            if actor.value.types and actor.value.sort != "own" and actor.start - opening > _BODY:
                return Asked(actor.value.types, (actor.span,))
    return NOBODY
