"""Texts and reports that speak as "we": in their own voice, not in that of who reports."""

from __future__ import annotations

from collections.abc import Collection

from model.suggestions.reading import Reading

# Whoever speaks as "we" does so among the first words.
_FIRST = 60
# So many paragraphs say "we" where a report does.
_AGAIN = 3


def first_person(reading: Reading) -> bool:
    """Whether a paragraph speaks as "we": a statement in its own voice, not a report of one."""
    lexicon = reading.lexicon
    if lexicon.cjk:
        return all(word in reading.low for word in lexicon.we)
    words = reading.words.words[:_FIRST]
    if lexicon.we.isdisjoint(words):
        return False  # as nearly always
    said = (low for word, low in zip(words, reading.words.edges[::2], strict=False) if word in lexicon.we)
    return any(not reading.within_quotes(low) for low in said)


def speaks_as_we(readings: Collection[Reading]) -> bool:
    """Whether a report says "we" again and again: a body that it names is another then."""
    return sum(first_person(reading) for reading in readings) >= _AGAIN
