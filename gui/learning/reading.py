"""What the evaluation reads of the project and counts, in the background."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from model.labels import Reviewer, Slot
from model.learning.measures import Evaluation, evaluate

if TYPE_CHECKING:
    from storage.evaluating import Evaluated, Judged
    from storage.project import Project


class Measured(NamedTuple):
    """A machine's word on a label, over all reports or one, and by report."""

    judged: Sequence[Judged]
    over_all: Evaluation
    by_report: dict[str, Evaluation]


def read_judged(project: Project, slot: Slot, reviewer: Reviewer | None) -> Evaluated:
    from storage.evaluating import judged  # SQLAlchemy takes a quarter of a second

    return judged(project, slot, reviewer)


def measure(judged: Sequence[Judged], report: str) -> Measured:
    """How well the entries of a report are told, or all where it is empty; and those of each, to compare."""
    by_report: dict[str, list[Judged]] = {}
    for one in judged:
        by_report.setdefault(one.document, []).append(one)
    shown = by_report.get(report, []) if report else judged
    return Measured(
        shown,
        evaluate([one.example for one in shown]),
        {name: evaluate([one.example for one in entries]) for name, entries in by_report.items()},
    )
