"""How long the rest will take, by the pace so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

# Fewer decided entries than this say nothing about a pace.
LEAST = 5
# Whoever did nothing for longer was away, and did not think about an entry.
_PAUSE = timedelta(minutes=5)


def seconds_per_entry(edits: Sequence[tuple[datetime, str]]) -> float | None:
    """The working time for one entry, from (when, node) of edits in any order; None before there is a pace.

    Several edits of one entry count as work on that one. Pauses count as nothing.
    """
    entries = {node for _, node in edits}
    if len(entries) < LEAST:
        return None
    times = sorted(at for at, _ in edits)
    spans = [after - before for before, after in pairwise(times)]
    worked = [span for span in spans if span <= _PAUSE]
    if len(worked) < LEAST - 1:
        return None
    # The first entry's work began before its first edit, so it has no span of its own.
    return sum(worked, timedelta()).total_seconds() / max(1, len(entries) - 1)


def forecast(left: int, pace: float | None) -> str:
    """ "about 25 min"; nothing while there is no pace, or where nothing is left."""
    if not left or pace is None:
        return ""
    minutes = left * pace / 60
    if minutes < 1:
        return "less than a minute"
    if minutes < 20:
        return f"about {round(minutes)} min"
    rounded = 5 * round(minutes / 5)
    hours, rest = divmod(rounded, 60)
    if not hours:
        return f"about {rest} min"
    return f"about {hours} h {rest} min" if rest and hours < 10 else f"about {hours + (rest >= 30)} h"
