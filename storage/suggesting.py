"""Replaces a machine's suggestions on a report of the project: one edit in the ledger, by the machine.

What people decided is not touched. The open report takes the ChangeSet as it takes any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from model.edits import Change, ChangeSet, DecisionChange, Edit
from model.labels import Decision, Reviewer, Slot
from model.review import Review
from storage.project import Project
from storage.retrying import apply_with_retry


def put_suggestions(project: Project, document_id: str, machine: Reviewer, slot: Slot,
                    suggest: Callable[[Review], Iterable[Decision]],
                    name: str) -> ChangeSet | None:  # fmt: skip
    """Replaces a machine's decisions on a slot of a report by what `suggest` gives of it, as an edit of that
    name; None if that changes nothing. Raises KeyError for an unknown document. Waits for the disk."""

    def work_out() -> Edit:
        review = project.review(document_id)
        return Edit(name, tuple(_changes(review, machine, slot, suggest(review))))

    return apply_with_retry(project, document_id, machine, work_out)


def _changes(review: Review, machine: Reviewer, slot: Slot, wanted: Iterable[Decision]) -> Iterable[Change]:
    standing = {
        decision.key: decision
        for node in review.outline
        for decision in review.decisions(node.id)
        if decision.key.slot is slot and decision.key.reviewer == machine.id
    }
    for decision in wanted:
        before = standing.pop(decision.key, None)
        if before != decision:
            yield DecisionChange(before, decision)
    for gone in standing.values():
        yield DecisionChange(gone, None)
