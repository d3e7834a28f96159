"""What a text asks that opens with its verb: imperatives, and infinitives in lists."""

from __future__ import annotations

import re

from model.labels import Span
from model.suggestions.reading import Reading

# Shorter words end like infinitives by chance.
_INFINITIVE = 6
# "To", an adverb, a verb.
_SPLIT = 3
# A label's further words, and with what it labels, in characters.
_A_LABEL, _LABELLED = 24, 80
# "By the end of 2026," and the like are not longer, in characters.
_AN_OPENING = 200
# A clause has its verb among this many words.
_CLAUSE_VERB = 8
_COMMA = re.compile("[,،，]")


def bare_imperative(reading: Reading, start: int = 0) -> Span | None:
    """The verb with which a listed recommendation opens at an offset ("Ratify the Convention")."""
    opening = reading.words.since(start).start
    found = _imperative(reading, opening)
    if found is None and (adverb := _splitting(reading, opening)):
        return bare_imperative(reading, adverb)
    if found is None and (behind := _last_adverb(reading, opening)) > opening:
        found = _imperative(reading, behind)
        if found is not None and not reading.words.words[opening].endswith(reading.lexicon.adverb_endings):
            # "Register and promptly investigate every complaint", not "Women and elderly support groups"
            follows = (reading.low_at(spot) for spot in reading.words_from(found.end, 1))
            return found if not reading.lexicon.determiners.isdisjoint(follows) else None
    return found


def _splitting(reading: Reading, opening: int) -> int:
    """Where an adverb begins between "to" and its verb ("To fully reinstate the Act"); 0 if none does, or if
    it is a purpose ("To fully reinstate it, the Government should")."""
    lexicon = reading.lexicon
    words, spots = reading.words.words[opening:], reading.words.spots(slice(opening, opening + 2))
    if len(words) < _SPLIT or words[0] not in lexicon.before_verbs or _purpose(reading, spots[0]):
        return 0
    adverb = words[1].endswith(lexicon.adverb_endings) or words[1] in lexicon.before_verbs
    return spots[1][0] if adverb else 0


def _imperative(reading: Reading, opening: int) -> Span | None:
    """The verb that stands at a word, or after it if that is an adverb."""
    lexicon = reading.lexicon
    part = slice(opening, opening + (6 if lexicon.cjk else 2))
    spots = reading.words.spots(part)
    hits = lexicon.imperatives.find(reading.words, part, frozenset(low for low, _ in spots[:1]))
    if hits and hits[0].start > spots[0][0] and _purpose(reading, spots[0]):
        return None
    if not hits and spots and lexicon.infinitive:
        return _infinitive(reading, spots[0])
    if not hits or (hits[0].start > spots[0][0] and not _before_verb(reading, spots[0])):
        return None
    follows = reading.low[hits[0].end : hits[0].end + 8]
    if follows.startswith("-") or not lexicon.noun_of.isdisjoint(follows.split()[:1]):
        return None  # "End-users", "Review of": a noun
    behind = [reading.low[low:high] for low, high in reading.words_from(hits[0].end, 2)]
    if not lexicon.be.isdisjoint(behind[1:]):
        return None  # "Report to be adopted"
    label, colon, _ = reading.low[hits[0].end : hits[0].end + _A_LABEL].partition(":")
    ends = reading.text.rstrip().endswith(":")
    if colon and not ends and "." not in label and len(reading.text) < _LABELLED:
        return None  # "Target date: 2026": a label
    return Span(hits[0].start, hits[0].end)


def _last_adverb(reading: Reading, opening: int) -> int:
    """The last of the adverbs in a row before a verb ("Promptly, fully and fairly investigate"), which
    another verb may open ("Register and promptly investigate"); else the first word."""
    lexicon, words = reading.lexicon, reading.words.words
    at = opening
    while at + 2 < len(words):
        joined = words[at + 1] in lexicon.conjunctions
        further = at + 1 + joined
        begins = joined or words[at].endswith(lexicon.adverb_endings)
        if not begins or not words[further].endswith(lexicon.adverb_endings):
            break
        at = further
    return at


def imperative_behind(reading: Reading) -> Span | None:
    """The verb after words that say until when or with what ("By the end of 2026, define a strategy").

    A sentence that says by a modal what somebody should do has no such verb.
    """
    if reading.lexicon.until.isdisjoint(reading.words.words[:1]):
        return None
    comma = _COMMA.search(reading.low, 0, _AN_OPENING)
    if comma is None:
        return None
    end = reading.sentence_end(comma.start())
    if any(hit.value.sort != "performative" and hit.start < end for hit in reading.asks):
        return None
    return bare_imperative(reading, comma.start())


def _infinitive(reading: Reading, spot: tuple[int, int]) -> Span | None:
    """The infinitive with which lists recommend in some languages ("Обеспечить", "Garantizar")."""
    lexicon = reading.lexicon
    low, high = spot
    word = reading.low[low:high]
    if high - low < _INFINITIVE or not word.endswith(lexicon.infinitive) or not reading.text[low].isalpha():
        return None
    return Span(low, high)


def opening_infinitive(reading: Reading, acting: bool = False) -> Span | None:
    """The infinitive with which an act opens below the word that enacts it ("Tomar nota", "De prendre note",
    "To transmit the text"); `acting`: only one that says what is done."""
    lexicon = reading.lexicon
    spots = reading.words.spots(slice(0, 2))
    marked = bool(spots) and reading.low_at(spots[0]) in lexicon.before_verbs
    infinitive = lexicon.infinitive or (marked and reading.low_at(spots[0]) in lexicon.decided)  # "to"
    spots = spots[marked:][:1]
    if not spots or not infinitive:
        return None
    at = reading.words.since(spots[0][0]).start
    verb = reading.low.endswith(lexicon.infinitive, *spots[0])
    tables = (lexicon.imperatives, lexicon.actions) if verb else (lexicon.imperatives,)
    starts = frozenset({spots[0][0]})
    known = any(table.find(reading.words, slice(at, at + 1), starts) for table in tables)
    return Span(*spots[0]) if known or (verb and not acting) else None


def _purpose(reading: Reading, spot: tuple[int, int]) -> bool:
    """ "To ensure X, States should do Y": the verb says what for."""
    lexicon = reading.lexicon
    if reading.low[spot[0] : spot[1]] not in lexicon.purpose:
        return False
    if lexicon.announces(reading.words):
        return True  # "To prevent this, the Coalition makes the following recommendations."
    end = reading.sentence_end(spot[1])
    if any(hit.value.sort == "modal" and hit.start < end for hit in reading.asks):
        return True
    return _has_clause(reading, spot[1], end)


def _has_clause(reading: Reading, start: int, end: int) -> bool:
    """Whether a purpose has its main clause after a comma ("To keep the light, the port will hire two")."""
    lexicon = reading.lexicon
    comma = _COMMA.search(reading.low, start, end)
    if comma is None:
        return False
    behind = [reading.low_at(spot) for spot in reading.words_between(comma.end(), end)[:_CLAUSE_VERB]]
    if lexicon.determiners.isdisjoint(behind[:1]):
        return False
    verb = next((index for index, word in enumerate(behind) if word in lexicon.finite), None)
    return verb is not None and lexicon.relatives.isdisjoint(behind[:verb])


def _before_verb(reading: Reading, spot: tuple[int, int]) -> bool:
    lexicon = reading.lexicon
    word = reading.low[spot[0] : spot[1]]
    return word.endswith(lexicon.adverb_endings) or word in lexicon.before_verbs
