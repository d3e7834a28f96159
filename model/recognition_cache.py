"""What character recognition has read in a file, so that reading a scan goes on where it was stopped.

What is kept is a text that `model.reading.kept` makes, under its place: a page, or a picture on one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _forget(place: str, text: str) -> None:
    """For what nobody wants to have again."""


@dataclass(frozen=True, slots=True)
class RecognitionCache:
    """Of the file with this hash: what is known by place, and `keep(place, text)`, which keeps what is read
    now. It is called on the thread of the worker that reads."""

    sha256: str = ""
    known: Mapping[str, str] = field(default_factory=dict)
    keep: Callable[[str, str], object] = _forget
