"""Learning from a labelled table, suggesting for another, and measuring on a third."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from model.errors import UserFacingError
from model.learning.learned import LearnedModel, Suggested
from model.learning.measures import Evaluation, Example, evaluate
from model.learning.tables import Row, reading
from model.writing import replacing

# More examples than this add little; of a larger table every second, fourth, ... row is taken.
MOST_EXAMPLES = 100_000


class Labelled(NamedTuple):
    """Texts and their values; `rows` of the table had both."""

    texts: list[str]
    labels: list[tuple[str, ...]]
    rows: int


def labelled(path: Path, text: str, label: str, separator: str, most: int = MOST_EXAMPLES) -> Labelled:
    """The labelled texts of a table, evenly at most `most` of them.

    Rows without a text are passed over, and those without a label where a text has one; where it may have
    several, an empty cell says that it has none. Raises UserFacingError if nothing is left.
    """
    examples: list[tuple[str, tuple[str, ...]]] = []
    rows, stride = 0, 1
    with reading(path) as table:
        of_text, of_label = table.column(text), table.column(label)
        for batch in table.batches:
            for row in batch:
                values = _values_of(row[of_label], separator)
                if not row[of_text].strip() or not (values or separator):
                    continue
                if rows % stride == 0:
                    examples.append((row[of_text], values))
                rows += 1
                if len(examples) > most:
                    examples, stride = examples[::2], stride * 2
    if not examples:
        raise UserFacingError(
            f"{path}: no row has something in both {text!r} and {label!r}; name other columns"
        )
    return Labelled([words for words, _ in examples], [values for _, values in examples], rows)


def _values_of(cell: str, separator: str) -> tuple[str, ...]:
    """The values in a cell, each once."""
    parts = cell.split(separator) if separator else [cell]
    return tuple(dict.fromkeys(part for raw in parts if (part := raw.strip())))


def learn_table(path: Path, text: str, label: str, separator: str) -> tuple[LearnedModel, Labelled]:
    """A model trained on a table. Raises UserFacingError for what cannot be read or learned from."""
    from model.learning.fitting import learn

    there = labelled(path, text, label, separator)
    try:
        return learn(label, there.texts, there.labels, separator), there
    except UserFacingError as error:
        raise UserFacingError(f"{path}: {error}") from error


def suggest_table(model: LearnedModel, path: Path, text: str, out: Path) -> int:
    """Writes the table with what the model suggests as CSV, a batch at a time; gives the number of rows."""
    names = [f"{model.label}_suggested", f"{model.label}_confidence"]
    rows = 0
    with (
        reading(path) as table,
        replacing(out, path) as beside,
        beside.open("w", encoding="utf-8", newline="") as file,
    ):
        of_text = table.column(text)
        taken = [name for name in names if name in table.columns]
        if taken:
            raise UserFacingError(f"{path}: already has a column {taken[0]!r}; remove it first")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*table.columns, *names])
        for batch in table.batches:
            writer.writerows(_with_suggestions(model, batch, of_text))
            rows += len(batch)
        if not rows:
            raise UserFacingError(f"{path}: no rows below the column names; nothing to suggest for")
    return rows


def evaluate_table(model: LearnedModel, path: Path, text: str, label: str) -> Evaluation:
    """How right the model is about a labelled table. Raises UserFacingError if it knows no label there."""
    there = labelled(path, text, label, model.separator)
    given = {value for values in there.labels for value in values}
    if given.isdisjoint(model.values):
        some = ", ".join(map(repr, sorted(given)[:3])) or "no value"
        raise UserFacingError(
            f"{path}: the model learned {model.label} and none of the values in {label!r} (such as {some});"
            " name the column with --label"
        )
    suggested = model.suggest(there.texts)
    return evaluate([Example(given, *one) for given, one in zip(there.labels, suggested, strict=True)])


def _with_suggestions(model: LearnedModel, batch: Sequence[Row], of_text: int) -> Iterator[list[str]]:
    suggested = model.suggest([row[of_text] for row in batch])
    for row, one in zip(batch, suggested, strict=True):
        yield [*row, *_cells(one if row[of_text].strip() else Suggested((), ()), model.separator)]


def _cells(one: Suggested, separator: str) -> tuple[str, str]:
    return separator.join(one.labels), separator.join(f"{sure:.4f}" for sure in one.confidences)
