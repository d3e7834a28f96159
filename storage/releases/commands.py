"""Datasets and releases without the window: the arguments of the verbs, and what they do."""

from __future__ import annotations

import argparse
from pathlib import Path

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection

from model.errors import UserFacingError
from storage.errors import ProjectError
from storage.exporting import FORMATS, known_formats
from storage.exporting.live import Live
from storage.exporting.settings import By, Settings, splits_from, verify
from storage.exporting.writing import Dataset, write_dataset
from storage.extracting_again import person_at_work
from storage.people import find_person
from storage.project import Project
from storage.releases.comparing import compare
from storage.releases.freezing import freeze
from storage.releases.listing import release_named, releases
from storage.releases.preview import preview
from storage.releases.reading import Released
from storage.schema import DOCUMENT, LISTED
from storage.schemes import current_scheme


def export_arguments(parser: argparse.ArgumentParser) -> None:
    _project_argument(parser)
    parser.add_argument("--format", required=True, metavar="F,…", help=f"of {', '.join(FORMATS)}")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--release", metavar="VERSION", help="write this release; without it the state as it is"
    )
    _choosing_arguments(parser)


def export(args: argparse.Namespace) -> None:
    formats = known_formats(args.format.split(","))
    with Project.open(args.project, read_only=True) as project, project.reading() as connection:
        chosen = settings_of(args, connection)
        if args.release is None:
            dataset: Dataset = Live(project, connection, chosen)
        elif chosen != Settings():
            raise UserFacingError(f"release {args.release} holds what it holds; leave out what chooses rows")
        else:
            dataset = Released(project, connection, release_named(connection, project.path, args.release))
        for path in write_dataset(dataset, formats, args.out):
            print(path)


def release_arguments(parser: argparse.ArgumentParser) -> None:
    _project_argument(parser)
    parser.add_argument("--version", required=True, metavar="1.0")
    parser.add_argument("--notes", default="", help="what is new in it, or how it is meant")
    parser.add_argument("--reviewer", metavar="NAME", help="who makes it")
    _choosing_arguments(parser)


def release(args: argparse.Namespace) -> None:
    with Project.open(args.project) as project:
        with project.reading() as connection:
            chosen = settings_of(args, connection)
        for warning in preview(project, chosen).warnings:
            print(f"note: {warning}")
        made = freeze(project, args.version, person_at_work(project, args.reviewer), chosen, args.notes)
        print(f"{made.version}: {made.rows} rows, content {made.content}")


def releases_arguments(parser: argparse.ArgumentParser) -> None:
    _project_argument(parser)


def list_releases(args: argparse.Namespace) -> None:
    with Project.open(args.project, read_only=True) as project, project.reading() as connection:
        for made in releases(connection):
            notes = f"  {made.notes.splitlines()[0]}" if made.notes else ""
            print(f"{made.version}  {made.at[:10]}  {made.reviewer}  {made.rows} rows  {made.content}{notes}")


def diff_arguments(parser: argparse.ArgumentParser) -> None:
    _project_argument(parser)
    parser.add_argument("old", metavar="VERSION")
    parser.add_argument("new", metavar="VERSION")


def diff(args: argparse.Namespace) -> None:
    with Project.open(args.project, read_only=True) as project, project.reading() as connection:
        old, new = (release_named(connection, project.path, version) for version in (args.old, args.new))
        comparison = compare(connection, old, new)
        for change in comparison.changes:
            print(change.line)
        print(comparison.summary)


def settings_of(args: argparse.Namespace, connection: Connection) -> Settings:
    """The settings that were asked for. Raises UserFacingError for what is not there."""
    chosen = Settings(
        documents=_documents(connection, args.project, _list(args.documents)),
        roles=_list(args.roles),
        states=_list(args.states),
        reviewers=_people(connection, args.project, _list(args.reviewers)),
        languages=_list(args.languages),
        adjudicated_only=args.adjudicated_only,
        fields=_list(args.fields),
        splits=splits_from(args.splits, args.seed, By(args.split_by)) if args.splits else None,
    )
    verify(chosen, current_scheme(connection))
    return chosen


def _choosing_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(
        "what goes in", "lists are written with commas; without one all goes in"
    )
    group.add_argument("--documents", metavar="SYMBOL,…", help="reports by symbol or file name")
    group.add_argument("--roles", metavar="ROLE,…")
    group.add_argument(
        "--states", metavar="STATE,…", help="of accepted, corrected, flagged, rejected, unreviewed"
    )
    group.add_argument(
        "--reviewers", metavar="NAME,…", help="rows that one of these people reviewed or labelled"
    )
    group.add_argument("--languages", metavar="CODE,…")
    group.add_argument(
        "--adjudicated-only", action="store_true", help="adjudicated labels, and rows with one"
    )
    group.add_argument("--fields", metavar="LABEL,…", help="which labels, such as role,force")
    group.add_argument("--splits", metavar="NAME=SHARE,…", help="such as train=.8,test=.2")
    group.add_argument("--split-by", choices=[by.value for by in By], default=By.SERIES.value,
                       help="what stays in one split: a report, or a series of meetings")  # fmt: skip
    group.add_argument("--seed", type=int, default=0)


def _project_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT.paraph")


def _list(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split(",") if part.strip())


def _documents(connection: Connection, project: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for name in names:
        of_name = or_(DOCUMENT.c.symbol == name, DOCUMENT.c.name == name, DOCUMENT.c.id == name)
        ids = list(connection.scalars(select(DOCUMENT.c.id).where(LISTED, of_name).order_by(DOCUMENT.c.pk)))
        if not ids:
            raise ProjectError(f"{project}: no report {name} in it; give its symbol or its file's name")
        found += ids
    return tuple(found)


def _people(connection: Connection, project: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if find_person(connection, name) is None:
            raise ProjectError(f"{project}: nobody of the name {name} worked on it")
    return names
