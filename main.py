"""The one entry: files or nothing open the window; a verb (extract, import, export, check) works headless.

Nothing heavy is imported at the top: worker processes import this module again when they start.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.import_outcomes import ImportReport
    from storage.project import Project

sys.path.insert(0, str(Path(__file__).resolve().parent))  # installed, the folders lie inside the package

from model.version import VERSION as __version__  # noqa: N811

OK, FOUND_PROBLEMS, MENDABLE, OUR_BUG = 0, 1, 2, 70


@dataclass(frozen=True, slots=True)
class Verb:
    """A headless command: what it does in one line, its arguments, and the function that does it."""

    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def _extract_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.pdf")
    parser.add_argument("--json", default="-", metavar="FILE", help="where the JSON goes; - is the screen")
    parser.add_argument("--password", help="for a PDF that opens with a password only")


def _extract(args: argparse.Namespace) -> int:
    import json

    from model.extraction.as_json import as_json
    from model.workers.worker import PdfWorker

    worker = PdfWorker()
    try:
        extracted = worker.extract(args.file, args.password).result()
    finally:
        worker.close()
    text = json.dumps(as_json(extracted), ensure_ascii=False)
    if args.json == "-":
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        print(text)
    else:
        _write(Path(args.json), text + "\n")
    return OK


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE.pdf | DATASET.jsonl | LABELS")
    parser.add_argument("--project", type=Path, required=True, metavar="PROJECT.paraph")
    parser.add_argument(
        "--jobs", type=_at_least_one, default=1, metavar="N", help="how many files are read at once"
    )
    parser.add_argument("--password", help="for PDFs that open with a password only")
    parser.add_argument("--again", action="store_true",
                        help="extract anew what is there already; what people decided stays")  # fmt: skip
    parser.add_argument("--reviewer", metavar="NAME",
                        help="whose labels they are; with --again: who can undo it")  # fmt: skip
    of_labels = parser.add_argument_group("labels: Label Studio (.json), REFI-QDA (.qdpx), table (.csv)")
    of_labels.add_argument("--machine", action="store_true", help="the reviewer is a machine: suggestions")
    of_labels.add_argument("--document", default="", metavar="NAME", help="the report that they are about")
    of_labels.add_argument("--map", action="append", default=[], type=_pair, metavar="NAME=COLUMN",
                           help="the column of a label, or of number, text, id, document")  # fmt: skip


def _import(args: argparse.Namespace) -> int:
    from storage.importing_labels import SUFFIXES

    datasets = [file for file in args.files if file.suffix.lower() == ".jsonl"]
    labels = [file for file in args.files if file.suffix.lower() in SUFFIXES]
    if datasets:
        _import_datasets(args.project, datasets)
    args.files = [file for file in args.files if file not in datasets and file not in labels]
    outcome = _import_pdfs(args) if args.files else OK
    return max(outcome, _import_labels(args, labels)) if labels else outcome


def _import_labels(args: argparse.Namespace, files: Sequence[Path]) -> int:
    from storage.importing_labels import Request, import_labels
    from storage.project import Project

    request = Request(
        args.reviewer or "", is_machine=args.machine, columns=dict(args.map), document=args.document
    )
    fine = True
    with Project.open(args.project) as project:
        for file in files:
            outcome = import_labels(project, file, request)
            _say(f"{file.name}: {outcome.summary}")
            for problem in outcome.problems:
                _say(f"  {problem}")
            fine = fine and not outcome.problems
    return OK if fine else FOUND_PROBLEMS


def _import_datasets(path: Path, files: Sequence[Path]) -> None:
    from storage.importing_rows import import_rows
    from storage.project import Project

    is_new = not path.exists()
    project = Project.create(path) if is_new else Project.open(path)
    try:
        with project:
            for file in files:
                done = import_rows(project, file)
                _say(f"{file.name}: {done.summary}")
    except BaseException:
        if is_new:
            path.unlink(missing_ok=True)  # nobody asked for an empty project
        raise


def _import_pdfs(args: argparse.Namespace) -> int:
    from storage.importing import import_files
    from storage.pdf_files import pdfs_in
    from storage.project import Project

    files = pdfs_in(args.files)  # before a project is made for nothing
    project = Project.open(args.project) if args.project.exists() else Project.create(args.project)
    try:
        report = import_files(project, files, jobs=args.jobs, password=args.password, on_line=_say)
        fine = report.all_there
        if args.again:
            fine = _again(project, report, args) and fine
    finally:
        project.close()
    return OK if fine else FOUND_PROBLEMS


def _again(project: Project, report: ImportReport, args: argparse.Namespace) -> bool:
    from storage.extracting_again import extract_files_again, person_at_work
    from storage.import_outcomes import State

    there = [
        (outcome.file, outcome.document)
        for outcome in report.outcomes
        if outcome.state is State.ALREADY_THERE and outcome.document is not None
    ]
    if not there:
        return True
    reviewer = person_at_work(project, args.reviewer)
    return extract_files_again(project, there, reviewer, args.password, _say)


def _of_releases(arguments: str, work: str) -> tuple[Callable[[argparse.ArgumentParser], None],
                                                     Callable[[argparse.Namespace], int]]:  # fmt: skip
    """Arguments and work of a verb in `storage.releases.commands`, which is imported when it is asked for."""

    def add(parser: argparse.ArgumentParser) -> None:
        from storage.releases import commands

        getattr(commands, arguments)(parser)

    def run(args: argparse.Namespace) -> int:
        from storage.releases import commands

        getattr(commands, work)(args)
        return OK

    return add, run


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT.paraph")


def _check(args: argparse.Namespace) -> int:
    from storage.checking import check

    problems = check(args.project)
    for problem in problems:
        print(problem)
    if not problems:
        print(f"{args.project}: everything is in order")
    return FOUND_PROBLEMS if problems else OK


def _learn_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=Path, metavar="TABLE | PROJECT.paraph",
                        help="labelled texts, CSV or Parquet, or a reviewed project")  # fmt: skip
    parser.add_argument("--text", metavar="COLUMN", help="of a table: the column that holds the texts")
    parser.add_argument(
        "--label", metavar="LABEL", help="the column that holds the labels, or a project's label"
    )
    parser.add_argument("--multi", default="", metavar="'|'", help="what parts several labels in a cell")
    parser.add_argument("--out", type=Path, metavar="MODEL", help="of a table: where the model goes")


def _learn(args: argparse.Namespace) -> int:
    if args.source.suffix == ".paraph":
        from storage import learning_commands

        learning_commands.learn(args.source, args.label, _say)
        return OK
    from model.learning import packing
    from model.learning.on_tables import learn_table

    _must_say(args, "text", "label", "out")
    model, there = learn_table(args.source, args.text, args.label, args.multi)
    packing.save(model, args.out)
    taken = "" if len(there.texts) == there.rows else f" of {there.rows:,}"
    _say(f"{args.out}: learned {model.label} from {len(there.texts):,}{taken} texts")
    for name, figure in model.metrics.items():
        if name != "examples":
            _say(f"  {name.replace('_', ' ')} on texts held out: {figure:.4f}")
    return OK


def _must_say(args: argparse.Namespace, *names: str) -> None:
    from model.errors import UserFacingError

    missing = [f"--{name}" for name in names if getattr(args, name) is None]
    if missing:
        raise UserFacingError(f"{args.source}: for a table say also {' and '.join(missing)}")


def _suggest_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", type=Path, metavar="MODEL", help="what `paraph learn` made")
    parser.add_argument("source", type=Path, metavar="TABLE", help="a table of texts, CSV or Parquet")
    parser.add_argument("--text", metavar="COLUMN", required=True, help="the column that holds the texts")
    parser.add_argument("--out", type=Path, required=True, metavar="OUT.csv")


def _suggest(args: argparse.Namespace) -> int:
    from model.learning import packing
    from model.learning.on_tables import suggest_table

    model = packing.load(args.model)
    rows = suggest_table(model, args.source, args.text, args.out)
    _say(f"{args.out}: {model.label} suggested for {rows:,} rows")
    return OK


def _evaluate_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", type=Path, metavar="MODEL | PROJECT.paraph",
                        help="what `paraph learn` made, or a reviewed project")  # fmt: skip
    parser.add_argument(
        "source", type=Path, nargs="?", metavar="TABLE", help="labelled texts, CSV or Parquet"
    )
    parser.add_argument("--text", metavar="COLUMN", help="of a table: the column that holds the texts")
    parser.add_argument(
        "--label", metavar="LABEL", help="the column that holds the labels, or a project's label"
    )


def _evaluate(args: argparse.Namespace) -> int:
    if args.model.suffix == ".paraph":
        from storage import learning_commands

        learning_commands.evaluate(args.model, args.label, _say)
        return OK
    from model.errors import UserFacingError
    from model.learning import packing
    from model.learning.as_text import lines
    from model.learning.on_tables import evaluate_table

    if args.source is None:
        raise UserFacingError(f"{args.model}: say also which table of labelled texts it is to be measured on")
    _must_say(args, "text")
    model = packing.load(args.model)
    for line in lines(evaluate_table(model, args.source, args.text, args.label or model.label)):
        _say(line)
    return OK


VERBS = {
    "extract": Verb("extract the structure of one PDF as JSON", _extract_arguments, _extract),
    "import": Verb("extract PDFs into a project", _import_arguments, _import),
    "export": Verb(
        "write a project's dataset, or one of its releases", *_of_releases("export_arguments", "export")
    ),
    "release": Verb("freeze a dataset in the project", *_of_releases("release_arguments", "release")),
    "releases": Verb("list a project's releases", *_of_releases("releases_arguments", "list_releases")),
    "diff": Verb("tell what two releases differ in", *_of_releases("diff_arguments", "diff")),
    "check": Verb("look for anything wrong in a project", _check_arguments, _check),
    "learn": Verb("learn labels from a labelled table or a project's decisions", _learn_arguments, _learn),
    "suggest": Verb("add what a learned model suggests to a table", _suggest_arguments, _suggest),
    "evaluate": Verb(
        "tell how right suggestions are, on a table or in a project", _evaluate_arguments, _evaluate
    ),
}


def _window(args: argparse.Namespace) -> int:
    from gui.platform_check import display_missing, missing_libraries_message

    try:
        if display_missing():
            from gui.headless import tour

            return tour(args.out)
        from gui.app import run
    except ImportError as error:
        message = missing_libraries_message(error)
        if message is None:
            raise
        print(message, file=sys.stderr)
        return MENDABLE
    return run(args.files, sample=args.sample)


def _parser() -> argparse.ArgumentParser:
    verbs = "\n".join(f"  paraph {name:8} {verb.help}" for name, verb in VERBS.items())
    parser = argparse.ArgumentParser(
        prog="paraph",
        description="Turn institutional reports into curated datasets, offline.",
        epilog=f"without a window:\n{verbs}\n\n`paraph VERB --help` tells more of each.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Paraph {__version__}")
    parser.add_argument("--sample", action="store_true", help="open the window on the bundled sample report")
    parser.add_argument("--out", type=Path, default=Path("build/sample"), metavar="DIR",
                        help="where results go when there is no display")  # fmt: skip
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE.pdf | PROJECT.paraph")
    return parser


def _run(arguments: Sequence[str]) -> int:
    if arguments and arguments[0] in VERBS:
        verb = VERBS[arguments[0]]
        parser = argparse.ArgumentParser(prog=f"paraph {arguments[0]}", description=verb.help)
        verb.arguments(parser)
        return verb.run(parser.parse_args(arguments[1:]))
    return _window(_parser().parse_args(arguments))


def _pair(text: str) -> tuple[str, str]:
    name, equals, column = text.partition("=")
    if not (name and equals and column):
        raise argparse.ArgumentTypeError("must read NAME=COLUMN, such as role=Type")
    return name.strip().casefold(), column


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _say(line: str) -> None:
    """Progress is seen at once, also through a pipe."""
    print(line, flush=True)


def _write(path: Path, text: str) -> None:
    from model.errors import UserFacingError

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserFacingError(f"{path}: cannot be written: {error.strerror}.") from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 done, 1 problems found, 2 the user can mend it, 70 our bug (a report is written)."""
    multiprocessing.freeze_support()
    from model.errors import UserFacingError

    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except UserFacingError as error:
        print(f"paraph: {error}", file=sys.stderr)
        return MENDABLE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return OK
    except Exception as error:
        from model.crash_reports import write_crash_report

        report = write_crash_report(error, __version__)
        print(f"paraph: something went wrong that is our fault; a report is in {report}", file=sys.stderr)
        return OUR_BUG


if __name__ == "__main__":
    sys.exit(main())
