"""How far an action goes that a recommendation asks for, on the Universal Periodic Review's scale.

1 minimal (seek assistance, share), 2 continuing, 3 considering, 4 general (strengthen, take measures),
5 specific (ratify, adopt a law, establish). Independent of force: "are encouraged to ratify" asks weakly for
something specific. Source: the database of recommendations of the Universal Periodic Review by UPR Info.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from model.labels import Span
from model.suggestions.imperatives import bare_imperative
from model.suggestions.reading import Reading

# What is to be done stands this near after the operative word.
_REACH = 420
# A verb that is joined by "and" stands this near.
_NEXT = 30
# After "by" an act is named at once, except an article or adverb.
_AT_ONCE = 14
# What has a verb of its own that says no degree ("Update the register") is specific.
_GENERAL, _SPECIFIC = 4, 5
# What is done to something stands this many words after that at most.
_NEAR = 14
# To go on with something, or to consider it.
_LESS = (2, 3)


class Act(NamedTuple):
    """An action's category, 1 to 5, and the words that give it."""

    category: int
    words: Span


def action_of(reading: Reading, verb: Span | None) -> Act | None:
    """The category of the first action named after the operative words, or of a text that opens with it."""
    if verb is None:
        return _first(reading, 0, _REACH)
    own = verb.start, verb.end  # "Ratify the Convention": the operative words are the action
    behind = verb.end, verb.end + _REACH
    ask = next((hit for hit in reading.asks if hit.start == verb.start), None)
    if ask is not None and ask.value.sort == "modal":
        last = _named(reading, *own)
        if last is not None and last.words.end == verb.end:
            return last  # "may consider adopting"
        if (given := _given(reading, verb)) is not None:
            return given
    asks = ask is not None  # "encouraged to ratify"
    places = (behind, own) if asks else (own, behind)
    return next(filter(None, (_first(reading, *place) for place in places)), None)


def _given(reading: Reading, verb: Span) -> Act | None:
    """An act whose words stand around a modal ("consideration should be given to")."""
    around = _named(reading, max(reading.sentence(verb.start), verb.start - _REACH), verb.start)
    return around if around is not None and around.words.end > verb.end else None


def _first(reading: Reading, start: int, end: int) -> Act | None:
    first = _named(reading, start, end)
    verb = bare_imperative(reading, start)
    if verb is not None and (first is None or verb.end <= first.words.start) and _acts(reading, verb):
        return Act(_SPECIFIC, verb)
    if first is None:
        return _done(reading, start)
    return _further(reading, first) or first


def _further(reading: Reading, first: Act) -> Act | None:
    """A second act that says more exactly what is to be done; None if the first says all.

    "Continue and strengthen" asks for more than to go on, "protect springs by adopting a law" for the law.
    """
    if first.category not in (*_LESS, _GENERAL):
        return None
    if _goes_on(reading, first.words.end):
        second = _named(reading, first.words.end, first.words.end + _NEXT)
        joined = second and _between(reading, first.words.end, second.words) in reading.lexicon.conjunctions
        if second and joined and (first.category in _LESS or second.category == _SPECIFIC):
            return second
    return _by_which(reading, first) if first.category == _GENERAL else None


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether "and" stands right after an act: most acts stand alone, and nothing more is looked for."""
    lexicon = reading.lexicon
    words = reading.words
    at: int = words.since(end).start
    return lexicon.cjk or (at < len(words.words) and words.words[at] in lexicon.conjunctions)


def _by_which(reading: Reading, first: Act) -> Act | None:
    """The specific act by which something general is to be done, in its sentence."""
    lexicon = reading.lexicon
    words = reading.words
    part = words.between(first.words.end, reading.sentence_end(first.words.end))
    if lexicon.means.isdisjoint(words.words[part]):
        return None
    for at in range(part.start, part.stop):
        if words.words[at] in lexicon.means:
            high = words.edges[2 * at + 1]
            act = _named(reading, high, high + _AT_ONCE)
            if act and act.category == _SPECIFIC and _is_how(reading, high, act.words):
                return act
    return None


def _is_how(reading: Reading, start: int, act: Span) -> bool:
    """Whether an act stands right after "by", adverbs aside; "by trained staff" does not count."""
    lexicon = reading.lexicon
    between = _between(reading, start, act).split()
    adverbs = all(word.endswith(lexicon.adverb_endings) or word in lexicon.nominal for word in between)
    first = reading.low_at(reading.words_from(act.start, 1)[0])
    return adverbs and not first.endswith(lexicon.participles)


def _between(reading: Reading, start: int, act: Span) -> str:
    return reading.low[start : act.start].strip()


def _done(reading: Reading, start: int) -> Act | None:
    """What is to be done to something ("that the manual be rewritten")."""
    lexicon = reading.lexicon
    spots = reading.words_from(start, _NEAR)
    for spot, (low, high) in pairwise(spots):
        if reading.low_at(spot) in lexicon.be and reading.low.endswith(lexicon.participles, low, high):
            return Act(_SPECIFIC, Span(low, high))
    return None


def _acts(reading: Reading, verb: Span) -> bool:
    """Whether a verb that opens a recommendation is what is to be done: no adverb, none that asks."""
    lexicon = reading.lexicon
    asks = any(hit.start == verb.start for hit in (*reading.asks, *reading.openers))
    asks = asks or reading.low_at(verb) in lexicon.adverbs
    return not asks and not reading.low.endswith(lexicon.adverb_endings, verb.start, verb.end)


def _named(reading: Reading, start: int, end: int) -> Act | None:
    hits = reading.lexicon.actions.each(reading.words, reading.words.between(start, end))
    # "with the support of" names no action: a noun there, not a verb
    hit = next((hit for hit in hits if not _noun(reading, hit.start, hit.end)), None)
    return Act(int(hit.value), hit.span) if hit is not None else None


def _noun(reading: Reading, start: int, end: int) -> bool:
    """Whether a verb's form is a noun there; with what belongs to it a noun is an act ("the adoption of")."""
    lexicon = reading.lexicon
    if lexicon.cjk or lexicon.verb_first or reading.low[start:end].rpartition(" ")[2] in lexicon.noun_of:
        return False
    ahead = reading.ahead(start)
    if reading.low.endswith(lexicon.infinitive, start, end) and not lexicon.into.isdisjoint(ahead[-1:]):
        return False  # in Portuguese "a" is an article too
    return not lexicon.nominal.isdisjoint(ahead[-1:])
