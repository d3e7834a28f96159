"""`paraph diff`: what two releases differ in, and who changed it."""

from __future__ import annotations

import argparse

from storage.commands import OK, say
from storage.commands.dataset_arguments import project_argument
from storage.project import Project
from storage.releases.comparing import compare
from storage.releases.listing import release_named


def arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    parser.add_argument("old", metavar="OLD", help="a release's version")
    parser.add_argument("new", metavar="NEW", help="that of a later one")


def run(args: argparse.Namespace) -> int:
    with Project.open(args.project, read_only=True) as project, project.reading() as connection:
        old, new = (release_named(connection, project.path, version) for version in (args.old, args.new))
        comparison = compare(connection, old, new)
        for line in comparison.reports:
            say(line)
        for change in comparison.changes:
            say(change.line)
        say(comparison.summary)
    return OK
