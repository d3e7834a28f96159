"""The words of a language that lead in lists: `resources/lists/LANGUAGE.toml`, read when first asked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

import resources
from model.lists.entries import Category, ListKind
from model.patterns import Pattern

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
Patterns = Mapping[str, Pattern]
Signs = tuple[str, ...]


@dataclass(frozen=True)
class Phrases:
    """A language's patterns, by section of its file; a section that it lacks is empty.

    To search for signs first is many times faster: most texts hold none, and so nothing of the sort.
    """

    words: Mapping[str, str]
    signs: Mapping[str, Signs]
    frame_signs: Mapping[ListKind, Signs]
    cue_signs: Mapping[ListKind, Signs]
    frames: Mapping[ListKind, tuple[Pattern, ...]]
    cues: Mapping[ListKind, Pattern]
    groups: Mapping[Category, Pattern]
    votes: Patterns
    offices: Patterns
    agenda: Patterns
    documents: Patterns
    dialogue: Patterns
    items: Pattern

    def list_of(self, lead: str) -> ListKind | None:
        """What sort of list a lead-in opens."""
        low = _low(lead)
        led = (kind for kind, signs in self.cue_signs.items() if holds(low, signs))
        return next((kind for kind in led if self.cues[kind].search(lead)), None)

    def framed(self, text: str) -> list[ListKind]:
        """The sorts of lists of which frames may stand in a text."""
        low = _low(text)
        return [kind for kind, signs in self.frame_signs.items() if holds(low, signs)]

    def item_in(self, text: str, start: int = 0, end: int | None = None) -> str:
        """The item of the agenda that a stretch of a text names first, as printed; else empty."""
        if not self.may_hold("item", text):
            return ""
        found = self.items.search(text, start, len(text) if end is None else end)
        return found["item"].strip() if found else ""

    def may_hold(self, sort: str, text: str) -> bool:
        """Whether a text has any word without which nothing of a sort is there."""
        return holds(_low(text), self.signs[sort])

    def group_of(self, lead: str) -> Category | None:
        """Whom a lead-in's list is of."""
        return next((category for category, cue in self.groups.items() if cue.search(lead)), None)


@cache
def phrases(language: str) -> Phrases:
    """A language's patterns; English for a language without a file."""
    name = language if language in LANGUAGES else LANGUAGES[0]
    data = tomllib.loads(resources.read_text("lists", f"{name}.toml"))
    words = data["words"]
    frame_signs, cue_signs = (_signs(data["signs"].pop(part)) for part in ("frames", "cues"))
    signs = {"frames": tuple(chain.from_iterable(frame_signs.values())), **_signs(data["signs"])}
    return Phrases(
        words=words,
        signs=signs,
        frame_signs={ListKind(kind): frame_signs[kind] for kind in data["frames"] if kind in frame_signs},
        cue_signs={ListKind(kind): cue_signs[kind] for kind in data["cues"]},
        frames={ListKind(kind): tuple(map(_compiled, each)) for kind, each in data["frames"].items()},
        cues={ListKind(kind): _compiled(cue) for kind, cue in data["cues"].items()},
        groups={Category(group): _compiled(cue) for group, cue in data["groups"].items()},
        votes=_section(data, "votes"),
        offices=_section(data, "offices"),
        agenda=_section(data, "agenda"),
        documents=_section(data, "documents"),
        dialogue=_section(data, "dialogue"),
        items=_compiled(words["item"]),
    )


@lru_cache(maxsize=16)  # a text is asked for one sort of list after the other
def _low(text: str) -> str:
    return text.lower()


def holds(low: str, signs: Signs) -> bool:
    """Whether a text in lower case has any of the signs."""
    return any(map(low.__contains__, signs))


def _signs(table: Mapping[str, str]) -> Mapping[str, Signs]:
    return {sort: tuple(signs.split("|")) for sort, signs in table.items()}


def _section(data: Mapping[str, Mapping[str, str]], name: str) -> Patterns:
    return {key: _compiled(pattern) for key, pattern in data.get(name, {}).items()}


def _compiled(pattern: str) -> Pattern:
    return Pattern(pattern, 0 if pattern.startswith(_WITH_CASE) else re.IGNORECASE)


# Begins a pattern that tells capitals from small letters; a comment to the engine.
_WITH_CASE = "(?#case)"
