"""Lines from right to left in the order in which they are read.

Word processors take brackets, dashes and digits of an Arabic line from another font and paint them where
they like; the PDF's data then has them at the line's end or beginning. Their places on the page tell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from model.reading.text import Line

RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Characters go on with a word up to this share of the size away; from the other share on a gap is a space.
_NEAR, _SPACE = 0.5, 0.12
# What a character is: of a word from right to left, of one from left to right, a digit, a sign, nothing.
_BACK, _FORTH, _DIGIT, _SIGN, _BLANK, _ADDED = range(6)


@dataclass(slots=True)
class _Run:
    """Characters that stand beside one another, in the order in which they are read."""

    text: str
    x0: float
    x1: float
    kind: int
    span: int
    size: float


def has_rtl(lines: Iterable[Line]) -> bool:
    """Whether a page's text has letters that run from right to left."""
    others = [span.text for line in lines for span in line.spans if not span.text.isascii()]
    return RTL.search("".join(others)) is not None


def in_order(blocks: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """The blocks of a page, read with their characters, with spans as those without have them. The spans of
    a line from right to left are put where they stand on the page."""
    for block in blocks:
        for line in block.get("lines", ()):
            spans = line["spans"]
            for span in spans:
                span["text"] = "".join([char["c"] for char in span["chars"]])
            if line["dir"][0] > 0.99 and _runs_back("".join([span["text"] for span in spans])):
                line["spans"] = _ordered(spans)
    return blocks


def _runs_back(text: str) -> bool:
    return len(RTL.findall(text)) * 2 > sum(map(str.isalpha, text))


def _ordered(spans: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    runs = [part for run in _runs(spans) for part in _without_signs(run)]
    placed = _placed(runs)
    if placed == runs:
        return spans
    made: list[dict[str, Any]] = []
    last: _Run | None = None
    for run in placed:
        if last is not None and max(last.x0 - run.x1, run.x0 - last.x1) > _SPACE * run.size:
            made[-1]["text"] += " "
        if last is not None and last.span == run.span:
            _extend(made[-1], run)
        else:
            made.append(_cut(spans[run.span], run))
        last = run
    return made


def _runs(spans: Sequence[Mapping[str, Any]]) -> Iterator[_Run]:
    """What a line's data has together, in the data's order."""
    run: _Run | None = None
    for index, span in enumerate(spans):
        for char in span["chars"]:
            sign, (x0, _, x1, _) = char["c"], char["bbox"]
            kind = _kind(sign)
            if run is not None and run.span == index and (kind == _ADDED or _goes_on(run, kind, x0, x1)):
                run.text += sign
                run.x0, run.x1 = min(run.x0, x0), max(run.x1, x1)
                run.kind = _FORTH if kind == _FORTH else run.kind
                continue
            if run is not None:
                yield run
            run = None if kind == _BLANK else _Run(sign, x0, x1, kind, index, span["size"])
    if run is not None:
        yield run


def _goes_on(run: _Run, kind: int, x0: float, x1: float) -> bool:
    near = _NEAR * run.size
    if kind == _BACK or run.kind == _BACK:
        return kind == run.kind and abs(run.x0 - x1) < near
    return kind != _BLANK and abs(x0 - run.x1) < near


def _without_signs(run: _Run) -> Iterator[_Run]:
    """The run and, by themselves, the signs at its ends: they belong to the line, not to the word."""
    bare = run.text.strip("()[]{}<>«».,:;-–—/\\%*•▪")
    if run.kind == _BACK or not bare or bare == run.text:
        yield run
        return
    wide = (run.x1 - run.x0) / len(run.text)
    first = run.text.index(bare)
    after = first + len(bare)
    for at, sign in enumerate(run.text):
        if at == first:
            kind = _FORTH if run.kind == _FORTH else _DIGIT
            yield _Run(bare, run.x0 + first * wide, run.x0 + after * wide, kind, run.span, run.size)
        elif not first < at < after:
            yield _Run(sign, run.x0 + at * wide, run.x0 + (at + 1) * wide, _SIGN, run.span, run.size)


def _placed(runs: Sequence[_Run]) -> list[_Run]:
    """The runs from right to left; words from left to right that stand together are read from the left."""
    placed = sorted(runs, key=_middle, reverse=True)
    start = 0
    while start < len(placed):
        if placed[start].kind != _FORTH:
            start += 1
            continue
        end = last = start
        while end < len(placed) and placed[end].kind != _BACK:
            last = end if placed[end].kind == _FORTH else last
            end += 1
        placed[start : last + 1] = placed[start : last + 1][::-1]
        start = end
    return placed


def _middle(run: _Run) -> float:
    return run.x0 + run.x1


def _cut(span: Mapping[str, Any], run: _Run) -> dict[str, Any]:
    _, top, _, bottom = span["bbox"]
    return {
        **span,
        "text": run.text,
        "bbox": (run.x0, top, run.x1, bottom),
        "origin": (run.x0, span["origin"][1]),
    }


def _extend(span: dict[str, Any], run: _Run) -> None:
    x0, top, x1, bottom = span["bbox"]
    span["text"] += run.text
    span["bbox"] = (min(x0, run.x0), top, max(x1, run.x1), bottom)


@lru_cache(maxsize=2048)
def _kind(char: str) -> int:
    if char.isspace():
        return _BLANK
    if unicodedata.combining(char):
        return _ADDED
    if RTL.match(char) and char.isalpha():
        return _BACK
    if char.isdigit():
        return _DIGIT
    return _FORTH if char.isalpha() else _SIGN
