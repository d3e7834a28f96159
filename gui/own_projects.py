"""Projects that Paraph makes by itself: the sample report's, and one for PDFs that come before any other."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QStandardPaths

import resources
from model.paths import PROJECT_SUFFIX

SAMPLE = "Sample report"
REPORTS = "My reports"


def sample_project() -> Path:
    return user_data_path("paraph", appauthor=False) / f"{SAMPLE}{PROJECT_SUFFIX}"


def is_samples(project: Path | None) -> bool:
    """Whether it holds the sample report, or is a copy of that which Paraph kept beside it."""
    sample = sample_project()
    return project is not None and project.parent == sample.parent and project.stem.startswith(SAMPLE)


def own_project() -> Path:
    """Where PDFs go that are opened before there is any project: among the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if documents else Path.home()
    return folder / f"{REPORTS}{PROJECT_SUFFIX}"


def made_ready(path: Path) -> bool:
    """Makes the folder; says whether the file is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.exists()


def sample_made_ready(path: Path) -> bool:
    """Also lays the report beside: the bundled one may be packed away where no file can be opened."""
    there = made_ready(path)
    report = path.with_suffix(".pdf")
    if not there and not report.exists():
        report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    return there
