"""What the documents panel lists: the project's reports, files on their way into it, files that failed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from model.plurals import counted


class State(StrEnum):
    """Each state has a word and an icon of its own."""

    NOT_STARTED = "not started"
    PARTLY = "partly reviewed"
    DONE = "reviewed"
    WAITING = "waiting"
    READING = "being read"
    FAILED = "could not be read"


ICONS = {
    State.NOT_STARTED: "not-started",
    State.PARTLY: "partly",
    State.DONE: "done",
    State.WAITING: "document",
    State.READING: "import",
    State.FAILED: "warning",
}


_SHORT = {State.NOT_STARTED: "Not started", State.PARTLY: "Partly", State.DONE: "Reviewed"}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list. A report of the project has a `document` id, a file on its way a `path`.

    `older` says that an earlier version extracted it.
    `done` of `total` counts entries reviewed, or pages read; `left` says how long the other pages may take.
    `reason` says why a file failed, and `locked` that a password would help.
    """

    name: str
    state: State
    document: str = ""
    title: str = ""
    path: Path | None = None
    done: int = 0
    total: int = 0
    left: str = ""
    reason: str = ""
    locked: bool = False
    older: bool = False

    @property
    def key(self) -> str:
        """What stays the same while everything else about the line changes."""
        return self.document or str(self.path)

    @property
    def detail(self) -> str:
        """The second line: how far it is, in words."""
        if self.document:
            return self._reviewed
        match self.state:
            case State.WAITING:
                return "Waiting"
            case State.READING:
                if self.total and self.done >= self.total:
                    return "Finding its structure"
                return pages_read(self.done, self.total, self.left) if self.total else "Opening"
            case State.FAILED:
                return f"{self.reason[:1].upper()}{self.reason[1:]}"
        return ""

    @property
    def _reviewed(self) -> str:
        word = self.state.capitalize()
        if self.state is State.PARTLY:
            return f"{word} · {self.done:,} of {self.total:,}"
        return f"{word} · {counted(self.total, 'entry')}" if self.total else word

    @property
    def counts(self) -> str:
        return f"{self.done}/{self.total}" if self.document and self.total else ""

    @property
    def state_words(self) -> str:
        """The state of a report in words beside its counts, where there is room for them."""
        if not self.counts:
            return ""
        return f"{_SHORT[self.state]} · {self.counts if self.state is State.PARTLY else self.total}"

    @property
    def description(self) -> str:
        """For the tooltip and for screen readers."""
        lines = [self.name]
        if self.title and self.title != self.name:
            lines.append(self.title)
        if self.document and self.total:
            lines.append(f"{self.state.capitalize()}: {self.done} of {self.total}")
        else:
            lines.append(self.detail)
        if self.older:
            lines.append("Extracted by an earlier version; File > Extract again brings it up to date")
        return "\n".join(lines)


def state_of(reviewed: int, total: int) -> State:
    if not reviewed:
        return State.NOT_STARTED
    return State.DONE if reviewed >= total else State.PARTLY


def pages_read(done: int, total: int, left: str) -> str:
    """How far reading is; `left` may be empty."""
    return f"Page {done} of {total}" + f", {left}" * bool(left)
