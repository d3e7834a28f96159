"""Lists: what a lead-in passes down to its items, and what an item says for itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.labels import Addressee, Role, Span
from model.nodes import Node
from model.suggestions.addressees import Asked, Voice
from model.suggestions.asking import Clause
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import lowered, words
from model.suggestions.places import Place
from model.suggestions.reading import Reading

# A lead-in says in its last words what its items are.
_LAST_WORDS = 260


@dataclass(frozen=True, slots=True)
class Lead:
    """A paragraph or item that has items below it, and what it makes of them."""

    node: str
    role: Role
    force: int | None = None
    addressees: tuple[Addressee, ...] = ()
    verb: str = ""
    announces: bool = False
    proposes: bool = False


def announces_recommendations(text: str, lexicon: Lexicon) -> bool:
    """Whether a lead-in's last clause says that recommendations follow: they are what it is about.

    "The following recommendations were made:" does; "Outcomes of the implementation of the
    recommendations included:" announces outcomes.
    """
    low = lowered(text.strip()[-_LAST_WORDS:])
    if not low.endswith((":", "：", ".", "included")):
        return False
    low = low[_last_clause(low) :]
    spots = words(low, lexicon.cjk)
    hits = [hit for hit in lexicon.headings.find(low, spots) if Place(hit.value) is Place.RECOMMENDATIONS]
    if not hits:
        return False
    if lexicon.cjk:
        return True
    ahead = [low[start:end] for start, end in spots if end <= hits[0].start][-2:]
    return not any(word in lexicon.of for word in ahead)


def _last_clause(low: str) -> int:
    stops = [match.end() for match in _CLAUSE.finditer(low[:-1])]
    return stops[-1] if stops else 0


_CLAUSE = re.compile(r"[.;](?=\s)")


def names_only(reading: Reading) -> bool:
    """Whether a text is a name or a list of names (a participant, an organization, a document): no sentence."""
    text = reading.text.strip()
    if not text or len(text) > 240 or text[-1] in ".:;?!" and not text.endswith((" Inc.", " eV.", " Ltd.")):
        return False
    if reading.saying or reading.asks or reading.deciding:
        return False
    spelled = [text_word for low, high in reading.spots if len(text_word := reading.text[low:high]) > 3]
    if not spelled:
        return True
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in spelled)
    return capitals >= 0.65 * len(spelled)


def bare_imperative(reading: Reading, lexicon: Lexicon) -> Span | None:
    """The verb with which a listed recommendation opens ("Ratify the Convention")."""
    spots = reading.spots[:6] if lexicon.cjk else reading.spots[:2]
    hits = lexicon.imperatives.find(reading.low, spots, frozenset({spots[0][0]}) if spots else frozenset())
    if not hits or (hits[0].start > spots[0][0] and not _adverb(reading, spots[0], lexicon)):
        return None
    return Span(hits[0].start, hits[0].end)


def own_clause(reading: Reading, lexicon: Lexicon, asking: list[Clause]) -> list[Clause]:
    """An item's own asking clauses; none where it just completes the lead-in's sentence."""
    if not asking or bare_imperative(reading, lexicon) is not None:
        return []
    first = asking[0]
    if first.sort in ("performative", "impersonal", "passive"):
        return asking
    end = reading.starts[1] if len(reading.starts) > 1 else len(reading.text)
    return asking if first.verb.start < end and first.verb.start < 220 else []


def default_addressee(voice: Voice, place: Place, announced: bool) -> tuple[Addressee, ...]:
    """Whom a listed recommendation asks where neither it nor its lead-in says: the reviewed."""
    if voice.review:
        return (Addressee.SPECIFIC_STATE,)
    if announced and voice.oversight:
        return (Addressee.MANAGEMENT,)
    if voice.parliament:
        return (Addressee.NATIONAL_AUTHORITY,)
    return ()


def merged(asked: Asked, lead: tuple[Addressee, ...]) -> tuple[Addressee, ...]:
    return asked.types or lead


def is_recommendation_box(node: Node, lexicon: Lexicon) -> bool:
    """Whether a paragraph's printed number calls it a recommendation ("Recommendation 3")."""
    low = lowered(node.number)
    if len(low) < 4:
        return False
    hits = lexicon.headings.find(low, words(low, lexicon.cjk))
    return any(Place(hit.value) is Place.RECOMMENDATIONS for hit in hits)


def _adverb(reading: Reading, spot: tuple[int, int], lexicon: Lexicon) -> bool:
    word = reading.low[spot[0] : spot[1]]
    return word.endswith(("ly", "ment", "mente")) or word in ("to", "de", "further", "also")
