"""How right suggestions are: precision, recall and F1 of each value, what is taken for what, calibration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

BINS = 10


class OfValue(NamedTuple):
    """How often people gave a value, the machine suggested it, and both did."""

    value: str
    given: int
    suggested: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.suggested if self.suggested else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def f1(self) -> float:
        return f1(self.right, self.given, self.suggested)


class Bin(NamedTuple):
    """Suggestions of about one confidence: how many, how sure in the mean, and which share is right."""

    suggested: int
    confidence: float
    right: float


class Example(NamedTuple):
    """A labelled example beside what is suggested for it; `confidences` belong to the suggested values."""

    given: tuple[str, ...]
    suggested: tuple[str, ...]
    confidences: tuple[float, ...]


class Evaluation(NamedTuple):
    """Figures over examples. `accuracy`: the share whose values are suggested exactly.

    `micro_f1` counts all values together, `macro_f1` is the mean of the values that occur;
    `calibration_error` is the expected calibration error of single suggested values over ten equal bins of
    confidence. `confusion` counts (given, suggested) where each example has one value.
    """

    examples: int
    accuracy: float
    micro_f1: float
    macro_f1: float
    calibration_error: float
    values: tuple[OfValue, ...]
    confusion: dict[tuple[str, str], int]
    bins: tuple[Bin, ...]


def evaluate(examples: Sequence[Example]) -> Evaluation:
    """The figures over examples; zeros where there are none."""
    given = Counter(value for example in examples for value in example.given)
    suggested = Counter(value for example in examples for value in example.suggested)
    right = Counter(value for example in examples for value in set(example.given) & set(example.suggested))
    values = tuple(
        OfValue(value, given[value], suggested[value], right[value]) for value in sorted(given | suggested)
    )
    occurring = [one.f1 for one in values if one.given]
    exact = sum(set(example.given) == set(example.suggested) for example in examples)
    bins = _bins(examples)
    total = sum(level.suggested for level in bins)
    off = sum(level.suggested * abs(level.confidence - level.right) for level in bins)
    return Evaluation(
        examples=len(examples),
        accuracy=exact / len(examples) if examples else 0.0,
        micro_f1=f1(right.total(), given.total(), suggested.total()),
        macro_f1=sum(occurring) / len(occurring) if occurring else 0.0,
        calibration_error=off / total if total else 0.0,
        values=values,
        confusion=_confusion(examples),
        bins=bins,
    )


def f1(right: int, given: int, suggested: int) -> float:
    """F1 of so many right ones among those `given` and those `suggested`; 0.0 if there are neither."""
    return 2 * right / (given + suggested) if given + suggested else 0.0


def main_figures(found: Evaluation) -> dict[str, float]:
    """The figures that models are compared by, rounded, by name."""
    return {
        "accuracy": round(found.accuracy, 4),
        "micro_f1": round(found.micro_f1, 4),
        "macro_f1": round(found.macro_f1, 4),
        "calibration_error": round(found.calibration_error, 4),
    }


def _confusion(examples: Sequence[Example]) -> dict[tuple[str, str], int]:
    if any(len(example.given) != 1 or len(example.suggested) > 1 for example in examples):
        return {}
    return dict(Counter((example.given[0], "".join(example.suggested[:1])) for example in examples))


def _bins(examples: Sequence[Example]) -> tuple[Bin, ...]:
    counts, sure, right = [0] * BINS, [0.0] * BINS, [0] * BINS
    for example in examples:
        for value, confidence in zip(example.suggested, example.confidences, strict=True):
            at = min(int(confidence * BINS), BINS - 1)
            counts[at] += 1
            sure[at] += confidence
            right[at] += value in example.given
    return tuple(
        Bin(count, sure[at] / count if count else 0.0, right[at] / count if count else 0.0)
        for at, count in enumerate(counts)
    )
