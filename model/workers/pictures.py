"""Pictures of pages as they come from a worker."""

from __future__ import annotations

from typing import NamedTuple


class Picture(NamedTuple):
    """RGB, 8 bits each, rows of `stride` bytes from the top."""

    width: int
    height: int
    stride: int
    rgb: bytes | memoryview


def copied(picture: Picture) -> Picture:
    """A picture that owns its bytes."""
    return Picture(picture.width, picture.height, picture.stride, bytes(picture.rgb))
