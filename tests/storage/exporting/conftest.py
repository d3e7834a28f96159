"""A project with the sample report and a turned page, read by the real extractor, reviewed by two people."""

from __future__ import annotations

import pytest

from storage.project import Project
from tests.storage.exporting.reviewed import make_project


@pytest.fixture(scope="session")
def reviewed(tmp_path_factory):
    """The project's file, for reading only."""
    return make_project(tmp_path_factory.mktemp("reviewed"))


@pytest.fixture
def project(reviewed):
    with Project.open(reviewed, read_only=True) as opened:
        yield opened
