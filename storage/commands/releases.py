"""`paraph releases`: the releases of a project, a line for each."""

from __future__ import annotations

import argparse

from storage.commands import OK, say
from storage.commands.dataset_arguments import project_argument
from storage.project import Project
from storage.releases.listing import releases


def arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)


def run(args: argparse.Namespace) -> int:
    with Project.open(args.project, read_only=True) as project, project.reading() as connection:
        there = releases(connection)
        for made in there:
            notes = f"  {made.notes.splitlines()[0]}" if made.notes else ""
            say(f"{made.version}  {made.at[:10]}  {made.reviewer}  {made.rows:,} rows  {made.content}{notes}")
        if not there:
            say(f"{args.project}: no releases yet; `paraph release` makes one")
    return OK
