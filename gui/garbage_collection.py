"""Python's garbage collector in a process with windows: it runs in their thread, once they are shown.

By itself it runs in whatever thread has just made an object, and what of Qt's it finds there is deleted in a
thread that is not its own: Qt crashes, or two threads wait for each other for ever. It also looks through
everything that lives, again and again: while the parts of a window are made a tenth of the time, and later,
with a long report open, for longer than a window may stand still.
"""

from __future__ import annotations

import gc
from functools import partial

from PySide6.QtCore import QObject, QTimer

from model.garbage_collection import collect_due, set_apart

# Milliseconds after the window's first painting: by then the first report is on the screen.
_SETTLED_AFTER = 2000
# Milliseconds: what is dropped in the meantime is looked through in a few of them.
_EVERY = 1000


def stop() -> None:
    """From now on nothing is collected in this process unless it is asked for."""
    gc.disable()


def settle(owner: QObject) -> None:
    """What lives now stays for ever; what is newer is collected as long as the owner lives."""
    set_apart()
    timer = QTimer(owner, interval=_EVERY)
    timer.timeout.connect(collect_due)
    timer.start()


def settle_later(owner: QObject) -> None:
    """Calls `settle` when the start is over, if the owner is still there then."""
    timer = QTimer(owner, singleShot=True, interval=_SETTLED_AFTER)
    timer.timeout.connect(partial(settle, owner))
    timer.start()
