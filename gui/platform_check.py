"""Whether this machine can show a window, said before Qt gives up with a message of its own.

Imports nothing of Qt, so that it works where Qt cannot be loaded.
"""

from __future__ import annotations

import os
import sys
from ctypes.util import find_library

# Debian's and Ubuntu's packages. Qt names libraries, users install packages.
ALWAYS_NEEDED = ("libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0")
WINDOW_NEEDS = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
)
# What xcb's plugin needs beyond what Qt's own modules need; names as the loader knows them.
_XCB_LIBRARIES = {
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
}


def missing_libraries_message(error: ImportError) -> str | None:
    """One line with what to install, where `error` is Qt's lack of a system library; None for other errors."""
    text = str(error)
    if "cannot open shared object file" not in text and "DLL load failed" not in text:
        return None
    library = text.split(":", 1)[0]
    return (
        f"paraph: Qt cannot load {library}. On Debian or Ubuntu: "
        f"sudo apt-get install {' '.join((*ALWAYS_NEEDED, *WINDOW_NEEDS))}"
    )


def missing_window_packages() -> tuple[str, ...]:
    """Debian's packages that Qt's X11 plugin lacks here. Without them Qt aborts the process."""
    if not _on_x11():
        return ()
    return tuple(package for library, package in _XCB_LIBRARIES.items() if find_library(library) is None)


def display_missing() -> bool:
    """True where a Linux session has neither a display nor a Qt platform that needs none."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _on_x11() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    return chosen.startswith("xcb") or (not chosen and bool(os.environ.get("DISPLAY")))
