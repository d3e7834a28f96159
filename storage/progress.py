"""How work that takes its time says how far it is: so many are done, of how many."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
GoesOn = Callable[[int, int], bool]  # answers whether to go on


def no_progress(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


def to_the_end(done: int, total: int) -> bool:
    """Nobody will stop it."""
    return True
