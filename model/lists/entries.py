"""An entry of a list in a report: who attended or spoke, an item of the agenda, a document, a vote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from model.countries import Country
from model.labels import Span


class ListKind(StrEnum):
    """What a list is of."""

    ATTENDANCE = "attendance"
    MEMBERS = "members"
    SPEAKERS = "speakers"
    PANELLISTS = "panellists"
    OFFICERS = "officers"
    AGENDA = "agenda"
    DOCUMENTS = "documents"
    VOTES = "votes"


class Category(StrEnum):
    """Whom of its list an entry is among: parties to the treaty, organizations, those in favour."""

    STATES_PARTIES = "states-parties"
    SIGNATORIES = "signatories"
    MEMBER_STATES = "member-states"
    OTHER_STATES = "other-states"
    OBSERVERS = "observers"
    STATES = "states"
    UNITED_NATIONS = "united-nations"
    INTERGOVERNMENTAL = "intergovernmental"
    NON_GOVERNMENTAL = "non-governmental"
    OTHER_ORGANIZATIONS = "other-organizations"
    EXPERTS = "experts"
    IN_FAVOUR = "in-favour"
    AGAINST = "against"
    ABSTAINING = "abstaining"
    ABSENT = "absent"
    RESULT = "result"


# Categories that hold States: who is none of these goes among the organizations.
OF_STATES = frozenset(
    {
        Category.STATES_PARTIES,
        Category.SIGNATORIES,
        Category.MEMBER_STATES,
        Category.OTHER_STATES,
        Category.STATES,
    }
)
# What else an entry may say of itself, in the order in which tables show it.
DETAILS = (
    "acronym", "state", "title", "office", "number", "level", "agenda_item", "on_behalf_of",
    "for", "against", "abstaining", "repeated",
)  # fmt: skip


class ListEntry(NamedTuple):
    """One entry, and its words in the node: `span` are those of `name`, which is as printed.

    `more` holds what its list has beside: a person's `state` and `title`, a `number` on the agenda, the
    `agenda_item` of a speech, `repeated` where the list printed the same before.
    """

    list: ListKind
    name: str
    span: Span
    category: Category | None = None
    country: Country | None = None
    more: Mapping[str, Any] = MappingProxyType({})

    def as_value(self) -> dict[str, Any]:
        """The entry as JSON, empty fields left out."""
        value: dict[str, Any] = {
            "list": self.list.value,
            "category": str(self.category or ""),
            "name": self.name,
        }
        value |= codes_of(self.country)
        value |= {key: self.more[key] for key in DETAILS if key in self.more}
        return without_empty(value)

    def with_more(self, **more: Any) -> ListEntry:
        return self._replace(more={**self.more, **more})


def without_empty(value: Mapping[str, Any]) -> dict[str, Any]:
    """An entry's fields that say something; a count of 0 does."""
    return {key: held for key, held in value.items() if held not in (None, "") and held is not False}


@cache
def codes_of(country: Country | None) -> Mapping[str, str]:
    """What an entry holds of its country: its name in English and its codes."""
    if country is None:
        return {}
    held = {"country": country.name, "iso3": country.iso3, "iso2": country.iso2, "m49": country.m49}
    return {key: value for key, value in held.items() if value}


def names_organization(value: Mapping[str, Any]) -> bool:
    """Whether an entry, as JSON, is itself an organization: no State, person, paper or count of votes."""
    if value.get("country") or value.get("list") in (ListKind.AGENDA, ListKind.DOCUMENTS):
        return False
    return value.get("category", Category.EXPERTS) not in (Category.EXPERTS, Category.RESULT)


def repeated_marked(entries: Iterable[ListEntry]) -> list[ListEntry]:
    """The entries with those marked that their own list printed before."""
    seen: set[tuple[object, ...]] = set()
    out = []
    for entry in entries:
        who = (entry.list, entry.category, entry.name.casefold() if entry.country is None else entry.country,
               entry.more.get("state") and entry.name, entry.more.get("office"))  # fmt: skip
        out.append(entry.with_more(repeated=True) if who in seen else entry)
        seen.add(who)
    return out
