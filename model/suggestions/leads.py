"""Lists: what a lead-in passes down to its items, and what an item says for itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from model.labels import Addressee, Force, Role, Slot, Span
from model.nodes import Node
from model.suggestions.addressees import Voice
from model.suggestions.asking import Clause, opens_asking
from model.suggestions.lexicon import Lexicon
from model.suggestions.places import Place
from model.suggestions.reading import Reading
from model.words import Words

# A lead-in says in its last words what its items are.
_LAST_WORDS = 260
# Shorter printed numbers hold no word.
_A_WORD = 4
# Shorter words end like infinitives by chance.
_INFINITIVE = 6


# Words of so many letters have a capital in names; an organization's name has fewer words than the other.
_SPELLED, _A_NAME = 4, 14
# A label's further words, and with what it labels, in characters.
_A_LABEL, _LABELLED = 24, 80
# "By the end of 2026," and the like are no longer, in characters.
_AN_OPENING = 200
# A clause has its verb among so many words.
_CLAUSE_VERB = 8
_COMMA = re.compile("[,،，]")


class Lead(NamedTuple):
    """A paragraph or item that has items below it, and what it makes of them."""

    node: str
    role: Role
    force: Force | None = None
    addressees: tuple[Addressee, ...] = ()
    verb: str = ""
    announces: bool = False
    agenda: bool = False
    points: bool = False
    tasks: bool = False
    proposes: bool = False
    recites: bool = False
    acts: bool = False  # its items say what the reporting body did, each by its verb: "(a) welcomed"
    passed: Mapping[Slot, Any] = MappingProxyType({})  # what its items take where they say nothing else

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
    if not last.low.endswith((":", "：", ".", "included")):
        return False
    hits = lexicon.announcing.find(last)
    if formally:
        hits = [hit for hit in hits if last.low.startswith(lexicon.formally, hit.start)]
    if not hits:
        return False
    if lexicon.cjk:
        return True
    if not lexicon.following.find(last) and not lexicon.through.isdisjoint(
        last.words[last.since(hits[-1].end)]
    ):
        return False  # "The recommendations are underpinned by five principles:"
    ahead = last.words[last.within(0, hits[0].start)][-2:]
    return not any(word in lexicon.of or word in lexicon.taken for word in ahead)


def announced_first(text: str, lexicon: Lexicon) -> bool:
    """Whether a lead-in's first sentence says that recommendations follow, and another one ends it.

    "The following recommendations will be examined by Norland. Its responses will be included in the outcome
    report:"
    """
    stop = _CLAUSE.search(text)
    if stop is None or not text.rstrip().endswith((":", "：")):
        return False
    return lexicon.announces(Words(text[: stop.start()], lexicon.cjk))


def verbless(reading: Reading, lexicon: Lexicon, leading: bool = False) -> bool:
    """Whether a short text has no verb of its own: an entry of a list, not a sentence.

    `leading`: what leads into a list counts as well.
    """
    if len(reading.words.words) > 34 or (not leading and reading.text.rstrip().endswith((":", ";", "?"))):
        return False
    if reading.saying or reading.asks or reading.deciding or not lexicon.finite:
        return names_only(reading)
    return lexicon.finite.isdisjoint(reading.words.words)


def announces_findings(last: Words, lexicon: Lexicon) -> bool:
    """Whether a lead-in says that the body's findings follow ("made the following conclusions:")."""
    return last.low.endswith((":", "：", ".")) and bool(lexicon.findings.find(last))


def acts_below(node: Node, reading: Reading) -> bool:
    """Whether a paragraph only names the body, whose acts follow as items ("The Board:")."""
    if not node.text.rstrip().endswith(":") or len(reading.words.words) > _NAMED_ONLY:
        return False
    last = reading.actors[-1] if reading.actors else None
    return last is not None and last.value.sort in _BODIES and not reading.low[last.end :].strip(" :")


# "The Board of Directors:" names somebody and says nothing.
_NAMED_ONLY, _BODIES = 5, ("own", "principal")


def announces_agenda(last: Words, lexicon: Lexicon) -> bool:
    """Whether a lead-in says that an agenda follows, whose items are no acts."""
    return last.low.endswith((":", "：")) and bool(lexicon.agenda.find(last))


def opens_with_verb(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a text begins with what somebody asked, decided or said: its subject stands above it."""
    first = reading.words.edges[0]
    if not lexicon.having.isdisjoint(reading.words.words[:1]) and len(reading.words.words) > 1:
        auxiliary, first = first, reading.words.edges[2]  # "A exhorté", or in one "A pris note"
        if any(hits and hits[0].start == auxiliary for hits in (reading.deciding, reading.saying)):
            return True
    return any(hits[0].start == first for hits in (reading.asks, reading.deciding, reading.saying) if hits)


def recites(last: Words, lexicon: Lexicon) -> bool:
    """Whether a lead-in ends in a verb with which a text is quoted ("Article 2 of which reads:")."""
    ending = len(last.low.rstrip(' :：“«"'))
    return ending < len(last.low) and any(hit.end == ending for hit in lexicon.reciting.each(last))


def announces_tasks(last: Words, lexicon: Lexicon) -> bool:
    """Whether a lead-in says that aims, tasks or steps taken follow, which imperatives name too.

    So it is where its sentence goes on into them ("The Division helps Governments to:").
    """
    return bool(lexicon.into.intersection(last.words[-1:])) or bool(lexicon.tasks.find(last))


def own_sentence(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether an item is a sentence of its own: a finite verb among its first words, no imperative first."""
    if not reading.text.lstrip()[:1].isupper() or not reading.text.rstrip().endswith((".", ":")):
        return False
    if not lexicon.finite or bare_imperative(reading, lexicon) is not None:
        return False
    end = reading.first_end
    if any(actor.start < 8 and actor.value.sort in ("own", "principal") for actor in reading.actors[:1]):
        return True  # it opens with a body, which does something
    for low, high in reading.words.spots(slice(0, 25)):
        word = reading.low[low:high]
        if low >= end or (word in lexicon.relatives and low > 0):
            return False
        if word in lexicon.finite:
            return True
    return False


def points_below(last: Words, lexicon: Lexicon) -> bool:
    """Whether a lead-in ends its sentence by pointing at what follows, which need not complete it."""
    return bool(lexicon.following.find(last))


def names_only(reading: Reading) -> bool:
    """Whether a text is a name or several (a participant, an organization, a document): no sentence."""
    text = reading.text.strip()
    if not text or len(text) > 240 or text[-1] in ":?!":
        return False
    if reading.saying or reading.asks or reading.deciding:
        return False
    words = (reading.text[low:high] for low, high in reading.words.spots())
    spelled = [word for word in words if len(word) >= _SPELLED]
    if not spelled:
        return True
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in spelled)
    return capitals >= 0.65 * len(spelled)


def is_name(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a text is one name, whose first word could be a verb: capitals, and no article between."""
    words = [reading.text[low:high] for low, high in reading.words.spots(slice(0, _A_NAME))]
    if not 2 < len(words) < _A_NAME or words[1].isupper() or not names_only(reading):
        return False
    return all(word[0].isupper() or (len(word) < _SPELLED and word not in lexicon.articles) for word in words)


def bare_imperative(reading: Reading, lexicon: Lexicon, start: int = 0) -> Span | None:
    """The verb with which a listed recommendation opens at an offset ("Ratify the Convention")."""
    opening = reading.words.since(start).start
    part = slice(opening, opening + (6 if lexicon.cjk else 2))
    spots = reading.words.spots(part)
    hits = lexicon.imperatives.find(reading.words, part, frozenset(low for low, _ in spots[:1]))
    if hits and hits[0].start > spots[0][0] and _purpose(reading, lexicon, spots[0]):
        return None
    if not hits and spots and lexicon.infinitive:
        return _infinitive(reading, lexicon, spots[0])
    if not hits or (hits[0].start > spots[0][0] and not _before_verb(reading, lexicon, spots[0])):
        return None
    follows = reading.low[hits[0].end : hits[0].end + 8]
    if follows.startswith("-") or not lexicon.noun_of.isdisjoint(follows.split()[:1]):
        return None  # "End-users", "Review of": a noun
    behind = [reading.low[low:high] for low, high in reading.words_from(hits[0].end, 2)]
    if not lexicon.be.isdisjoint(behind[1:]):
        return None  # "Report to be adopted"
    label, colon, _ = reading.low[hits[0].end : hits[0].end + _A_LABEL].partition(":")
    ends = reading.text.rstrip().endswith(":")
    if colon and not ends and "." not in label and len(reading.text) < _LABELLED:
        return None  # "Target date: 2026": a label
    return Span(hits[0].start, hits[0].end)


def imperative_behind(reading: Reading, lexicon: Lexicon) -> Span | None:
    """The verb behind words that say until when or with what ("By the end of 2026, define a strategy").

    A sentence that says by a modal what somebody should do has no such verb.
    """
    if lexicon.until.isdisjoint(reading.words.words[:1]):
        return None
    comma = _COMMA.search(reading.low, 0, _AN_OPENING)
    if comma is None:
        return None
    end = reading.sentence_end(comma.start())
    if any(hit.value.sort != "performative" and hit.start < end for hit in reading.asks):
        return None
    return bare_imperative(reading, lexicon, comma.start())


def _infinitive(reading: Reading, lexicon: Lexicon, spot: tuple[int, int]) -> Span | None:
    """The infinitive with which lists recommend in some languages ("Обеспечить", "Garantizar")."""
    low, high = spot
    word = reading.low[low:high]
    if high - low < _INFINITIVE or not word.endswith(lexicon.infinitive) or not reading.text[low].isalpha():
        return None
    return Span(low, high)


def own_clause(reading: Reading, lexicon: Lexicon, asking: list[Clause]) -> list[Clause]:
    """An item's own asking clauses; none where it just completes the lead-in's sentence."""
    if opens_asking(asking):
        return asking
    if not asking or bare_imperative(reading, lexicon) is not None:
        return []
    first = asking[0]
    if first.sort in ("performative", "impersonal", "passive"):
        return asking
    end = reading.first_end
    if first.verb.start < end and first.verb.start < 220:
        return asking
    # behind its opening words an item asks where it says whom
    return [clause for clause in asking if clause.asked.types and clause.sort != "performative"]


def default_addressee(voice: Voice, announced: bool) -> tuple[Addressee, ...]:
    """Whom a listed recommendation asks where neither it nor its lead-in says: the reviewed."""
    if voice.review:
        return (Addressee.SPECIFIC_STATE,)
    if announced and voice.oversight:
        return (voice.reviewed,)
    if voice.parliament:
        return (Addressee.NATIONAL_AUTHORITY,)
    if voice.addressed:
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


def _purpose(reading: Reading, lexicon: Lexicon, spot: tuple[int, int]) -> bool:
    """ "To ensure X, States should do Y": the verb says what for."""
    if reading.low[spot[0] : spot[1]] not in lexicon.purpose:
        return False
    if lexicon.announces(reading.words):
        return True  # "To prevent this, the Coalition makes the following recommendations."
    end = reading.sentence_end(spot[1])
    if any(hit.value.sort == "modal" and hit.start < end for hit in reading.asks):
        return True
    return _has_clause(reading, lexicon, spot[1], end)


def _has_clause(reading: Reading, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a purpose has its main clause behind a comma ("To keep the light, the port will hire two")."""
    comma = _COMMA.search(reading.low, start, end)
    if comma is None:
        return False
    behind = [reading.low[slice(*spot)] for spot in reading.words_between(comma.end(), end)[:_CLAUSE_VERB]]
    if lexicon.determiners.isdisjoint(behind[:1]):
        return False
    verb = next((index for index, word in enumerate(behind) if word in lexicon.finite), None)
    return verb is not None and lexicon.relatives.isdisjoint(behind[:verb])


def _before_verb(reading: Reading, lexicon: Lexicon, spot: tuple[int, int]) -> bool:
    word = reading.low[spot[0] : spot[1]]
    return word.endswith(lexicon.adverb_endings) or word in lexicon.before_verbs
