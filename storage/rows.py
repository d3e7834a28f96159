"""Model values as rows of the project file and back, exactly: what is read equals what was written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from types import MappingProxyType
from typing import Any

from model.documents import Document, Masthead, PageInfo
from model.labels import Decision, DecisionKey, Slot, Span
from model.nodes import Kind, Node, Region
from storage.errors import BadRow

Row = dict[str, Any]

KINDS = {kind.value: kind for kind in Kind}
SLOTS = {slot.value: slot for slot in Slot}
_NO_EXTRA: Mapping[str, Any] = MappingProxyType({})
_MASTHEAD_TEXTS = ("symbol", "title", "date", "date_printed", "distribution", "original_language", "body",
                   "session", "agenda_item", "job_number")  # fmt: skip
# What another extraction of the same PDF may say otherwise of a document.
FACTS = ("language", "extractor", "coverage", "symbols", *_MASTHEAD_TEXTS)


@contextmanager
def decoding() -> Iterator[None]:
    """While rows become values: what cannot is damage. Raises BadRow."""
    try:
        yield
    except (KeyError, TypeError, ValueError) as error:
        raise BadRow(f"a row cannot be read ({error!r})") from error


def text_of(value: Any) -> str:
    """A column's text; SQLite lets any column hold bytes. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} is no JSON value")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_plain)


def to_json(value: Any) -> str:
    """Compact JSON with sorted keys, so that equal values are equal texts."""
    return _ENCODER.encode(value)


def from_json(text: str) -> Any:
    return json.loads(text)


def node_row(node: Node) -> Row:
    """A node's own columns: all but `pk`, `document` and `parent`, which need the file's keys."""
    anchor = node.anchor
    return {
        "id": node.id,
        "rank": node.rank,
        "kind": node.kind.value,
        "level": node.level,
        "number": node.number,
        "text": node.text,
        "page": anchor.page,
        "regions": to_json(anchor.regions) if anchor.regions else "[]",
        "quote": None if anchor.quote == node.text else anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "confidence": node.confidence,
        "reasons": to_json(node.reasons) if node.reasons else "[]",
        "extra": to_json(node.extra) if node.extra else "{}",
    }


def regions_from(text: str) -> tuple[Region, ...]:
    """A node's rectangles, in points."""
    if text == "[]":
        return ()
    return tuple([Region(*region) for region in json.loads(text)])


def extra_from(text: str) -> Mapping[str, Any]:
    """What a node keeps beside its columns, not to be changed."""
    return MappingProxyType(json.loads(text)) if text != "{}" else _NO_EXTRA


def reasons_from(text: str) -> tuple[str, ...]:
    """Why a node is what it is, in the extractor's words."""
    return tuple(json.loads(text)) if text != "[]" else ()


def decision_row(decision: Decision) -> Row:
    """A decision's own columns: all but `node` and `reviewer`, which need the file's keys."""
    return {
        "slot": decision.key.slot.value,
        "frame": decision.key.frame,
        "value": to_json(decision.value),
        "decided_at": decision.decided_at.isoformat() if decision.decided_at is not None else None,
        "evidence": to_json(decision.evidence) if decision.evidence else "[]",
        "confidence": decision.confidence,
        "rule": decision.rule,
        "adjudicated": decision.adjudicated,
    }


def evidence_from(text: str) -> tuple[Span, ...]:
    """Where a decision's words stand, as offsets in code points."""
    return tuple([Span(*span) for span in json.loads(text)]) if text != "[]" else ()


def decision_from(row: Mapping[str, Any], node: str, reviewer: str) -> Decision:
    """A decision on a node by a reviewer, both given by their ids."""
    decided_at = row["decided_at"]
    return Decision(
        DecisionKey(node, SLOTS[row["slot"]], reviewer, row["frame"]),
        json.loads(row["value"]),
        datetime.fromisoformat(decided_at) if decided_at is not None else None,
        evidence_from(row["evidence"]),
        row["confidence"],
        row["rule"],
        bool(row["adjudicated"]),
    )


def document_row(document: Document) -> Row:
    """A document's own columns: all but `pk`, `source`, `original_path` and the times."""
    head = document.masthead
    return {
        "id": document.id,
        "name": document.name,
        "sha256": document.sha256,
        "language": document.language,
        "extractor": document.extractor,
        "coverage": document.coverage,
        "symbols": to_json(head.symbols),
        "page_count": len(document.pages),
        **{name: getattr(head, name) for name in _MASTHEAD_TEXTS},
    }


def page_row(page: PageInfo) -> Row:
    """A page's own columns: all but `document`."""
    x0, y0, x1, y1 = page.crop
    return {
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "rotation": page.rotation,
        "crop_x0": x0,
        "crop_y0": y0,
        "crop_x1": x1,
        "crop_y1": y1,
        "label": page.label,
    }


def facts_of(document: Document) -> Row:
    """The columns of `FACTS`."""
    row = document_row(document)
    return {name: row[name] for name in FACTS}


def facts_from(row: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of `FACTS` as a document's fields."""
    texts = {name: text_of(row[name]) for name in _MASTHEAD_TEXTS}
    masthead = Masthead(symbols=tuple(json.loads(row["symbols"])), **texts)
    own = {name: row[name] for name in ("language", "extractor", "coverage")}
    return {"masthead": masthead, **own}


def document_from(row: Mapping[str, Any], pages: tuple[PageInfo, ...]) -> Document:
    """A document with its masthead; its pages are rows of their own."""
    return Document(row["id"], row["name"], row["sha256"], pages, **facts_from(row))
