"""`paraph import`: PDFs, datasets in JSON Lines, and labels of other tools into a project."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from model.errors import UserFacingError
from model.paths import exists, is_project
from storage.commands import FOUND_PROBLEMS, OK, say, tell
from storage.extracting_again import extract_files_again, person_at_work
from storage.import_outcomes import ImportReport, ImportState
from storage.importing import import_files
from storage.importing_labels import SPREADSHEETS, SUFFIXES, Request, import_labels
from storage.importing_labels.words import ColumnMissing
from storage.importing_rows import import_rows
from storage.pdf_files import pdfs_in
from storage.project import Project


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE.pdf | DATASET.jsonl | LABELS",
                        help="reports, folders of them, a dataset in JSON Lines, or labels")  # fmt: skip
    parser.add_argument("--project", type=Path, required=True, metavar="PROJECT.paraph",
                        help="the project they go into; made if there is none")  # fmt: skip
    parser.add_argument("--jobs", type=_at_least_one, default=1, metavar="N",
                        help="how many files are read at once; default 1")  # fmt: skip
    parser.add_argument("--password", help="for PDFs that need a password")
    parser.add_argument("--again", action="store_true",
                        help="extract again what is there already; what people decided stays")  # fmt: skip
    parser.add_argument("--reviewer", metavar="NAME",
                        help="whose labels they are; with --again: who can undo it")  # fmt: skip
    of_labels = parser.add_argument_group(
        "labels: Label Studio (.json), REFI-QDA (.qdpx), a table (.csv, .tsv, .parquet), another project "
        "(.paraph)"
    )
    of_labels.add_argument("--machine", action="store_true", help="the reviewer is a machine: suggestions")
    of_labels.add_argument(
        "--document",
        default="",
        metavar="NAME",
        help="the report they are about, by symbol or file name",
    )
    of_labels.add_argument("--map", action="append", default=[], type=_pair, metavar="NAME=COLUMN",
                           help="the column of a label, number, text, id, document or reviewer")  # fmt: skip


def run(args: argparse.Namespace) -> int:
    datasets = [file for file in args.files if file.suffix.lower() == ".jsonl"]
    labels = [file for file in args.files if file.suffix.lower() in (*SUFFIXES, *SPREADSHEETS)]
    if datasets:
        _import_datasets(args.project, datasets)
    args.files = [file for file in args.files if file not in datasets and file not in labels]
    outcome = _import_pdfs(args) if args.files else OK
    return max(outcome, _import_labels(args, labels)) if labels else outcome


def _import_labels(args: argparse.Namespace, files: Sequence[Path]) -> int:
    request = Request(
        args.reviewer or "", is_machine=args.machine, columns=dict(args.map), document=args.document
    )
    fine = True
    with Project.open(args.project) as project:
        tell(project.note)
        for file in files:
            try:
                outcome = import_labels(project, file, request)
            except ColumnMissing as error:
                raise UserFacingError(f"{error}, or use --map {error.wanted}=COLUMN") from error
            say(f"{file.name}: {outcome.summary}")
            for problem in outcome.listed:
                say(f"  {problem}")
            fine = fine and not outcome.problems
    return OK if fine else FOUND_PROBLEMS


def _opened(path: Path) -> Project:
    """The project, a new one where there is none. Raises UserFacingError."""
    is_new = not exists(path)
    if is_new and not is_project(path):
        raise UserFacingError(f"{path}: a project's name ends in .paraph; choose such a name")
    project = Project.create(path) if is_new else Project.open(path)
    tell(project.note)
    return project


def _import_datasets(path: Path, files: Sequence[Path]) -> None:
    is_new = not exists(path)
    project = _opened(path)
    try:
        with project:
            for file in files:
                done = import_rows(project, file)
                say(f"{file.name}: {done.summary}")
    except BaseException:
        if is_new:
            path.unlink(missing_ok=True)  # nobody asked for an empty project
        raise


def _import_pdfs(args: argparse.Namespace) -> int:
    files = pdfs_in(args.files)  # before a project is made for nothing
    project = _opened(args.project)
    try:
        report = import_files(project, files, jobs=args.jobs, password=args.password, on_line=say)
        fine = report.all_there
        if args.again:
            fine = _again(project, report, args) and fine
    finally:
        project.close()
    return OK if fine else FOUND_PROBLEMS


def _again(project: Project, report: ImportReport, args: argparse.Namespace) -> bool:
    there = [
        (outcome.file, outcome.document)
        for outcome in report.outcomes
        if outcome.state is ImportState.ALREADY_THERE and outcome.document is not None
    ]
    if not there:
        return True
    reviewer = person_at_work(project, args.reviewer)
    return extract_files_again(project, there, reviewer, args.password, say)


def _pair(text: str) -> tuple[str, str]:
    name, equals, column = text.partition("=")
    if not (name and equals and column):
        raise argparse.ArgumentTypeError("must read NAME=COLUMN, such as role=Type")
    return name.strip().casefold(), column


def _at_least_one(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a number, 1 or more")
    return int(text)
