"""What character recognition read, kept as it comes: reading a scan goes on where it was stopped.

A reading is a text that `model.reading.kept` makes; it is known by its place, a page or a picture on one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _forget(place: str, text: str) -> None:
    """For a reading that nobody wants to have again."""


@dataclass(frozen=True, slots=True)
class Readings:
    """Of the file with this hash: what is known, and who keeps what is read now. `keep` is called on the
    thread of the worker that reads."""

    sha256: str = ""
    known: Mapping[str, str] = field(default_factory=dict)
    keep: Callable[[str, str], object] = _forget
