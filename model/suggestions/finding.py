"""What the rules make of one paragraph or item: its role, and the recommendations in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from model.labels import Addressee, Force, Role, Slot, Span
from model.suggestions.addressees import after
from model.suggestions.anatomy.parts import Attributed
from model.suggestions.clauses import Clause, ClauseSort, in_passive
from model.suggestions.frames import grouped, says_it
from model.suggestions.leads import Lead, default_addressee
from model.suggestions.naming import NOBODY, Asked
from model.suggestions.places import Place
from model.suggestions.pronouns import tells_it
from model.suggestions.reading import Reading
from model.suggestions.roles import Verdict
from model.suggestions.voice import Genre, Voice

INHERITED = "inherited from the lead-in"
BESIDE = "follows its lead-in"
# "To the Ministry of Health:", of what stands below.
CALLED = "calls those whom its items ask"
# "The Board makes the following recommendations to the Ministry:".
INTRODUCED = "says whom its recommendations are for"
# Whom a recommendation asks that names nobody.
UNNAMED = (Addressee.IMPLICIT,)


class Where(NamedTuple):
    """What a node gets from the nodes above it."""

    place: Place
    resolution: bool = False
    lead: Lead | None = None
    whom: tuple[Addressee, ...] = ()  # whom the heading above addresses
    by: Attributed | None = None  # the organ whose resolution it is
    leads: bool = False  # others stand below it
    follows: bool = False  # the paragraph before begins with the reporting body


class Frame(NamedTuple):
    """One recommendation of a node: how strongly it asks, whom, and by which words.

    `start` and `end` bound its words (None: to the end of the sentence), `after` is where the words that say
    whom it asks end, 0 if they stand before the verb; `sort` is its clause's, or "lead" where the
    lead-in asks.
    """

    force: Force | None
    addressees: tuple[Addressee, ...] = ()
    spans: tuple[Span, ...] = ()
    verb: Span | None = None
    verb_words: str = ""
    sort: ClauseSort | Literal["lead"] = "lead"
    start: int = 0
    end: int | None = None
    after: int = 0


class Finding(NamedTuple):
    """A role with its reasons; for a recommendation also its frames, at least one."""

    verdict: Verdict
    frames: tuple[Frame, ...] = ()
    inherited: frozenset[Slot] = frozenset()

    @property
    def first(self) -> Frame:
        return self.frames[0] if self.frames else _EMPTY

    @property
    def last(self) -> Frame:
        """The recommendation that is open at the end of the text: a lead-in passes it down."""
        return self.frames[-1] if self.frames else _EMPTY

    @property
    def addressees(self) -> tuple[Addressee, ...]:
        """All who are asked, by any clause."""
        return tuple(dict.fromkeys(one for frame in self.frames for one in frame.addressees))

    def assigned(self, whom: tuple[Addressee, ...]) -> Finding:
        """The finding with these addressees, if there are any, in place of those that its own words do not
        name."""
        if not whom:
            return self
        return self._replace(frames=tuple(f if f.spans else f._replace(addressees=whom) for f in self.frames))

    def addressed(self, whom: tuple[Addressee, ...], usual: tuple[Addressee, ...] = ()) -> Finding:
        """The finding with these addressees, if there are any, where its words name nobody.

        `usual`: they are those who are meant unless more is said; a heading says more.
        """
        if not whom:
            return self
        open_ = ((), UNNAMED) if Slot.ADDRESSEES in self.inherited else ((), UNNAMED, usual)
        frames = (
            f._replace(addressees=whom) if not f.spans and f.addressees in open_ else f for f in self.frames
        )
        return self._replace(frames=tuple(frames))


_EMPTY = Frame(None)


def role_only(role: Role, rule: str, confidence: float) -> Finding:
    """A role without recommendations."""
    return Finding(Verdict(role, rule, confidence))


def below(
    verdict: Verdict, lead: Lead, inherited: frozenset[Slot] = frozenset(), asked: Asked = NOBODY
) -> Finding:
    """A recommendation that completes its lead-in's clause. `asked`: whom its own words name."""
    whom = asked.types or lead.addressees or UNNAMED
    frame = Frame(lead.force, whom, asked.spans, verb_words=lead.verb)
    return Finding(verdict, (frame,), inherited - {Slot.ADDRESSEES} if asked.types else inherited)


def asked_as_it(found: Finding, reading: Reading, it: tuple[Addressee, ...]) -> Finding:
    """A recommendation that calls by a pronoun whom it asks ("It must"): `it` is whom that means."""
    first = found.first
    if not it or first.sort != "modal" or first.spans or first.verb is None:
        return found
    if first.addressees not in ((), UNNAMED) or not tells_it(reading, first.verb):
        return found
    return found._replace(frames=(first._replace(addressees=it), *found.frames[1:]))


def asking_finding(
    reading: Reading,
    verdict: Verdict,
    asking: list[Clause],
    voice: Voice,
    otherwise: tuple[Addressee, ...] = (),
) -> Finding:
    """A recommendation, as its own clauses word it; any other role unchanged.

    `otherwise`: the addressees of a clause that names nobody.
    """
    if verdict.role is not Role.RECOMMENDATION or not asking:
        return Finding(verdict)
    frames: list[Frame] = []
    for group in grouped(reading, asking):
        whom = group.asked.types
        if not whom and frames and says_it(reading, group):
            whom = frames[-1].addressees
        whom = whom or otherwise or _reviewed(group.clause, reading, voice)
        verb = group.clause.verb
        words = reading.text[verb.start : verb.end]
        behind = [span.end for span in group.clause.asked.spans if span.start >= verb.end]
        frames.append(
            Frame(
                group.clause.force,
                addressees=whom,
                spans=_names(reading, group.asked.spans),
                verb=verb,
                verb_words=words,
                sort=group.clause.sort,
                start=group.start,
                end=group.end,
                after=max(behind, default=0),
            )
        )
    return Finding(verdict, tuple(frames))


def _names(reading: Reading, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The words that name those who are asked; "Government of" and "Norway" are one name."""
    names: list[Span] = []
    for span in sorted(_bare(reading, one) for one in spans):
        if names and reading.text[names[-1].end : span.start].isspace():
            names[-1] = Span(names[-1].start, span.end)
        elif not names or span.start >= names[-1].end:
            names.append(span)
    return tuple(names)


def _bare(reading: Reading, span: Span) -> Span:
    """A name's words without the article with which some tables hold it."""
    lexicon = reading.lexicon
    the = next((word for word in lexicon.before_names if reading.low.startswith(word, span.start)), "")
    return Span(span.start + len(the), span.end)


def imperative(
    reading: Reading, verdict: Verdict, verb: Span | None, voice: Voice, listed: bool, asked: Asked
) -> Finding:
    """A recommendation that opens with what is to be done, or with whom it asks (`asked`)."""
    whom = asked.types or default_addressee(voice, listed) or UNNAMED
    return Finding(verdict, (bare_frame(reading, verb, whom)._replace(spans=asked.spans),))


def bare_frame(reading: Reading, verb: Span | None, whom: tuple[Addressee, ...]) -> Frame:
    """The recommendation of a text that opens with its verb; it names nobody itself."""
    words = reading.text[verb.start : verb.end] if verb else ""
    return Frame(opening_force(reading), whom, verb=verb, verb_words=words, sort="imperative")


def opening_force(reading: Reading) -> Force:
    """Bare imperatives recommend; "Urge X to" requests.

    "Request assistance" says what is to be done, and so does "Accept the request": nobody is asked.
    """
    opener = next((hit for hit in reading.openers if hit.value.force >= Force.REQUESTS), None)
    if opener is None or not _opens(reading, opener.start):
        return Force.RECOMMENDS
    asked = after(reading, opener.end, reading.sentence_end(opener.end))
    return opener.value.force if asked.types else Force.RECOMMENDS


def _opens(reading: Reading, start: int) -> bool:
    """Whether a text begins at an offset, "to" and adverbs aside ("To strongly urge")."""
    lexicon = reading.lexicon
    ahead = reading.words.words[reading.words.within(0, start)]
    return all(word in lexicon.before_verbs or word.endswith(lexicon.adverb_endings) for word in ahead)


def _reviewed(clause: Clause, reading: Reading, voice: Voice) -> tuple[Addressee, ...]:
    """Whom a clause asks that names nobody whom the tables know: the reviewed."""
    if not in_passive(reading, clause):
        if Genre.PARLIAMENT in voice.genres and _tells_of_authority(reading, clause):
            return (Addressee.NATIONAL_AUTHORITY,)
        if Genre.OVERSIGHT in voice.genres and clause.sort == "modal":
            # "the Division should": a part of the organization under review
            return (voice.reviewed,)
    return voice.whom or UNNAMED


def _tells_of_authority(reading: Reading, clause: Clause) -> bool:
    """Whether a text has named an authority before it says what should be done, or names one in the sentence
    in which a body asks ("will request a briefing from the Treasury")."""
    asks = clause.sort == "performative"
    end = reading.sentence_end(clause.verb.end) if asks else clause.verb.start
    return any(Addressee.NATIONAL_AUTHORITY in one.value.types for one in reading.actors_between(0, end))
