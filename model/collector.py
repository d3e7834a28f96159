"""The garbage collector's part where much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Whether what lives was set apart. Python can tell how much was, but walks through all of it to count.
_apart = False


def set_apart() -> None:
    """What lives now is never looked at again, nor what is made `uncollected` from now on: for a window, that
    stands still while so many objects are looked at. What holds no cycle goes all the same when nobody holds
    it any more."""
    global _apart
    _apart = True
    gc.freeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the garbage collector: of the objects that are made here all stay, and to look through them
    again and again would take a tenth to a third of the time.

    At the end they count as old, or are set apart; else turning it on would look at them all.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            if not _apart:
                gc.unfreeze()
            gc.enable()
