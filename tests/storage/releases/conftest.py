from __future__ import annotations

import shutil

import pytest

from storage.project import Project
from tests.storage.exporting.reviewed import make_project


@pytest.fixture(scope="session")
def stored(tmp_path_factory):
    return make_project(tmp_path_factory.mktemp("releases"))


@pytest.fixture
def project(stored, tmp_path):
    shutil.copy(stored, tmp_path / "harbours.paraph")
    with Project.open(tmp_path / "harbours.paraph") as opened:
        yield opened
