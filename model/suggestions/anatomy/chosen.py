"""Words that a person chose as a part of a recommendation, as the rules would have put them."""

from __future__ import annotations

from typing import Any

from model.editing.values import value_of
from model.labels import Slot
from model.suggestions.anatomy.instruments import cited_in
from model.suggestions.anatomy.limits import limits_of, times_of
from model.suggestions.anatomy.tables import tables
from model.suggestions.lexicon_files import LANGUAGES, lexicon
from model.suggestions.reading import read

_YEAR_ONE = 1  # every date that is named lies ahead: a person says that it is a time frame


def value_of_words(slot: Slot, words: str, language: str) -> Any:
    """A value with the kind, the normalised name and the date that the rules find in the words; of the most
    usual kind where they find none. The first call for a language reads its tables."""
    value = value_of(slot, words)
    if slot not in (Slot.INSTRUMENTS, Slot.CONDITIONS, Slot.TIME_FRAME):
        return value
    language = language if language in LANGUAGES else "en"
    reading, known = read(words, lexicon(language)), tables(language)
    if slot is Slot.INSTRUMENTS:
        cited = cited_in(reading, known, 0, len(words), (), None)
        return value | ({"name": cited[0].name, "kind": cited[0].kind.value} if len(cited) == 1 else {})
    if slot is Slot.CONDITIONS:
        limits = limits_of(reading, known, 0, len(words))
        return value | ({"kind": limits[0].kind.value} if limits else {})
    times = times_of(reading, known, 0, len(words), _YEAR_ONE, ())
    return value | ({"kind": times[0].kind.value, "when": times[0].iso} if times else {})
