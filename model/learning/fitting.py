"""Teaching a model from labelled texts: linear classifiers of scikit-learn, calibrated on held-out texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from model.errors import UserFacingError
from model.languages import language_of_all
from model.learning.arrays import Array, must_have
from model.learning.features import Features, Hints
from model.learning.folds import FOLDS, folds
from model.learning.hints import hints_of
from model.learning.learned import LearnedModel, Suggested, of_each, probabilities
from model.learning.measures import Example, evaluate, main_figures

# The classifiers' inverse regularization, and how closely and how long they are fitted: further changes
# nothing that can be measured, and takes four times as long.
_SOFTNESS = 0.3
_TOLERANCE = 0.1
_ROUNDS = 10
# This many texts say in which language they are.
_TELLING = 200
# From this many examples on, two values are fitted at once. liblinear draws its random order from one source
# for all threads, so the last digits then differ from run to run; with fewer they are always the same.
_LARGE = 5_000
_MOST_VALUES = 500
_MOST_MIXED = 40
# The odds, as a logarithm, of a value that every example has.
_CERTAIN = 10.0


class Fitted(NamedTuple):
    """A model, and what it suggested for each of its examples while that was held out."""

    model: LearnedModel
    held_out: list[Suggested]


def learn(
    label: str, texts: Sequence[str], labels: Sequence[Sequence[str]], separator: str = ""
) -> LearnedModel:
    """A model of `labels`, of texts alone; see `fit`."""
    return fit(label, texts, labels, separator).model


def fit(
    label: str,
    texts: Sequence[str],
    labels: Sequence[Sequence[str]],
    separator: str = "",
    hints: Hints | None = None,
    together: Sequence[Hashable] | None = None,
) -> Fitted:
    """A model of `labels`, calibrated and measured on examples held out: one value of each text, or several
    where there is a `separator` that parts them in a table's cell.

    `hints`: what else is known of each text, by default what the rules read in it. `together`: what is held
    out together, by default equal texts.
    Raises UserFacingError if there is nothing to tell apart.
    """
    must_have("numpy", "scipy", "sklearn")
    import numpy as np

    values = _values(label, labels)
    language = language_of_all(texts[:_TELLING])
    hints = hints_of(texts, language) if hints is None else hints
    features = Features.fit(texts, hints)
    matrix = features.transform(texts, hints).astype(np.float64)
    truth = _truth(values, labels)
    several = bool(separator)
    held = folds(_kinds(labels), texts if together is None else together)
    coefficients, scores = _fit(matrix, truth, held)
    scale = (_scale_each if several else _scale_all)(scores, truth)
    probable = probabilities(scores, scale, several)
    model = LearnedModel(
        label=label,
        values=values,
        separator=separator,
        at_least_one=several and bool(truth.any(axis=1).all()),
        language=language,
        features=features,
        coefficients=coefficients.astype(np.float32),
        scale=scale.astype(np.float32),
        thresholds=_thresholds(probable, truth) if several else np.zeros(len(values), np.float32),
    )
    held_out = model.chosen(probable)
    figures = evaluate([Example(tuple(some), *one) for some, one in zip(labels, held_out, strict=True)])
    return Fitted(replace(model, metrics={"examples": len(texts), **main_figures(figures)}), held_out)


def _values(label: str, labels: Sequence[Sequence[str]]) -> tuple[str, ...]:
    values = tuple(sorted({value for some in labels for value in some}))
    if len(values) < 2:
        found = f"only {values[0]!r} occurs" if values else "no text is labelled"
        raise UserFacingError(f"{label}: {found}; two different values at least are needed to learn from")
    if len(values) > min(_MOST_VALUES, len(labels) / 2):
        raise UserFacingError(
            f"{label}: {len(values):,} different values in {len(labels):,} texts; at most half as many as"
            f" texts, and {_MOST_VALUES}, can be learned"
        )
    return values


def _truth(values: Sequence[str], labels: Sequence[Sequence[str]]) -> Array:
    import numpy as np

    columns = {value: column for column, value in enumerate(values)}
    truth: Array = np.zeros((len(labels), len(values)), dtype=bool)
    for row, some in enumerate(labels):
        truth[row, [columns[value] for value in some]] = True
    return truth


def _kinds(labels: Sequence[Sequence[str]]) -> list[str]:
    """Each example's rarest value, by which the folds are made even."""
    counts = Counter(value for some in labels for value in some)
    return [min(some, key=lambda value: (counts[value], value), default="") for some in labels]


def _fit(matrix: Any, truth: Array, held: Array) -> tuple[Array, Array]:
    """The mean of the folds' coefficients, and each example's scores by the fold that had not seen it."""
    import numpy as np

    coefficients = np.zeros((matrix.shape[1] + 1, truth.shape[1]))
    scores = np.zeros(truth.shape)
    for fold in range(FOLDS):
        out = held == fold
        fitted = _fit_all(matrix[~out], truth[~out])
        scores[out] = matrix[out] @ fitted[:-1] + fitted[-1]
        coefficients += fitted / FOLDS
    return coefficients, scores


def _fit_all(matrix: Any, truth: Array) -> Array:
    """One classifier a value, as columns: (features + 1, values)."""
    import warnings
    from concurrent.futures import ThreadPoolExecutor

    import numpy as np
    from sklearn.exceptions import ConvergenceWarning

    # liblinear works without the interpreter's lock; that it stops early is meant
    at_once = 2 if matrix.shape[0] > _LARGE else 1
    with warnings.catch_warnings(), ThreadPoolExecutor(at_once) as threads:
        warnings.simplefilter("ignore", ConvergenceWarning)
        return np.array(list(threads.map(lambda wanted: _fit_one(matrix, wanted), truth.T))).T


def _fit_one(matrix: Any, wanted: Array) -> Array:
    import numpy as np
    from sklearn.svm import LinearSVC

    if wanted.all() or not wanted.any():  # in this fold there is nothing to tell apart
        return np.append(np.zeros(matrix.shape[1]), 1.0 if wanted.all() else -1.0)
    machine = LinearSVC(C=_SOFTNESS, tol=_TOLERANCE, max_iter=_ROUNDS, dual=True, random_state=0)
    machine.fit(matrix, wanted)
    return np.append(machine.coef_[0], machine.intercept_)


def _scale_all(scores: Array, truth: Array) -> Array:
    """Where one value is right: a multinomial logistic regression on all scores; of many values a temperature
    alone, because there are too many pairs of them to learn."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    right = truth.argmax(axis=1)
    if truth.shape[1] > _MOST_MIXED:
        return np.vstack([np.eye(truth.shape[1]) * _temperature(scores, right), np.zeros(truth.shape[1])])
    machine = LogisticRegression(max_iter=300).fit(scores, right)
    if truth.shape[1] == 2:  # scikit-learn gives the second value's coefficients alone
        coefficients = np.vstack([np.zeros_like(machine.coef_), machine.coef_])
        return np.vstack([coefficients.T, [0.0, machine.intercept_[0]]])
    return np.vstack([machine.coef_.T, machine.intercept_])


def _temperature(scores: Array, right: Array) -> float:
    """What all scores are multiplied by so that the right values are most probable together."""
    import numpy as np
    from scipy.optimize import minimize_scalar
    from scipy.special import logsumexp

    of_right = scores[np.arange(len(right)), right]

    def unlikely(factor: float) -> float:
        return float((logsumexp(scores * factor, axis=1) - of_right * factor).mean())

    return float(minimize_scalar(unlikely, bounds=(0.1, 50.0), method="bounded").x)


def _scale_each(scores: Array, truth: Array) -> Array:
    """Where several may be right: for each a logistic regression on what `of_each` tells of it."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    columns: list[Array] = []
    for told, wanted in zip(of_each(scores), truth.T, strict=True):
        if wanted.all():
            columns.append(np.append(np.zeros(told.shape[1]), _CERTAIN))
            continue
        machine = LogisticRegression().fit(told, wanted)
        columns.append(np.append(machine.coef_[0], machine.intercept_))
    return np.array(columns).T


def _thresholds(probable: Array, truth: Array) -> Array:
    """For each value half of the best F1 it can have: where confidence is right, that threshold gives it."""
    import numpy as np

    best = np.zeros(truth.shape[1], dtype=np.float32)
    for column in range(truth.shape[1]):
        order = np.argsort(-probable[:, column])
        hits = np.cumsum(truth[order, column])
        best[column] = (2 * hits / (np.arange(1, len(order) + 1) + hits[-1])).max() / 2
    return best
