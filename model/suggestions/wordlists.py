"""What a language's lists hold: phrases, each with what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from model.labels import Addressee, Force, Role
from model.suggestions.forms import acting_forms, forms_of

T = TypeVar("T")
# The body requests X; X should; X is encouraged; it is recommended that X.
AskSort = Literal["performative", "modal", "passive", "impersonal"]
# The reporting body's usual names; a principal organ; somebody whose words are reported; a country's name;
# anybody else who can be asked.
ActorSort = Literal["own", "principal", "speaker", "state", "asked"]


@dataclass(frozen=True, slots=True)
class Ask:
    """An operative word: how strongly it asks, and (by its sort) where the asked one stands.

    `permits`: it says as often what is allowed.
    """

    force: Force
    sort: AskSort
    permits: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that speaks for a role, with its weight; `norm`: it opens what a norm prescribes."""

    role: Role
    weight: float
    norm: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """A word for somebody: `types` where it can be asked."""

    sort: ActorSort
    types: tuple[Addressee, ...] = ()
    proper: bool = False  # names somebody where it has a capital only

    @property
    def is_body(self) -> bool:
        """Whether it may be the reporting body: by its usual names, or a principal organ's."""
        return self.sort in _BODIES


_BODIES = frozenset({"own", "principal"})


def joined(prefix: str, entries: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    """With the forms to which "and" is attached, in a language that writes it as part of the next word."""
    for phrase, value in entries:
        yield phrase, value
        if prefix:
            yield prefix + phrase, value


def attached(
    article: str, prefixes: dict[str, str], entries: Iterable[tuple[str, T]]
) -> Iterator[tuple[str, T]]:
    """With the forms to which "to" or "by" is attached, in a language that writes them as part of a name.

    `prefixes`: these prepositions, each with what it is before a name with its article.
    """
    for phrase, value in entries:
        yield phrase, value
        for prefix, before_article in prefixes.items():
            rest = phrase.removeprefix(article)
            yield (prefix + phrase if rest == phrase else before_article + rest), value


def plain(phrases: Iterable[str], value: str = "") -> Iterator[tuple[str, str]]:
    """Phrases, all with one value."""
    return ((phrase, value) for phrase in phrases)


def actions(lists: dict[str, list[str]], nouns: list[str], language: str) -> Iterator[tuple[str, str]]:
    """With the other forms of the verbs that phrases begin with, except those that are `nouns` as well."""
    for phrase, category in table(lists):
        for form in acting_forms(phrase, language):
            if form == phrase or form not in nouns:
                yield form, category


def imperatives(verbs: list[str], before: dict[str, list[str]], language: str) -> Iterator[tuple[str, str]]:
    """With the other forms, but in French, where they tell as often what is done ("Examine").

    `before`: words, and the verbs that ask only before them.
    """
    bound = [f"{verb} {words}" for words, some in before.items() for verb in some]
    entries = plain([*verbs, *bound], "imperative")
    if language == "fr":
        return entries
    return ((form, value) for phrase, value in entries for form in forms_of(phrase, language))


def saying(words: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Verbs of saying; "replying" for those with which somebody answers a recommendation."""
    yield from plain(words["saying"], "saying")
    yield from plain(words["replying"], "replying")


def table(lists: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Phrases, each with the name of its list."""
    return ((phrase, name) for name, phrases in lists.items() for phrase in phrases)


def asks(table: dict[AskSort, dict[str, list[str]]]) -> Iterator[tuple[str, Ask]]:
    """Operative words by sort and force."""
    for sort, forces in table.items():
        for force, phrases in forces.items():
            ask = Ask(Force(int(force)), sort)
            yield from ((phrase, ask) for phrase in phrases)


def permissions(table: dict[str, list[str]]) -> Iterator[tuple[str, Ask]]:
    """Modals by force that say as often what is allowed."""
    for force, phrases in table.items():
        ask = Ask(Force(int(force)), "modal", permits=True)
        yield from ((phrase, ask) for phrase in phrases)


def openers(table: dict[str, list[str]]) -> Iterator[tuple[str, Ask]]:
    """What opens a sentence that asks, by force."""
    for force, phrases in table.items():
        ask = Ask(Force(int(force)), "performative")
        yield from ((phrase, ask) for phrase in phrases)


def cues(table: dict[str, list[Any]]) -> Iterator[tuple[str, Cue]]:
    """Words that speak for a role, with their weights."""
    for role, groups in table.items():
        for group in groups:
            for phrase in group["phrases"]:
                yield phrase, Cue(Role(role), float(group["weight"]), group.get("norm", False))


def actors(table: dict[str, Any]) -> Iterator[tuple[str, Actor]]:
    """Words for somebody: whom one asks ("asked", "proper"; by addressees, "a|b" for two), and the rest by
    sort."""
    for part, proper in (("asked", False), ("proper", True)):
        for names, phrases in table.get(part, {}).items():
            speaks = names == "speaker"
            actor = Actor("speaker", (), proper) if speaks else Actor("asked", _types(names), proper)
            for phrase in phrases:
                yield phrase, actor
    for phrase in table["own"]:
        yield phrase, Actor("own", (Addressee.OWN_BODY,))
    for phrase in table["principal"]:
        yield phrase, Actor("principal", (Addressee.PARENT_BODY,))
    for phrase in table["speaker"]:
        yield phrase, Actor("speaker")
    for phrase in table["state"]:
        yield phrase, Actor("state", (Addressee.SPECIFIC_STATE,))


def _types(names: str) -> tuple[Addressee, ...]:
    return tuple(Addressee(name) for name in names.split("|"))


def offices(table: dict[str, list[str]]) -> Iterator[tuple[str, Actor]]:
    """What a report made inside a State, or a body's name, calls somebody, by addressee or sort."""
    for name, phrases in table.items():
        for phrase in phrases:
            if name == "speaker":
                yield phrase, Actor("speaker")
            elif name == "own":
                yield phrase, Actor("own", (Addressee.OWN_BODY,))
            elif name == "officer":  # one who speaks, and who can be asked
                yield phrase, Actor("speaker", (Addressee.NATIONAL_AUTHORITY,))
            else:
                yield phrase, Actor("asked", (Addressee(name),))
