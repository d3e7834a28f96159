"""A project as a dataset in any of `FORMATS`, with a manifest that proves the files.

The same state of a project gives the same bytes. Files are read back and compared with the project before
they take their place, so that what is there is whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from model.labels import Reviewer
from storage.exporting.formats import FORMATS, known_formats
from storage.exporting.live import Live
from storage.exporting.settings import Settings
from storage.exporting.writing import write_dataset
from storage.progress import Progress, no_progress
from storage.project import Project

__all__ = ["FORMATS", "export", "known_formats"]


def export(project: Project, formats: Sequence[str], folder: Path, *, settings: Settings | None = None,
           reviewer: Reviewer | None = None, on_progress: Progress = no_progress) -> list[Path]:  # fmt: skip
    """Writes the project as it stands in files named after it, and `NAME.release.json`; gives their paths.

    Of several people's words on an entry the adjudicated one counts, then the given reviewer's, then the
    latest of another person, then the machine's suggestion. Without a reviewer, as from the command line, it
    is the adjudicated one, then the latest of any person, then the suggestion; each row says whose word it
    is. `on_progress(done, of all)` may raise `model.errors.Cancelled`: then nothing is left behind.

    Raises ExportFailed for an unknown format, a folder that cannot be written to, a full disk, and where
    what was read back is not what the project holds.
    """
    wanted = known_formats(formats)
    with project.reading() as connection:
        return write_dataset(Live(project, connection, settings, reviewer), wanted, folder, on_progress)
