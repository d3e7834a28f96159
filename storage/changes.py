"""Changes as the ledger keeps them: JSON with names, readable without this program, defaults left out.

    [["node", before, after], ["decision", before, after], ...]

with null for a node or decision that is not there. Where a report was extracted again, what is known of it as
a whole comes last, with the names of the machines that suggest:

    ["document", before, after, machines]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from model.documents import Document
from model.edits import Change, DecisionChange, DocumentChange, Edit, NodeChange
from model.labels import Decision, DecisionKey, Slot, Span
from model.nodes import Anchor, Kind, Node, Region
from storage.rows import decoding, facts_from, facts_of, from_json, to_json

_DOCUMENT = "document"


def edit_to_json(edit: Edit) -> str:
    """An edit as a row of the ledger keeps it."""
    items = [_change(change) for change in edit.changes]
    if edit.document is not None:
        facts = edit.document
        items.append([_DOCUMENT, facts_of(facts.before), facts_of(facts.after), facts.machines])
    return to_json(items)


def edit_from_json(text: str, name: str, focus: str | None, load: Callable[[], Document]) -> Edit:
    """`load` gives the report as it is now, for what no edit changes of it: its pages, for example."""
    items = from_json(text)
    changes = _changes(items)
    facts = next((item for item in items if item[0] == _DOCUMENT), None)
    change = None
    if facts is not None:
        _, before, after, machines = facts
        document = load()
        with decoding():
            known = [replace(document, **facts_from(row)) for row in (before, after)]
        change = DocumentChange(known[0], known[1], tuple(machines))
    return Edit(name, changes, focus, change)


def changes_from_json(text: str) -> tuple[Change, ...]:
    """Those of nodes and decisions."""
    return _changes(from_json(text))


def nodes_in(text: str) -> set[str]:
    """The ids of the nodes that changes are about, read off without making the changes."""
    found = set()
    for sort, before, after, *_ in from_json(text):
        if sort != _DOCUMENT:
            found.add((after or before)["id" if sort == "node" else "node"])
    return found


def _changes(items: list[list[Any]]) -> tuple[Change, ...]:
    with decoding():
        return tuple([_change_from(item) for item in items if item[0] != _DOCUMENT])


def _change(change: Change) -> list[Any]:
    if isinstance(change, NodeChange):
        return ["node", _node(change.before), _node(change.after)]
    return ["decision", _decision(change.before), _decision(change.after)]


def _change_from(item: list[Any]) -> Change:
    sort, before, after = item
    if sort == "node":
        return NodeChange(_node_from(before), _node_from(after))
    return DecisionChange(_decision_from(before), _decision_from(after))


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", (), {}, 0)}


def _node(node: Node | None) -> dict[str, Any] | None:
    if node is None:
        return None
    anchor = node.anchor
    found = _given(parent=node.parent, rank=node.rank, number=node.number,
                   regions=anchor.regions, prefix=anchor.prefix, suffix=anchor.suffix,
                   reasons=node.reasons, extra=dict(node.extra))  # fmt: skip
    if node.level is not None:
        found["level"] = node.level
    if anchor.quote != node.text:
        found["quote"] = anchor.quote
    if node.confidence != 1.0:
        found["confidence"] = node.confidence
    return {"id": node.id, "kind": node.kind, "text": node.text, **found}


def _node_from(item: Mapping[str, Any] | None) -> Node | None:
    if item is None:
        return None
    anchor = Anchor(
        tuple([Region(*region) for region in item.get("regions", ())]),
        item.get("quote", item["text"]),
        item.get("prefix", ""),
        item.get("suffix", ""),
    )
    return Node(item["id"], Kind(item["kind"]), item["text"], item.get("parent"), item.get("rank", 0),
                item.get("level"), item.get("number", ""), anchor, item.get("confidence", 1.0),
                tuple(item.get("reasons", ())), item.get("extra", {}))  # fmt: skip


def _decision(decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    key, at = decision.key, decision.decided_at
    found = _given(frame=key.frame, decided_at=at.isoformat() if at is not None else None,
                   evidence=decision.evidence, rule=decision.rule)  # fmt: skip
    if decision.confidence != 1.0:
        found["confidence"] = decision.confidence
    if decision.adjudicated:
        found["adjudicated"] = True
    return {"node": key.node, "slot": key.slot, "reviewer": key.reviewer, "value": decision.value, **found}


def _decision_from(item: Mapping[str, Any] | None) -> Decision | None:
    if item is None:
        return None
    at = item.get("decided_at")
    return Decision(
        DecisionKey(item["node"], Slot(item["slot"]), item["reviewer"], item.get("frame", 0)),
        item["value"],
        datetime.fromisoformat(at) if at is not None else None,
        tuple([Span(*span) for span in item.get("evidence", ())]),
        item.get("confidence", 1.0),
        item.get("rule", ""),
        item.get("adjudicated", False),
    )
