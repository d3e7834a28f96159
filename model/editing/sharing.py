"""What becomes of the words that people and machines said when a node is cut in two, or two are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.editing.draft import Draft
from model.labels import (
    ALIGNED_SLOTS,
    NO_WORDS,
    RECOMMENDATION_SLOTS,
    Decision,
    Role,
    Slot,
    Span,
)
from model.nodes import Node

_STAYING = frozenset({Slot.STATUS, Slot.NOTE})
_OF_RECOMMENDATIONS = frozenset(RECOMMENDATION_SLOTS)
# Of a node that has none of these of its own it is the lead-in that recommends.
_ASKING = frozenset({Slot.FORCE, Slot.VERB})


def kept_words(decision: Decision, spans: Sequence[Span | None]) -> tuple[Span, ...]:
    """Evidence without what was lost; where each value has its own, an empty span takes its place."""
    if decision.key.slot in ALIGNED_SLOTS:
        return tuple(span or NO_WORDS for span in spans)
    return tuple(span for span in spans if span is not None and span != NO_WORDS)


def share_decisions(draft: Draft, node: Node, half: Node, end: int, start: int) -> None:
    """Cuts what was said of a node's text: `half` is the new node, of the text from `start` on; what stays
    ends at `end`.

    Of several recommendations each goes where its words are. Else both halves keep what the machine and this
    reviewer said of the whole, with the values whose words they hold and those that have none.
    """
    own = draft.review.machines | {draft.reviewer.id}
    upper, lower = _frames_of_halves(draft, node, start)
    shared: list[Decision] = []
    for decision in draft.review.decisions(node.id):
        key = decision.key
        of_clause = key.slot in _OF_RECOMMENDATIONS
        stays, goes = not of_clause or key.frame in upper, not of_clause or key.frame in lower
        if stays:
            frame = upper.index(key.frame) if of_clause else key.frame
            shared.append(_within(replace(decision, key=key._replace(frame=frame)), node.text, 0, end))
        if goes and key.slot not in _STAYING and (key.reviewer in own or not stays):
            frame = lower.index(key.frame) if of_clause else key.frame
            moved = replace(decision, key=key._replace(node=half.id, frame=frame))
            shared.append(_within(moved, node.text, start, len(node.text)))
    shared = [decision for decision in shared if decision.value != [] and decision.value != ""]
    kept = {decision.key for decision in shared}
    for decision in draft.review.decisions(node.id):
        if decision.key not in kept:
            draft.undecide(decision.key)
    for decision in shared:
        draft.decide(decision)


def join_recommendations(draft: Draft, into: Node, node: Node, by: int) -> None:
    """A recommendation that is joined to another stays one of its own beside it; what only goes on with it,
    or is its other half, adds its values to the last. `by` is how far the words move."""
    review, me = draft.review, draft.reviewer.id
    roles = {review.shown(one.id, Slot.ROLE, me).value for one in (into, node)}
    if roles != {Role.RECOMMENDATION}:
        return
    target = review.frames(into.id) - 1
    for frame in range(review.frames(node.id)):
        said = [d for d in review.decisions(node.id)
                if d.key.frame == frame and d.key.slot in _OF_RECOMMENDATIONS]  # fmt: skip
        asking = [d for d in said if d.key.slot in _ASKING and not d.rule.startswith("inherited")]
        halves = _are_halves(draft, into.id, target, asking)
        if halves or not asking:
            role = [d for d in review.decisions(node.id) if halves and d.key.slot is Slot.ROLE]
            for decision in (*role, *said):
                of_node = decision.key.slot is Slot.ROLE  # it has one for all its recommendations
                _add_values(draft, _carried(decision, into.id, 0 if of_node else target, by))
            continue
        target += 1
        for decision in said:
            draft.decide(_carried(decision, into.id, target, by))


def _are_halves(draft: Draft, node: str, frame: int, asking: Sequence[Decision]) -> bool:
    """Whether a cut left two recommendations of one: both ask the same, by words that one alone has."""
    above = {(d.key.slot, d.key.reviewer): d for d in draft.review.decisions(node)
             if d.key.frame == frame and d.key.slot in _ASKING}  # fmt: skip
    below = {(d.key.slot, d.key.reviewer): d for d in asking}
    if not asking or above.keys() != below.keys():
        return False
    pairs = [(one, above[key]) for key, one in below.items()]
    same = all(one.value == other.value and not (one.evidence and other.evidence) for one, other in pairs)
    return same and any(one.evidence or other.evidence for one, other in pairs)


def _carried(decision: Decision, node: str, frame: int, by: int) -> Decision:
    spans = [_shifted(span, by) for span in decision.evidence]
    key = decision.key._replace(node=node, frame=frame)
    return replace(decision, key=key, evidence=kept_words(decision, spans))


def _add_values(draft: Draft, more: Decision) -> None:
    """Adds values that have words of their own to those that the same reviewer gave the recommendation, and
    words to a value that both have."""
    kept = draft.review.decision(more.key)
    if more.key.slot is Slot.TASK:
        _join_tasks(draft, kept, more)
        return
    if more.key.slot not in ALIGNED_SLOTS or len(more.evidence) != len(more.value):
        if kept is not None and kept.value == more.value:
            draft.decide(replace(kept, evidence=(*kept.evidence, *more.evidence)))
        return
    values = list(kept.value) if kept else []
    spans = [*kept.evidence, *[NO_WORDS] * len(values)][: len(values)] if kept else []
    for value, span in zip(more.value, more.evidence, strict=True):
        if span != NO_WORDS and value not in values:
            values.append(value)
            spans.append(span)
    if values:
        draft.decide(replace(kept or more, value=values, evidence=tuple(spans)))


def _join_tasks(draft: Draft, kept: Decision | None, more: Decision) -> None:
    """What is to be done goes on where its words do."""
    if kept is None:
        draft.decide(more)
    elif len(kept.evidence) == len(more.evidence) == 1:
        text, start, end = draft.node(more.key.node).text, kept.evidence[0].start, more.evidence[0].end
        if not text[kept.evidence[0].end : more.evidence[0].start].strip(" ,;"):
            draft.decide(replace(kept, value=text[start:end], evidence=(Span(start, end),)))


def _frames_of_halves(draft: Draft, node: Node, start: int) -> tuple[list[int], list[int]]:
    """Which recommendations stay and which go: those whose operative words, else all words, stand after the
    cut."""
    frames = list(range(draft.review.frames(node.id)))
    behind = []
    for frame in frames[1:]:
        decisions = [d for d in draft.review.decisions(node.id) if d.key.frame == frame]
        verbs = [d for d in decisions if d.key.slot is Slot.VERB and d.evidence] or decisions
        starts = [span.start for d in verbs for span in d.evidence if span != NO_WORDS]
        if starts and min(starts) >= start:
            behind.append(frame)
    return [frame for frame in frames if frame not in behind], behind or [0]


def _within(decision: Decision, text: str, start: int, end: int) -> Decision:
    """A decision as it is of a part of the text, from `start` up to `end`, with offsets into that part."""
    if decision.key.slot is Slot.TASK and len(decision.evidence) == 1:
        return _cut_task(decision, text, start, end)
    spans: list[Span | None] = []
    values = decision.value if isinstance(decision.value, list) else []
    kept = []
    for at, span in enumerate(decision.evidence):
        inside = span.start >= start and span.end <= end and span != NO_WORDS
        spans.append(_shifted(span, -start) if inside else None)
        if inside or span == NO_WORDS:
            kept.append(at)
    if decision.key.slot not in ALIGNED_SLOTS or len(decision.evidence) != len(values):
        return replace(decision, evidence=kept_words(decision, spans))
    return replace(
        decision,
        value=[values[at] for at in kept],
        evidence=tuple(spans[at] or NO_WORDS for at in kept),
    )


def _cut_task(decision: Decision, text: str, start: int, end: int) -> Decision:
    """What of the words that say what is to be done stands in a part; empty if none does."""
    (span,) = decision.evidence
    low, high = max(span.start, start), min(span.end, end)
    words = text[low:high].strip(" ,;") if low < high else ""
    if not words:
        return replace(decision, value="", evidence=())
    low = text.index(words, low)
    return replace(decision, value=words, evidence=(Span(low - start, low - start + len(words)),))


def _shifted(span: Span, by: int) -> Span:
    return span if span == NO_WORDS else Span(span.start + by, span.end + by)
