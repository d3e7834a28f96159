"""Clauses in which the reporting body itself asks: "The Committee requests X to"."""

from __future__ import annotations

from model.labels import Span
from model.suggestions.addressee_types import as_meant
from model.suggestions.addressees import after, agent, further
from model.suggestions.clauses import Clause, operative_words
from model.suggestions.naming import NOBODY, Asked, elected, named_party
from model.suggestions.other_bodies import another_body, others, reported_to
from model.suggestions.passives import acts_on_subject
from model.suggestions.phrases import Hit
from model.suggestions.pronouns import meant_by_object
from model.suggestions.reading import Reading, between
from model.suggestions.subjects import Setting, behind_subject, own_voice
from model.suggestions.voice import Genre, Voice
from model.suggestions.wordlists import Ask

# "Had" stands this near before the verb of what was asked before.
_HAD = 3
# "Its approval by" stands among so many words after a verb.
_ITS_ACT = 4
_COMMAS = (",", "،")
_STOPS = (*_COMMAS, ";", "؛")
# What ends a sentence, and no list begins with.
_ENDS = (".", ";", ")")


def performative(
    reading: Reading, voice: Voice, hit: Hit[Ask], start: int, setting: Setting
) -> Clause | None:
    """The body requests X."""
    if not _asks(reading, voice, hit, start, setting):
        return None
    verb = operative_words(reading, hit)
    asked = _whom(reading, voice, hit, verb, setting.operative)
    if not asked.types and reading.low_at(hit) in reading.lexicon.expecting:
        return None  # "expects revenue to grow"
    if not asked.types and (named := reported_to(reading, verb.end)).types:
        asked = another_body(reading, named, hit.start, start) or NOBODY
    if Genre.PARLIAMENT not in voice.genres and not setting.operative:
        asked = another_body(reading, asked, hit.start, start) or others(reading, asked)
    return Clause(hit.value.force, verb, asked, hit.value.sort)


def _asks(reading: Reading, voice: Voice, hit: Hit[Ask], start: int, setting: Setting) -> bool:
    """Whether the reporting body asks with a verb, here and now."""
    lexicon = reading.lexicon
    ahead = reading.ahead(hit.start)[-2:]
    if _noun(reading, hit) or not lexicon.will.isdisjoint(ahead[-1:]):
        return False  # "the Committee will recommend": what it is going to do
    initials = reading.text[: hit.start].rstrip()[-1:].isupper()  # "WHO recommends"
    if not initials and not lexicon.relatives.isdisjoint(ahead[1:]) and ahead[0].endswith(_COMMAS):
        return False  # "a strategy, which urges member States"
    if _had_asked(reading, hit) or _is_asked(reading, hit, start):
        return False  # "The Bureau had recommended": what was asked before is told
    if not lexicon.verb_first and not lexicon.inverts and reading.low.startswith(_ENDS, hit.end):
        return False  # "the care that the Council called for."
    opens = setting.operative and _fresh(reading, hit, start)
    return opens or own_voice(reading, voice, hit, start, setting)


def _whom(reading: Reading, voice: Voice, hit: Hit[Ask], verb: Span, operative: bool) -> Asked:
    """Whom a verb asks: its object, else who is to do what is asked, else whom the paragraph is about."""
    lexicon = reading.lexicon
    object_from = behind_subject(reading, verb.end if lexicon.inverts else hit.end) or verb.end
    if lexicon.verb_first and reading.actors_between(verb.end, hit.end):
        object_from = hit.end  # "تكرر اللجنة دعوتها إلى"
    start, end = reading.sentence(hit.start), reading.sentence_end(hit.end)
    asked = after(reading, object_from, end)
    if asked.types and acts_on_subject(reading, asked.spans[-1].end):
        asked = NOBODY  # "recommends that the Forum be strengthened"
    if asked.types:
        also = further(reading, verb, end)
        asked = Asked(asked.types + also.types, asked.spans + also.spans)
    asked = as_meant(asked, reading, voice)
    if not asked.types:
        asked = as_meant(meant_by_object(reading, start, verb), reading, voice)
    if not asked.types and operative:
        asked = named_party(reading, object_from)
    elif not asked.types:
        asked = as_meant(_done_by(reading, verb.end), reading, voice)
        asked = asked if asked.types else _told_of(reading)
    if not asked.types and voice.governs:
        asked = elected(reading, object_from)
    return asked


def _noun(reading: Reading, hit: Hit[Ask]) -> bool:
    """Whether an operative word is a noun: right after an article ("informed by a call for inputs"), the
    object of a verb ("made requests"), or made by somebody ("reiterates the call made by participants")."""
    lexicon = reading.lexicon
    ahead = reading.ahead(hit.start)[-1:]
    if not lexicon.issuing.isdisjoint(ahead) or _is_others(reading, hit):
        return True
    return not lexicon.articles.isdisjoint(ahead) or "".join(ahead).endswith(lexicon.possessive)


def _is_others(reading: Reading, hit: Hit[Ask]) -> bool:
    """Whether what a body repeats is somebody else's request: a participle and "by" stand after it."""
    lexicon = reading.lexicon
    behind = [reading.low_at(spot) for spot in reading.words_from(hit.end, 2)]
    repeats = len(reading.low_at(hit).split()) > 1
    return (
        repeats
        and bool(behind[1:])
        and behind[1] in lexicon.through
        and behind[0].endswith(lexicon.participles)
    )


def _had_asked(reading: Reading, hit: Hit[Ask]) -> bool:
    """Whether "had" stands in or right before a verb, without a comma between: not "The Committee, which had
    met, urges"."""
    lexicon = reading.lexicon
    if lexicon.cjk:
        return reading.low.endswith(tuple(lexicon.had), 0, hit.start)
    said = reading.low_at(hit).split()
    for word in reading.ahead(hit.start)[: -_HAD - 1 : -1]:
        if word.endswith(_COMMAS):
            break
        said.append(word)
    return not lexicon.had.isdisjoint(said)


def _is_asked(reading: Reading, hit: Hit[Ask], start: int) -> bool:
    """Whether a verb is what somebody is asked to do ("recommends that the Council request X to", "invites
    Parties to request X to"): without an ending, after the clause's "that" and its subject, or after whoever
    is asked and "to"."""
    lexicon = reading.lexicon
    verb = reading.low_at(reading.words_from(hit.start, 1)[0])
    if verb.endswith(lexicon.inflected) or not lexicon.inflected:
        return False
    for ask in between(reading.asks, start, hit.start):
        words = reading.words.words[reading.words.between(ask.end, hit.start)]
        to = not lexicon.purpose.isdisjoint(words[-1:])
        if ask.value.sort == "performative" and to and reading.actors_between(ask.end, hit.start):
            return True
        if ask.value.sort == "performative" and words and words[0] in lexicon.that:
            return words[-1] not in lexicon.joining and words[-1] not in lexicon.conjunctions
    return False


def _fresh(reading: Reading, hit: Hit[Ask], start: int) -> bool:
    """In an operative paragraph a verb asks where it opens the paragraph or a further limb of it."""
    ahead = reading.low[start : hit.start].rstrip()
    rest, _, word = ahead.rpartition(" ")
    if word in reading.lexicon.having:
        ahead, word = rest, rest.rpartition(" ")[2]  # "et a exhorté"
    return not ahead or ahead.endswith(_STOPS) or word in reading.lexicon.joining or len(ahead) < 12


def _done_by(reading: Reading, verb: int) -> Asked:
    """By whom a body asks that something be done ("recommends that the bill be passed by the House")."""
    lexicon = reading.lexicon
    behind = reading.words_between(verb, reading.sentence_end(verb))
    be = next((high for low, high in behind if reading.low[low:high] in lexicon.be), None)
    words = [reading.low_at(spot) for spot in behind[:_ITS_ACT]]
    by = next((at for at, word in enumerate(words) if word in lexicon.through), 0)
    if be is None and by > 1 and words[by - 2] in lexicon.articles:
        be = behind[by - 1][1]  # "recommended its approval by the Council"
    return NOBODY if be is None else agent(reading, be)


def _told_of(reading: Reading) -> Asked:
    """The State that a paragraph is about, with whose name it begins."""
    first = next(iter(reading.actors), None)
    if first is None or first.value.sort != "state":
        return NOBODY
    if not reading.lexicon.determiners.issuperset(reading.words.words[reading.words.between(0, first.start)]):
        return NOBODY
    return Asked(first.value.types, (first.span,))
