"""Names that a project makes one: "SG" and "the Secretary-General" are one body, under one name.

Printed words stay what they are; a name for the project is looked up when they are listed or written out. The
names are kept as a vocabulary of the project: a concept is a body, its synonyms are its names as printed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from model.errors import UserFacingError
from model.folding import needle_of
from model.labels import Slot
from model.vocabularies import Concept, Vocabulary

# The vocabulary in which a project keeps them; its slot is that of addressees.
NAME = "Names of bodies"
_LONGEST = 200  # characters of a name


class BadName(UserFacingError):
    """A name that a body cannot have: one sentence that says why."""


class Bodies:
    """Which printed names are one body: those of each, by the project's name for it. It never changes."""

    def __init__(self, printed: Mapping[str, Iterable[str]] | None = None) -> None:
        self._printed = {name: tuple(dict.fromkeys(names)) for name, names in (printed or {}).items()}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Bodies) and self._printed == other._printed

    def __hash__(self) -> int:
        return hash(tuple(self._printed))

    def __bool__(self) -> bool:
        return bool(self._printed)

    def __iter__(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The project's names, each with the names as printed."""
        return iter(self._printed.items())

    def get(self, printed: str) -> str | None:
        """The project's name for a body, where it has one. Case, accents, hyphens and white space make no
        difference."""
        return self._names.get(needle_of(printed))

    def name_of(self, printed: str) -> str:
        """The project's name for a body; the printed one where it has none."""
        return self.get(printed) or printed

    def joined(self, printed: Iterable[str], name: str) -> Bodies:
        """With these printed names as one body of that name, beside others that it has. Raises BadName."""
        name = " ".join(name.split())
        if not name or len(name) > _LONGEST:
            raise BadName(f"The name of a body has 1 to {_LONGEST} characters.")
        taken = list(printed)
        rest = self._without(taken)
        # A name that differs from another in case only is the same name.
        same = next((one for one in rest if needle_of(one) == needle_of(name)), name)
        held = {one: names for one, names in rest.items() if one != same}
        return Bodies({**held, name: (*rest.get(same, ()), *taken)})

    def parted(self, printed: Iterable[str]) -> Bodies:
        """Without these printed names: each is a body of its own again."""
        return Bodies(self._without(printed))

    def _without(self, printed: Iterable[str]) -> dict[str, tuple[str, ...]]:
        gone = {needle_of(one) for one in printed}
        left = {
            name: tuple(one for one in names if needle_of(one) not in gone)
            for name, names in self._printed.items()
        }
        return {name: names for name, names in left.items() if names}

    @cached_property
    def _names(self) -> dict[str, str]:
        return {needle_of(one): name for name, names in self._printed.items() for one in names}


def as_vocabulary(bodies: Bodies) -> Vocabulary:
    """As the project keeps them. The hash is of the names alone, so that the same names are one version."""
    concepts = tuple(Concept(name, {"": name}, synonyms={"": names}) for name, names in sorted(bodies))
    content = json.dumps(sorted(bodies), ensure_ascii=False).encode()
    return Vocabulary(NAME, Slot.ADDRESSEES, concepts, sha256=hashlib.sha256(content).hexdigest())


def from_concepts(concepts: Iterable[tuple[Mapping[str, str], Mapping[str, Iterable[str]]]]) -> Bodies:
    """From the labels and synonyms of the vocabulary's concepts."""
    return Bodies({
        next(iter(labels.values())): [word for words in synonyms.values() for word in words]
        for labels, synonyms in concepts
    })  # fmt: skip
