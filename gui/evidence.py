"""The words that gave an entry its values, for the inspector's text and the page to underline."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from gui.attention import Lit
from gui.lights import QUIET
from gui.wording import SLOT_WORDS, in_words
from model.labels import ALIGNED_SLOTS, NO_WORDS, RECOMMENDATION_SLOTS, Role, Slot, Span
from model.nodes import CLASSIFIED
from model.review import Review, Shown, Source
from model.schemes import Scheme

_LIT_SLOTS = (Slot.ROLE, *RECOMMENDATION_SLOTS)


class Light(NamedTuple):
    """Words that gave a value: of which slot, where, what they say; `strong` if the value is looked at."""

    slot: Slot
    span: Span
    name: str
    strong: bool = False


def lights_of(review: Review, reviewer: str, node_id: str, scheme: Scheme, frame: int,
              lit: Lit | None) -> tuple[Light, ...]:  # fmt: skip
    """Those of the role and of one recommendation, in the entry's own text; what is looked at comes last.
    What was said of a paragraph that is a heading now is not shown."""
    node = review.outline.get(node_id)
    if node is None or node.kind not in CLASSIFIED:
        return ()
    found: list[Light] = []
    for slot in _LIT_SLOTS if has_parts(review, reviewer, node_id, frame) else (Slot.ROLE,):
        if slot in QUIET and (lit is None or lit.slot is not slot):
            continue
        shown = review.shown(node_id, slot, reviewer, 0 if slot is Slot.ROLE else frame)
        if shown.node == node_id and shown.decision is not None and shown.value is not None:
            found.extend(_lights(slot, shown, scheme, lit))
    return tuple(sorted(found, key=attrgetter("strong")))


def has_parts(review: Review, reviewer: str, node_id: str, frame: int) -> bool:
    """Whether an entry recommends, or somebody said a part of a recommendation: what was suggested while it
    was taken for one means nothing once it has another role."""
    if review.shown(node_id, Slot.ROLE, reviewer).value == Role.RECOMMENDATION:
        return True
    said = (review.shown(node_id, slot, reviewer, frame).source for slot in RECOMMENDATION_SLOTS)
    return any(source not in (Source.NONE, Source.SUGGESTED) for source in said)


def _lights(slot: Slot, shown: Shown, scheme: Scheme, lit: Lit | None) -> Iterator[Light]:
    assert shown.decision is not None
    values = shown.value if slot in ALIGNED_SLOTS and isinstance(shown.value, list) else None
    for at, span in enumerate(shown.decision.evidence):
        if span != NO_WORDS:
            value = shown.value if values is None or at >= len(values) else values[at]
            strong = lit is not None and lit.slot is slot and (values is None or lit.at in (None, at))
            yield Light(slot, span, f"{SLOT_WORDS[slot]}: {in_words(slot, value, scheme)}", strong)
