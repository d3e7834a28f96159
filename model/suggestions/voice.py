"""Who speaks in a document, and what sort of report it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from model.labels import Addressee
from model.suggestions.phrases import Hit, Phrases
from model.suggestions.wordlists import Actor

_NOBODY_ELSE: Phrases[Actor] = Phrases(())
# The series of the human rights treaty bodies.
_TREATY_BODIES = frozenset({"cat", "ccpr", "ced", "cedaw", "cerd", "cmw", "crc", "crpd"})


class Genre(StrEnum):
    """A sort of report, under the name that it has in the `kinds` of a language's table of words."""

    REVIEW = "review"  # of a State by States
    OVERSIGHT = "oversight"  # of an organization, on whose management recommendations fall
    RESOLUTION = "resolution"  # an organ's own
    PARLIAMENT = "parliament"  # a parliament's or its committee's
    ANALYSIS = "analysis"  # a study's, an expert's or a judge's own view
    GUIDELINE = "guideline"  # it says anywhere what should be
    ACCIDENT = "accident"  # of an investigation
    LETTER = "letter"
    ADDRESSED = "addressed"  # a letter to a principal organ
    VERBATIM = "verbatim"  # everything is said by a speaker
    REPLY = "reply"  # it answers the recommendations of others, which it repeats
    ARTICLE = "article"  # parted as studies are, into methods, results and their discussion


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a document, and what sorts of report it is."""

    body: str = ""  # its title and masthead, in lower case
    front: str = ""  # what its first pages say of it
    symbol: str = ""  # its own, in lower case
    whom: tuple[Addressee, ...] = ()  # whom its recommendations are for, by its first pages or its kind
    strangers: Phrases[Actor] = _NOBODY_ELSE  # whom it asks by names that no table holds
    genres: frozenset[Genre] = frozenset()
    on_state: bool = False  # on one State, by an international body
    national: bool = False  # made inside a State, or by nobody's organ
    governs: bool = False  # a council's or committee's, whose organization its title may name
    serves: bool = False  # a note for the body that its masthead names, which is not by that body
    narrated: bool = True  # it tells in the past tense what its body did
    advising: bool = True  # it speaks of recommendations somewhere

    @property
    def reviewed(self) -> Addressee:
        """Who receives the recommendations of an oversight body: a State in the review of it by its peers."""
        if self.whom == (Addressee.SPECIFIC_STATE,):
            return Addressee.SPECIFIC_STATE
        return Addressee.NATIONAL_AUTHORITY if self.national else Addressee.MANAGEMENT

    @property
    def national_front(self) -> str | None:
        """What the first pages of a report made inside a State say; None for other reports."""
        return self.front if self.national else None

    def names(self, name: str, article: str) -> bool:
        """Whether a report's title or body contains a name, which texts may write with an article
        ("المؤتمر")."""
        return name.removeprefix(article) in self.body

    def is_in_series_of(self, name: str) -> bool:
        """Whether a document symbol is of an organization's series: E/ICEF of UNICEF, DP of UNDP."""
        return any(len(part) > 1 and name in (part, f"un{part}") for part in self.symbol.split("/")[:2])

    @property
    def is_of_treaty_body(self) -> bool:
        """Whether a document is of a human rights treaty body, by its symbol (CRC/C/GC/27)."""
        return self.symbol.partition("/")[0] in _TREATY_BODIES

    def is_of(self, organ: str) -> bool:
        """Whether a principal organ reports, by its name or its second word ("the Executive Board")."""
        return self.body.startswith(organ) or self.body.split(" ", 2)[1:2] == [organ]


def meet_in(actor: Hit[Actor], name: str, voice: Voice) -> bool:
    """Whether a report is by those it names: "the Contracting Parties" in the report of their meeting."""
    return (
        bool(_MEETING.intersection(actor.value.types))
        and Genre.OVERSIGHT not in voice.genres
        and name in voice.body
    )


_MEETING = frozenset({Addressee.STATES_PARTIES, Addressee.MEMBER_STATES})
