"""What was learned from labelled texts: it suggests labels with a calibrated confidence, and says why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from model.learning.arrays import Array
from model.learning.features import Features, Hints
from model.learning.hints import hints_of

# Beyond this odds are all the same.
_EXTREME = 30.0


class Suggested(NamedTuple):
    """The labels suggested for a text, the surest first, and how sure each is, 0 to 1."""

    labels: tuple[str, ...]
    confidences: tuple[float, ...]


class Weighed(NamedTuple):
    """A word of a text, and how much it adds to a value's score."""

    word: str
    weight: float


@dataclass(frozen=True, eq=False)
class LearnedModel:
    """A linear model of one label: each value's score is a weighted sum of the text's features.

    `separator` parts the values where a text may have several, as they are written in a table's cell; it is
    empty if a text has one. `coefficients` has the shape (features + 1, values), the last row being added.
    Scores become probabilities by `scale`, a column for each value, its last row being added: where a text
    has one value by a softmax over a mixture of all scores (values + 1 rows), where it has several by a
    sigmoid of what `of_each` tells of each (5 rows). `thresholds`, one a value, say how probable one of
    several must be to be suggested; `at_least_one` gives the most probable one where none is. `language`
    (ISO 639-1) is that of the rules whose hints it was trained with. `metrics` tells how well it did on
    examples held out, by name.
    """

    label: str
    values: tuple[str, ...]
    separator: str
    at_least_one: bool
    language: str
    features: Features
    coefficients: Array
    scale: Array
    thresholds: Array
    metrics: dict[str, Any] = field(default_factory=dict)

    @property
    def several(self) -> bool:
        return bool(self.separator)

    def probabilities(self, texts: Sequence[str], hints: Hints | None = None) -> Array:
        """An array of shape (texts, values). `hints`: what else is known of each text; by default what the
        rules read in it."""
        return probabilities(self._scores(texts, hints), self.scale, self.several)

    def _scores(self, texts: Sequence[str], hints: Hints | None) -> Array:
        hints = hints_of(texts, self.language) if hints is None else hints
        scores: Array = self.features.transform(texts, hints) @ self.coefficients[:-1]
        return scores + self.coefficients[-1]

    def suggest(self, texts: Sequence[str], hints: Hints | None = None) -> list[Suggested]:
        """What is suggested for each text; nothing if none of several values is probable enough."""
        return self.chosen(self.probabilities(texts, hints))

    def chosen(self, probable: Array) -> list[Suggested]:
        """The values to suggest, from probabilities of shape (texts, values)."""
        import numpy as np

        if self.several:
            taken = probable >= self.thresholds
            if self.at_least_one:
                none = ~taken.any(axis=1)
                taken[none, probable[none].argmax(axis=1)] = True
        else:
            taken = np.zeros(probable.shape, dtype=bool)
            taken[np.arange(len(probable)), probable.argmax(axis=1)] = True
        out = [Suggested((), ())] * len(probable)
        order = np.argsort(-probable, axis=1, kind="stable")
        for row, (ranked, mask) in enumerate(zip(order, taken, strict=True)):
            columns = [column for column in ranked if mask[column]]
            sure = tuple(round(float(probable[row, column]), 4) for column in columns)
            out[row] = Suggested(tuple(self.values[column] for column in columns), sure)
        return out

    def why(
        self, texts: Sequence[str], values: Sequence[str], hints: Hints | None = None
    ) -> list[list[Weighed]]:
        """For each text with a value: the words, and hints as "=hint", that speak for it, the weightiest
        first."""
        hints = hints_of(texts, self.language) if hints is None else hints
        columns = [self.values.index(value) for value in values]
        weights = self.features.weighed(texts, hints, self.coefficients, columns)
        return [
            sorted((Weighed(*one) for one in of_text.items() if one[1] > 0), key=lambda one: -one.weight)
            for of_text in weights
        ]


def probabilities(scores: Array, scale: Array, several: bool) -> Array:
    """Scores of shape (texts, values) made into probabilities."""
    import numpy as np

    if several:
        columns = zip(of_each(scores), scale.T, strict=True)
        mixed = np.stack([told @ by[:-1] + by[-1] for told, by in columns], axis=1)
        return 1 / (1 + np.exp(-np.clip(mixed, -_EXTREME, _EXTREME)))
    mixed = scores @ scale[:-1] + scale[-1]
    raised = np.exp(mixed - mixed.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def of_each(scores: Array) -> Iterator[Array]:
    """For each value what tells how probable it is, of shape (texts, 4): its score, the best of the others',
    and how far either is above 0. A value is the more probable the less any other is."""
    import numpy as np

    best = scores.argmax(axis=1)
    ranked = np.sort(scores, axis=1)
    for column, own in enumerate(scores.T):
        other = np.where(best == column, ranked[:, -2], ranked[:, -1])
        yield np.stack([own, np.maximum(own, 0), other, np.maximum(other, 0)], axis=1)
