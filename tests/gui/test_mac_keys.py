"""On a Mac no action has a key that the system takes, and the key that deletes there deletes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from gui.actions import ACTIONS, BY_ID
from gui.mac_keys import keys_here


@pytest.mark.parametrize("action_id", ["delete", "remove-recommendation"])
def test_the_key_that_deletes_on_a_mac_deletes(action_id):
    keys = keys_here(BY_ID[action_id].keys, "darwin")
    assert keys[0].endswith("Backspace")
    assert set(BY_ID[action_id].keys) < set(keys)


def test_pictures_of_the_screen_are_left_to_the_system():
    keys = [key for spec in ACTIONS for key in keys_here(spec.keys, "darwin")]
    assert not {"Ctrl+Shift+3", "Ctrl+Shift+4", "Ctrl+Shift+5"} & set(keys)
    assert len(set(keys)) == len(keys), "and none is given twice"
    assert all(not QKeySequence(key).isEmpty() for key in keys)


def test_elsewhere_keys_stay_as_they_are():
    assert keys_here(("Del", "Ctrl+Shift+3"), "linux") == ("Del", "Ctrl+Shift+3")
