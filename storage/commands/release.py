"""`paraph release`: freezes a dataset in the project."""

from __future__ import annotations

import argparse

from storage.commands import OK, say, tell
from storage.commands.dataset_arguments import choosing_arguments, project_argument, settings_of
from storage.extracting_again import person_at_work
from storage.project import Project
from storage.releases.freezing import freeze
from storage.releases.preview import preview


def arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    parser.add_argument("--version", required=True, metavar="VERSION", help="its name, such as 1.0")
    parser.add_argument("--notes", default="", help="what is new in it, or what it is for")
    parser.add_argument("--reviewer", metavar="NAME", help="who makes it")
    choosing_arguments(parser)


def run(args: argparse.Namespace) -> int:
    with Project.open(args.project) as project:
        tell(project.note)
        with project.reading() as connection:
            chosen = settings_of(args, connection)
        warnings = preview(project, chosen).warnings
        made = freeze(project, args.version, person_at_work(project, args.reviewer), chosen, args.notes)
        for warning in warnings:
            say(f"note: {warning}")
        say(f"{made.version}: {made.rows:,} rows, content {made.content}")
    return OK
