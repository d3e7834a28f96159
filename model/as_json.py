"""An extraction as JSON: the contract of `paraph extract`.

It loads nothing that extracts: that is the worker's, and takes longer than a short report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from model.doubts import Doubt
from model.labels import MACHINE, Addressee, Decision, Slot
from model.nodes import Node
from model.review import Review
from model.workers.messages import Extracted

_ALWAYS = (Slot.FORCE, Slot.ADDRESSEES, Slot.VERB, Slot.ACTION)
ANATOMY = (
    Slot.ATTRIBUTION,
    Slot.TASK,
    Slot.BENEFICIARIES,
    Slot.THEMES,
    Slot.INSTRUMENTS,
    Slot.CONDITIONS,
    Slot.TIME_FRAME,
    Slot.FOLLOW_UP,
    Slot.ENTRIES,
)


def as_json(extracted: Extracted) -> dict[str, Any]:
    """`document`, and `nodes` in reading order; labels are what the window would show, with their words.

    A node with several recommendations has the slots of the first but the addressees of all, and each of them
    in `frames`.
    """
    review = Review(extracted.document, extracted.nodes, extracted.decisions, frozenset({MACHINE.id}))
    return {
        "document": _document(extracted),
        "nodes": [_node(node, review) for node in extracted.nodes],
        "doubts": [_doubt(doubt) for doubt in extracted.doubts],
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
    frames = [_frame(node, review, number) for number in range(review.frames(node.id))]
    first = frames[0]
    return {
        "id": node.id,
        "parent": node.parent,
        "kind": node.kind.value,
        "level": node.level,
        "number": node.number,
        "page": node.page,
        "text": node.text,
        "role": review.shown(node.id, Slot.ROLE, MACHINE.id).value or "",
        **first,
        "addressees": _all_addressees(frames),
        **({"frames": frames} if len(frames) > 1 else {}),
        "bboxes": [[r.page, r.x0, r.y0, r.x1, r.y1] for r in node.anchor.regions],
        "quote": {"exact": node.anchor.quote, "prefix": node.anchor.prefix, "suffix": node.anchor.suffix},
        "confidence": node.confidence,
        "reasons": list(node.reasons),
        **({"extra": dict(node.extra)} if node.extra else {}),
    }


def _frame(node: Node, review: Review, number: int) -> dict[str, Any]:
    """One recommendation of a node: the values of its slots, those of its anatomy where they are filled."""
    shown = {
        slot: review.shown(node.id, slot, MACHINE.id, number) for slot in (Slot.ROLE, *_ALWAYS, *ANATOMY)
    }
    evidence = {
        slot.value: words
        for slot, one in shown.items()
        if (number == 0 or slot is not Slot.ROLE) and (words := _words(one.decision, node))
    }
    return {
        "force": shown[Slot.FORCE].value,
        "addressees": list(shown[Slot.ADDRESSEES].value or ()),
        "verb": shown[Slot.VERB].value or "",
        "action": shown[Slot.ACTION].value,
        **{slot.value: shown[slot].value for slot in ANATOMY if shown[slot].value is not None},
        "evidence": evidence,
    }


def _all_addressees(frames: Sequence[dict[str, Any]]) -> list[str]:
    """Whom any recommendation of a node asks; "implicit" only where none names anybody."""
    asked = list(dict.fromkeys(one for frame in frames for one in frame["addressees"]))
    return [one for one in asked if one != Addressee.IMPLICIT] or asked


def _words(decision: Decision | None, node: Node) -> list[str]:
    """The words that gave a label, as they stand in the node's text; empty ones where a value has none."""
    spans = decision.evidence if decision is not None else ()
    return [node.text[span.start : span.end] for span in spans]


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {"kind": doubt.kind.value, "node": doubt.node, "page": doubt.page, "text": doubt.text}
