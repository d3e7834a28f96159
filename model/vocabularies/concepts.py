"""A vocabulary: concepts with labels in several languages, below each other, whose codes fill a slot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from model.errors import UserFacingError
from model.garbage_collection import uncollected
from model.labels import Slot
from model.vocabularies.completing import Index
from model.vocabularies.matching import Matcher


class BadVocabulary(UserFacingError):
    """A file that is not a vocabulary, or one with a mistake that its author can mend."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept. `labels` has one name for each language, `synonyms` more; languages are BCP 47 tags, ""
    if a file gives none. `broader` are the codes of the concepts above."""

    code: str
    labels: Mapping[str, str]
    broader: tuple[str, ...] = ()
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    definition: str = ""

    def label(self, language: str = "en") -> str:
        """Its name in a language, else in English, else in any language, else its code."""
        for wanted in (language, "en", ""):
            if wanted in self.labels:
                return self.labels[wanted]
        return next(iter(self.labels.values()), self.code)

    def terms(self, language: str | None = None) -> Iterator[tuple[str, str]]:
        """(language, words) of all labels and synonyms; for a language, those in it and those without one."""
        for tag, label in self.labels.items():
            if language is None or tag in (language, ""):
                yield tag, label
        for tag, synonyms in self.synonyms.items():
            if language is None or tag in (language, ""):
                for synonym in synonyms:
                    yield tag, synonym


@dataclass(frozen=True, slots=True)
class Completion:
    """A concept, and the label or synonym by which it was found."""

    concept: Concept
    language: str
    words: str

    @property
    def code(self) -> str:
        return self.concept.code


@dataclass(frozen=True)
class Vocabulary:
    """The concepts of one version of a vocabulary, in its file's order.

    `notes` say what was amiss in the file and how it was taken. What is looked up is made when it is first
    asked for; `prepare` does so beforehand, off the window's thread.
    """

    name: str
    slot: Slot
    concepts: tuple[Concept, ...]
    version: str = ""
    sha256: str = ""
    notes: tuple[str, ...] = ()

    def __contains__(self, code: str) -> bool:
        return code in self._by_code

    def get(self, code: str) -> Concept | None:
        return self._by_code.get(code)

    def label(self, code: str, language: str = "en") -> str:
        """A concept's name; the code itself if the vocabulary does not hold it."""
        concept = self._by_code.get(code)
        return code if concept is None else concept.label(language)

    def below(self, code: str | None = None) -> tuple[Concept, ...]:
        """The concepts right below one; those at the top for None."""
        return self._below.get(code, ())

    def matches(self, text: str, language: str = "en") -> list[tuple[int, int, str]]:
        """(start, end, code) of the concepts that a text names, by labels and synonyms of its language.

        Accents, case and plurals make no difference. Of words that name two concepts, one within the other,
        the longer count. Offsets are code points.
        """
        return self._matcher(language).find(text)

    def complete(self, typed: str, limit: int = 12) -> list[Completion]:
        """The concepts with a label or synonym, in any language, whose words begin like those typed."""
        return [
            Completion(self.concepts[place], language, words)
            for place, language, words in self._index.find(typed, limit)
        ]

    def prepare(self, languages: Iterable[str] = ()) -> None:
        """Makes what completing needs, and what matching texts of these languages needs."""
        with uncollected():
            _ = self._index, self._below
            for language in languages:
                self._matcher(language)

    def _matcher(self, language: str) -> Matcher:
        if language not in self._matchers:
            terms = (
                (words, concept.code) for concept in self.concepts for _, words in concept.terms(language)
            )
            self._matchers[language] = Matcher(terms, language)
        return self._matchers[language]

    @cached_property
    def _matchers(self) -> dict[str, Matcher]:
        return {}

    @cached_property
    def _by_code(self) -> dict[str, Concept]:
        return {concept.code: concept for concept in self.concepts}

    @cached_property
    def _below(self) -> dict[str | None, tuple[Concept, ...]]:
        found: dict[str | None, list[Concept]] = {}
        for concept in self.concepts:
            for above in concept.broader or (None,):
                found.setdefault(above, []).append(concept)
        return {code: tuple(concepts) for code, concepts in found.items()}

    @cached_property
    def _index(self) -> Index:
        return Index(
            (place, language, words)
            for place, concept in enumerate(self.concepts)
            for language, words in concept.terms()
        )


def tidied(vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary without links to missing concepts and without circular ones; its notes say what was
    removed."""
    known = {concept.code for concept in vocabulary.concepts}
    lost = sum(above not in known for concept in vocabulary.concepts for above in concept.broader)
    links = {
        concept.code: [above for above in dict.fromkeys(concept.broader) if above in known]
        for concept in vocabulary.concepts
    }
    cut = _cut_circles(links)
    notes = list(vocabulary.notes)
    if lost:
        notes.append(f"Links to broader concepts that the file does not hold were left out: {lost}.")
    if cut:
        notes.append(f"Concepts are above themselves; the link was left out at: {', '.join(cut[:5])}.")
    concepts = tuple(replace(one, broader=tuple(links[one.code])) for one in vocabulary.concepts)
    return replace(vocabulary, concepts=concepts, notes=tuple(notes))


def _cut_circles(links: dict[str, list[str]]) -> list[str]:
    """Removes from `links` each link that closes a circle; gives the codes where that happened.

    Without recursion, because a hostile file may nest deeper than Python's stack.
    """
    cut: list[str] = []
    done: set[str] = set()
    for start in links:
        path: dict[str, int] = {
            start: 0
        }  # the concepts on the way up, with how many of their links were walked
        while path:
            code, walked = next(reversed(path.items()))
            if code in done or walked == len(links[code]):
                done.add(code)
                del path[code]
                continue
            above = links[code][walked]
            if above in path:
                del links[code][walked]
                cut.append(code)
                continue
            path[code] += 1
            path[above] = 0
    return cut
