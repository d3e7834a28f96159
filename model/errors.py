"""The two error families: what the user can mend, and everything else (our bug)."""

from __future__ import annotations


class UserFacingError(Exception):
    """Something that the user can mend. Its text is one line that names the file and says what to do."""


class PasswordNeeded(UserFacingError):
    """A PDF that needs a password; the window asks for it, headless takes `--password`."""


class UnreadableFile(UserFacingError):
    """A file that is damaged, empty, or no PDF at all."""


class NoTextLayer(UserFacingError):
    """A PDF whose pages are pictures: nothing to extract without optical character recognition."""


class Cancelled(Exception):
    """The user cancelled a job; what was finished before stays."""


# What a message says of what keeps whoever opens it waiting for another program.
NO_FILE = "a pipe or a device, not a file"


def why_unreadable(error: OSError) -> str:
    """What a message says after the name of a file that the system does not give us."""
    advice = {
        FileNotFoundError: "there is no such file; check its name",
        PermissionError: "you may not read it; change its permissions",
        IsADirectoryError: "a folder, not a file; choose a file in it",
    }
    return advice.get(type(error), f"cannot be read ({error.strerror or error}); check the disk")
