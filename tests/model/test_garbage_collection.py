"""What is made while the garbage collector rests."""

from __future__ import annotations

import gc

import pytest

from model import garbage_collection
from model.garbage_collection import set_apart, uncollected


@pytest.fixture(autouse=True)
def set_apart_in_earnest(monkeypatch):
    """In other tests nothing is."""
    monkeypatch.setattr(garbage_collection, "_apart", False)
    monkeypatch.setattr(garbage_collection, "gc", gc)
    gc.unfreeze()
    yield
    gc.freeze()


def test_what_is_made_meanwhile_counts_as_old_and_stays_collectable():
    with uncollected():
        assert not gc.isenabled()
        made = [[] for _ in range(2000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert any(one is made for one in gc.get_objects(generation=2))


def test_where_what_lives_was_set_apart_it_is_never_looked_at():
    set_apart()
    with uncollected():
        made = [[] for _ in range(2000)]
    assert gc.isenabled()
    assert not any(one is made for one in gc.get_objects())
