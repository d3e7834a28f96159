"""What stands around running text, as units of rows: titles, contents, tables, figures, notes, furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.extraction.rows import Row, Zone
from model.nodes import Kind

KINDS = {
    Zone.TITLE: Kind.TITLE,
    Zone.CONTENTS: Kind.CONTENTS,
    Zone.TABLE: Kind.TABLE,
    Zone.FIGURE: Kind.FIGURE,
    Zone.FOOTNOTE: Kind.FOOTNOTE,
}
# Furniture that makes one unit a row; the rest is one unit as long as it stands together on its page.
_SINGLE = frozenset({Zone.HEADER, Zone.FOOTER, Zone.PAGE_NUMBER, Zone.JOB_NUMBER})
# What is one unit wherever it stands.
_WHOLE = frozenset({Zone.TITLE, Zone.CONTENTS})
# By a name of its own: to look a member of an enumeration up takes as long as a call.
_BODY = Zone.BODY


@dataclass(slots=True)
class Unit:
    """Rows that make one node. `at` is the place of its first row among all rows of the document."""

    zone: Zone
    at: int
    rows: list[Row] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        return KINDS.get(self.zone, Kind.FURNITURE)


def units_of(rows: Sequence[Row]) -> list[Unit]:
    """All rows that are not running text, grouped into units in reading order."""
    found: list[Unit] = []
    groups: dict[tuple[Zone, int], Unit] = {}
    last: Unit | None = None
    for at, row in enumerate(rows):
        zone, group = row.zone, row.group
        if zone is _BODY:
            last = None
            continue
        if zone in _SINGLE:
            found.append(Unit(zone, at, [row]))
            continue
        if group or zone in _WHOLE:
            unit = groups.get((zone, group))
            if unit is None:
                unit = groups[zone, group] = Unit(zone, at)
                found.append(unit)
        elif last is not None and last.zone is zone and last.rows[-1].page == row.page:
            unit = last
        else:
            unit = Unit(zone, at)
            found.append(unit)
        unit.rows.append(row)
        last = unit
    return found
