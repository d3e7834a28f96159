from __future__ import annotations

import shutil

import pytest

from storage.project import Project


@pytest.fixture
def project(tmp_path):
    """An empty project with one reviewer."""
    with Project.create(tmp_path / "wells.paraph", "Ann") as made:
        yield made


@pytest.fixture
def harbours(tmp_path, sample_file):
    """A project with the sample report, which nobody has reviewed."""
    with Project.open(shutil.copy(sample_file, tmp_path / "harbours.paraph")) as opened:
        yield opened
