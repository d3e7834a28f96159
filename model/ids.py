"""Stable identifiers: UUIDs of version 7 (RFC 9562), milliseconds first and then chance."""

from __future__ import annotations

from os import urandom
from time import time_ns

# The bits of chance, and those that say version and variant.
_CHANCE = (0xFFF << 64) | ((1 << 62) - 1)
_KIND = (7 << 76) | (2 << 62)
_last = 0


def new_id() -> str:
    """A UUIDv7: sorts by the time it was made, also within one burst, as each has a later millisecond.

    Made here, as a long report has thousands: the package for it takes twice as long, and its import longer
    than opening a window may.
    """
    global _last
    _last = max(_last + 1, time_ns() // 1_000_000)
    number = (_last << 80) | _KIND | (int.from_bytes(urandom(10)) & _CHANCE)
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
