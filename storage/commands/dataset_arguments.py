"""What goes into a dataset, as arguments of `export` and `release`."""

from __future__ import annotations

import argparse
from pathlib import Path

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection

from storage.errors import ProjectError
from storage.exporting.settings import Settings, SplitUnit, splits_from, verify
from storage.people import find_person
from storage.schema import DOCUMENT, LISTED
from storage.schemes import current_scheme


def settings_of(args: argparse.Namespace, connection: Connection) -> Settings:
    """The settings that were asked for. Raises UserFacingError for what is not there."""
    chosen = Settings(
        documents=_documents(connection, args.project, _list(args.documents)),
        roles=_list(args.roles),
        states=_list(args.states),
        reviewers=_people(connection, args.project, _list(args.reviewers)),
        languages=_languages(connection, args.project, _list(args.languages)),
        adjudicated_only=args.adjudicated_only,
        fields=_list(args.fields),
        splits=splits_from(args.splits, args.seed, SplitUnit(args.split_by)) if args.splits else None,
    )
    verify(chosen, current_scheme(connection))
    return chosen


def choosing_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(
        "what goes in", "separate lists by commas; without one, everything goes in"
    )
    group.add_argument("--documents", metavar="SYMBOL,…", help="reports by symbol or file name")
    group.add_argument("--roles", metavar="ROLE,…", help="such as recommendation,decision")
    group.add_argument(
        "--states", metavar="STATE,…", help="of accepted, corrected, flagged, rejected, unreviewed"
    )
    group.add_argument(
        "--reviewers", metavar="NAME,…", help="rows that one of these people reviewed or labelled"
    )
    group.add_argument("--languages", metavar="CODE,…", help="of the reports, such as en,fr")
    group.add_argument(
        "--adjudicated-only", action="store_true", help="adjudicated labels, and rows with one"
    )
    group.add_argument("--fields", metavar="LABEL,…", help="which labels, such as role,force")
    group.add_argument("--splits", metavar="NAME=SHARE,…", help="such as train=.8,test=.2")
    group.add_argument("--split-by", choices=[by.value for by in SplitUnit], default=SplitUnit.SERIES.value,
                       help="what stays in one split: a report with its versions, or a series")  # fmt: skip
    group.add_argument(
        "--seed", type=int, default=0, metavar="N", help="another seed divides differently; default 0"
    )


def project_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT.paraph", help="the project's file")


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
            raise ProjectError(f"{project}: nobody called {name} worked on it")
    return names


def _languages(connection: Connection, project: Path, codes: tuple[str, ...]) -> tuple[str, ...]:
    there = set(connection.scalars(select(DOCUMENT.c.language).where(LISTED)))
    for code in codes:
        if code not in there:
            known = ", ".join(sorted(there - {""}))
            raise ProjectError(f"{project}: no report in the language {code}; choose from {known}")
    return codes
