"""Whether this machine can show a window, said before Qt gives up with a message of its own.

Imports nothing of Qt, so that it works where Qt cannot be loaded.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

# Debian's and Ubuntu's packages. Qt names libraries, users install packages.
ALWAYS_NEEDED = ("libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0")
WINDOW_NEEDS = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
)
NO_FONT = (
    "paraph: no font is installed, so the window shows boxes for letters. On Debian or Ubuntu: "
    "sudo apt-get install fonts-dejavu-core"
)
_DISPLAY_VARIABLES = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
# What xcb's plugin needs beyond what Qt's own modules need; names as the loader knows them.
_XCB_LIBRARIES = {
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
}


def missing_libraries_message(error: ImportError) -> str | None:
    """One line with what to install, where Qt lacks a system library; None for other errors."""
    text = str(error)
    if "cannot open shared object file" not in text and "DLL load failed" not in text:
        return None
    library = text.split(":", 1)[0]
    return (
        f"paraph: Qt cannot load {library}. On Debian or Ubuntu: "
        f"sudo apt-get install {' '.join((*ALWAYS_NEEDED, *WINDOW_NEEDS))}"
    )


def no_window_message(said: Sequence[str]) -> str:
    """One line for when Qt finds no way to show a window; `said` is what Qt itself said about it."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    missing = _missing_window_packages()
    if missing:
        return f"paraph: Qt lacks libraries for a window. On Debian: sudo apt-get install {' '.join(missing)}"
    if any("Could not find the Qt platform plugin" in line for line in said):
        return f"paraph: Qt knows no platform “{chosen}”; unset QT_QPA_PLATFORM, or set it to xcb or wayland"
    if any("could not connect to display" in line for line in said):
        names = [name for name in _DISPLAY_VARIABLES if os.environ.get(name)]
        given = ", ".join(f"{name}={os.environ[name]}" for name in names)
        return f"paraph: no display answers ({given}); to work without a window: unset {' '.join(names)}"
    return f"paraph: Qt cannot show a window: {' '.join(said) or 'it does not say why'}"


def _missing_window_packages() -> tuple[str, ...]:
    """Debian's packages that Qt's X11 plugin lacks here. Without them Qt aborts the process."""
    if not _on_x11():
        return ()
    from ctypes.util import find_library  # takes longer than the rest of this module

    return tuple(package for library, package in _XCB_LIBRARIES.items() if find_library(library) is None)


def display_missing() -> bool:
    """True if a Linux session has neither a display nor a Qt platform that needs none."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _on_x11() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    return chosen.startswith("xcb") or (not chosen and bool(os.environ.get("DISPLAY")))
