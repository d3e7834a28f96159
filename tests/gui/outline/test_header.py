"""The line above the outline: what can be filtered by."""

from __future__ import annotations

from gui.outline.header import OutlineHeader
from model.labels import Slot
from model.schemes import changed, default


def test_entries_with_a_retired_role_can_still_be_found(qtbot):
    header = OutlineHeader()
    qtbot.addWidget(header)
    header.set_scheme(changed(default(), Slot.ROLE, "observation", retired=True))
    assert "Observation (retired)" in [action.text() for action in header.filter_menu.actions()]
