"""What the inspector asks the session for: each is one edit of what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gui.builders import Change, on_all, on_frame, on_one
from gui.inspector.subject import Subject
from gui.session import Session
from model import editing
from model.cells import Cells
from model.labels import NO_WORDS, Attribution, InstrumentKind, Slot, Span

_AROUND = " \t\n,;:.،؛"  # what may stand at the ends of selected words and does not belong to them


class Asking:
    """Edits go to what is shown now: a key was meant for what was seen."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._warm = False
        self.subject: Subject | None = None

    def warm(self, *_: object) -> None:
        """Words are being chosen: the rules that will read them are made ready in the background."""
        if not self._warm:
            self._warm = True
            self._session.run(self.value_of, Slot.TIME_FRAME, "")

    def value_of(self, slot: Slot, words: str) -> Any:
        """What words are as a value of a slot, None without a report; an instrument leads to the
        entry that it is."""
        from model.linking import Inside  # these take 0.2 s
        from model.suggestions.anatomy.chosen import value_of_words

        review = self._session.review
        if review is None:
            return None
        value = value_of_words(slot, words, review.document.language)
        if slot is not Slot.INSTRUMENTS or self.subject is None:
            return value
        kind = InstrumentKind(value["kind"])
        return value | {"target": Inside(review.outline).find(value["name"], kind, self.subject.node.id)}

    def label(self, slot: Slot, value: Any, evidence: tuple[Span, ...] = ()) -> None:
        """One value for all that is selected; None: back to the suggestion."""
        subject = self.subject
        if subject is not None:
            ids = tuple(node.id for node in subject.nodes)
            frame = 0 if slot is Slot.ROLE else subject.frame
            self._session.perform(on_all(editing.label, ids, slot, value, evidence, frame), len(ids))

    def add(self, slot: Slot, value: Any, span: Span = NO_WORDS) -> None:
        self._on_value(editing.add_value, slot=slot, value=value, span=span)

    def remove(self, slot: Slot, at: int) -> None:
        self._on_value(editing.remove_value, slot=slot, at=at)

    def replace(self, slot: Slot, at: int, value: Any) -> None:
        self._on_value(editing.replace_value, slot=slot, at=at, value=value)

    def attribute(self, by: str, name: str | None = None, evidence: tuple[Span, ...] = ()) -> None:
        """Whose word it is. What is not given stays as it is shown."""
        if self.subject is None:
            return
        shown = self.subject.shown(Slot.ATTRIBUTION)
        now = shown.value if isinstance(shown.value, dict) else {}
        if name is None and shown.decision is not None and shown.node == self.subject.node.id:
            evidence = shown.decision.evidence
        by = by or str(now.get("by", "")) or Attribution.STATE.value
        value = {"by": by, "name": str(now.get("name", "")) if name is None else name}
        self.label(Slot.ATTRIBUTION, value, evidence)

    def note(self, node_id: str, text: str) -> None:
        self._session.perform(on_one(editing.set_note, node_id, text))

    def text(self, node_id: str, text: str) -> None:
        self._session.perform(on_one(editing.set_text, node_id, text))

    def cells(self, node_id: str, change: Callable[[Cells], Cells],
              seen: Mapping[tuple[int, int], str]) -> None:  # fmt: skip
        self._session.perform(on_one(editing.change_cells, node_id, change, seen))

    def number(self, number: str) -> None:
        if self.subject is not None:
            self._session.perform(on_one(editing.set_number, self.subject.node.id, number))

    def _on_value(self, change: Change, **values: Any) -> None:
        if self.subject is not None and self.subject.single:
            self._session.perform(on_frame(change, self.subject.node.id, self.subject.frame, **values))


def trimmed(text: str, span: Span) -> Span:
    """Selected words without the white space and punctuation around them."""
    start, end = span
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return Span(start, end)
