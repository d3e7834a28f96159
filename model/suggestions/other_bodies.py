"""Other bodies that a body asks: the one that it reports to, or a group below it."""

from __future__ import annotations

from model.labels import Addressee, Span
from model.suggestions.naming import NOBODY, Asked
from model.suggestions.reading import Reading


def another_body(reading: Reading, asked: Asked, verb: int, start: int) -> Asked | None:
    """Another body that a body asks: a panel the committee that it reports to, or a committee its group."""
    lexicon = reading.lexicon
    bodies = [one for one in reading.actors_between(start, verb) if one.value.sort == "own"]
    if asked.types != (Addressee.OWN_BODY,) or not bodies:
        return None
    asks, told = (reading.low_at(one) in lexicon.reported_to for one in (bodies[-1], asked.spans[0]))
    if asks is told:
        return None
    return asked._replace(types=(Addressee.PARENT_BODY,)) if told else asked


def reported_to(reading: Reading, verb: int) -> Asked:
    """A body right behind a verb in a case that no table of names has ("рекомендовала Комиссии")."""
    lexicon = reading.lexicon
    for spot in reading.words_from(verb, 1):
        if reading.low_at(spot) in lexicon.reported_to:
            return Asked((Addressee.OWN_BODY,), (Span(*spot),))
    return NOBODY


def others(asked: Asked) -> Asked:
    """Without the body itself: what it requests it requests of others ("trusts that it will be informed")."""
    if Addressee.OWN_BODY not in asked.types:
        return asked
    types = tuple(kind for kind in asked.types if kind is not Addressee.OWN_BODY)
    return Asked(types, asked.spans) if types else NOBODY
