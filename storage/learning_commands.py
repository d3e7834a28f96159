"""`paraph learn` and `paraph evaluate` for a project; those for tables: `model/learning/on_tables.py`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from model.errors import UserFacingError
from model.labels import Slot
from model.learning.as_text import lines
from model.learning.measures import evaluate as evaluate_examples
from model.learning.reviews import SLOTS
from storage.evaluating import judged
from storage.learning import Outcome, learn_project, work_out
from storage.project import Project

Say = Callable[[str], object]


def learn(path: Path, label: str | None, say: Say) -> None:
    """Learns a label, or all, and suggests; a line for each. Raises UserFacingError where none is learned."""
    with Project.open(path) as project:
        outcomes = learn_project(project, work_out(path, _slots(path, label)))
    for outcome in outcomes:
        say(told(outcome))
    if not any(outcome.name for outcome in outcomes):
        raise UserFacingError(f"{path}: nothing was learned; review some more entries first")


def evaluate(path: Path, label: str | None, say: Say) -> None:
    """How right the rules and the models are about what people decided, label by label."""
    some = False
    with Project.open(path, read_only=True) as project:
        for slot in _slots(path, label):
            for machine, of_machine in judged(project, slot).by_machine.items():
                some = True
                say(f"{slot.value}, {machine}")
                for line in lines(evaluate_examples([one.example for one in of_machine])):
                    say(f"  {line}".rstrip())
                say("")
    if not some:
        raise UserFacingError(f"{path}: nobody has decided on {label or 'anything'} yet; review some first")


def told(outcome: Outcome) -> str:
    """An outcome in a line."""
    if outcome.refusal:
        return f"{outcome.slot.value}: not learned: {outcome.refusal}"
    model, rules = (outcome.metrics[machine]["micro_f1"] for machine in ("model", "rules"))
    where = ", in the reports reviewed so far" if outcome.only else ""
    end = (
        f"it suggests from now on{where}" if outcome.better else "the rules do as well, and go on"
    )
    return (
        f"{outcome.slot.value}: learned from {outcome.confirmed:,} decisions;"
        f" F1 on decisions held out {model:.3f}, of the rules {rules:.3f}: {end}"
    )


def _slots(path: Path, label: str | None) -> list[Slot]:
    if label is None:
        return list(SLOTS)
    found = [slot for slot in SLOTS if slot.value == label]
    if not found:
        names = ", ".join(slot.value for slot in SLOTS)
        raise UserFacingError(f"{path}: {label!r} is not learned from a project; choose one of: {names}")
    return found
