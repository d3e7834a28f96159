from __future__ import annotations

import pytest

from gui.inspector.panel import InspectorPanel
from tests.gui.panels import stage
from tests.gui.sample_review import sample


@pytest.fixture
def opened(tmp_path, qtbot):
    """The sample report with the inspector in a window."""
    with stage(tmp_path / "harbours.paraph", sample(), [InspectorPanel], qtbot, (340, 820)) as on_stage:
        yield on_stage


@pytest.fixture
def panel(opened):
    return opened.panels[0]
