"""Clauses that say what somebody should do, or is asked to do: "States should", "States are urged to"."""

from __future__ import annotations

from model.labels import Addressee, Force, Span
from model.suggestions.addressee_types import as_meant
from model.suggestions.addressees import after, agent, before
from model.suggestions.clauses import Clause, operative_words
from model.suggestions.deciding import defers
from model.suggestions.naming import NOBODY, Asked, own_organ
from model.suggestions.other_bodies import another_body
from model.suggestions.passives import acts_on_subject, is_passive, says_what
from model.suggestions.phrases import Hit
from model.suggestions.pronouns import meant_by_subject
from model.suggestions.reading import Reading
from model.suggestions.subordinate import is_subordinate, is_unmade
from model.suggestions.voice import Genre, Voice
from model.suggestions.wordlists import Ask

# A company's name has this many words: one alone may be any noun that opens a sentence.
_NAME = (2, 6)
# Whom audits inside a State advise with "may"; of others it says what is allowed.
_AUDITED = frozenset({Addressee.NATIONAL_AUTHORITY, Addressee.PRIVATE_SECTOR, Addressee.MANAGEMENT})


def modal(reading: Reading, voice: Voice, hit: Hit[Ask], start: int, directed: bool) -> Clause | None:
    """X should, X is encouraged to."""
    lexicon = reading.lexicon
    if is_subordinate(reading, voice, hit, start):
        return None
    verb, words = operative_words(reading, hit), reading.low_at(hit)
    if words.partition(" ")[0] in lexicon.be and lexicon.that.isdisjoint(reading.words.words[:1]):
        return None  # "may be urged to"; not "That States be urged to"
    if hit.value.sort == "passive" and _no_verb_follows(reading, hit):
        return None
    if lexicon.verb_first or (lexicon.behind and words.endswith(lexicon.behind)):
        asked = after(reading, verb.end, reading.sentence_end(hit.end))
    else:
        asked = before(reading, start, hit.start)
        if not asked.types and is_passive(reading, verb.end):
            asked = agent(reading, verb.end) if not says_what(reading, verb.end) else NOBODY
        elif not asked.types:
            asked = meant_by_subject(reading, start, hit.start)
        if not asked.types and lexicon.inverts:  # "Zudem sollte das Ministerium"
            asked = after(reading, verb.end, reading.sentence_end(hit.end))
    if directed and not asked.types:
        asked = own_organ(reading, start)
    asked = as_meant(asked, reading, voice)
    if hit.value.permits and _AUDITED.isdisjoint(asked.types):
        return None
    if asked.types == (Addressee.OWN_BODY,) and asked.spans[0].start < hit.start:
        asked = another_body(reading, asked, asked.spans[0].start, start) or asked
    if asked.types == (Addressee.OWN_BODY,) and not directed:
        if words in lexicon.could or hit.value.force is Force.REQUIRES or _says_we(reading, asked):
            return None  # "we shall", "the Committee could": what the body means to do, not what it asks
        if Genre.OVERSIGHT in voice.genres:
            asked = asked._replace(types=(_overseen(reading, asked),))
    if asked.types and acts_on_subject(reading, verb.end):
        asked = as_meant(agent(reading, verb.end), reading, voice)
    if is_unmade(reading, verb.end) or (words in lexicon.possible and not asked.types):
        return None
    if not asked.types and defers(reading, verb, start):
        return None
    if not asked.types and Genre.ACCIDENT in voice.genres and not is_passive(reading, verb.end):
        asked = _company(reading, start, hit.start)
    return Clause(hit.value.force, verb, asked, hit.value.sort)


def _no_verb_follows(reading: Reading, hit: Hit[Ask]) -> bool:
    """Whether somebody or something is directed or invited to a thing, not to do something."""
    lexicon = reading.lexicon
    into = reading.low_at(hit).rpartition(" ")[2] in lexicon.into
    behind = reading.words_from(hit.end, 1)
    if not into or not behind or reading.text[hit.end : behind[0][0]] != " ":
        return False  # "was encouraged to: (a) establish"
    return reading.low_at(behind[0]) in lexicon.articles


def _company(reading: Reading, start: int, verb: int) -> Asked:
    """Whoever operates, owns or builds what an accident befell, whose name no table holds ("Network Rail
    should"): a subject of some words, all with capitals. Authorities have names that tables hold.
    """
    lexicon = reading.lexicon
    aside = reading.text.find(",", start, verb)
    if aside > 0 and reading.text[aside:verb].rstrip().endswith(","):
        verb = aside  # "Network Rail, in consultation with operators, should"
    spots = reading.words_between(start, verb)
    while spots and reading.low_at(spots[0]) in lexicon.determiners:
        spots.pop(0)
    named = all(
        reading.text[low].isupper() or reading.low[low:high] in lexicon.within_names for low, high in spots
    )
    if not named or not _NAME[0] <= len(spots) <= _NAME[1] or "," in reading.text[spots[0][0] : verb]:
        return NOBODY
    return Asked((Addressee.PRIVATE_SECTOR,), (Span(spots[0][0], spots[-1][1]),))


def _overseen(reading: Reading, asked: Asked) -> Addressee:
    """What oversight means where it asks a body: "the Mission" is reviewed, "the Executive Board" told."""
    starts = {span.start for span in asked.spans}
    principal = any(one.value.sort == "principal" and one.start in starts for one in reading.actors)
    return Addressee.PARENT_BODY if principal else Addressee.MANAGEMENT


def _says_we(reading: Reading, asked: Asked) -> bool:
    lexicon = reading.lexicon
    return all(reading.low_at(span) in lexicon.we for span in asked.spans)
