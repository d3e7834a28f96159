"""What tells whose voice a report has: its masthead, its title and first headings, and who acts in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from model.documents import Document, Masthead
from model.labels import Addressee, Role, Span
from model.nodes import Kind
from model.outline import Outline
from model.suggestions.brackets import ends_with_states
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading, is_past
from model.suggestions.voice import Genre, Voice
from model.suggestions.wordlists import Actor
from model.words import Words, lowered

# "Session of the" an organ, "session ordinaire de la"; "Report of the" organ on its session.
_OF_THE, _OPENS = 4, 3
# This many acts make an organ the one that reports.
_ACTS = 3
# So many paragraphs that end with States in brackets are a list of recommendations.
_LISTED = 4
# The number of nodes looked at to learn what sort of report it is.
_FRONT = 30
# A title opens with this many characters, and says in this many that a report is on one State.
_OPENS_TITLE, _TITLED = 30, 60
# Between "to" and a parliament's name stand so few words ("an den Haushaltsausschuss des Bundestages").
_TURNED = 5
# What asks one State alone: lists of issues, concluding observations, reports on visits, reviews by peers.
_ASKING_A_STATE = frozenset({"questions", "concluding", "visit", "peers"})
# What is on one State, and says also what others should do: reports of the International Monetary Fund.
_ON_A_STATE = _ASKING_A_STATE | {"surveillance"}
_VERBATIM_SYMBOL = re.compile(r"/(?:PV|SR)\.\d+")
_RESOLUTION_SYMBOL = re.compile(r"/RES/|\bWHA\d+\.\d+|\bRES/\d+")
# What a report's title, masthead or first headings say of it, and what its cover says whose title does not.
_NAMED = frozenset({Genre.REVIEW, Genre.OVERSIGHT, Genre.PARLIAMENT, Genre.ANALYSIS, Genre.ACCIDENT})
_ON_COVERS = frozenset({Genre.PARLIAMENT, Genre.ACCIDENT})
# What its title alone says, anywhere or with its first words.
_TITLES = frozenset({Genre.REPLY, Genre.ADDRESSED})
_OPENINGS = frozenset({Genre.RESOLUTION, Genre.GUIDELINE, Genre.LETTER, Genre.VERBATIM})


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
    reporting = reporting_body(readings) or sitting
    said = Words(" ".join((reporting, masthead.body, masthead.title, front))[:3000], lexicon.cjk)
    titled = lexicon.kinds.find(Words(masthead.title or front[:200], lexicon.cjk))
    genres = {*_named(said, masthead, cover, lexicon), *_titled(titled, masthead, front)}
    if is_article(outline, lexicon):
        genres.add(Genre.ARTICLE)
    kinds = {hit.value for hit in titled if hit.start < _TITLED}
    # a report's masthead names the organ that it goes to; only a resolution is that organ's own
    is_own = Genre.RESOLUTION in genres or not names_principal(masthead.body, lexicon)
    names = (reporting, masthead.body if is_own else "", masthead.title or front[:200])
    return Voice(
        body=lowered(" ".join(names))[:600],
        front=cover,
        symbol=lowered(masthead.symbol),
        whom=() if _ASKING_A_STATE.isdisjoint(kinds) else (Addressee.SPECIFIC_STATE,),
        on_state=not _ON_A_STATE.isdisjoint(kinds),
        genres=frozenset(genres),
        governs=_is_an_organ(masthead.title, lexicon),
        serves=_is_a_note(readings),
        narrated=bool(sitting) or is_narrated(readings),
    )


def _named(said: Words, masthead: Masthead, cover: str, lexicon: Lexicon) -> Iterator[Genre]:
    """The genres that a report's names say it is of; a cover says some where no symbol says whose it is."""
    kinds = {hit.value for hit in lexicon.kinds.find(said)}
    titled = {hit.value for hit in lexicon.kinds.find(Words(masthead.title, lexicon.cjk))}
    if masthead.symbol or ("international" in kinds and Genre.PARLIAMENT not in titled):
        kinds.discard(Genre.PARLIAMENT)  # "Standing Committee on Finance"
    else:
        covers = Words(cover, lexicon.cjk)
        found = (hit for hit in lexicon.kinds.find(covers) if not _turned_to(covers, hit.start, lexicon))
        kinds |= {hit.value for hit in found} & _ON_COVERS
    return (genre for genre in _NAMED if genre in kinds)


def _titled(titled: Collection[Hit[str]], masthead: Masthead, front: str) -> Iterator[Genre]:
    """The genres that a report's title, or its symbol, says it is of."""
    kinds = {hit.value for hit in titled}
    opening = {hit.value for hit in titled if hit.start < _OPENS_TITLE}
    symbol = " ".join((masthead.symbol, masthead.title, front[:120]))
    yield from (genre for genre in _TITLES if genre in kinds)
    yield from (genre for genre in _OPENINGS if genre in opening)
    if _RESOLUTION_SYMBOL.search(symbol):
        yield Genre.RESOLUTION
    if _VERBATIM_SYMBOL.search(symbol):
        yield Genre.VERBATIM


def _turned_to(said: Words, start: int, lexicon: Lexicon) -> bool:
    """Whether a cover names those to whom a report goes ("Report to the Standing Committee on Wells")."""
    ahead = said.words[said.within(0, start)][-_TURNED:]
    return not lexicon.turning.isdisjoint(ahead)


def reviews_a_state(readings: Collection[Reading]) -> bool:
    """Whether a report says of its recommendations which of them the State under review supports, or lists
    recommendations each with the States that make it.
    """
    listed = (r for r in readings if ends_with_states(r) and not r.saying)
    if len(list(islice(listed, _LISTED))) == _LISTED:
        return True
    return any(
        hit.value.role is Role.PROCEDURAL
        and reading.low_at(hit) in reading.lexicon.reviewed
        and bool(reading.lexicon.announcing.find(reading.words))
        for reading in readings
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


def reporting_body(readings: Collection[Reading]) -> str:
    """The principal organ that a report is of: the one that acted, as it tells, or asks, again and again."""
    acted: dict[str, int] = {}
    own = 0
    for reading in readings:
        for verb in _acts(reading):
            subject = _subject_near(reading, verb)
            if subject is None:
                continue
            if subject.value.sort == "own":
                own += 1
            elif subject.value.sort == "principal":
                name = reading.low_at(subject)
                acted[name] = acted.get(name, 0) + 1
    name = max(acted, key=lambda one: acted[one], default="")
    return name if acted.get(name, 0) >= max(_ACTS, own + 1) else ""


def _acts(reading: Reading) -> Iterator[Span]:
    """The verbs of a paragraph that tell what was decided, or ask now."""
    for hit in reading.deciding:
        if is_past(reading, hit.start):
            yield hit.span
    for ask in reading.asks:
        if ask.value.sort == "performative" and not is_past(reading, ask.start):
            yield ask.span


def _subject_near(reading: Reading, verb: Span) -> Hit[Actor] | None:
    """The name that stands right before a verb, or right after it where verbs come first."""
    if reading.lexicon.verb_first:
        return reading.subject_behind(verb.end)
    near = reading.actors_between(max(0, verb.start - 60), verb.start)
    return near[-1] if near and verb.start - near[-1].end <= 25 else None


def _is_a_note(readings: Iterable[Reading]) -> bool:
    """Whether a document first calls itself a note ("The present note was prepared by the secretariat")."""
    called = next((reading for reading in readings if reading.itself), None)
    return called is not None and called.low_at(called.itself[0]).endswith(tuple(called.lexicon.notes))


def is_narrated(readings: Iterable[Reading]) -> bool:
    """Whether a report tells in the past what its body did ("the Committee recommended"), as meetings' do.

    Where a report speaks in the present ("the Committee recommends"), what it tells in the past tense is what
    was recommended before. A report that says neither is taken as told.
    """
    past = present = 0
    for reading in readings:
        for hit in reading.asks:
            if hit.value.sort != "performative" or _is_decided(reading, hit.start):
                continue
            near = reading.actors_between(max(0, hit.start - 80), hit.start)
            if near and near[-1].value.sort == "own":
                if is_past(reading, hit.start):
                    past += 1
                else:
                    present += 1
    return past > present or not present


def _is_decided(reading: Reading, verb: int) -> bool:
    """Whether a verb is what a body decided to do ("agreed to invite")."""
    lexicon = reading.lexicon
    between_them = (reading.low[one.end : verb].strip() for one in reading.deciding if one.end < verb)
    return any(not gap or gap in lexicon.decided for gap in between_them)


def _front(outline: Outline) -> Iterable[str]:
    for count, node in enumerate(outline):
        if count >= _FRONT:
            return
        if node.kind in (Kind.TITLE, Kind.SECTION):
            yield node.text
