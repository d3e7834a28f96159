"""Summaries of what a body did: its name stands above them, and each act begins with its verb."""

from __future__ import annotations

from collections.abc import Collection

from model.labels import Addressee
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading, is_past
from model.suggestions.wordlists import Actor

# So many paragraphs that begin like this are a summary.
_SOME = 3
_BODY = Hit(0, 0, Actor("own", (Addressee.OWN_BODY,)))


def call_understood(readings: Collection[Reading]) -> None:
    """Puts the reporting body before verbs in the past that nobody stands before: "adopted the agenda",
    "Invited the authorities to".
    """
    acts = [reading for reading in readings if _acts(reading)]
    for reading in acts if len(acts) >= _SOME else ():
        reading.actors.insert(0, _BODY)


def _acts(reading: Reading) -> bool:
    """Whether a text begins with what was done, and to what: "adopted the report"; not "adopted by the"."""
    lexicon = reading.lexicon
    spots = reading.words.spots(slice(0, 2))
    if len(spots) < 2 or not any(
        hits and hits[0].start == spots[0][0] for hits in (reading.deciding, reading.asks, reading.saying)
    ):
        return False
    behind = reading.low_at(spots[1])
    does = behind in lexicon.determiners or behind in lexicon.that or reading.text[spots[1][0]].isupper()
    return does and is_past(reading, spots[0][0])
