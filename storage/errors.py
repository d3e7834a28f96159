"""What can go wrong with a project file that its user can mend: one line each, naming the file."""

from __future__ import annotations

from model.errors import UserFacingError


class ProjectError(UserFacingError):
    """Something about a project file that its user can mend."""


class ProjectMissing(ProjectError):
    """There is no file at that path."""


class ProjectExists(ProjectError):
    """A new project would overwrite a file."""


class NotAProject(ProjectError):
    """The file is not a Paraph project."""


class ProjectDamaged(ProjectError):
    """The file was cut short or overwritten in part."""


class ProjectTooNew(ProjectError):
    """A newer Paraph wrote the file."""


class ProjectLocked(ProjectError):
    """Another process, or this one, has the project open."""


class ProjectReadOnly(ProjectError):
    """The file or its folder cannot be written to, or the project was opened for reading only."""


class ProjectMoved(ProjectError):
    """The file is no longer where it was opened: what is written now would be lost with it."""


class DiskFull(ProjectError):
    """No room left to write."""


class ConflictError(ProjectError):
    """An edit was built on rows that have changed since: nothing of it was written."""


class BadRow(ValueError):
    """A row of the project file stands for nothing that its version knows: it was damaged. Whoever reads the
    project turns it into ProjectDamaged, which names the file."""


class ExportFailed(UserFacingError):
    """A dataset could not be written, or did not hold on re-reading what was written."""
