"""Imports as Python does them, without PySide's look at every module.

For the sake of `from __feature__ import snake_case` PySide stands in front of every import, and reads
the source text of every module that comes after it. Nobody uses that here, and for SQLAlchemy and our own
modules together it takes more than a tenth of the start, and megabytes of memory.
"""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """From now on no import asks for such features."""
    plain = getattr(builtins, "__orig_import__", None)  # where PySide keeps what it stands in front of
    if plain is not None:
        builtins.__import__ = plain
