"""What the verbs that learn have in common."""

from __future__ import annotations

import argparse
from pathlib import Path

from model.errors import UserFacingError
from model.labels import Slot
from model.learning.reviews import SLOTS


def must_say(args: argparse.Namespace, *names: str) -> None:
    """Raises UserFacingError if one of the arguments that a table needs was left out."""
    missing = [f"--{name}" for name in names if getattr(args, name) is None]
    if missing:
        raise UserFacingError(f"{args.source}: for a table say also {' and '.join(missing)}")


def slots_of(path: Path, label: str | None) -> list[Slot]:
    """The labels of a project that are meant: one, or all. Raises UserFacingError."""
    if label is None:
        return list(SLOTS)
    found = [slot for slot in SLOTS if slot.value == label]
    if not found:
        names = ", ".join(slot.value for slot in SLOTS)
        raise UserFacingError(f"{path}: {label!r} is not learned from a project; choose one of: {names}")
    return found
