"""The rules' word on every paragraph and item of a report."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import islice

from model.documents import Document
from model.labels import Addressee, Decision
from model.languages import language_of
from model.linking import Inside
from model.nodes import CLASSIFIED, Kind
from model.outline import Outline
from model.suggestions.addressing import asked_by
from model.suggestions.aliases import call_by_short_names
from model.suggestions.anatomy.filling import Context
from model.suggestions.anatomy.voices import whose_report
from model.suggestions.implied_subjects import call_understood
from model.suggestions.initials import call_by_initials
from model.suggestions.lexicon import Lexicon
from model.suggestions.lexicon_files import LANGUAGES, lexicon
from model.suggestions.national import (
    call_by_meeting,
    call_by_office,
    front_of,
    hear_advice,
    is_national,
    names_state,
)
from model.suggestions.reading import Reading, read
from model.suggestions.reporting import (
    call_by_body,
    call_by_title,
    call_for_body,
    call_groups,
    call_parent,
    call_parties,
    call_publisher,
    call_rapporteurs,
    call_state,
    call_visitors,
)
from model.suggestions.reviewed_bodies import call_holders, call_offices, call_reviewed
from model.suggestions.unlisted_bodies import call_strangers
from model.suggestions.voice import Genre, Voice
from model.suggestions.voice_signs import names_principal, reviews_a_state, voice_of
from model.suggestions.walk import Walk
from model.words import Words, lowered

# A report says in its first paragraphs whom its recommendations are for.
_FIRST = 25
# Fewer characters do not tell what language they are written in.
_TELLING = 90
# A heading says in this many characters what its section is for.
_HEADING = 160
# This many are enough to tell it.
_ENOUGH = 400


def suggest(document: Document, outline: Outline, language: str) -> list[Decision]:
    """The rules' decisions on every paragraph and item, in reading order: roles, and what is recommended.

    `language` is an ISO 639-1 code; if there is no file for it, the English words are used.
    """
    lex = lexicon(language)
    by_node = _readings(outline, lex)
    readings = by_node.values()
    voice = _voice(document, outline, lex, readings)
    _call_bodies(document, lex, voice, readings)
    title = asked_by(read(document.masthead.title, lex), lex.turning)
    voice = replace(voice, whom=voice.whom or title or _meant_for(islice(readings, _FIRST), lex))
    headings = (node.text for node in outline if node.kind is Kind.SECTION)
    voice = replace(voice, strangers=call_strangers(readings, headings, lex, voice))
    call_holders(readings)
    own = Genre.RESOLUTION in voice.genres or not names_principal(document.masthead.body, lex)
    context = Context(_year(document), whose_report(document, lex, own), Inside(outline))
    return Walk(outline, by_node, lex, voice, context).run()


def _readings(outline: Outline, main: Lexicon) -> dict[str, Reading]:
    """Every paragraph and item, read in its own language: an annex may be in another one than its report.

    Short texts show too little of their language; they take that of the text before them.
    """
    found: dict[str, Reading] = {}
    last = main
    for node in outline:
        if node.kind in CLASSIFIED:
            said = language_of(node.text[:_ENOUGH]) if len(node.text) >= _TELLING else ""
            if said in LANGUAGES:
                last = lexicon(said)
            found[node.id] = read(node.text, last)
    return found


def _voice(document: Document, outline: Outline, lex: Lexicon, readings: Collection[Reading]) -> Voice:
    """Who speaks in a report. For a report made inside a State, its offices, and the way its audits
    advise, are put into the readings."""
    front = front_of(document, outline)
    national = is_national(document, front, readings, lex)
    if national:
        call_by_office(readings, front, lex, lowered(document.masthead.body))
    voice = voice_of(document, outline, lex, readings, front)
    if national and Genre.OVERSIGHT in voice.genres:
        hear_advice(readings)
    return replace(
        voice,
        genres=voice.genres | {Genre.REVIEW} if reviews_a_state(readings) else voice.genres,
        national=national,
        on_state=(voice.on_state or names_state(document.masthead.title, lex)) and not national,
        advising=not national or _advises(front, outline, lex),
    )


def _call_bodies(document: Document, lex: Lexicon, voice: Voice, readings: Collection[Reading]) -> None:
    """Puts into the readings whom the report's own names for bodies mean; each step builds on those before
    it."""
    if Genre.OVERSIGHT not in voice.genres:
        call_by_meeting(readings, voice.body, lex)
    call_by_title(readings, document.masthead.title, lex)
    call_by_body(readings, document.masthead.body, lex)
    call_parent(readings, document.masthead.title, lex)
    call_parties(readings, f"{document.masthead.title} {document.masthead.body}", lex)
    call_state(readings, document.masthead.title, lex)
    call_rapporteurs(readings, voice.body, lex)
    call_groups(readings, voice.body, lex)
    call_visitors(readings, document.masthead.title, lex)
    if Genre.GUIDELINE in voice.genres:
        call_publisher(readings, document.masthead.title, voice.front, lex)
    call_for_body(readings, lex)
    call_offices(readings)
    if Genre.OVERSIGHT in voice.genres and not (voice.national or voice.governs):
        call_reviewed(readings)
    call_by_short_names(readings, lex, voice)
    call_by_initials(readings, lex, voice.body, Genre.OVERSIGHT in voice.genres)
    call_understood(readings)


def _year(document: Document) -> int:
    """The year of a report; 0 if its masthead gives none."""
    year = document.masthead.date[:4]
    return int(year) if year.isdecimal() else 0


def _meant_for(readings: Iterable[Reading], lex: Lexicon) -> tuple[Addressee, ...]:
    """Whom a report's recommendations are for, if it says so: "This brief provides ... for"."""
    for reading in readings:
        if reading.itself and (whom := asked_by(reading, lex.meant_for)):
            return whom
    return ()


def _advises(front: str, outline: Outline, lex: Lexicon) -> bool:
    """Whether a report's first pages or its headings speak of recommendations."""
    headings = (node.text[:_HEADING] for node in outline if node.kind is Kind.SECTION)
    said = Words(" ".join((front, *headings)), lex.cjk)
    return next(lex.announcing.each(said), None) is not None
