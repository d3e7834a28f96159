"""Opens and closes projects, away from the window's thread.

The storage is imported when it is needed: SQLAlchemy takes a quarter of a second, and the window is visible
before.
"""

from __future__ import annotations

from concurrent.futures import Future
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gui.lean_imports import later
from model.ids import new_id
from model.labels import Reviewer
from model.schemes import Scheme
from model.user_name import system_name

if TYPE_CHECKING:
    from storage.loading import DocumentRow
    from storage.project import Project


class How(Enum):
    """What to do with a project's file."""

    OPEN = auto()
    CREATE = auto()
    READ = auto()  # it may be open elsewhere, or lie where nothing can be written


class Opened(NamedTuple):
    """A project with what the window shows of it at once, read on another thread."""

    project: Project
    reviewer: Reviewer
    alone: str  # the id of the reviewer who judges alone; empty where others are seen
    documents: list[DocumentRow]
    scheme: Scheme


def open_project(path: Path, how: How, reviewer_name: str, previous: Project | None) -> Opened:
    """Closes the project that was open before. Raises a ProjectError."""
    with later("asyncio", "importlib.metadata"):  # SQLAlchemy asks for them, and does not use them here
        from storage.project import Project

    _close_project(previous)
    if how is How.CREATE:
        project = Project.create(path, reviewer_name or None)
    else:
        project = Project.open(path, read_only=how is How.READ)
    try:
        reviewer = _reviewer_of(project, reviewer_name)
        alone = project.who_judges_alone(reviewer)
        return Opened(project, reviewer, alone, project.documents(reviewer), project.scheme())
    except BaseException:
        project.close()  # a damaged one must not stay locked: a backup may come to its place
        raise


def _reviewer_of(project: Project, name: str) -> Reviewer:
    """The person of that name. Somebody whom a project for reading does not know has no word in it, and who
    was not asked for a name yet is in none before the first decision."""
    from storage.people import tidy_name

    wanted = tidy_name(name)
    if wanted and not project.read_only:
        return project.person(wanted)
    wanted = wanted or tidy_name(system_name())
    known = (reviewer for reviewer in project.reviewers() if reviewer.name == wanted)
    return next(known, Reviewer("" if project.read_only else new_id(), wanted))


def who_in(project: Project, name: str) -> tuple[Reviewer, str]:
    """The person of that name, and the id if this one judges alone."""
    reviewer = _reviewer_of(project, name)
    return reviewer, project.who_judges_alone(reviewer)


def judge_alone(project: Project, reviewer: Reviewer, alone: bool) -> tuple[Reviewer, str]:
    """Keeps in the project whether this person judges alone, and gives what `who_in` gives."""
    project.judge_alone(reviewer, alone).result()
    return reviewer, reviewer.id if alone else ""


def close_all(project: Project | None, arriving: Future[Opened] | None) -> None:
    """Closes the open project, and the one that is still being opened."""
    _close_project(project)
    if arriving is not None and arriving.exception() is None:
        arriving.result().project.close()


def _close_project(project: Project | None) -> None:
    if project is not None:
        project.close()
