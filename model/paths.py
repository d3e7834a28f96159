"""What stands at a path; nothing, too, where the system refuses to say: a folder that may not be entered, a
drive that is away, a name too long. `Path`'s own methods raise OSError there."""

from __future__ import annotations

from os.path import exists, isdir, isfile

__all__ = ["exists", "isdir", "isfile"]
