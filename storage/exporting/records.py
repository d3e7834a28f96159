"""A row of a dataset: what an entry says, whose word it is, and where it stands."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from model.labels import Slot

# The slots that describe what an entry says, in the order of the columns; the status has columns of its own.
SLOTS = tuple(slot for slot in Slot if slot is not Slot.STATUS)


def column(slot: Slot) -> str:
    """A slot's name as a column or key in every format."""
    return slot.value.replace("-", "_")


# A slot's place in a record's labels.
PLACES = {slot.value: place for place, slot in enumerate((*SLOTS, Slot.STATUS))}


class RecordedLabel(NamedTuple):
    """A slot's value as JSON, and where it comes from.

    `source` is a value of `model.review.Source`. `reviewer` and the words are those of the word that is
    taken; `rule` and `confidence` say how it came to this entry. They differ where it is inherited: then
    `lead_in` is the id of the entry that says it, and the words stand there. `at` is when a person said it.
    In the slots that hold lists `spans[i]` are the words of the value's item i, addressees apart.

    `text` is that of the lead-in where it is inherited, else None: then the words stand in the entry's own
    (`Record.text_of`), and entries of which the same is said share the label.
    """

    value: str
    source: str
    reviewer: str
    lead_in: str | None
    confidence: float
    rule: str
    at: str | None
    spans: str  # JSON: code-point offsets into the text of `Record.text_of`
    text: str | None

    @property
    def decoded(self) -> Any:
        """The value as `model.labels.Slot` describes it."""
        return json.loads(self.value)

    @property
    def words(self) -> list[tuple[int, int]]:
        """The spans as pairs of code-point offsets; an empty one stands for no words."""
        return [(start, end) for start, end in json.loads(self.spans)]


Labels = tuple[RecordedLabel | None, ...]
NO_LABELS: Labels = (None,) * len(SLOTS)


class Record(NamedTuple):
    """One row: an entry with the first recommendation in it. Each further one is a row that follows, with the
    next `frame` and its own labels; the role and all else is repeated.

    `order` counts the document's entries from 1, `path` holds the headings above. `regions`
    (`[[page, x0, y0, x1, y1], ...]`), `reasons` and `extra` (`model.nodes.Node`) are JSON. `labels` has the
    order of `SLOTS`.
    """

    id: str
    frame: int
    parent: str | None
    order: int
    path: tuple[str, ...]
    kind: str
    level: int | None
    number: str
    text: str
    page: int
    regions: str
    quote: str
    prefix: str
    suffix: str
    confidence: float
    reasons: str
    extra: str
    labels: Labels
    status: str
    reviewed_by: str | None
    reviewed_at: str | None

    def label(self, slot: Slot) -> RecordedLabel | None:
        return self.labels[PLACES[slot.value]]

    def text_of(self, label: RecordedLabel) -> str:
        """The text that holds the words which say a label of this row."""
        return self.text if label.text is None else label.text
