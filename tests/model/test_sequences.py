"""Sequences compared."""

from __future__ import annotations

import pytest

from model.sequences import same_at_start


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("", "", 0),
        ("well", "well", 4),
        ("well", "wells", 4),
        ("wells", "well", 4),
        ("well", "wall", 1),
        ("a", "b", 0),
    ],
)
def test_items_in_common_end_at_the_first_that_differs(one, other, same):
    assert same_at_start(one, other) == same
