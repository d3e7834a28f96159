"""`paraph export`: a project's dataset, or one of its releases, in any format."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from model.errors import UserFacingError
from storage.commands import OK, say
from storage.commands.dataset_arguments import choosing_arguments, project_argument, settings_of
from storage.exporting import FORMATS, known_formats
from storage.exporting.live import Live
from storage.exporting.settings import Settings
from storage.exporting.writing import Dataset, write_dataset
from storage.project import Project
from storage.releases.listing import release_named
from storage.releases.reading import Released


def arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    parser.add_argument(
        "--format", required=True, action="append", metavar="F,…", help=f"of {', '.join(FORMATS)}"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write to")
    parser.add_argument(
        "--release", metavar="VERSION", help="write this release; without it, the project as it is now"
    )
    parser.add_argument("--password", help="for PDFs that need a password")
    choosing_arguments(parser)


def run(args: argparse.Namespace) -> int:
    formats = known_formats(",".join(args.format).split(","))
    with Project.open(args.project, read_only=True) as project, project.reading() as connection:
        chosen = settings_of(args, connection)
        if args.release is None:
            dataset: Dataset = Live(project, connection, chosen)
        elif chosen != Settings():
            raise UserFacingError(f"release {args.release} has its own rows; leave out what chooses rows")
        else:
            dataset = Released(project, connection, release_named(connection, project.path, args.release))
        dataset.context = replace(dataset.context, password=args.password)
        for path in write_dataset(dataset, formats, args.out):
            say(path)
        if not dataset.manifest()["rows"]:
            say("note: nothing fits these choices; the dataset is empty")
    return OK
