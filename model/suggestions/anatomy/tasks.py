"""What is to be done: the words after the operative ones, without whom they ask and hedges at the end."""

from __future__ import annotations

from collections.abc import Sequence

from model.labels import Force, Span
from model.suggestions.anatomy.tables import Tables
from model.suggestions.finding import Frame
from model.suggestions.reading import Reading

_ENDS = " \n\t,;:.،؛。；，：…–-"
# A relative clause about whom a clause asks, and a name that no table holds, are not longer, in words.
_RELATIVE = 40
_NAME = 6
# "(a)", "(iii)": a list that runs on in the sentence.
_ENUMERATOR = 3


def task_of(reading: Reading, tables: Tables, frame: Frame, end: int, hedges: Sequence[Span]) -> Span | None:
    """The words that say what is to be done, up to `end`; None if a lead-in leaves them to its items."""
    start = _behind_whom(reading, frame.start)
    if frame.verb is not None:
        start = _behind_verb(reading, tables, frame, frame.verb, end, hedges)
    lead = tables.before_verb if frame.sort in ("lead", "imperative") else tables.task_lead
    start = _past_lead(reading, lead, start, end, [] if frame.sort == "imperative" else hedges)
    end = _trimmed(reading, tables, start, end, hedges)
    said = any(letter.isalpha() for letter in reading.text[start:end])
    return Span(start, end) if said else None


def _behind_whom(reading: Reading, start: int) -> int:
    """After "that" and whom it asks, where a listed recommendation opens like this ("That Algeria
    ratify")."""
    lexicon = reading.lexicon
    opening = reading.words_from(start, 1)
    if not opening or reading.low_at(opening[0]) not in lexicon.that:
        return start
    that = opening[0][1]
    named = next((actor for actor in reading.actors if actor.start >= that), None)
    between = reading.low[that : named.start].split() if named is not None else []
    if named is None or any(word not in lexicon.determiners for word in between):
        return that
    return named.end


def _behind_verb(
    reading: Reading, tables: Tables, frame: Frame, verb: Span, end: int, hedges: Sequence[Span]
) -> int:
    lexicon = reading.lexicon
    if frame.sort == "imperative":
        # "Urge all groups to" asks somebody; a weaker imperative is to be done ("Invite")
        asks = any(hit.start == verb.start and hit.value.force >= Force.REQUESTS for hit in reading.asks)
        return verb.end if asks else verb.start  # "Ratify X": the operative word is what is to be done
    if frame.sort in ("modal", "passive") and not lexicon.verb_first:
        return verb.end
    after = max(frame.after, verb.end)
    following = _following(reading, after, end, hedges)
    if not following or not tables.before_verb:
        return after
    word = reading.low_at(following[0])
    reported = any(
        reading.low[low:high] in lexicon.that for low, high in _following(reading, verb.start, after, ())
    )
    if word in tables.before_verb or reported:
        known = word in tables.task_lead or _does(reading, following, 0)
        return after if known or not reported else _behind_that(reading, verb.start, after)
    named = frame.after > verb.end
    party = word in lexicon.determiners or reading.text[following[0][0]].isupper()
    if not named and (word in lexicon.that or not party):
        return after  # "calls for renewed efforts to": all of it is to be done
    return _infinitive(reading, tables, following[: _RELATIVE if named else _NAME]) or after


def _infinitive(reading: Reading, tables: Tables, following: Sequence[tuple[int, int]]) -> int | None:
    """After the "to" with which what is to be done begins, past what is said of those who are asked."""
    unsure = None
    for index, (low, high) in enumerate(following):
        if reading.low[low:high] not in tables.before_verb:
            continue
        if _does(reading, following, index + 1) or reading.low[:low].rstrip().endswith(","):
            later = _infinitive(reading, tables, following[index + 1 : index + _NAME])
            return later if later and _takes_up(reading, high) else high
        if unsure is None and _may_do(reading, following[index + 1 : index + 2]):
            unsure = high
    return unsure


def _may_do(reading: Reading, spots: Sequence[tuple[int, int]]) -> bool:
    """Whether the word there may be a verb: no article, no name."""
    lexicon = reading.lexicon
    return any(
        reading.text[low].islower() and reading.low[low:high] not in lexicon.determiners
        for low, high in spots
    )


def _takes_up(reading: Reading, offset: int) -> bool:
    """Whether a verb there only takes up another: "in a position to do so"."""
    return reading.low[offset : offset + 7] == " do so "


def _behind_that(reading: Reading, start: int, end: int) -> int:
    """After what introduces a reported clause, where what follows whom it asks is not a verb."""
    lexicon = reading.lexicon
    return next(
        high for low, high in _following(reading, start, end, ()) if reading.low[low:high] in lexicon.that
    )


def _following(reading: Reading, start: int, end: int, hedges: Sequence[Span]) -> list[tuple[int, int]]:
    return [
        spot
        for spot in reading.words_between(start, end)
        if not any(hedge.start <= spot[0] < hedge.end for hedge in hedges)
    ]


def _does(reading: Reading, spots: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether a verb of doing stands there, an adverb before it or none."""
    lexicon = reading.lexicon
    near = [reading.words.since(low).start for low, _ in spots[index : index + 2]]
    tables = (lexicon.actions, lexicon.imperatives)
    return any(table.find(reading.words, slice(at, at + 1)) for at in near for table in tables)


def _past_lead(reading: Reading, lead: frozenset[str], start: int, end: int, hedges: Sequence[Span]) -> int:
    """Past the words that introduce what is to be done, and hedges among them."""
    words, part = reading.words, reading.words.between(start, end)
    for at in range(part.start, part.stop):
        low, high = words.edges[2 * at], words.edges[2 * at + 1]
        hedged = any(hedge.start <= low < hedge.end for hedge in hedges)
        numbered = high - low <= _ENUMERATOR and reading.text[high : high + 1] == ")"
        if not hedged and not numbered and words.words[at] not in lead:
            return low
    return end


def _trimmed(reading: Reading, tables: Tables, start: int, end: int, hedges: Sequence[Span]) -> int:
    """Without stops, hedges and joining words at the end."""
    while True:
        words = reading.text[start:end].rstrip(_ENDS)
        end = start + len(words)
        last = words.rsplit(None, 1)[-1].lower() if words else ""
        hedge = next((one for one in hedges if one.end == end and one.start > start), None)
        if hedge is not None:
            end = hedge.start
        elif last in tables.task_tail and len(last) < len(words):
            end -= len(last)
        else:
            return end
