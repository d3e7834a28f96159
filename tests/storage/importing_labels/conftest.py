"""A project of real PDFs with decisions on every slot; each test changes a copy of its own."""

from __future__ import annotations

import shutil

import pytest

from storage.project import Project
from tests.storage.exporting.reviewed import make_project


@pytest.fixture(scope="session")
def original(tmp_path_factory):
    return make_project(tmp_path_factory.mktemp("labelled"))


@pytest.fixture
def project(original, tmp_path):
    path = tmp_path / "project" / original.name
    path.parent.mkdir()
    shutil.copy(original, path)
    with Project.open(path) as opened:
        yield opened
