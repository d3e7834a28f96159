"""How far an action goes that a recommendation asks for, on the Universal Periodic Review's scale.

1 minimal (seek assistance, share), 2 continuing, 3 considering, 4 general (strengthen, take measures),
5 specific (ratify, adopt a law, establish). Independent of force: "are encouraged to ratify" asks weakly for
something specific. Source: the database of recommendations of the Universal Periodic Review by UPR Info.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from model.labels import Span
from model.suggestions.leads import bare_imperative
from model.suggestions.lexicon import Lexicon
from model.suggestions.reading import Reading

# What is to be done stands this near behind the operative word.
_REACH = 420
# A verb that is joined by "and" stands this near.
_NEXT = 30
# What has a verb of its own that says no degree ("Update the register") is specific.
_SPECIFIC = 5
# What is done to something stands so many words behind at most.
_NEAR = 14
# To go on with something, or to consider it.
_LESS = (2, 3)


class Act(NamedTuple):
    """An action's category, 1 to 5, and the words that give it."""

    category: int
    words: Span


def action_of(reading: Reading, lexicon: Lexicon, verb: Span | None) -> Act | None:
    """The category of the first action named behind the operative words, or of a text that opens with it."""
    if verb is None:
        return _first(reading, lexicon, 0, _REACH)
    own = verb.start, verb.end  # "Ratify the Convention": the operative words are the action
    behind = verb.end, verb.end + _REACH
    asks = any(hit.start == verb.start for hit in reading.asks)  # "encouraged to ratify"
    places = (behind, own) if asks else (own, behind)
    return next(filter(None, (_first(reading, lexicon, *place) for place in places)), None)


def _first(reading: Reading, lexicon: Lexicon, start: int, end: int) -> Act | None:
    first = _named(reading, lexicon, start, end)
    verb = bare_imperative(reading, lexicon, start)
    if (
        verb is not None
        and (first is None or verb.end <= first.words.start)
        and _acts(reading, lexicon, verb)
    ):
        return Act(_SPECIFIC, verb)
    if first is None:
        return _done(reading, lexicon, start)
    if first.category not in _LESS:
        return first
    # "continue and strengthen" asks for more than to go on, "consider and adopt" for more than to consider
    second = _named(reading, lexicon, first.words.end, first.words.end + _NEXT)
    joined = (
        second is not None
        and reading.low[first.words.end : second.words.start].strip() in lexicon.conjunctions
    )
    return second if joined else first


def _done(reading: Reading, lexicon: Lexicon, start: int) -> Act | None:
    """What is to be done to something ("that the manual be rewritten")."""
    spots = reading.words_from(start, _NEAR)
    for spot, (low, high) in pairwise(spots):
        if reading.low[slice(*spot)] in lexicon.be and reading.low.endswith(lexicon.participles, low, high):
            return Act(_SPECIFIC, Span(low, high))
    return None


def _acts(reading: Reading, lexicon: Lexicon, verb: Span) -> bool:
    """Whether a verb that opens a recommendation is what is to be done: no adverb, none that asks."""
    asks = any(hit.start == verb.start for hit in (*reading.asks, *reading.openers))
    asks = asks or reading.low[verb.start : verb.end] in lexicon.adverbs
    return not asks and not reading.low.endswith(lexicon.adverb_endings, verb.start, verb.end)


def _named(reading: Reading, lexicon: Lexicon, start: int, end: int) -> Act | None:
    hits = lexicon.actions.each(reading.words, reading.words.between(start, end))
    # "with the support of" names no action: a noun there, not a verb
    hit = next((hit for hit in hits if not _noun(reading, lexicon, hit.start)), None)
    return Act(int(hit.value), Span(hit.start, hit.end)) if hit is not None else None


def _noun(reading: Reading, lexicon: Lexicon, start: int) -> bool:
    if lexicon.cjk or lexicon.verb_first:
        return False
    ahead = reading.low[max(0, start - 30) : start].split()
    return not lexicon.nominal.isdisjoint(ahead[-1:])
