"""Changes as the ledger keeps them: JSON with names, readable without this program, defaults left out.

    [["node", before, after], ["decision", before, after], ...]

with null for a node or decision that is not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from model.edits import Change, DecisionChange, NodeChange
from model.labels import Decision, DecisionKey, Slot, Span
from model.nodes import Anchor, Kind, Node, Region
from storage.rows import from_json, to_json


def changes_to_json(changes: tuple[Change, ...]) -> str:
    return to_json([_change(change) for change in changes])


def changes_from_json(text: str) -> tuple[Change, ...]:
    return tuple([_change_from(item) for item in from_json(text)])


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
