"""Organizations as reports on them name them: the one under review, and offices in a State."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from itertools import pairwise, takewhile

from model.labels import Addressee
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading
from model.suggestions.wordlists import Actor

# The organization under review is named in this share of a report's paragraphs.
_REVIEWED = 0.25
_ORGANIZATION = (Addressee.UN_IGO,)
_MANAGEMENT = Actor("asked", (Addressee.MANAGEMENT,))


def call_offices(readings: Collection[Reading]) -> None:
    """Makes one name of an organization's initials and the State after them, where it has an office
    ("UNDP Norland should")."""
    for reading in readings:
        for at, (hit, behind) in enumerate(pairwise(reading.actors)):
            named = _is_short(reading, hit) and behind.value.sort == "state"
            if named and reading.text[hit.end : behind.start] == " ":
                reading.actors[at : at + 2] = [hit._replace(end=behind.end)]
                break


def call_holders(readings: Collection[Reading]) -> None:
    """Makes one name of an office and the body whose it is ("The Commandant of the Coast Guard should")."""
    for reading in readings:
        for at, hit in enumerate(reading.actors):
            if hit.value.sort == "asked" and hit.value.types and reading.text[hit.start].isupper():
                start = _holder(reading, hit)
                if start is not None:
                    reading.actors[at] = hit._replace(start=start)


def _holder(reading: Reading, hit: Hit[Actor]) -> int | None:
    """Where the office begins whose body a name is: after an article, with capitals, before "of the"."""
    lexicon = reading.lexicon
    spots = reading.words_between(reading.sentence(hit.start), hit.start)[-_OFFICE:]
    if spots and reading.low_at(spots[-1]) in lexicon.articles:
        spots.pop()
    if not spots or reading.low_at(spots.pop()) not in lexicon.of & lexicon.within_names:
        return None
    office = list(takewhile(lambda spot: _is_titled(reading, spot), reversed(spots)))
    ahead = spots[len(spots) - len(office) - 1 :][:1] if len(office) < len(spots) else []
    if not office or not ahead or reading.low_at(ahead[0]) not in lexicon.articles:
        return None
    start = office[-1][0]
    known = any(one.start < hit.start and one.end > start for one in reading.actors)
    return None if known or reading.low_at(office[0]) in lexicon.things else start


def _is_titled(reading: Reading, spot: tuple[int, int]) -> bool:
    """Whether a word is one of an office's name: with a capital, and no article."""
    return reading.text[spot[0]].isupper() and reading.low_at(spot) not in reading.lexicon.articles


# An office's name, with the words around it, has no more words.
_OFFICE = 7


def call_reviewed(readings: Collection[Reading]) -> None:
    """Puts the management of the organization under review where a report of oversight names it by initials,
    as every fourth paragraph does.
    """
    named = Counter(
        name
        for reading in readings
        for name in {_first_word(reading, hit) for hit in reading.actors if _is_short(reading, hit)}
    )
    name, often = next(iter(named.most_common(1)), ("", 0))
    if often < _REVIEWED * len(readings) or not name:
        return
    for reading in readings:
        for at, hit in enumerate(reading.actors):
            if _is_short(reading, hit) and _first_word(reading, hit) == name:
                reading.actors[at] = hit._replace(value=_MANAGEMENT)


def _is_short(reading: Reading, hit: Hit[Actor]) -> bool:
    """Whether a name is an organization's initials, perhaps with the State of its office."""
    return hit.value.types == _ORGANIZATION and _first_word(reading, hit).isupper()


def _first_word(reading: Reading, hit: Hit[Actor]) -> str:
    return reading.text[hit.start : hit.end].partition(" ")[0]
