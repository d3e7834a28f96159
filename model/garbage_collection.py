"""Keeping Python's garbage collector from walking through many objects that stay anyway."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Whether what lives was set apart. Python can tell how much was, but walks through all of it to count.
_apart = False


def set_apart() -> None:
    """From now on the collector never looks at what lives now, nor at what is made `uncollected`.

    For a window, which stands still while the collector looks through so many objects. What holds no cycle is
    freed all the same as soon as nobody refers to it.
    """
    global _apart
    _apart = True
    gc.freeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """Turns the collector off within a `with` block that makes many objects which all stay.

    To look through them again and again would take a tenth to a third of the time. At the end they count as
    old, or are set apart; otherwise turning the collector on again would look at all of them.
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
