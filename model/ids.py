"""Stable identifiers."""

from __future__ import annotations


def new_id() -> str:
    """A UUIDv7: sorts by the time it was made, also within one burst."""
    # Imported here: it looks up its own version, and that takes longer than opening a window may.
    import uuid6

    return str(uuid6.uuid7())
