"""What is made while the garbage collector rests."""

from __future__ import annotations

import gc

import pytest

from model import garbage_collection
from model.garbage_collection import collect_due, set_apart, uncollected


@pytest.fixture(autouse=True)
def set_apart_in_earnest(monkeypatch):
    """In other tests nothing is."""
    monkeypatch.setattr(garbage_collection, "_apart", False)
    monkeypatch.setattr(garbage_collection, "gc", gc)
    gc.unfreeze()
    gc.enable()
    yield
    gc.disable()
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


def test_where_it_is_off_it_collects_when_asked():
    gc.collect()
    gc.disable()
    kept = [[] for _ in range(gc.get_threshold()[0] + 1)]
    collect_due()
    assert not any(one is kept for one in gc.get_objects(generation=0))
    assert any(one is kept for one in gc.get_objects(generation=1))


def test_it_collects_nothing_that_is_not_due():
    gc.disable()
    gc.collect()
    kept = []
    kept.append(kept)
    collect_due()
    assert any(one is kept for one in gc.get_objects(generation=0))


def test_it_collects_nothing_while_what_stays_is_made():
    gc.disable()
    with uncollected(), uncollected():
        made = [[] for _ in range(2000)]
        collect_due()
        assert any(one is made for one in gc.get_objects(generation=0))
    assert not gc.isenabled()
