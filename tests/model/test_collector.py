"""What is made while the garbage collector rests."""

from __future__ import annotations

import gc

import pytest

from model.collector import uncollected


@pytest.fixture
def nothing_apart():
    """Other tests may have made windows."""
    gc.unfreeze()


def test_what_is_made_meanwhile_counts_as_old_and_stays_collectable(nothing_apart):
    with uncollected():
        assert not gc.isenabled()
        made = [[] for _ in range(2000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert any(one is made for one in gc.get_objects(generation=2))


def test_in_a_window_it_is_never_looked_at(nothing_apart):
    gc.freeze()
    try:
        with uncollected():
            made = [[] for _ in range(2000)]
        assert gc.isenabled()
        assert not any(one is made for one in gc.get_objects())
    finally:
        gc.unfreeze()
