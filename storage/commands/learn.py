"""`paraph learn`: labels from a labelled table, or from the decisions in a project."""

from __future__ import annotations

import argparse
from pathlib import Path

from model.errors import UserFacingError
from model.learning import packing
from model.learning.on_tables import learn_table
from model.paths import is_project
from storage.commands import OK, say, tell
from storage.commands.learning_arguments import must_say, slots_of
from storage.learning import LearningOutcome, learn_project, work_out
from storage.project import Project


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=Path, metavar="TABLE | PROJECT.paraph",
                        help="labelled texts, CSV or Parquet, or a reviewed project")  # fmt: skip
    parser.add_argument("--text", metavar="COLUMN", help="of a table: the column that holds the texts")
    parser.add_argument(
        "--label", metavar="LABEL", help="the column that holds the labels, or a project's label"
    )
    parser.add_argument("--multi", default="", metavar="'|'", help="what separates several labels in a cell")
    parser.add_argument("--out", type=Path, metavar="MODEL", help="of a table: the file for the model")


def run(args: argparse.Namespace) -> int:
    if is_project(args.source):
        _learn_project(args.source, args.label)
    else:
        _learn_table(args)
    return OK


def _learn_project(path: Path, label: str | None) -> None:
    """Learns a label, or all, and suggests; a line for each. Raises UserFacingError if none is learned."""
    with Project.open(path) as project:
        tell(project.note)
        outcomes = learn_project(project, work_out(path, slots_of(path, label)))
    for outcome in outcomes:
        say(told(outcome))
    if not any(outcome.name for outcome in outcomes):
        raise UserFacingError(f"{path}: nothing was learned; review some more entries first")


def _learn_table(args: argparse.Namespace) -> None:
    must_say(args, "text", "label", "out")
    model, there = learn_table(args.source, args.text, args.label, args.multi)
    packing.save(model, args.out, args.source)
    taken = "" if len(there.texts) == there.rows else f" of {there.rows:,}"
    say(f"{args.out}: learned {model.label} from {len(there.texts):,}{taken} texts")
    for name, figure in model.metrics.items():
        if name != "examples":
            shown = name.replace("_f1", "_F1").replace("_", " ")
            say(f"  {shown} on texts held out: {figure:.4f}")


def told(outcome: LearningOutcome) -> str:
    """An outcome in a line."""
    if outcome.refusal:
        return f"{outcome.slot.value}: not learned: {outcome.refusal}"
    model, rules = (outcome.metrics[machine]["micro_f1"] for machine in ("model", "rules"))
    where = ", in the reports reviewed so far" if outcome.only else ""
    end = f"it suggests from now on{where}" if outcome.better else "the rules do as well, and stay in use"
    return (
        f"{outcome.slot.value}: learned from {outcome.confirmed:,} decisions;"
        f" F1 on decisions held out {model:.3f}, of the rules {rules:.3f}: {end}"
    )
