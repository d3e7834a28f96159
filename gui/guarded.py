"""An error of ours in what Qt asks of our classes is reported, and Qt's own answer takes its place.

PySide keeps an error of an override until the call from Python is over that led to it, and raises it there:
in the middle of whoever made a layout or a window. Where another override fails before that, PySide 6.11 on
Python 3.11 ends the process, because it reads the arguments of what is no exception. So none gets so far.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache, wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

_OURS, _QTS = "gui.", "PySide6."
# What Qt calls by itself; signals are connected to none of these, which would get all that these have.
_EVENTS = ("Event", "Hint")
_OTHERS = frozenset({
    "event", "eventFilter", "paint", "initStyleOption", "createEditor", "setEditorData", "setModelData",
    "updateEditorGeometry", "data", "headerData", "flags", "rowCount", "columnCount", "index", "parent",
    "setData", "mimeData", "mimeTypes", "supportedDragActions", "supportedDropActions", "heightForWidth",
    "hasHeightForWidth", "visualRect", "visualRegionForSelection", "indexAt", "isIndexHidden", "scrollTo",
    "scrollContentsBy", "moveCursor", "setSelection", "startDrag", "doItemsLayout", "updateGeometries",
    "horizontalOffset", "verticalOffset", "keyboardSearch", "canInsertFromMimeData", "createHandle",
})  # fmt: skip
_COUNTS = ("rowCount", "columnCount")


@cache
def guard() -> None:
    """From now on, also for classes that are defined later."""
    QObject.__init_subclass__ = classmethod(_guard_class)  # type: ignore[assignment,method-assign]
    for one in _below(QObject):
        _guard_class(one)


def _below(cls: type[object]) -> Iterator[type]:
    for one in cls.__subclasses__():
        yield one
        yield from _below(one)


def _guard_class(cls: type, /, **_: Any) -> None:
    """Its overrides, and those of what it is mixed with."""
    for owner in cls.__mro__:
        if owner.__module__.startswith(_OURS):
            for name, method in list(vars(owner).items()):
                ours = isinstance(method, FunctionType) and not hasattr(method, "__wrapped__")
                if ours and _qts(cls, name) is not None:
                    setattr(owner, name, _guarded(name, method))


def _qts(cls: type, name: str) -> Callable[..., Any] | None:
    """What Qt itself has by a name that it calls."""
    if not name.endswith(_EVENTS) and name not in _OTHERS:
        return None
    qts = (one for one in cls.__mro__ if one.__module__.startswith(_QTS) and name in vars(one))
    return next((vars(one)[name] for one in qts), None)


def _guarded(name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    """What is mixed with several classes of Qt has the answer of the one that it is asked in."""
    nothing = 0 if name in _COUNTS else None

    @wraps(method)
    def call(self: QObject, *args: Any, **named: Any) -> Any:
        try:
            return method(self, *args, **named)
        except Exception as error:
            qts = _qts(type(self), name)
            if qts is None:  # nor does Qt ask for it here
                raise
            _report(error)
        try:
            return qts(self, *args, **named)
        except NotImplementedError:  # what a model holds: Qt has no answer
            return nothing
        except Exception as error:
            _report(error)
            return nothing

    return call


def _report(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)
