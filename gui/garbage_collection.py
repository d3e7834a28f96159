"""The garbage collector's part in a window that is to start quickly and never to stand still.

It looks through everything that lives, again and again: while the parts are made a tenth of the time, and
later, with a long report open, for longer than a window may stand still.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

from model.garbage_collection import set_apart

# Milliseconds after the window's first painting: by then the first report is on the screen.
_SETTLED_AFTER = 2000


@contextmanager
def waiting() -> Iterator[None]:
    """Nothing is collected until `settle` is called; at the end the collector is as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def settle() -> None:
    """What lives now stays as long as the window does: from now on only what is newer is looked through."""
    set_apart()
    gc.enable()


def settle_later(owner: QObject) -> None:
    """Calls `settle` when the start is over, if the owner is still there then."""
    timer = QTimer(owner, singleShot=True, interval=_SETTLED_AFTER)
    timer.timeout.connect(settle)
    timer.start()
