"""Whose word a recommendation is, and what became of it where a list says so."""

from __future__ import annotations

from collections.abc import Sequence

from model.documents import Document
from model.labels import Attribution, Response, Span
from model.suggestions.anatomy.parts import Attributed
from model.suggestions.anatomy.tables import Tables, tables
from model.suggestions.brackets import states_behind
from model.suggestions.finding import Frame
from model.suggestions.lexicon import Lexicon
from model.suggestions.reading import Reading
from model.words import Words

# "Report of the Secretary-General" says in its first words whose report it is.
_TITLE, _OF = 60, 24
# A status is told in so many words.
_OPENING = 6
# A subject stands this near before its verb, in characters.
_REACH = 320


def states_in(reading: Reading, start: int, end: int) -> Attributed | None:
    """The States in the bracket with which a listed recommendation ends at `end`."""
    spans = states_behind(reading, start, end)
    names = ", ".join(reading.text[span.start : span.end] for span in spans)
    return Attributed(Attribution.STATE, names, tuple(spans)) if spans else None


def said_by(reading: Reading, tables: Tables, frame: Frame, before: Sequence[Span] = ()) -> Attributed | None:
    """The subject that says a recommendation's operative verb; None if it has none.

    `before` are the verbs of recommendations before it: clauses that are joined have the first one's subject,
    and whom that asks stands between ("requests the Secretariat to report, and invites States to").
    """
    lexicon = reading.lexicon
    if frame.verb is None or frame.sort != "performative":
        return None
    if lexicon.verb_first:
        behind = reading.subject_behind(frame.verb.end)
        subjects = [behind] if behind is not None and behind.value.sort != "asked" else []
    else:
        sentence = reading.sentence(frame.verb.start)
        first = next((verb for verb in before if verb.start >= sentence), frame.verb)
        subjects = reading.actors_between(max(sentence, first.start - _REACH), first.start)
    for actor in reversed(subjects):
        if actor.start == actor.end:
            continue  # the body, where it is only understood
        span = actor.span
        name = reading.text[actor.start : actor.end]
        if actor.value.is_body:
            return Attributed(Attribution.BODY, name, (span,))
        low = reading.low_at(actor)
        if low in lexicon.together:
            return Attributed(Attribution.SPEAKER, name, (span,))
        for kind, table in ((Attribution.CHAIR, tables.chair), (Attribution.SECRETARIAT, tables.secretariat)):
            if table.find(Words(name, lexicon.cjk)):
                return Attributed(kind, name, (span,))
    return None


def whose_report(document: Document, lexicon: Lexicon, own: bool) -> Attributed:
    """Whose word a report's recommendations are where they do not say: the body's, or the secretariat's.

    `own`: the organ that the masthead names speaks itself, rather than being reported to.
    """
    title = Words(document.masthead.title[:_TITLE], lexicon.cjk)
    found = tables(lexicon.language).secretariat.find(title)
    if found and found[0].start < _OF:
        return Attributed(Attribution.SECRETARIAT, document.masthead.title[found[0].start : found[0].end])
    return Attributed(Attribution.BODY, document.masthead.body if own else "")


def response_in(text: str, tables: Tables) -> Response | None:
    """What a lead-in says became of the recommendations that it lists; None if it says two things."""
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
    return hit.value, hit.span
