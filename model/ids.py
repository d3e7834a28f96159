"""Stable identifiers."""

from __future__ import annotations

import uuid6


def new_id() -> str:
    """A UUIDv7: sorts by the time it was made, also within one burst."""
    return str(uuid6.uuid7())
