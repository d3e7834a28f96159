"""Whose word a recommendation is, and what became of it where a list says so."""

from __future__ import annotations

import re

from model import countries
from model.documents import Document
from model.labels import Attribution, Response, Span
from model.suggestions.anatomy.parts import By
from model.suggestions.anatomy.tables import Tables, tables
from model.suggestions.finding import Frame
from model.suggestions.lexicon import Lexicon
from model.suggestions.reading import Reading
from model.words import Words

# "... (Canada, Chile);" behind a listed recommendation.
_BRACKET = re.compile(r"[(（]([^()（）]{2,300}(?:\([^()]{2,60}\)[^()]{0,200})?)[)）]")
_LAST = re.compile(_BRACKET.pattern + r"[\s;.,:/،؛；。]*(?:and)?\s*$")
_BETWEEN = re.compile(r"[,;،，；、/]| and | et | y | e | и ")
# "Report of the Secretary-General" says in its first words whose report it is.
_TITLE, _OF = 60, 24
# A status is told in so many words.
_OPENING = 6
# A subject stands this near before its verb, in characters.
_REACH = 320


def states_in(reading: Reading, start: int, end: int) -> By | None:
    """The States in the bracket with which a listed recommendation ends at `end`."""
    match = _LAST.search(reading.text, max(start, end - 400), end)
    spans = _states(reading.text, match) if match is not None else []
    names = ", ".join(reading.text[span.start : span.end] for span in spans)
    return By(Attribution.STATE, names, tuple(spans)) if spans else None


def brackets(text: str) -> list[Span]:
    """The brackets of a text that hold names of States and nothing else."""
    return [Span(*match.span()) for match in _BRACKET.finditer(text) if _states(text, match)]


def _states(text: str, match: re.Match[str]) -> list[Span]:
    """Where the States' names stand in a bracket; none where it holds anything else."""
    low = match.start(1)
    spans = [Span(low + piece.start, low + piece.end) for piece in _pieces(match[1])]
    known = all(countries.find(text[span.start : span.end]) for span in spans)
    return spans if known else []


def said_by(reading: Reading, lexicon: Lexicon, tables: Tables, frame: Frame) -> By | None:
    """The subject that says a recommendation's operative verb; None where it has none."""
    if frame.verb is None or frame.sort != "performative":
        return None
    if lexicon.verb_first:
        behind = reading.subject_behind(frame.verb.end)
        subjects = [behind] if behind is not None and behind.value.sort != "asked" else []
    else:
        start = max(reading.sentence(frame.verb.start), frame.verb.start - _REACH)
        subjects = reading.actors_between(start, frame.verb.start)
    for actor in reversed(subjects):
        span = Span(actor.start, actor.end)
        name = reading.text[actor.start : actor.end]
        if actor.value.sort in ("own", "principal"):
            return By(Attribution.BODY, name, (span,))
        low = reading.low[actor.start : actor.end]
        if low in lexicon.together:
            return By(Attribution.SPEAKER, name, (span,))
        for kind, table in ((Attribution.CHAIR, tables.chair), (Attribution.SECRETARIAT, tables.secretariat)):
            if table.find(Words(name, lexicon.cjk)):
                return By(kind, name, (span,))
    return None


def whose_report(document: Document, lexicon: Lexicon, own: bool) -> By:
    """Whose word a report's recommendations are where they do not say: the body's, or the secretariat's.

    `own`: the organ that the masthead names speaks itself, rather than being reported to.
    """
    title = Words(document.masthead.title[:_TITLE], lexicon.cjk)
    found = tables(lexicon.language).secretariat.find(title)
    if found and found[0].start < _OF:
        return By(Attribution.SECRETARIAT, document.masthead.title[found[0].start : found[0].end])
    return By(Attribution.BODY, document.masthead.body if own else "")


def response_in(text: str, tables: Tables) -> Response | None:
    """What a lead-in says became of the recommendations that it lists; None where it says two things."""
    said = {hit.value for hit in tables.responses.find(Words(text, tables.language == "zh"))}
    return said.pop() if len(said) == 1 else None


def status_of(reading: Reading, tables: Tables) -> tuple[Response, Span] | None:
    """How far a recommendation has come, where its last sentence opens with that; and the words."""
    start = reading.starts[-1]
    if not start:
        return None
    first = reading.words.since(start).start
    hit = next(iter(tables.statuses.find(reading.words, slice(first, first + _OPENING))), None)
    if hit is None or hit.start != reading.words.edges[2 * first]:
        return None
    return hit.value, Span(hit.start, hit.end)


def _pieces(text: str) -> list[Span]:
    """Where the names stand in a list of them: whole where it is one name with commas, else between them."""
    if countries.find(text):
        return [_stripped(text, 0, len(text))]
    edges = [0]
    for match in _BETWEEN.finditer(text):
        edges += match.span()
    edges.append(len(text))
    spans = [_stripped(text, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [span for span in spans if span.start < span.end]


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
