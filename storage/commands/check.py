"""`paraph check`: whatever is wrong in a project, a line for each."""

from __future__ import annotations

import argparse

from storage.checking import check
from storage.commands import FOUND_PROBLEMS, OK, say
from storage.commands.dataset_arguments import project_argument


def arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)


def run(args: argparse.Namespace) -> int:
    problems = check(args.project)
    for problem in problems:
        say(problem)
    if not problems:
        say(f"{args.project}: everything is in order")
    return FOUND_PROBLEMS if problems else OK
