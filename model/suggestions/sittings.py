"""What a text tells of when a body or a meeting sits."""

from __future__ import annotations

from itertools import pairwise

from model.dates import says_when
from model.labels import Span
from model.suggestions.lexicon import Lexicon
from model.suggestions.reading import Reading
from model.suggestions.voice import Voice
from model.words import Words

# A session is named among the first words; its verb stands among so many.
_NAMED, _SITS = 8, slice(0, 60)
# So many first letters of a word are the same in its forms ("шестое", "шестого").
_STEM = 5
# What counts a session in Chinese: "第六" before "次会议".
_COUNTED = 2


def sits_when(reading: Reading, voice: Voice) -> Span | None:
    """The verb by which the first sentence tells when the reported session was held ("The sixth meeting of
    the Conference was held in Nairobi from 9 to 13 November 2026."), or a meeting will be. An earlier session
    is history."""
    lexicon = reading.lexicon
    if not says_when(reading.low, 0, reading.first_end):
        return None
    held = next(lexicon.held.each(reading.words, _SITS), None)
    planned = next(lexicon.to_be_held.each(reading.words, _SITS), None)
    if held is not None and (planned is None or held.start < planned.start):  # not "将于5月举行"
        counted = _ordinals(reading.words, lexicon, _NAMED if not lexicon.verb_first else 2 * _NAMED)
        reported = not counted.isdisjoint(_ordinals(Words(voice.body, lexicon.cjk), lexicon))
        return held.span if reported and held.start < reading.first_end else None
    if voice.national or planned is None or planned.start >= reading.first_end:
        return None
    return planned.span if _names_meeting(reading) else None


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
