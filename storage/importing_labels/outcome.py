"""What became of a file of labels."""

from __future__ import annotations

from dataclasses import dataclass, field

from model.edits import ChangeSet
from model.plurals import counted

_MOST_LISTED = 500


@dataclass
class ImportedLabels:
    """What became of a file: labels that came in, that were there, and a line for each that could not; the
    edits that were made, and on how many entries of which reports people differ now."""

    changed: int = 0
    unchanged: int = 0
    problems: list[str] = field(default_factory=list)
    edits: list[ChangeSet] = field(default_factory=list)
    differing: dict[str, int] = field(default_factory=dict)

    @property
    def listed(self) -> list[str]:
        """The problems for people: of very many the first ones, and how many more there are."""
        more = len(self.problems) - _MOST_LISTED
        return [*self.problems[:_MOST_LISTED], *([f"and {more:,} more"] if more > 0 else [])]

    @property
    def summary(self) -> str:
        parts = [
            self._came,
            f"{self.unchanged:,} already there" if self.unchanged else "",
            f"people differ on {counted(sum(self.differing.values()), 'entry')}" if self.differing else "",
            f"{len(self.problems)} could not be used" if self.problems else "",
        ]
        return ", ".join(part for part in parts if part)

    @property
    def _came(self) -> str:
        if self.changed:
            reports = len({edit.document for edit in self.edits})
            return f"{counted(self.changed, 'label')} in {counted(reports, 'report')} came in"
        return "nothing new" if self.unchanged else "no label came in"
