"""Whose an organ is, by the name beside its own: "United Nations Security Council"."""

from __future__ import annotations

from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading
from model.suggestions.wordlists import Actor

# The United Nations stand among this many words beside their organ's name.
_NEAR = 4


def of_united_nations(organ: Hit[Actor], reading: Reading) -> bool:
    """Whether the United Nations are named right before an organ or after it ("Conseil de sécurité de
    l'ONU"), not in a longer name ("governing bodies of United Nations system organizations").
    """
    lexicon = reading.lexicon
    words, names = reading.words, lexicon.united_nations
    first = words.since(organ.start).start
    ahead = names.find(words, slice(max(0, first - _NEAR), first))
    if any(not reading.low[one.end : organ.start].strip() for one in ahead):
        return True
    small = lexicon.of | lexicon.nominal
    start = words.since(organ.end).start
    near = range(start, min(start + _NEAR, len(words.words)))
    at = next((spot for spot in near if words.words[spot] not in small), None)
    named = names.find(words, slice(at, at + 1)) if at is not None else []
    return bool(named) and not any(
        one.start == named[0].start and one.end > named[0].end for one in reading.actors
    )
