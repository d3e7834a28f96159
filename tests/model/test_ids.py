"""Identifiers sort by the time they were made and are UUIDs of version 7."""

from __future__ import annotations

import uuid
from itertools import pairwise

from model.ids import new_id


def test_ids_are_uuids_of_version_7_that_sort_by_time_also_within_a_burst():
    ids = [new_id() for _ in range(2000)]
    assert ids == sorted(ids)
    assert all(uuid.UUID(one).version == 7 and uuid.UUID(one).variant == uuid.RFC_4122 for one in ids)
    milliseconds = [uuid.UUID(one).int >> 80 for one in ids]
    assert all(before < after for before, after in pairwise(milliseconds))
    assert len({one[15:] for one in ids}) == len(ids)  # what follows the time is chance
