"""An extraction as JSON: the contract of `paraph extract`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from model.labels import Decision, Slot
from model.nodes import Node
from model.review import Review
from model.suggestions import MACHINE
from model.workers.messages import Extracted


def as_json(extracted: Extracted) -> dict[str, Any]:
    """`document`, and `nodes` in reading order; labels are what the window would show, with their words."""
    review = Review(extracted.document, extracted.nodes, extracted.decisions, frozenset({MACHINE.id}))
    return {
        "document": _document(extracted),
        "nodes": [_node(node, review) for node in extracted.nodes],
        "doubts": [_doubt(doubt) for doubt in extracted.details.get("doubts", ())],
    }


def _document(extracted: Extracted) -> dict[str, Any]:
    document = extracted.document
    masthead = asdict(document.masthead)
    return {
        "id": document.id,
        "name": document.name,
        **masthead,
        "language": document.language,
        "pages": len(document.pages),
        "sha256": document.sha256,
        "extractor": document.extractor,
        "coverage": round(document.coverage, 5),
    }


def _node(node: Node, review: Review) -> dict[str, Any]:
    role, force, addressees, verb, action = (
        review.shown(node.id, slot, MACHINE.id)
        for slot in (Slot.ROLE, Slot.FORCE, Slot.ADDRESSEES, Slot.VERB, Slot.ACTION)
    )
    evidence = {
        slot.value: words
        for slot, shown in (
            (Slot.ROLE, role),
            (Slot.FORCE, force),
            (Slot.ADDRESSEES, addressees),
            (Slot.VERB, verb),
            (Slot.ACTION, action),
        )
        if (words := _words(shown.decision, review))
    }
    return {
        "id": node.id,
        "parent": node.parent,
        "kind": node.kind.value,
        "level": node.level,
        "number": node.number,
        "page": node.page,
        "text": node.text,
        "role": role.value or "",
        "force": force.value,
        "addressees": list(addressees.value or ()),
        "verb": verb.value or "",
        "action": action.value,
        "evidence": evidence,
        "bboxes": [[r.page, r.x0, r.y0, r.x1, r.y1] for r in node.anchor.regions],
        "quote": {"exact": node.anchor.quote, "prefix": node.anchor.prefix, "suffix": node.anchor.suffix},
        "confidence": node.confidence,
        "reasons": list(node.reasons),
        **({"extra": dict(node.extra)} if node.extra else {}),
    }


def _words(decision: Decision | None, review: Review) -> list[str]:
    """The words that gave a label, as they stand in their node's text."""
    if decision is None:
        return []
    node = review.outline.get(decision.key.node)
    if node is None:
        return []
    return [node.text[span.start : span.end] for span in decision.evidence if span.end <= len(node.text)]


def _doubt(doubt: Any) -> dict[str, Any]:
    return {"kind": str(doubt.kind), "node": doubt.node, "page": doubt.page, "text": doubt.text}
