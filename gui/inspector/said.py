"""What a change in an entry's history says about its words and labels."""

from __future__ import annotations

from collections.abc import Iterable

from gui.texts import percent
from gui.wording import SLOT_WORDS, in_words
from model.edits import Change, DecisionChange, NodeChange
from model.labels import Decision, DecisionKey, Slot
from model.review import Review
from model.schemes import SLOTS, Scheme
from model.sequences import same_at_start

# Former words that are shown at most, and those that stand around them.
_MOST, _AROUND = 30, 2


def said(changes: Iterable[Change], review: Review, scheme: Scheme) -> list[str]:
    """The words as they were, where they changed, and a line for each label that was given, "Role: Decision,
    suggested: Other (80 %)"; the other parts of a recommendation are counted. What a person who judges alone
    moved of others' words with an entry is not told."""
    changes = tuple(changes)
    given = [change.after for change in changes if isinstance(change, DecisionChange) and change.after]
    people = [one for one in given if one.key.reviewer not in review.machines and not review.hides(one)]
    worded = [_were(change) for change in changes if isinstance(change, NodeChange)]
    lines = [f"Was: {words}" for words in worded if words]
    lines += [_line(one, review, scheme) for one in people if one.key.slot in SLOTS]
    parts = sum(one.key.slot in SLOT_WORDS and one.key.slot not in (*SLOTS, Slot.NOTE) for one in people)
    if parts:
        lines.append(f"and {parts} other part{'s' if parts > 1 else ''}")
    return lines


def _were(change: NodeChange) -> str:
    """The words that are others now, with a few around them; nothing if all are the same."""
    if change.before is None or change.after is None:
        return ""
    before, after = change.before.text.split(), change.after.text.split()
    if not before or before == after:
        return ""
    start = same_at_start(before, after)
    end = len(before) - same_at_start(before[start:][::-1], after[start:][::-1])
    start, end = max(0, start - _AROUND), min(len(before), end + _AROUND)
    end = min(end, start + _MOST)
    return f"“{'…' if start else ''}{' '.join(before[start:end])}{'…' if end < len(before) else ''}”"


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
    return f"{words}, suggested: {in_words(slot, suggested.value, scheme)} ({sure})"
