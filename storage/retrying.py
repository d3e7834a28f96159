"""An edit that is worked out from a report while somebody may be at work on it: tried again on a conflict."""

from __future__ import annotations

from collections.abc import Callable

from model.edits import ChangeSet, Edit
from model.labels import Reviewer
from storage.errors import ConflictError
from storage.project import Project

# So often somebody may come in between.
_TRIES = 5


def apply_with_retry(
    project: Project, document_id: str, reviewer: Reviewer, work_out: Callable[[], Edit]
) -> ChangeSet | None:
    """Makes the edit that `work_out` gives for the report as it is now; None if it changes nothing.

    Works it out again where the report changed meanwhile, and raises ConflictError if that goes on. Waits
    for the disk.
    """
    for left in reversed(range(_TRIES)):
        edit = work_out()
        if not edit:
            return None
        try:
            return project.apply(edit, document_id, reviewer).result()
        except ConflictError:
            if not left:
                raise
    raise AssertionError("the last try returns or raises")
