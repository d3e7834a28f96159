"""Records of what was said: everything in them is somebody's words, except the meeting's acts."""

from __future__ import annotations

from collections.abc import Sequence

from model.labels import Role, Span
from model.suggestions.clauses import Clause
from model.suggestions.deciding import enacts
from model.suggestions.fragments import names_only
from model.suggestions.reading import Reading, is_past
from model.suggestions.roles import Verdict, formal_words
from model.suggestions.speakers import body_says, spoken
from model.suggestions.voice import Voice

# An organ that acts opens its sentence, an article ahead; what a record tells of it in between is brief.
_ARTICLE, _BRIEF = 4, 30
# Who chairs is named by one of the first words.
_CHAIR = slice(0, 2)
# The words above those who voted, and this many States are not a sentence.
_A_LABEL, _VOTERS = 2, 4


def recorded(reading: Reading, voice: Voice, asking: Sequence[Clause] = ()) -> Verdict:
    """The role of a paragraph of a record of what was said: somebody's words, except the meeting's acts.

    `asking`: what it asks; a summary tells so that the body did ("The Committee requested").
    """
    if asking and _tells_of_body(reading, asking[0].verb.start):
        return Verdict(Role.RECOMMENDATION, "the body asked", 0.75, (asking[0].verb,))
    acted = tuple(hit.span for hit in reading.cues if hit.value.role is Role.DECISION)
    if acted:
        return Verdict(Role.DECISION, "what the meeting decided", 0.8, acted)
    if (formula := enacts(reading)) is not None:
        return Verdict(Role.DECISION, "the body decides", 0.8, (formula,))
    if decided := _decided(reading):
        return Verdict(Role.DECISION, "the body decides", 0.8, decided)
    if (adopted := _adopted(reading)) is not None:
        return Verdict(Role.DECISION, "what the meeting decided", 0.75, (adopted,))
    if (called := _chair_calls(reading)) is not None:
        return Verdict(Role.PROCEDURAL, "the session's business", 0.75, (called,))
    formal = formal_words(reading)
    said = spoken(reading, voice)
    told = formal and (said is None or any(one.start <= said[-1].start < one.end for one in formal))
    noted = reading.text.startswith("[") and reading.text.rstrip().endswith("]")  # by the record's editors
    if told or noted or names_only(reading) or _counted(reading):
        return Verdict(Role.PROCEDURAL, "the session's business", 0.8, formal)
    if body_says(reading, finding=True) and _tells_of_body(reading, reading.saying[0].start):
        return Verdict(Role.OBSERVATION, "the body found", 0.7)
    return Verdict(Role.STATEMENT, "verbatim record", 0.85)


def _adopted(reading: Reading) -> Span | None:
    """The words with which one short sentence ends that tells what was adopted ("The general comment was
    adopted."), but for an agenda or a record."""
    lexicon = reading.lexicon
    if len(reading.starts) > 1 or len(reading.words.words) > _BRIEF:
        return None
    if next(lexicon.session_papers.each(reading.words), None) is not None:
        return None
    ending = len(reading.low.rstrip(" .。"))
    return next((hit.span for hit in lexicon.passed.each(reading.words) if hit.end == ending), None)


def _chair_calls(reading: Reading) -> Span | None:
    """The verb with which one sentence tells whom the Chair asked to go on ("The Chairman invited the
    delegation to resume its replies.")."""
    if len(reading.starts) > 1:
        return None
    chair = next(iter(reading.lexicon.routine.find(reading.words, _CHAIR)), None)
    if chair is None:
        return None
    asks = (ask for ask in reading.asks if ask.value.sort == "performative")
    return next((ask.span for ask in asks if 0 <= ask.start - chair.end <= 1), None)


def _tells_of_body(reading: Reading, verb: int) -> bool:
    """Whether a verb of the first sentence tells what the body did, or "it" after a sentence on the body; a
    speaker's "we" is not the body's that the record is of."""
    lexicon = reading.lexicon
    named = reading.actors_between(0, verb)
    acted = [verb, *(hit.start for hit in reading.deciding if hit.start < verb)]  # "agreed to recommend"
    past = any(is_past(reading, one) for one in acted)
    if verb >= reading.first_end or not past:
        return False
    if not named:
        return reading.words.words[0] in lexicon.it - lexicon.persons
    says_we = reading.low_at(named[-1]) in lexicon.we | lexicon.writers
    return not says_we and all(one.value.is_body for one in named)


def _decided(reading: Reading) -> tuple[Span, ...]:
    """The verb with which one short sentence tells what an organ decided ("The Board noted the report.")."""
    first = reading.actors[0] if reading.actors else None
    if first is None or not first.value.is_body or first.start > _ARTICLE or len(reading.starts) > 1:
        return ()
    if len(reading.words.words) > _BRIEF:
        return ()
    return tuple(hit.span for hit in reading.deciding if hit.start - first.end == 1)


def _counted(reading: Reading) -> bool:
    """Whether a text is who voted in one way: only States, or the words above them ("Against:")."""
    if reading.text.rstrip().endswith(":"):
        return len(reading.words.words) <= _A_LABEL
    states = sum(actor.value.sort == "state" for actor in reading.actors)
    return states >= _VOTERS and 3 * states >= len(reading.words.words)
