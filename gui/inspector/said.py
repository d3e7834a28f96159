"""What one change of an entry said about its labels, and on which suggestions."""

from __future__ import annotations

from collections.abc import Iterable

from gui.texts import percent
from gui.wording import SLOT_WORDS, in_words
from model.edits import Change, DecisionChange
from model.labels import Decision, DecisionKey, Slot
from model.review import Review
from model.schemes import SLOTS, Scheme


def said(changes: Iterable[Change], review: Review, scheme: Scheme) -> list[str]:
    """A line for each label that was given, "Role: Decision, suggested was Other (80 %)"; the other parts
    of a recommendation are counted."""
    given = [change.after for change in changes if isinstance(change, DecisionChange) and change.after]
    people = [one for one in given if one.key.reviewer not in review.machines]
    lines = [_line(one, review, scheme) for one in people if one.key.slot in SLOTS]
    parts = sum(one.key.slot in SLOT_WORDS and one.key.slot not in (*SLOTS, Slot.NOTE) for one in people)
    if parts:
        lines.append(f"and {parts} other part{'s' if parts > 1 else ''}")
    return lines


def _line(decision: Decision, review: Review, scheme: Scheme) -> str:
    slot = decision.key.slot
    words = f"{SLOT_WORDS[slot]}: {in_words(slot, decision.value, scheme)}"
    keys = (DecisionKey(decision.key.node, slot, name, decision.key.frame) for name in review.machines)
    suggested = next(filter(None, map(review.decision, keys)), None)
    if suggested is None:
        return words
    sure = percent(suggested.confidence)
    if suggested.value == decision.value:
        return f"{words}, as suggested ({sure})"
    return f"{words}, suggested was {in_words(slot, suggested.value, scheme)} ({sure})"
