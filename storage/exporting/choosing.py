"""Which documents and rows of a project a dataset holds, by its settings."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import ColumnElement, and_

from model.labels import Slot
from model.review import Source
from storage.exporting.records import Labels, Record, RecordedLabel
from storage.exporting.settings import Settings
from storage.schema import DOCUMENT, LISTED

_ADJUDICATED = Source.ADJUDICATED.value
_NULL = "null"


def is_chosen(settings: Settings) -> ColumnElement[bool]:
    """Whether a row of `DOCUMENT` fits."""
    bounds: list[ColumnElement[bool]] = [LISTED]
    if settings.documents:
        bounds.append(DOCUMENT.c.id.in_(settings.documents))
    if settings.languages:
        bounds.append(DOCUMENT.c.language.in_(settings.languages))
    return and_(*bounds)


def chosen(records: Iterator[Record], settings: Settings) -> Iterator[Record]:
    """The records that fit, with only the labels that count."""
    if any((settings.adjudicated_only, settings.roles, settings.states, settings.reviewers)):
        return _fitting(records, settings)
    return records


def _fitting(records: Iterator[Record], settings: Settings) -> Iterator[Record]:
    adjudicated_only = settings.adjudicated_only
    roles, states, people = frozenset(settings.roles), frozenset(settings.states), settings.reviewers
    for record in records:
        if adjudicated_only:
            record = record._replace(labels=_adjudicated(record.labels))
            if not any(record.labels):
                continue
        if states and record.status not in states:
            continue
        if roles and role_of(record) not in roles:
            continue
        if people and not _is_by(record, people):
            continue
        yield record


def role_of(record: Record) -> str:
    """The role's value; empty if it has none."""
    label = record.label(Slot.ROLE)
    return "" if label is None or label.value == _NULL else str(json.loads(label.value))


def force_of(record: Record) -> str:
    """The force's value as text; empty if it has none."""
    label = record.label(Slot.FORCE)
    return "" if label is None or label.value == _NULL else label.value


def _adjudicated(labels: Labels) -> tuple[RecordedLabel | None, ...]:
    return tuple([label if label is not None and label.source == _ADJUDICATED else None for label in labels])


def _is_by(record: Record, people: tuple[str, ...]) -> bool:
    return record.reviewed_by in people or any(
        label is not None and label.reviewer in people for label in record.labels
    )
