"""Keys that are others on a Mac: its system takes Cmd+Shift+3 to 5 for pictures of the screen, and the key
that deletes there is the one that Qt calls Backspace."""

from __future__ import annotations

import sys

_ON_MAC = {
    "Del": ("Backspace", "Del"),
    "Shift+Del": ("Shift+Backspace", "Shift+Del"),
    **{f"Ctrl+Shift+{digit}": (f"Meta+Shift+{digit}",) for digit in range(1, 6)},
}


def keys_here(keys: tuple[str, ...], platform: str = sys.platform) -> tuple[str, ...]:
    """Qt's portable names of an action's keys, as they are on a platform."""
    if platform != "darwin":
        return keys
    return tuple(own for key in keys for own in _ON_MAC.get(key, (key,)))
