"""The garbage collector's part where much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the garbage collector: of the objects that are made here all stay, and to look through them
    again and again would take a tenth to a third of the time.

    At the end they count as old; else turning it on would look at them all. In a window, which sets apart for
    good what lives when it has started, they are set apart too: of so many a single look is a standstill. What
    holds no cycle goes all the same when nobody holds it any more.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            in_window = gc.get_freeze_count() > 0
            gc.freeze()
            if not in_window:
                gc.unfreeze()
            gc.enable()
