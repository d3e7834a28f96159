"""A window with the sample report that exports."""

from __future__ import annotations

import pytest

from gui.exporting import Exporting
from gui.jobs import Jobs
from gui.settings import Settings
from tests.gui.panels import stage
from tests.gui.sample_review import sample


@pytest.fixture
def opened(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [], qtbot) as on_stage:
        jobs, settings = Jobs(on_stage.window), Settings(tmp_path / "settings.json")
        on_stage.exporting = Exporting(on_stage.session, settings, jobs, on_stage.window)
        on_stage.exporting.jobs, on_stage.exporting.settings = jobs, settings
        yield on_stage
        settings.flush()
