"""Whose word a value is, in words."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import NamedTuple

from gui.texts import percent
from model.review import Shown, Source


class Stand(Enum):
    """How a value stands, which says how it is drawn."""

    DECIDED = "decided"
    SUGGESTED = "suggested"
    INHERITED = "inherited"
    NONE = "none"


_STANDS = {Source.SUGGESTED: Stand.SUGGESTED, Source.INHERITED: Stand.INHERITED, Source.NONE: Stand.NONE}


def stand_of(shown: Shown) -> Stand:
    return _STANDS.get(shown.source, Stand.DECIDED)


class Origin(NamedTuple):
    """Where a value comes from: a few words, the whole story, and the entry it is inherited from."""

    words: str
    story: str = ""
    stand: Stand = Stand.NONE
    above: str | None = None


def origin_of(shown: Shown, reviewer_name: str, above_name: str) -> Origin:
    """`reviewer_name` is who decided, `above_name` how the entry is called that the value comes from."""
    decision = shown.decision
    if shown.source is Source.INHERITED:
        story = f"Inherited from {above_name}; a value of its own replaces it"
        return Origin(f"from {above_name}", story, Stand.INHERITED, shown.node)
    if shown.source is Source.NONE or decision is None:
        return Origin("not said", "Nobody has said anything here")
    if shown.source is Source.SUGGESTED:
        sure = percent(decision.confidence)
        rule = f": {decision.rule}" if decision.rule else ""
        return Origin(
            f"suggested · {sure}", f"Suggested by {reviewer_name}, {sure} sure{rule}", Stand.SUGGESTED
        )
    when = f", {moment(decision.decided_at)}" if decision.decided_at else ""
    who = "you" if shown.source is Source.OWN else reviewer_name
    word = "adjudicated by" if shown.source is Source.ADJUDICATED else "decided by"
    return Origin(f"{word} {who}", f"{word.capitalize()} {reviewer_name}{when}", Stand.DECIDED)


def moment(at: datetime) -> str:
    """A date and time where the reader is."""
    local = at.astimezone()
    return f"{local.day} {local:%b %Y, %H:%M}"
