"""What is made while the garbage collector rests."""

from __future__ import annotations

import gc

from model.collector import uncollected


def test_what_is_made_meanwhile_counts_as_old_and_stays_collectable():
    assert gc.isenabled()
    frozen = gc.get_freeze_count()
    with uncollected():
        assert not gc.isenabled()
        made = [[] for _ in range(2000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() == frozen
    if not frozen:
        assert any(one is made for one in gc.get_objects(generation=2))
