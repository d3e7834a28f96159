"""What people decided in a project beside what the rules, and the model, suggested for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from model.labels import Reviewer, Slot
from model.learning.measures import Example
from model.learning.reviews import cases
from storage.learning import learned
from storage.project import Project

RULES = "rules"


class Judged(NamedTuple):
    """An entry that a person decided on, and what a machine suggests for it."""

    document: str
    node: str
    text: str
    example: Example


class Evaluated(NamedTuple):
    """By machine what it is judged by, the rules first, and the model's learning curve: pairs of the number
    of decisions and micro-F1."""

    by_machine: Mapping[str, Sequence[Judged]]
    curve: Sequence[tuple[int, float]] = ()


def judged(project: Project, slot: Slot, reviewer: Reviewer | None = None) -> Evaluated:
    """All decided entries of a project, as this reviewer sees them. A model is judged by what it said of each
    while that was held out; what was decided after it had learned is not in it yet."""
    rules: list[Judged] = []
    texts: dict[str, str] = {}
    givens: dict[str, tuple[str, ...]] = {}  # who judges alone is not told what another person gave
    alone = project.who_judges_alone(reviewer) if reviewer else ""
    for document in project.documents():
        for case in cases(project.review(document.id, reviewer), slot):
            if case.given:
                texts[case.node], givens[case.node] = case.text, case.given
                rules.append(Judged(document.id, case.node, case.text, Example(case.given, *case.rules)))
    found: dict[str, Sequence[Judged]] = {RULES: rules} if rules else {}
    curve: list[tuple[int, float]] = []
    for model in learned(project):
        if model.slot is slot:
            found[model.name] = [
                Judged(document, node, texts.get(node, ""), Example(given, tuple(said), tuple(sure)))
                for document, node, learned_from, said, sure in model.metrics["held_out"]
                if (given := givens.get(node, ()) if alone else tuple(learned_from))
            ]
            curve = [(int(size), float(f1)) for size, f1 in model.metrics["curve"]]
    return Evaluated(found, curve)
