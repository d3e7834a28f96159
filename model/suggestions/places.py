"""What the headings above say of a paragraph, and what sort of report it stands in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from itertools import islice, pairwise

from model.documents import Document
from model.labels import Addressee, Role, Span
from model.nodes import Kind
from model.outline import Outline
from model.suggestions.addressees import Voice
from model.suggestions.brackets import ends_with_states
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading, is_past
from model.suggestions.wordlists import Actor
from model.words import Words, lowered


class Place(StrEnum):
    """What a section is for."""

    PROCEDURAL = "procedural"
    STATEMENTS = "statements"
    RECOMMENDATIONS = "recommendations"
    OBSERVATIONS = "observations"
    BACKGROUND = "background"
    SUMMARY = "summary"
    RESOLUTION = "resolution"
    OTHER = "other"
    UNKNOWN = "unknown"


# Where a heading says two things, the one that tells most about its paragraphs goes first.
_PRECEDENCE = (
    Place.OTHER,
    Place.RESOLUTION,
    Place.RECOMMENDATIONS,
    Place.PROCEDURAL,
    Place.STATEMENTS,
    Place.OBSERVATIONS,
    Place.BACKGROUND,
    Place.SUMMARY,
)
# "Session of the" an organ; "Report of the" organ on its session.
_OF_THE, _OPENS = 3, 3
# A heading says what its section is for in its first words.
_HEADING_REACH = 160
# Back matter's headings say so in their first letters.
_OPENING = 5
# Sections that go on meaning the same whatever their sub-headings are called.
_STICKY = frozenset({Place.RESOLUTION})
# So many acts make an organ the one that reports.
_ACTS = 3
# So many paragraphs that end with States in brackets are a list of recommendations.
_LISTED = 4
# The number of nodes looked at to learn what sort of report it is.
_FRONT = 30
# A title says in so many characters that a report is on one State.
_TITLED = 60
# What covers say of a report whose title does not.
_ON_COVERS = frozenset({"parliament", "accident"})
# What asks one State alone: lists of issues, concluding observations, reports on visits.
_ON_A_STATE = frozenset({"questions", "concluding", "visit"})
_VERBATIM_SYMBOL = re.compile(r"/(?:PV|SR)\.\d+")
_RESOLUTION_SYMBOL = re.compile(r"/RES/|\bWHA\d+\.\d+|\bRES/\d+")


def place_of(heading: str, lexicon: Lexicon, above: Place) -> Place:
    """What a heading makes of its section; where it says nothing, what the section above is for."""
    if above in _STICKY:
        return above
    said = Words(heading[:_HEADING_REACH], lexicon.cjk)
    labels = lexicon.agenda_items.find(said)
    hits = [
        hit
        for hit in lexicon.headings.find(said, starts=frozenset({0}))
        if not any(label.start <= hit.start < label.end for label in labels)
    ]
    # "Acknowledgements" is back matter, "Review of the use of non-staff personnel" is not
    hits = [hit for hit in hits if hit.start < _OPENING or hit.value != Place.OTHER]
    if above in (Place.RECOMMENDATIONS, Place.BACKGROUND):
        # below recommendations a heading names what they are about: "Diagnosis and assessment"
        hits = [hit for hit in hits if hit.start == 0]
    if above is Place.RECOMMENDATIONS:
        hits = [hit for hit in hits if said.low[hit.start : hit.end] not in lexicon.topical]
    # "Evaluation methodology" is a methodology
    hits = [hit for hit, behind in pairwise([*hits, None]) if hit and not _qualifies(hit, behind, heading)]
    meant = {hit.value for hit in hits}
    for place in _PRECEDENCE:
        if place in meant:
            # "Decisions adopted" in a report's body tells of acts;
            # only a heading that begins so is an act itself.
            if place is Place.RESOLUTION and hits[0].start > 14:
                continue
            return place
    return above


def _qualifies(hit: Hit[str], behind: Hit[str] | None, heading: str) -> bool:
    """Whether a heading's word only says of which kind the next one is: nothing but a space between."""
    return behind is not None and heading[hit.end : behind.start] == " "


def voice_of(
    document: Document,
    outline: Outline,
    lexicon: Lexicon,
    readings: Collection[Reading] = (),
    cover: str = "",
) -> Voice:
    """Who speaks in a report, from its masthead, title and first pages; and whether in the past tense.

    `cover`: all that its first pages say of it, where it is no intergovernmental organization's.
    """
    front = " ".join(_front(outline))
    masthead = document.masthead
    sitting = organ_in_session(masthead.title, lexicon)
    reporting = reporting_body(readings, lexicon) or sitting
    said = Words(" ".join((reporting, masthead.body, masthead.title, front))[:3000], lexicon.cjk)
    kinds = {hit.value for hit in lexicon.kinds.find(said)}
    if not masthead.symbol:
        kinds |= {hit.value for hit in lexicon.kinds.find(Words(cover, lexicon.cjk))} & _ON_COVERS
    titled = lexicon.kinds.find(Words(masthead.title or front[:200], lexicon.cjk))
    opening = {hit.value for hit in titled if hit.start < 30}
    state = _ON_A_STATE.intersection(hit.value for hit in titled if hit.start < _TITLED)
    addressed = any(hit.value == "addressed" for hit in titled)
    narrated = bool(sitting) or is_narrated(readings, lexicon)
    symbol = " ".join((masthead.symbol, masthead.title, front[:120]))
    resolution = "resolution" in opening or bool(_RESOLUTION_SYMBOL.search(symbol))
    # a report's masthead names the organ that it goes to; only a resolution is that organ's own
    own = masthead.body if resolution or not names_principal(masthead.body, lexicon) else ""
    return Voice(
        body=lowered(" ".join((reporting, own, masthead.title or front[:200])))[:600],
        review="review" in kinds,
        oversight="oversight" in kinds,
        resolution=resolution,
        parliament="parliament" in kinds and not masthead.symbol,  # "Standing Committee on Finance"
        analysis="analysis" in kinds,
        guideline="guideline" in opening,
        reply=any(hit.value == "reply" for hit in titled),
        accident="accident" in kinds,
        letter="letter" in opening,
        addressed=addressed,
        front=cover,
        verbatim="verbatim" in opening or bool(_VERBATIM_SYMBOL.search(symbol)),
        narrated=narrated,
        article=is_article(outline, lexicon),
        symbol=lowered(masthead.symbol),
        governs=_is_an_organ(masthead.title, lexicon),
        whom=(Addressee.SPECIFIC_STATE,) if state else (),
    )


def reviews_a_state(readings: Collection[Reading], lexicons: Iterable[Lexicon]) -> bool:
    """Whether a report says of its recommendations which of them the State under review supports, or lists
    recommendations each with the States that make it.
    """
    listed = (r for r in readings if ends_with_states(r.text) and not r.saying)
    if len(list(islice(listed, _LISTED))) == _LISTED:
        return True
    return any(
        hit.value.role is Role.PROCEDURAL
        and reading.low[hit.start : hit.end] in lexicon.reviewed
        and bool(lexicon.announcing.find(reading.words))
        for reading, lexicon in zip(readings, lexicons, strict=True)
        for hit in reading.cues
    )


def is_article(outline: Outline, lexicon: Lexicon) -> bool:
    """Whether a report is parted as studies are, with a section of methods."""
    return any(
        node.kind is Kind.SECTION and lowered(node.text.strip()) in lexicon.methods for node in outline
    )


def organ_in_session(title: str, lexicon: Lexicon) -> str:
    """The principal organ of whose session a title is ("Minutes of the session of the Governing Body")."""
    said = Words(title, lexicon.cjk)
    if lexicon.sessions.isdisjoint(said.words):
        return ""  # as nearly always
    for hit in lexicon.actors.find(said):
        if hit.value.sort == "principal":
            ahead = said.words[said.within(0, hit.start)]
            opens = len(ahead) <= _OPENS and lexicon.turning.isdisjoint(ahead)
            near = said.words if opens else ahead[-_OF_THE:]
            return "" if lexicon.sessions.isdisjoint(near) else said.low[hit.start : hit.end]
    return ""


def _is_an_organ(title: str, lexicon: Lexicon) -> bool:
    """Whether a title names a council, a committee or a conference, as those of expert meetings do not."""
    said = Words(title, lexicon.cjk)
    return any(
        hit.value.sort == "principal" or said.low[hit.start : hit.end] in lexicon.reported_to
        for hit in lexicon.actors.find(said)
    )


def names_principal(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a principal organ's, to which reports go."""
    hits = lexicon.actors.find(Words(name, lexicon.cjk))
    return any(hit.value.sort == "principal" for hit in hits)


def reporting_body(readings: Collection[Reading], lexicon: Lexicon) -> str:
    """The principal organ that a report is of: the one that acted, as it tells, or asks, again and again."""
    acted: dict[str, int] = {}
    own = 0
    for reading in readings:
        for verb in _acts(reading, lexicon):
            subject = _subject_near(reading, lexicon, verb)
            if subject is None:
                continue
            if subject.value.sort == "own":
                own += 1
            elif subject.value.sort == "principal":
                name = reading.low[subject.start : subject.end]
                acted[name] = acted.get(name, 0) + 1
    name = max(acted, key=lambda one: acted[one], default="")
    return name if acted.get(name, 0) >= max(_ACTS, own + 1) else ""


def _acts(reading: Reading, lexicon: Lexicon) -> Iterator[Span]:
    """The verbs of a paragraph that tell what was decided, or ask now."""
    for hit in reading.deciding:
        if is_past(reading, hit.start, lexicon):
            yield hit.span
    for ask in reading.asks:
        if ask.value.sort == "performative" and not is_past(reading, ask.start, lexicon):
            yield ask.span


def _subject_near(reading: Reading, lexicon: Lexicon, verb: Span) -> Hit[Actor] | None:
    """The name that stands right before a verb, or right behind it where verbs come first."""
    if lexicon.verb_first:
        return reading.subject_behind(verb.end)
    near = reading.actors_between(max(0, verb.start - 60), verb.start)
    return near[-1] if near and verb.start - near[-1].end <= 25 else None


def is_narrated(readings: Iterable[Reading], lexicon: Lexicon) -> bool:
    """Whether a report tells in the past what its body did ("the Committee recommended"), as meetings' do.

    Where a report speaks in the present ("the Committee recommends"), what it tells in the past tense is what
    was recommended before. A report that says neither is taken as told.
    """
    past = present = 0
    for reading in readings:
        for hit in reading.asks:
            if hit.value.sort != "performative":
                continue
            near = reading.actors_between(max(0, hit.start - 80), hit.start)
            if near and near[-1].value.sort == "own":
                if is_past(reading, hit.start, lexicon):
                    past += 1
                else:
                    present += 1
    return past > present or not present


def _front(outline: Outline) -> Iterable[str]:
    for count, node in enumerate(outline):
        if count >= _FRONT:
            return
        if node.kind in (Kind.TITLE, Kind.SECTION):
            yield node.text
