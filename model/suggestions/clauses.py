"""What asks in a text: its operative words, and whom they ask."""

from __future__ import annotations

from typing import Literal, NamedTuple

from model.labels import Force, Span
from model.suggestions.naming import Asked
from model.suggestions.passives import is_passive
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading
from model.suggestions.wordlists import Ask, AskSort

# A clause may say what is to be done with no word that asks.
ClauseSort = AskSort | Literal["imperative"]


class Clause(NamedTuple):
    """An asking clause: its force, its operative words, whom it asks."""

    force: Force
    verb: Span
    asked: Asked
    sort: ClauseSort


def operative_words(reading: Reading, hit: Hit[Ask]) -> Span:
    """The operative words, without the name that some contain ("fordert den Bund auf", and in Chinese)."""
    lexicon = reading.lexicon
    inside = [actor.start for actor in reading.actors if hit.start < actor.start < hit.end]
    end = len(reading.text[: min(inside, default=hit.end)].rstrip())
    for low, _ in reversed(reading.words_between(hit.start + 1, end) if inside else []):
        if not reading.low.startswith(lexicon.before_names, low):
            break
        end = len(reading.text[:low].rstrip())  # without the name's article
    return Span(hit.start, end)


def in_passive(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says what is to be done to something, and not by whom ("recommends that the list be
    published", "the list should be published")."""
    if clause.sort == "modal":
        return is_passive(reading, clause.verb.end)
    lexicon = reading.lexicon
    spots = reading.words_between(clause.verb.start, reading.sentence_end(clause.verb.end))
    words = [reading.low_at(spot) for spot in spots]
    that = next((at for at, word in enumerate(words) if word in lexicon.that), len(words))
    be = next((at for at, word in enumerate(words) if at > that and word in lexicon.be), 0)
    return bool(be) and "".join(words[be + 1 : be + 2]).endswith(lexicon.participles)
