"""Lead-ins: what the last words of a paragraph with items say of them, and what it passes down to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from model.labels import Addressee, Force, Role, Slot
from model.nodes import Node
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.places import Place
from model.suggestions.reading import Reading
from model.suggestions.voice import Genre, Voice
from model.words import Words, ends_in_colon

# A lead-in says in its last words what its items are.
_LAST_WORDS = 260
# "Taken" is one of so many words after measures.
_TAKEN_NEAR = 3
# "Welcomes the fact that" has so many words after the verb.
_THE_FACT_THAT = 4
# Shorter printed numbers hold no word.
_A_WORD = 4
# A word that weighs this much says that a body finds.
_FINDS = 3.0


class Lead(NamedTuple):
    """A paragraph or item that has items below it, and what it makes of them.

    What its items are by its last clause: `announces` recommendations, an `agenda`, `tasks`, or `recites`
    an instrument. `points`: its sentence ends before them, so that they may be sentences of their own.
    `denies`: they were not done. `welcomes`: what the body finds good. `proposes`: a speaker's words, of
    which those that ask are proposals. `acts`: what the reporting body did, each by its verb ("(a)
    welcomed"). `enacts`: a preamble ends with it. `clauses`: it ends in "that", and its items may begin with
    whom it asks. `passed`: what its items take where they say nothing else.
    """

    node: str
    role: Role
    force: Force | None = None
    addressees: tuple[Addressee, ...] = ()
    verb: str = ""
    announces: bool = False
    agenda: bool = False
    points: bool = False
    tasks: bool = False
    denies: bool = False
    welcomes: bool = False
    proposes: bool = False
    recites: bool = False
    acts: bool = False
    enacts: bool = False
    clauses: bool = False
    passed: Mapping[Slot, Any] = MappingProxyType({})

    @property
    def asks(self) -> bool:
        """Whether its items are recommendations."""
        return self.announces or self.role is Role.RECOMMENDATION


def last_clause(text: str, lexicon: Lexicon) -> Words:
    """The clause with which a lead-in ends: it says what its items are."""
    ending = text.strip()[-_LAST_WORDS:]
    stops = [match.end() for match in _CLAUSE.finditer(ending[:-1])]
    return Words(ending[stops[-1] if stops else 0 :], lexicon.cjk)


_CLAUSE = re.compile(r"[.;](?=\s)")


def announces_recommendations(last: Words, lexicon: Lexicon, formally: bool = False) -> bool:
    """Whether a lead-in's last clause says that recommendations follow: they are what it is about.

    "The following recommendations were made:" does; "Outcomes of the implementation of the
    recommendations included:" announces outcomes. `formally`: suggestions and proposals do not count.
    """
    if not last.low.endswith((":", "：", ".")):
        return False
    hits = lexicon.announcing.find(last)
    if formally:
        hits = [hit for hit in hits if last.low.startswith(lexicon.formally, hit.start)]
    if not hits or _are_welcome(last, hits[0], lexicon):
        return False
    if lexicon.cjk:
        return True
    if _were_taken(last, hits[-1], lexicon):
        return False
    if not lexicon.following.find(last) and not lexicon.through.isdisjoint(
        last.words[last.since(hits[-1].end)]
    ):
        return False  # "The recommendations are underpinned by five principles:"
    ahead = last.words[last.within(0, hits[0].start)][-2:]
    return not any(word in lexicon.of or word in lexicon.taken for word in ahead)


def _were_taken(last: Words, hit: Hit[str], lexicon: Lexicon) -> bool:
    """Whether what is announced was taken already ("the following legislative measures taken by")."""
    behind = last.words[last.since(hit.end)][:_TAKEN_NEAR]
    at = next((at for at, word in enumerate(behind) if word in lexicon.taken), len(behind))
    return at < len(behind) and lexicon.be.isdisjoint(behind[:at])  # not "to be taken by"


def welcomes(last: Words, lexicon: Lexicon) -> bool:
    """Whether a lead-in says that what it lists is welcome ("The Committee welcomes:"), and does not go on to
    something else ("welcomes the law, but considers that:", "welcomes the law and asks the State to:")."""
    verb = next(lexicon.welcoming.each(last), None)
    if verb is None or not ends_in_colon(last.low):
        return False
    behind = last.since(verb.end)
    said = last.words[behind]
    more = len(said) > _THE_FACT_THAT or not lexicon.conjunctions.isdisjoint(said)
    clause = more and not lexicon.that.isdisjoint(said[-1:])
    return not clause and not lexicon.asks.find(last, behind)


def _are_welcome(last: Words, hit: Hit[str], lexicon: Lexicon) -> bool:
    """Whether what is announced are measures that a body welcomes; not "welcomes the report and proposes the
    following measures". Recommendations stay such where they are welcome."""
    if last.low.startswith(lexicon.formally, hit.start):
        return False
    for verb in lexicon.welcoming.find(last, last.within(0, hit.start)):
        between = last.words[last.within(verb.end, hit.start)]
        return lexicon.conjunctions.isdisjoint(between) and "," not in last.low[verb.end : hit.start]
    return False


def announced_first(text: str, lexicon: Lexicon) -> bool:
    """Whether a lead-in's first sentence says that recommendations follow, and another one ends it.

    "The following recommendations will be examined by Norland. Its responses will be included in the outcome
    report:"
    """
    stop = _CLAUSE.search(text)
    if stop is None or not ends_in_colon(text):
        return False
    return lexicon.announces(Words(text[: stop.start()], lexicon.cjk))


def announces_findings(last: Words, lexicon: Lexicon) -> bool:
    """Whether a lead-in says that the body's findings follow ("made the following conclusions:")."""
    return last.low.endswith((":", "：", ".")) and bool(lexicon.findings.find(last))


def finds(reading: Reading) -> bool:
    """Whether a lead-in says that the body finds what follows ("The Committee notes with concern:")."""
    return any(cue.value.role is Role.OBSERVATION and cue.value.weight >= _FINDS for cue in reading.cues)


def acts_below(node: Node, reading: Reading) -> bool:
    """Whether a paragraph only names the body, whose acts follow as items ("The Board:")."""
    introduced = _behind_participle(reading)
    if not node.text.rstrip().endswith(":") or len(reading.words.words) - introduced > _NAMED_ONLY:
        return False
    last = reading.actors[-1] if reading.actors else None
    named = last is not None and last.value.is_body and not reading.low[last.end :].strip(" :")
    return named and not reading.asks  # "Zusammenfassend empfahl der Rechnungshof:"


def _behind_participle(reading: Reading) -> int:
    """How many words stand ahead of a name, if a text opens as preambles do ("Having met, the Board:")."""
    comma = reading.low.rfind(",") + 1
    opens = comma and reading.lexicon.preamble.find(reading.words, slice(0, 2), frozenset(reading.starts[:1]))
    return len(reading.words.words[reading.words.within(0, comma)]) if opens else 0


# "The Board of Directors:" names somebody and says nothing.
_NAMED_ONLY = 5


def announces_agenda(last: Words, lexicon: Lexicon) -> bool:
    """Whether a lead-in says that an agenda follows, whose items are not acts."""
    return ends_in_colon(last.low) and bool(lexicon.agenda.find(last))


def recites(last: Words, lexicon: Lexicon) -> bool:
    """Whether a lead-in ends in a verb with which a text is quoted ("Article 2 of which reads:")."""
    ending = len(last.low.rstrip(' :：“«"'))
    return ending < len(last.low) and any(hit.end == ending for hit in lexicon.reciting.each(last))


def announces_tasks(last: Words, lexicon: Lexicon) -> bool:
    """Whether a lead-in says that aims, tasks or steps taken follow, which imperatives name too.

    So it is where its sentence goes on into them ("The Division helps Governments to:").
    """
    ending = last.words[-1:]
    permits = not (lexicon.finite - lexicon.facts).isdisjoint(ending)  # "The committees may:"
    return permits or not lexicon.into.isdisjoint(ending) or bool(lexicon.tasks.find(last))


def denies(last: Words, lexicon: Lexicon) -> bool:
    """Whether a lead-in's sentence says that what its items name was not done ("The Board did not:")."""
    ending = len(last.low.rstrip(" :："))
    denying = (hit for hit in lexicon.leaning.each(last) if hit.value == "denying")
    return ends_in_colon(last.low) and any(hit.end == ending for hit in denying)


def points_below(last: Words, lexicon: Lexicon) -> bool:
    """Whether a lead-in ends its sentence by pointing at what follows, which need not complete it."""
    return bool(lexicon.following.find(last))


def default_addressee(voice: Voice, announced: bool) -> tuple[Addressee, ...]:
    """Whom a listed recommendation asks where neither it nor its lead-in says: the reviewed.

    What is reviewed inside a State may be an authority, a company or a society.
    """
    if Genre.REVIEW in voice.genres:
        return (Addressee.SPECIFIC_STATE,)
    if announced and Genre.OVERSIGHT in voice.genres and not voice.national:
        return (voice.reviewed,)
    if Genre.ADDRESSED in voice.genres:
        return (Addressee.PARENT_BODY,)
    if voice.whom:
        return voice.whom
    return ()


def is_recommendation_box(node: Node, lexicon: Lexicon) -> bool:
    """Whether a paragraph's printed number calls it a recommendation ("Recommendation 3")."""
    if len(node.number) < _A_WORD:
        return False
    hits = lexicon.headings.find(Words(node.number, lexicon.cjk))
    return any(Place(hit.value) is Place.RECOMMENDATIONS for hit in hits)
