"""A reporting body that only its initials name: "the GDG noted", "the GDG agreed", again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from model.labels import Addressee
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading
from model.suggestions.wordlists import Actor

# It says so much, and at least every so many-th of all that anybody says.
_OFTEN, _SHARE = 8, 2
_INITIALS = re.compile(r"[A-Z]{3,8}")
_OWN = Actor("own", (Addressee.OWN_BODY,))


def call_by_initials(readings: Collection[Reading], lexicon: Lexicon) -> None:
    """Puts the reporting body where its initials stand, if it is they that say most of what is said."""
    said = [
        (reading, hit.start, _subject(reading, hit.start, lexicon))
        for reading in readings
        for hit in (*reading.saying, *reading.deciding)
    ]
    often = Counter(word for _, _, word in said if _INITIALS.fullmatch(word))
    name, times = next(iter(often.most_common(1)), ("", 0))
    if times < _OFTEN:
        return
    if _SHARE * times < sum(bool(word) or _is_known(reading, verb) for reading, verb, word in said):
        return
    for reading in readings:
        hits = [Hit(*match.span(), _OWN) for match in re.finditer(rf"\b{name}\b", reading.text)]
        hits = [hit for hit in hits if not any(one.start <= hit.start < one.end for one in reading.actors)]
        if hits:
            reading.actors[:] = sorted([*reading.actors, *hits], key=lambda hit: hit.start)


def _subject(reading: Reading, verb: int, lexicon: Lexicon) -> str:
    """The one word of a sentence before its verb, articles aside; empty where there are others."""
    before = reading.text[reading.sentence(verb) : verb].split()
    words = [word for word in before if word.lower() not in lexicon.determiners]
    return words[0] if len(words) == 1 else ""


def _is_known(reading: Reading, verb: int) -> bool:
    """Whether a known name stands right before a verb."""
    names = reading.actors_between(reading.sentence(verb), verb)
    return any(one.end == verb - 1 for one in names)
