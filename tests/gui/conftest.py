"""A project with the sample report, for tests of the whole window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def copy(tmp_path, sample_file):
    """The project in a file that the test may change."""
    return Path(shutil.copy(sample_file, tmp_path / "copy.paraph"))
