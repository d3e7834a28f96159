"""Records of what was said: everything in them is somebody's words, but for the meeting's acts."""

from __future__ import annotations

from model.labels import Role
from model.suggestions.fragments import names_only
from model.suggestions.lexicon import Lexicon
from model.suggestions.reading import Reading
from model.suggestions.roles import Verdict, formal_words
from model.suggestions.speakers import spoken
from model.suggestions.voice import Voice

# The words above those who voted, and so many States are no sentence.
_A_LABEL, _VOTERS = 2, 4


def recorded(reading: Reading, lexicon: Lexicon, voice: Voice) -> Verdict:
    """The role of a paragraph of a record of what was said: somebody's words, but for the meeting's acts."""
    acted = tuple(hit.span for hit in reading.cues if hit.value.role is Role.DECISION)
    if acted:
        return Verdict(Role.DECISION, "what the meeting decided", 0.8, acted)
    formal = formal_words(reading)
    told = formal and spoken(reading, lexicon, voice) is None
    noted = reading.text.startswith("[") and reading.text.rstrip().endswith("]")  # by the record's editors
    if told or noted or names_only(reading) or _counted(reading):
        return Verdict(Role.PROCEDURAL, "the session's business", 0.8, formal)
    return Verdict(Role.STATEMENT, "verbatim record", 0.85)


def _counted(reading: Reading) -> bool:
    """Whether a text is who voted in one way: only States, or the words above them ("Against:")."""
    if reading.text.rstrip().endswith(":"):
        return len(reading.words.words) <= _A_LABEL
    states = sum(actor.value.sort == "state" for actor in reading.actors)
    return states >= _VOTERS and 3 * states >= len(reading.words.words)
