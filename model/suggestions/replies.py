"""Replies to the report of another body: which paragraphs repeat what that body said, and which answer it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

from model.labels import Role
from model.nodes import Kind
from model.outline import Outline
from model.suggestions.finding import Finding, role_only
from model.suggestions.places import Place
from model.suggestions.reading import Reading
from model.suggestions.voice import Genre, Voice

# A reply's introduction tells of how it came about.
_ANSWERING = (Place.UNKNOWN, Place.RECOMMENDATIONS, Place.OBSERVATIONS, Place.STATEMENTS)
_PLAIN = (Role.RECOMMENDATION, Role.OBSERVATION, Role.BACKGROUND, Role.DECISION)


def repeated(outline: Outline, readings: Mapping[str, Reading], voice: Voice) -> frozenset[str]:
    """The paragraphs and items that a reply repeats: they say in a bracket at their end where they stand in
    the report that it answers ("... by the spring. (Paragraph 23)"), or an item of theirs does.
    """
    if Genre.REPLY not in voice.genres:
        return frozenset()
    cited = {node_id for node_id, reading in readings.items() if _is_cited(reading)}
    return frozenset(id_ for node_id in cited for id_ in _with_list(outline, node_id))


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


def _is_cited(reading: Reading) -> bool:
    text = reading.low.rstrip(" .")
    bracket = text.rfind("(")
    words = text[bracket + 1 : -1].split()
    return (
        text.endswith(")")
        and bracket > 0
        and len(words) > 1
        and words[0].rstrip(".") in reading.lexicon.paragraphs
        and words[1][0].isdigit()
    )


def _with_list(outline: Outline, node_id: str) -> Iterator[str]:
    """A paragraph; of an item also its lead-in and the items before it."""
    yield node_id
    above = outline[node_id].parent
    if outline[node_id].kind is Kind.ITEM and above is not None and outline[above].kind is not Kind.SECTION:
        yield above
        beside = (child.id for child in outline.children(above))
        yield from takewhile(lambda id_: id_ != node_id, beside)
