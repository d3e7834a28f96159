"""Whose decisions they are: how the window names who sits at it, also for what works without a window."""

from __future__ import annotations

import getpass
import json
from pathlib import Path

from platformdirs import user_config_path


def settings_file() -> Path:
    """Where the window remembers what goes beyond any project."""
    return user_config_path("paraph", appauthor=False) / "settings.json"


def user_name() -> str:
    """As this person has answered the window, else as the system says."""
    try:
        said = json.loads(settings_file().read_text(encoding="utf-8"))["reviewer"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        said = ""
    return said if said and isinstance(said, str) else system_name()


def system_name() -> str:
    """What the system calls the user: the full name where it knows one."""
    try:
        login = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "Reviewer"
    try:
        import pwd

        full = pwd.getpwnam(login).pw_gecos.split(",")[0].strip()
    except (ImportError, KeyError):
        full = ""
    return full or login
