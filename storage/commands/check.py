"""`paraph check`: whatever is wrong in a project, a line for each."""

from __future__ import annotations

import argparse
from pathlib import Path

from storage.checking import check
from storage.commands import FOUND_PROBLEMS, OK, say


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT.paraph")


def run(args: argparse.Namespace) -> int:
    problems = check(args.project)
    for problem in problems:
        say(problem)
    if not problems:
        say(f"{args.project}: everything is in order")
    return FOUND_PROBLEMS if problems else OK
