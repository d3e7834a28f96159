"""What to review next: the entries that wait, in the order that the reviewer chose."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from model.labels import Role, Slot, Status
from model.nodes import CLASSIFIED, Node
from model.review import SUGGESTIONS, Review, Shown


class Order(StrEnum):
    """By what the entries that wait are sorted; within one rank they keep the document's order."""

    DOCUMENT = "document"
    DOUBT = "doubt"
    UNCERTAINTY = "uncertainty"
    ROLE = "role"


class QueueEntry(NamedTuple):
    """One entry as the queue sees it.

    `sureness` (0 to 1) is the least confidence of the suggested role, force, addressees and verb, 0 where
    nothing is suggested at all; 1 if a person has said everything. Other parts of a recommendation do not
    hold it up: accepting all that is so sure leaves them suggestions where they are less sure.
    """

    node: str
    waits: bool
    role: str | None
    sureness: float
    suggested: bool


_ANATOMY = (Slot.FORCE, Slot.ADDRESSEES, Slot.VERB)


def candidate_of(review: Review, node: Node, reviewer: str) -> QueueEntry | None:
    """How an entry stands for a reviewer; None for kinds that are not classified."""
    if node.kind not in CLASSIFIED:
        return None
    waits = review.status(node.id, reviewer) is Status.UNREVIEWED
    shown = review.shown(node.id, Slot.ROLE, reviewer)
    if not shown.value:
        return QueueEntry(node.id, waits, None, 0.0, False)
    role = str(shown.value)
    values = [shown]
    if role == Role.RECOMMENDATION:
        values += [review.shown(node.id, slot, reviewer) for slot in _ANATOMY]
    sureness = min((_confidence(value) for value in values if value.value is not None), default=0.0)
    return QueueEntry(node.id, waits, role, sureness, shown.source in SUGGESTIONS)


def ordered(candidates: Iterable[QueueEntry], order: Order, doubtful: Collection[str],
            roles: Sequence[str] = tuple(Role)) -> list[QueueEntry]:  # fmt: skip
    """Entries in the chosen order, given in the document's; `doubtful` are the entries with a doubt.

    By doubt, those in doubt come first, the least sure of them in front. By role, in the order of `roles`.
    """
    if order is Order.DOUBT:
        return sorted(candidates, key=lambda one: (one.node not in doubtful, one.sureness))
    if order is Order.UNCERTAINTY:
        return sorted(candidates, key=lambda one: one.sureness)
    if order is Order.ROLE:
        ranks = {role: rank for rank, role in enumerate(roles)}
        return sorted(candidates, key=lambda one: ranks.get(one.role or "", len(ranks)))
    return list(candidates)


def walk(sequence: Sequence[QueueEntry], current: str | None) -> list[str]:
    """The ids that "next" and "previous" go through, around where the reviewer is.

    Backwards it leads over everything that was passed, decided or not; forwards only to what waits, and from
    the end to what was skipped.
    """
    places = {candidate.node: at for at, candidate in enumerate(sequence)}
    at = places.get(current) if current is not None else None
    if at is None or current is None:
        return [candidate.node for candidate in sequence if candidate.waits]
    before = sequence[:at]
    after = [candidate.node for candidate in sequence[at + 1 :] if candidate.waits]
    if after:
        return [*(candidate.node for candidate in before), current, *after]
    passed = [candidate.node for candidate in before if not candidate.waits]
    skipped = [candidate.node for candidate in before if candidate.waits]
    return [*passed, current, *skipped]


def confident(candidates: Iterable[QueueEntry], least: float) -> list[str]:
    """The entries that wait and whose suggestions are all at least so sure (0 to 1)."""
    return [one.node for one in candidates if one.waits and one.suggested and one.sureness >= least]


def _confidence(shown: Shown) -> float:
    if shown.source not in SUGGESTIONS or shown.decision is None:
        return 1.0
    return shown.decision.confidence
