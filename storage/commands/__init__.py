"""The verbs that work without the window: `storage/commands/VERB.py` has each one's arguments and work.

A module has `arguments(parser)` and `run(args)`, which gives the exit status. It is imported only when its
verb is used, so that a quick one starts quickly.
"""

from __future__ import annotations

import sys
import unicodedata

from model.errors import UserFacingError

OK, FOUND_PROBLEMS = 0, 1

# Control characters, halves of characters, and what ends a line.
_UNPRINTED = {"Cc", "Cs", "Zl", "Zp"}

# Each verb, and what it does in one line.
VERBS = {
    "extract": "extract the structure of one PDF as JSON",
    "import": "extract PDFs into a project, or take in a dataset or labels",
    "export": "write a project's dataset, or one of its releases",
    "release": "freeze a dataset in the project",
    "releases": "list a project's releases",
    "diff": "show how two releases differ",
    "check": "look for anything wrong in a project",
    "learn": "learn labels from a labelled table or a project's decisions",
    "suggest": "add what a learned model suggests to a table",
    "evaluate": "show how often suggestions are right, on a table or in a project",
}


def say(line: object) -> None:
    """A line of output, which is seen at once, also through a pipe. Raises UserFacingError."""
    put(one_line(str(line)))


def tell(note: str) -> None:
    """What somebody should know who reads no output, if there is anything."""
    if note:
        print(f"paraph: {one_line(note)}", file=sys.stderr)


def put(text: str) -> None:
    """Text and the end of a line. Raises UserFacingError if the output takes no more."""
    try:
        print(text, flush=True)
    except BrokenPipeError:  # whoever reads has enough
        raise
    except OSError as error:
        raise UserFacingError(f"the output cannot be written: {error.strerror}") from error


def one_line(text: str) -> str:
    """Whatever files are called, a message stays one line."""
    return "".join(
        character.encode("unicode_escape").decode()
        if unicodedata.category(character) in _UNPRINTED
        else character
        for character in text
    )
