"""Keeping Python's garbage collector from walking through many objects that stay anyway."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Whether what lives was set apart. Python can tell how much was, but walks through all of it to count.
_apart = False
# One entry for each block in progress, in any thread: a list takes and gives them without a lock.
_blocks: list[None] = []


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
    """Keeps the collector from running within a `with` block that makes many objects which all stay.

    To look through them again and again would take a tenth to a third of the time. At the end they count as
    old, or are set apart; otherwise the next collection would look at all of them.
    """
    was_on = gc.isenabled()
    gc.disable()
    _blocks.append(None)
    try:
        yield
    finally:
        _blocks.pop()
        if was_on or _apart:
            gc.freeze()
            if not _apart:
                gc.unfreeze()
        if was_on:
            gc.enable()


def collect_due() -> None:
    """Collects what Python would have collected by itself by now if its collector were on.

    For a process in which it is off, as it would run in whatever thread just made an object.
    """
    if _blocks:
        return
    counted = zip(range(3), gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, count, limit in counted if limit and count > limit]
    if due:
        gc.collect(due[-1])
