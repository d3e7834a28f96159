"""Checks of one document's stored tree: parents, order, rectangles, quotes, and everybody's decisions."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from model.labels import Action, Attribution, Force, Slot, Status
from model.nodes import BY_HAND, Region, first_words
from model.schemes import Scheme
from storage.rows import KINDS
from storage.schema import DECISION, NODE, REVIEWER
from storage.schemes import current_scheme

# Letters may stand out of the page by a little: their boxes are those of the font.
_OUT_OF_PAGE_PT = 2.0

Sizes = Mapping[int, tuple[float, float]]
_Row = Any  # a row of NODE; its columns are those of the query below


def check_nodes(connection: Connection, document: int, sizes: Sizes) -> Iterator[str]:
    """Each problem names the node that it is about."""
    query = select(NODE.c.pk, NODE.c.id, NODE.c.parent, NODE.c.rank, NODE.c.kind, NODE.c.number, NODE.c.text,
                   NODE.c.page, NODE.c.regions, NODE.c.quote, NODE.c.reasons, NODE.c.extra)  # fmt: skip
    rows = {row.pk: row for row in connection.execute(query.where(NODE.c.document == document))}
    yield from _tree_problems(rows)
    for row in rows.values():
        for problem in (*_value_problems(row), *_anchor_problems(row, sizes)):
            yield f"{_name(row)}: {problem}"
    yield from _decision_problems(connection, document, rows)


def _name(row: _Row) -> str:
    return f"{row.kind} {row.number or first_words(row.text)} (page {row.page}, {row.id})"


def _tree_problems(rows: Mapping[int, _Row]) -> Iterator[str]:
    reached: set[int] = set()
    ranks: set[tuple[int | None, int]] = set()
    for row in rows.values():
        if row.parent is not None and row.parent not in rows:
            yield f"{_name(row)}: is below an entry of another report"
        if (row.parent, row.rank) in ranks:
            yield f"{_name(row)}: has the same place as another one"
        ranks.add((row.parent, row.rank))
    for row in rows.values():
        way, key = [], row.pk
        while key is not None and key in rows and key not in reached:
            if key in way:
                yield f"{_name(row)}: is below itself"
                break
            way.append(key)
            key = rows[key].parent
        reached.update(way)


def _value_problems(row: _Row) -> Iterator[str]:
    if row.kind not in KINDS:
        yield f"“{row.kind}” is not a kind of entry"
    for name, sort in (("reasons", list), ("extra", dict)):
        try:
            sound = isinstance(json.loads(getattr(row, name)), sort)
        except ValueError:
            sound = False
        if not sound:
            yield f"its {name} cannot be read"


def _anchor_problems(row: _Row, sizes: Sizes) -> Iterator[str]:
    try:
        regions = [Region(int(page), *map(float, box)) for page, *box in json.loads(row.regions)]
    except (ValueError, TypeError):
        yield "its rectangles cannot be read"
        return
    if row.page != (regions[0].page if regions else 0):
        yield "its page is not that of its first rectangle"
    if row.text and not regions:
        yield "has no place on a page"
    quote = row.text if row.quote is None else row.quote
    # What a person drew where no words were read has none, and its text was typed.
    if regions and row.text and not quote.strip() and BY_HAND not in row.reasons:
        yield "has no quote"
    for page, x0, y0, x1, y1 in regions:
        if page not in sizes:
            yield f"page {page} does not exist"
            continue
        width, height = sizes[page]
        if not all(map(math.isfinite, (x0, y0, x1, y1))) or x0 >= x1 or y0 >= y1:
            yield f"an empty rectangle on page {page}"
        elif (x0 < -_OUT_OF_PAGE_PT or y0 < -_OUT_OF_PAGE_PT
              or x1 > width + _OUT_OF_PAGE_PT or y1 > height + _OUT_OF_PAGE_PT):  # fmt: skip
            yield f"a rectangle that is not on page {page}"


def _decision_problems(connection: Connection, document: int, rows: Mapping[int, _Row]) -> Iterator[str]:
    query = (
        select(DECISION.c.node, DECISION.c.slot, DECISION.c.value, DECISION.c.evidence, DECISION.c.confidence,
               REVIEWER.c.name)
        .join(NODE, NODE.c.pk == DECISION.c.node)
        .join(REVIEWER, REVIEWER.c.pk == DECISION.c.reviewer)
        .where(NODE.c.document == document)
    )  # fmt: skip
    scheme = current_scheme(connection)
    for key, slot, value, evidence, confidence, reviewer in connection.execute(query):
        node = rows[key]
        if not is_value(scheme, slot, value):
            yield f"{_name(node)}: {reviewer}'s {slot} is not one that Paraph knows ({value})"
        if not _are_spans(evidence, len(node.text)):
            yield f"{_name(node)}: {reviewer}'s {slot}: its evidence is not in the text"
        if not 0 <= confidence <= 1:
            yield f"{_name(node)}: {reviewer}'s {slot}: its confidence is {confidence}"


def is_value(scheme: Scheme, slot: str, text: str) -> bool:
    """A slot may also be filled with nothing: a reviewer's word that there is none."""
    try:
        value = json.loads(text)
        if value is None:
            return slot in set(Slot)
        match Slot(slot):
            case Slot.ROLE:
                return scheme.knows(Slot.ROLE, value)
            case Slot.FORCE:
                return Force(value) is not None
            case Slot.ACTION:
                return Action(value) is not None
            case Slot.ADDRESSEES:
                return isinstance(value, list) and all(scheme.knows(Slot.ADDRESSEES, item) for item in value)
            case Slot.STATUS:
                return Status(value) is not None
            case Slot.VERB | Slot.TASK | Slot.NOTE:
                return isinstance(value, str)
            case Slot.ATTRIBUTION:
                return Attribution(value["by"]) is not None and isinstance(value["name"], str)
            case Slot.BENEFICIARIES | Slot.THEMES:
                return isinstance(value, list) and all(isinstance(item, str) for item in value)
            case Slot.INSTRUMENTS | Slot.CONDITIONS | Slot.TIME_FRAME | Slot.FOLLOW_UP | Slot.ENTRIES:
                return isinstance(value, list) and all(isinstance(item, dict) for item in value)
    except (ValueError, KeyError, TypeError):
        return False


def _are_spans(text: str, length: int) -> bool:
    if text == "[]":
        return True
    try:
        return all(0 <= start <= end <= length for start, end in json.loads(text))
    except (ValueError, TypeError):
        return False
