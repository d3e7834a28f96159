"""Which examples are held out together, so that what is measured is what a new report would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from model.learning.arrays import Array

FOLDS = 3


def folds(kinds: Sequence[Hashable], alike: Sequence[Hashable]) -> Array:
    """The fold, 0 to 2, of each example.

    `kinds` are spread evenly over the folds, each in stretches of the order given: a table is mostly in the
    order of time, and neighbours repeat each other's words. Those that are `alike` (the same text, the same
    document) go together.
    """
    import numpy as np

    totals, seen = Counter(kinds), Counter[Hashable]()
    of_alike: dict[Hashable, int] = {}
    for kind, same in zip(kinds, alike, strict=True):
        of_alike.setdefault(same, seen[kind] * FOLDS // totals[kind])
        seen[kind] += 1
    return np.array([of_alike[same] for same in alike])
