"""The key of colours below the pages."""

from __future__ import annotations

from gui.page.legend import Legend
from model.labels import Slot
from model.schemes import default
from tests.gui.page.using import act, view_of
from tests.scheme_changes import changed


def test_the_legend_has_all_roles_with_their_keys_and_flows_into_rows(stage):
    view = view_of(stage)
    act(stage, "show-legend")
    assert not view.legend.isHidden()
    assert "1 Recommendation" in view.legend.accessibleName()
    assert "8 Other" in view.legend.accessibleName()
    assert stage.window.actions_of["show-legend"].isChecked()
    high = view.legend.height()
    view.legend.resize(2000, high)
    assert view.legend.height() < high


def test_the_legend_has_room_for_larger_text(stage):
    legend = stage.window.page_view.legend
    act(stage, "show-legend")
    high = legend.height()
    for _ in range(4):
        act(stage, "text-larger")
    assert legend.height() > high
    act(stage, "text-normal")
    assert legend.height() == high


def test_a_retired_role_stays_in_the_key_of_colours(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.set_scheme(changed(default(), Slot.ROLE, "observation", retired=True))
    assert "4 Observation" not in legend.accessibleName()
    assert "Observation (retired)" in legend.accessibleName()
