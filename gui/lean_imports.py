"""Quicker imports at the start: modules that are not needed yet are put off, and PySide inspects none."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


def import_plainly() -> None:
    """From now on no import asks for PySide's features.

    For the sake of `from __feature__ import snake_case` PySide stands in front of every import, and reads
    the source text of every module that comes after it. Nobody uses that here, and for SQLAlchemy and our
    own modules together it takes more than a tenth of the start, and megabytes of memory.
    """
    plain = getattr(builtins, "__orig_import__", None)  # where PySide keeps what it stands in front of
    if plain is not None:
        builtins.__import__ = plain


@contextmanager
def later(*names: str) -> Iterator[None]:
    """What is imported in here gets these modules when it uses them, not before.

    Whoever imports them afterwards gets the modules themselves.
    """
    promised = {name: _Promised(name) for name in names if name not in sys.modules}
    sys.modules.update(promised)
    try:
        yield
    finally:
        for name, module in promised.items():
            del sys.modules[name]
            parent, _, own = name.rpartition(".")
            if parent:
                setattr(sys.modules[parent], own, module)  # as an import does; the real one takes its place


class _Promised(ModuleType):
    """Stands for a module, and imports it when something in it is asked for or, in `later`, called."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            return _calling(self.__name__, name)
        return getattr(import_module(self.__name__), name)


def _calling(module: str, name: str) -> Callable[..., Any]:
    def call(*args: Any, **named: Any) -> Any:
        return getattr(import_module(module), name)(*args, **named)

    return call
