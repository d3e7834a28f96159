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


def _is_a_part(reading: Reading, name: Span) -> bool:
    """Whether a name is its officers', or has words with capitals ahead, except a sentence's first."""
    lexicon = reading.lexicon
    if lexicon.routine.find(reading.words, reading.words.between(name.start, name.end)):
        return True
    ahead = reading.words_between(reading.sentence(name.start), name.start)[1:]
    named = reading.text[name.start].isupper() and bool(ahead) and lexicon.attributes_first
    return named and reading.text[slice(*ahead[-1])].istitle() and reading.low_at(name) in lexicon.reported_to


def reported_to(reading: Reading, verb: int) -> Asked:
    """A body right after a verb in a case that no table of names has ("рекомендовала Комиссии")."""
    lexicon = reading.lexicon
    for spot in reading.words_from(verb, 1):
        if reading.low_at(spot) in lexicon.reported_to:
            return Asked((Addressee.OWN_BODY,), (Span(*spot),))
    return NOBODY


def others(reading: Reading, asked: Asked) -> Asked:
    """Without the body itself: what it requests it requests of others ("trusts that it will be informed"),
    or of a part of its own ("the Bureau", "the Paris Committee on Wells").
    """
    if Addressee.OWN_BODY not in asked.types or any(_is_a_part(reading, span) for span in asked.spans):
        return asked
    types = tuple(kind for kind in asked.types if kind is not Addressee.OWN_BODY)
    return Asked(types, asked.spans) if types else NOBODY
