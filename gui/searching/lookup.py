"""What the search asks the project, in the background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from model.labels import Reviewer, Slot

if TYPE_CHECKING:
    from storage.project import Project
    from storage.searching import FacetCounts, SearchResult

PAGE = 60  # hits that are listed at first, and that "Show more" adds


class Facet(StrEnum):
    """By what a search can be narrowed down."""

    ROLE = "role"
    FORCE = "force"
    ADDRESSEE = "addressee"
    STATE = "state"
    KIND = "kind"
    REPORT = "report"
    REVIEWER = "reviewer"
    DAY = "day"


# Values of facets that are to be ticked, each with its words.
Ticks = Mapping[Facet, Sequence[tuple[Any, str]]]
SLOTS = {
    Facet.ROLE: Slot.ROLE,
    Facet.FORCE: Slot.FORCE,
    Facet.ADDRESSEE: Slot.ADDRESSEES,
    Facet.STATE: Slot.STATUS,
}


@dataclass(frozen=True, slots=True)
class Query:
    """The words, and the values that were ticked: of each facet one must fit."""

    words: str = ""
    chosen: tuple[tuple[Facet, frozenset[Any]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words.strip() or self.chosen)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many hits there are, and for every value how many there would be with it. Of facets that are
    `offered` other values than those with a number may be ticked, too."""

    total: int
    reports: int
    by_facet: Mapping[Facet, Mapping[Any, int]]
    offered: frozenset[Facet] = frozenset()


def hits(project: Project, query: Query, reviewer: Reviewer | None, limit: int) -> list[SearchResult]:
    """The first hits in the documents' order."""
    return project.search(_criteria(query), reviewer, limit)


def counts(project: Project, query: Query, reviewer: Reviewer | None) -> Counts:
    """A facet's numbers leave its own ticks aside: they tell what another tick would bring."""
    whole = project.facets(_criteria(query), reviewer)
    by_facet = {facet: _numbers(whole, facet) for facet in (*SLOTS, Facet.KIND, Facet.REPORT)}
    offered = set()
    for facet, values in query.chosen:
        if values and facet in by_facet:
            others = tuple((other, ticked) for other, ticked in query.chosen if other is not facet)
            wider = replace(query, chosen=others)
            if not wider:  # all that there is would have to be counted
                offered.add(facet)
                continue
            by_facet[facet] = _numbers(project.facets(_criteria(wider), reviewer), facet)
    return Counts(whole.total, len(whole.documents), by_facet, frozenset(offered))


def _numbers(found: FacetCounts, facet: Facet) -> Mapping[Any, int]:
    if facet is Facet.KIND:
        return found.kinds
    return found.documents if facet is Facet.REPORT else found.slots.get(SLOTS[facet], {})


def _criteria(query: Query) -> Any:
    # Imported here: SQLAlchemy takes a quarter of a second, and the window is visible before it is needed.
    from storage.searching import Criteria

    chosen = dict(query.chosen)
    slots = {slot: chosen[facet] for facet, slot in SLOTS.items() if chosen.get(facet)}
    return Criteria(
        query.words,
        documents=chosen.get(Facet.REPORT, frozenset()),
        kinds=chosen.get(Facet.KIND, frozenset()),
        slots=slots,
        people=chosen.get(Facet.REVIEWER, frozenset()),
        days=chosen.get(Facet.DAY, frozenset()),
    )
