"""`paraph evaluate`: how right a model is on a table, or rules and models are in a project."""

from __future__ import annotations

import argparse
from pathlib import Path

from model.errors import UserFacingError
from model.learning import packing
from model.learning.as_text import lines
from model.learning.measures import evaluate
from model.learning.on_tables import evaluate_table
from model.paths import is_project
from storage.commands import OK, say
from storage.commands.learning_arguments import must_say, slots_of
from storage.evaluating import judged
from storage.project import Project


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", type=Path, metavar="MODEL | PROJECT.paraph",
                        help="what `paraph learn` made, or a reviewed project")  # fmt: skip
    parser.add_argument(
        "source", type=Path, nargs="?", metavar="TABLE", help="labelled texts, CSV or Parquet"
    )
    parser.add_argument("--text", metavar="COLUMN", help="of a table: the column that holds the texts")
    parser.add_argument(
        "--label", metavar="LABEL", help="the column that holds the labels, or a project's label"
    )


def run(args: argparse.Namespace) -> int:
    if is_project(args.model):
        _evaluate_project(args.model, args.label)
        return OK
    if args.source is None:
        raise UserFacingError(f"{args.model}: say which table of labelled texts to measure it on, too")
    must_say(args, "text")
    model = packing.load(args.model)
    for line in lines(evaluate_table(model, args.source, args.text, args.label or model.label)):
        say(line)
    return OK


def _evaluate_project(path: Path, label: str | None) -> None:
    """How right the rules and the models are about what people decided, label by label."""
    some = False
    with Project.open(path, read_only=True) as project:
        for slot in slots_of(path, label):
            for machine, of_machine in judged(project, slot).by_machine.items():
                some = True
                say(f"{slot.value}, {machine}")
                for line in lines(evaluate([one.example for one in of_machine])):
                    say(f"  {line}".rstrip())
                say("")
    if not some:
        raise UserFacingError(f"{path}: nobody has decided on {label or 'anything'} yet; review some first")
