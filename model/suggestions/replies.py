"""Replies to the report of another body: which paragraphs repeat what that body said, and which answer it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from model.labels import Role
from model.nodes import Kind
from model.outline import Outline
from model.suggestions.finding import Finding, role_only
from model.suggestions.places import Place
from model.suggestions.reading import Reading
from model.suggestions.voice import Genre, Voice

# A reply's introduction tells of how it came about.
_ANSWERING = (Place.UNKNOWN, Place.RECOMMENDATIONS, Place.OBSERVATIONS, Place.STATEMENTS)
# A reply cites so many paragraphs at least, and of so many only one is out of order.
_SEVERAL, _FALLS = 3, 4
_NUMBER = re.compile(r"\d{1,6}")
_PLAIN = (Role.RECOMMENDATION, Role.OBSERVATION, Role.BACKGROUND, Role.DECISION)


def repeated(outline: Outline, readings: Mapping[str, Reading], voice: Voice) -> frozenset[str]:
    """The paragraphs and items that a reply repeats: they say in a bracket at their end where they stand in
    the report that it answers ("... by the spring. (Paragraph 23)"), or an item of theirs does.

    None where few say so, or in no order: a government refers to paragraphs of its own as well.
    """
    if Genre.REPLY not in voice.genres:
        return frozenset()
    found = ((node_id, _cited(reading)) for node_id, reading in readings.items())
    cited = {node_id: number for node_id, number in found if number is not None}
    falls = sum(behind < number for number, behind in pairwise(cited.values()))
    if len(cited) < _SEVERAL or falls * _FALLS > len(cited):
        return frozenset()
    return frozenset(_with_lists(outline, cited))


def as_repeated(voice: Voice) -> Voice:
    """The voice of what a reply repeats: it does not answer."""
    return replace(voice, genres=voice.genres - {Genre.REPLY})


def as_conclusion(found: Finding) -> Finding:
    """What was found of what a reply repeats: a recommendation, or else what the other body found."""
    if found.verdict.role is Role.BACKGROUND:
        return role_only(Role.OBSERVATION, "a conclusion that is answered", 0.7)
    return found


def as_answer(found: Finding, place: Place) -> Finding:
    """What was found of a paragraph that answers: whatever it says, it is the word of who replies."""
    if place in _ANSWERING and found.verdict.role in _PLAIN:
        return role_only(Role.STATEMENT, "answers what stands above", 0.75)
    return found


def _cited(reading: Reading) -> int | None:
    """The number of the first paragraph that a bracket at the end of a text refers to."""
    text = reading.low.rstrip(" .")
    bracket = text.rfind("(")
    words = text[bracket + 1 : -1].split()
    if not text.endswith(")") or bracket <= 0 or len(words) < 2:
        return None
    number = _NUMBER.match(words[1])
    return int(number[0]) if number and words[0].rstrip(".") in reading.lexicon.paragraphs else None


def _with_lists(outline: Outline, cited: Collection[str]) -> Iterator[str]:
    """What is cited; of items also their lead-ins and the items before them."""
    yield from cited
    for above in {outline[node_id].parent for node_id in cited}:
        if above is not None and outline[above].kind is not Kind.SECTION:
            yield above
            beside = [child.id for child in outline.children(above)]
            yield from beside[: max(at for at, node_id in enumerate(beside) if node_id in cited)]
