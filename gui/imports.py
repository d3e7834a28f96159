"""Imports without PySide's reading of sources.

For the sake of `from __feature__ import snake_case` PySide reads the source text of every module that is
imported after it. Nobody uses that here, and for SQLAlchemy and our own modules together it takes a tenth of
the start, and megabytes of memory.
"""

from __future__ import annotations

from types import ModuleType


def read_no_sources() -> None:
    """From now on every module counts as one that asks for no such feature."""
    try:
        from shibokensupport import feature
    except ImportError:
        return
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_none


def _uses_none(module: ModuleType) -> bool:
    return False
