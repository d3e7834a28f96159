"""Brackets with names of States: who makes a listed recommendation ("Ratify the Convention (Canada);")."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from model import countries
from model.labels import Span
from model.suggestions.reading import Reading

# "... (Canada, Chile);" after a listed recommendation.
_BRACKET = re.compile(r"[(（]([^()（）]{2,300}(?:\([^()]{2,60}\)[^()]{0,200})?)[)）]")
# The bracket and what follows it are not longer.
_TAIL = 400
_ENDS = " \n;.,:/،؛；。"


class _Patterns(NamedTuple):
    """How a language joins names: the bracket with which a text ends, and what stands between names."""

    last: re.Pattern[str]
    between: re.Pattern[str]


@cache
def _patterns(conjunctions: frozenset[str]) -> _Patterns:
    joined = "|".join(map(re.escape, conjunctions))
    return _Patterns(
        re.compile(rf"{_BRACKET.pattern}[\s;.,:/،؛；。]*(?:{joined})?\s*$"),
        re.compile(rf"[,;،，；、/]| (?:{joined}) "),
    )


def states_behind(reading: Reading, start: int, end: int) -> list[Span]:
    """Where the States stand in the brackets with which a text ends at `end`, each of which may have its own
    ("(Egypt) (Peru)"); none where the last one holds others."""
    patterns = _patterns(reading.lexicon.conjunctions)
    states: list[Span] = []
    while match := patterns.last.search(reading.text, max(start, end - _TAIL), end):
        before = _states(reading.text, match, patterns.between)
        if not before:
            break
        states = before + states
        end = match.start()
    return states


def ends_with_states(reading: Reading) -> bool:
    """Whether a text ends with a bracket that holds names of States and nothing else."""
    if not reading.text.rstrip(_ENDS).endswith((")", "）")):
        return False  # as most
    return bool(states_behind(reading, 0, len(reading.text)))


def brackets(reading: Reading) -> list[Span]:
    """The brackets of a text that hold names of States and nothing else."""
    text, between = reading.text, _patterns(reading.lexicon.conjunctions).between
    return [Span(*match.span()) for match in _BRACKET.finditer(text) if _states(text, match, between)]


def _states(text: str, match: re.Match[str], between: re.Pattern[str]) -> list[Span]:
    """Where the States' names stand in a bracket; none where it holds anything else."""
    low = match.start(1)
    spans = [Span(low + piece.start, low + piece.end) for piece in _pieces(match[1], between)]
    known = all(countries.find(text[span.start : span.end]) for span in spans)
    return spans if known else []


def _pieces(text: str, between: re.Pattern[str]) -> list[Span]:
    """Where the names stand in a list of them: whole where it is one name with commas, else between them."""
    if countries.find(text):
        return [_stripped(text, 0, len(text))]
    edges = [0]
    for match in between.finditer(text):
        edges += match.span()
    edges.append(len(text))
    spans = [_stripped(text, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [span for span in spans if span.start < span.end]


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
