"""An evaluation as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from model.learning.measures import BINS, Evaluation


def lines(found: Evaluation) -> Iterator[str]:
    """The figures over all, each value's, what was taken for what, and the calibration."""
    yield f"examples           {found.examples:>8,}"
    yield f"accuracy           {found.accuracy:>8.4f}"
    yield f"micro F1           {found.micro_f1:>8.4f}"
    yield f"macro F1           {found.macro_f1:>8.4f}"
    yield f"calibration error  {found.calibration_error:>8.4f}"
    yield ""
    width = max([len("value"), *(len(one.value) for one in found.values)])
    yield f"{'value':<{width}}  precision  recall     F1   given  suggested  right"
    for one in found.values:
        yield (
            f"{one.value:<{width}}  {one.precision:>9.4f}  {one.recall:>6.4f} {one.f1:>6.4f}"
            f" {one.given:>7,} {one.suggested:>10,} {one.right:>6,}"
        )
    if found.confusion:
        yield ""
        yield from _confusion(found)
    yield ""
    yield "confidence  suggested  mean    right"
    for at, level in enumerate(found.bins):
        if level.suggested:
            span = f"{at / BINS:.1f}–{(at + 1) / BINS:.1f}"
            yield f"{span:<10}  {level.suggested:>9,}  {level.confidence:.4f}  {level.right:.4f}"


def _confusion(found: Evaluation) -> Iterator[str]:
    """Rows are people's values, columns the machine's."""
    given = sorted({value for value, _ in found.confusion})
    suggested = sorted({value for _, value in found.confusion})
    width = max(len(value) for value in [*given, "given"])
    columns = [max(6, len(value or "none")) for value in suggested]
    heads = [f"{value or 'none':>{wide}}" for value, wide in zip(suggested, columns, strict=True)]
    yield "  ".join([f"{'given':<{width}}", *heads])
    for value in given:
        counts = [found.confusion.get((value, other), 0) for other in suggested]
        yield "  ".join(
            [f"{value:<{width}}", *(f"{n:>{wide},}" for n, wide in zip(counts, columns, strict=True))]
        )
