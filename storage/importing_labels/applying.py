"""The edit of one report that labels from a file make."""

from __future__ import annotations

from collections.abc import Callable

from model.edits import Edit
from model.labels import Reviewer
from storage.importing_labels.outcome import ImportedLabels
from storage.project import Project
from storage.retrying import apply_with_retry


def apply(
    project: Project,
    document: str,
    reviewer: Reviewer,
    edit: Callable[[ImportedLabels], Edit],
    outcome: ImportedLabels,
) -> None:
    """Makes the edit of a report, worked out again where somebody is at work on it meanwhile. `edit` notes in
    an outcome of its own what becomes of the labels; what was made is added to `outcome`.
    """
    tried: list[ImportedLabels] = []

    def work_out() -> Edit:
        tried.append(ImportedLabels())
        return edit(tried[-1])

    made = apply_with_retry(project, document, reviewer, work_out)
    outcome.changed += tried[-1].changed
    outcome.unchanged += tried[-1].unchanged
    outcome.problems += tried[-1].problems
    outcome.edits += [made] if made is not None else []
