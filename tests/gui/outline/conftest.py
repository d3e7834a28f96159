from __future__ import annotations

import pytest

from gui.outline.panel import OutlinePanel
from tests.gui.panels import stage
from tests.gui.sample_review import sample


def make(session, actions, parent):
    return OutlinePanel(session, actions, parent)


@pytest.fixture
def opened(tmp_path, qtbot):
    """The sample report's outline in a window."""
    with stage(tmp_path / "harbours.paraph", sample(), [make], qtbot) as on_stage:
        yield on_stage


@pytest.fixture
def panel(opened):
    return opened.panels[0]


@pytest.fixture
def tree(panel):
    return panel.tree
