"""The label scheme: what roles, force, action and addressees are called, look like and mean.

A project can have its own. Codes are what decisions hold and never change; a label that is no longer wanted
is retired, so that what was decided with it keeps its name, colour and meaning.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache, cached_property
from typing import Any

import resources
from model.errors import UserFacingError
from model.labels import Role, Slot

# The slots whose labels a user can define, and those whose values are steps of a fixed scale.
SLOTS = (Slot.ROLE, Slot.FORCE, Slot.ACTION, Slot.ADDRESSEES)
SCALES = frozenset({Slot.FORCE, Slot.ACTION})
NO_COLOR = "#7A8694"
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
# The code of a label, for good.
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_KEYS = frozenset("123456789")
_MOST = 200  # labels of a slot


class BadScheme(UserFacingError):
    """A scheme that cannot be used: one sentence that says why."""


@dataclass(frozen=True, slots=True)
class Label:
    """One value of a slot.

    `code` is what decisions hold. `color` is "#RRGGBB" (roles only), `key` one of "1" to "9" that gives the
    label (roles only), `broader` the code of the label above in the hierarchy.
    """

    code: str
    name: str
    definition: str = ""
    examples: tuple[str, ...] = ()
    color: str = NO_COLOR
    key: str = ""
    broader: str = ""
    retired: bool = False

    @property
    def title(self) -> str:
        """Its name, with a word added if it is no longer offered."""
        return f"{self.name} (retired)" if self.retired else self.name


@dataclass(frozen=True)
class Scheme:
    """All labels, in the order in which they are offered. Version 0 is the one that comes with Paraph."""

    labels: Mapping[Slot, tuple[Label, ...]]
    version: int = 0
    notes: str = field(default="", compare=False)

    @cached_property
    def _by_code(self) -> dict[tuple[Slot, str], Label]:
        return {(slot, label.code): label for slot, labels in self.labels.items() for label in labels}

    def label(self, slot: Slot, value: object) -> Label:
        """The label of a value; one named after the code if the scheme does not know it."""
        found = self._by_code.get((slot, str(value)))
        return found or Label(str(value), str(value).replace("-", " ").capitalize(), retired=True)

    def knows(self, slot: Slot, value: object) -> bool:
        return (slot, str(value)) in self._by_code

    def offered(self, slot: Slot) -> tuple[Label, ...]:
        """The labels in use."""
        return tuple(label for label in self.labels.get(slot, ()) if not label.retired)

    def verify(self) -> None:
        """Raises BadScheme if the scheme cannot be used."""
        for slot in SLOTS:
            labels = self.labels.get(slot, ())
            if not 0 < len(labels) <= _MOST:
                raise BadScheme(f"{slot.value}: there must be 1 to {_MOST} labels, not {len(labels)}.")
            _verify(slot, labels)
        if Role.RECOMMENDATION.value not in {label.code for label in self.offered(Slot.ROLE)}:
            raise BadScheme("The role “recommendation” has to stay: recommendations are taken apart.")

    def verify_keeps(self, before: Scheme) -> None:
        """Raises BadScheme if a label of `before` is missing: what was decided with it would lose its
        meaning."""
        for slot in SLOTS:
            gone = {label.code for label in before.labels[slot]} - {label.code for label in self.labels[slot]}
            if gone:
                name = before.label(slot, min(gone)).name
                raise BadScheme(f"{name}: a label cannot be deleted, for decisions may hold it; retire it.")

    def keeping(self, before: Scheme) -> Scheme:
        """This scheme and, retired and after its own, the labels of `before` that it lacks; the version
        stays."""
        labels = {}
        for slot in SLOTS:
            codes = {label.code for label in self.labels[slot]}
            gone = (replace(label, retired=True) for label in before.labels[slot] if label.code not in codes)
            labels[slot] = (*self.labels[slot], *gone)
        return replace(self, labels=labels, version=before.version)


def code_of(name: str) -> str:
    """A code made from a name: small letters, digits and hyphens. Empty if nothing of the name can be part
    of one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def _verify(slot: Slot, labels: tuple[Label, ...]) -> None:
    codes = [label.code for label in labels]
    for label in labels:
        if not CODE.fullmatch(label.code):
            raise BadScheme(f"{label.name}: a code has lower-case letters, digits and single hyphens only.")
        if not label.name.strip():
            raise BadScheme(f"{label.code}: it needs a name.")
        if not _COLOR.fullmatch(label.color):
            raise BadScheme(f"{label.name}: a colour is written as #RRGGBB, not {label.color}.")
        if label.key and label.key not in _KEYS:
            raise BadScheme(f"{label.name}: its key must be from 1 to 9, not {label.key}.")
        if label.broader and label.broader not in codes:
            raise BadScheme(f"{label.name}: there is no {label.broader} to put it below.")
    _verify_unique(codes, "code")
    _verify_unique([label.name for label in labels if not label.retired], "name")
    _verify_unique([label.key for label in labels if label.key and not label.retired], "key")
    _verify_hierarchy({label.code: label.broader for label in labels})
    if slot in SCALES and codes != [str(step) for step in range(1, 6)]:
        raise BadScheme(f"{slot.value}: it has the five steps 1 to 5; their names can be changed.")


def _verify_unique(values: Iterable[str], what: str) -> None:
    seen: set[str] = set()
    for value in values:
        if value.casefold() in seen:
            raise BadScheme(f"Two labels have the {what} {value}.")
        seen.add(value.casefold())


def _verify_hierarchy(broader: Mapping[str, str]) -> None:
    for code in broader:
        above, seen = code, {code}
        while above := broader.get(above, ""):
            if above in seen:
                raise BadScheme(f"{code}: it would be below itself.")
            seen.add(above)


def as_json(scheme: Scheme) -> str:
    """The scheme as text, for the project and for files; without its version, which is the project's."""
    labels = {slot.value: [asdict(label) for label in scheme.labels[slot]] for slot in SLOTS}
    return json.dumps({"paraph": "label scheme", "notes": scheme.notes, "labels": labels}, ensure_ascii=False,
                      indent=1)  # fmt: skip


def from_json(text: str, version: int = 0) -> Scheme:
    """The scheme that a text holds. Raises BadScheme for anything else: files come from anywhere."""
    scheme = parsed(text, version)
    scheme.verify()
    return scheme


def parsed(text: str, version: int = 0) -> Scheme:
    """Like `from_json`, but the scheme may be unfinished: raises BadScheme only if the text holds
    something else."""
    try:
        data = json.loads(text)
        labels = {slot: tuple(_label(entry) for entry in data["labels"][slot.value]) for slot in SLOTS}
        return Scheme(labels, version, str(data.get("notes", "")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadScheme("It is not a Paraph label scheme.") from error


def _label(entry: Mapping[str, Any]) -> Label:
    texts = {name: entry.get(name, "") for name in ("code", "name", "definition", "key", "broader")}
    color, examples = entry.get("color", NO_COLOR), entry.get("examples", [])
    if not all(isinstance(text, str) for text in (*texts.values(), color, *examples)):
        raise TypeError("a label's fields are texts")
    return Label(**texts, color=color, examples=tuple(examples), retired=bool(entry.get("retired", False)))


@cache
def default() -> Scheme:
    """The scheme that comes with Paraph: the United Nations' practice of reporting."""
    return from_json(resources.read_text("schemes", "default.json"))
