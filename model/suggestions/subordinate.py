"""Modals that ask nobody: in clauses that describe, introduce a request or report what others hold, and where
they say what was not done.
"""

from __future__ import annotations

import re

from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading, between, is_past
from model.suggestions.voice import Voice
from model.suggestions.wordlists import Ask

# A sentence says in its first letters where something was said.
_OPENS = 4
# The word that makes a clause describe stands this many words at most before its modal.
_SUBJECT = 8
_CJK_STOP = re.compile("[，；：、]")
# What a clause ends with.
_CLOSING = (",", ".", ";")


def is_subordinate(reading: Reading, voice: Voice, hit: Hit[Ask], start: int) -> bool:
    """Whether a modal's clause only describes, introduces or is somebody else's word."""
    return (
        _dependent(reading, hit, start)
        or _reported(reading, voice, hit, start)
        or _introduces(reading, hit, start)
        or _known(reading, hit, start)
    )


def _known(reading: Reading, hit: Hit[Ask], start: int) -> bool:
    """Whether a modal's clause says what is known already ("reiterated the fact that wells ought to be"), not
    the clause after it ("In view of the fact that wells are dry States should")."""
    lexicon, words = reading.lexicon, reading.words
    for known in lexicon.factual.each(words, words.between(start, hit.start)):
        clause = words.words[words.between(known.end, hit.start)]
        whole = not lexicon.inverts and not lexicon.finite.isdisjoint(clause)  # German verbs are last
        if not whole and "," not in reading.low[known.end : hit.start]:
            return True
    return False


def is_unmade(reading: Reading, offset: int) -> bool:
    """Whether a modal that ends at an offset says what was not done: "should have conducted a test", but not
    "should have trained staff".
    """
    lexicon = reading.lexicon
    follows = [reading.low[low:high] for low, high in reading.words_from(offset, 4)]
    follows = follows[1:] if follows and follows[0] in lexicon.adverbs else follows[:3]
    if len(follows) < 2 or follows[0] not in lexicon.unmade or not follows[1].endswith(lexicon.participles):
        return False
    object_ = lexicon.articles | lexicon.determiners | lexicon.prepositions
    return follows[1] in lexicon.passive or object_.issuperset(follows[2:])


def _dependent(reading: Reading, hit: Hit[Ask], start: int) -> bool:
    """Whether a modal stands in a clause that only describes: right after a relative word, or after "if"."""
    lexicon = reading.lexicon
    ahead = reading.low[max(start, hit.start - 90) : hit.start].split()
    if not ahead:
        return False
    if lexicon.cjk:  # "构成各国应立即履行的核心义务": what the verb before describes
        clause = _CJK_STOP.split(reading.low[start : hit.start])[-1]
        behind = [clause.partition(word)[2] for word in lexicon.subordinate if word in clause]
        described = any(lexicon.of.isdisjoint(words) for words in behind)  # not "属于这一类别的国家应"
        return described or ahead[-1] in lexicon.relatives
    if lexicon.inverts and hit.value.sort == "modal" and reading.low.startswith(_CLOSING, hit.end):
        # the verb is last in German clauses that describe: "der Tunnel, der die Straße queren soll,"
        comma = reading.low.rfind(",", start, hit.start)
        return comma > 0 and lexicon.that.isdisjoint(reading.low[comma + 1 : hit.start].split()[:1])
    acronym = reading.text[: hit.start].rstrip()[-2:].isupper()  # "WHO should"
    if ahead[-1] in lexicon.relatives and not acronym:
        return True
    clause = next((at for at in range(len(ahead), 0, -1) if ahead[at - 1].endswith(",")), 0)
    said = ahead[clause:]
    return not lexicon.subordinate.isdisjoint(said[-_SUBJECT:]) or _describes(reading, said)


def _describes(reading: Reading, said: list[str]) -> bool:
    """Whether a clause says more of a noun by a preposition and a relative word ("the limit below which wells
    should be closed"); not "two of which should".
    """
    lexicon = reading.lexicon
    relatives = lexicon.relatives - lexicon.that - lexicon.determiners
    for at in range(max(1, len(said) - _SUBJECT), len(said) - 2):
        if said[at] in lexicon.prepositions and said[at + 1] in relatives:
            return lexicon.finite.isdisjoint(said[at + 2 :])
    return False


def _introduces(reading: Reading, hit: Hit[Ask], start: int) -> bool:
    """Whether a modal stands in the clause that introduces a request ("Considering that membership must
    imply duties, the Assembly calls on").
    """
    lexicon = reading.lexicon
    ahead = reading.words.between(start, hit.start)
    first = slice(ahead.start, ahead.start + 1)
    opening = next(lexicon.preamble.each(reading.words, first, frozenset({start})), None)
    if opening is None or lexicon.that.isdisjoint(reading.words.words[ahead]):
        return False
    end = reading.sentence_end(hit.start)
    return any(ask.value.sort == "performative" for ask in between(reading.asks, hit.end, end))


def _decided_before(reading: Reading, hit: Hit[Ask], start: int) -> bool:
    """Whether a clause is what an earlier act decided: "In its resolution 6/3, the Board decided that X
    should".
    """
    quoting = next((one for one in reading.quoting if one.start >= start), None)
    if quoting is None or quoting.start - start >= _OPENS or quoting.start > hit.start:
        return False
    return any(is_past(reading, one.start) for one in between(reading.deciding, start, hit.start))


def _others_decided(reading: Reading, hit: Hit[Ask], start: int) -> bool:
    """Whether others than the body decided that something should be ("It decided that works should wait")."""
    lexicon = reading.lexicon
    for verb in between(reading.deciding, start, hit.start):
        own = any(one.value.is_body for one in reading.actors_between(start, verb.start))
        behind = reading.words.words[reading.words.between(verb.start, hit.start)]
        if is_past(reading, verb.start) and not own and not lexicon.that.isdisjoint(behind):
            return True
    return False


def _some_say(reading: Reading, start: int, verb: int) -> bool:
    """Whether a verb's subject opens with some of many: not "Of these, the Committee stressed", nor "One more
    point is that the Committee"."""
    lexicon = reading.lexicon
    start = reading.clause(verb) if reading.sentence(verb) == start else start
    words = reading.words.words[reading.words.between(start, verb)]
    opens = words[:1]
    counted = not (lexicon.some | lexicon.few).isdisjoint(opens) and lexicon.prepositions.isdisjoint(opens)
    apart = any(comma in reading.low[start:verb] for comma in (",", "،"))
    return counted and not apart and lexicon.that.isdisjoint(words)


def _said_elsewhere(reading: Reading, start: int, said: int) -> bool:
    """Whether a verb tells what was said in an earlier text ("In its general comment No. 15, the Committee
    noted that States should"), not on which grounds ("In accordance with rule 20, it stressed")."""
    lexicon = reading.lexicon
    if not (lexicon.cjk or is_past(reading, said)):
        return False
    quoting = (one for one in reading.quoting if start <= one.start < said)
    return any(not reading.low.startswith(lexicon.grounds, one.start) for one in quoting)


def _is_account(reading: Reading, hit: Hit[Ask], start: int) -> bool:
    """Whether a sentence opens with the speaker whose view it gives ("According to the speaker, States
    should")."""
    first = next(reading.lexicon.according.each(reading.words, reading.words.between(start, hit.start)), None)
    if first is None or first.start - start >= _OPENS:
        return False
    named = reading.actors_between(first.end, hit.start)
    return bool(named) and named[0].value.sort == "speaker"


def _reported(reading: Reading, voice: Voice, hit: Hit[Ask], start: int) -> bool:
    """Whether somebody else says the clause: a speaker, or an instrument quoted."""
    lexicon = reading.lexicon
    said = [word for word in reading.saying if start <= word.start < hit.start]
    if not said and voice.national and _others_decided(reading, hit, start):
        return True
    if not said:
        return _decided_before(reading, hit, start) or _is_account(reading, hit, start)
    low, high = (said[0].end, hit.start) if lexicon.verb_first else (start, said[0].start)
    speakers = [
        actor
        for actor in reading.actors_between(low, high)
        if actor.value.sort in ("speaker", "state", "own", "principal", "asked")
    ]
    if _said_elsewhere(reading, start, said[0].start):
        return True
    if is_past(reading, said[0].start) and _some_say(reading, start, said[0].start):
        return True  # "Two heads of office stated that"
    if speakers and any(reading.low_at(one) in lexicon.recalling for one in said):
        return True  # "recalls that nobody should": what holds anyway
    if is_past(reading, said[0].start) and not lexicon.writers.isdisjoint(reading.words.words):
        named = [reading.low_at(actor) for actor in speakers]
        return bool(named) and lexicon.writers.isdisjoint(named)  # "I sent a team. The team advised that"
    return bool(speakers) and all(actor.value.sort in ("speaker", "state") for actor in speakers)
