"""A project with the sample report, for tests of the whole window."""

from __future__ import annotations

import pytest

import resources
from storage.importing import import_files
from storage.project import Project


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project with the sample report, made once; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("project")
    report = folder / "report.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Project.create(folder / "sample.paraph") as made:
        import_files(made, [report])
    return folder / "sample.paraph"


@pytest.fixture
def copy(tmp_path, project):
    """The project in a file that the test may change."""
    path = tmp_path / "copy.paraph"
    path.write_bytes(project.read_bytes())
    return path
