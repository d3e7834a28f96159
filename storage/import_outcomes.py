"""What became of the files of an import, and the lines that say it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from model.plurals import counted


class ImportState(StrEnum):
    """How the import of one file ended."""

    IMPORTED = "imported"
    ALREADY_THERE = "already there"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The end of one file.

    `document` is the id of the project's document, also where the file was there already; `entries` counts
    what was found in it, `doubts` what there is to look at. `error` is set where it failed, `reason` says the
    same as a sentence.
    """

    file: Path
    state: ImportState
    document: str | None = None
    pages: int = 0
    entries: int = 0
    doubts: int = 0
    reason: str = ""
    error: Exception | None = None

    def of_copy(self, file: Path) -> ImportOutcome:
        """The end of another file of the same import that has the same bytes."""
        if self.state is ImportState.IMPORTED:
            return ImportOutcome(file, ImportState.ALREADY_THERE, reason=self.file.name)
        return replace(self, file=file)

    @property
    def line(self) -> str:
        """One line that starts with the file's name."""
        match self.state:
            case ImportState.IMPORTED:
                found = counted(self.pages, "page"), counted(self.entries, "entry")
                return f"{self.file.name}: {', '.join((*found, counted(self.doubts, 'doubt')))}"
            case ImportState.ALREADY_THERE:
                return f"{self.file.name}: already there{self.reason and f', as {self.reason}'}"
            case ImportState.FAILED:
                return f"{self.file.name}: not imported: {self.reason}"
            case ImportState.CANCELLED:
                return f"{self.file.name}: cancelled"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All files of an import in the order in which they ended.

    `stopped` is what ended it before its time: a full disk, for example.
    """

    outcomes: tuple[ImportOutcome, ...]
    cancelled: bool = False
    stopped: Exception | None = None

    @property
    def all_there(self) -> bool:
        """Every file is in the project now."""
        there = (ImportState.IMPORTED, ImportState.ALREADY_THERE)
        return self.stopped is None and all(outcome.state in there for outcome in self.outcomes)

    @property
    def left(self) -> list[Path]:
        """The files that are not in the project because something stopped the import; none that somebody
        cancelled."""
        stopped = self.stopped is not None and not self.cancelled
        return [one.file for one in self.outcomes if stopped and one.state is ImportState.CANCELLED]

    def count(self, state: ImportState) -> int:
        return sum(outcome.state is state for outcome in self.outcomes)

    @property
    def summary(self) -> str:
        """One line for the end of all."""
        parts = [
            (self.count(ImportState.IMPORTED), "imported"),
            (self.count(ImportState.ALREADY_THERE), "already there"),
            (self.count(ImportState.FAILED), "not imported"),
            (self.count(ImportState.CANCELLED), "left for the next time"),
        ]
        said = ", ".join(f"{number:,} {what}" for number, what in parts if number)
        return f"{counted(len(self.outcomes), 'file')}: {said or 'nothing to do'}"
