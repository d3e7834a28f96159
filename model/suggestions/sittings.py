"""What a text tells of when a body or a meeting sits, and of its own papers."""

from __future__ import annotations

from itertools import pairwise

from model.dates import says_when, says_year_alone
from model.labels import Span
from model.suggestions.lexicon import Lexicon
from model.suggestions.reading import Reading
from model.suggestions.voice import Voice
from model.words import Words

# A session is named among the first words; its verb stands among so many.
_NAMED, _SITS = 8, slice(0, 60)
# A sentence opens with so many words.
_OPENING = slice(0, 3)
# A paper of a session is named among so many first words, or among twice as many behind the verb.
_PAPER = 3
# So many first letters of a word are the same in its forms ("шестое", "шестого").
_STEM = 5
# What counts a session in Chinese: "第六" before "次会议".
_COUNTED = 2


def sits_when(reading: Reading, voice: Voice) -> Span | None:
    """The verb by which the first sentence tells when the reported session was held ("The sixth meeting of
    the Conference was held in Nairobi from 9 to 13 November 2026."), that those who speak met, or when a
    meeting will be. An earlier session is history, but for one that is told with who invited to it."""
    lexicon = reading.lexicon
    if not says_when(reading.low, 0, reading.first_end):
        return None
    if (met := _we_met(reading)) is not None:
        return met
    held = next(lexicon.held.each(reading.words, _SITS), None)
    planned = next(lexicon.to_be_held.each(reading.words, _SITS), None)
    if held is not None and (planned is None or held.start < planned.start):  # not "将于5月举行"
        counted = _ordinals(reading.words, lexicon, _NAMED if not lexicon.verb_first else 2 * _NAMED)
        hosted = next(lexicon.hosting.each(reading.words, _OPENING), None) is not None
        reported = hosted or not counted.isdisjoint(_ordinals(Words(voice.body, lexicon.cjk), lexicon))
        return held.span if reported and held.start < reading.first_end else None
    if voice.national or planned is None or planned.start >= reading.first_end:
        return None
    return planned.span if _names_meeting(reading) else None


def _we_met(reading: Reading) -> Span | None:
    """The verb by which those who adopt a declaration say that they met ("We, the Ministers of Fisheries, met
    in Nairobi on 9 November 2026.")."""
    lexicon = reading.lexicon
    who, comma, _ = reading.low.replace("،", ",").replace("，", ",").partition(",")
    if not comma or len(who.split()) > 1 or lexicon.we.isdisjoint(reading.words.words[:1]):
        return None
    verb = next(lexicon.convening.each(reading.words, _SITS), None)
    if verb is None or verb.start >= reading.first_end:
        return None
    told = reading.words.words[reading.words.between(0, verb.start)]
    return verb.span if lexicon.that.isdisjoint(told) else None  # not "We, the auditors, noted that"


def papers_passed(reading: Reading) -> Span | None:
    """The verb by which the first sentence says that an agenda or a report of a session was adopted, whatever
    stands between ("The agenda (A/1) and the report of the last meeting were both adopted.").
    What was adopted in a year told without its month is history ("The 2030 Agenda was adopted in 2015.")."""
    lexicon = reading.lexicon
    for verb in lexicon.passed.each(reading.words, _SITS):
        if verb.start >= reading.first_end:
            return None
        if verb.start and says_year_alone(reading.low, verb.start, reading.first_end):
            continue
        ahead = reading.words.between(0, verb.start)
        behind = reading.words.between(verb.end, reading.first_end)
        # "Se aprobó, sin enmiendas, el temario", "The agenda was adopted"
        subject = ahead if verb.start else slice(behind.start, min(behind.stop, behind.start + 2 * _PAPER))
        paper = next(lexicon.session_papers.each(reading.words, subject), None)
        if paper is None or (verb.start and reading.words.within(0, paper.start).stop > _PAPER):
            continue
        said = reading.words.words[reading.words.between(paper.end, verb.start)]
        if lexicon.relatives.isdisjoint(said):
            return verb.span
    return None


def _names_meeting(reading: Reading) -> bool:
    """Whether a text begins with a meeting of whatever kind."""
    lexicon = reading.lexicon
    spots = reading.words_from(0, _NAMED)
    opening = reading.low[: spots[-1][1]] if spots else ""
    if lexicon.cjk:
        return any(word in opening for word in (*lexicon.sat, *lexicon.gatherings))
    return any(f" {word}" in f" {opening}" for word in (*lexicon.sessions, *lexicon.gatherings))


def _ordinals(words: Words, lexicon: Lexicon, most: int | None = None) -> set[str]:
    """By which numbers a text calls sessions, their first letters ("sixth"; in Chinese with what is counted,
    "第六次会议"); among its first words if there may be no more than `most`."""
    if lexicon.cjk:
        low = words.low
        ends = ((low.find(sat), len(sat)) for sat in lexicon.sat)
        return {low[at - _COUNTED : at + length] for at, length in ends if at >= _COUNTED}
    sessions = {_stem(word, lexicon) for word in lexicon.sessions}
    pairs = list(pairwise(_stem(word, lexicon) for word in words.words[:most]))
    if lexicon.verb_first:
        return {behind for one, behind in pairs if one in sessions}
    named = {one for one, behind in pairs if behind in sessions}
    return named - lexicon.of - lexicon.determiners - lexicon.articles


def _stem(word: str, lexicon: Lexicon) -> str:
    return word.removeprefix(lexicon.article)[:_STEM]
