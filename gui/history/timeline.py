"""The timeline's lines: who changed what, and when, by days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from gui.side.lines import Line
from model.labels import ReviewerKind

if TYPE_CHECKING:
    from storage.ledger import HistoryEntry

IMPORTED = "imported"
MORE = "more"
_KINDS = {"undo": "Took back: ", "redo": "Did again: "}
_PICTURES = {"undo": "undo", "redo": "redo"}
# By the verb that a change's name begins with; all others correct something.
_OF_VERBS = {
    "accept": "accepted", "reject": "rejected", "flag": "flagged", "note": "note", "merge": "merge",
    "split": "split", "promote": "promote", "demote": "demote", "add": "add", "delete": "delete",
}  # fmt: skip


def lines_of(entries: Sequence[HistoryEntry], today: date, complete: bool, newest: int) -> list[Line]:
    """The latest first, with a heading for every day; `newest` is the number of the last change of all."""
    lines: list[Line] = []
    day: date | None = None
    for entry in entries:
        at = entry.at.astimezone()
        if at.date() != day:
            day = at.date()
            lines.append(Line(f"day {day}", day_words(day, today), heading=True))
        lines.append(_line(entry, at, entry.number == newest))
    if complete:
        lines.append(Line("the beginning", "The beginning", heading=True))
        note = "" if newest else "now"
        lines.append(Line(IMPORTED, "As it was imported", note=note, picture="import", most=1, data=None))
    else:
        lines.append(Line(MORE, "Show earlier changes", picture="forward", most=1))
    return lines


def day_words(day: date, today: date) -> str:
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    return f"{day.day} {day:%B %Y}"


def sentence(entry: HistoryEntry) -> str:
    """What was done, as a line says it."""
    name = f"{_KINDS.get(entry.kind, '')}{entry.name}"
    return name[:1].upper() + name[1:]


def who(entry: HistoryEntry) -> str:
    machine = entry.reviewer.kind is ReviewerKind.MACHINE
    return f"Suggestions of {entry.reviewer.name}" if machine else entry.reviewer.name


def _line(entry: HistoryEntry, at: datetime, is_now: bool) -> Line:
    verb = entry.name.partition(" ")[0]
    picture = _PICTURES.get(entry.kind) or _OF_VERBS.get(verb, "corrected")
    detail = f"{who(entry)} · {at:%H:%M}"
    return Line(str(entry.number), sentence(entry), detail, "now" if is_now else "", picture=picture,
                tip=f"{at.day} {at:%B %Y, %H:%M:%S}", data=entry)  # fmt: skip
