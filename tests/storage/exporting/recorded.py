"""Rows of a dataset, made up."""

from __future__ import annotations

from model.labels import Slot
from model.review import Source
from storage.exporting.records import NO_LABELS, PLACES, Record, RecordedLabel


def recommendation(node: str, text: str) -> Record:
    """A paragraph that the rules call a recommendation."""
    labels = list(NO_LABELS)
    labels[PLACES[Slot.ROLE.value]] = RecordedLabel(
        '"recommendation"', Source.SUGGESTED.value, "rules@1", None, 0.9, "verb", None, "[]", None
    )
    return Record(
        node, 0, None, 1, (), "paragraph", None, "1", text, 1, "[]", text, "", "", 0.9, "[]", "{}",
        tuple(labels), "unreviewed", None, None,
    )  # fmt: skip
