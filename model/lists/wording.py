"""The words of a language that lead in lists: `resources/lists/LANGUAGE.toml`, read when first asked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress

import resources
from model.countries import Country
from model.lists.entries import OF_STATES, Category, ListKind
from model.patterns import Pattern

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
Patterns = Mapping[str, Pattern]
_OF_ORGANIZATIONS = (
    Category.UNITED_NATIONS,
    Category.INTERGOVERNMENTAL,
    Category.NON_GOVERNMENTAL,
    Category.OTHER_ORGANIZATIONS,
)


@dataclass(frozen=True, eq=False)  # one for each language, so others may cache what they make of it
class Wording:
    """A language's patterns, by section of its file; a section that it lacks is empty.

    To look for signs first is many times faster: most texts hold none, and so nothing of the sort.
    """

    words: Mapping[str, str]
    held: Callable[[str], frozenset[str]]  # the sorts of which a text has a sign; frames by their lists
    cued: Callable[[str], frozenset[str]]  # the lists of which a text has a cue's sign
    frames: Mapping[ListKind, tuple[Pattern, ...]]
    cues: Mapping[ListKind, Pattern]
    groups: Mapping[Category, Pattern]
    votes: Patterns
    offices: Patterns
    agenda: Patterns
    documents: Patterns
    dialogue: Patterns
    items: Pattern
    of_united_nations: Pattern  # names of bodies of the United Nations

    def list_of(self, lead: str) -> ListKind | None:
        """What sort of list a lead-in opens."""
        cued = self.cued(lead)
        return next((kind for kind in self.cues if kind in cued and self.cues[kind].search(lead)), None)

    def framed(self, text: str) -> list[ListKind]:
        """The sorts of lists of which frames may stand in a text."""
        held = self.held(text)
        return [kind for kind in self.frames if kind in held]

    def item_in(self, text: str, start: int = 0, end: int | None = None) -> str:
        """The item of the agenda that a stretch of a text names first, as printed; else empty."""
        if "item" not in self.held(text):
            return ""
        found = self.items.search(text, start, len(text) if end is None else end)
        return found["item"].strip() if found else ""

    def group_of(self, lead: str) -> Category | None:
        """Whom a lead-in's list is of."""
        return next((category for category, cue in self.groups.items() if cue.search(lead)), None)

    def category_of(self, group: Category | None, name: str, country: Country | None) -> Category:
        """Among whom a name goes: organizations that stand among States are told from them."""
        if country is not None and country.standing != "organization":
            return group if group and group not in _OF_ORGANIZATIONS else Category.STATES
        if group is not None and group not in OF_STATES and group is not Category.OBSERVERS:
            return group
        of_united_nations = self.of_united_nations.search(name)
        return Category.UNITED_NATIONS if of_united_nations else Category.OTHER_ORGANIZATIONS


@cache
def wording(language: str) -> Wording:
    """A language's patterns; English for a language without a file."""
    if language not in LANGUAGES:
        return wording(LANGUAGES[0])
    data = tomllib.loads(resources.read_text("lists", f"{language}.toml"))
    words = data["words"]
    frame_signs, cue_signs = (data["signs"].pop(part) for part in ("frames", "cues"))
    return Wording(
        words=words,
        held=_holding(data["signs"] | frame_signs),
        cued=_holding(cue_signs),
        frames={ListKind(kind): tuple(map(_compiled, each)) for kind, each in data["frames"].items()},
        cues={ListKind(kind): _compiled(cue) for kind, cue in data["cues"].items()},
        groups={Category(group): _compiled(cue) for group, cue in data["groups"].items()},
        votes=_section(data, "votes"),
        offices=_section(data, "offices"),
        agenda=_section(data, "agenda"),
        documents=_section(data, "documents"),
        dialogue=_section(data, "dialogue"),
        items=_compiled(words["item"]),
        of_united_nations=_compiled(words["of_united_nations"]),
    )


def _holding(table: Mapping[str, str]) -> Callable[[str], frozenset[str]]:
    """Tells for a text the sorts of which it has a sign, in whatever case."""
    signs = [sign for found in table.values() for sign in found.split("|")]
    sorts = [sort for sort, found in table.items() for _ in found.split("|")]

    @lru_cache(maxsize=16)  # a text is asked for one sort after the other
    def held(text: str) -> frozenset[str]:
        return frozenset(compress(sorts, map(text.lower().__contains__, signs)))

    return held


def _section(data: Mapping[str, Mapping[str, str]], name: str) -> Patterns:
    return {key: _compiled(pattern) for key, pattern in data.get(name, {}).items()}


def _compiled(pattern: str) -> Pattern:
    return Pattern(pattern, 0 if pattern.startswith(_WITH_CASE) else re.IGNORECASE)


# Begins a pattern that tells capitals from small letters; a comment to the engine.
_WITH_CASE = "(?#case)"
