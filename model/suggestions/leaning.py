"""Whether a paragraph tells a fact or a finding: small signs that count once each, however often they stand.

Audits, inquiries and evaluations find in plain words: what was not done is told because it should have been,
"only" and "but" measure against what was expected, "because" explains. Facts come with years, and with
figures. A word that denies or contrasts tips a section that says nothing of its paragraphs; an explanation
or a year does so with another sign; many figures tip a section of findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from model.labels import Role, Span
from model.suggestions.reading import Reading
from model.suggestions.wordlists import Cue

_WEIGHTS = {"denying": 1.8, "contrasting": 1.8, "explaining": 1.2}
# What a paragraph of more words says by the way counts for less.
_LONG = 60
_YEAR, _FIGURE = re.compile(r"(?<![\d.,/])(?:1[89]|20)\d\d(?![\d/])"), re.compile(r"\d[\d.,]*")
# This many figures are a fact's; what has none is a little more often found.
_FIGURES, _TOLD, _DATED, _ASSESSED = 3, 4.0, 1.2, 0.7
# What an audit counted out of what it looked at is found.
_COUNTED = 3.0
# A sentence of no more words claims what the next ones prove.
_CLAIM = 14
# A word that weighs so much settles that a paragraph is a session's business, or a decision.
_SURE = 3.0


class Sign(NamedTuple):
    """Something that speaks for a role, how much, and the words where it has any."""

    role: Role
    weight: float
    span: Span | None = None


def signs(reading: Reading, audited: bool) -> Iterator[Sign]:
    """The signs in a paragraph, each once. `audited`: of an audit's or an evaluation's report."""
    lexicon = reading.lexicon
    length = max(1.0, len(reading.words.words) / _LONG)
    met: set[str] = set()
    for hit in lexicon.leaning.each(reading.words):
        if hit.value not in met and not _in_name(reading, hit.start, hit.end):
            met.add(hit.value)
            yield Sign(Role.OBSERVATION, _WEIGHTS[hit.value] / length, hit.span)
            if len(met) == len(_WEIGHTS):
                break
    figures = list(islice(_FIGURE.finditer(reading.text), _FIGURES))
    if not figures:
        yield Sign(Role.OBSERVATION, _ASSESSED)
    if any(hit.value.role is Role.OBSERVATION or _is_business(hit.value) for hit in reading.cues):
        return  # figures prove what words of finding say, and date a session and what it decided
    if _claims(reading):
        return
    if audited and (share := lexicon.share.search(reading.text)) is not None:
        yield Sign(Role.OBSERVATION, _COUNTED, Span(*share.span()))
        return
    if len(figures) == _FIGURES:
        yield Sign(Role.BACKGROUND, _TOLD, Span(*figures[0].span()))
    if (year := _YEAR.search(reading.text)) is not None:
        yield Sign(Role.BACKGROUND, _DATED, Span(*year.span()))


def _claims(reading: Reading) -> bool:
    """Whether a short first sentence without figures says what those after it prove ("Access got worse. In
    June, six convoys were stopped.")."""
    end = reading.first_end
    return (
        len(reading.starts) > 1
        and len(reading.words_between(0, end)) <= _CLAIM
        and not _FIGURE.search(reading.text, 0, end)
    )


def _is_business(cue: Cue) -> bool:
    return cue.role in (Role.PROCEDURAL, Role.DECISION) and cue.weight >= _SURE


def _in_name(reading: Reading, start: int, end: int) -> bool:
    """Whether a word denies nothing: "organizaciones no gubernamentales", "No. 4"."""
    if reading.text[end : end + 1] in (".", "º", "°") and reading.text[end + 1 : end + 3].strip().isdigit():
        return True
    return any(actor.start <= start < actor.end for actor in reading.actors)
