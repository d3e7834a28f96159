"""Search over all documents of a project, with facets."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, FromClause, Select, and_, exists, func, or_, select, true
from sqlalchemy.engine import Connection, Row
from sqlalchemy.sql.selectable import CTE

from model.labels import ReviewerKind, Slot, Span, Status
from model.nodes import CLASSIFIED, Kind
from storage.full_text import everything, excerpt_of, matching
from storage.loading import names_of_reports
from storage.reading_order import by_reading_order, given
from storage.rows import decoding, to_json
from storage.schema import DECISION, DOCUMENT, LISTED, NODE, REVIEWER
from storage.shown import seen_by, shown_decisions

Found = Select[tuple[int, str]]
# Nobody reads as many hits to the end, and putting them in order takes as long as finding them.
MANY = 100
_FACETS = (Slot.ROLE, Slot.FORCE, Slot.ADDRESSEES, Slot.STATUS)


@dataclass(frozen=True, slots=True)
class Criteria:
    """What to look for. Empty sets set no bound; `slots` maps a slot to values, one of which must be shown.

    A node without a status counts as unreviewed; of a list of addressees one must be among the values.
    `people` are ids of those who reviewed, one of `days` (where the user is) when. Without words it is all
    that lies within the bounds, and nothing if there is none.
    """

    query: str
    documents: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    slots: Mapping[Slot, frozenset[Any]] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()

    @property
    def is_bounded(self) -> bool:
        return any((self.documents, self.kinds, self.people, self.days, *self.slots.values()))


class SearchResult(NamedTuple):
    """A node that matches: where it is, and its words around what was found."""

    document: str
    document_name: str
    node: str
    kind: Kind
    number: str
    page: int
    excerpt: str
    found: tuple[Span, ...]  # in the excerpt


class FacetCounts(NamedTuple):
    """How many hits there are in all, by document id, by the values shown for each slot, and by kind."""

    total: int
    documents: Mapping[str, int]
    slots: Mapping[Slot, Mapping[Any, int]]
    kinds: Mapping[Kind, int]


def search(
    connection: Connection, criteria: Criteria, reviewer: str = "", limit: int = 60
) -> list[SearchResult]:
    """The hits in reading order, one document after the other; furniture only where its kind is asked for.

    Labels count as `reviewer` sees them (`Review.shown`), inherited ones as the lead-in passed them down.
    """
    found = _found(criteria)
    if found is None:
        return []
    if criteria.is_bounded:
        keys = _first_keys(connection, found, criteria, reviewer, limit)
        hits = _within(found, keys).cte("hits")
        by_key = {row.pk: row for row in connection.execute(_details(hits))}
        rows = [by_key[key] for key in keys]
    else:
        # Excerpts of hits that come later cost less than asking the index twice: it reads all that begins
        # like the last word each time.
        hits = found.cte("hits")
        rows = _first(connection, hits, _details(hits), criteria, reviewer, limit)
    names = names_of_reports(connection)
    with decoding():
        return [
            SearchResult(row.report, names[row.report].name, row.id, Kind(row.kind), row.number, row.page,
                *excerpt_of(row.excerpt))
            for row in rows
        ]  # fmt: skip


def _first_keys(connection: Connection, found: Found, criteria: Criteria, reviewer: str,
                wanted: int) -> list[int]:  # fmt: skip
    """The keys of the first hits."""
    hits = found.with_only_columns(found.selected_columns[0]).cte("hits")
    query = select(*_PLACE).select_from(_placed(hits))
    return [row.pk for row in _first(connection, hits, query, criteria, reviewer, wanted)]


def _first(connection: Connection, hits: CTE, query: Select[Any], criteria: Criteria, reviewer: str,
           wanted: int) -> list[Row[Any]]:  # fmt: skip
    """The first hits in reading order; of more than MANY those are put in order that were stored first."""
    query = (
        query.where(*_bounds(connection, criteria, reviewer)).order_by(hits.c.node).limit(max(wanted, MANY))
    )
    return by_reading_order(connection, connection.execute(query))[:wanted]


def _within(found: Found, keys: Sequence[int]) -> Found:
    """Of what is found, the nodes with these keys. The index is asked for a stretch of keys, not for each of
    them (hence the sum): for every answer it reads from its start."""
    node = found.selected_columns[0]
    ends = (min(keys), max(keys)) if keys else (0, 0)
    return found.where(node.between(*ends), (node + 0).in_(select(given(keys))))


def _details(hits: CTE) -> Select[Any]:
    return select(*_PLACE, DOCUMENT.c.id.label("report"), NODE.c.kind, NODE.c.number, NODE.c.page,
                   hits.c.excerpt).select_from(_placed(hits))  # fmt: skip


def count_facets(connection: Connection, criteria: Criteria, reviewer: str = "") -> FacetCounts:
    """The numbers beside the filters."""
    found = _found(criteria)
    if found is None:
        return FacetCounts(0, {}, {}, {})
    hits = found.with_only_columns(found.selected_columns[0]).cte("hits")
    query = (
        select(NODE.c.pk, NODE.c.kind, DOCUMENT.c.id.label("document"))
        .select_from(_placed(hits))
        .where(*_bounds(connection, criteria, reviewer))
    )
    chosen = connection.execute(query).all()  # once: labels are looked up hit by hit
    documents = Counter(row.document for row in chosen)
    keys = given(row.pk for row in chosen)
    slots = {slot: _values(connection, keys, slot, reviewer) for slot in _FACETS}
    others = [row.pk for row in chosen if row.kind not in _CLASSIFIED]  # they wait for nobody
    of_others = _values(connection, given(others), Slot.STATUS, reviewer) if others else {}
    reviewed = sum(slots[Slot.STATUS].values()) - sum(of_others.values())
    unreviewed = len(chosen) - len(others) - reviewed
    if unreviewed > 0:
        slots[Slot.STATUS][Status.UNREVIEWED.value] = unreviewed
    kinds = Counter(Kind(row.kind) for row in chosen)
    return FacetCounts(len(chosen), documents, slots, kinds)


def _found(criteria: Criteria) -> Found | None:
    if criteria.query.strip() or not criteria.is_bounded:
        return matching(criteria.query)
    return everything()


def _values(connection: Connection, among: ColumnElement[int], slot: Slot,
            reviewer: str) -> dict[Any, int]:  # fmt: skip
    """How many of some nodes, by their keys, show each value."""
    shown = shown_decisions(connection, slot, reviewer).where(DECISION.c.node.in_(select(among))).subquery()
    each = func.json_each(shown.c.value).table_valued("value")
    is_list = slot is Slot.ADDRESSEES
    value: ColumnElement[Any] = each.c.value if is_list else shown.c.value
    rows: FromClause = shown.join(each, true()) if is_list else shown
    query = select(value, func.count(shown.c.node.distinct())).select_from(rows)
    found = connection.execute(query.where(shown.c.place == 1).group_by(value)).all()
    return {one if is_list else json.loads(one): count for one, count in found}


def _placed(hits: CTE) -> FromClause:
    return hits.join(NODE, NODE.c.pk == hits.c.node).join(DOCUMENT, DOCUMENT.c.pk == NODE.c.document)


def _bounds(connection: Connection, criteria: Criteria, reviewer: str) -> list[ColumnElement[bool]]:
    bounds: list[ColumnElement[bool]] = [LISTED]
    bounds += [
        _shows(connection, slot, values, reviewer) for slot, values in criteria.slots.items() if values
    ]
    if criteria.documents:
        bounds.append(DOCUMENT.c.id.in_(sorted(criteria.documents)))
    if criteria.people or criteria.days:
        bounds.append(NODE.c.pk.in_(_reviewed(connection, criteria, reviewer)))
    if criteria.kinds:
        bounds.append(NODE.c.kind.in_(sorted(criteria.kinds)))
    else:
        bounds.append(NODE.c.kind != Kind.FURNITURE.value)
    return bounds


def _reviewed(connection: Connection, criteria: Criteria, reviewer: str) -> Select[tuple[int]]:
    """The nodes that somebody reviewed, those people, on those days, as far as this reviewer sees it."""
    query = (
        select(DECISION.c.node)
        .join(REVIEWER, REVIEWER.c.pk == DECISION.c.reviewer)
        .where(DECISION.c.slot == Slot.STATUS.value, REVIEWER.c.kind == ReviewerKind.PERSON.value)
        .where(seen_by(connection, reviewer))
    )
    if criteria.people:
        query = query.where(REVIEWER.c.id.in_(sorted(criteria.people)))
    if criteria.days:
        at = DECISION.c.decided_at
        query = query.where(or_(*((at >= _start_of(day)) & (at < _start_of(day + timedelta(days=1)))
                                  for day in sorted(criteria.days))))  # fmt: skip
    return query


def _start_of(day: date) -> str:
    """Midnight where the user is, as the file has times; from there to the next it may be 23 or 25 hours."""
    return datetime.combine(day, time()).astimezone(UTC).isoformat()


def _shows(connection: Connection, slot: Slot, values: frozenset[Any], reviewer: str) -> ColumnElement[bool]:
    """Whether a node shows one of the values for a slot, looked up node by node: of a frequent word the first
    hits are soon found, and a join would go through all hits for every one that shows it."""
    own = (DECISION.c.node == NODE.c.pk, DECISION.c.slot == slot.value)
    shown = shown_decisions(connection, slot, reviewer).where(own[0]).correlate(NODE).subquery()
    if slot is Slot.ADDRESSEES:
        one = func.json_each(shown.c.value).table_valued("value")
        listed = select(shown.c.node).select_from(shown.join(one, true()))
        return listed.where(shown.c.place == 1, one.c.value.in_(sorted(values))).exists()
    texts = sorted(to_json(value) for value in values)
    said = exists().where(*own, DECISION.c.value.in_(texts)).correlate(NODE)  # by anybody: that is cheap
    wanted = and_(said, select(shown.c.node).where(shown.c.place == 1, shown.c.value.in_(texts)).exists())
    if slot is not Slot.STATUS or Status.UNREVIEWED not in values:
        return wanted
    spoken = select(shown.c.node).exists()
    silent = and_(NODE.c.kind.in_(_CLASSIFIED), ~exists().where(*own).correlate(NODE) | ~spoken)
    return or_(wanted, silent)


_CLASSIFIED = [kind.value for kind in CLASSIFIED]
# What `by_reading_order` asks of rows.
_PLACE = (NODE.c.document, NODE.c.pk, NODE.c.parent, NODE.c.rank, NODE.c.id)
