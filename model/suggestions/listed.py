"""Listed recommendations of several States: "Ratify the Convention (Chile); sign the Protocol (Ghana)"."""

from __future__ import annotations

from model.suggestions.brackets import brackets
from model.suggestions.finding import Finding, Frame, bare_frame
from model.suggestions.imperatives import bare_imperative
from model.suggestions.reading import Reading

# Between the recommendations of two States.
_BETWEEN = " \n/;,.؛،；"


def by_states(reading: Reading, found: Finding) -> Finding:
    """With a frame for each State's recommendation, where the bracket after each names its States."""
    if len(found.frames) != 1 or found.first.sort not in ("imperative", "lead"):
        return found
    ends = [bracket.end for bracket in brackets(reading)]
    starts = [0, *(_next(reading, end) for end in ends[:-1])]
    if len(ends) < 2 or any(start is None for start in starts):
        return found
    frames = [_frame(reading, found.first, start or 0) for start in starts]
    return found._replace(frames=(found.first, *frames[1:]))


def _frame(reading: Reading, first: Frame, start: int) -> Frame:
    verb = bare_imperative(reading, start)
    if verb is None:
        words = first.verb_words if first.sort == "lead" else ""
        return first._replace(start=start, verb=None, verb_words=words)
    return bare_frame(reading, verb, first.addressees)._replace(start=start)


def _next(reading: Reading, end: int) -> int | None:
    """Where the next recommendation begins; None if the bracket only names States in passing."""
    rest = reading.text[end:]
    words = rest.lstrip(_BETWEEN)
    separated = any(mark in rest[: len(rest) - len(words)] for mark in "/;.؛；")
    return len(reading.text) - len(words) if words and separated else None
