"""The two error families: what the user can mend, and everything else (our bug)."""

from __future__ import annotations


class UserFacingError(Exception):
    """Something that the user can mend. Its text is one line that names the file and says what to do."""


class PasswordNeeded(UserFacingError):
    """A PDF that opens with a password only; the window asks for it, headless takes `--password`."""


class UnreadableFile(UserFacingError):
    """A file that is damaged, empty, or no PDF at all."""


class NoTextLayer(UserFacingError):
    """A PDF whose pages are pictures: nothing to extract without optical character recognition."""


class Cancelled(Exception):
    """The user cancelled a job; what was finished before stays."""
