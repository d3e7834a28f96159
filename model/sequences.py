"""Sequences compared."""

from __future__ import annotations

from collections.abc import Sequence


def same_at_start(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items two sequences have in common from the first one on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
